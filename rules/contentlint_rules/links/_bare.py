"""Addresses that stand in running text without any signs round them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from contentlint import Document, Span, pattern

_HARD = pattern(r"[\\<>\s]|&#?\w{1,30}(?:;|\Z)")
_MARKS = frozenset("*_~[]()`{}")


def written(document: Document) -> list[Span]:
    """Return what is a link, an image or a definition by its signs, in order, none in another."""
    links = [*document.links, *document.images]
    spans = [one.span for one in links if one.kind != "bare"]
    spans += [one.span for one in document.definitions]
    return outer(spans)


def outer(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, less those that stand in another."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of others that are in order and apart from each other."""
    last = bisect_left(spans, span.end, key=lambda one: one.start) - 1
    return last >= 0 and spans[last].overlaps(span)


def link_to(document: Document, url: str) -> str | None:
    """Return an address written as a link; None where that would change it.

    MDX takes “<” for a tag, so there the address stands as the words of a link to itself.
    """
    if _HARD.search(url):
        return None
    if document.suffix == ".mdx":
        return None if _MARKS.intersection(url) else f"[{url}]({url})"
    return f"<{url}>"
