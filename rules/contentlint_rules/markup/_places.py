"""Where places stand: inside of passages, of lists that are in no other list."""

from bisect import bisect_left
from collections.abc import Sequence

from contentlint import Document, Span


def outermost_lists(document: Document) -> list[Span]:
    """Return the spans of lists that are in no other list, in order."""
    found: list[Span] = []
    for span in sorted(one.span for one in document.lists):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def is_inside(spans: Sequence[Span], at: int) -> bool:
    """Whether a place is in one of spans that are sorted and apart, and not where it begins."""
    last = bisect_left(spans, at, key=lambda span: span.start) - 1
    return last >= 0 and at < spans[last].end
