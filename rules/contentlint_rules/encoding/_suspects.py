"""Which encodings could have broken something: a cheap look, without the place of anything."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from contentlint import pattern
from contentlint_rules.beyond import beyond, glued_after, once_beyond
from contentlint_rules.encoding._codecs import CODECS, Codec, suspicious
from contentlint_rules.encoding._kinds import everyday
from contentlint_rules.encoding._likeness import cost
from contentlint_rules.encoding._lost import holes
from contentlint_rules.encoding._multibyte import WIDE, Wide
from contentlint_rules.encoding._readings import cost_of_reading

_WORTH_A_LOOK = 8.0
"""Odds below which two characters are not looked at, however odd their place; see ``_verdict``."""
_GREEK_OR_CYRILLIC = pattern(r"[\u0370-\u04ff]+")
_GLUED = pattern(r"[\u0370-\u04ff][A-Za-z]")
_CONTEXTS = ((" ", " "), (" ", "a"), ("a", " "), ("a", "a"), ("0", " "))
"""Neighbours between which damage shows most."""
_EASTERN = pattern(r"[\u2e80-\u9fff\uac00-\ud7a3\uff61-\uff9f]{1,4}")
_FAR = pattern(r"[\u2e80-\uffff]")
"""One range is searched for much faster than several."""
_AFTER_LATIN = pattern(r"[A-Za-z]([\u2e80-\u9fff\uac00-\ud7a3\uff61-\uff9f]{1,3})")
_FEW = 20
"""Up to so many different odd places are looked at where they stand."""
_ODD = 3.0
"""Odds below which a place there does not matter."""
_HALF = pattern("\xed[\xa0-\xaf][\x80-\xbf]")
_HALF_AN_EMOJI = 12.0
"""Odds for the first half of an emoji in CESU-8."""
_LOST = pattern(r"\ufffd|(?<=[a-z])Ã ")
_LONGEST_WORD = 60
_MOST = 300
"""Of so many places with rare characters an encoding is told."""


def suspects(text: str) -> dict[Codec | Wide, float]:
    """Return the encodings that could have broken something, with what speaks for each."""
    found = {**_narrow(text), **_wide(text)}
    if "\ufffd" in once_beyond(text) or "Ã" in once_beyond(text):
        for codec in _losing(text):
            found.setdefault(codec, _WORTH_A_LOOK)
    return found


def _losing(text: str) -> Iterator[Codec]:
    """Yield the encodings that can have lost something at one of a text's first lost places."""
    places = islice(_LOST.finditer(text), _FEW)
    around = "\n".join(text[max(0, at.start() - 3) : at.end() + 3] for at in places)
    for codec in CODECS if around else ():
        if any(around[hole.start] > "\x7f" and hole.trace for hole in holes(around, codec)):
            yield codec


def _narrow(text: str) -> dict[Codec | Wide, float]:
    if text.isascii():
        return {}
    glued = glued_after(text)
    if not any(_may_be_odd(run, glued) for run in once_beyond(text).split(" ")):
        return {}
    chunks = Counter(suspicious().findall(beyond(text)))
    # A search of the whole text, so it waits until it could matter.
    glued = any(map(_GREEK_OR_CYRILLIC.fullmatch, chunks)) and _GLUED.search(text) is not None
    odd = {chunk: verdict for chunk in chunks if (verdict := _verdict(chunk, glued))}
    if len(odd) <= _FEW:
        odd = {chunk: verdict for chunk, verdict in odd.items() if _in_place(text, chunk, verdict)}
    weights: dict[Codec | Wide, float] = {}
    for chunk, verdict in odd.items():
        for codec, odds in verdict:
            weights[codec] = weights.get(codec, 0.0) + odds * chunks[chunk]
    return {codec: weights[codec] for codec in CODECS if codec in weights}


def _may_be_odd(run: str, glued: bool) -> bool:
    """Return whether an encoding could have broken something in a run, in the oddest of places."""
    return len(run) > 1 and (len(run) > _LONGEST_WORD or _is_odd(run, glued))


@lru_cache(maxsize=65536)
def _is_odd(run: str, glued: bool) -> bool:
    return any(_verdict(chunk, glued) for chunk in suspicious().findall(run))


def _in_place(text: str, chunk: str, verdict: tuple[tuple[Codec, float], ...]) -> bool:
    """Return whether one of a few characters is odd where it stands, and not only somewhere."""
    places = islice(re.finditer(re.escape(chunk), text), _MOST)
    neighbours = {
        (text[max(0, at.start() - 1) : at.start()], text[at.end() : at.end() + 1]) for at in places
    }
    return any(_best_odds(codec, chunk, tuple(neighbours)) > _ODD for codec, _ in verdict)


@lru_cache(maxsize=65536)
def _verdict(chunk: str, glued: bool) -> tuple[tuple[Codec, float], ...]:
    """Return by which encodings a few characters could be damage, in the oddest of places."""
    contexts = _CONTEXTS if glued or not _GREEK_OR_CYRILLIC.fullmatch(chunk) else ((" ", " "),)
    odds = ((codec, _best_odds(codec, chunk, contexts)) for codec in CODECS)
    return tuple((codec, value) for codec, value in odds if value > _WORTH_A_LOOK)


def _best_odds(codec: Codec, chunk: str, contexts: tuple[tuple[str, str], ...]) -> float:
    pieces = codec.pieces(chunk)
    if not pieces or pieces[0].start:
        return _HALF_AN_EMOJI * bool(_HALF.match(chunk.translate(codec.to_bytes)))
    source, reads = chunk[: pieces[0].end], pieces[0].reads
    return max(
        cost(source, *place) - cost_of_reading(codec, reads, *place, frozenset())
        for place in contexts
    )


@cache
def _rare() -> re.Pattern[str]:
    """Return what finds characters of East Asia that few people write, and what is lost."""
    return re.compile(f"[^\\x00-\u2e7f\u3000-\u30ff{everyday()}\ue000-\uff60\uffa0-\U0010ffff]")


def _wide(text: str) -> dict[Codec | Wide, float]:
    """Return the encodings with two bytes a character that could have broken something.

    What they make of UTF-8 is full of characters that hardly anybody writes, but for short
    words in Latin letters.
    """
    some = once_beyond(text)
    if not (_FAR.search(some) and _EASTERN.search(some)):
        return {}
    windows = Counter(_windows(text))
    weights: dict[Codec | Wide, float] = {}
    for (left, window), count in windows.items():
        for codec, odds in _wide_verdict(left, window):
            weights[codec] = weights.get(codec, 0.0) + odds * count
    return {codec: weights[codec] for codec in WIDE if codec in weights}


def _windows(text: str) -> Iterator[tuple[str, str]]:
    """Yield a character before and a few around each place where an encoding may show itself."""
    end = 0
    for number, found in enumerate(_rare().finditer(text)):
        if number > _MOST:
            break
        if found.start() >= end:
            start, end = max(end, found.start() - 2), found.end() + 3
            yield "", text[start:end]
    for number, found in enumerate(_AFTER_LATIN.finditer(text)):
        if number > _MOST:
            break
        yield "a", found[1]


@lru_cache(maxsize=65536)
def _wide_verdict(left: str, window: str) -> tuple[tuple[Wide, float], ...]:
    odds = ((codec, _wide_odds(codec, left, window)) for codec in WIDE)
    return tuple((codec, value) for codec, value in odds if value > _WORTH_A_LOOK)


def _wide_odds(codec: Wide, left: str, window: str) -> float:
    best = 0.0
    for run in codec.runs.finditer(window):
        for piece in codec.pieces(run.group()):
            start, end = run.start() + piece.start, run.start() + piece.end
            place = window[start - 1 : start] or left, window[end : end + 1]
            source = cost(window[start:end], *place)
            best = max(best, source - cost_of_reading(codec, piece.reads, *place, frozenset()))
    return best
