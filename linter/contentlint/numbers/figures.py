"""The numbers of a source: found by their digits, read only where they may be the wanted one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from contentlint.citations.evidence import Support
from contentlint.numbers import grammar, likeness
from contentlint.numbers.context import Context, sentence
from contentlint.numbers.digits import pieces
from contentlint.numbers.quantity import Match, Quantity
from contentlint.numbers.tongue import is_small, tongue
from contentlint.span import Span

_RUN = re.compile(r"\d+(?:[.,'’٬ \u00a0\u202f\u2009\u2007]\d+)*", re.ASCII)
_LONGEST = 40
"""Code points of a run that is read as one number too; longer ones only piece by piece."""
_TRIES = 200
"""Places that are read for one run of digits."""
_QUOTE = 300
_NOUN = re.compile(r"[ \u00a0-]([^\W\d_]{3,30})")


class Figures:
    """All numbers of one text, indexed once by their digits.

    ``language`` is that of the text, "" where it is not known.
    """

    __slots__ = ("_known", "_language", "_read", "_sites", "_text", "_worded")

    def __init__(self, text: str, language: str = "") -> None:
        self._text = text
        self._language = language
        self._known: str | None = language or None
        self._sites = _sites(text)
        self._worded: dict[str, list[int]] | None = None
        self._read: dict[int, tuple[Quantity, ...]] = {}

    def seek(self, wanted: Quantity, words: str) -> Match:
        """Return how this text stands to a quantity of a claim whose sentence is ``words``."""
        context = Context(words)
        foreign = context.language != self._tongue or not context.language
        elsewhere: Match | None = None
        for place, found in self._saying(wanted):
            shared = foreign or context.shared(self._text, place)
            if shared:
                return self._match(Support.SUPPORTED, found, place)
            elsewhere = elsewhere or self._match(Support.ELSEWHERE, found, place)
        if elsewhere:
            return elsewhere
        if wanted.weak:
            return Match(Support.UNKNOWN)
        return self._near(wanted, context) or Match(Support.ABSENT)

    @property
    def _tongue(self) -> str:
        if self._known is None:
            self._known = tongue(self._text)
        return self._known

    def _saying(self, wanted: Quantity) -> Iterator[tuple[Span, Quantity]]:
        for key in self._likely(wanted):
            for at in self._places(key):
                place, read = self._sentence(at)
                for found in read:
                    if at in found.span and likeness.says(found, wanted, self._counts(found)):
                        yield place, found

    def _places(self, key: str) -> list[int]:
        found = self._sites.get(key, [])[:_TRIES]
        return found + (self._words().get(key, [])[:_TRIES])

    def _words(self) -> dict[str, list[int]]:
        if self._worded is None:
            self._worded = _worded(self._text, self._tongue)
        return self._worded

    def _keys(self) -> Iterator[str]:
        yield from self._sites
        yield from (key for key in self._words() if key not in self._sites)

    def _likely(self, wanted: Quantity) -> Iterator[str]:
        """Yield the digits under which a number may stand that says the wanted one."""
        exact = set(_digits(wanted))
        yield from exact
        if wanted.unit in {"date", "year", "ordinal"}:
            return
        heads = {key for whole in exact for key in _heads(whole, wanted)}
        for key in self._keys():
            if key not in exact and _begins(key, heads):
                yield key

    def _sentence(self, at: int) -> tuple[Span, tuple[Quantity, ...]]:
        place = sentence(self._text, at)
        read = self._read.get(place.start)
        if read is None:
            text = self._text[place.start : place.end]
            read = tuple(
                quantity._replace(span=quantity.span.shifted(place.start))
                for quantity in grammar.read(text, self._tongue)
            )
            self._read[place.start] = read
        return place, read

    def _counts(self, found: Quantity) -> bool:
        """Whether a number has a noun of its own behind it: “300 metres” may say “300”, and “300
        people” does not say “300 %”."""
        word = _NOUN.match(self._text, found.span.end)
        return bool(word) and not is_small(word[1].lower())

    def _match(self, support: Support, found: Quantity, place: Span) -> Match:
        quote = " ".join(self._text[place.start : place.end].split())
        return Match(support, found.written, quote[:_QUOTE])

    def _near(self, wanted: Quantity, context: Context) -> Match | None:
        """Return the one number that the wanted one is most likely a slip of."""
        if wanted.unit in {"date", "decade", "fraction", "ordinal"}:
            return None
        best: tuple[int, Match] | None = None
        for place, found in self._slips(wanted):
            shared = context.count(self._text, place)
            least = 2 if wanted.unit == "year" else 1
            if shared >= least and (best is None or shared > best[0]):
                best = shared, self._match(Support.NEAR, found, place)
        return best[1] if best else None

    def _slips(self, wanted: Quantity) -> Iterator[tuple[Span, Quantity]]:
        exact = set(_digits(wanted))
        for key in self._keys():
            same = key in exact
            if not same and not any(likeness.slip(key, whole) for whole in exact):
                continue
            for at in self._places(key)[:_TRIES]:
                place, read = self._sentence(at)
                for found in read:
                    if at in found.span and _confusable(found, wanted, same=same):
                        yield place, found


def _confusable(found: Quantity, wanted: Quantity, *, same: bool) -> bool:
    """Whether a writer may have meant this number: the digits with another unit, or the reverse."""
    if found.unit in {"time", "date", "ordinal", "decade"}:
        return False
    if same:
        return bool(found.unit or wanted.unit) or _magnitudes(found) != _magnitudes(wanted)
    return found.unit == wanted.unit and bool(_magnitudes(found) & _magnitudes(wanted))


def _magnitudes(quantity: Quantity) -> set[int]:
    return {value.adjusted() for value in quantity.values if isinstance(value, Decimal)}


def _digits(wanted: Quantity) -> Iterator[str]:
    """Yield the runs of digits under which the wanted number may be indexed, exactly."""
    for value in wanted.values:
        if isinstance(value, tuple):
            yield from (
                str(part).strip("0") for part in (value[2] or value[0] or value[1],) if part
            )
        elif isinstance(value, Fraction):
            yield from _of_share(value)
        else:
            yield likeness.significand(value)
            if wanted.unit == "%":
                yield from _as_share(value)
            if wanted.unit == "year":
                yield str(value)[2:].strip("0")


def _of_share(value: Fraction) -> Iterator[str]:
    yield f"/{value}"
    yield str(value.numerator).strip("0")
    for places in (0, 1, 2):
        scaled = Decimal(value.numerator * 100) / Decimal(value.denominator)
        yield likeness.significand(round(scaled, places) if places else Decimal(round(scaled)))


_SHARES = [Fraction(n, d) for d in (2, 3, 4, 5, 6, 8, 10) for n in range(1, d)]


def _as_share(value: Decimal) -> Iterator[str]:
    for share in _SHARES:
        if abs(share - Fraction(value) / 100) <= Fraction(1, 100):
            yield f"/{share}"
            yield str(share.numerator)


def _heads(whole: str, wanted: Quantity) -> Iterator[str]:
    """Yield the first digits of numbers that round to these, or that “about” or “over” allow."""
    if not whole.isdecimal():
        return
    number = int(whole)
    yield from (str(number), str(number - 1))
    if wanted.approximate or wanted.bound:
        wide = Decimal(number * 1000)
        low, high = int(wide * Decimal("0.9")), int(wide * Decimal("1.1"))
        size = 10 ** max(0, len(str(low)) - 2)
        yield from (str(head).rstrip("0") for head in range(low // size, high // size + 1))


def _begins(key: str, heads: set[str]) -> bool:
    return any(key.startswith(head) for head in heads if head)


def _sites(text: str) -> dict[str, list[int]]:
    """Index every run of digits, and every piece of one, without noughts at its ends."""
    sites: dict[str, list[int]] = {}
    for match in _RUN.finditer(text):
        run, at = match[0], match.start()
        if run.isdecimal():
            sites.setdefault(run.strip("0") if len(run) <= _LONGEST else "", []).append(at)
            continue
        if len(run) <= _LONGEST:
            whole = "".join(pieces(run)).strip("0")
            sites.setdefault(whole, []).append(at)
        for piece in re.finditer(r"\d+", run):
            sites.setdefault(piece[0][:_LONGEST].strip("0"), []).append(at + piece.start())
    for sign in "½¼¾⅓⅔⅕⅛":
        if sign in text:
            sites.setdefault(f"/{Fraction(*grammar.VULGAR[sign])}", []).extend(
                match.start() for match in re.finditer(sign, text)
            )
    return sites


def _worded(text: str, language: str) -> dict[str, list[int]]:
    """Index the numbers that a text writes in words."""
    sites: dict[str, list[int]] = {}
    for at, value in grammar.worded(text, language):
        key = f"/{value}" if isinstance(value, Fraction) else likeness.significand(value)
        sites.setdefault(key, []).append(at)
    return sites
