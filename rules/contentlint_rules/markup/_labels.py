"""The labels of references and footnotes."""

from bisect import bisect_left
from typing import NamedTuple

from contentlint import Document, Span, pattern


def folded(label: str) -> str:
    """Return a label as two are compared (CommonMark 0.31, 6.3): case and blanks do not matter."""
    return " ".join(label.split()).casefold()


class Label(NamedTuple):
    """The label of a definition and what follows it on its line, as they are written."""

    span: Span
    label: str
    rest: str


_DEFINED = pattern(r"\[(?!\^)([^\[\]\n]{1,300})\]:[ \t]*([^\r\n]{0,2000})")
_COMMENT = pattern(r"(?:#|<>|<#>)(?:[ \t]|\Z)")
_DEEPEST = 40


def defined(text: str, start: int) -> list[Label]:
    """Return what looks like the definition of a label from an offset on, in order.

    ``[//]: # (words)`` and its like are comments, and are left out.
    """
    return [
        Label(Span(one.start(), one.end(1) + 2), one[1], one[2].strip())
        for one in _DEFINED.finditer(text, start)
        if one[1].strip() and at_head(text, one.start()) and not _COMMENT.match(one[2])
    ]


def at_head(text: str, at: int) -> bool:
    """Whether nothing but blanks and signs of quotes stand before an offset on its line."""
    line = text.rfind("\n", max(at - _DEEPEST, 0), at) + 1
    return (line > 0 or at <= _DEEPEST) and not text[line:at].strip(" \t>")


def is_text(document: Document, span: Span) -> bool:
    """Whether a reader sees what stands in a span: then it defines nothing."""
    prose = document.prose
    last = bisect_left(prose, span.end, key=lambda one: one.start) - 1
    return (last >= 0 and prose[last].overlaps(span)) or document.is_opaque(span)


def whole_line(document: Document, at: int) -> Span:
    """Return the line that holds an offset, with its line break."""
    starts, number = document.lines.starts, document.lines.line_at(at)
    end = starts[number] if number < len(starts) else len(document.text)
    return Span(starts[number - 1], end)
