"""Where places stand: inside of pieces of a page, of passages, of lists that are in no other."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from contentlint import Document, Span


class Piece(Protocol):
    """What stands somewhere."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


P = TypeVar("P", bound=Piece)


def enclosing(pieces: Sequence[P], span: Span) -> P | None:
    """Return the piece round a span; the pieces are in order, and none is in another."""
    index = bisect_right(pieces, span.start, key=lambda piece: piece.span.start) - 1
    return pieces[index] if index >= 0 and pieces[index].span.covers(span) else None


def outermost_lists(document: Document) -> list[Span]:
    """Return the spans of lists that are in no other list, in order."""
    found: list[Span] = []
    for span in sorted(one.span for one in document.lists):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def is_inside(spans: Sequence[Span], at: int) -> bool:
    """Whether a place is in one of spans that are sorted and apart, and not where it begins."""
    last = bisect_left(spans, at, key=lambda span: span.start) - 1
    return last >= 0 and at < spans[last].end
