"""Who of the people that a reference names is among those of a record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from contentlint.citations._words import alike, initials, is_latin, words
from contentlint.citations.works import Name

_PARTICLE_WORDS = "van von de der den del della di da dos du la le el al bin ibn ter ten"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "dr", "prof"))
_MOST_SAID = 200
"""People of a reference who are looked for."""
_MOST_SLIPS = 60
"""People of a record among whom a misspelt name is looked for."""
_NOBODY = re.compile(r"anon(?:yme|ymous|ym)?\.?|[\W_]*|n\.\s?n\.|unknown|unbekannt", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """A name, made ready for comparison."""

    name: Name

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words of the name that are longer than an initial."""
        every = words(str(self.name).replace(".", ". "))
        return frozenset(word for word in every if len(word) > 1) - _SUFFIXES

    @cached_property
    def family(self) -> frozenset[str]:
        """The words of the family name; all words where it is not known which those are."""
        known = words(self.name.family) if self.name.given else self.tokens
        long = frozenset(word for word in known if len(word) > 1)
        return long - _PARTICLES or long

    @cached_property
    def joined(self) -> str:
        """The family name in one piece: “dejeandelabatie”."""
        return "".join(words(self.name.family))

    def rest(self, shared: Iterable[str]) -> str:
        """Return the initials of the name without some of its words."""
        gone = set(shared)
        parts = re.split(r"[\s.,\-‐–]+", str(self.name))
        kept = [part for part in parts if not gone & set(words(part))]
        return initials(" ".join(part for part in kept if part.lower() not in _PARTICLES))

    def is_same(self, other: "Person") -> bool:
        """Whether both may be one person: the family name, and initials that do not differ."""
        if str(self.name).casefold() == str(other.name).casefold():
            return True
        shared = self._shared(other)
        if not shared:
            return self._holds(other.joined) or other._holds(self.joined)
        mine, theirs = self.rest(shared), other.rest(shared)
        return not mine or not theirs or bool(set(mine) & set(theirs))

    def _shared(self, other: "Person") -> frozenset[str]:
        """Return the words of both, if words of both family names are among them."""
        for shared in (
            self.tokens & other.tokens,
            self.tokens & other.tokens | self._misspelt(other),
        ):
            if shared & self.family and shared & other.family:
                return shared
        shared = self.tokens & other.tokens
        turned = self._is_turned(other, shared) or other._is_turned(self, shared)
        return shared if turned else frozenset()

    def _is_turned(self, other: "Person", shared: frozenset[str]) -> bool:
        """Whether this is “Mei L.” for “Li, Mei”: of the family name only the initial."""
        mine = set(self.rest(shared))
        return (
            bool(shared) and self.tokens <= shared and any(one[0] in mine for one in other.family)
        )

    def _holds(self, joined: str) -> bool:
        """Whether a family name that others write in several words is one of this name."""
        return len(joined) > 4 and (joined in self.tokens or joined == self.joined)

    def _misspelt(self, other: "Person") -> frozenset[str]:
        return frozenset(
            word
            for one in self.family
            for two in other.family
            if len(one) > 3 and alike(one, two)
            for word in (one, two)
        )


@dataclass(frozen=True)
class Found:
    """Where in the record each of the people of a reference stands; None where nowhere."""

    places: tuple[int | None, ...]
    among: int

    @property
    def count(self) -> int:
        """How many were found."""
        return sum(place is not None for place in self.places)

    @property
    def strangers(self) -> tuple[int, ...]:
        """The numbers of those who are not in the record."""
        return tuple(at for at, place in enumerate(self.places) if place is None)

    @property
    def is_beginning(self) -> bool:
        """Whether those who were found are the first ones of the record, in any order."""
        found = [place for place in self.places if place is not None]
        return sorted(found) == list(range(len(found)))


def look_up(said: Sequence[Name], record: Sequence[Name]) -> Found:
    """Return where the people of a reference stand among those of a record, each once."""
    people = [Person(name) for name in record]
    index: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for token in person.tokens | {person.joined}:
            index[token].append(at)
    free = dict.fromkeys(range(len(people)))
    places = []
    for name in said[:_MOST_SAID]:
        place = _place(Person(name), people, index, free)
        places.append(place)
        free.pop(place, None)  # type: ignore[arg-type]
    return Found(tuple(places), len(people))


def _place(
    person: Person, people: Sequence[Person], index: dict[str, list[int]], free: dict[int, None]
) -> int | None:
    wanted = [*person.tokens, person.joined]
    near = dict.fromkeys(sorted(at for token in wanted for at in index.get(token, ())))
    slips = list(free)[:_MOST_SLIPS]
    for at in (*near, *slips):
        if at in free and person.is_same(people[at]):
            return at
    return None


def is_comparable(said: Sequence[Name], record: Sequence[Name]) -> bool:
    """Whether both sides name people, in one script."""
    if not said or not record or all(_NOBODY.fullmatch(str(name)) for name in said):
        return False
    return is_latin(" ".join(map(str, said[:20]))) == is_latin(" ".join(map(str, record[:20])))


def is_body(name: Name) -> bool:
    """Whether a name may be that of a body: an acronym, or more words than people have."""
    bare = str(name)
    if name.given:
        return False
    return len(bare.split()) > 4 or " " not in bare or _BODY.search(bare) is not None


_BODY = re.compile(
    r"\b(?:(?:organi[sz]ation|institut|universit|ministr|association|foundation)"
    r"|(?:agency|agence|commission|committee|council|collaboration|consortium|group|team|society"
    r"|bank|office|department|bureau|network|center|centre|company|inc|ltd|gmbh|of|for|the)\b)",
    re.IGNORECASE,
)


def shares_family(name: Name, people: Sequence[Name]) -> bool:
    """Whether somebody among people has a family name of somebody."""
    mine = Person(name).family
    return any(mine & Person(other).family for other in people[:_MOST_SLIPS])
