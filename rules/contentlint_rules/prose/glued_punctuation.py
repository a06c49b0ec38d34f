"""The rule `glued-punctuation`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    Applicability,
    Document,
    Edit,
    Example,
    Fix,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.prose._shared import is_read, looks_french, read

_ELIDED = r"(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])"
_SMALL = (
    r"(?:les?|la|une?|des?|du|ils?|elles?|on|nous|vous|ce|cette|ces|pour|dans|avec|sur)\b(?![-:.=])"
)
_COLON = pattern(rf":(?<=[\w)»”*][ \xa0\u202f]:)(?:{_ELIDED}|{_SMALL}(?= ))")
# Each begins with its sign, so that the search leaps from sign to sign.
_WORD = r"(?=[a-zß-öø-ÿ]{2,30}[ .,;:!?)\n\r])"
_MONEY = {
    sign: pattern(rf"\{sign}{_WORD}(?:(?<=\d\{sign})|(?<=\d[ \xa0\u202f]\{sign}))")
    for sign in ("$", "€", "£")
}
_AFTER_AMOUNT = frozenset(
    (
        *("par", "pour", "de", "du", "des", "et", "la", "le", "les", "en", "au", "aux", "contre"),
        *(
            "chaque",
            "ou",
            "à",
            "sur",
            "dans",
            "avec",
            "sans",
            "per",
            "each",
            "a",
            "an",
            "and",
            "for",
        ),
        *("el", "los", "cada", "y", "pro", "und", "im", "zum", "für", "je", "al", "di", "e", "da"),
    )
)
_STARTS = (
    "The This That These There If It In We You Our But And They When For As Also However"
    " Le La Les Il Elle En Nous Vous Ce Cette Pour Plus Dans Un Une El Los Las Para Die Der Das Wir"
)
_JOINS = "and but the that which who we you so with et mais qui nous dont les y pero und aber"
_SENTENCE = pattern(
    rf"\.(?=[A-Z])(?<=[^\W\d_A-Z]{{4}}\.)(?=(?:{_STARTS.replace(' ', '|')}) [^\W\d_A-Z])"
)
_CLAUSE = pattern(rf",(?=[a-z])(?<=[^\W\d_A-Z]{{4}},)(?=(?:{_JOINS.replace(' ', '|')}) [^\W\d_])")
_NEXT = pattern(r"[^\W\d_]+")


class GluedPunctuation(Rule):
    """A blank stands between a sign and the next word where a sentence needs one.

    “The mill is old.The wheel is new”, “des divisions subsistent :l'Asie”, “0,07 $par million”: the
    blank slipped away, and two words read as one. Behind a dollar, readers of some sites even see
    a formula. Only words are looked at that cannot be part of a name, an emoji or code.

    The fix is safe: it puts the blank in. Behind an amount it is so only before words such as
    “par” and “per”, since others may be part of a name.
    """

    name: ClassVar = "glued-punctuation"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    changes: ClassVar = Part.TEXT | Part.CODE
    triggers: ClassVar = (
        *(" :", "\xa0:", "\u202f:", "$", "€", "£"),
        *(f".{word} " for word in _STARTS.split()),
        *(f",{word} " for word in _JOINS.split()),
    )
    examples: ClassVar = (
        Example(
            bad="Des moulins des deux côtés ⟦:l'⟧un au nord, les autres au sud.\n",
            good="Des moulins des deux côtés : l'un au nord, les autres au sud.\n",
            path="fr/page.md",
        ),
        Example(
            bad="Le pain coûte 2,50 ⟦$par⟧ kilo, contre 1,20$ avant.\n",
            good="Le pain coûte 2,50 $ par kilo, contre 1,20$ avant.\n",
        ),
        Example(
            bad="Bread was 20⟦€cheap⟧ once.\n",
            good="Bread was 20€ cheap once.\n",
            fixed=False,
            why="The word may be part of a name: the fix is unsafe.",
        ),
        Example(
            bad="The mill is ancient⟦.⟧The wheel is modern⟦,⟧but the dam is not.\n",
            good="The mill is ancient. The wheel is modern, but the dam is not.\n",
        ),
        Example(good="Call wheel.The_mill or a,b and 1,the `mills.The wheel`.\n"),
        Example(good="Une note :smile: et :les: `a :les b` coûtent 5 $ pour $x$ et ${par}.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield signs that a word is glued to."""
        yield from _colons(document)
        for signs in (_SENTENCE, _CLAUSE):
            for span in _places(document, signs):
                if not document.is_in_link(span):
                    yield _violation(span, document[span], Applicability.SAFE)
        for sign, sought in _MONEY.items():
            if sign in document.text:
                for match in list(sought.finditer(document.text, document.body.start)):
                    yield from _amount(document, match)


def _places(document: Document, sought: re.Pattern[str]) -> list[Span]:
    found = list(sought.finditer(document.text, document.body.start))
    return [Span(*match.span()) for match in read(document, found)]


def _colons(document: Document) -> Iterator[Violation]:
    if ":" in document.text and looks_french(document.text):
        for span in _places(document, _COLON):
            if document.language == "fr":
                yield _violation(span, ":", Applicability.SAFE)


def _amount(document: Document, match: re.Match[str]) -> Iterator[Violation]:
    word = _NEXT.match(document.text, match.end())
    span = Span(match.start(), word.end() if word else match.end())
    if is_read(document, span):
        certain = word is not None and word[0] in _AFTER_AMOUNT
        sure = Applicability.SAFE if certain else Applicability.UNSAFE
        yield _violation(span, match[0], sure)


def _violation(span: Span, sign: str, sure: Applicability) -> Violation:
    fix = Fix("Put a blank in", (Edit.insertion(span.start + 1, " "),), sure)
    message = f"No blank stands between “{sign[0]}” and the word behind it"
    return Violation(span, message, fix, Severity.WARNING)
