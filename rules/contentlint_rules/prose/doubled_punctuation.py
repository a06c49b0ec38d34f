"""The rule `doubled-punctuation`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import read

# No Chinese or Japanese letter stands before them: there, they are drawings.
_LETTER = r"[^\W\d_\u2e80-\uffef]"
_SOUGHT = {
    ",,": pattern(rf",,(?=\s|\Z)(?<={_LETTER},,)"),
    ",.": pattern(rf",\.(?=\s|\Z)(?<={_LETTER},\.)"),
    "..": pattern(
        r"\.\.(?=[ \t]*(?:\r?\n|\Z)|[ \t]+[^\W\d_a-z.])"
        rf"(?:(?<={_LETTER}\.\.)|(?<=[)»”]\.\.))"
    ),
    ". .": pattern(rf"\. \.(?=\s|\Z)(?![ \t]+\.)(?<={_LETTER}\. \.)"),
}
_MEANT = {",,": "one comma", ",.": "a comma or a full stop"}


class DoubledPunctuation(Rule):
    """No comma and no full stop stands twice.

    “,,”, “,.”, “. .” and a sentence that ends in “..” are slips, often where two edits met. Three
    dots are a pause, and stay; so do “?!” and the full stop of an abbreviation before a comma.

    The fix is unsafe for commas. Whether “..” was to be one full stop or a pause, only the author
    knows.
    """

    name: ClassVar = "doubled-punctuation"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = (",,", ",. ", ",.\n", "..\n", ".. ", "..\r", ". .")
    examples: ClassVar = (
        Example(
            bad="The wheel⟦,,⟧ the dam, etc⟦..⟧\n",
            good="The wheel, the dam, etc.\n",
            fixed=False,
        ),
        Example(
            bad="It grinds⟦. .⟧ Then it rests⟦,.⟧\n",
            good="It grinds. Then it rests.\n",
            fixed=False,
        ),
        Example(good="It grinds... or not?! In `a,,b` and ../wheel, 1..2, etc., it does . . .\n"),
    )

    def glance(self, text: str) -> bool:
        """Whether the page ends in two signs."""
        return text.endswith(("..", ",."))

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield commas and full stops that follow one another."""
        for signs, sought in _SOUGHT.items():
            if signs in document.text:
                found = list(sought.finditer(document.text, document.body.start))
                for match in read(document, found):
                    yield _violation(Span(*match.span()), signs)


def _violation(span: Span, signs: str) -> Violation:
    meant = _MEANT.get(signs, "one full stop, or three dots for a pause")
    fix = None
    if signs == ",,":
        fix = Fix.unsafe("Leave one comma", Edit.replacement(span, ","))
    return Violation(span, f"“{signs}” stands here: write {meant}", fix, Severity.WARNING)
