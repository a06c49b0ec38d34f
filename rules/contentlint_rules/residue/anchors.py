"""The addresses that site generators give to headings."""

from contentlint import Document, Span, pattern

_DROPPED = pattern(r"[^\w\- ]")


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub and most generators make it."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def is_linked(document: Document, span: Span) -> bool:
    """Return whether a place is in a heading that a link on the same page leads to."""
    heading = next((one for one in document.headings if one.span.covers(span)), None)
    if heading is None:
        return False
    anchor = "#" + slug(document[heading.content])
    return any(link.url.lower().endswith(anchor) for link in document.links)
