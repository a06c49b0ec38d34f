"""The encodings of Chinese, Japanese and Korean, in which two bytes may make one character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from contentlint import pattern
from contentlint_rules.encoding._codecs import Piece

_SEQUENCE = pattern(
    rb"[\xc2-\xdf][\x80-\xbf]"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
"""One well-formed character of UTF-8 outside ASCII (Unicode 16, table 3-7)."""


@dataclass(frozen=True, eq=False)
class Wide:
    """An encoding in which a character has one byte or two. ``title`` is what people call it."""

    name: str
    title: str

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """Finds characters outside ASCII that the encoding has, one directly after another."""
        return re.compile(f"{_class(self._bytes)}+")

    @cached_property
    def holed_runs(self) -> re.Pattern[str]:
        """The same, with characters among them that stand for lost bytes."""
        return re.compile(f"{_class({**self._bytes, chr(0xFFFD): b''})}+[? ]?")

    def raw(self, run: str) -> tuple[str, dict[int, int]]:
        """Return the bytes of a run as code points, 1A for a lost one, and where characters end.

        The second maps offsets into the bytes to offsets into the run, 0 included.
        """
        ends, data = {0: 0}, bytearray()
        for at, char in enumerate(run, 1):
            data += b"\x1a" if char in "\ufffd?" else self._bytes.get(char, b" ")
            ends[len(data)] = at
        return data.decode("latin-1"), ends

    @cached_property
    def _bytes(self) -> dict[str, bytes]:
        return dict(_table(self.name))

    def break_once(self, text: str) -> str:
        """Return how a text reads when its UTF-8 is taken for this encoding; U+FFFD for losses."""
        return text.encode("utf-8", "surrogatepass").decode(self.name, "replace")

    def breaks_into(self, text: str, source: str, after: str) -> bool:
        """Return whether a text reads like ``source``, losses aside, before another character."""
        raw = text.encode() + self._bytes.get(after, after.encode("ascii", "ignore"))
        broken = raw.decode(self.name, "replace")
        marks = "\ufffd" if "\ufffd" in source else "?" if "?" in source else ""
        return broken.replace("\ufffd", marks).startswith(source)

    def mend_once(self, text: str) -> str | None:
        """Return the text whose UTF-8 reads as ``text``; None where there is no such text."""
        try:
            return text.encode(self.name).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return None

    def pieces(self, run: str) -> tuple[Piece, ...]:
        """Return the parts of a run that are whole characters of UTF-8, with what they read."""
        return _short_pieces(self, run) if len(run) < 40 else tuple(self._pieces(run))

    def _pieces(self, run: str) -> Iterator[Piece]:
        table = self._bytes
        ends, data = {0: 0}, bytearray()
        for at, char in enumerate(run, 1):
            data += table[char]
            ends[len(data)] = at
        raw = bytes(data)
        start = 0
        while start < len(raw):
            end = _whole(raw, start, ends)
            if end > start:
                yield Piece(ends[start], ends[end], raw[start:end].decode())
                start = end
            else:
                start += len(table[run[ends[start]]])


def _whole(raw: bytes, start: int, ends: dict[int, int]) -> int:
    """Return the last place that ends both a character of UTF-8 and one of the encoding.

    A letter of ASCII that was taken for the second byte of a character comes back as well.
    """
    at = last = start
    while at < len(raw):
        if raw[at] < 0x80 and at not in ends:
            at += 1
        elif found := _SEQUENCE.match(raw, at):
            at = found.end()
        else:
            break
        if at in ends:
            last = at
    return last


def _table(codec: str) -> Iterator[tuple[str, bytes]]:
    for high in range(0x80, 0x100):
        for raw in (bytes([high]), *(bytes([high, low]) for low in range(0x40, 0xFF))):
            try:
                char = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and char.encode(codec) == raw:
                yield char, raw


def _class(chars: dict[str, bytes]) -> str:
    return f"[{''.join(sorted(map(re.escape, chars)))}]"


@lru_cache(maxsize=16384)
def _short_pieces(codec: Wide, run: str) -> tuple[Piece, ...]:
    return tuple(codec._pieces(run))


WIDE = (
    Wide("gbk", "GBK"),
    Wide("cp932", "Shift-JIS"),
    Wide("cp950", "Big5"),
    Wide("cp949", "EUC-KR"),
)
