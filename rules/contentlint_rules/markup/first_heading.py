"""The rule `first-heading`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._headings import confirmed, is_titled
from contentlint_rules.markup._places import is_inside

_UNSEEN = pattern(r"(?:\s|<!--(?:[^-]|-(?!->))*-->)*")
_ELEMENT = pattern(r"(?i)<h[1-6](?=[\s>])")


@dataclass(frozen=True, kw_only=True)
class FirstHeading(Rule):
    """A page begins with its title.

    The first heading tells readers and search engines what the page is about. Where the front
    matter has a title, the layout of the site shows that one, and nothing has to stand in the
    text.

    There is no fix: only the author knows what the page is called.
    """

    name: ClassVar = "first-heading"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("strict",)
    examples: ClassVar = (
        Example(
            bad="⟦The mill is old.⟧\n\n# The mill\n",
            good="# The mill\n\nThe mill is old.\n",
            fixed=False,
        ),
        Example(
            bad="⟦## The mill⟧\n\nIt is old.\n", good="# The mill\n\nIt is old.\n", fixed=False
        ),
        Example(bad="---\nname: mill\n---\n⟦It is old.⟧\n"),
        Example(good="---\nname: Mill\n---\nIt is old.\n", options={"front_matter_title": "name"}),
        Example(good="---\ntitle: The mill\n---\n\nIt is old.\n"),
        Example(good="<!-- 2024 -->\n\nThe mill\n========\n\nIt is old.\n"),
        Example(good="## The mill\n", options={"level": 2}),
        Example(good="It is old.\n\n# The mill\n", options={"preamble": True}),
    )

    level: Annotated[
        int,
        Help(
            "The level of the heading that a page begins with.",
            {"type": "integer", "minimum": 1, "maximum": 6},
        ),
    ] = 1
    front_matter_title: Annotated[
        str, Help("The field of the front matter that holds the title; empty for none.")
    ] = "title"
    preamble: Annotated[bool, Help("Whether other things may stand before the heading.")] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first line if it is no title."""
        if is_titled(document, self.front_matter_title, nested=True):
            return
        at = (_heading(document) if self.preamble else None) or _first(document)
        if at is None:
            return
        end = document.text.find("\n", at)
        line = document.text[at : end if end >= 0 else None].rstrip()
        if not self._begins(document, at, line):
            yield Violation(
                Span(at, at + len(line)),
                f"The page begins without a title: put a heading of level {self.level} first",
            )

    def _begins(self, document: Document, at: int, line: str) -> bool:
        """Whether a heading of the right level begins there, in Markdown or in HTML."""
        if line.startswith("<"):
            return f"<h{self.level}" in document.text[at : at + 1_000].lower()
        return any(one.start == at and one.level == self.level for one in document.heading_lines)


def _heading(document: Document) -> int | None:
    """Return where the first heading of a page stands, in Markdown or in HTML."""
    lines = confirmed(document, document.heading_lines)[:1]
    unseen = document.comments
    elements = (
        one.start()
        for one in _ELEMENT.finditer(document.text, document.body.start)
        if not (is_inside(unseen, one.start()) or document.is_code(Span(*one.span())))
    )
    return min([one.start for one in lines] + [*islice(elements, 1)], default=None)


def _first(document: Document) -> int | None:
    """Return where the first words of a page stand; None where a template may put some."""
    at = document.body.start
    templates = {one.start: one.end for one in document.templates}
    while True:
        unseen = _UNSEEN.match(document.text, at)
        at = unseen.end() if unseen else at
        if at == len(document.text):
            return None
        if at not in templates:
            return at
        if not document.text.startswith(("import", "export"), at):
            return None
        at = templates[at]
