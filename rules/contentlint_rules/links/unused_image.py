"""The rule `unused-image`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Site,
    Span,
    Violation,
)
from contentlint_rules.links._judged import decoded

_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff")
_TEXTS = (
    ".md", ".mdx", ".markdown", ".html", ".htm", ".css", ".scss", ".sass", ".less", ".js", ".mjs",
    ".cjs", ".ts", ".jsx", ".tsx", ".vue", ".svelte", ".astro", ".njk", ".liquid", ".hbs", ".pug",
    ".xml", ".json", ".yml", ".yaml", ".toml", ".txt", ".csv", ".rst", ".adoc", ".ipynb", ".qmd",
    ".rmd", ".webmanifest", ".j2", ".php", ".py", ".rb",
)  # fmt: skip
_ASKED_FOR = re.compile(
    r"(?i)favicon|apple-touch|android-chrome|mstile|safari-pinned|maskable|logo|og[-_]|social|avatar"
    r"|feature|cover|thumb|banner|hero|poster|screenshot\.png\Z"
)
"""What themes and browsers look for by name."""
_SHORTEST = 4
"""Letters of a name: “fr.png” is most often found by a template that puts it together."""
_SIZE = re.compile(r"(?i)(?:@\dx|[-_.]\d{2,4}(?:x\d{2,4}|w)?|[-_.](?:dark|light|small|large))\Z")


@dataclass(frozen=True, kw_only=True)
class UnusedImage(ProjectRule):
    """Every image of the site is shown on some page.

    Images stay behind when pages are rewritten; they make the site heavier to store and to move,
    and somebody has to ask each time whether they may go. An image counts as used where its name,
    with or without its ending, stands in any page, template, style or settings file of the site.

    There is no fix: a page elsewhere may show the image.
    """

    name: ClassVar = "unused-image"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ()
    examples: ClassVar = (
        Example(
            bad="⟦⟧<svg></svg>\n",
            path="docs/wheel.svg",
            files={"docs/page.md": "![The mill](mill.png)\n", "docs/mill.png": ""},
        ),
        Example(
            good="![The mill](mill.png)\n",
            files={"mill.png": "", "mill@2x.png": "", "favicon.png": ""},
        ),
    )

    ignored: Annotated[
        tuple[str, ...], Help("Parts of paths: images that have one of them are left alone.")
    ] = ()

    def collect(self, document: Document) -> bool | None:
        """Return whether there is anything on the page."""
        return bool(document.text) or None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield images that nothing mentions."""
        found = set(map(project.site, project.facts))
        for site in sorted(found, key=lambda site: site.root):
            if site.beside or not site.root:
                continue
            images = sorted({path for path in _images(project, site) if not self._is_spared(path)})
            unused = _unmentioned(images, _texts(project, site)) if images else ()
            for path in unused:
                name = path.rpartition("/")[2]
                message = f"No page and no template of this site mentions the image “{name}”"
                yield Found(project.shown(path), Violation(Span(0, 0), message))

    def _is_spared(self, path: str) -> bool:
        name = path.rpartition("/")[2]
        if len(_called(name)) < _SHORTEST:
            return True
        return bool(_ASKED_FOR.search(name)) or any(part in path for part in self.ignored if part)


def _images(project: Project, site: Site) -> Iterator[str]:
    for folder in (*site.content, *site.static) or (site.root,):
        yield from (path for path in project.files.walk(folder) if path.lower().endswith(_IMAGES))


def _texts(project: Project, site: Site) -> Iterator[str]:
    yield site.mentions
    for path in project.files.walk(site.root):
        if path.lower().endswith(_TEXTS):
            yield project.document(project.shown(path)).text


def _unmentioned(images: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Return the images whose name stands in none of the texts."""
    left: dict[str, list[str]] = {}
    for path in images:
        left.setdefault(_called(path.rpartition("/")[2]), []).append(path)
    for text in texts:
        for word in left.keys() & _words(text):
            del left[word]
        if not left:
            break
    return sorted(path for paths in left.values() for path in paths)


_APART = re.compile(r"[/\"'()\[\]{}<>|=,;:!?#&$`*\\\s]+")


def _words(text: str) -> set[str]:
    words = set(_APART.split(decoded(text).casefold()))
    return {_called(word) for word in words}


def _called(name: str) -> str:
    """Return what an image may be called: the last word of its name, without ending and size."""
    last = name.casefold().rpartition(" ")[2].strip(".")
    stem = last.removesuffix(last[last.rfind(".") :]) if last.endswith(_IMAGES) else last
    return _SIZE.sub("", stem).strip("-_") or stem
