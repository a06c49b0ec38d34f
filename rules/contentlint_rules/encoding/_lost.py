"""Broken characters of which a byte was lost on the way: which they can have been, and the odds.

An encoding has no character for some bytes. A program that met one wrote U+FFFD or a question
mark, or nothing; and a no-break space often became a blank. What is left of the character says
which ones it can have been; the neighbours, and what else the text has, say which it was.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from contentlint import pattern
from contentlint_rules.encoding._codecs import Codec
from contentlint_rules.encoding._likeness import cost
from contentlint_rules.encoding._multibyte import Wide

_C = "[\x80-\xbf]"
_X = "[\x1a?]"
_WHOLE = f"[\xc2-\xdf]{_C}|[\xe0-\xef]{_C}{{2}}|[\xf0-\xf4]{_C}{{3}}"
_HOLED = pattern(
    f"(?P<whole>{_WHOLE})"
    f"|(?P<holed>[\xc2-\xdf]{_X}|[\xe0-\xef](?:{_C}{_X}|{_X}{_C})"
    f"|\xf0(?:{_X}{_C}{{2}}|{_C}{_X}{_C}|{_C}{{2}}{_X})|\x1a{_C}{{1,3}}"
    f"|[\xe0-\xef] {_C}|[\xe0-\xef]{_C} )"
    "|(?P<blank>[\xc2-\xdf] )"
    f"|(?P<short>[\xe0-\xef]{_C}|\xf0{_C}{{2}}|[\xc2-\xdf]|\x9f{_C}{{2}})"
    "|(?P<gone>\x1a{2,3})"
)
_CONTRACTED = pattern(r"s\b(?!['’])|quel[aeo]s?\b|quilo\b")
_CLOSE = (" ", ",", ".", ")")
"""What no blank stands before, in any language."""
_FAR_AHEAD = math.log(9)
"""By so much the likeliest character must lead the next."""
_LONGEST = 4
"""So many characters stand for what is left of one."""
_MOST = 512
"""So many possibilities are no help."""
_PUNCTUATION = "’“”‘–—…•"
_CONTINUATIONS = "".join(map(chr, range(0x80, 0xC0)))
_LEADS = "".join(map(chr, range(0xC3, 0xF0)))


class Hole(NamedTuple):
    """Where a character was lost, and which it can have been.

    ``trace`` is what stands there for it: U+FFFD, "?", a blank, or nothing.
    """

    start: int
    end: int
    choices: tuple[str, ...]
    trace: str = "\ufffd"


@cache
def lost_bytes(codec: Codec | Wide) -> str:
    """Return the bytes, as code points, that programs lose when they take them for an encoding."""
    if isinstance(codec, Wide):
        return _CONTINUATIONS + _LEADS
    if codec.name == "mac_roman":
        return "\xf0"  # Apple's logo, in the private use area
    high = codec.high
    undefined = [chr(0x80 + at) for at, char in enumerate(high) if char <= "\x9f"]
    return "".join(undefined)


@lru_cache(maxsize=8192)
def _choices(codec: Codec | Wide, left: str) -> tuple[str, ...]:
    """Return the characters of which an encoding leaves just this: bytes, as code points."""
    lost, blank = lost_bytes(codec), _blank(codec)
    options = [lost if char in "\x1a?" else blank if char == " " else char for char in left]
    return tuple(dict.fromkeys(_decoded(map("".join, product(*options)))))


@lru_cache(maxsize=8192)
def _longer(codec: Codec | Wide, left: str) -> tuple[str, ...]:
    """Return the characters of which an encoding leaves just this, having dropped a byte."""
    lost = lost_bytes(codec)
    grown = (left[:at] + byte + left[at:] for at in range(len(left) + 1) for byte in lost)
    return tuple(dict.fromkeys(_decoded(grown)))


def _decoded(raws: Iterable[str]) -> Iterator[str]:
    for raw in raws:
        try:
            char = raw.encode("latin-1").decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
        if len(char) == 1:
            yield char


@cache
def _letters() -> tuple[str, ...]:
    """Return the letters with two bytes that most pages are written in."""
    return tuple(char for char in map(chr, range(0xC0, 0x460)) if char.isalpha())


@cache
def _blank(codec: Codec | Wide) -> str:
    """Return the byte that is a no-break space in an encoding, if it can continue a character."""
    if isinstance(codec, Wide) or "\xa0" not in codec.high[:0x40]:
        return ""
    return chr(0x80 + codec.high.index("\xa0"))


def holes(text: str, codec: Codec | Wide) -> Iterator[Hole]:
    """Yield the places where an encoding can have lost a byte of a character, in order."""
    if isinstance(codec, Wide):
        yield from _wide_holes(text, codec)
        return
    end = 0
    for some in codec.unfinished.finditer(text):
        start = some.start()
        if start < end:
            continue
        found = _HOLED.match(text[start : start + _LONGEST].translate(codec.to_bytes))
        if found is None:
            continue
        end = start + found.end()
        if found["blank"]:
            yield from _blanked(text, codec, found.group(), start)
        elif choices := _of(codec, found):
            yield Hole(start, end, choices, _trace(found.group()))


def _trace(raw: str) -> str:
    return "\ufffd" if "\x1a" in raw else "?" if "?" in raw else " " if " " in raw else ""


def _blanked(text: str, codec: Codec, left: str, start: int) -> Iterator[Hole]:
    """Yield what ends in a blank that was a no-break space, the second byte of a character.

    Of “à” that leaves a letter and two blanks, or one where somebody joined them: then it stays
    but in “às” and “àquele”, which Portuguese has.
    """
    end = start + len(left)
    choices = _choices(codec, left)
    if text[max(0, start - 2) : start].isupper() or not _of_a_word(text, start, end):
        return
    if choices == ("à",) and not _CONTRACTED.match(text, end):
        yield Hole(start, end - (text[end : end + 1] not in _CLOSE), choices, " ")
    elif choices:
        yield Hole(start, end, choices, " ")


def _of_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a letter stands before a place, or a word after it."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2].lstrip(" “«\"'")
    return before.isalpha() or before > "\x7f" or after[:1].isalnum() or after > "\x7f"


def _of(codec: Codec | Wide, found: re.Match[str]) -> tuple[str, ...]:
    if found["holed"]:
        return _choices(codec, found.group())
    if found["short"]:
        return _longer(codec, found.group())
    if isinstance(codec, Wide) and found["gone"]:
        return tuple(_PUNCTUATION) if len(found.group()) == 3 else _letters()
    return ()


def _wide_holes(text: str, codec: Wide) -> Iterator[Hole]:
    for run in codec.holed_runs.finditer(text):
        raw, ends = codec.raw(run.group())
        for group in _aligned(_HOLED.finditer(raw), ends):
            start, end = ends[group[0].start()], ends[group[-1].end()]
            after = text[run.start() + end : run.start() + end + 1]
            choices = _together(codec, group, run.group()[start:end], after)
            if choices:
                trace = _trace(raw[group[0].start() : group[-1].end()])
                yield Hole(run.start() + start, run.start() + end, choices, trace)


def _aligned(found: Iterable[re.Match[str]], ends: dict[int, int]) -> Iterator[list[re.Match[str]]]:
    """Yield what is found, together until it ends where a character of the encoding does."""
    group: list[re.Match[str]] = []
    for each in found:
        if group and group[-1].end() != each.start():
            group = []
        if group or each.start() in ends:
            group.append(each)
            if each.end() in ends:
                yield group
                group = []


def _together(codec: Wide, group: list[re.Match[str]], source: str, after: str) -> tuple[str, ...]:
    """Return what a group can have been: what breaks into just this, before what follows."""
    if all(one["whole"] for one in group) or len(group) > 3:
        return ()
    parts = [tuple(_decoded([one.group()])) if one["whole"] else _of(codec, one) for one in group]
    return _breaking_into(codec, tuple(parts), source, after)


@lru_cache(maxsize=8192)
def _breaking_into(
    codec: Wide, parts: tuple[tuple[str, ...], ...], source: str, after: str
) -> tuple[str, ...]:
    if math.prod(map(len, parts)) > _MOST:
        return ()
    choices = map("".join, product(*parts))
    return tuple(choice for choice in choices if codec.breaks_into(choice, source, after))


def filled(
    hole: Hole, place: tuple[str, str], attested: Counter[str], at_home: frozenset[str]
) -> tuple[str, float]:
    """Return what a hole most likely read, and its cost; "" where another is nearly as likely."""
    ranked = sorted(
        (cost(choice, *place, at_home) - _familiar(choice, attested), choice)
        for choice in hole.choices
    )
    lead = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else 99.0
    return (ranked[0][1] if lead > _FAR_AHEAD else ""), ranked[0][0]


def _familiar(choice: str, attested: Counter[str]) -> float:
    """Return how much the rest of the text speaks for characters, their capitals or small ones."""
    return sum(
        2 * math.log1p(attested[char]) + math.log1p(attested[char.swapcase()] / 4)
        for char in choice
        if char > "\x7f"
    )
