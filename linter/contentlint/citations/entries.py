"""The entries of a page's lists of sources: where each of them begins and ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from contentlint.citations.identifiers import register_of
from contentlint.citations.marks import Mark
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.span import Span, touches

_NEXT = pattern(
    r"\n(?=[ \t]{0,3}(?:[-*+][ \t]|\\?\[\d{1,3}\\?\]|\d{1,3}[.)][ \t]))"
    r"|(?: {2}|\\|<br[ ]?/?>)[ \t]{0,9}\n"
)
"""What parts two entries that Markdown takes for one paragraph: a number, a line that is broken."""


class Entries:
    """The entries of lists of sources, which are blocks, lines of them, or footnotes."""

    def __init__(self, document: Document, lists: tuple[Span, ...], marks: Sequence[Mark]) -> None:
        self._document = document
        self._marks = sorted(marks, key=_place)
        self._works: dict[Span, int] = {}
        self._spans = sorted(set(_entries(document, lists))) if marks else []

    def of(self, mark: Mark) -> tuple[Span, str]:
        """Return where the entry that a mark stands in is, and its text as it is written.

        The text is empty where the entry names several works, or where none of this shape is.
        """
        index = bisect_right(self._spans, mark.span.start, key=lambda one: one.start) - 1
        if index < 0 or not self._spans[index].covers(mark.span):
            lines = self._document.lines
            return lines.span(lines.line_at(mark.span.start)), ""
        span = self._spans[index]
        if span not in self._works:
            self._works[span] = self._count(span)
        return span, self._document[span] if self._works[span] == 1 else ""

    def _count(self, span: Span) -> int:
        """Return how many works an entry names."""
        first = bisect_left(self._marks, span.start, key=_place)
        last = bisect_left(self._marks, span.end, key=_place)
        inside = (one.url for one in self._marks[first:last] if span.covers(one.span))
        return len({register_of(url) for url in inside} - {""})


_place = attrgetter("span.start")


def _entries(document: Document, lists: tuple[Span, ...]) -> Iterator[Span]:
    notes = sorted(one.span for one in document.footnotes if one.definition)
    for block in document.blocks:
        own = block.kind in {"paragraph", "item"} and not touches(tuple(notes), block.span)
        if own and touches(lists, block.span):
            yield from _apart(document, block.span)
    yield from (span for span in notes if touches(lists, span))


def _apart(document: Document, block: Span) -> Iterator[Span]:
    at = block.start
    for found in _NEXT.finditer(document.text, block.start, block.end):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, block.end)
