"""The rule `curly-apostrophe`."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.characters import gathered
from contentlint_rules.prose._shared import read

_STRAIGHT = pattern(r"'(?<=[^\W\d_]')(?=[^\W\d_]|«)")


class CurlyApostrophe(Rule):
    """The apostrophe is “’”, as in books.

    Keyboards write “'”, which typewriters had for several signs at once. Many site generators
    write the curly one into the page by themselves; then this rule is best left out.

    The fix is unsafe: it writes “’” between letters, and a name may be spelt with the straight one.
    """

    name: ClassVar = "curly-apostrophe"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-en", "typography-fr")
    triggers: ClassVar = ("'",)
    examples: ClassVar = (
        Example(bad="L⟦'⟧eau du moulin.\n", good="L’eau du moulin.\n", fixed=False),
        Example(good="L’eau, `l'eau`, 5' de long, 'eau'.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield straight apostrophes between letters."""
        found = read(document, list(_STRAIGHT.finditer(document.text, document.body.start)))
        places = (Span(*match.span()) for match in found)
        yield from gathered(document, places, _said, _fix, Severity.INFO)


def _said(span: Span) -> str:
    del span
    return "A straight apostrophe stands here: write “’”"


def _fix(spans: Iterable[Span]) -> Fix:
    return Fix.unsafe("Write “’”", *(Edit.replacement(span, "’") for span in spans))
