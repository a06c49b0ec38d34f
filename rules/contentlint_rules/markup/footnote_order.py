"""The rule `footnote-order`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._labels import at_head

_NOTE = pattern(r"\[\^(\d{1,4})\](?!\()")


class FootnoteOrder(Rule):
    """Footnotes with numbers come in the order of their numbers.

    Many sites count footnotes anew, in the order in which the text mentions them: then “[^7]” may
    become a small 2 on the page. Others show the numbers as they are written, and readers wonder
    what came before. In both, an author who looks for note 7 finds it sooner in its place.

    There is no fix: every mention and every footnote would change its number.
    """

    name: ClassVar = "footnote-order"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("[^",)
    examples: ClassVar = (
        Example(
            bad="The mill[^2] and ⟦[^1]⟧ the dam.\n\n[^1]: Since 1901.\n[^2]: Since 1820.\n",
            good="The mill[^1] and [^2] the dam.\n\n[^1]: Since 1820.\n[^2]: Since 1901.\n",
            fixed=False,
        ),
        Example(good="The mill[^1], the dam[^2] and the mill[^1].\n\n[^1]: A\n[^2]: B\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first mentions that come after a greater number."""
        text = document.text
        found = [(one, int(one[1])) for one in _NOTE.finditer(text, document.body.start)]
        numbers = [number for one, number in found if not _defines(text, one.start(), one.end())]
        if not _is_unordered(numbers):
            return
        seen, greatest = set[int](), 0
        for one, number in found:
            span = Span(*one.span())
            new = number not in seen and not _defines(text, *one.span())
            if new and not document.is_opaque(span):
                seen.add(number)
                if number < greatest:
                    message = f"Footnote {number} is mentioned after footnote {greatest}"
                    yield Violation(span, message)
                greatest = max(greatest, number)


def _defines(text: str, start: int, end: int) -> bool:
    return text.startswith(":", end) and at_head(text, start)


def _is_unordered(numbers: list[int]) -> bool:
    first = list(dict.fromkeys(numbers))
    return first != sorted(first)
