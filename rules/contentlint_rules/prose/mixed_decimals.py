"""The rule `mixed-decimals`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import BLANK, read

_MILLIONS = "millions?|milliards?|billions?|Millionen|Milliarden?|millones|milhões|milioni"
_UNIT = rf"{BLANK}?(?:[%€£$]|(?:{_MILLIONS})\b)"
_COMMA = pattern(rf",(?<=\d,)(?<!\d{{4}},)\d{{1,2}}{_UNIT}")
_POINT = pattern(rf"\.(?<=\d\.)\d{{1,2}}{_UNIT}")
_LEAST = 3
_SHARE = 0.75


class MixedDecimals(Rule):
    """A page writes the decimals of shares and amounts with a comma or with a point, not with both.

    “3,5 %” beside “4.2 %”: readers who know only one of the two forms may misread the other. Only
    numbers before “%”, a currency or “million” are looked at: those of versions and chapters have
    points everywhere.

    The fix is unsafe: it writes the sign that most numbers of the page have.
    """

    name: ClassVar = "mixed-decimals"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("%", "€", "£", "$", "illi", "ilion", "ilhõ")
    examples: ClassVar = (
        Example(
            bad="De 3,5 % à 4,5 %, puis 7,1 millions, enfin ⟦4.2⟧ %.\n",
            good="De 3,5 % à 4,5 %, puis 7,1 millions, enfin 4,2 %.\n",
            fixed=False,
        ),
        Example(good="De 3,5 % à 4,5 %, puis 7,1 %, avec GPT-3.5 et 1,000 $, `4.2 %`.\n"),
        Example(good="3,5 % or 4.2 %\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the numbers that differ from most others of the page."""
        start = document.body.start
        commas = list(_COMMA.finditer(document.text, start))
        points = list(_POINT.finditer(document.text, start)) if commas else []
        if max(len(commas), len(points)) < _LEAST or not points:
            return
        pair = [list(read(document, found)) for found in (commas, points)]
        few, many = sorted(pair, key=len)
        if few and len(many) >= max(_LEAST, _SHARE * (len(few) + len(many))):
            for match in few:
                yield _violation(document, match, many[0][0][0])


def _violation(document: Document, match: re.Match[str], sign: str) -> Violation:
    start, end = match.start(), match.start() + 1
    while document.text[start - 1].isdigit():
        start -= 1
    while document.text[end].isdigit():
        end += 1
    span = Span(start, end)
    fix = Fix.unsafe(
        f"Write “{sign}”", Edit.replacement(Span(match.start(), match.start() + 1), sign)
    )
    message = f"“{document[span]}” has “{match[0][0]}”; most numbers of this page have “{sign}”"
    return Violation(span, message, fix, Severity.WARNING)
