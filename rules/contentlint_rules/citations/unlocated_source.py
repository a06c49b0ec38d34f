"""The rule `unlocated-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    NUMBERED,
    Document,
    Example,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
    sourced,
)

_LOCATOR = pattern(
    r"(?i)https?://|www\.|\]\(|\]\[|\bdoi\b|\b10\.\d{4,9}/|\barxiv\b|\bpmid\b|\bpmc\d|\bisbn\b|\bissn\b"
    r"|\burn:|\b\w{2,30}\.(?:com|org|net|edu|gov|int|eu|fr|de|uk|es|it|pt|nl|ch|at|be|io|info)\b"
)
_AGAIN = pattern(r"(?i)\b(?:ibid|ib|op\. ?cit|loc\. ?cit|ebd|ebenda|ibíd|ivi|idem)\b")
_SHARE = 0.75
"""The part of a list's entries that have an address, from which the others should have one."""


class UnlocatedSource(Rule):
    """Every source of a list says where it is, if most of them do.

    Where eight of nine sources can be opened with a click, the ninth stands out: readers cannot
    check what rests on it, and sources that were never read, or never were, mostly lack an
    address. A DOI, an ISBN or an arXiv number serves as well. Lists of printed works, of which few
    have an address, are left alone.

    There is no fix: only who has read the source knows where it is.
    """

    name: ClassVar = "unlocated-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad="It turns [1][2][3][4].\n\n## Sources\n\n1. Weiss, https://mill.org/a\n"
            "2. Kern, doi:10.1000/182\n3. [Ott](https://mill.org/c)\n⟦4⟧. Abt, Mills of today\n",
            good="It turns [1][2][3][4].\n\n## Sources\n\n1. Weiss, https://mill.org/a\n"
            "2. Kern, doi:10.1000/182\n3. [Ott](https://mill.org/c)\n4. Abt, ISBN 0-306-40615-2\n",
            fixed=False,
        ),
        Example(
            good="It turns [1][2][3].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. https://mill.org/c\n",
            why="A list of printed works.",
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield entries without an address in a list where most have one."""
        page = sourced(document)
        entries = page.entries if page else ()
        without = [one for one in entries if not _LOCATOR.search(document.text, *_ends(one.span))]
        if not without or len(entries) - len(without) < _SHARE * len(entries):
            return
        for entry in without:
            if not _AGAIN.search(document.text, *_ends(entry.span)):
                yield Violation(
                    entry.mark,
                    f"Source {entry.number} has no address, though the others do; add one, a DOI "
                    "or an ISBN",
                )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
