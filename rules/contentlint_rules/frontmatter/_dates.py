"""Dates as people write them, and which of two comes first."""

import re
import unicodedata
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from contentlint import FORMS, pattern

_TIME = r"(?P<rest>[Tt ][^\r\n]{0,40})?"
_YEAR_FIRST = pattern(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_YEAR_LAST = pattern(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_MONTH = r"(?:de |of )?(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?:de )?(?P<year>\d{4})"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_SPELT = (
    pattern(rf"{_WEEKDAY}{_DAY}[ -]{_MONTH},?[ -]{_YEAR}{_TIME}", re.IGNORECASE),
    pattern(rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}{_TIME}", re.IGNORECASE),
)
_MONTHS = (
    ("january", "janvier", "januar", "enero"),
    ("february", "fevrier", "februar", "febrero"),
    ("march", "mars", "marz", "maerz", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juin", "juni", "junio"),
    ("july", "juillet", "juli", "julio"),
    ("august", "aout", "agosto"),
    ("september", "septembre", "septiembre"),
    ("october", "octobre", "oktober", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "decembre", "dezember", "diciembre"),
)
"""English, French, German and Spanish, without accents."""
_PARTS = pattern(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ] {0,4}(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
    r" {0,4}(Z|z|([+-])(\d\d):?(\d\d)?)?)?"
)
_WESTMOST, _EASTMOST = timedelta(hours=-12), timedelta(hours=14)


def readings(text: str) -> tuple[str, ...]:
    """Return the dates, as ISO 8601 writes them, that a text can mean: none, one or two."""
    found = dict.fromkeys(each for each in _read(text.strip()) if FORMS["date"](each))
    return tuple(found)


def _read(text: str) -> list[str]:
    first = _YEAR_FIRST.fullmatch(text)
    if first:
        return [_iso(first[1], first[3], first[4], first["rest"])]
    last = _YEAR_LAST.fullmatch(text)
    if last:
        pairs = ((last[3], last[1]), (last[1], last[3]))
        return [_iso(last[4], month, day, last["rest"]) for month, day in pairs]
    spelt = next(filter(None, (each.fullmatch(text) for each in _SPELT)), None)
    if spelt is None:
        return []
    months = _months(spelt["month"])
    return [_iso(spelt["year"], month, spelt["day"], spelt["rest"]) for month in months]


def _iso(year: str, month: object, day: str, rest: str | None) -> str:
    return f"{year}-{int(str(month)):02}-{int(day):02}{rest or ''}"


def _months(word: str) -> list[int]:
    """Return the numbers of the months that a word, or the beginning of one, can be."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return [
        number
        for number, names in enumerate(_MONTHS, 1)
        if any(name.startswith(plain) for name in names)
    ]


class _Stretch(NamedTuple):
    """All moments that a date can stand for: a whole day, and any time zone, where none is told."""

    first: datetime
    last: datetime


def is_before(one: str, other: str) -> bool:
    """Whether a date is surely before another; a zone that only one of them tells may be any."""
    a, b = _PARTS.fullmatch(one), _PARTS.fullmatch(other)
    if a is None or b is None:
        return False
    zoned = a[7] is not None or b[7] is not None
    left, right = _stretch(a, zoned=zoned), _stretch(b, zoned=zoned)
    return left is not None and right is not None and left.last < right.first


def _stretch(found: re.Match[str], *, zoned: bool) -> _Stretch | None:
    """Return what a date can stand for; ``zoned``: one of those that are compared has a zone."""
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        start = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone.utc)  # noqa: UP017
        length = timedelta() if found[4] else timedelta(days=1, seconds=-1)
        west, east = (_WESTMOST, _EASTMOST) if zoned else (timedelta(), timedelta())
        if found[7]:
            west = east = _offset(found)
        return _Stretch(start - east, start + length - west)
    except (OverflowError, ValueError):
        return None


def _offset(found: re.Match[str]) -> timedelta:
    if found[8] is None:
        return timedelta()
    away = timedelta(hours=int(found[9]), minutes=int(found[10] or 0))
    return -away if found[8] == "-" else away
