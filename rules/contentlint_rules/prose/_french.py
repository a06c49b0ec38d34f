"""Where a French page has signs that may take a blank."""

import re
from typing import NamedTuple

from contentlint import Document, Span, pattern
from contentlint_rules.prose._shared import BLANKS, NEAR, is_prose

_SIGN = pattern(r":[\w+-]{1,80}:|&#?\w{1,12};|[:;!?]+(?=[\s*_)\]”’\"|<»]|\Z)|[«»]")
_ENTITY = pattern(r"&(?:nbsp|#160|#8239|thinsp|#8201|#xa0|#x202f);\Z", re.IGNORECASE)
_FACES = frozenset(")(/|DPp")
_CLOSERS = frozenset(')]»”’"…%€.')
_NAMES = frozenset(("Yahoo!", "Joomla!", "Jeopardy!", "mailto:"))


class Place(NamedTuple):
    """A sign, where it stands, the gap for its blank, what that holds, and what to show."""

    sign: str
    mark: Span
    gap: Span
    blank: str
    shown: Span


def possible(document: Document) -> list[Place]:
    """Return the signs that French may set a blank beside, code and links included."""
    found = _SIGN.finditer(document.text, document.body.start)
    return [place for place in (_place(document.text, match) for match in found) if place]


def is_text(document: Document, place: Place) -> bool:
    """Whether a place is running text, and no part of a link or an abbreviation's definition."""
    if document.text.startswith("*[", _line(document, place).start):
        return False
    return is_prose(document, place.mark) and not document.is_in_link(place.mark)


def _line(document: Document, place: Place) -> Span:
    """Return what is near a place on its line."""
    at = place.mark.start
    line = document.lines.span(document.lines.line_at(at))
    return Span(max(line.start, at - NEAR), min(line.end, at + NEAR))


def is_quoted(document: Document, place: Place) -> bool:
    """Whether the line of a place is rather English: a title, or what a program says."""
    line = document[_line(document, place)]
    return len(_ENGLISH.findall(line)) > len(_FRENCH.findall(line))


_ENGLISH = pattern(r"\b(?:the|of|and|to|is|from|with|in|for|you|a|must|should|be)\b")
_FRENCH = pattern(r"\b(?:le|la|les|des?|du|et|un|une|est|pour|dans|sur|vous|nous|en|que|qui)\b")


def _place(text: str, match: re.Match[str]) -> Place | None:
    signs = match[0]
    if len(signs) > 1 and (signs[0] == "&" or signs[-1] == ":" or ":" in signs):
        return None
    if signs == "«":
        return _after(text, match.end())
    gap = _blank_before(text, match.start())
    before = text[gap.start - 1 : gap.start]
    if not (before.isalnum() or before in _CLOSERS) or not before or before >= "\u2e80":
        return None
    if len(gap) and signs in ":;" and text[match.end() : match.end() + 1] in _FACES:
        return None
    start = gap.start
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    if text[start : match.end()] in _NAMES:
        return None
    return Place(
        signs[0], Span(*match.span()), gap, text[gap.start : gap.end], Span(start, match.end())
    )


def _after(text: str, at: int) -> Place | None:
    entity = _LEADING.match(text, at)
    end = entity.end() if entity else at
    following = text[end : end + 1]
    if not following or following.isspace():
        return None
    return Place("«", Span(at - 1, at), Span(at, end), text[at:end], Span(at - 1, end + 1))


_LEADING = pattern(rf"[{BLANKS}]|&(?:nbsp|#160|#8239|thinsp|#8201|#xa0|#x202f);", re.IGNORECASE)


def _blank_before(text: str, at: int) -> Span:
    """Return the blank before a sign, an empty span where none is."""
    if text[at - 1 : at] in BLANKS and at:
        return Span(at - 1, at)
    entity = _ENTITY.search(text, max(0, at - 8), at) if text[at - 1 : at] == ";" else None
    return Span(entity.start(), at) if entity else Span.at(at)
