"""The rule `english-quotes`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation
from contentlint_rules.prose._quotes import Marks, foreign


class EnglishQuotes(Rule):
    """English is quoted in curly marks.

    Straight ones are what a keyboard has. Many site generators write curly ones into the page by
    themselves; then this rule is best left out.

    The fix is unsafe: it writes the marks of the language, and straight ones may be meant, as in
    what a program prints.
    """

    name: ClassVar = "english-quotes"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-en",)
    triggers: ClassVar = ('"',)
    examples: ClassVar = (
        Example(
            bad='Such is the ⟦"old"⟧ mill.\n',
            good="Such is the “old” mill.\n",
            path="en/page.md",
            fixed=False,
        ),
        Example(good='Such is the “old” mill, `"new"`, 5" of it.\n', path="en/page.md"),
        Example(good='Le "vieux" moulin of the world.\n', path="fr/page.md"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield quotations in other marks."""
        if " the " in document.text:
            yield from foreign(document, "en", Marks("“", "”"), curly=False)
