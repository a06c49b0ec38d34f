"""Characters that are spelt out, as HTML entities or as in JSON, as what they mean."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import Span, pattern

_ESCAPE = pattern(
    r"&(?:#[0-9]{3,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}[0-9]{0,2});"
    r"|\\u[0-9a-fA-F]{4}"
)


def spells_out(text: str) -> bool:
    """Return whether two characters in a row may be spelt out; most texts are told at a glance."""
    if any(text.startswith("u", at + 1) for at in _places(text, "\\")):
        return True
    return "&" in text and (not text.isascii() or any(map(_beyond, _in_a_row(text))))


def _in_a_row(text: str) -> Iterator[str]:
    """Yield the first of each two entities in a row."""
    for second in _places(text, "&"):
        if text[second - 1] == ";":
            yield text[text.rfind("&", max(0, second - 10), second) : second]


def _beyond(escape: str) -> bool:
    return _ESCAPE.fullmatch(escape) is not None and _character(escape) > "\x7f"


class Meant(NamedTuple):
    """A text in which nothing is spelt out, and the way back to how it is written."""

    text: str
    starts: tuple[int, ...]
    """Where each spelt-out character stands in ``text``."""
    lengths: tuple[int, ...]
    """How many characters each is spelt with."""

    @property
    def places(self) -> str:
        """What stands around spelt-out characters that have another beside them, a line each."""
        around = (self.text[max(0, at - 4) : at + 5] for at in self.starts if self._touches(at))
        return "\n".join(around)

    def _touches(self, at: int) -> bool:
        beside = self.text[max(0, at - 1) : at] + self.text[at + 1 : at + 2]
        return not beside.isascii()

    def back(self, span: Span) -> Span | None:
        """Return where a span stands as it is written; None where nothing in it is spelt out."""
        first, last = (bisect_right(self.starts, at - 1) for at in (span.start, span.end))
        if first == last:
            return None
        return Span(self._written(span.start, first), self._written(span.end, last))

    def _written(self, offset: int, count: int) -> int:
        return offset + sum(self.lengths[:count]) - count


def meant(text: str) -> Meant:
    """Return what a text means."""
    parts: list[str] = []
    starts: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for found, char in _characters(text):
        parts += text[at : found.start()], char
        length += found.start() - at
        starts.append(length)
        lengths.append(found.end() - found.start())
        length += 1
        at = found.end()
    return Meant("".join([*parts, text[at:]]), tuple(starts), tuple(lengths))


def _characters(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for start in sorted(_starts(text)):
        found = _ESCAPE.match(text, start)
        char = _character(found.group()) if found else ""
        if found and len(char) == 1 and char > "\x7f" and not "\ud800" <= char <= "\udfff":
            yield found, char


def _starts(text: str) -> Iterator[int]:
    """Yield where something may be spelt out."""
    yield from _places(text, "&")
    yield from _places(text, "\\")


def _places(text: str, sign: str) -> Iterator[int]:
    """Yield where a sign stands: an order of magnitude faster than a pattern's search."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _character(escape: str) -> str:
    if escape.startswith("&"):
        code = re.fullmatch(r"&#x?([89][0-9a-f]|12[89]|1[345][0-9]);", escape.lower())
        # Browsers read these as Windows-1252, which damage by Latin-1 is not.
        return (
            chr(int(code[1], 16 if "x" in escape.lower() else 10))
            if code
            else html.unescape(escape)
        )
    return chr(int(f"0x{escape[2:]}", base=0))
