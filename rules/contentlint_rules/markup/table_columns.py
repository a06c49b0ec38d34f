"""The rule `table-columns`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._parsers import bars_split_code
from contentlint_rules.markup._rows import bars_in_code, cells, inner, next_head, number


class TableColumns(Rule):
    """Every row of a table has as many cells as its first row.

    Cells that go beyond the first row are left out of the page: readers never see them. Missing
    ones are filled up with empty cells. The reason is most often a “|” in the text or in code,
    which begins a new cell unless a backslash stands before it, or a row that goes on in a second
    line, which is read as a row of its own. Text right below a table is a row of it as well.

    A “|” in code gets its backslash where the row then has exactly the cells it should have. That
    fix is safe where the page's parser is known to want it (MDX) or the page has it elsewhere, else
    unsafe. So is joining a row in two lines; a blank line below the table is safe. Everything else
    only the author knows.
    """

    name: ClassVar = "table-columns"
    family: ClassVar = "markup"
    triggers: ClassVar = ("-|", "- |", "|-", "| -", "|:", "| :", ":|", ": |")
    changes: ClassVar = Part.TEXT | Part.CODE | Part.STRUCTURE
    examples: ClassVar = (
        Example(
            bad="| Mill | Year |\n| --- | --- |\n| West | 1820 |⟦ old |⟧\n",
            good="| Mill | Year | State |\n| --- | --- | --- |\n| West | 1820 | old |\n",
            fixed=False,
        ),
        Example(
            bad="| Command | Use |\n| --- | --- |\n| `a | b` |⟦ both |⟧\n",
            good="| Command | Use |\n| --- | --- |\n| `a \\| b` | both |\n",
            path="page.mdx",
        ),
        Example(
            bad="| Mill | Year |\n| --- | --- |\n⟦| West |⟧\n",
            good="| Mill | Year |\n| --- | --- |\n| West | |\n",
            fixed=False,
        ),
        Example(
            bad="| Mill | State |\n| --- | --- |\n⟦| West | open daily\nin summer |⟧\n",
            good="| Mill | State |\n| --- | --- |\n| West | open daily in summer |\n",
            fixed=False,
            why="The fix is unsafe: the second line could be a row.",
        ),
        Example(
            bad="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n⟦Both are open.⟧\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n\nBoth are open.\n",
        ),
        Example(good="| a | b |\n| - | - |\n| `c \\| d` | e \\| f |\n"),
        Example(good="a | b\n- | -\nc | d\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what is too many in a row, rows that have too few, and rows in several lines."""
        if not _may_differ(document.text):
            return
        for table in document.tables:
            wanted = len(table.rows[0].cells) if table.rows else 0
            rows = [_Row.of(document, row.span) for row in table.rows[1:]]
            yield from _rows(document, rows, wanted)


def _may_differ(text: str) -> bool:
    """Whether a glance leaves it open that the rows of a table have not all as many cells."""
    at = 0
    while head := next_head(text, at):
        wanted, at = head
        for line in _following(text, at):
            if cells(line) != wanted:
                return True
            at += len(line)
        if wanted > 1 and _TEXT.match(text, at):
            return True
    return False


# Below a table, what is neither blank nor the beginning of another block is a row of it.
_TEXT = pattern(
    r"(?:[ \t]{0,3}>){0,5}[ \t]{0,3}(?![-+*#>`~<:|=!]|\{[:%{#.]|\d{1,9}[.)]|[ \t]*\r?$)\S",
    re.MULTILINE,
)


def _following(text: str, at: int) -> Iterator[str]:
    """Yield the lines from an offset on that hold a “|”, line breaks included."""
    while "|" in (line := text[at : text.find("\n", at) + 1 or len(text)]):
        yield line
        at += len(line)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is written: its place, its text, and where its cells but the first begin."""

    span: Span
    text: str
    inner: list[int]

    @classmethod
    def of(cls, document: Document, span: Span) -> "_Row":
        text = document[span].rstrip()
        return cls(Span(span.start, span.start + len(text)), text, inner(text))

    @property
    def cells(self) -> int:
        return len(self.inner) + 1

    @property
    def opens(self) -> bool:
        return self.text.lstrip(" \t>").startswith("|")

    @property
    def closes(self) -> bool:
        return self.text.endswith("|")


def _rows(document: Document, rows: Sequence[_Row], wanted: int) -> Iterator[Violation]:
    at = 0
    while at < len(rows):
        if wanted > 1 and not any("|" in row.text for row in rows[at:]):
            yield from _glued(document, rows[at])
            return
        lines = _torn(rows, at, wanted)
        if lines > 1:
            yield _joined(rows[at : at + lines])
        else:
            yield from _row(document, rows[at], wanted)
        at += lines


_MOST_LINES = 8


def _torn(rows: Sequence[_Row], at: int, wanted: int) -> int:
    """Return in how many lines a row stands: only its last one ends with “|”."""
    if not rows[at].opens or rows[at].closes:
        return 1
    total = rows[at].cells
    for count, row in enumerate(rows[at + 1 : at + _MOST_LINES], 2):
        total += row.cells if row.opens else row.cells - 1
        if row.closes and total == wanted:
            return count
        if row.closes or total > wanted:
            break
    return 1


def _joined(rows: Sequence[_Row]) -> Violation:
    span = Span(rows[0].span.start, rows[-1].span.end)
    edits = (
        Edit.replacement(Span(one.span.end, other.span.start), " ") for one, other in pairwise(rows)
    )
    message = (
        f"This row goes on in the next line, and each line of a table is a row of its own: "
        f"readers see {len(rows)} rows; write it in one line"
    )
    return Violation(span, message, Fix.unsafe("Join the lines", *edits))


def _row(document: Document, row: _Row, wanted: int) -> Iterator[Violation]:
    text, start = row.text, row.span.start
    if row.cells > wanted:
        at = row.inner[wanted - 1]
        lost = text[at:].strip(" \t|")
        message = f"This row has {row.cells} cells and the table has {wanted} columns"
        if lost:
            message += ": readers do not see the rest"
        if lost and "`" in text:
            message += "; for “|” in code write “\\|”"
        level = Severity.ERROR if lost else Severity.INFO
        fix = _escaped(document, row, wanted)
        yield Violation(Span(start + at, row.span.end), message, fix, level)
    elif row.cells < wanted and text.strip(" \t|"):
        message = f"This row has {number(row.cells)} and the table has {wanted} columns"
        yield Violation(row.span, message, None, Severity.INFO)


def _glued(document: Document, row: _Row) -> Iterator[Violation]:
    """Tell of a line of text right below a table."""
    if _TEXT.match(row.text):
        start = row.span.start
        edit = Edit.insertion(start, document.newline + _prefix(document, start))
        fix = Fix.safe("Put a blank line above it", edit)
        message = "Without a blank line above it this line is a row of the table"
        yield Violation(row.span, message, fix)


def _prefix(document: Document, at: int) -> str:
    """Return what stands before an offset in its line: the marks of a quote, and blanks."""
    return document.text[document.text.rfind("\n", 0, at) + 1 : at]


_ESCAPED_IN_CODE = pattern(r"\|[^\n`]{0,300}`[^`\n]{0,300}\\\|[^`\n]{0,300}`")


def _escaped(document: Document, row: _Row, wanted: int) -> Fix | None:
    """Return the fix that puts a backslash before each “|” in code, if that makes the row right."""
    bars = bars_in_code(row.text)
    if not bars or row.cells - len(bars) != wanted:
        return None
    splits = bars_split_code(document)
    if splits is False:
        return None
    make = Fix.safe if splits or _ESCAPED_IN_CODE.search(document.text) else Fix.unsafe
    edits = (Edit.insertion(row.span.start + bar, "\\") for bar in bars)
    return make("Write “\\|” in code", *edits)
