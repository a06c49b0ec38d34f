"""Text that a conversion lost."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.characters import gathered, readable
from contentlint_rules.encoding._about import speaks_of_encodings
from contentlint_rules.encoding.repair import explain

_WORD = pattern(r"[^\W_]{0,20}(?:['’]?\ufffd+[^\W_]{0,20}){1,20}")


class ReplacementCharacter(Rule):
    """No character was lost when the text was converted.

    A program that meets bytes it cannot read writes “�” (U+FFFD) in their place. What stood there
    is gone from the file: readers see a black diamond, and a search for the word fails. Code, and
    pages that speak of encodings, may show the sign on purpose.

    There is no fix: only the author, or an older copy of the page, knows what stood there. Where
    the rest of a broken character says it, `mojibake` offers it.
    """

    name: ClassVar = "replacement-character"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = ("\ufffd",)
    examples: ClassVar = (
        Example(
            bad="Le ⟦mus�e⟧ ouvre ⟦l’�t�⟧.\n",
            good="Le musée ouvre l’été.\n",
            fixed=False,
        ),
        Example(good="Run `iconv` if you see `�` in the output.\n", why="Shown as code."),
        Example(
            good="A decoder writes U+FFFD, �, for bytes that are no UTF-8.\n",
            why="A passage about encodings.",
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each word, or one for a page with many."""
        if speaks_of_encodings(document.text):
            return
        damaged = [place.span for place in explain(document.text).damage]
        words = readable(document, _WORD.finditer(document.text))
        lost = (word for word in words if not any(word.overlaps(span) for span in damaged))
        yield from gathered(document, lost, lambda span: _said(document[span]))


def _said(word: str) -> str:
    where = "Here" if not word.strip("\ufffd") else f"In “{word}”"
    return f"{where} a character was lost: “\ufffd” stands for it. Write it again"
