"""The tags of a page, as its readers' browsers meet them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import Document, Span, pattern
from contentlint_rules.markup._elements import RAW

_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_PIECE = pattern(
    rf"<(?P<slash>/?)(?P<name>{_NAME})"
    r"(?P<rest>(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)>|<!--|<!\[CDATA\[|<\?"
)
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_FOREIGN = frozenset({"svg", "math"})


class Tag(NamedTuple):
    """A tag. ``rest`` is what stands after its name; ``block``: no Markdown is read round it."""

    span: Span
    written: str
    closing: bool
    rest: str
    block: bool

    @property
    def name(self) -> str:
        """The name as browsers compare it."""
        return self.written.lower()

    @property
    def slashed(self) -> bool:
        """Whether it ends as “/>”."""
        return self.rest.endswith("/")

    @property
    def bare(self) -> bool:
        """Whether it has no attribute with a value."""
        return "=" not in self.rest


def tags(document: Document) -> Iterator[Tag]:
    """Yield the tags of a page in order, without those in comments, scripts and drawings."""
    foreign = ""
    for tag in all_tags(document):
        if foreign:
            foreign = "" if tag.closing and tag.name == foreign else foreign
            continue
        if tag.name in _FOREIGN:
            foreign = "" if tag.closing or tag.slashed else tag.name
        yield tag


def all_tags(document: Document) -> Iterator[Tag]:
    """Yield the tags of a page in order, without those in comments and scripts."""
    raw = ""
    shown = _shown_code(document)
    for match, block in _pieces(document):
        name = (match["name"] or "").lower()
        closing = bool(match["slash"])
        if not name or (raw and not (closing and name == raw)):
            continue
        raw = name if name in RAW and not closing and match["rest"][-1:] != "/" else ""
        span = Span(match.start(), match.end()).shifted(document.body.start)
        index = bisect_right(shown, span.start, key=lambda each: each.start) - 1
        if index < 0 or not shown[index].covers(span):
            yield Tag(span, match["name"], closing, match["rest"], block)


def _pieces(document: Document) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield what begins with “<” in the HTML of a page, and whether it is in a block of it."""
    base, text = document.body.start, document.markdown.parsed
    for html in document.html:
        at, end = html.span.start - base, html.span.end - base
        while match := _PIECE.search(text, at, end):
            yield match, html.block
            at = match.end() if match["name"] else _after(text, match, end)


def _after(text: str, opening: re.Match[str], end: int) -> int:
    """Return where a comment or the like ends."""
    ending = _ENDS[opening[0]]
    start = opening.end() - (2 if ending == "-->" else 0)  # “<!-->” is a whole comment
    found = text.find(ending, start, end)
    return end if found < 0 else found + len(ending)


_SHOWS_CODE = pattern(
    r"\{(?:%[-+~]?|\{[<%])\s*(?P<end>/|end)?\s*"
    r"(?P<name>highlight|raw|verbatim|code(?:block)?|prism|mermaid)\b"
)


def _shown_code(document: Document) -> list[Span]:
    """Return what stands between two templates that show it as code."""
    spans: list[Span] = []
    opened: tuple[str, int] | None = None
    for template in document.templates:
        match = _SHOWS_CODE.match(document.text, template.start)
        if match and opened is None and not match["end"]:
            opened = match["name"], template.end
        elif match and opened and match["end"] and match["name"] == opened[0]:
            spans.append(Span(opened[1], template.start))
            opened = None
    return spans
