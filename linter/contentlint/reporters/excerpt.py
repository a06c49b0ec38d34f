"""One line of a page, cut to a width round a place, with every character's cells counted."""

import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from contentlint.fix import Edit, Fix, apply
from contentlint.reporters.escape import COMMAND, escape
from contentlint.span import Span

_AROUND = 400
"""How many code points on each side of a place are looked at: more fit on no line."""
_MARKS = {"\t": "⇥", "\n": "␤", "\r": "␍"}
_ASCII_MARKS = {"⇥": ">", "␤": "$", "␍": "$", "…": ".", "“": '"', "”": '"', "’": "'", "–": "-"}


class Excerpt(NamedTuple):
    """A piece of a line as it is shown, and the cells of it that are meant."""

    text: str
    start: int
    length: int


class _Cell(NamedTuple):
    shown: str
    width: int


def width_of(char: str) -> int:
    """Return how many cells a character takes: 2 for wide ones, 0 for those that combine."""
    if char.isascii():
        return 1
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else sum(map(width_of, text))


def _drawn(char: str, *, meant: bool, unicode: bool) -> _Cell:
    """Draw a character; one that cannot be seen is named where it is what is meant."""
    safe = _MARKS[char] if char in "\t\n\r" else escape(char)
    if safe == char and meant and not char.isascii() and not cells(char.strip()):
        left, right = "⟨⟩" if unicode else "<>"
        safe = f"{left}U+{ord(char):04X}{right}"
    if not unicode:
        safe = _ASCII_MARKS.get(safe) or safe.encode("ascii", "backslashreplace").decode()
    return _Cell(safe, cells(safe))


class Page:
    """A page to quote from, as it will read once ``repairs`` are made."""

    def __init__(self, text: str, repairs: tuple[Edit, ...] = (), *, unicode: bool = True) -> None:
        self.text, self.repairs, self.unicode = text, repairs, unicode
        self._newline = "\r" if "\n" not in text else "\n"

    def raw(self) -> "Page":
        """Return the same page as it is."""
        return Page(self.text, unicode=self.unicode)

    def excerpt(self, span: Span, width: int) -> Excerpt:
        """Return the line that a span begins in, cut to a width round the span.

        What is meant is at least one cell long, and ends with its line.
        """
        start, end = self._line(span.start)
        stop = max(span.start, min(span.end, end))
        middle = self._between(span.start, min(stop, span.start + _AROUND))
        return self._round(middle, (start, span.start), (stop, end), width)

    def after(self, span: Span, fix: Fix, width: int) -> str | None:
        """Return the repaired piece of the page; None where the fix only takes away what is meant.

        Of a fix with many edits those on the line of the finding are shown.
        """
        if all(not edit.content and span.covers(edit.span) for edit in fix.edits):
            return None
        start, end = self._line(span.start)
        edits = [edit for edit in fix.edits if start <= edit.span.start <= end] or [fix.edits[0]]
        first = edits[0].span.start
        near = [edit for edit in edits if edit.span.end - first < _AROUND]
        if not near:
            return None
        last = max(edit.span.end for edit in near)
        moved = (Edit(edit.span.shifted(-first), edit.content) for edit in near)
        made = apply(self.text[first:last], moved)[: 2 * _AROUND]
        return self._round(
            made, (self._line(first)[0], first), (last, self._line(last)[1]), width
        ).text

    def _line(self, offset: int) -> tuple[int, int]:
        start = self.text.rfind(self._newline, 0, offset) + 1
        end = self.text.find(self._newline, offset)
        end = len(self.text) if end < 0 else end
        return start, end - 1 if end > start and self.text[end - 1] == "\r" else end

    def _between(self, start: int, end: int) -> str:
        piece = self.text[start:end]
        if not self.repairs:
            return piece
        low = bisect_left(self.repairs, start, key=lambda edit: edit.span.start)
        high = bisect_left(self.repairs, end, key=lambda edit: edit.span.start)
        inside = [edit for edit in self.repairs[low:high] if edit.span.end <= end]
        return apply(piece, [Edit(edit.span.shifted(-start), edit.content) for edit in inside])

    def _round(
        self, middle: str, before: tuple[int, int], after: tuple[int, int], width: int
    ) -> Excerpt:
        near = max(before[0], before[1] - _AROUND)
        head = self._between(near, before[1])
        tail = self._between(after[0], min(after[1], after[0] + _AROUND))
        return self._cut(head, middle, tail, width, whole=near == before[0])

    def _cells(self, text: str, meant: range) -> list[_Cell]:
        steering = {match.start() + 1 for match in COMMAND.finditer(text)}
        blank = not text[meant.start : meant.stop].strip(" ")
        return [
            _Cell("\\x23", 4)
            if at in steering
            else _Cell("␣", 1)
            if blank and at in meant
            else _drawn(char, meant=at in meant, unicode=self.unicode)
            for at, char in enumerate(text)
        ]

    def _cut(self, before: str, meant: str, after: str, width: int, *, whole: bool) -> Excerpt:
        start, stop = len(before), len(before) + len(meant)
        everything = self._cells(before + meant + after, range(start, stop))
        left, middle, right = everything[:start], everything[start:stop], everything[stop:]
        kept, more = _fitting(middle, width - 4)
        size = sum(cell.width for cell in kept)
        room = max(0, width - size - 4)
        head, cut = _fitting(left[::-1], max(room // 3, room - sum(cell.width for cell in right)))
        tail, rest = _fitting(right, room - sum(cell.width for cell in head))
        lead = "" if whole and not cut else "… "
        shown = "".join(cell.shown for cell in (*head[::-1], *kept, *([] if more else tail)))
        at = len(lead) + sum(cell.width for cell in head)
        return Excerpt(f"{lead}{shown}{' …' if more or rest else ''}".rstrip(" "), at, max(1, size))


def _fitting(row: list[_Cell], width: int) -> tuple[list[_Cell], bool]:
    """Return as many cells as fit, and whether any were left over."""
    total = 0
    for index, cell in enumerate(row):
        total += cell.width
        if total > width:
            return row[:index], True
    return row, False
