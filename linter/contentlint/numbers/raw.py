"""A number on its way to a quantity."""

from typing import NamedTuple

from contentlint.numbers.quantity import Value
from contentlint.span import Span


class Raw(NamedTuple):
    """A number before its neighbours are known.

    ``start`` and ``end`` take in the sign and the unit, ``digits`` are the number's own.
    """

    start: int
    end: int
    values: tuple[Value, ...]
    unit: str = ""
    scaled: bool = False
    digits: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Word(NamedTuple):
    """A word in lower case, and where it stands."""

    text: str
    start: int
    end: int
