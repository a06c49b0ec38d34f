"""In which piece of a page a place is."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from contentlint import Span


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
