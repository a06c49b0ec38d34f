"""Finds UTF-8 that was decoded with the wrong encoding, and undoes exactly that.

Each place is a run of characters whose bytes in some encoding are well-formed UTF-8. Whether the
run is damage is a question of odds: how likely its characters are between their neighbours,
against how likely those are that it would read as. A place with overwhelming odds is certain by
itself; when such places explain a whole line or a whole text, what is left over in it is damage
too. A repair loses nothing: breaking the result again gives back, character for character, what
stood there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from contentlint import Span, pattern
from contentlint_rules.encoding._codecs import CODECS, Codec, suspicious
from contentlint_rules.encoding._likeness import ALPHABETIC, HOME, SELDOM, cost, kinds

CERTAIN = 11.0
"""Odds, in nats (e to the 11th is 60,000 to 1), above which a place needs no support."""
WHOLE = 0.9
"""Above this share of damaged characters, of those outside ASCII, a text is broken throughout."""
_ROUNDS = 16
_SUPPORTED = 6.5
"""Odds asked of a place in a text that has certain damage by the same encoding elsewhere."""
_STRANGE = 9.0
"""The same for one that would read as a kind of character which no certain place attests."""
_IN_BROKEN_TEXT = -9.0
"""Odds that a place may have against it where all else in its text or line is broken."""
_WORTH_A_LOOK = 8.0
"""Odds below which two characters are not looked at, however odd their place; see ``_verdict``."""
_LINE = pattern(r"[^\n]+")
_WORD = pattern(r"[^ \t\r\n]+")
_FAR_BETTER = 8.0
"""By so much, in nats, one encoding must beat another to take a place away from it."""
_SAMPLE = 32
"""A longer run, in characters, is judged by its beginning: nothing so long is UTF-8 by chance."""
_NEAR = 0.85
"""Encodings with this share of the strongest one's weight are tried together with it."""
_ALL = 0.97
"""Above this share of characters explained, an encoding is not asked to share with others."""
_GREEK_OR_CYRILLIC = pattern(r"[\u0370-\u04ff]+")
_GLUED = pattern(r"[\u0370-\u04ff][A-Za-z]")
_TWICE = 2.0
"""Odds against having been broken once more than it shows."""
_NO_WORD = 5.0
_WORDS = frozenset("àáèéêíóúöåæøаивкосуяіїєйαηοώ")
"""Words of one letter, outside ASCII, in the languages of Europe."""
_CONTEXTS = ((" ", " "), (" ", "a"), ("a", " "), ("a", "a"), ("0", " "))
"""Neighbours between which damage shows most."""


@dataclass(frozen=True, slots=True, order=True)
class Damage:
    """One damaged place: what it should read, and by which encodings it was broken.

    ``path`` names the encodings in the order of the repair: the last damage done is the first
    undone. ``odds`` are those of the place by itself, in nats; in a text that is broken
    throughout they may be low, or against it.
    """

    span: Span
    reads: str
    path: tuple[str, ...]
    odds: float


@dataclass(frozen=True, slots=True)
class Repair:
    """All damage in a text."""

    text: str
    damage: tuple[Damage, ...] = ()
    coverage: float = 0.0
    """Share of the characters outside ASCII that stand in damaged places, 0 to 1."""

    @property
    def whole(self) -> bool:
        """Whether the text is broken throughout."""
        return self.coverage > WHOLE

    @property
    def path(self) -> tuple[str, ...]:
        """The encodings that broke most of the places; none for a text without damage."""
        counts = Counter(place.path for place in self.damage)
        return max(counts, key=counts.__getitem__, default=())

    @property
    def repaired(self) -> str:
        """The text as it was before it was broken."""
        parts: list[str] = []
        at = 0
        for place in self.damage:
            parts += self.text[at : place.span.start], place.reads
            at = place.span.end
        return "".join([*parts, self.text[at:]])


class _Run(NamedTuple):
    """A candidate: a run of whole broken characters, and how much speaks for it."""

    start: int
    end: int
    reads: str
    odds: float


@dataclass(frozen=True)
class _Reading:
    """A text as one encoding would explain it."""

    codec: Codec
    runs: tuple[_Run, ...]
    weight: float = field(init=False)
    """What speaks for it, all in all."""

    def __post_init__(self) -> None:
        weight = sum(run.odds for run in self.runs if run.odds > 0)
        object.__setattr__(self, "weight", weight)


def explain(text: str) -> Repair:
    """Return the damage in a text and what it should read.

    Repeats until nothing is found, so that text which was broken several times over comes out
    whole. Never raises.
    """
    if text.isascii():
        return Repair(text)
    damage: tuple[Damage, ...] = ()
    current = text
    for _ in range(_ROUNDS):
        found = _round(current)
        if not found:
            break
        damage = tuple(_compose(damage, found, current)) if damage else found
        current = Repair(text, damage).repaired
    return Repair(text, damage, _coverage(text, damage)) if damage else Repair(text)


def _coverage(text: str, damage: Iterable[Damage]) -> float:
    explained = sum(len(place.span) for place in damage)
    return explained / _outside_ascii(text)


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


# One round: undo the last damage done.


def _round(text: str) -> tuple[Damage, ...]:
    suspects = _suspects(text)
    if not suspects:
        return ()
    least = _NEAR * max(suspects.values())
    readings = _readings(text, [codec for codec in suspects if suspects[codec] >= least])
    if _explains_all(text, readings[0]):
        readings = readings[:1]
    else:
        readings = _uncontested(_readings(text, list(suspects)))
    return tuple(sorted(_claims(text, readings), key=lambda place: place.span.start))


def _readings(text: str, codecs: list[Codec]) -> list[_Reading]:
    """Return what each encoding makes of the text, the likeliest first."""
    at_home = _at_home(text, codecs)
    readings = [_Reading(codec, tuple(_runs(text, codec, at_home))) for codec in codecs]
    return sorted(readings, key=lambda reading: -reading.weight)


def _explains_all(text: str, reading: _Reading) -> bool:
    explained = sum(map(_length, (run for run in reading.runs if run.odds > 0)))
    return explained > _ALL * _outside_ascii(text)


def _uncontested(readings: list[_Reading]) -> list[_Reading]:
    """Return the readings without the runs that another encoding explains far better."""
    best: dict[int, float] = {}
    for reading in readings:
        for run in reading.runs:
            for at in range(run.start, run.end):
                best[at] = max(run.odds, best.get(at, run.odds))

    def stands(run: _Run) -> bool:
        return all(best[at] < run.odds + _FAR_BETTER for at in range(run.start, run.end))

    return [_Reading(reading.codec, tuple(filter(stands, reading.runs))) for reading in readings]


def _claims(text: str, readings: list[_Reading]) -> Iterator[Damage]:
    """Yield what each encoding explains, the best first, as far as no better one has."""
    taken: set[int] = set()
    for reading in readings:
        for run in _accepted(text, reading):
            offsets = range(run.start, run.end)
            if taken.isdisjoint(offsets):
                taken.update(offsets)
                yield Damage(Span(run.start, run.end), run.reads, (reading.codec.name,), run.odds)


# Which encodings could it be: a cheap look at pairs of characters, without their place.


def _suspects(text: str) -> dict[Codec, float]:
    """Return the encodings that could have broken something, with what speaks for each."""
    chunks = Counter(suspicious().findall(text))
    # A search of the whole text, so it waits until it could matter.
    glued = any(map(_GREEK_OR_CYRILLIC.fullmatch, chunks)) and _GLUED.search(text) is not None
    weights: dict[Codec, float] = {}
    for chunk, count in chunks.items():
        for codec, odds in _verdict(chunk, glued):
            weights[codec] = weights.get(codec, 0.0) + odds * count
    return {codec: weights[codec] for codec in CODECS if codec in weights}


@lru_cache(maxsize=65536)
def _verdict(chunk: str, glued: bool) -> tuple[tuple[Codec, float], ...]:
    """Return by which encodings a few characters could be damage, in the oddest of places."""
    contexts = _CONTEXTS if glued or not _GREEK_OR_CYRILLIC.fullmatch(chunk) else ((" ", " "),)
    odds = ((codec, _best_odds(codec, chunk, contexts)) for codec in CODECS)
    return tuple((codec, value) for codec, value in odds if value > _WORTH_A_LOOK)


def _best_odds(codec: Codec, chunk: str, contexts: tuple[tuple[str, str], ...]) -> float:
    pieces = codec.pieces(chunk)
    if not pieces or pieces[0].start:
        return 0.0
    source, reads = chunk[: pieces[0].end], pieces[0].reads
    return max(
        cost(source, *place) - _cost_of_reading(codec, reads, *place, frozenset())
        for place in contexts
    )


# What an encoding makes of the text.


def _at_home(text: str, codecs: list[Codec]) -> frozenset[str]:
    """Return the scripts that the text uses outside of anything that could be damage."""
    total = _by_script(text)
    inside: Counter[str] = Counter()
    for codec in codecs if total else ():
        inside |= _by_script("".join(codec.runs.findall(text)))
    return frozenset(
        script for script, count in total.items() if count - inside[script] > max(3, count // 2)
    )


def _by_script(text: str) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if script := HOME.get(kinds[char]):
            scripts[script] += count
    return scripts


def _runs(text: str, codec: Codec, at_home: frozenset[str]) -> Iterator[_Run]:
    known: dict[tuple[str, str, str], float] = {}
    for found in codec.runs.finditer(text):
        at = found.start()
        for piece in codec.pieces(found.group()):
            start, end = at + piece.start, at + piece.end
            reads, share = piece.reads, 1.0
            if end - start > _SAMPLE:
                reads = reads[: _SAMPLE // 4]
                end = start + len(reads.encode())
                share = len(reads) / len(piece.reads)
            key = text[start - 1 : start], text[start:end], text[end : end + 1]
            odds = known.get(key)
            if odds is None:
                odds = known[key] = _odds(codec, reads, key, at_home)
            yield _Run(start, at + piece.end, piece.reads, odds / share)


def _odds(codec: Codec, reads: str, place: tuple[str, str, str], at_home: frozenset[str]) -> float:
    left, source, right = place
    return cost(source, left, right, at_home) - _cost_of_reading(codec, reads, left, right, at_home)


def _cost_of_reading(
    codec: Codec, reads: str, left: str, right: str, at_home: frozenset[str]
) -> float:
    once = cost(reads, left, right, at_home) + _lone(reads, left, right)
    deeper = codec.mend_once(reads)
    if deeper is None:
        return once
    return min(once, cost(deeper, left, right, at_home) + _TWICE)


def _lone(reads: str, left: str, right: str) -> float:
    """Return the odds against a letter that stands alone and is no word of a language."""
    alone = not left.isalnum() and not right.isalnum()
    strange = len(reads) == 1 and kinds[reads] in ALPHABETIC and reads not in _WORDS
    return _NO_WORD if strange and alone else 0.0


# Consensus: what is certain vouches for what is not.


def _accepted(text: str, reading: _Reading) -> Iterator[_Run]:
    sure = [run for run in reading.runs if run.odds > CERTAIN]
    if not sure and not _many_hints(text, reading):
        return iter(())
    seen = _seldom("".join({run.reads for run in sure or reading.runs}))
    likely = [run for run in reading.runs if run.odds > _least_odds(run, seen)]
    if sum(map(_length, likely)) > WHOLE * _outside_ascii(text):
        return iter(likely)
    return _by_line(text, likely) if sure else iter(())


def _seldom(text: str) -> set[str]:
    return {SELDOM[kinds[char]] for char in text if kinds[char] in SELDOM}


def _least_odds(run: _Run, seen: set[str]) -> float:
    """Return the odds that a run needs in a broken text: more when it would read as a stranger."""
    return _IN_BROKEN_TEXT if _seldom(run.reads) <= seen else _STRANGE


def _length(run: _Run) -> int:
    return run.end - run.start


def _many_hints(text: str, reading: _Reading) -> bool:
    hints = {text[run.start : run.end]: run.odds for run in reading.runs if run.odds > 0}
    return len(hints) >= 3 and sum(hints.values()) > 2 * CERTAIN


def _by_line(text: str, likely: list[_Run]) -> Iterator[_Run]:
    """Yield the runs of the lines and the words that are broken throughout, and strong ones."""
    for line, runs in _parts(_LINE, text, Span(0, len(text)), likely):
        if _is_broken(text, line, runs):
            yield from runs
            continue
        for word, some in _parts(_WORD, text, line, runs):
            broken = _is_broken(text, word, some)
            yield from (run for run in some if broken or run.odds > _SUPPORTED)


def _parts(
    pattern: re.Pattern[str], text: str, within: Span, runs: list[_Run]
) -> Iterator[tuple[Span, list[_Run]]]:
    """Yield the parts of a text that hold runs, with those."""
    at = 0
    for part in pattern.finditer(text, within.start, within.end):
        first = at
        while at < len(runs) and runs[at].start < part.end():
            at += 1
        if at > first:
            yield Span(*part.span()), runs[first:at]


def _is_broken(text: str, part: Span, runs: list[_Run]) -> bool:
    sure = any(run.odds > CERTAIN for run in runs)
    return sure and sum(map(_length, runs)) == _outside_ascii(text[part.start : part.end])


# Rounds on top of each other.


class _Place(NamedTuple):
    """A damaged place of either round, by its offsets in the text between the two."""

    start: int
    end: int
    later: bool
    damage: Damage

    @property
    def growth(self) -> int:
        return 0 if self.later else len(self.damage.reads) - len(self.damage.span)


def _compose(
    first: tuple[Damage, ...], second: tuple[Damage, ...], between: str
) -> Iterator[Damage]:
    """Yield both rounds as one: ``first`` led to the text ``between``, ``second`` starts there."""
    places = sorted([*_ends(first), *_starts(second)], key=lambda place: place[:3])
    shift = 0
    for group in _touching(places):
        start, end = group[0].start, max(place.end for place in group)
        growth = sum(place.growth for place in group)
        span = Span(start - shift, end - shift - growth)
        yield _merged(span, between[start:end], start, group)
        shift += growth


def _ends(damage: tuple[Damage, ...]) -> Iterator[_Place]:
    shift = 0
    for place in damage:
        start = place.span.start + shift
        yield _Place(start, start + len(place.reads), False, place)
        shift += len(place.reads) - len(place.span)


def _starts(damage: tuple[Damage, ...]) -> Iterator[_Place]:
    return (_Place(place.span.start, place.span.end, True, place) for place in damage)


def _touching(places: list[_Place]) -> Iterator[list[_Place]]:
    group: list[_Place] = []
    end = -1
    for place in places:
        if group and place.start > end:
            yield group
            group = []
        group.append(place)
        end = max(end, place.end)
    if group:
        yield group


def _merged(span: Span, between: str, offset: int, group: list[_Place]) -> Damage:
    later = [place for place in group if place.later]
    reads, at = "", 0
    for place in later:
        reads += between[at : place.start - offset] + place.damage.reads
        at = place.end - offset
    before = max((place.damage.path for place in group if not place.later), key=len, default=())
    path = before + (later[0].damage.path if later else ())
    odds = max(place.damage.odds for place in group)
    return Damage(span, reads + between[at:], path, odds)
