"""The rule `missing-footnote`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._labels import folded

_NOTE = pattern(r"(?<![\\\]!^])\[\^([\w.-]{1,60})\](?![(:^]|\[(?!\^))")
_DEFINITION = pattern(r"(?m)^[ \t>]{0,12}(?:[-*+]|\d+\.)?[ \t]{0,4}\[\^([^\]\s]{1,60})\]:")


class MissingFootnote(Rule):
    """Every note in the text has its footnote, and every footnote its note.

    “[^1]” without a footnote “[^1]: …” shows as it is written, and a footnote that no note leads
    to is left out of the page.

    There is no fix: only the author knows what the footnote should say.
    """

    name: ClassVar = "missing-footnote"
    family: ClassVar = "markup"
    triggers: ClassVar = ("[^",)
    yields_to: ClassVar = ("citation-marker", "assistant-wrapper")
    examples: ClassVar = (
        Example(
            bad="The mill is old.⟦[^1]⟧ It grinds.[^2]\n\n[^2]: Since 1820.\n",
            good="The mill is old. It grinds.[^2]\n\n[^2]: Since 1820.\n",
            fixed=False,
        ),
        Example(
            bad="The mill is old.[^1]\n\n[^1]: Since 1820.\n⟦[^2]:⟧ And the dam?\n",
            good="The mill is old.[^1]\n\n[^1]: Since 1820.\n",
            fixed=False,
        ),
        Example(good="The mill is old.[^a]\n\n[^a]: Since 1820, with `[^0-9]` sails.\n"),
        Example(good="A pattern such as [^abc] means all other letters.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield notes without a footnote, in a page that has some, and footnotes without a note."""
        text = document.text
        found = list(_DEFINITION.finditer(text, document.body.start))
        defined = {folded(one[1]) for one in found}
        for note in _NOTE.finditer(text, document.body.start):
            if folded(note[1]) in defined or not (defined or note[1].isdigit()):
                continue
            if not document.is_opaque(Span(*note.span())):
                message = f"“{note[0]}” has no footnote: readers see it as it is written"
                yield Violation(Span(*note.span()), message, None, _sure(defined))
        heads = {one.start(1) for one in found}
        used = {folded(one[1]) for one in _USED.finditer(text) if one.start(1) not in heads}
        for one in found:
            if folded(one[1]) not in used and not document.is_code(Span(*one.span(1))):
                start = one.start(1) - 2
                message = f"No note leads to this footnote (“[^{one[1]}]”): it is left out"
                yield Violation(Span(start, one.end()), message, None, Severity.WARNING)


_USED = pattern(r"\[\^([^\]\s]{1,60})\]")


def _sure(defined: set[str]) -> Severity:
    """In a page without any footnote the sign may be meant."""
    return Severity.ERROR if defined else Severity.WARNING
