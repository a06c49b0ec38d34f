"""The numbers of a source: found by their digits, read only where they may be the wanted one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from contentlint.citations.evidence import Match, Support
from contentlint.numbers import likeness
from contentlint.numbers.context import Context, is_short
from contentlint.numbers.days import has_month
from contentlint.numbers.index import SHARES, Index, key
from contentlint.numbers.measures import converted, turned
from contentlint.numbers.quantity import Quantity, Value
from contentlint.numbers.tables import Heads
from contentlint.numbers.tongue import is_small
from contentlint.span import Span

_QUOTE = 300
_NOUN = re.compile(r"[ \u00a0-]([^\W\d_]{3,30})")
_LONG = 3
"""Digits from which on two numbers of which one differs are alike for that reason alone."""
_ABOUT_THE_SAME = 1
"""Content words that a sentence shares with one that rounds its number."""
_EXACT = frozenset({"date", "year", "ordinal"})
"""Units whose numbers are not rounded."""


class Figures:
    """All numbers of one text, indexed once by their digits.

    ``language`` is that of the text, "" where it is not known.
    """

    __slots__ = ("_heads", "_index")

    def __init__(self, text: str, language: str = "") -> None:
        self._index = Index(text, language)
        self._heads = Heads(text)

    def seek(self, wanted: Quantity, words: str) -> Match:
        """Return how this text stands to a quantity of a claim whose sentence is ``words``.

        A weak quantity that is not there is unknown: it is too common to be missed. So is any on a
        page with more numbers than are read. Of several that are meant, the worst tells.
        """
        if wanted.every:
            each = (wanted._replace(values=(value,), every=False) for value in wanted.values)
            return max((self.seek(one, words) for one in each), key=_badness)
        self._index.rest()
        context = Context(words)
        foreign = context.language != self._index.language or not context.language
        elsewhere: Match | None = None
        for place, found in self._saying(wanted):
            if foreign or context.shared(self._index.text, place):
                return self._match(Support.SUPPORTED, found, place)
            elsewhere = elsewhere or self._match(Support.ELSEWHERE, found, place)
        if elsewhere:
            return elsewhere
        if wanted.weak or not wanted.values or self._index.tired or self._may_mean(wanted):
            return Match(Support.UNKNOWN)
        return (
            self._rounded(wanted, context) or self._near(wanted, context) or Match(Support.ABSENT)
        )

    def _match(self, support: Support, found: Quantity, place: Span) -> Match:
        far = found.span.end - place.start > _QUOTE
        start = max(place.start, found.span.start - _QUOTE // 2) if far else place.start
        quote = " ".join(self._index.text[start : place.end].split())
        if start > place.start:
            quote = f"… {quote.partition(' ')[2]}"
        if len(quote) > _QUOTE:
            quote = f"{quote[: _QUOTE - 2].rpartition(' ')[0]} …"
        return Match(support, found.written, quote)

    def _saying(self, wanted: Quantity) -> Iterator[tuple[Span, Quantity]]:
        for place, found in self._likely(wanted):
            if self._says(found, wanted, place):
                yield place, found
        about = wanted._replace(approximate=True)
        for other in converted(wanted):
            for place, found in self._likely(other):
                if found.unit == other.unit and likeness.says(turned(found, wanted.unit), about):
                    yield place, found

    def _says(self, found: Quantity, wanted: Quantity, place: Span) -> bool:
        if wanted.unit == "date" and self._lacks_year(found, wanted):
            return False
        if likeness.says(found, wanted, counts=self._counts(found, wanted, place)):
            return True
        if found.unit or not is_short(self._index.text, place):
            return False
        grown = self._heads.grown(found)
        return grown is not None and likeness.says(grown, wanted)

    def _may_mean(self, wanted: Quantity) -> bool:
        """Whether the text may name the month of a date and not its year."""
        return (
            wanted.unit == "date"
            and not any(self._heads.far_from(day[0]) for day in wanted.values if type(day) is tuple)
            and has_month(self._index.text, wanted)
        )

    def _lacks_year(self, found: Quantity, wanted: Quantity) -> bool:
        """Whether a date has no year at its source, and the page's years are other ones."""
        years = [day[0] for day in wanted.values if isinstance(day, tuple) and day[0]]
        if not years or any(isinstance(day, tuple) and day[0] for day in found.values):
            return False
        return all(self._heads.far_from(year) for year in years)

    def _counts(self, found: Quantity, wanted: Quantity, place: Span) -> bool:
        """Whether a bare number counts something of its own: “300 people” does not say “300 %”."""
        word = _NOUN.match(self._index.text, found.span.end)
        if word is not None and not is_small(word[1].lower()):
            return True
        return wanted.unit == "%" and not self._tells_percent(place)

    def _tells_percent(self, place: Span) -> bool:
        """Whether a sentence speaks of percents, or is a cell of a table whose head may."""
        line = self._index.text[place.start : place.end]
        return "%" in line or "percent" in line.lower() or is_short(self._index.text, place)

    def _likely(self, wanted: Quantity) -> Iterator[tuple[Span, Quantity]]:
        """Yield the numbers that may say the wanted one: those with its digits, then like ones."""
        exact = dict.fromkeys(_keys(wanted))
        for digits in exact:
            yield from self._index.at(digits)
        if wanted.unit in _EXACT:
            return
        heads = tuple({head for whole in exact for head in _heads(whole, wanted) if head})
        for digits in self._index.all_digits():
            if digits.startswith(heads) and digits not in exact:
                yield from self._index.at(digits)

    def _rounded(self, wanted: Quantity, context: Context) -> Match | None:
        """Return a number that gives the wanted round one, in a sentence about the same."""
        if not likeness.is_round(wanted):
            return None
        languages = {context.language, self._index.language}
        foreign = len(languages) > 1 and "" not in languages  # they share no words
        for place, found in self._likely(wanted._replace(approximate=True)):
            if likeness.rounds_to(found, wanted) and (
                foreign or context.count(self._index.text, place) >= _ABOUT_THE_SAME
            ):
                return self._match(Support.SUPPORTED, found, place)
        return None

    def _near(self, wanted: Quantity, context: Context) -> Match | None:
        """Return the one number that the wanted one is most likely a slip of."""
        if wanted.unit in {"date", "decade", "fraction", "ordinal"}:
            return None
        least = 2 if wanted.unit == "year" else 1
        short = 2 if max(map(len, _keys(wanted))) < _LONG else 1
        best: tuple[int, Quantity, Span] | None = None
        for place, at, same in self._slips(wanted):
            shared = context.count(self._index.text, place)
            enough = least if same else max(least, short)
            if shared < enough or (best is not None and shared <= best[0]):
                continue
            for found in self._index.read(place, at):
                if likeness.confusable(found, wanted, same=same):
                    best = shared, found, place
        return self._match(Support.NEAR, *best[1:]) if best else None

    def _slips(self, wanted: Quantity) -> Iterator[tuple[Span, int, bool]]:
        """Yield where the same digits stand, or digits that differ by a slip."""
        exact = set(_keys(wanted))
        for digits in self._index.all_digits():
            same = digits in exact
            if same or any(likeness.slip(digits, whole) for whole in exact):
                for place, at in self._index.places(digits):
                    yield place, at, same


_BADNESS = (
    Support.SUPPORTED,
    Support.ELSEWHERE,
    Support.UNKNOWN,
    Support.NEAR,
    Support.ABSENT,
)


def _badness(match: Match) -> int:
    return _BADNESS.index(match.support)


def _keys(wanted: Quantity) -> Iterator[str]:
    """Yield the digits under which the wanted number may be kept, exactly."""
    for value in wanted.values:
        if isinstance(value, tuple):
            yield str(value[2] or value[0] or value[1]).strip("0")
        else:
            yield key(value)
            yield from _as_share(value, wanted)
            if wanted.unit == "year":
                yield str(value)[2:].strip("0")  # 2007–08


_SHARES = tuple({Fraction(n, d) for d in (2, 3, 4, 5, 6, 8, 10) for n in range(1, d)})


def _as_share(value: Value, wanted: Quantity) -> Iterator[str]:
    """Yield how a percentage may stand as a part, and a part as a percentage."""
    if isinstance(value, Fraction):
        percent = Decimal(value.numerator * 100) / value.denominator
        yield from (key(round(percent, places)) for places in (0, 1, 2))
        yield key(Decimal(int(percent)))
        yield SHARES
    elif wanted.unit == "%" and isinstance(value, Decimal) and 0 < value < 100:
        share = Fraction(value) / 100
        yield from (key(each) for each in _SHARES if abs(each - share) <= Fraction(3, 100))
        yield SHARES


def _heads(whole: str, wanted: Quantity) -> Iterator[str]:
    """Yield the first digits of numbers that round to these, or that “about” or “over” allow."""
    if not whole.isdecimal():
        return
    number = int(whole)
    yield from (f"{number}{digit}" for digit in range(10 if wanted.unit == "decade" else 6))
    yield from (f"{number - 1 or ''}{digit}" for digit in range(5, 10))
    if wanted.approximate or wanted.bound:
        low, high = number * 900, number * 1100
        size = 10 ** max(0, len(str(low)) - 2)
        yield from (str(head).rstrip("0") for head in range(low // size, high // size + 1))
