"""What the rules about typography share: where a reader reads, and what may stand for a blank."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from contentlint import Document, Span, pattern

BLANKS = " \xa0\u202f\u2009"
"""Blanks that look alike to a reader: they count as equal unless a house style says otherwise."""
BLANK = r"(?:[ \xa0\u202f\u2009]|&nbsp;|&#160;|&#8239;|&thinsp;)"
SPACED_SIGN = ("fr", "de", "es", "nl", "ru", "uk", "bg")
"""Languages that put a blank between a number and the sign behind it."""
_FORMULA = pattern(r"[\\^_{}=<>]")
_WORDS = pattern(r"[^\W\d_]{2,}[ \n][^\W\d_]{2,}")


def read(document: Document, found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the matches that stand in running text."""
    return (match for match in found if is_prose(document, Span(*match.span())))


def is_prose(document: Document, span: Span) -> bool:
    """Whether a span is running text.

    No attributes (“{: .wide }”), no head of a note (“!!! note "Title"”), nothing in HTML code.
    """
    if not document.is_prose(span):
        return False
    line = document.lines.starts[document.lines.line_at(span.start) - 1]
    if _ADMONITION.match(document.text, line, span.start):
        return False
    before = document.text[max(line, span.start - NEAR) : span.start]
    opened = before.rfind("{")
    if opened >= 0 and before[opened + 1 : opened + 2] in ":.#" and "}" not in before[opened:]:
        return False
    return not any(before.rfind(f"<{tag}") > before.rfind(f"</{tag}") for tag in _LITERAL)


NEAR = 400
"""How far round a place it is looked for what it is in, in characters."""
_ADMONITION = pattern(r"[ \t]*(?:!!!|\?\?\?\+?|===[+!]?) ")
_LITERAL = ("code", "kbd", "samp", "tt")


def is_read(document: Document, span: Span) -> bool:
    """Whether a span is running text; also where two amounts in dollars only look like a formula.

    “0,07 $par million, contre 20,00$” is a formula to a parser, and to nobody else.
    """
    if is_prose(document, span):
        return True
    index = bisect_right(document.math, span.end, key=lambda math: math.span.start) - 1
    if index < 0 or document.math[index].span.end < span.start or document.is_code(span):
        return False
    return _holds_words(document, document.math[index].content)


def _holds_words(document: Document, content: Span) -> bool:
    inside = document.text[content.start : min(content.end, content.start + NEAR)]
    return _WORDS.search(inside) is not None and not _FORMULA.search(inside)


def looks_french(text: str) -> bool:
    """Whether a glance leaves it open that a text is French."""
    return " les " in text or " des " in text
