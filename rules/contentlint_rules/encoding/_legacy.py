"""Text in an old encoding of one alphabet that was read as one of another: “Ïðèâåò” for “Привет”.

No byte says which encoding it was, so it takes whole lines of text that make no sense before and
good sense after. That is likely, not certain.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint import pattern
from contentlint_rules.beyond import once_beyond, outside_ascii
from contentlint_rules.encoding._likeness import cost
from contentlint_rules.encoding._readings import is_row

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac_cyrillic")
_GREEK = ("cp1253", "iso8859-7")
_LATIN = ("cp1252", "latin-1", "mac_roman", "cp437", "cp850", "cp1250", "iso8859-2", "cp1254")
_PAIRS = (
    *((wrong, right) for wrong in _LATIN for right in (*_CYRILLIC, *_GREEK)),
    *((wrong, right) for wrong in _CYRILLIC for right in _CYRILLIC if wrong != right),
    *((wrong, right) for wrong in _GREEK for right in _CYRILLIC),
    *((wrong, right) for wrong in _CYRILLIC for right in _GREEK),
)
_LATIN_SIGN = pattern(r"[¡-\u017f√≈∆∂ƒ◊≤≥‡†‚„‰ˆˇ˘˛\u2500-\u259f]{4}")
_OTHER = pattern(r"[\u0370-\u045f]")
_RARE_LETTER = "[ЂЃѓЉЊЌЋЏђљњќћџЎў]"
_RARE_SIGN = r"[\u0400-\u040f\u0450-\u045f«-»°±µ¶]"
_OTHER_SIGN = pattern(
    # What comes first is rare in any alphabet: most of a sound text is passed over.
    r"[А-Я\u0400-\u040f\u0450-\u045fΑ-Ω\u2500-\u259f¤-¿](?:"
    rf"(?<=[а-яё][А-ЯЁ])[А-ЯЁ]|(?<={_RARE_SIGN}){_RARE_SIGN}[\u0400-\u045f]"
    rf"|(?<={_RARE_LETTER}){_RARE_LETTER}|(?<=[α-ώ][Α-Ω])[Α-Ω]"
    r"|(?<=[а-яА-Я][\u2500-\u259f¤-¿])|(?<=[\u2500-\u259f])[а-яА-Я])"
)
_MIXED = pattern(r"[а-яёα-ώ][А-ЯЁΑ-Ω]")
_FRAME = pattern(r"[\u2500-\u259f]")
"""What nobody writes in words, though DOS had many bytes for it."""
_LINE = pattern(r"[^\n]*[^\x00-\x7f][^\n]*")
_WORDS = pattern(r"[^\x00-\x7f]+")
_MOST_OF_IT = 0.7
"""Share of a line's characters outside ASCII that the old encodings must have."""
_BETTER = 1.5
"""By so many nats a character a line must be likelier."""
_FEWEST = 12
"""Lines with fewer characters outside ASCII, or half as many different ones, prove nothing."""
_SHARE = 0.08
"""A text with a smaller share of characters outside ASCII is not looked at."""
_SOME = 60
"""Of so many lines the encoding is told."""


class Guess(NamedTuple):
    """A run of characters that would read as another alphabet, and the odds of its line."""

    start: int
    end: int
    reads: str
    path: str
    odds: float


def guesses(text: str) -> Iterator[Guess]:
    """Yield the runs of a text that were written in one old encoding and read in another."""
    if outside_ascii(text) < _SHARE * len(text) or not _is_odd(once_beyond(text)):
        return
    lines = [found for found in _LINE.finditer(text) if _is_odd(found.group())]
    best = max(_PAIRS, key=lambda pair: sum(_gain(line.group(), *pair) for line in lines[:_SOME]))
    better = [line for line in _LINE.finditer(text) if _gain(line.group(), *best) > 0]
    size = sum(len("".join(_WORDS.findall(line.group()))) for line in better)
    candidates = sum(1 for _ in _LINE.finditer(text))
    letters = {char for line in better for char in line.group() if char > "\x7f"}
    if size < _FEWEST or len(letters) < _FEWEST // 2 or 2 * len(better) < candidates:
        return
    for line in better:
        yield from _runs(line, *best)


def _is_odd(text: str) -> bool:
    return bool(_LATIN_SIGN.search(text) or (_OTHER.search(text) and _OTHER_SIGN.search(text)))


def _runs(line: re.Match[str], wrong: str, right: str) -> Iterator[Guess]:
    for run in _WORDS.finditer(line.group()):
        reads = _reread(run.group(), wrong, right)
        if reads is not None and reads != run.group():
            start = line.start() + run.start()
            odds = cost(run.group(), " ", " ") - cost(reads, " ", " ")
            yield Guess(start, start + len(reads), reads, f"{right} as {wrong}", odds)


@lru_cache(maxsize=16384)
def _gain(line: str, wrong: str, right: str) -> float:
    """Return how much likelier a line is than it was; nothing where it is not likely enough."""
    gain, size = 0.0, 0
    for run in _WORDS.findall(line):
        read = _reread(run, wrong, right)
        if read is not None and not is_row(run):
            gain += cost(run, " ", " ") - cost(read, " ", " ")
            size += len(run)
    all_of_it = len("".join(_WORDS.findall(line)))
    return gain if gain > _BETTER * size and size > _MOST_OF_IT * all_of_it else 0.0


def _reread(run: str, wrong: str, right: str) -> str | None:
    try:
        read = run.encode(wrong).decode(right)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    mixed = len(_MIXED.findall(read)) * 8 > len(read)
    return read if len(read) == len(run) and not mixed and not _FRAME.search(read) else None
