"""The rule `duplicate-footnote`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Span, Violation, pattern
from contentlint_rules.markup._labels import at_head, folded

_NOTE = pattern(r"\[\^([^\[\]\s]{1,100})\]:")


class DuplicateFootnote(Rule):
    """Every footnote has a name of its own.

    Where “[^1]: …” is written twice, the page shows one of the two, and both notes lead to it:
    readers never see the other.

    There is no fix: only the author knows which note belongs to which footnote.
    """

    name: ClassVar = "duplicate-footnote"
    family: ClassVar = "markup"
    triggers: ClassVar = ("[^",)
    examples: ClassVar = (
        Example(
            bad="The mill[^1] and the dam[^1].\n\n[^1]: Since 1820.\n\n⟦[^1]:⟧ Since 1901.\n",
            good="The mill[^1] and the dam[^2].\n\n[^1]: Since 1820.\n\n[^2]: Since 1901.\n",
            fixed=False,
        ),
        Example(good="The mill[^1] and the dam[^1].\n\n[^1]: Since 1820.\n"),
        Example(good="```\n[^1]: A\n[^1]: B\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield footnotes whose name was used before."""
        text, first = document.text, dict[str, int]()
        found = [
            one for one in _NOTE.finditer(text, document.body.start) if at_head(text, one.start())
        ]
        if len({folded(one[1]) for one in found}) == len(found):
            return
        for one in found:
            span = Span(*one.span())
            if document.is_opaque(span):
                continue
            at = first.setdefault(folded(one[1]), span.start)
            if at != span.start:
                line = document.position(at).line
                message = f"“[^{one[1]}]” is a footnote in line {line} already: one is never seen"
                yield Violation(span, message)
