"""Passages that many sites do not read as Markdown, though the parser does."""

import re
from collections.abc import Iterator

from contentlint import Document, Span, pattern

_FORMULA = pattern(r"^[ \t>]{0,20}\$\$|\$\$[ \t]*\r?$", re.MULTILINE)
_TAG = pattern(
    r"\{(?:%|\{[<%])[-+]?[ \t]{0,9}(end|/[ \t]{0,9})?"
    r"(highlight|raw|verbatim|comment|set|capture|code\w{0,20})\b"
)


def verbatim(document: Document) -> list[Span]:
    """Return formulas between “$$”, and what stands between template tags for code and data.

    Sorted, and apart from each other.
    """
    text = document.text
    signs = [sign.start() for sign in _FORMULA.finditer(text)] if "$$" in text else []
    found = [Span(*pair) for pair in zip(signs[::2], signs[1::2], strict=False)]
    if "{%" in text or "{{" in text:
        found += _between_tags(text)
    apart: list[Span] = []
    for span in sorted(found):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _between_tags(text: str) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    for tag in _TAG.finditer(text):
        if not tag[1]:
            opened = tag
        elif opened and opened[2] == tag[2]:
            yield Span(opened.start(), tag.start())
            opened = None
