"""Rule missing-image."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from contentlint import (
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Violation,
)
from contentlint_rules.frontmatter._facts import IMAGES, MetadataFacts, image_key
from contentlint_rules.frontmatter._paths import Place, place
from contentlint_rules.frontmatter._scalars import scalars

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
                yield from _found(project, one)

    def _images(self, project: Project) -> Iterator["_Image"]:
        keys = IMAGES.union(map(image_key, self.keys))
        for page, facts in project.facts.items():
            for value, *names in facts.get("images", ()):
                key = _meant(names, keys)
                if key:
                    at = project.site(page).root, key
                    yield _Image(page, value, names, place(project, page, value), at)


class _Image(NamedTuple):
    """An image that a page names; ``at`` is the site and the key."""

    page: str
    value: str
    names: list[str]
    place: Place
    at: tuple[str, str]


def _meant(names: list[str], keys: frozenset[str]) -> str:
    """Return which of the keys that lead to a value says that it is an image; empty if none."""
    if not names:
        return ""
    if names[-1] in _INSIDE and len(names) > 1 and names[-1] not in keys:
        names = names[:-1]
    return names[-1] if names[-1] in keys else ""


def _found(project: Project, image: _Image) -> Iterator[Found]:
    """Yield the finding at its place, for which the page is read again."""
    said = f"There is no image “{image.value}”"
    near = image.place.near
    message = f"{said}; “{project.shown(near[0])}” has that name" if near else said
    for one in scalars(project.document(image.page).front_matter):
        if one.value == image.value and [image_key(key) for key in one.keys] == image.names:
            yield Found(image.page, Violation(one.span, message))
            return
