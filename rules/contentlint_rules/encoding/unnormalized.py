"""Letters that are spelt as a letter and an accent after it."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.characters import gathered, readable, strange

_WORD = pattern(r"[^\W_]*[^\W\d_][\u0300-\u036f][\w\u0300-\u036f]*")


class Unnormalized(Rule):
    """Every accented letter is one character.

    “é” can also be written as an “e” and an accent that combines with it: file names on a Mac are,
    and text that is copied from them or out of a PDF. It looks the same, mostly, but a search for
    “é” does not find it, links to a heading break, and some fonts show the accent beside the
    letter.

    The fix is safe: it joins each letter with its accent, as Unicode's form NFC has it. Nothing
    else is normalized. Code and the targets of links are left alone: a file may have that name.
    """

    name: ClassVar = "unnormalized"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.INFO
    repairs: ClassVar = True
    changes: ClassVar = Part.TEXT | Part.EMPHASIS | Part.LINKS | Part.METADATA
    examples: ClassVar = (
        Example(
            bad="Un ⟦cafe\u0301⟧ a\u0300 ⟦Orle\u0301ans⟧.\n".replace("a\u0300", "⟦a\u0300⟧"),
            good="Un café à Orléans.\n",
        ),
        Example(
            bad="⟦Tiê\u0301ng⟧ ⟦Viê\u0323t⟧.\n",
            good="Tiếng Việt.\n",
            why="Vietnamese, as an old encoding of Windows spells it.",
        ),
        Example(good="`cafe\u0301.png` and [a photo](cafe\u0301.png).\n", why="A file's name."),
        Example(good="x\u0304 is the mean of x.\n", why="There is no such letter in one."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each word, or one for a page with many."""
        text = document.text
        if not any("\u0300" <= char <= "\u036f" for char in strange(text)):
            return
        found = (word for word in _WORD.finditer(text) if _composed(word.group()) != word.group())
        words = readable(document, found)
        yield from gathered(
            document,
            words,
            lambda span: (
                f"“{_composed(text[span.start : span.end])}” is spelt with separate accents"
            ),
            lambda spans: _fix(text, spans),
        )


def _composed(word: str) -> str:
    """Return a word with letters and accents joined; a word that NFC changes otherwise as it is."""
    composed = unicodedata.normalize("NFC", word)
    same = unicodedata.normalize("NFD", composed) == unicodedata.normalize("NFD", word)
    singles = (char for char in word if unicodedata.normalize("NFC", char) != char)
    return composed if same and not any(singles) and len(composed) < len(word) else word


def _fix(text: str, spans: Iterable[Span]) -> Fix:
    edits = (Edit.replacement(span, _composed(text[span.start : span.end])) for span in spans)
    return Fix.safe("Join letters and accents", *edits)
