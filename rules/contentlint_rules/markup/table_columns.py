"""The rule `table-columns`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern

_PIPE = pattern(r"(?<!\\)(?:\\\\)*\|")


@dataclass(frozen=True, kw_only=True)
class TableColumns(Rule):
    """Every row of a table has as many cells as its first row.

    Cells that go beyond the first row are left out of the page: readers never see them. Missing
    ones are filled up with empty cells. The reason is most often a “|” in the text or in code,
    which begins a new cell unless a backslash stands before it.

    There is no fix: whether a cell is too many or a backslash is missing, only the author knows.
    """

    name: ClassVar = "table-columns"
    family: ClassVar = "markup"
    triggers: ClassVar = ("-|", "- |", "|-", "| -", "|:", "| :", ":|", ": |")
    examples: ClassVar = (
        Example(
            bad="| Mill | Year |\n| --- | --- |\n| West | 1820 |⟦ old |⟧\n",
            good="| Mill | Year | State |\n| --- | --- | --- |\n| West | 1820 | old |\n",
            fixed=False,
        ),
        Example(
            bad="| Command | Use |\n| --- | --- |\n| `a | b` |⟦ both |⟧\n",
            good="| Command | Use |\n| --- | --- |\n| `a \\| b` | both |\n",
            fixed=False,
        ),
        Example(
            bad="| Mill | Year |\n| --- | --- |\n⟦| West |⟧\n",
            good="| Mill | Year |\n| --- | --- |\n| West | |\n",
            fixed=False,
        ),
        Example(good="| a | b |\n| - | - |\n| `c \\| d` | e \\| f |\n"),
        Example(good="a | b\n- | -\nc | d\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what is too many in a row, and rows that have too few."""
        if not _may_differ(document.text):
            return
        for table in document.tables:
            wanted = len(table.rows[0].cells) if table.rows else 0
            for row in table.rows[1:]:
                yield from _row(document, row.span, wanted)


_DELIMITER = pattern(
    r"\n[ \t>]{0,20}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*\r?\n"
)


def _may_differ(text: str) -> bool:
    """Whether a glance leaves it open that the rows of a table have not all as many cells."""
    at = 0
    while delimiter := _DELIMITER.search(text, max(0, at - 1)):
        wanted, at = len(_inner(delimiter[0].strip())), delimiter.end()
        for line in _following(text, at):
            if len(_inner(line)) != wanted:
                return True
            at += len(line)
    return False


def _following(text: str, at: int) -> Iterator[str]:
    """Yield the lines from an offset on that hold a “|”, line breaks included."""
    while "|" in (line := text[at : text.find("\n", at) + 1 or len(text)]):
        yield line
        at += len(line)


def _inner(row: str) -> list[int]:
    """Return where the cells of a row begin, the first one left out."""
    pipes = (at.end() for at in _PIPE.finditer(row))
    return [at for at in pipes if row[: at - 1].strip(" \t>") and row[at:].strip()]


def _row(document: Document, row: Span, wanted: int) -> Iterator[Violation]:
    text = document[row].rstrip()
    inner = _inner(text)
    cells = len(inner) + 1
    if cells > wanted:
        start = inner[wanted - 1]
        lost = text[start:].strip(" \t|")
        message = f"This row has {cells} cells and the table has {wanted} columns"
        if lost:
            message += ": readers do not see the rest"
        if lost and "`" in text:
            message += "; for “|” in code write “\\|”"
        level = Severity.ERROR if lost else Severity.INFO
        yield Violation(Span(row.start + start, row.start + len(text)), message, None, level)
    elif cells < wanted and text.strip(" \t|"):
        message = f"This row has {_number(cells)} and the table has {wanted} columns"
        yield Violation(Span(row.start, row.start + len(text)), message, None, Severity.INFO)


def _number(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"
