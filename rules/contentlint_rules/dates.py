"""Dates as front matter writes them, and what is sure of them where they leave something open."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from contentlint import pattern

_ISO = pattern(
    r"\s{0,9}(?P<day>\d{4}-\d{1,2}-\d{1,2})"
    r"(?:(?:[Tt]|[ ]{1,4})(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"[ ]{0,4}(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?\s{0,9}"
)
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
"""How far the clocks of the earth are ahead of UTC, and behind."""


class Moment(NamedTuple):
    """A date: its day as it is written, and between which two times it is on some clock."""

    day: date
    first: datetime
    last: datetime

    @property
    def is_exact(self) -> bool:
        """Whether it says its time zone."""
        return self.first == self.last


def moment(value: object) -> Moment | None:
    """Return the date that a value is; None for what is none, or not in ISO 8601's order."""
    match = _ISO.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        day = date(*map(int, match["day"].split("-")))
        clock = (int(match[part] or 0) for part in ("hour", "minute", "second"))
        local = datetime(day.year, day.month, day.day, *clock, tzinfo=UTC)
        if match["zone"]:
            at = local.replace(tzinfo=_zone(match["zone"])).astimezone(UTC)
            return Moment(day, at, at)
        return Moment(day, local - _EAST, local + _WEST)
    except (ValueError, OverflowError):
        return None


def is_before(one: Moment, other: Moment) -> bool:
    """Whether a date is of an earlier day; where only one says its zone, of the day before that."""
    apart = (other.day - one.day).days
    if one.is_exact == other.is_exact:
        return apart > 0 and one.last < other.last
    return apart > 1


def _zone(written: str) -> timezone:
    """Return a time zone. Raises ValueError for one that no clock has."""
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)
