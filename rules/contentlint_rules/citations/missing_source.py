"""The rule `missing-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import NUMBERED, Document, Example, Rule, Sourced, Span, Violation, listed, sourced


class MissingSource(Rule):
    """Every number in brackets has its source in the list.

    A reader who follows “[7]” to the end of the page and finds six sources cannot check what is
    said, and starts to doubt the rest. It happens when a source is taken out of the list, when a
    draft is cut, or when a text was put together from two answers that both counted from one.

    There is no fix: the source has to be added to the list, or the number taken out.
    """

    name: ClassVar = "missing-source"
    family: ClassVar = "citations"
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad="It turns [1], by night [2]⟦[4]⟧.\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n",
            good="It turns [1], by night [2][3].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n",
            fixed=False,
        ),
        Example(
            good="It turns [1, 2], see [3–4].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n4. Abt\n"
        ),
        Example(
            good="Take `list[7]` and [1].\n\n## Sources\n\n1. Weiss\n2. Kern\n",
            why="Code, and too little to tell that numbers in brackets are sources here.",
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield numbers that the list of sources does not have."""
        page = sourced(document)
        if page is None:
            return
        absent: dict[Span, list[int]] = {}
        for one in page.citations:
            if one.number not in page.numbers:
                absent.setdefault(one.span, []).append(one.number)
        for span, numbers in absent.items():
            yield Violation(span, _message(page, numbers))


def _message(page: Sourced, numbers: list[int]) -> str:
    known = listed(page.numbers)
    what = f"source {numbers[0]}" if len(numbers) == 1 else f"sources {listed(numbers)}"
    there = "is no" if len(numbers) == 1 else "are no"
    return f"There {there} {what} under “{page.title}”, which has {known}; add it, or correct this"
