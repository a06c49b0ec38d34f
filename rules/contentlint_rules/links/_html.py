"""Images that are written in HTML, and their attributes."""

from bisect import bisect_left
from collections.abc import Iterator

from contentlint import Document, Span, pattern

_IMAGE = pattern(r"<(?:img|IMG)(?=[\s/>])(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+>")
_ATTRIBUTE = pattern(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_BOUND = pattern(r"v-bind:|x-bind:|[:.\[\]]")
_UNREAD = pattern(r"<(?:!--|(?:script|style|SCRIPT|STYLE)\b)")


def images(document: Document) -> Iterator[Span]:
    """Yield the tags of images outside code, in order, those in comments and scripts too."""
    for one in _IMAGE.finditer(document.text, document.body.start):
        yield Span(*one.span())


def attributes(tag: str) -> dict[str, str | None] | None:
    """Return the attributes of an image by name; None where a template may write more of them.

    One without a value has None. What frameworks write as “:alt” or “[alt]” is “alt”.
    """
    found: dict[str, str | None] = {}
    for one in _ATTRIBUTE.finditer(tag, len("<img"), len(tag) - 1):
        if one[1].startswith("{"):
            return None
        value = next((group for group in one.groups()[1:] if group is not None), None)
        found.setdefault(_BOUND.sub("", one[1].casefold()), value)
    return found


def shown(document: Document, tags: list[Span]) -> Iterator[Span]:
    """Yield those of some tags that a browser gets as tags: not those in code or in comments."""
    unread = list(_unread(document.text)) if tags else []
    for tag in tags:
        last = bisect_left(unread, tag.end, key=lambda one: one.start) - 1
        if last >= 0 and unread[last].overlaps(tag):
            continue
        if document.is_opaque(tag) and not document.is_code(tag):
            yield tag


def _unread(text: str) -> Iterator[Span]:
    """Yield comments, scripts and styles, in order."""
    at = 0
    while opening := _UNREAD.search(text, at):
        closing = "-->" if opening[0] == "<!--" else f"</{opening[0][1:]}"
        end = text.find(closing, opening.end())
        at = end if end >= 0 else len(text)
        yield Span(opening.start(), at)
