"""Rule missing-image."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from contentlint import (
    Document,
    Entry,
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Violation,
    pattern,
)
from contentlint_rules.frontmatter._facts import IMAGES, MetadataFacts, image_key
from contentlint_rules.frontmatter._paths import Place, place

_ENDING = pattern(r"(?i)\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#].*)?\Z")
_INSIDE = ("src", "url", "path", "image", "file", "filename", "relative")
"""Keys below that of an image that name its file."""
_FEW = 5
"""Images of a key up to which one that is there is enough to trust that the others should be."""


@dataclass(frozen=True, kw_only=True)
class MissingImage(MetadataFacts, ProjectRule):
    """The images that the front matter names are there.

    The image of a page (“image”, “cover”, “thumbnail”, “og_image”) is shown in lists, at its head
    and wherever somebody shares it. Where its file is missing, all of these show a broken frame.
    Files are looked for beside the page and wherever the site may serve or process them. What a
    template makes, what a theme may bring along, and sites whose images mostly lie elsewhere, are
    left alone.

    There is no fix: which image was meant, only the author knows.
    """

    name: ClassVar[str] = "missing-image"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: The mill\nimage: ⟦/img/mil.png⟧\n---\n",
            good="---\ntitle: The mill\nimage: /img/mill.png\n---\n",
            fixed=False,
            path="content/mill.md",
            files={"hugo.toml": "", "static/img/mill.png": ""},
        ),
        Example(
            good="---\ncover:\n  image: mill.png\n---\n",
            path="content/mill/index.md",
            files={"hugo.toml": "", "content/mill/mill.png": ""},
        ),
        Example(
            good="---\nimage: https://mill.example/mill.png\n---\n",
            path="content/mill.md",
            files={"hugo.toml": ""},
        ),
    )

    keys: Annotated[
        tuple[str, ...], Help("More keys that name an image, besides the well-known ones.")
    ] = ()

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield images of the front matter that are not there."""
        images = list(self._images(project))
        there, gone = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for one in images:
            (there if one.place.state == "found" else gone)[one.at] += 1
        for one in images:
            trusted = there[one.at] >= gone[one.at] or gone[one.at] <= _FEW
            if one.place.state == "missing" and trusted:
                yield Found(one.page, Violation(one.entry.value_span, _said(project, one)))

    def _images(self, project: Project) -> Iterator["_Image"]:
        keys = IMAGES.union(map(image_key, self.keys))
        for page, facts in project.facts.items():
            if "image" in facts:
                root = project.site(page).root
                for key, entry in _named(project.document(page), keys):
                    found = place(project, page, entry.value)
                    yield _Image(page, entry, found, (root, key))


class _Image(NamedTuple):
    """An image that a page names; ``at`` is the site and the key."""

    page: str
    entry: Entry
    place: Place
    at: tuple[str, str]


def _named(document: Document, keys: frozenset[str]) -> Iterator[tuple[str, Entry]]:
    """Yield the values that name an image, with the key that says so."""
    front = document.front_matter
    for entry in front.entries if front else ():
        if isinstance(entry.value, str) and _ENDING.search(entry.value):
            names = [image_key(part) for part in entry.path if isinstance(part, str)]
            if names[-1] in _INSIDE and len(names) > 1 and names[-1] not in keys:
                names.pop()
            if names[-1] in keys or "".join(names[-2:]) in keys:
                yield names[-1], entry


def _said(project: Project, image: _Image) -> str:
    near = image.place.near
    said = f"There is no image “{image.entry.value}”"
    return f"{said}; “{project.shown(near[0])}” is there" if near else said
