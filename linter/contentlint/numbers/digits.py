"""What a run of digits may mean: “1.234” is 1234 or 1.234, “1,23,456” is 123456."""

import re
from collections.abc import Iterator
from decimal import Decimal

BLANKS = " \u00a0\u202f\u2009\u2007"
RUN = re.compile(
    rf"\d(?:(?<!\d\d)\d{{0,2}}(?:[{BLANKS}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d*(?:[.,'’٬]\d+)*)",
    re.ASCII,
)
"""Digits with what may stand between them; a pattern that begins with one is found fastest."""
_LONGEST = 24
"""Longer runs are identifiers."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:([.,'’٬{BLANKS}])\d{{3}})(?:\1\d{{3}})*\Z", re.ASCII)
_LAKH = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}\Z", re.ASCII)
_PIECE = re.compile(r"\d+", re.ASCII)
_BROKEN = re.compile(rf"[.,'’٬{BLANKS}]")


def readings(run: str) -> tuple[Decimal, ...]:
    """Return every number that a run may be; none where it is no number: “1.2.3”."""
    if len(run) > _LONGEST:
        return ()
    if run.isdecimal():
        return (Decimal(run),)
    whole = _whole(run)
    if whole and run.endswith("000"):
        return whole  # nobody writes a decimal “36.000”
    return tuple(dict.fromkeys((*whole, *_decimal(run))))


def _whole(run: str) -> tuple[Decimal, ...]:
    if (_GROUPED.match(run) and not run.startswith("0")) or _LAKH.match(run):
        return (Decimal(_BROKEN.sub("", run)),)
    return ()


def _decimal(run: str) -> tuple[Decimal, ...]:
    at = max(run.rfind("."), run.rfind(","))
    if at < 0:
        return ()
    whole, rest = run[:at], run[at + 1 :]
    if not (whole.isdecimal() or (run[at] not in whole and _whole(whole))):
        return ()
    return (Decimal(f"{_BROKEN.sub('', whole)}.{rest}"),)


def pieces(run: str) -> Iterator[tuple[int, str]]:
    """Yield the digits in a run without what stands between them, and where they begin."""
    return ((match.start(), match[0]) for match in _PIECE.finditer(run))


def joined(run: str) -> str:
    """Return all digits of a run."""
    return _BROKEN.sub("", run)
