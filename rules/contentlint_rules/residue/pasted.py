"""Structure that was copied as it looked: lines, lists, escaped marks and entities."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from contentlint import Document, Edit, Fix, Severity, Span, Violation, pattern
from contentlint_rules.residue.quotes import quoted

TRIGGERS = ("⸻", "\t•", "\t◦", "\t▪", "\t‣", "\t●", "\t○", ".\t", "\\*\\*", "&amp;")

_ACROSS = pattern(r"^[ \t]{0,3}(⸻+)[ \t]*\r?$", re.MULTILINE)


_NEAR = 300
"""How far round a place it is looked, in code points."""


def _fenced(document: Document) -> list[Span]:
    """Return the blocks of code that have marks of their own, and spans of code, in order."""
    text = document.text
    return sorted(one.span for one in document.code if text[one.span.start] in "`~")


def _is_in(spans: list[Span], span: Span) -> bool:
    index = bisect_left(spans, span.end, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].overlaps(span)


def lines_across(document: Document) -> Iterator[Violation]:
    """Yield long dashes that stand for a line across the page."""
    text = document.text
    if "⸻" not in text:
        return
    hidden = _fenced(document)
    for match in _ACROSS.finditer(text, document.body.start):
        span = Span(*match.span(1))
        if _is_in(hidden, span):
            continue
        line, newline = Span(match.start(), match.end(1)), document.newline
        before = text[max(0, line.start - _NEAR) : line.start]
        above = before.rstrip(" \t").endswith(("\n\n", "\n\r\n"))
        written = "---" if before.strip() else "***"
        content = written if above or written == "***" else newline + written
        message = "This long dash stands for a line across the page: in Markdown that is “---”"
        edit = Edit.replacement(line, content)
        yield Violation(span, message, Fix.safe(f"Write “{written}”", edit), Severity.WARNING)


_BULLETS = "•◦▪‣●○"
_ITEM = pattern(rf"^(\t+)([{_BULLETS}]|\d{{1,3}}[.)])\t[ \t]*(?=\S)", re.MULTILINE)


class _Item(NamedTuple):
    """The mark of an item, and the number of the line it stands in."""

    mark: Span
    depth: int
    sign: str
    line: int

    @property
    def numbered(self) -> bool:
        return self.sign[0] not in _BULLETS


def lists(document: Document) -> Iterator[Violation]:
    """Yield lists whose items begin with a tabulator and a sign."""
    if not any(f"\t{sign}" in document.text for sign in _BULLETS) and ".\t" not in document.text:
        return
    items = list(_items(document))
    grouped = groupby(enumerate(items), key=lambda pair: pair[1].line - pair[0])
    runs = [[item for _, item in group] for _, group in grouped]
    # One line alone may be code; not so in a page that has such lists.
    if any(len(run) > 1 for run in runs):
        yield from (_list(document, run) for run in runs)


def _items(document: Document) -> Iterator[_Item]:
    text, hidden = document.text, _fenced(document)
    for match in _ITEM.finditer(text, document.body.start):
        mark = Span(*match.span())
        if not _is_in(hidden, mark):
            line = document.lines.line_at(mark.start)
            yield _Item(mark, len(match[1]), match[2], line)


def _list(document: Document, run: list[_Item]) -> Violation:
    """Return what is said of the lines of one list, and how to write it."""
    alike = len({item.numbered for item in run}) == 1
    least = min(item.depth for item in run)
    edits = []
    for item in run:
        nested = item.depth - least + (not alike and not item.numbered)
        sign = item.sign if item.numbered else "-"
        edits.append(Edit.replacement(item.mark, "   " * nested + sign + " "))
    edits[0] = _parted_before(document, run[0], edits[0])
    after = _parted_after(document, run[-1])
    last = document.lines.span(run[-1].line)
    span = Span(run[0].mark.start, last.start + len(document[last].rstrip()))
    message = "These lines look like a list, but Markdown reads them as code or as one paragraph"
    made = Fix.safe if alike else Fix.unsafe
    fix = made("Write them as a list", *edits, *after)
    return Violation(span, message, fix, Severity.WARNING)


def _parted_before(document: Document, first: _Item, edit: Edit) -> Edit:
    """A list of numbers that does not start with 1 cannot begin right below a paragraph."""
    above = document[document.lines.span(first.line - 1)] if first.line > 1 else ""
    if first.numbered and int(first.sign[:-1]) != 1 and above.strip():
        return Edit.replacement(edit.span, document.newline + edit.content)
    return edit


def _parted_after(document: Document, last: _Item) -> Iterator[Edit]:
    """What stands right below a list would become a part of its last item."""
    line = document.lines.span(last.line)
    end = line.start + len(document[line].rstrip("\r\n"))
    last_line = document.lines.line_at(len(document.text))
    below = document[document.lines.span(last.line + 1)] if last.line < last_line else ""
    if below.strip(" \t\r\n⸻"):  # a line across the page brings its own
        yield Edit.insertion(end, document.newline)


_STARS = pattern(r"\\\*\\\*")
_BARE = pattern(r"(?<!\\)\*\*")
_ESCAPE = pattern(
    r"\\(?=[*_`\[\]~|<>])|^[ \t]{0,3}\\(?=#{1,6} |[-+>]|-{3})|(?<=\d)\\(?=[.)] )|^&#x20;",
    re.MULTILINE,
)
_FEWEST = 5
"""Escaped pairs of asterisks: fewer are meant, as for a masked number."""


def escaped(document: Document) -> Iterator[Violation]:
    """Yield a page all of whose marks are escaped."""
    text = document.text
    stars = [Span(*one.span()) for one in _STARS.finditer(text, document.body.start)]
    if len(stars) < _FEWEST or _BARE.search(text, document.body.start):
        return
    hidden = _fenced(document)
    edits = [
        Edit.deletion(Span(one.end() - 1, one.end()) if "\\" in one[0] else Span(*one.span()))
        for one in _ESCAPE.finditer(text, document.body.start)
    ]
    edits = [edit for edit in edits if not _is_in(hidden, edit.span)]
    if not edits:
        return
    first = min(stars[0].start, edits[0].span.start)
    message = f"{len(edits)} marks of Markdown have a backslash before them: readers see the marks"
    fix = Fix.unsafe("Take the backslashes out", *edits)
    last = max(stars[-1].end, edits[-1].span.end)
    yield Violation(Span(first, last), message, fix, Severity.WARNING)


_TWICE = pattern(r"&amp;(?:lt|gt|quot|apos|amp|nbsp|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")


def twice_escaped(document: Document) -> Iterator[Violation]:
    """Yield entities that were escaped once too often. In the body that may be meant."""
    for match in _TWICE.finditer(document.text):
        span = Span(*match.span())
        if document.is_opaque(span):
            continue
        once = "&" + match[0].removeprefix("&amp;")
        message = f"{quoted(match[0])} shows as “{once}”: it was escaped once too often"
        inside = span.start < document.body.start
        meant = _character(once) if inside else once
        fix = Fix.unsafe(f"Write “{meant}”", Edit.replacement(span, meant))
        yield Violation(span, message, fix, Severity.WARNING if inside else Severity.INFO)


def _character(entity: str) -> str:
    """Return the character of an entity, unless it means something in HTML."""
    from html import unescape

    char = unescape(entity)
    return entity if char in "<>&\"'" or not char.isprintable() else char
