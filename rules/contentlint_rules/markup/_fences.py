"""The lines that begin and end blocks of code, as they are written."""

from collections.abc import Iterator
from typing import NamedTuple

from contentlint import pattern

_BEFORE = pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){0,3}")


class Fence(NamedTuple):
    """A line that begins or ends a block of code."""

    start: int
    end: int
    before: str
    signs: str
    info: str

    def closes(self, other: "Fence") -> bool:
        """Whether the line ends a block that the other one begins, whatever it is indented by."""
        return not self.info and self.signs.startswith(other.signs)


def fences(text: str) -> Iterator[Fence]:
    """Yield all lines that look like fences; a block's content may hold some."""
    for start in sorted([*_starts(text, "`"), *_starts(text, "~")]):
        line = text.rfind("\n", 0, start) + 1
        if line < start and not _BEFORE.fullmatch(text, line, start):
            continue
        stop = text.find("\n", start)
        rest = text[start : stop if stop >= 0 else len(text)]
        info = rest.lstrip(rest[0])
        signs, info = rest[: len(rest) - len(info)], info.strip()
        if signs[0] == "~" or "`" not in info:
            end = start + (rest.index(info, len(signs)) + len(info) if info else len(signs))
            yield Fence(start, end, text[line:start], signs, info)


def _starts(text: str, sign: str) -> Iterator[int]:
    """Yield where three or more of a sign begin, the first of each line."""
    at = text.find(sign * 3)
    while at >= 0:
        yield at
        stop = text.find("\n", at)
        at = text.find(sign * 3, stop) if stop >= 0 else -1


def openings(text: str) -> Iterator[Fence]:
    """Yield the lines that begin a block, as far as no list and no quote cuts one short."""
    opened: Fence | None = None
    for fence in fences(text):
        if opened is None:
            opened = fence
            yield fence
        elif fence.closes(opened):
            opened = None
