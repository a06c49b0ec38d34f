"""A piece of a page as its reader sees it, with the place of every character in the page.

```
text, code, formulas of the piece ─less what is left out→ words ↔ places
```
"""

import html
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

_ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = pattern(r"[\r\n]|<[bB][rR]\b")
_CLOSES = frozenset(".,;:!?)]}»”%")


class Reading(NamedTuple):
    """Words, and of each of their characters where it begins and ends in the page."""

    words: str
    starts: "array[int]"
    ends: "array[int]"

    def page(self, span: Span) -> Span:
        """Return where some of the words stand in the page. Raises ValueError if there are none."""
        if not span.start < span.end <= len(self.words):
            raise ValueError(f"no words at {span}")
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def at(self, place: int) -> int:
        """Return the index of the first word's character that stands at a place or behind it."""
        return bisect_left(self.starts, place)

    def within(self, span: Span) -> Span:
        """Return which of the words stand in a span of the page."""
        start = self.at(span.start)
        return Span(start, max(start, self.at(span.end)))


class _Sheet:
    """Words in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: array[int] = array("Q")
        self.ends: array[int] = array("Q")
        self.last = ""

    def write(self, words: str, start: int, end: int = -1) -> None:
        """Add words that stand at a place; with ``end``, all of them stand for what is there."""
        if not words:
            return
        self.parts.append(words)
        self.last = words[-1]
        many = end < 0
        self.starts.extend(_counting(start, len(words)) if many else [start] * len(words))
        self.ends.extend(_counting(start + 1, len(words)) if many else [end] * len(words))

    def trim(self) -> None:
        """Take blanks off the end."""
        while self.parts and self.last.isspace():
            kept = self.parts[-1].rstrip()
            lost = len(self.parts[-1]) - len(kept)
            del self.starts[-lost:], self.ends[-lost:]
            self.parts[-1:] = [kept] if kept else []
            self.last = self.parts[-1][-1] if self.parts else ""


def _counting(start: int, many: int) -> "Iterable[int]":
    """Return a run of places; a slice of what is there is much faster than to count."""
    end = start + many
    return _counted()[start:end] if end <= _MOST_PLACES else range(start, end)


_MOST_PLACES = 1 << 16


@cache
def _counted() -> "array[int]":
    return array("Q", range(_MOST_PLACES))


class Reader:
    """Reads a page piece by piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        code = [one.content for one in document.code if one.info is None]
        formulas = [one.span for one in document.math]
        self.shown = tuple(sorted([*document.prose, *code, *formulas], key=_places))
        self._ends = [one.end for one in self.shown]
        self.hidden = merged(one.span for one in document.images)

    def read(self, spans: Iterable[Span], without: tuple[Span, ...] = ()) -> Reading:
        """Return what a reader sees of spans of the page, less what is to be left out.

        Both are sorted, and apart from each other. Between two spans stands “ | ”.
        """
        sheet = _Sheet()
        for number, span in enumerate(spans):
            if number and sheet.parts:
                sheet.trim()
                sheet.write(" | ", span.start, span.start)
            self._read(span, without, sheet)
        sheet.trim()
        return Reading("".join(sheet.parts), sheet.starts, sheet.ends)

    def words(self, span: Span) -> str:
        """Return what a reader sees of a span."""
        return self.read([span]).words

    def _read(self, span: Span, without: tuple[Span, ...], sheet: _Sheet) -> None:
        text, at, left_out = self.document.text, span.start, False
        for piece in self._pieces(span):
            if _BREAK.search(text, at, piece.start) and not sheet.last.isspace():
                sheet.write(" ", at, max(at, piece.start))
            for part in _less(piece, without):
                left_out = left_out or bool(_between(without, at, part.start))
                if left_out and (text[part.start] in _CLOSES or text[part.start].isspace()):
                    sheet.trim()
                left_out = False
                _write(text, part, sheet)
                at = part.end
            left_out = left_out or bool(_between(without, at, piece.end))
            at = max(at, piece.end)

    def _pieces(self, span: Span) -> Iterator[Span]:
        """Yield the stretches of a span that show: text, and what code and formulas hold."""
        first = bisect_right(self._ends, span.start)
        for index in range(first, bisect_left(self.shown, span.end, lo=first, key=_start)):
            one = self.shown[index]
            if not (self.hidden and touches(self.hidden, one)):
                yield one if span.covers(one) else _common(one, span)


def _write(text: str, span: Span, sheet: _Sheet) -> None:
    """Add text, and what its entities stand for."""
    at = span.start
    for entity in (
        _ENTITY.finditer(text, span.start, span.end) if text.find("&", at, span.end) >= 0 else ()
    ):
        sheet.write(text[at : entity.start()], at)
        sheet.write(html.unescape(entity[0]), *entity.span())
        at = entity.end()
    sheet.write(text[at : span.end], at)


def _between(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return those of some spans, sorted, that lie between two places, in part or whole."""
    if not spans:
        return ()
    first = bisect_right(spans, start, key=_end)
    return spans[first : bisect_left(spans, end, key=_start)]


_start, _end, _places = attrgetter("start"), attrgetter("end"), attrgetter("start", "end")


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _less(span: Span, without: tuple[Span, ...]) -> Iterator[Span]:
    if not without:
        yield span
        return
    at = span.start
    for hole in _between(without, span.start, span.end):
        if hole.start > at:
            yield Span(at, hole.start)
        at = max(at, hole.end)
    if at < span.end:
        yield Span(at, span.end)
