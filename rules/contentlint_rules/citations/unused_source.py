"""The rule `unused-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import NUMBERED, Document, Example, Rule, Severity, Violation, sourced


class UnusedSource(Rule):
    """Every source in the list is cited in the text.

    Where a text points to its sources by numbers, one that no number points to leaves the reader
    to guess what it is there for: often the sentence that it belonged to is gone, or has the
    wrong number. Lists of further reading go under a heading of their own.

    There is no fix: cite the source where it belongs, or take it out of the list.
    """

    name: ClassVar = "unused-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad="It turns [1], by night too [3].\n\n## Sources\n\n1. Weiss\n⟦2⟧. Kern\n3. Ott\n",
            good="It turns [1], by night [2] too [3].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n",
            fixed=False,
        ),
        Example(good="It turns [1–3].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n"),
        Example(good="It turns.\n\n## Sources\n\n1. Weiss\n2. Kern\n", why="Nothing is numbered."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield entries of the list that no number points to."""
        page = sourced(document)
        cited = {one.number for one in page.citations} if page else set()
        for entry in page.entries if page else ():
            if entry.number not in cited:
                yield Violation(
                    entry.mark,
                    f"No “[{entry.number}]” in the text points to this source; cite it where it "
                    "belongs, or take it out",
                )
