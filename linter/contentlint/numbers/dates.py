"""Dates as texts write them, to year, month and day; a missing part is 0."""

import re
from collections.abc import Iterator

from contentlint.numbers.lexicon import MONTHS
from contentlint.numbers.quantity import Day, Quantity
from contentlint.span import Span

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er|º|°|\.)?"
_OF = r"(?:\s{1,2}(?:de|del|do|of|di))?"
_YEAR = r"(?P<year>[12]\d{3})(?![\d.,]\d|\d|\w)"
_FIRST = (
    r"(?:(?P<from>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
    r"\s?(?:[-–—/]|,|and|to|et|au|und|bis|y|al?|e|i)\s?)?"
)
_WORDED = re.compile(
    rf"(?<![\w.,/])(?:{_FIRST}(?:the\s)?(?P<day>{_DAY}){_OF}[\s-]{{1,2}}{_MONTH}"
    rf"(?:,?{_OF}[\s-]{{1,2}}{_YEAR})?"
    rf"|(?<![\w])(?P<month2>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
    rf"(?:\s{{1,2}}(?:the\s)?(?P<day2>{_DAY})"
    rf"(?:\s?(?:[-–—/]|and|to)\s?(?P<to>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?"
    rf"(?:,?\s{{1,2}}(?P<year2>[12]\d{{3}})(?![\d.,]\d|\d|\w))?"
    rf"|,?{_OF}\s{{1,2}}(?P<year3>[12]\d{{3}})(?![\d.,]\d|\d|\w)))",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\w.,/‐‑-])(?:(?P<y>[12]\d{3})(?P<s>[-‐‑/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/‐‑-])"
    r"|(?P<a>\d{1,2})(?P<t>[-‐‑/.])(?P<b>\d{1,2})(?P=t)(?P<c>[12]\d{3}|\d\d)(?![\d/]|[-.]\d))",
    re.ASCII,
)
_JOINED = re.compile(r"\d[-‐‑/.]\d", re.ASCII)


def dates(text: str, *, named: bool = True) -> Iterator[Quantity]:
    """Yield the dates of a text: “3 May 2012”, “mai 2012”, “03/05/2012”.

    ``named`` says whether the name of a month is in it: to look for one takes long.
    """
    for match in _WORDED.finditer(text) if named else ():
        yield from _worded(match)
    for match in _NUMERIC.finditer(text) if _JOINED.search(text) else ():
        days = tuple(_numeric(match))
        if days:
            yield _date(match, days)


def _date(match: re.Match[str], days: tuple[Day, ...]) -> Quantity:
    return Quantity(Span(*match.span()), match[0], "date", days)


def _worded(match: re.Match[str]) -> Iterator[Quantity]:
    month = MONTHS[(match["month"] or match["month2"]).lower()]
    year = int(match["year"] or match["year2"] or match["year3"] or 0)
    days = [_number(match[name]) for name in ("from", "day", "day2", "to") if match[name]]
    if all(1 <= day <= 31 for day in days) and not _no_month(match, year):
        found = _date(match, tuple((year, month, day) for day in days) or ((year, month, 0),))
        yield found._replace(every=len(days) > 1)


_OTHER_WORDS = frozenset({"out", "set"})
"""Months in Portuguese: “3 out of 10”, “2 set off”."""


def _no_month(match: re.Match[str], year: int) -> bool:
    """Whether “may”, “mars” or “set” is an ordinary word here: small, and without a year."""
    if year:
        return False
    word = match["month2"]
    return word.islower() if word else match["month"].lower() in _OTHER_WORDS


def _number(day: str) -> int:
    return int("".join(c for c in day if c.isdecimal()))


def _numeric(match: re.Match[str]) -> Iterator[Day]:
    if match["y"]:
        orders = [(int(match["y"]), int(match["m"]), int(match["d"]))]
    else:
        a, b, year = int(match["a"]), int(match["b"]), int(match["c"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        orders = [(year, b, a), (year, a, b)]
    for y, month, day in dict.fromkeys(orders):
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield y, month, day
