"""Dates that a text may mean although it does not write them out: “in May”, “on Tuesday”."""

import re
from datetime import date
from functools import cache

from contentlint.numbers.lexicon import MONTHS
from contentlint.numbers.quantity import Day, Quantity

_APART = 8
"""Days from its own date within which a text says “yesterday” or “on Tuesday”, or a day either
side of that, since the world's clocks differ."""
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


@cache
def _named(month: int) -> re.Pattern[str]:
    """Return what finds a month that no year follows: small letters may be another word."""
    names = [name for name, number in MONTHS.items() if number == month and len(name) > 3]
    spelt = sorted({*(name.title() for name in names), *(n for n in names if len(n) > 4), "May"})
    fit = [name for name in spelt if MONTHS[name.lower()] == month]
    return re.compile(rf"\b(?:{'|'.join(fit)})\b(?!,?\s{{1,2}}(?:de\s|of\s|del\s)?[12]\d{{3}}\b)")


def has_month(text: str, wanted: Quantity) -> bool:
    """Whether a text names the month of a date without a day, and leaves the year to its reader."""
    months = {day[1] for day in wanted.values if isinstance(day, tuple) and not day[2]}
    return any(_named(month).search(text) for month in months)


def is_of_that_week(published: str, wanted: Quantity) -> bool:
    """Whether a text of a day may mean a date by the name of a weekday; ``published`` is ISO."""
    own = _day(published)
    meant = (_date(day) for day in wanted.values if isinstance(day, tuple))
    return own is not None and any(
        day is not None and abs((own - day).days) <= _APART for day in meant
    )


def _day(published: str) -> date | None:
    found = _DATE.match(published)
    return _date((int(found[1]), int(found[2]), int(found[3]))) if found else None


def _date(day: Day) -> date | None:
    try:
        return date(*day)
    except ValueError:
        return None
