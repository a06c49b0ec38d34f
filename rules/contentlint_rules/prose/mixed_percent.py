"""The rule `mixed-percent`."""

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import BLANKS, SPACED_SIGN, is_read

_PERCENT = pattern(r"%(?:(?<=\d%)|(?<=\d[ \xa0\u202f\u2009]%))(?![\w{(%}/-])")
_MONEY = tuple(
    pattern(rf"{sign}(?:(?<=\d{sign})|(?<=\d[ \xa0\u202f\u2009]{sign}))(?![\d{{(-])")
    for sign in (r"\$", "€", "£")
)
_SHARE = 0.75
"""Of all places of a page, those that make a habit: three of four."""


class _Forms(NamedTuple):
    """Where a page writes a sign with a blank before it, and where without."""

    spaced: list[Span]
    glued: list[Span]


class MixedPercent(Rule):
    """A page writes “%” and the sign of a currency behind numbers in one way.

    “30 %” beside “83%” looks as if two people had written the page and nobody had read it. What
    most places of the page have is taken for what was meant, whatever the language; where there is
    no habit, nothing is said.

    The fix writes the place as the others are. It is safe, but for taking a blank out where the
    language of the page asks for one, as French and German do: that is unsafe.
    """

    name: ClassVar = "mixed-percent"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    changes: ClassVar = Part.TEXT | Part.CODE
    triggers: ClassVar = tuple(f"{blank}{sign}" for blank in BLANKS for sign in "%€$£")
    examples: ClassVar = (
        Example(
            bad="From 8 % to 9 %, then to 12 %, and ⟦14%⟧ now.\n",
            good="From 8 % to 9 %, then to 12 %, and 14 % now.\n",
        ),
        Example(
            bad="From 8% to 9%, then to 12%, and ⟦14 %⟧ now.\n",
            good="From 8% to 9%, then to 12%, and 14% now.\n",
        ),
        Example(good="From 8% to 9 %, `14 %` and [a](/b%20c%20) {{ x %}.\n"),
        Example(good="Half of it: 50%, a quarter: 25%. It costs 20 €, or 30 €.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the places that differ from most others of the page."""
        yield from _odd(document, _forms(document, _PERCENT))
        for sign in _MONEY:
            forms = _forms(document, sign)
            yield from _odd(document, forms, sure=_spaces(document, forms))


def _forms(document: Document, sign: re.Pattern[str]) -> _Forms:
    """Return the places of a sign in running text, where some have a blank and some have none."""
    found = list(sign.finditer(document.text, document.body.start))
    spaced = [one for one in found if document.text[one.start() - 1] in BLANKS]
    if not spaced or len(spaced) == len(found):
        return _Forms([], [])
    places = [_number(document, one) for one in found]
    places = [one for one in places if is_read(document, one)]
    return _Forms(
        [one for one in places if document.text[one.end - 2] in BLANKS],
        [one for one in places if document.text[one.end - 2] not in BLANKS],
    )


def _number(document: Document, match: re.Match[str]) -> Span:
    at = match.start()
    if document.text[at - 1] in BLANKS:
        at -= 1
    while at > 0 and (document.text[at - 1].isdigit() or document.text[at - 1] in ".,"):
        at -= 1
    return Span(at, match.end())


def _spaces(document: Document, forms: _Forms) -> bool:
    """Whether an amount without a blank is odd even once: the language and the page want one."""
    return len(forms.spaced) >= len(forms.glued) > 0 and document.language in SPACED_SIGN


def _odd(document: Document, forms: _Forms, *, sure: bool = False) -> Iterator[Violation]:
    few, many = (forms.spaced, forms.glued)
    if len(few) >= len(many):
        few, many = many, few
    if not few or not (sure or len(many) >= _SHARE * (len(few) + len(many))):
        return
    blank = "" if many is forms.glued else document.text[many[0].end - 2]
    for place in few:
        yield _violation(document, place, blank, document[many[0]])


def _violation(document: Document, place: Span, blank: str, other: str) -> Violation:
    start = place.end - 1 - (document.text[place.end - 2] in BLANKS)
    edit = Edit.replacement(Span(start, place.end - 1), blank)
    made = Fix.unsafe if not blank and document.language in SPACED_SIGN else Fix.safe
    title = "Put a blank in" if blank else "Take the blank out"
    message = f"“{document[place]}” is written otherwise elsewhere on this page: “{other}”"
    return Violation(place, message, made(title, edit), Severity.WARNING)
