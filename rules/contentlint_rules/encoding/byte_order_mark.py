"""The mark that some programs write at the start of a file."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.characters import gathered

_MARK = "\ufeff"
_MARKS = pattern(_MARK)
_UTF_8 = b"\xef\xbb\xbf"


class ByteOrderMark(Rule):
    """No byte order mark stands in the text.

    Some editors begin a file with an invisible character, U+FEFF, to say that it is UTF-8. Then
    the first line is no longer “---”: several site generators miss the front matter and print it
    as text. Where two files were joined, the mark ends up inside the page, and a word with it is
    not found.

    The fix is safe: the mark says nothing that a reader sees. In code it is only reported.
    """

    name: ClassVar = "byte-order-mark"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.WARNING
    repairs: ClassVar = True
    changes: ClassVar = Part.TEXT | Part.EMPHASIS | Part.LINKS | Part.STRUCTURE | Part.METADATA
    examples: ClassVar = (
        Example(bad="Two files were⟦\ufeff⟧ joined.\n", good="Two files were joined.\n"),
        Example(good="Write `\\ufeff` for it.\n", why="Spelt out."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for the mark at the start, and for those inside."""
        if document.stored.mark == _UTF_8:
            fix = Fix("Store it without the mark", (), recodes=True)
            message = (
                "The file begins with a byte order mark (U+FEFF), an invisible character that "
                "hides the front matter from some site generators"
            )
            yield Violation(Span(0, min(1, len(document.text))), message, fix)
        if _MARK in document.text:
            marks = [Span(*at.span()) for at in _MARKS.finditer(document.text)]
            outside = (mark for mark in marks if not document.is_opaque(mark))
            yield from gathered(document, outside, _said, _fix)
            inside = (mark for mark in marks if document.is_opaque(mark))
            yield from gathered(document, inside, _said)


def _said(span: Span) -> str:
    del span
    return "A byte order mark (U+FEFF), an invisible character, stands inside the text. Delete it"


def _fix(spans: Iterable[Span]) -> Fix:
    return Fix.safe("Delete it", *map(Edit.deletion, spans))
