"""Dates as people write them, and what they say in the order of ISO 8601."""

import re

from contentlint import FORMS, pattern, unaccented

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
_ZERO = pattern(r" (?:GMT|UTC)\Z")
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
    time = _ZERO.sub("Z", rest or "")
    return f"{year}-{int(str(month)):02}-{int(day):02}{'T' + time[1:] if time else ''}"


def _months(word: str) -> list[int]:
    """Return the numbers of the months that a word, or the beginning of one, can be."""
    plain = unaccented(word.casefold())
    return [
        number
        for number, names in enumerate(_MONTHS, 1)
        if any(name.startswith(plain) for name in names)
    ]
