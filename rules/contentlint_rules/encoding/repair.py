"""Finds text that was decoded with the wrong encoding, and undoes exactly that.

Each place is a run of characters whose bytes in some encoding are well-formed UTF-8. Whether the
run is damage is a question of odds: how likely its characters are between their neighbours,
against how likely those are that it would read as. A place with overwhelming odds is certain by
itself; when such places explain a whole line or a whole text, what is left over in it is damage
too, and what it shares with the intact rest of a text speaks for a place that is not certain.

A lossless repair can be broken again: that gives back, character for character, what stood there.
Where a byte was lost the likeliest character is filled in, if none other is near; and text of one
old encoding that was read as another is told by its lines. Both are marked as less certain.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from contentlint import Span
from contentlint_rules.beyond import outside_ascii
from contentlint_rules.encoding._codecs import CODECS, Codec
from contentlint_rules.encoding._consensus import CERTAIN, WHOLE, accepted, explaining, uncontested
from contentlint_rules.encoding._escapes import meant, spells_out
from contentlint_rules.encoding._legacy import guesses
from contentlint_rules.encoding._multibyte import WIDE, Wide
from contentlint_rules.encoding._readings import Reading, readings
from contentlint_rules.encoding._suspects import suspects

_ROUNDS = 16
_NEAR = 0.85
"""Encodings with this share of the strongest one's weight are tried together with it."""


_STRONGER = 1.5
"""By so much, other alphabets must explain a text better than UTF-8 does."""


class Certainty(IntEnum):
    """How sure a repair is."""

    GUESSED = 0
    """One old encoding was read as another: whole lines make sense after, and none before."""
    FILLED = 1
    """A byte was lost; what it must have been is the likeliest by far."""
    LOSSLESS = 2
    """Breaking the result in the same way again gives back what stood there."""


class Damage(NamedTuple):
    """One damaged place: what it should read, and by which encodings it was broken.

    ``path`` names the encodings in the order of the repair: the last damage done is the first
    undone; “cp1251 as latin-1” is text in one encoding that was read as another. ``odds`` are those
    of the place by itself, in nats; in a text that is broken throughout they may be low.
    """

    span: Span
    reads: str
    path: tuple[str, ...]
    odds: float
    certainty: Certainty = Certainty.LOSSLESS


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
    def unread(self) -> tuple[Span, ...]:
        """What begins like a damaged character, in a text that is broken throughout, and ends so.

        The rest of it is lost, and nothing says what it was.
        """
        codec = next((one for one in CODECS if self.whole and one.name in self.path[:1]), None)
        found = codec.unfinished.finditer(self.text) if codec else iter(())
        ends = [place.span.end for place in self.damage]
        places = (Span(*one.span()) for one in found if one.group() != "\ufffd")
        return tuple(place for place in places if not self._within(place, ends))

    def _within(self, place: Span, ends: list[int]) -> bool:
        at = bisect_right(ends, place.start)
        return at < len(ends) and self.damage[at].span.start < place.end

    @property
    def repaired(self) -> str:
        """The text as it was before it was broken."""
        parts: list[str] = []
        at = 0
        for place in self.damage:
            parts += self.text[at : place.span.start], place.reads
            at = place.span.end
        return "".join([*parts, self.text[at:]])


_TITLES = {
    "iso8859-5": "ISO 8859-5",
    "iso8859-7": "ISO 8859-7",
    "mac_cyrillic": "Mac Cyrillic",
} | {codec.name: codec.title for codec in (*CODECS, *WIDE)}


def title(name: str) -> str:
    """Return the name that people know an encoding by; raises KeyError for an unknown one."""
    return _TITLES[name]


def explain(text: str) -> Repair:
    """Return the damage in a text and what it should read.

    Repeats until nothing is found, so that text which was broken several times over comes out
    whole. Never raises.
    """
    damage = _undone(text)
    if spells_out(text):
        damage = _combined(damage, text, _spelt_out)
    repair = Repair(text, damage, _coverage(text, damage))
    if repair.whole or text.isascii():
        return repair
    guessed = tuple(_guessed(text))
    if _weight(guessed) > _STRONGER * _weight(damage):
        return Repair(text, guessed, _coverage(text, guessed))
    return repair


def _weight(damage: Iterable[Damage]) -> float:
    return sum(place.odds for place in damage if place.odds > 0)


def _undone(text: str) -> tuple[Damage, ...]:
    if text.isascii():
        return ()
    damage: tuple[Damage, ...] = ()
    current = text
    for _ in range(_ROUNDS):
        found = _round(current)
        if not found:
            break
        damage = tuple(_compose(damage, found, current)) if damage else found
        current = Repair(text, damage).repaired
    return damage


def _combined(
    first: tuple[Damage, ...], text: str, look: Callable[[str], Iterator[Damage]]
) -> tuple[Damage, ...]:
    """Return damage along with what is found once it is undone."""
    current = Repair(text, first).repaired
    second = tuple(look(current))
    return tuple(_compose(first, second, current)) if second else first


def _spelt_out(text: str) -> Iterator[Damage]:
    """Yield the damage that is spelt out, like “&Atilde;&copy;”."""
    plain = meant(text)
    if not suspects(plain.places):
        return
    for place in _undone(plain.text):
        span = plain.back(place.span)
        if span is not None and place.certainty and place.odds > CERTAIN:
            yield place._replace(span=span)


def _guessed(text: str) -> Iterator[Damage]:
    for guess in guesses(text):
        span = Span(guess.start, guess.end)
        yield Damage(span, guess.reads, (guess.path,), guess.odds, Certainty.GUESSED)


def _coverage(text: str, damage: tuple[Damage, ...]) -> float:
    if not damage:
        return 0.0
    explained = "".join([text[place.span.start : place.span.end] for place in damage])
    return outside_ascii(explained) / max(1, outside_ascii(text))


# One round: undo the last damage done.


def _round(text: str) -> tuple[Damage, ...]:
    found = suspects(text)
    if not found:
        return ()
    best = _best(text, found)
    chosen = [best] if best else uncontested(readings(text, list(found)))
    return tuple(sorted(_claims(text, chosen), key=lambda place: place.span.start))


def _best(text: str, found: dict[Codec | Wide, float]) -> Reading | None:
    """Return the reading of the encoding that explains a text alone; None where none does."""
    least = _NEAR * max(found.values())
    near = sorted((codec for codec in found if found[codec] >= least), key=lambda one: -found[one])
    first = readings(text, near[:1])
    if explaining(text, first, 1.0):
        return first[0]
    return explaining(text, first + readings(text, near[1:]))


def _claims(text: str, chosen: list[Reading]) -> Iterator[Damage]:
    """Yield what each encoding explains, the best first, as far as no better one has."""
    taken: set[int] = set()
    for reading in chosen:
        path = (reading.codec.name,)
        for run in accepted(text, reading):
            if len(chosen) > 1:
                offsets = range(run.start, run.end)
                if not taken.isdisjoint(offsets):
                    continue
                taken.update(offsets)
            certainty = Certainty.FILLED if run.filled else Certainty.LOSSLESS
            yield Damage(Span(run.start, run.end), run.reads, path, run.odds, certainty)


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
    certainty = min(place.damage.certainty for place in group)
    return Damage(span, reads + between[at:], path, odds, certainty)
