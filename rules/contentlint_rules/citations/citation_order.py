"""The rule `citation-order`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import NUMBERED, Document, Example, Rule, Severity, Sourced, Violation, sourced

_LIST = "\n\n## Sources\n\n[1] Weiss\n[2] Kern\n[3] Abt\n"


class CitationOrder(Rule):
    """Numbered sources come in the order in which the text cites them, without a gap.

    A reader who meets “[3]” first looks for what was missed, and a list that goes from 2 to 4
    looks as if a source had been lost. Numbers that were moved about with their sentences, or a
    list that was put together from several drafts, leave this behind. A list that is in the order
    of its authors' names is left alone: there, numbers in the text come as they come.

    There is no fix: all numbers behind the first one would change.
    """

    name: ClassVar = "citation-order"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad="It turns [2], by night ⟦[1]⟧ too [3]." + _LIST,
            good="It turns [1], by night [2] too [3]." + _LIST,
            fixed=False,
        ),
        Example(
            bad="It turns [1] by night [3].\n\n## Sources\n\n[1] Weiss\n[⟦3⟧] Kern\n",
            good="It turns [1] by night [2].\n\n## Sources\n\n[1] Weiss\n[2] Kern\n",
            fixed=False,
            why="There is no source 2.",
        ),
        Example(good="It turns [1–3], by night [2] too." + _LIST),
        Example(
            good="It turns [2][1].\n\n## Sources\n\n[1] Abt\n[2] Kern\n[3] Weiss\n",
            why="The list is in the order of names.",
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield citations that come too late, and entries before which one is missing."""
        page = sourced(document)
        if page is None:
            return
        yield from _gaps(page)
        if not _by_name(document, page):
            yield from _late(page)


def _gaps(page: Sourced) -> Iterator[Violation]:
    before = 0
    for entry in page.entries:
        if entry.number > before + 1 and before:
            message = f"The list goes from {before} to {entry.number}: is a source missing?"
            yield Violation(entry.mark, message)
        before = entry.number


def _late(page: Sourced) -> Iterator[Violation]:
    """Yield the first mentions of numbers that are smaller than one before them."""
    seen, greatest = set[int](), 0
    for one in (one for one in page.citations if one.number in page.numbers):
        if one.number not in seen and one.number < greatest:
            message = f"Source {one.number} is first cited after source {greatest}"
            yield Violation(one.span, message)
        seen.add(one.number)
        greatest = max(greatest, one.number)


def _by_name(document: Document, page: Sourced) -> bool:
    names = [
        document[entry.span].lstrip("[]().:\\0123456789 \t*_").casefold() for entry in page.entries
    ]
    return names == sorted(names)
