"""Characters that are spelt out, as HTML entities or as in JSON, as what they mean."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from contentlint import Span, pattern

_ESCAPE = pattern(
    r"&(?:#[0-9]{3,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}[0-9]{0,2});"
    r"|\\u[0-9a-fA-F]{4}"
)
_TWO = pattern(rf"(?:{_ESCAPE.pattern})(?:[^\x00-\x7f]|{_ESCAPE.pattern})")


def spells_out(text: str) -> bool:
    """Return whether two characters in a row may be spelt out; most texts are told at a glance."""
    entities = "&" in text and (";&" in text or not text.isascii())
    return (entities or ("\\" in text and "\\u" in text)) and _TWO.search(text) is not None


@dataclass(frozen=True, slots=True)
class Meant:
    """A text in which nothing is spelt out, and the way back to how it is written."""

    text: str
    starts: tuple[int, ...]
    """Where each spelt-out character stands in ``text``."""
    lengths: tuple[int, ...]
    """How many characters each is spelt with."""

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
    for found in _ESCAPE.finditer(text):
        char = _character(found.group())
        if len(char) == 1 and char > "\x7f" and not "\ud800" <= char <= "\udfff":
            yield found, char


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
