"""The rule `french-quotes`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation
from contentlint_rules.prose._quotes import Marks, foreign
from contentlint_rules.prose._shared import looks_french


class FrenchQuotes(Rule):
    """French is quoted in “« »”.

    Straight and English marks are for what a keyboard lacks. The blanks inside keep to the word, so
    that no line ends between it and its mark.

    The fix is unsafe: it writes the marks of the language, and straight ones may be meant, as in
    what a program prints.
    """

    name: ClassVar = "french-quotes"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-fr",)
    triggers: ClassVar = ('"', "“")
    examples: ClassVar = (
        Example(
            bad='Le moulin ⟦"vieux"⟧ et les ⟦“autres”⟧ tournent.\n',
            good="Le moulin «\xa0vieux\xa0» et les «\xa0autres\xa0» tournent.\n",
            path="fr/page.md",
            fixed=False,
        ),
        Example(good='Les moulins « vieux », `"autres"`, 5" et [a](/b "c").\n', path="fr/page.md"),
        Example(good='The "old" mill, pour les autres.\n', path="en/page.md"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield quotations in other marks."""
        if looks_french(document.text):
            yield from foreign(document, "fr", Marks("«\xa0", "\xa0»"))
