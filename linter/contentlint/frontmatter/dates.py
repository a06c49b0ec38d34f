"""What generators make of a date that reached them as text: the second half of its reading.

Hugo knows a list of ways to write a date (those of spf13/cast) and stops at all others. Jekyll asks
Ruby's ``Time.parse``, which takes nearly everything, a 29th of February of any year included.
Both are held in tests to a table that they made themselves.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from contentlint.patterns import pattern

_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTHS = tuple(_NAMES.split("|"))
_MONTH = rf"(?P<month>{_NAMES})"
_WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_CLOCK = r"(?P<h>\d\d?):(?P<min>\d\d):(?P<s>\d\d)(?:[.,]\d+)?"
_SHORT_CLOCK = r"(?P<h>\d\d?):(?P<min>\d\d)"
_ZONE = r"[-+](?P<zh>\d\d)(?P<zm>\d\d)"
_COLON_ZONE = r"[-+](?P<zh>\d\d):?(?P<zm>\d\d)"
_NAME = r"(?:[A-Z]{3,4})"
_ISO = r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
_ZONES = rf"(?:{_ZONE}|{_NAME})"
_HUGO = tuple(
    pattern(one)
    for one in (
        _ISO,
        rf"{_ISO}T{_CLOCK}(?:Z|{_COLON_ZONE})?",
        rf"{_ISO} +{_CLOCK}(?:Z| *{_COLON_ZONE})?",
        rf"{_ISO} +{_CLOCK} +{_ZONE} +{_NAME}",
        rf"(?P<d>\d\d) +{_MONTH} +(?P<y>\d{{4}})",
        rf"{_WEEKDAY}, +(?P<d>\d\d) +{_MONTH} +(?P<y>\d{{4}}) +{_CLOCK} +{_ZONES}",
        rf"(?P<d>\d\d) +{_MONTH} +(?P<short>\d\d) +{_SHORT_CLOCK} +{_ZONES}",
        rf"[A-Z][a-z]{{2,5}}day, +(?P<d>\d\d)-{_MONTH}-(?P<short>\d\d) +{_CLOCK} +{_NAME}",
        rf"{_WEEKDAY} +{_MONTH} +(?P<d>\d\d?) +{_CLOCK}(?: +{_ZONES})? +(?P<y>\d{{4}})",
        rf"{_MONTH} +(?P<d>\d\d?) +{_CLOCK}",
        r"(?P<h>1?\d):(?P<min>\d\d)[AP]M",
    )
)
_DIGITS = pattern(r"-?\d{1,12}")
_CALENDAR = pattern(r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?=\D|\Z)")
_AMERICAN = pattern(r"(?P<m>\d\d?)([/-])(?P<d>\d\d?)\2(?P<y>\d{4})(?=\D|\Z)")

_LOOSE = (
    pattern(r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?P<rest>[T ].*)?"),
    pattern(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
)
_LOOSE_CLOCK = pattern(r"[T ](\d\d?:\d\d)(:\d\d)?(?: ?(Z|UTC|GMT|[-+]\d\d:?\d\d))?")


class Day(NamedTuple):
    """A day that no calendar holds, and the one that is counted on to, where there is one."""

    written: str
    instead: str = ""


def impossible(text: str) -> Day | None:
    """Return the day that a text begins with, when there is no such day: ``2025-02-30``."""
    found = _CALENDAR.match(text)
    if found is None:
        return None
    year, month, day = (int(found[name]) for name in "ymd")
    try:
        date(year, month, day)
    except ValueError:
        return Day(found.group(), _counted_on(year, month, day))
    return None


def _counted_on(year: int, month: int, day: int) -> str:
    """Return the day that comes of counting on beyond the end of a month."""
    if not (year and 1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return (date(year, month, 1) + timedelta(day - 1)).isoformat()


def hugo_reads(text: str) -> bool:
    """Whether Hugo can read a text as a date; an empty one is none, and fine."""
    return not text or any(_sound(found) for form in _HUGO if (found := form.fullmatch(text)))


def _sound(found: re.Match[str]) -> bool:
    """Whether all numbers of a date are such that there is one."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    if int(parts.get("h", 0)) > 23 or int(parts.get("zh", 0)) > 24:
        return False
    if any(int(parts.get(name, 0)) > 59 for name in ("min", "s", "zm")):
        return False
    month = _MONTHS.index(parts["month"]) + 1 if "month" in parts else int(parts.get("m", 1))
    year = int(parts.get("y", 2000 + int(parts.get("short", 0))))
    try:
        date(year, month, int(parts.get("d", 1)))
    except ValueError:
        return False
    return True


def hugo_counts(text: str) -> str:
    """Return the day that Hugo reads when a number is its date: it takes it for seconds."""
    if not _DIGITS.fullmatch(text):
        return ""
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(text))).date().isoformat()


def jekyll_refuses(text: str) -> bool:
    """Whether Jekyll stops at a date, among those written in the usual ways."""
    found = impossible(text)
    if found:
        return not found.instead
    american = _AMERICAN.match(text)
    # Ruby takes the first number for the day.
    return american is not None and (int(american["d"]) > 12 or int(american["m"]) > 31)


def in_iso(text: str) -> str:
    """Return a date that begins with its year in the form that all generators read.

    Nothing where it begins otherwise, or says a time in a way of its own.
    """
    found = next(filter(None, (form.fullmatch(text) for form in _LOOSE)), None)
    if found is None:
        return ""
    parts = found.groupdict()
    clock = _iso_clock(parts.get("rest") or "")
    iso = "" if clock is None else f"{parts['y']}-{int(parts['m']):02}-{int(parts['d']):02}{clock}"
    return iso if iso and hugo_reads(iso) else ""


def _iso_clock(text: str) -> str | None:
    """Return a time of day with its seconds and zone; None where it is written otherwise."""
    if not text:
        return ""
    found = _LOOSE_CLOCK.fullmatch(text)
    if found is None:
        return None
    clock, seconds, zone = found.groups()
    zone = "Z" if zone in ("UTC", "GMT") else zone or ""
    return f"T{clock.rjust(5, '0')}{seconds or ':00'}{zone}"
