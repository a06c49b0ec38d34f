"""Where the numbers of a text are, by their digits: cheap to make, read only where asked."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from contentlint.numbers import grammar, lexicon, spelled
from contentlint.numbers.context import sentence
from contentlint.numbers.digits import RUN, joined, pieces, readings
from contentlint.numbers.quantity import Quantity
from contentlint.numbers.raw import Raw, Word
from contentlint.numbers.tongue import tongue
from contentlint.span import Span

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LONGEST = 40
"""Code points of a run that is kept as one number too; longer ones only piece by piece."""
_WORK = 100_000
"""Steps that are spent on one text: a place looked at is one, a number read is four."""
_OF_A_NUMBER = 4
_AT_LEAST = 20_000
"""Steps that every search has, whatever the others before it took."""
SHARES = "in"
"""The key of “one in eight” in words or digits."""
_SHARE = re.compile(
    r"\d\s(?:in(?: every)?|out of|sur|de cada|von|su|em cada)\s\d", re.ASCII | re.IGNORECASE
)


def significand(value: Decimal) -> str:
    """Return the digits of a number without noughts at either end: 1.7 million is “17”."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def key(value: Decimal | Fraction) -> str:
    """Return under which key a number is kept."""
    return f"/{value}" if isinstance(value, Fraction) else significand(value)


class Index:
    """The numbers of one text."""

    __slots__ = ("_digits", "_language", "_left", "_read", "_sentences", "_words", "text")

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self._language = language if language in lexicon.LANGUAGES else None
        self._digits = _of_digits(text)
        self._words: dict[str, list[int]] | None = None
        self._left = _WORK
        self._read: dict[Span, tuple[Quantity, ...]] = {}
        self._sentences: dict[int, Span] = {}

    @property
    def language(self) -> str:
        """The language of the text, "" where it is not one of six."""
        if self._language is None:
            self._language = tongue(self.text)
        return self._language

    def rest(self) -> None:
        """Begin a new search."""
        self._left = max(self._left, _AT_LEAST)

    @property
    def tired(self) -> bool:
        """Whether so much was read of this text that this search ends here."""
        return self._left <= 0

    def all_digits(self) -> Iterator[str]:
        """Yield the digits of all numbers, each once."""
        yield from self._digits
        yield from self._spelled().keys() - self._digits.keys()

    def at(self, wanted: str) -> Iterator[tuple[Span, Quantity]]:
        """Yield the numbers under a key, each with its sentence."""
        for place, at in self.places(wanted):
            for found in self.read(place, at):
                yield place, found

    def places(self, wanted: str) -> Iterator[tuple[Span, int]]:
        """Yield the sentences with a number under a key, and where it is in the text."""
        for sites in (self._digits, self._spelled()):
            for at in sites.get(wanted, ()):
                if self.tired:
                    return
                self._left -= 1
                place = self._sentences.get(at)
                if place is None:
                    place = self._sentences[at] = sentence(self.text, at)
                yield place, at

    def read(self, place: Span, at: int) -> Iterator[Quantity]:
        """Yield what the number at a place in a sentence may be."""
        return (found for found in self._quantities(place) if at in found.span)

    def _spelled(self) -> dict[str, list[int]]:
        if self._words is None:
            self._words = _of_words(self.text, self.language)
        return self._words

    def _quantities(self, place: Span) -> tuple[Quantity, ...]:
        read = self._read.get(place)
        if read is None:
            found = grammar.read(self.text[place.start : place.end], self.language)
            read = tuple(
                each._replace(span=each.span.shifted(place.start)) for each in _apart(found)
            )
            self._read[place] = read
            self._left -= _OF_A_NUMBER * len(read)
        return read


_CELLS = re.compile(r"\d{1,3}(?: \d{3})+", re.ASCII)


def _apart(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Yield numbers, and “12 345” as 12 and 345 too: they may be cells of a table."""
    for each in found:
        yield each
        cells = _CELLS.search(each.written)
        if cells is None:
            continue
        for at, piece in pieces(cells[0]):
            start = each.span.start + cells.start() + at
            last = at + len(piece) == len(cells[0])
            span = Span(start, start + len(piece))
            yield Quantity(span, piece, each.unit if last else "", readings(piece))


def _of_digits(text: str) -> dict[str, list[int]]:
    """Keep every run of digits, and every piece of one, without noughts at its ends."""
    sites: dict[str, list[int]] = {}
    for match in RUN.finditer(text):
        run, start = match[0], match.start()
        if run.isdecimal():
            sites.setdefault(run[:_LONGEST].strip("0"), []).append(start)
            continue
        if len(run) <= _LONGEST:
            sites.setdefault(joined(run).strip("0"), []).append(start)
        for at, piece in pieces(run):
            sites.setdefault(piece[:_LONGEST].strip("0"), []).append(start + at)
    return sites


def _of_words(text: str, language: str) -> dict[str, list[int]]:
    """Keep the numbers that are written in words or signs, and the shares."""
    words = list(_number_words(text, language))
    sites: dict[str, list[int]] = {}
    for raw in (
        *spelled.numbers(text, words, language, alone=True),
        *spelled.ranks(words, language),
        *spelled.parts(text, words, language),
    ):
        for name in _keys(text, raw):
            sites.setdefault(name, []).append(raw.start)
    for sign in grammar.SIGNS.finditer(text):
        sites.setdefault(key(Fraction(*grammar.VULGAR[sign[0]])), []).append(sign.start())
    for share in _SHARE.finditer(text):
        sites.setdefault(SHARES, []).append(share.start())
    return sites


def _keys(text: str, raw: Raw) -> Iterable[str]:
    value = raw.values[0]
    if isinstance(value, tuple):
        return ()
    if isinstance(value, Decimal) and spelled.IN_OF_NOUN.match(text, raw.end):
        return key(value), SHARES
    return (key(value),)


@cache
def _automaton(language: str) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    known = {word for word in lexicon.words(language) if word.isalpha() and len(word) > 1}
    return AhoCorasick(sorted(known), matchkind=MatchKind.LeftmostLongest)


def _number_words(text: str, language: str) -> Iterator[Word]:
    """Yield the words of a text that may be of a number, without a look at the others."""
    lower = text.replace("İ", "I").lower()  # the one letter that grows when it is made small
    for _, start, end in _automaton(language).find_matches_as_indexes(lower):
        if not (lower[start - 1 : start].isalpha() or lower[end : end + 1].isalpha()):
            yield Word(lower[start:end], start, end)
