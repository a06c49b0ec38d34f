"""The rule `space-before-mark`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import read

_END = r"(?=[ \t]*(?:\r?\n|\Z)|[ \t]+[A-ZÀ-ÖØ-Þ])"
_MARKS = tuple(
    pattern(rf" {mark}(?<=[^\W\d_A-Z]{{3}} {mark})(?<!\bthe {mark}){_END}") for mark in (r"\?", "!")
)
_CLOSED = frozenset(("en", "de", "es", "it", "pt", "nl"))


class SpaceBeforeMark(Rule):
    """No blank stands before “?” and “!”, but in French.

    “Get on board !” is how French is written; in English, German, Spanish, Italian, Portuguese and
    Dutch it is a slip, and the mark may end up alone on a line.

    The fix is unsafe, since a sentence may be a French quotation: it takes the blank out.
    """

    name: ClassVar = "space-before-mark"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = (" ?", " !")
    examples: ClassVar = (
        Example(
            bad="See the mill⟦ ⟧! Who built this⟦ ⟧?\n",
            good="See the mill! Who built this?\n",
            path="en/page.md",
            fixed=False,
        ),
        Example(good="Le moulin est là ! Qui l'a fait ?\n", path="fr/page.md"),
        Example(good="Write a ? or `mill ?` and !important, if ready ? yes : no.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the blanks before the marks."""
        start = document.body.start
        found = [match for mark in _MARKS for match in mark.finditer(document.text, start)]
        if not found or document.language not in _CLOSED:
            return
        for match in read(document, found):
            span = Span(match.start(), match.start() + 1)
            if not document.is_in_link(span):
                fix = Fix.unsafe("Take the blank out", Edit.deletion(span))
                message = f"A blank stands before “{match[0][1]}”"
                yield Violation(span, message, fix, Severity.WARNING)
