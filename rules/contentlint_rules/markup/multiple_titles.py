"""The rule `multiple-titles`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from contentlint import (
    Document,
    Example,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Span,
    Violation,
    pattern,
)

_MAYBE = pattern(r"(?:^|\n)#[ \t]+\S|\n=+[ \t]*\r?(?:\n|\Z)")
_TITLED = pattern(r"^[\"']?title[\"']?[ \t]*[:=][ \t]*\S", re.MULTILINE)
_OWN = frozenset({"MkDocs", "Docusaurus", "VitePress", "mdBook"})
"""Generators that take the first heading for the title, and show it once."""
_ENOUGH = 20
"""Pages with a title that tell how a site treats them."""
_RARE = 0.05


@dataclass(frozen=True, kw_only=True)
class MultipleTitles(ProjectRule):
    """A page has one heading of the first level: its title.

    The first-level heading tells search engines and those who hear the page read what it is about.
    Sections of the text begin one level below. On many sites the layout shows the title of the
    front matter as that heading; then one in the text is a second. Whether a site does so is seen
    from its pages: where nearly all have a title and no such heading, it does.

    There is no fix: the headings below would have to move with it.
    """

    name: ClassVar = "multiple-titles"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended", "seo")
    title_shown: Annotated[
        bool | None,
        Help(
            "Whether the site shows the title of the front matter; as its pages tell if not said."
        ),
    ] = None
    examples: ClassVar = (
        Example(
            bad="# The mill\n\nIt is old.\n\n⟦# Opening hours⟧\n\nDaily.\n",
            good="# The mill\n\nIt is old.\n\n## Opening hours\n\nDaily.\n",
            fixed=False,
        ),
        Example(
            bad="---\ntitle: The mill\n---\n\n⟦# The mill⟧\n\nIt is old.\n",
            good="---\ntitle: The mill\n---\n\nIt is old.\n",
            options={"title_shown": True},
            fixed=False,
        ),
        Example(good="---\ntitle: The mill\n---\n\n# The mill\n\n```sh\n# Open it\n# Grind\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield all headings of the first level but the first."""
        shown = self.title_shown is True and _is_titled(document)
        least = 1 if shown else 2
        if len(_MAYBE.findall(document.text, max(0, document.body.start - 1))) >= least:
            for span in _first_level(document)[0 if shown else 1 :]:
                yield Violation(span, _said(shown=shown))

    def collect(self, document: Document) -> Any:
        """Return whether the page has a title in its front matter, and a heading like it."""
        if self.title_shown is not None or not _is_titled(document):
            return None
        return bool(_MAYBE.search(document.text, max(0, document.body.start - 1)))

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield headings that repeat a title which the site shows already."""
        by_root: dict[str, list[str]] = {}
        for path in project.facts:
            site = project.site(path)
            if site.generator and site.generator not in _OWN:
                by_root.setdefault(site.root, []).append(path)
        for paths in by_root.values():
            headed = [path for path in paths if project.facts[path]]
            if len(paths) >= _ENOUGH and len(headed) <= _RARE * len(paths):
                yield from _second(project, headed)


def _second(project: Project, paths: Iterable[str]) -> Iterator[Found]:
    for path in paths:
        for span in _first_level(project.document(path))[:1]:
            yield Found(path, Violation(span, _said(shown=True)))


def _is_titled(document: Document) -> bool:
    front = document.front_matter
    return front is not None and _TITLED.search(front.text) is not None


def _first_level(document: Document) -> list[Span]:
    found = [one for one in document.headings if one.level == 1]
    return [_line(document, one.span) for one in found if "](#tab/" not in document[one.span]]


def _line(document: Document, span: Span) -> Span:
    text = document[span].rstrip()
    return Span(span.start, span.start + len(text.partition("\n")[0].rstrip()))


def _said(*, shown: bool) -> str:
    if shown:
        return (
            "The site shows the title of the front matter as the heading of the page, so this is a "
            "second one: begin sections one level below"
        )
    return "This is a second heading of the first level: begin sections one level below"
