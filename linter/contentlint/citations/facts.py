"""What a sentence says that its source should say: its numbers and its quotations."""

import re
from collections.abc import Iterable, Iterator

from contentlint.citations.evidence import Fact, Kind
from contentlint.citations.quotations import quotations
from contentlint.numbers import Quantity, quantities
from contentlint.patterns import pattern
from contentlint.span import Span

_NO_PROSE = pattern(
    r":[a-z][a-z0-9_+-]{1,60}:|\{[:.#][^{}\n]{0,80}\}|\(\d{1,2}/\d{1,2}\)"
    r"|\(\s?(?:PDF|MS|Word|Excel|PowerPoint|[A-Z]{3,4}[XT]?)\b[^()\n]{0,80}\d[^()\n]{0,60}\)"
    r"|\A[A-Z][a-zé]{2,12} \d{1,3} ?:|#[\w/.-]{1,60}|(?<=/)\d{4}[a-z]\d\b"
    r"|(?<=[A-Za-zé,] )(?<!ine )(?<!ner )(?<!lbe )(?:Million|Billion)s?(?: [A-Z]|(?! [a-z]))"
    r"|\b\d{3}(?:\([a-z0-9]{1,2}\)){1,3}|\b\d-\d{3}-[A-Z0-9]{3}"
    r"|(?<=[a-z]:)\d{2,5}\b"
    r"|(?:\b\d{1,3} ?[–-] ?)?(?<![\d.,\xa0])\d{1,3}[ -](?:Hour|Day|Week|Month|Year)s? [A-Z]"
    r"|(?<=\d{4}[.-]\d\d[.-]\d\d)[~–]\d{1,2}\b"
    r"|(?<=\b20\d\d[-‐‑])(?:0[1-9]|1[0-2])\b(?![-‐‑]\d)"
    r"|\b10\.\d{4,9}/[^\s]{1,120}|\b\d{1,2}\.\d{4}/[^\s]{0,10}\d{4}-\d{3}[\dX][^\s]{0,60}"
    r"|\d{1,3}(?:，\s?\d{3,4}){1,4}|\b[A-Z][a-z]{2,20} \d{3,4}[xX]\b"
)
"""Icons (“:arrow-right-24:”), attributes, which part of a series it is (“(2/3)”), what a file is
(“(PDF, 1.5 MB, 54 pages)”), “Slide 7:”, names (“the Million Hearts”), channels (“#2025h1”),
paragraphs of a law (“501(c)(3)”), numbers of telephones, ports of addresses, values in code
(“rsa:4096”) and what has a time in
its name (“10 Day Outlook”), the second day in “2008.12.13~14”, the
month in “2026-05”, DOIs, numbers that a wide comma
parts (“15，000”) and things with a multiple in their name (“Racer 3970x”)."""
_TIME = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centuries|ans?|années?|mois|semaines?"
    r"|jours?|heures?|siècles?|jahr\w{0,3}|monat\w{0,3}|woche\w?|tag\w{0,2}|stunden?|años?|mes\w{0,2}"
    r"|semanas?|días?|horas?|siglos?|ann[io]|settiman[ae]|giorn[io]|or[ae]|secol[io]|anos?|dias?)"
)
_AGO = pattern(
    rf"(?:{_TIME} )?(?:ago|earlier|later|plus tôt|plus tard|auparavant|zuvor|später|atrás"
    r"|antes|después|más tarde|fa|prima|dopo|depois)\b",
    re.IGNORECASE,
)
_SINCE = pattern(r"\b(?:il y a|vor|hace|há|faz)(?: \w{2,10}){0,2} \Z", re.IGNORECASE)
_OF_TIME = pattern(rf"\b{_TIME}\b", re.IGNORECASE)
_NEAR_BY = 24
"""Code points on both sides of a number that are looked at."""


def facts(words: str, language: str = "") -> tuple[Fact, ...]:
    """Return the numbers and quotations of a sentence, with places in its words, in order.

    ``language`` is a name such as “fr”; without one the words tell. Left out are numbers that are
    too common to be looked for, and those that depend on when the page was written: “ten years
    ago”.
    """
    found = [Fact(Kind.NUMBER, one.written, one.span) for one in _counted(words, language)]
    found += [Fact(Kind.QUOTATION, one.words, one.span) for one in quotations(words)]
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind)))


def _counted(words: str, language: str) -> Iterator[Quantity]:
    """Yield the numbers that can be looked for."""
    strong = quantities(words, language, weak=False)
    apart = [Span(*match.span()) for match in _NO_PROSE.finditer(words)] if strong else []
    for one in strong:
        if not (_is_within(one.span, apart) or _is_by_the_writer(one, words)):
            yield one


def _is_within(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.overlaps(span) for one in spans)


def _is_by_the_writer(one: Quantity, words: str) -> bool:
    """Whether a length of time is counted from when the page was written, or from another date."""
    start, end = one.span.start, one.span.end
    before, behind = words[max(0, start - _NEAR_BY) : start], words[end : end + _NEAR_BY]
    if not _OF_TIME.search(words[start : end + len(" semaines")]):
        return False
    return bool(_AGO.match(behind.lstrip()) or _SINCE.search(before.replace("\u00a0", " ")))
