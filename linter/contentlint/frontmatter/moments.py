"""Moments as parsers read them: Python's refuse what no calendar holds, others count on."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from contentlint.patterns import pattern


class Meaning(NamedTuple):
    """What a parser reads: ``kind`` is text, number, boolean, nothing, time or error.

    A time is the text of ISO 8601, in UTC. ``error``: the parser stops there.
    """

    kind: str
    value: str | int | float | bool | None = None


ERROR = Meaning("error")
_STAMP = (
    r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?:[Tt]|[ \t]+)(?P<h>\d\d?):(?P<min>\d\d):(?P<s>\d\d)"
    r"(?:\.(?P<f>\d*))?"
)
_DAY = r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
_ZONE = r"(?P<z>Z|(?P<sign>[-+])(?P<zh>\d\d?)(?::(?P<zm>\d\d))?)"
_LOOSE_ZONE = r"(?P<z>Z|(?P<sign>[-+])(?P<zh>\d\d?):?(?P<zm>\d\d)?)"
DATE = pattern(_DAY)
TIME = pattern(rf"{_STAMP}(?:[ \t]*{_ZONE})?")
RUBY_DATE = pattern(
    r"(?P<y>\d{4})-(?P<m>1[012]|0\d|\d)-(?P<d>[12]\d|3[01]|0\d|\d)",
)
RUBY_TIME = pattern(rf"{_STAMP}(?:\s*{_LOOSE_ZONE})?")


def _part(found: re.Match[str], name: str) -> int:
    return int(found.groupdict().get(name) or 0)


def micros(found: re.Match[str], digits: int = 6) -> int:
    """Return the fraction of a second in millionths, as far as a parser takes its digits."""
    fraction = (found.groupdict().get("f") or "")[:digits]
    return int(fraction.ljust(6, "0"))


def _offset(found: re.Match[str]) -> timedelta:
    sign = -1 if found.groupdict().get("sign") == "-" else 1
    return sign * timedelta(hours=_part(found, "zh"), minutes=_part(found, "zm"))


def _moment(at: datetime) -> Meaning:
    return Meaning("time", at.replace(tzinfo=None).isoformat() + "Z")


def _day(found: re.Match[str]) -> datetime:
    return datetime(_part(found, "y"), _part(found, "m"), _part(found, "d"))


def _clock(found: re.Match[str]) -> tuple[int, int, int]:
    return _part(found, "h"), _part(found, "min"), _part(found, "s")


def python(found: re.Match[str], micros: int) -> Meaning:
    """Python's dates refuse what no calendar holds, and the parser stops there."""
    try:
        day = date(_part(found, "y"), _part(found, "m"), _part(found, "d"))
        zone = timezone(_offset(found))
        at = datetime(day.year, day.month, day.day, *_clock(found), tzinfo=zone)
        return _moment((at + timedelta(microseconds=micros)).astimezone(UTC))
    except (ValueError, OverflowError):
        return ERROR


def javascript(found: re.Match[str]) -> Meaning:
    """JavaScript's dates count on: the 40th of a 13th month is a day in February."""
    year, month = _part(found, "y"), _part(found, "m") - 1
    year = (year + 1900 if year < 100 else year) + month // 12
    hours, minutes, seconds = _clock(found)
    try:
        at = datetime(year, month % 12 + 1, 1) + timedelta(
            _part(found, "d") - 1, seconds, micros(found, 3), 0, minutes, hours
        )
        return _moment(at - _offset(found))
    except (ValueError, OverflowError):
        return Meaning("time", found.group())


def psych(found: re.Match[str]) -> Meaning | None:
    """Ruby's times take 31 days for every month, a 24th hour and a 60th second."""
    hours, minutes, seconds = _clock(found)
    day, zone = _part(found, "d"), _offset(found)
    if not 1 <= day <= 31 or (hours, minutes, seconds) > (24, 0, 0) or minutes > 59:
        return None
    if seconds > 60 or abs(zone) >= timedelta(1) or not 1 <= _part(found, "m") <= 12:
        return None
    first = datetime(_part(found, "y"), _part(found, "m"), 1)
    clock = timedelta(day - 1, seconds, micros(found), 0, minutes, hours)
    return _moment(first + clock - zone)


def safe_yaml(found: re.Match[str]) -> Meaning | None:
    """A time that is none stays text; a zone a day away is left out."""
    hours, minutes, seconds = _clock(found)
    if (hours, minutes, seconds) > (24, 0, 0) or minutes > 59 or seconds > 60:
        return None
    zone = _offset(found)
    clock = timedelta(0, min(seconds, 59), micros(found), 0, minutes, hours)
    try:
        return _moment(_day(found) + clock - (zone if abs(zone) < timedelta(1) else timedelta()))
    except (ValueError, OverflowError):
        return None


def ruby_day(found: re.Match[str]) -> Meaning | None:
    """Ruby's dates are days of the calendar; what is none stays text."""
    try:
        return _moment(_day(found))
    except ValueError:
        return None
