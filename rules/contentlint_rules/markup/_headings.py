"""Headings: lines that look like some, and those that the parser says are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from contentlint import Document, HeadingLine, Span, pattern
from contentlint_rules.markup._places import is_inside
from contentlint_rules.markup._verbatim import verbatim

_OTHER_HEADING = pattern(r"<[hH][1-6][\s>]|^[ \t]*<[A-Z]", re.MULTILINE)


def confirmed(document: Document, lines: Iterable[HeadingLine]) -> list[HeadingLine]:
    """Return those of the lines that are headings; the parser is asked only if there are any."""
    suspects = list(lines)
    if not suspects:
        return []
    headings = [heading.span for heading in document.headings]
    left_alone = verbatim(document)
    return [
        line
        for line in suspects
        if _touches(headings, line) and not is_inside(left_alone, line.start)
    ]


def _touches(headings: list[Span], line: HeadingLine) -> bool:
    last = bisect_right(headings, line.end - 1, key=_start) - 1
    return last >= 0 and headings[last].end > line.start


def place(document: Document, line: HeadingLine) -> Span:
    """Return where the words of a heading stand; its signs where it has none."""
    if not line.words:
        return Span(line.start, line.start + line.level)
    start = document.text.index(line.words, line.start)
    return Span(start, start + len(line.words))


def is_titled(document: Document, field: str, *, nested: bool = False) -> bool:
    """Whether the front matter has that field, or some field within another.

    The keys of JSON are indented in any case.
    """
    block = document.front_matter
    if not (field and block):
        return False
    key, blanks = re.escape(field), r"[ \t]*" if nested else ""
    found = (
        rf"(?im)^(?:{blanks}[\"']?{key}[\"']?|[ \t]+\"{key}\")[ \t]*[:=][ \t]*(?:\r?\n[ \t]+)?\S"
    )
    return re.search(found, block.text) is not None


def is_quoted(document: Document, at: int) -> bool:
    """Whether the heading at a place is in a quote: what is quoted has an order of its own."""
    start = document.text.rfind("\n", 0, at) + 1
    return ">" in document.text[start:at]


def may_hold_heading(document: Document, between: Span) -> bool:
    """Whether a passage may put a heading on the page by HTML, a component or a template."""
    text, templates = document.text, document.templates
    if _OTHER_HEADING.search(text, between.start, between.end):
        return True
    first = bisect_left(templates, between.start, key=_start)
    return any(
        text[one.start] == "{" and not text[text.rfind("\n", 0, one.start) + 1 : one.start].strip()
        for one in templates[first : bisect_left(templates, between.end, key=_start)]
    )


_start = attrgetter("start")
