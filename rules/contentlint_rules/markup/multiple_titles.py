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
)
from contentlint_rules.markup._headings import is_quoted, is_titled

_UNDERLINES = {1: "=", 2: "-"}


def _maybe(level: int, indent: str = " ") -> "re.Pattern[str]":
    """Return what finds all that may be a heading of a level; it leaps from sign to sign."""
    sign = _UNDERLINES.get(level)
    below = rf"|{sign}(?<=[\n{indent}]{sign}){sign}*[ \t]*\r?(?:\n|\Z)" if sign else ""
    return re.compile(rf"#(?<![^\n{indent}]#){'#' * (level - 1)}[ \t]+\S{below}")


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
    level: Annotated[
        int,
        Help(
            "The level that one heading of a page may have.",
            {"type": "integer", "minimum": 1, "maximum": 6},
        ),
    ] = 1
    title_shown: Annotated[
        bool | None,
        Help(
            "Whether the site shows the title of the front matter; as its pages tell if not said."
        ),
    ] = None
    front_matter_title: Annotated[
        str, Help("The field of the front matter that holds the title; empty for none.")
    ] = "title"
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
        """Yield all headings of the level but the first."""
        shown = self.title_shown is True and self._is_titled(document)
        maybe = _maybe(self.level)
        least = 1 if shown else 2
        if len(maybe.findall(document.text, document.body.start)) >= least:
            for span in self._headings(document)[0 if shown else 1 :]:
                yield Violation(span, self._said(shown=shown))

    def collect(self, document: Document) -> Any:
        """Return whether the page has a title in its front matter, and a heading like it."""
        if self.title_shown is not None or not self._is_titled(document):
            return None
        # Where all of a site is counted nothing is parsed, and what is indented is mostly code.
        return bool(_maybe(self.level, "").search(document.text, document.body.start))

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
                yield from self._second(project, headed)

    def _second(self, project: Project, paths: Iterable[str]) -> Iterator[Found]:
        for path in paths:
            for span in self._headings(project.document(path))[:1]:
                yield Found(path, Violation(span, self._said(shown=True)))

    def _is_titled(self, document: Document) -> bool:
        return is_titled(document, self.front_matter_title)

    def _headings(self, document: Document) -> list[Span]:
        return [
            _line(document, one.span)
            for one in document.headings
            if one.level == self.level
            and "](#tab/" not in document[one.span]
            and not is_quoted(document, one.span.start)
        ]

    def _said(self, *, shown: bool) -> str:
        if shown:
            return (
                "The site shows the title of the front matter as the heading of the page, so this "
                "is a second one: begin sections one level below"
            )
        level = "the first level" if self.level == 1 else f"level {self.level}"
        return f"This is a second heading of {level}: begin sections one level below"


def _line(document: Document, span: Span) -> Span:
    text = document[span].rstrip()
    return Span(span.start, span.start + len(text.partition("\n")[0].rstrip()))
