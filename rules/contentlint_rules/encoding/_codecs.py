"""The encodings that UTF-8 gets mistaken for, each as characters that stand for bytes."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from contentlint import pattern

_STRICT = pattern(
    "(?:[\xc2-\xdf][\x80-\xbf]"
    "|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    "|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
    "|\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf])+"
)
"""Well-formed UTF-8 outside ASCII (Unicode 16, table 3-7), one code point standing for a byte.

The last line is CESU-8 (Unicode Technical Report 26): an emoji as two halves of three bytes each.
"""


class Piece(NamedTuple):
    """Part of a run that is well-formed UTF-8: where in the run it stands and what it reads."""

    start: int
    end: int
    reads: str


class _Bytes(dict[int, int]):
    """The byte of every character of an encoding; others are none. Learns as it is asked."""

    def __missing__(self, code: int) -> int:
        value = self[code] = code if code < 0x80 else 0xFFFF
        return value


@dataclass(frozen=True, eq=False)
class Codec:
    """An encoding with one byte a character.

    ``title`` is the name that people know. Bytes that the encoding leaves undefined stand for
    the control character of the same number, as browsers have it (WHATWG Encoding, 9.1).
    """

    name: str
    title: str

    @cached_property
    def high(self) -> str:
        """The characters that bytes 80 to FF become, in that order."""
        return "".join(_character(self.name, byte) for byte in range(0x80, 0x100))

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """Finds what could be characters of UTF-8, one directly after another."""
        unit = f"[{re.escape(self.high[0x42:0x75])}][{re.escape(self.high[:0x40])}]{{1,3}}"
        return re.compile(f"{unit}(?:{unit})*")

    @cached_property
    def unfinished(self) -> re.Pattern[str]:
        """Finds what starts like a character of UTF-8 and does not go on like one.

        Such characters tell by themselves where they begin, so nothing before has to be read.
        """
        two, three, four = (
            re.escape(self.high[first - 0x80 : last - 0x80])
            for first, last in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
        )
        tail, middle = f"[{re.escape(self.high[:0x40])}]", re.escape(self.high[0x1F])
        return re.compile(
            f"[{two}{three}{four}{middle}\ufffd]"
            f"(?:(?<=[{two}])(?!{tail})|(?<=[{three}])(?!{tail}{{2}})|(?<=[{four}])(?!{tail}{{3}})"
            f"|(?<=\ufffd)|(?<![{two}{three}{four}{re.escape(self.high[:0x40])}]{middle})"
            f"(?<={middle})(?={tail}{{2}}))"
        )

    @cached_property
    def to_bytes(self) -> dict[int, int]:
        """The byte of each character, for ``str.translate``; 1A for U+FFFD, none for others."""
        table = _Bytes({ord(char): 0x80 + at for at, char in enumerate(self.high)})
        table.setdefault(0xFFFD, 0x1A)
        return table

    def break_once(self, text: str) -> str:
        """Return how a text reads when its UTF-8 is taken for this encoding."""
        broken = text.encode("utf-8", "surrogatepass").decode("latin-1")
        return broken.translate({0x80 + at: ord(char) for at, char in enumerate(self.high)})

    def mend_once(self, text: str) -> str | None:
        """Return the text whose UTF-8 reads as ``text``; None where there is no such text."""
        if len(text) < 2:
            return None
        raw = text.translate(self.to_bytes)
        try:
            return raw.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return None

    def pieces(self, run: str) -> tuple[Piece, ...]:
        """Return the parts of a run that are well-formed UTF-8, with what they read."""
        return _short_pieces(self, run) if len(run) < 40 else _pieces(self, run)


def _character(codec: str, byte: int) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def _pieces(codec: Codec, run: str) -> tuple[Piece, ...]:
    return tuple(
        Piece(found.start(), found.end(), _decoded(found.group()))
        for found in _STRICT.finditer(run.translate(codec.to_bytes))
    )


def _decoded(raw: str) -> str:
    data = raw.encode("latin-1")
    if "\xed" not in raw:
        return data.decode("utf-8")
    halves = data.decode("utf-8", "surrogatepass")
    return halves.encode("utf-16", "surrogatepass").decode("utf-16")


_short_pieces = lru_cache(maxsize=16384)(_pieces)

CODECS = (
    Codec("cp1252", "Windows-1252"),
    Codec("latin-1", "Latin-1"),
    Codec("mac_roman", "Mac Roman"),
    Codec("cp1250", "Windows-1250"),
    Codec("cp1251", "Windows-1251"),
    Codec("cp437", "DOS 437"),
    Codec("cp850", "DOS 850"),
    Codec("cp1254", "Windows-1254"),
    Codec("cp1253", "Windows-1253"),
    Codec("cp1257", "Windows-1257"),
    Codec("koi8-r", "KOI8-R"),
    Codec("cp866", "DOS 866"),
    Codec("iso8859-2", "Latin-2"),
)
"""In order of preference, for text that several explain equally well."""


@cache
def suspicious() -> re.Pattern[str]:
    """Return what finds every place that any of the encodings could have broken, and many more."""
    leads = "".join(sorted({char for codec in CODECS for char in codec.high[0x42:0x75]}))
    tails = "".join(sorted({char for codec in CODECS for char in codec.high[:0x40]}))
    return re.compile(f"[{re.escape(leads)}][{re.escape(tails)}]{{1,3}}")
