"""The numbers of a text: digits and words, with the unit beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from contentlint.numbers import beside, lexicon, names, spelled, units
from contentlint.numbers.bounds import bounded
from contentlint.numbers.dates import dates
from contentlint.numbers.digits import RUN, pieces, readings
from contentlint.numbers.lexicon import MONTHS
from contentlint.numbers.quantity import Quantity, Value
from contentlint.numbers.raw import Raw, Word
from contentlint.numbers.tongue import tongue


def quantities(text: str, language: str = "", *, weak: bool = True) -> tuple[Quantity, ...]:
    """Return what a sentence counts: what its source should hold, in the order of the text.

    Numbers that are part of a name, a version, an address, code or a time of day are left out.
    ``language`` is “en”, “fr”, “es”, “de”, “it” or “pt”; without one the words of the text tell.
    Those too common to ask a source for are left out if ``weak`` is False.
    """
    text = text[:_MOST]
    counted = map(names.weighed, read(text, language or tongue(text)))
    found = [one for one in counted if (weak or not one.weak) and not names.is_name(one, text)]
    if not found:
        return ()
    masked = names.masks(text)
    return tuple(_bounded(one, text) for one in found if not masked.meets(one.span))


_MOST = 20_000
"""Code points of a sentence that are read: one that is longer is a table or made to take long."""


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Return all numbers of a text in its order, those in names too, without their bounds."""
    words = spelled.words_of(text, _known(language))
    if not (words or _DIGIT.search(text)):
        return ()
    dated = list(dates(text, named=any(word.text in MONTHS for word in words)))
    raws = _raws(text, words, language, names.Places(quantity.span for quantity in dated))
    counted = (_quantity(raw, text) for raw in _shares(_ranges(raws, text), text))
    return tuple(sorted([*dated, *counted], key=lambda quantity: quantity.span))


_DIGIT = re.compile("[0-9½¼¾⅓⅔⅕⅛]")


@cache
def _known(language: str) -> frozenset[str]:
    return lexicon.words(language).union(MONTHS)


def _raws(text: str, words: list[Word], language: str, taken: names.Places) -> list[Raw]:
    """Return all numbers that do not overlap, each next one only where the earlier leave room."""
    kinds = (
        _in_digits(text, language),
        spelled.parts(text, words, language),
        spelled.numbers(text, words, language),
        spelled.ranks(words, language),
    )
    raws: list[Raw] = []
    for kind in kinds:
        more = [raw for raw in kind if not taken.meets(raw.span)]
        if more:
            taken = names.Places([*taken.spans, *(raw.span for raw in more)])
            raws += more
    return sorted(raws)


_TIME = re.compile(r"\d{1,2}(?::[0-5]\d){1,2}(?!\d)|\d{1,2}\s?h\s?[0-5]\d(?!\d)")
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
SIGNS = re.compile(f"[{''.join(VULGAR)}]")
_SLASHED = re.compile(r"(?<!/)([1-9])/([2-9]|10)(?![\d/])")
_LONGEST = 400
"""Code points of a run that makes no number and whose pieces are read all the same."""


def _in_digits(text: str, language: str) -> Iterator[Raw]:
    past = 0
    for match in RUN.finditer(text):
        if match.start() >= past:
            for raw in _of_run(text, match, language):
                past = max(past, raw.end)
                yield raw
    for match in SIGNS.finditer(text):
        yield Raw(*match.span(), (Fraction(*VULGAR[match[0]]),), "fraction")


def _of_run(text: str, match: re.Match[str], language: str) -> Iterator[Raw]:
    start, end = match.span()
    time, slashed = _TIME.match(text, start), _SLASHED.match(text, start)
    values = readings(match[0])
    if time:
        yield Raw(start, time.end(), (), "time")
    elif slashed and int(slashed[1]) < int(slashed[2]):
        yield Raw(start, slashed.end(), (Fraction(int(slashed[1]), int(slashed[2])),), "fraction")
    elif values:
        yield _with_neighbours(text, Raw(start, end, values, digits=match[0]), language)
    elif len(match[0]) <= _LONGEST:
        for at, piece in pieces(match[0]):
            place = start + at
            yield Raw(place, place + len(piece), readings(piece), "part", digits=piece)


_ORDINAL = re.compile(r"(?:st|nd|rd|th|ers?|res?|ères?|ème|e|es|º|ª|\.º|\.ª|o|a)(?![\w%])")
_GERMAN_ORDINAL = re.compile(r"\.(?=\s[A-ZÄÖÜ][a-zäöü])")
_GERMAN_BEFORE = re.compile(
    r"\b(?:im|am|der|die|das|den|dem|des|vom|zum|zur|ein|eine|einen)\s\Z", re.IGNORECASE
)
_DECADE = re.compile(r"(?:['’]?s|er|er-Jahren?)\b")


def _with_neighbours(text: str, raw: Raw, language: str) -> Raw:
    """Take in the unit of a number."""
    whole = raw.digits.isdecimal()
    decade = _DECADE.match(text, raw.end)
    if decade and whole and len(raw.digits) in (2, 4) and raw.digits[-1] == "0":
        return raw._replace(end=decade.end(), unit="decade")
    ordinal = _ORDINAL.match(text, raw.end) or _german_ordinal(text, raw)
    if ordinal and whole and len(raw.digits) < 4:
        return raw._replace(end=ordinal.end(), unit="ordinal")
    return beside.multiplied(text, beside.paid(text, beside.suffixed(text, raw, language)))


def _german_ordinal(text: str, raw: Raw) -> re.Match[str] | None:
    """Find the full stop of “im 17. Jahrhundert”."""
    before = _GERMAN_BEFORE.search(text[max(0, raw.start - 7) : raw.start])
    return _GERMAN_ORDINAL.match(text, raw.end) if before else None


_TO = re.compile(
    r"\s?[-–—‑−]\s?|\s(?:to|through|and|or|à|et|ou|bis|und|oder|a|hasta|y|o|e|até|al|ad)\s"
)
_BETWEEN = 9
"""Code points between the numbers of a range, at most."""


def _ranges(raws: list[Raw], text: str) -> list[Raw]:
    """Give the first number of a range the unit of the second: “5–7 %”, and “$5–7” the sign."""
    for at in range(len(raws) - 2, -1, -1):
        one, two = raws[at], raws[at + 1]
        if 0 < two.start - one.end <= _BETWEEN and _TO.fullmatch(text, one.end, two.start):
            raws[at : at + 2] = _ranged(one, two, text[one.end : two.start])
    return raws


def _ranged(one: Raw, two: Raw, between: str) -> tuple[Raw, Raw]:
    if two.unit and not one.unit and two.unit not in {"part", "time", "ordinal", "decade"}:
        return one._replace(unit=two.unit, values=_shared(one, two)), two
    if one.unit in units.MONEY and not two.unit:
        return one._replace(values=_shared(one, two)), two._replace(unit=one.unit)
    if two.scaled and not one.scaled and not one.unit:
        return one._replace(values=_shared(one, two)), two
    if _is_year(one.digits) and len(two.digits) == 2 and not (two.unit or between.isalpha()):
        year = one.digits[:2] + two.digits  # 2007–08
        return one, two._replace(values=(Decimal(year),), digits=year)
    return one, two


def _shared(one: Raw, two: Raw) -> tuple[Value, ...]:
    """Read “5” in “5–7 million” as five million too."""
    if not two.scaled or one.scaled:
        return one.values
    sizes = {v.adjusted() + d for v in two.values if isinstance(v, Decimal) for d in (-1, 0, 1)}
    plain = [value for value in one.values if isinstance(value, Decimal)]
    grown = [value.scaleb(power) for value in plain for power in (3, 6, 9, 12)]
    return (*(value for value in grown if value.adjusted() in sizes), *one.values)


_SHARE = 36
"""Code points between the numbers of “one inhabitant in five”, at most."""


def _shares(raws: list[Raw], text: str) -> list[Raw]:
    """Join “one in five” to a fraction."""
    joined: list[Raw] = []
    for raw in raws:
        share = _share(joined[-1], raw, text) if joined else None
        if share:
            joined[-1] = joined[-1]._replace(end=raw.end, unit="fraction", values=(share,))
        else:
            joined.append(raw)
    return joined


def _share(one: Raw, two: Raw, text: str) -> Fraction | None:
    if one.unit or two.unit or one.scaled or (two.scaled and not two.digits):
        return None
    if not 0 < two.start - one.end <= _SHARE:
        return None
    over, under = one.values[0], two.values[0]
    if not (isinstance(over, Decimal) and isinstance(under, Decimal) and 0 < over < under):
        return None
    between = spelled.IN_OF_NOUN if over == 1 else spelled.IN
    simple = under <= 100 or under.normalize().as_tuple().digits == (1,)
    whole = over == int(over) and under == int(under)
    if simple and whole and between.fullmatch(text, one.end, two.start):
        return Fraction(int(over), int(under))
    return None


def _quantity(raw: Raw, text: str) -> Quantity:
    unit = "" if raw.unit == "part" else raw.unit
    if not unit and not raw.scaled and _is_year(raw.digits):
        unit = "year"
    return Quantity(raw.span, text[raw.start : raw.end], unit, raw.values)


def _bounded(quantity: Quantity, text: str) -> Quantity:
    about, bound = bounded(text, quantity.span.start, quantity.span.end)
    return quantity._replace(approximate=about, bound=bound) if about or bound else quantity


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and 1400 <= int(digits) <= 2100
