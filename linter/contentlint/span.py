"""Where something stands: offsets inside, lines and columns only for people."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start`` included and ``end`` not.

    Raises ValueError when the range is negative or runs backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    @classmethod
    def at(cls, offset: int) -> "Span":
        """The empty span at an offset."""
        return cls(offset, offset)

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The same span, that many code points further on."""
        return Span(self.start + by, self.end + by)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans sorted, those that touch or overlap joined into one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of others that are sorted and apart from each other."""
    last = bisect_left(spans, span.end, key=_start) - 1
    return last >= 0 and spans[last].overlaps(span)


_start = attrgetter("start")


class Position(NamedTuple):
    """A place as people count it: both from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Turns offsets into lines and columns, and back; nothing else does.

    A line ends at LF (so CRLF counts once). Only a text without any LF is cut at CR,
    as files of the classic Mac OS were.
    """

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        newline = "\r" if "\n" not in self.text else "\n"
        starts, at = [0], self.text.find(newline)
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find(newline, at + 1)
        object.__setattr__(self, "starts", tuple(starts))

    def __len__(self) -> int:
        return len(self.starts)

    def line_at(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds an offset."""
        return bisect_right(self.starts, offset)

    def position(self, offset: int) -> Position:
        """Return the line and the column of an offset."""
        line = self.line_at(offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def span(self, line: int) -> Span:
        """Return what a line holds, without its line break. Lines count from 1."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)
