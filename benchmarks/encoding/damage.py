"""How sound text is broken: UTF-8 read with another codec, once or more often.

Python's own codecs do it, so that what is measured owes nothing to what measures it. What a codec
has no character for ends in one of the ways (fates) that real tools have: kept as a control
character, replaced, dropped. Lossless is a line whose bytes are all still there.
"""

import random
import re
from dataclasses import dataclass
from functools import cache

SINGLE = [
    "cp1252",
    "latin-1",
    "mac_roman",
    "cp437",
    "cp850",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1257",
    "cp866",
    "koi8-r",
    "iso8859-2",
]
WIDE = ["gbk", "cp950", "cp932", "cp949"]
TRIM = re.compile(r"(\s+)")


@dataclass(frozen=True)
class Condition:
    """One way of being broken: the codec, how often, what became of lost bytes, and where."""

    codec: str
    times: int
    fate: str
    where: str

    def __str__(self) -> str:
        return f"{self.codec} ×{self.times} {self.fate} {self.where}"


def conditions() -> list[Condition]:
    """Return every condition that is measured."""
    return [
        Condition(codec, times, fate, where)
        for codec in (*SINGLE, *WIDE)
        for times in (1, 2)
        for fate in fates(codec)
        for where in ("whole", "tenth", "words")
    ]


def fates(codec: str) -> tuple[str, ...]:
    """Return what can become of a byte that the codec has no character for."""
    if codec in WIDE:
        return ("replaced", "asked", "dropped")
    if codec == "mac_roman":  # its one private character is what tools drop
        return ("kept", "dropped")
    whole = None not in table(codec) and codec not in ("latin-1", "iso8859-2")
    return ("kept",) if whole else ("kept", "replaced", "dropped")


@cache
def table(codec: str) -> tuple[str | None, ...]:
    """Return what a codec of single bytes has for each of the upper 128; C1 and private: none."""
    return tuple(_character(bytes([byte]), codec) for byte in range(0x80, 0x100))


def _character(byte: bytes, codec: str) -> str | None:
    try:
        character = byte.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if "\x80" <= character <= "\x9f" or character == "\uf8ff" else character


def broken(text: str, how: Condition) -> tuple[str, bool]:
    """Return a text as it looks afterwards, and whether nothing was lost."""
    whole = True
    for _ in range(how.times):
        text, kept = (_wide if how.codec in WIDE else _single)(text, how)
        whole = whole and kept
    return text, whole


def _wide(text: str, how: Condition) -> tuple[str, bool]:
    raw = text.encode()
    try:
        return raw.decode(how.codec), True
    except UnicodeDecodeError:
        read = raw.decode(how.codec, "ignore" if how.fate == "dropped" else "replace")
        return read.replace("\ufffd", "?") if how.fate == "asked" else read, False


def _single(text: str, how: Condition) -> tuple[str, bool]:
    out, whole = [], True
    for byte in text.encode():
        character = chr(byte) if byte < 0x80 else table(how.codec)[byte - 0x80]
        if character is None:
            whole = whole and how.fate == "kept"
            kept = bytes([byte]).decode("mac_roman") if how.codec == "mac_roman" else chr(byte)
            character = {"kept": kept, "replaced": "\ufffd", "dropped": ""}[how.fate]
        out.append(character)
    return "".join(out), whole


@dataclass(frozen=True)
class Line:
    """A line as it stands in a broken document, and as it was."""

    now: str
    was: str
    whole: bool = True


def damaged(document: str, how: Condition, dice: random.Random) -> list[Line]:
    """Return the lines of a document after a condition befell it."""
    return [_damaged(line, how, dice) for line in document.split("\n")]


def _damaged(line: str, how: Condition, dice: random.Random) -> Line:
    if line.isascii():
        return Line(line, line)
    if how.where == "whole" or (how.where == "tenth" and dice.random() < 0.1):
        now, whole = broken(line, how)
        return Line(now, line, whole)
    if how.where == "words" and dice.random() < 0.25:
        return _words(line, how, dice)
    return Line(line, line)


def _words(line: str, how: Condition, dice: random.Random) -> Line:
    words = TRIM.split(line)
    choice = [index for index, word in enumerate(words) if not word.isascii() and word.strip()]
    intact = True
    for index in dice.sample(choice, min(len(choice), dice.choice((1, 2)))):
        words[index], whole = broken(words[index], how)
        intact = intact and whole
    return Line("".join(words), line, intact)
