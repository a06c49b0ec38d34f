"""The rule `split-quote`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern

# A line of a quote, and below it blank lines and a line that begins one. The second is looked at
# only, so that it may be the first of the next match.
_SPLIT = (
    r"([ \t]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?)>[^\n]*"
    r"(?=(\n(?:[ \t]*\r?\n)+)([ \t]{0,20})>(.?.?.?))"
)
_SPLIT_BELOW = pattern(rf"\n{_SPLIT}")
_SPLIT_FIRST = pattern(_SPLIT)


class SplitQuote(Rule):
    """What is one quote is written as one, and something stands between two.

    Where nothing but a blank line stands between two quotes, some sites show two, and others join
    them to one, so that the words of two people read as those of one.

    There is no fix, since both may be meant: with “>” on the blank line it is one quote, with
    words between them they are two.
    """

    name: ClassVar = "split-quote"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("strict",)
    triggers: ClassVar = (">",)
    examples: ClassVar = (
        Example(
            bad="> The mill is old.\n⟦\n⟧> It grinds.\n",
            good="> The mill is old.\n>\n> It grinds.\n",
            fixed=False,
        ),
        Example(good="> The mill is old.\n\nAnd:\n\n> It grinds.\n"),
        Example(good="> [!NOTE]\n> The mill is old.\n\n> [!TIP]\n> Go and see it.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the blank lines between two quotes."""
        text, start = document.text, document.body.start
        first = _SPLIT_FIRST.match(text, start)
        matches = [*([first] if first else ()), *_SPLIT_BELOW.finditer(text, start)]
        items = [item.span for one in document.lists for item in one.items] if matches else []
        edges = sorted(span.start for span in items), sorted(span.end for span in items)
        for match in matches:
            if not match[4].strip().startswith("[!") and _are_quotes(document, match, edges):
                message = (
                    "Some sites show one quote here, and others two: put “>” on the blank line if "
                    "it is one, and words between them if they are two"
                )
                yield Violation(Span(match.start(2) + 1, match.end(2)), message)


_Edges = tuple[list[int], list[int]]


def _are_quotes(document: Document, match: "re.Match[str]", edges: _Edges) -> bool:
    """Whether both lines are quotes, as deep in lists as each other."""
    first, second = match.end(1), match.end(3)
    return not (
        document.is_opaque(Span(first, first + 1))
        or document.is_opaque(Span(second, second + 1))
        or _depth(edges, first) != _depth(edges, second)
    )


def _depth(edges: _Edges, at: int) -> int:
    """Return how many items that began before a place have not ended there."""
    starts, ends = edges
    return bisect_right(starts, at) - bisect_right(ends, at)
