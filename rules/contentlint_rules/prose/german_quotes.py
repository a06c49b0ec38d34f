"""The rule `german-quotes`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation
from contentlint_rules.prose._quotes import Marks, foreign


class GermanQuotes(Rule):
    """German is quoted in “„ “”.

    Straight and English marks are for what a keyboard lacks. Swiss pages, which quote in “« »”, are
    left alone.

    The fix is unsafe: it writes the marks of the language, and straight ones may be meant, as in
    what a program prints.
    """

    name: ClassVar = "german-quotes"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-de",)
    triggers: ClassVar = ('"', "“")
    examples: ClassVar = (
        Example(
            bad='Die ⟦"alte"⟧ und die ⟦“neue”⟧ Mühle.\n',
            good="Die „alte“ und die „neue“ Mühle.\n",
            path="de/page.md",
            fixed=False,
        ),
        Example(good='Die „alte“ und die «neue» Mühle, `"gut"`.\n', path="de/page.md"),
        Example(good='The "old" mill.\n', path="en/page.md"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield quotations in other marks."""
        if document.region != "ch" and " und " in document.text:
            yield from foreign(document, "de", Marks("„", "“"))
