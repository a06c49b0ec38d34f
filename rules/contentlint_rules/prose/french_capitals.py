"""The rule `french-capitals`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import looks_french, read

_STEMS = (
    "Etats? Etapes? Etudes? Etudiante?s? Ecoles? Eglises? Evaluations? Editions? Editeurs? Equipes?"
    " Energies? Economies? Ecologie Ecologiques? Etre Elus? Electricité Elèves? Evolutions?"
    " Echanges? Egalement Egalité Elections? Emissions? Ecrans? Ecrire Evidemment"
)
_TAILS = "|".join(stem[1:] for stem in _STEMS.split())
_BARE = pattern(rf"E(?<![\w'’-]E)(?:{_TAILS})(?![\w'’-]|\.\w)")
_AFTER = pattern(rf"E(?<=['’]E)(?:{_TAILS})(?![\w'’-]|\.\w)")


class FrenchCapitals(Rule):
    """French capitals keep their accents.

    “Etat” for “État”: old typewriters could not write the accent, and it is part of the spelling
    all the same. Looked at are common words that are nothing else without it.

    The fix is unsafe: it writes the accent, and the word may be part of a name.
    """

    name: ClassVar = "french-capitals"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-fr",)
    triggers: ClassVar = ("Et", "Ec", "Eg", "Ev", "Ed", "Eq", "En", "El", "Em")
    examples: ClassVar = (
        Example(
            bad="Les moulins de l'⟦Etat⟧ et des autres. ⟦Etudes⟧ pour eux.\n",
            good="Les moulins de l'État et des autres. Études pour eux.\n",
            path="fr/page.md",
            fixed=False,
        ),
        Example(good="Les moulins de l'État, `Etat`, Etaples, et des autres.\n", path="fr/page.md"),
        Example(good="Etude des moulins\n", path="en/page.md"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield words whose capital lacks its accent."""
        if not looks_french(document.text):
            return
        found = [
            match
            for sought in (_BARE, _AFTER)
            for match in sought.finditer(document.text, document.body.start)
        ]
        if found and document.language == "fr":
            for match in read(document, found):
                yield _violation(match)


def _violation(match: re.Match[str]) -> Violation:
    meant = ("Ê" if match[0] == "Etre" else "É") + match[0][1:]
    fix = Fix.unsafe(
        f"Write “{meant}”", Edit.replacement(Span(match.start(), match.start() + 1), meant[0])
    )
    message = f"“{match[0]}” lacks the accent of its capital: write “{meant}”"
    return Violation(Span(*match.span()), message, fix, Severity.INFO)
