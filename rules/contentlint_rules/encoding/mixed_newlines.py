"""Lines that end in different ways."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)

_BREAK = pattern(r"\r\n|\r|\n")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_STYLES = {"lf": "\n", "crlf": "\r\n"}


@dataclass(frozen=True, kw_only=True)
class MixedNewlines(Rule):
    """All lines of a file end in the same way.

    Lines end in LF, as everywhere but on Windows, in CRLF, or, long ago, in CR. A file in which
    they differ was put together from several; a tool that takes one of them for the only one sees
    a page of one line, or a carriage return at the end of every title, and version control shows
    whole files as changed.

    The fix is safe: it gives every line the ending that most lines have, LF when it is a draw.
    """

    name: ClassVar = "mixed-newlines"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.WARNING
    repairs: ClassVar = True
    triggers: ClassVar = ("\r",)
    changes: ClassVar = (
        Part.TEXT
        | Part.EMPHASIS
        | Part.LINKS
        | Part.CODE
        | Part.HTML
        | Part.STRUCTURE
        | Part.METADATA
    )
    examples: ClassVar = (
        Example(
            bad="One line,\nanother⟦\r\n⟧and a third.\n", good="One line,\nanother\nand a third.\n"
        ),
        Example(
            bad="One line⟦\n⟧and another.\n",
            good="One line\r\nand another.\r\n",
            options={"style": "crlf"},
        ),
        Example(good="One line\r\nand another.\r\n", why="All are the same."),
    )

    style: Annotated[
        Literal["majority", "lf", "crlf"],
        Help("How lines should end: as most lines of the file do, or always in one way."),
    ] = "majority"

    def glance(self, text: str) -> bool:
        """Whether other line breaks are asked for than those that every text has."""
        return self.style == "crlf" and "\n" in text

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield one violation, at the first line break that is not like the others."""
        counts = Counter(_BREAK.findall(document.text))
        if not counts:
            return
        wanted = _STYLES.get(self.style) or max(("\n", "\r\n", "\r"), key=lambda each: counts[each])
        others = [Span(*at.span()) for at in _BREAK.finditer(document.text) if at.group() != wanted]
        if others:
            yield Violation(others[0], _said(counts, wanted), _fix(others, wanted))


def _said(counts: Counter[str], wanted: str) -> str:
    listed = ", ".join(f"{counts[each]} in {_NAMES[each]}" for each in _NAMES if counts[each])
    return f"Lines end in different ways ({listed}); {_NAMES[wanted]} was expected"


def _fix(others: list[Span], wanted: str) -> Fix:
    edits = (Edit.replacement(span, wanted) for span in others)
    return Fix.safe(f"End every line in {_NAMES[wanted]}", *edits)
