"""The rule `french-blanks`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Part, Rule, Severity, Span, Violation
from contentlint_rules.characters import gathered
from contentlint_rules.prose._french import is_text, possible
from contentlint_rules.prose._shared import looks_french

_NARROW = ";!?"


@dataclass(frozen=True, kw_only=True)
class FrenchBlanks(Rule):
    """In French, the blank before “:”, “;”, “!”, “?”, “»” and after “«” cannot end a line.

    With a common blank, the sign may be torn off and begin the next line. Few authors can see or
    type the other kinds, so this is for houses that ask for them. Where no blank stands, nothing
    is said: whether one belongs there differs between countries.

    The fix is safe: it writes a blank of the same looks that keeps the sign with its word.
    """

    name: ClassVar = "french-blanks"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-fr",)
    changes: ClassVar = Part.TEXT
    triggers: ClassVar = (" :", " ;", " !", " ?", " »", "« ")
    examples: ClassVar = (
        Example(
            bad="Voici les moulins⟦ ⟧: «⟦ ⟧l'eau tourne\xa0» des deux côtés.\n",
            good="Voici les moulins\xa0: «\xa0l'eau tourne\xa0» des deux côtés.\n",
            path="fr/page.md",
        ),
        Example(
            bad="Le moulin⟦ ⟧! Et les autres\u202f?\n",
            good="Le moulin\u202f! Et les autres\u202f?\n",
            path="fr/page.md",
            options={"narrow": True},
        ),
        Example(good="Le moulin : `l'eau :` tourne.\n", path="en/page.md"),
        Example(good="Le moulin\xa0: les eaux tournent pour nous!\n", path="fr/page.md"),
    )

    narrow: Annotated[
        bool, Help("Whether “;”, “!” and “?” get the narrow blank U+202F, and not U+00A0.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield common blanks beside signs that they do not hold on to."""
        if not looks_french(document.text):
            return
        found = [place for place in possible(document) if place.blank == " "]
        if not found or document.language != "fr":
            return
        signs = {place.gap: place.sign for place in found if is_text(document, place)}

        def fix(spans: Iterable[Span]) -> Fix:
            edits = (Edit.replacement(span, self._blank(signs[span])) for span in spans)
            return Fix.safe("Write a blank that holds on to its sign", *edits)

        yield from gathered(document, signs, lambda span: _said(signs[span]), fix, Severity.INFO)

    def _blank(self, sign: str) -> str:
        return "\u202f" if self.narrow and sign in _NARROW else "\xa0"


def _said(sign: str) -> str:
    side = "after" if sign == "«" else "before"
    return f"The blank {side} “{sign}” lets a line end there: write one that does not"
