"""What a glance tells of a page without the parser: which of its lines look like headings."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import methodcaller
from typing import NamedTuple

from contentlint.patterns import pattern

# All but the last begin with what they look for, so that the search leaps from sign to sign.
_SIGNS = pattern(r"#(?<![^\n \t>]#)#{0,5}(?![^ \t\r\n])([^\r\n]*)")
_BACK_QUOTES = pattern(r"```(?<![^\n \t>]```)(`*)(?![^`\n]*`)[^\r\n]*")
_TILDES = pattern(r"~~~(?<![^\n \t>]~~~)(~*)[^\r\n]*")
_DRAWN = pattern(r"\n(?=[ \t>=-])[ \t>]{0,40}(=+|-+)[ \t]*\r?(?:(?=\n)|\Z)")
# What may stand before a block on its line: quotes, bullets, numbers.
_BEFORE = pattern(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){0,40}")


class HeadingLine(NamedTuple):
    """A line that looks like a heading: from its signs or, where it is underlined, its words on.

    ``words`` is what it says, with the marks that stand in it.
    """

    start: int
    end: int
    level: int
    words: str


def heading_lines(text: str, start: int) -> tuple[HeadingLine, ...]:
    """Return the lines from ``start`` on that look like headings, in order, less those in fences.

    Every heading that the parser finds is one of them, if fences are closed where they were
    opened. Some are none: they may stand in comments, in HTML or in templates.
    """
    text = _with_line_feeds(text)
    found = sorted([*_signed(text, start), *_underlined(text, start)])
    fences = fence_lines(text, start) if found else ()
    return tuple(line for line in found if not _inside(fences, line.start)) if fences else (*found,)


def fence_lines(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Return where fenced code begins and ends, its fences included, from ``start`` on, in order.

    A fence without an end is left out.
    """
    if "```" not in text and "~~~" not in text:
        return ()
    return tuple(_fences(_with_line_feeds(text), start))


def _with_line_feeds(text: str) -> str:
    """Return a text of lines that end at CR as one of lines that end at LF, places unchanged."""
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def _begins_line(text: str, at: int, start: int) -> bool:
    """Whether only quotes, bullets and numbers stand before a place on its line."""
    if at == start or text[at - 1] == "\n":
        return True
    before = _BEFORE.match(text, text.rfind("\n", start, at) + 1 or start, at)
    return before is not None and before.end() == at


def _signed(text: str, start: int) -> Iterator[HeadingLine]:
    """Yield lines that begin with “#”."""
    for match in _SIGNS.finditer(text, start):
        at, end = match.span()
        if _begins_line(text, at, start):
            words = _without_closing(match[1].strip())
            yield HeadingLine(at, end, match.start(1) - at, words)


def _without_closing(words: str) -> str:
    """Return the words of a heading less the signs that may close it."""
    if not words.endswith("#"):
        return words
    rest = words.rstrip("#")
    return rest.rstrip() if not rest or rest[-1] in " \t" else words


def _underlined(text: str, start: int) -> Iterator[HeadingLine]:
    """Yield lines with words above a line that is drawn."""
    for match in _DRAWN.finditer(text, start):
        line = text.rfind("\n", start, match.start()) + 1 or start
        before = _BEFORE.match(text, line, match.start())
        words = text[before.end() if before else line : match.start()]
        if not words.strip():  # signs of a list or a quote, which may be words themselves
            words = text[line : match.start()]
        if words.strip():
            level = 1 if match[1][0] == "=" else 2
            yield HeadingLine(match.start() - len(words), match.end(), level, words.strip())


def _fences(text: str, start: int) -> Iterator[tuple[int, int]]:
    opened: re.Match[str] | None = None
    marks = sorted(
        (*_BACK_QUOTES.finditer(text, start), *_TILDES.finditer(text, start)), key=_start
    )
    for mark in marks:
        if not _begins_line(text, mark.start(), start):
            continue
        if opened is None:
            opened = mark
        elif _closes(opened, mark):
            yield opened.start(), opened.start() + len(text[opened.start() : mark.end()].rstrip())
            opened = None


_start = methodcaller("start")


def _closes(opened: "re.Match[str]", mark: "re.Match[str]") -> bool:
    """Whether a fence ends the code that another opened: as long, of the same sign, and bare."""
    line = mark[0].rstrip()
    return len(line) == 3 + len(mark[1]) >= 3 + len(opened[1]) and line[0] == opened[0][0]


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(spans, (at + 1,)) - 1
    return index >= 0 and at < spans[index][1]
