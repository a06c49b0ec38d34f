"""Dates as front matter writes them."""

from datetime import UTC, datetime

import pytest

from contentlint_rules.dates import moment


@pytest.mark.parametrize(
    ("written", "day", "first", "last"),
    [
        ("2025-03-14", "2025-03-14", "2025-03-13T10:00", "2025-03-14T12:00"),
        ("2025-3-4", "2025-03-04", "2025-03-03T10:00", "2025-03-04T12:00"),
        (" 2025-03-14 09:30 ", "2025-03-14", "2025-03-13T19:30", "2025-03-14T21:30"),
        ("2025-03-14T09:30:15.250", "2025-03-14", "2025-03-13T19:30:15", "2025-03-14T21:30:15"),
        ("2025-03-14T23:30:00-05:00", "2025-03-14", "2025-03-15T04:30", "2025-03-15T04:30"),
        ("2025-03-14 00:30:00 +0200", "2025-03-14", "2025-03-13T22:30", "2025-03-13T22:30"),
        ("2025-03-14t09:30:00+02", "2025-03-14", "2025-03-14T07:30", "2025-03-14T07:30"),
        ("2025-03-14T09:30:00Z", "2025-03-14", "2025-03-14T09:30", "2025-03-14T09:30"),
        ("2025-03-14 09:30:00 UTC", "2025-03-14", "2025-03-14T09:30", "2025-03-14T09:30"),
    ],
)
def test_dates(written: str, day: str, first: str, last: str) -> None:
    found = moment(written)
    assert found is not None
    assert found.day.isoformat() == day
    assert found.first == datetime.fromisoformat(first).replace(tzinfo=UTC)
    assert found.last == datetime.fromisoformat(last).replace(tzinfo=UTC)
    assert found.is_exact == (first == last)


@pytest.mark.parametrize(
    "value",
    [
        "", "2025", "14-03-2025", "2025-13-01", "2025-02-30", "0000-01-01", "March 14, 2025",
        "2025-03-14T25:00", "2025-03-14T10:61", "2025-03-14T10:00:00+99:00", "2025-03-14x",
        "9999-12-31T23:00:00-10:00", "0001-01-01", "2025-03-14 10", "2025-03-14T10:00 " + "9" * 50,
        2025, None, True, ["2025-03-14"], {"a": 1},
    ],
)  # fmt: skip
def test_what_is_no_date(value: object) -> None:
    assert moment(value) is None
