"""Identifiers of works and people: where they stand, and whether they can be right.

Each ends in a digit that is worked out from the others, or has parts of a known form, so that a
slip of the keyboard shows without asking anybody:

- ISBN-10, ISBN-13: ISO 2108; ISSN: ISO 3297; ORCID: ISO/IEC 7064, MOD 11-2
- DOI: ISO 26324, and the DOI Handbook on what a prefix is: https://doi.org/10.1000/182
- arXiv: https://info.arxiv.org/help/arxiv_identifier.html
- PMID: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pmid
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from contentlint import Span, pattern

_DASHES = "-\u00ad\u2010-\u2015\u2212"
_NO_DIGITS = pattern(r"[^0-9Xx]")


class Fault(NamedTuple):
    """Why an identifier cannot be right, and what was meant where that is certain."""

    why: str
    instead: str = ""


def faults(text: str, start: int) -> Iterator[tuple[Span, Fault]]:
    """Yield the identifiers behind an offset that nothing can have."""
    for look, judge in _KINDS:
        for found in look.finditer(text, start):
            fault = judge(found[1])
            if fault:
                yield Span(*found.span(1)), fault


def _isbn(written: str) -> Fault | None:
    digits = _NO_DIGITS.sub("", written).upper()
    if len(digits) == 10:
        good = digits[:9].isdigit() and _mod11(digits, 10)
        return None if good else Fault("its last digit does not fit the others, so one is wrong")
    if len(digits) != 13:
        return Fault(f"an ISBN has 10 or 13 digits, and this has {len(digits)}")
    if "X" in digits:
        return Fault("an ISBN of 13 digits holds no letter")
    if not digits.startswith(("978", "979")):
        return Fault("an ISBN of 13 digits begins with 978 or 979")
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits))
    return Fault("its last digit does not fit the others, so one is wrong") if total % 10 else None


def _mod11(digits: str, weight: int) -> bool:
    """Whether weights that fall by one a digit give a sum that eleven divides; X counts ten."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (weight - index) for index, value in enumerate(values)) % 11 == 0


def _issn(written: str) -> Fault | None:
    digits = _NO_DIGITS.sub("", written).upper()
    if "X" in digits[:-1] or not _mod11(digits, 8):
        return Fault("its last digit does not fit the others, so one is wrong")
    return None


def _orcid(written: str) -> Fault | None:
    digits = _NO_DIGITS.sub("", written).upper()
    if len(digits) != 16:
        return Fault(f"an ORCID iD has 16 digits, and this has {len(digits)}")
    total = 0
    for digit in digits[:-1]:
        if digit == "X":
            return Fault("only the last sign of an ORCID iD may be an X")
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    good = digits[-1] == ("X" if check == 10 else str(check))
    return None if good else Fault("its last sign does not fit the others, so a digit is wrong")


_PREFIX = pattern(r"10\.\d{4,9}(?:\.\d{1,9})*")
_AGAIN = pattern(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)+", re.IGNORECASE)


def _doi(written: str) -> Fault | None:
    again = _AGAIN.match(written)
    if again:
        return Fault("the address says “doi” twice", written[again.end() :])
    prefix, _, rest = written.partition("/")
    if not _PREFIX.fullmatch(prefix):
        return Fault("a DOI begins with “10.”, at least four digits and a slash")
    if not rest:
        return Fault("nothing follows the slash")
    return None


_MODERN = pattern(r"(\d\d)(\d\d)\.(\d{4,5})(?:v([1-9]\d?))?")


def _arxiv(written: str) -> Fault | None:
    """Judge an identifier of the form that holds since April 2007."""
    found = _MODERN.fullmatch(written)
    if found is None:
        return Fault("an arXiv number has the form 2301.01234, perhaps with v2 behind it")
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12:
        return Fault(f"its third and fourth digits are a month, and {found[2]} is none")
    if (year, month) < (7, 4):
        return Fault("numbers of this form are given since April 2007 (0704)")
    wanted = 5 if year >= 15 else 4
    if len(found[3]) != wanted:
        since = "since 2015" if wanted == 5 else "before 2015"
        return Fault(f"{wanted} digits follow the point {since}, and here are {len(found[3])}")
    return None


def _pmid(written: str) -> Fault | None:
    if len(written) > 8:
        return Fault(f"a PMID has at most 8 digits, and this has {len(written)}")
    return Fault("a PMID does not begin with 0") if written.startswith("0") else None


_SPACE = r"[ \xa0\u202f]"
_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], Fault | None]], ...] = (
    (
        pattern(
            rf"\bISBN(?:[{_DASHES} ]?1[03])?\b[*_]{{0,2}}{_SPACE}?:?[*_]{{0,2}}{_SPACE}{{0,2}}"
            rf"(\d(?:[{_DASHES} ]?\d){{8,14}}(?:[{_DASHES} ]?[Xx])?)(?![\d.]\d|\w)"
        ),
        _isbn,
    ),
    (
        pattern(rf"\b[ep]?ISSN\b{_SPACE}?:?{_SPACE}{{0,2}}(\d{{4}}[{_DASHES}]?\d{{3}}[\dXx])\b"),
        _issn,
    ),
    (pattern(r"\borcid\.org/(\d{4}-[\dX-]{4,20})(?![\w-])"), _orcid),
    (
        pattern(
            r"\b(?:dx\.)?doi\.org/((?:doi:|https?://(?:dx\.)?doi\.org/|1[\dO]\.\d|\d)[^\s<>\"'()\[\]{}]{0,300}+)"
            # Old DOIs hold brackets; what those hold says nothing wrong of what is before them.
            r"(?![(<\[{])",
            re.IGNORECASE,
        ),
        _doi,
    ),
    (
        pattern(r"\barxiv\.org/(?:abs|pdf|html)/(\d{3,5}\.\d{1,7}(?:v\d{1,3})?)(?=\b|\.pdf)"),
        _arxiv,
    ),
    (pattern(rf"\barXiv:{_SPACE}?(\d{{3,5}}\.\d{{1,7}}(?:v\d{{1,3}})?)\b"), _arxiv),
    (pattern(rf"\bPMID{_SPACE}?:{_SPACE}{{0,2}}(\d{{1,12}})\b"), _pmid),
    (pattern(r"\bpubmed\.ncbi\.nlm\.nih\.gov/(\d{1,12})\b"), _pmid),
)
