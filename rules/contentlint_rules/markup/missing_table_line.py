"""The rule `missing-table-line`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple

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
from contentlint_rules.markup._parsers import tables_need_blank, tables_need_line
from contentlint_rules.markup._rows import DASHES, cells, number

# A line of dashes as an editor turns it into other signs.
_ALMOST = pattern(r"[ \t>]{0,20}\|(?:[ \t]*[:=_–—-]{1,200}[ \t]*\|)+")
_CELL = pattern(r"[:=_–—-]+")


class MissingTableLine(Rule):
    """Every table has a line of dashes under its head, with as many cells as the head has.

    “| --- | --- |” is what makes rows a table. Where that line is missing, or has one cell more or
    less than the row above it, there is no table: readers see one paragraph full of “|”.

    The fix is safe where the line is there and all rows but it agree, or where it is made of other
    signs than hyphens. To put in a line that is missing makes the first row the head: unsafe.
    """

    name: ClassVar = "missing-table-line"
    family: ClassVar = "markup"
    changes: ClassVar = Part.STRUCTURE | Part.TEXT
    triggers: ClassVar = ("|",)
    examples: ClassVar = (
        Example(
            bad="⟦| Mill | Year |⟧\n| West | 1820 |\n| East | 1850 |\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n| East | 1850 |\n",
            fixed=False,
            why="The fix is unsafe: a table may be meant to have no head.",
        ),
        Example(
            bad="| Mill | Year |\n⟦| --- |⟧\n| West | 1820 |\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n",
        ),
        Example(
            bad="| Mill | Year |\n⟦| — | — |⟧\n| West | 1820 |\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n",
        ),
        Example(good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n"),
        Example(good="The norm |x| and\n|y| are equal.\n\n```\n| a | b |\n| c | d |\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first of rows that are no table, or the line that does not fit them."""
        parted = list(_parted(document))
        yield from parted
        told = {one.span for one in parted}
        for rows in _runs(document.text):
            tell = _problem(rows) if rows[0].span not in told else None
            block = _paragraph(document, rows[0].span.start) if tell else None
            if tell and block:
                yield from tell(_Place(document, rows, block))
        if tables_need_blank(document):
            yield from _glued(document)


class _Row(NamedTuple):
    """A line that begins and ends with “|”; its place is without the marks of a quote."""

    span: Span
    text: str
    prefix: str
    cells: int
    dashes: bool

    @classmethod
    def of(cls, line: str, at: int) -> "_Row":
        text = line.strip(" \t>\r\n")
        prefix = line[: line.index("|")]
        start = at + len(prefix)
        dashes = "-" in text and DASHES.fullmatch(text) is not None
        return cls(Span(start, start + len(text)), text, prefix, cells(text), dashes)


_Rows = Sequence[_Row]
_ROW = r"[ \t>]{0,20}\|[^\n]*\|[ \t]*\r?(?:\n|\Z)"
_RUN = pattern(f"(?:{_ROW}){{2,}}")
_JOINT = pattern(r"\|[ \t]*\r?\n[ \t>]{0,20}\|")


def _runs(text: str) -> Iterator[_Rows]:
    """Yield the lines that follow each other, begin and end with “|”, and are no plain table."""
    at = 0
    while joint := _JOINT.search(text, at):
        begin = text.rfind("\n", at, joint.start()) + 1 or at
        run = _RUN.match(text, begin)
        at = run.end() if run else text.rfind("\n", 0, joint.end()) + 1
        if run and not _is_table(run[0]):
            yield list(_rows(run[0], begin))


def _is_table(run: str) -> bool:
    """Whether rows begin as a table does, or are too narrow to be taken for one."""
    first, second = run.split("\n", 2)[:2]
    return cells(first) < 2 or (cells(first) == cells(second) and bool(_UNDER.match(second)))


_UNDER = pattern(r"[ \t>]{0,20}\|[ \t]*:?-[ \t|:-]*\r?\Z")


def _rows(run: str, at: int) -> Iterator[_Row]:
    for line in run.splitlines(keepends=True):
        yield _Row.of(line, at)
        at += len(line)


def _paragraph(document: Document, at: int) -> Span | None:
    """Return the paragraph round an offset, where readers see the source as it is."""
    spans = (one.span for one in document.blocks if one.kind in {"paragraph", "item"})
    return next((span for span in spans if at in span), None)


class _Place(NamedTuple):
    """Rows that are no table, and the paragraph that they are in."""

    document: Document
    rows: _Rows
    block: Span

    @property
    def starts(self) -> bool:
        """Whether nothing stands in the paragraph before the rows."""
        return self.block.start == self.rows[0].span.start


_Tell = Callable[[_Place], Iterator[Violation]]


def _problem(rows: _Rows) -> _Tell | None:
    """Return what tells what is wrong with rows; None where nothing is sure to be."""
    first, second = rows[:2]
    if second.dashes:
        return None if first.dashes else _unlike
    if first.dashes:
        return _no_head
    if _ALMOST.fullmatch(second.text) and first.cells == second.cells:
        return _other_signs
    same = all(row.cells == first.cells for row in rows[:3])
    return (
        _no_line
        if same and not any(row.dashes for row in rows) and first.text.strip("| \t")
        else None
    )


_SEEN = "so this is no table, and readers see the “|”"


def _unlike(place: _Place) -> Iterator[Violation]:
    """Tell that the line of dashes has not as many cells as the head."""
    head, line = place.rows[:2]
    message = f"This line has {number(line.cells)} and the row above it {head.cells}, {_SEEN}"
    fix = None
    if all(row.cells == head.cells for row in place.rows[2:]):
        held = [cell.strip() for cell in line.text.strip("|").split("|")]
        held = [*held, *["---"] * head.cells][: head.cells]
        make = Fix.safe if place.rows[2:] else Fix.unsafe
        edit = Edit.replacement(line.span, f"| {' | '.join(held)} |")
        fix = make(f"Give the line {number(head.cells)}", edit)
    yield Violation(line.span, message, fix)


def _other_signs(place: _Place) -> Iterator[Violation]:
    """Tell that the line under the head is made of signs that are no hyphens."""
    line = place.rows[1]
    fix = Fix.safe("Write hyphens", Edit.replacement(line.span, _CELL.sub(_hyphens, line.text)))
    yield Violation(line.span, f"This line is not made of hyphens (“---”), {_SEEN}", fix)


def _hyphens(cell: "re.Match[str]") -> str:
    return f"{':' * cell[0].startswith(':')}---{':' * cell[0].endswith(':')}"


def _no_head(place: _Place) -> Iterator[Violation]:
    """Tell that nothing stands above the line of dashes, or something that is no head."""
    first = place.rows[0]
    if not place.starts:
        message = f"The line above this one is no row of {number(first.cells)}, {_SEEN}"
        yield Violation(first.span, message)
    elif tables_need_line(place.document):
        row = f"{'|  ' * first.cells}|{place.document.newline}{first.prefix}"
        fix = Fix.unsafe("Put an empty head above it", Edit.insertion(first.span.start, row))
        message = f"There is no row of heads above this line, {_SEEN}"
        yield Violation(first.span, message, fix, Severity.WARNING)


def _no_line(place: _Place) -> Iterator[Violation]:
    """Tell that there is no line of dashes at all."""
    if not tables_need_line(place.document):
        return
    first = place.rows[0]
    line = f"|{' --- |' * first.cells}"
    fix = None
    if place.starts:
        edit = Edit.insertion(
            first.span.end, f"{place.document.newline}{place.rows[1].prefix}{line}"
        )
        fix = Fix.unsafe(f"Put “{line}” below it", edit)
    message = f"There is no line “{line}” below this row, {_SEEN}"
    yield Violation(first.span, message, fix, Severity.WARNING)


_APART = pattern(r"\|[ \t]*\r?\n((?:[ \t>]{0,20}\r?\n){1,3})(?=[ \t>]{0,20}\|[ \t]*:?-)")


def _parted(document: Document) -> Iterator[Violation]:
    """Tell of blank lines between a head and its line of dashes."""
    for match in _APART.finditer(document.text):
        head, line = _line(document, match.start()), _line(document, match.end())
        if not (head and line) or head.dashes or not line.dashes or head.cells != line.cells:
            continue
        if _paragraph(document, head.span.start) and _paragraph(document, line.span.start):
            message = f"A blank line stands between this line and the head of the table, {_SEEN}"
            fix = Fix.safe("Take it out", Edit.deletion(Span(*match.span(1))))
            yield Violation(line.span, message, fix)


def _line(document: Document, at: int) -> _Row | None:
    """Return the row in whose line an offset is; None where that is no row."""
    span = document.lines.span(document.lines.line_at(at))
    found = document[span]
    return _Row.of(found, span.start) if _RUN_OF_ONE.fullmatch(found) else None


_RUN_OF_ONE = pattern(_ROW)


def _glued(document: Document) -> Iterator[Violation]:
    """Tell of tables right below a line of text, which not all parsers see."""
    ends = {one.span.end for one in document.blocks if one.kind == "paragraph"}
    for table in document.tables:
        number = document.lines.line_at(table.span.start)
        above = document.lines.span(max(number - 1, 1))
        if number > 1 and above.start + len(document[above].rstrip()) in ends:
            start = table.span.start
            prefix = document.text[document.lines.span(number).start : start]
            edit = Edit.insertion(start, f"{document.newline}{prefix}")
            fix = Fix.safe("Put a blank line above it", edit)
            message = "Without a blank line above it this is no table: readers see the “|”"
            yield Violation(Span.at(start), message, fix)
