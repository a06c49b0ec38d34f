"""The rule `missing-anchor`."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern


@dataclass(frozen=True, kw_only=True)
class MissingAnchor(Rule):
    """Every link to a place on the same page leads to a place that is there.

    “[Opening hours](#opening-hours)” leads to the heading “Opening hours”. When that is renamed,
    or was never there, readers click and nothing happens. How a heading becomes an address
    differs from one site generator to the next, so only what no generator would make is flagged:
    letters and digits count, and signs, accents and capitals do not.

    Where one heading alone is nearly the same, the fix leads there; it is unsafe.
    """

    name: ClassVar = "missing-anchor"
    family: ClassVar = "links"
    yields_to: ClassVar = ("invisible-character",)
    triggers: ClassVar = ("](#", "]: #", 'href="#', "href='#")
    examples: ClassVar = (
        Example(
            bad="See [when](⟦#opening-hour⟧) and [where](⟦#location⟧).\n\n# Opening hours\n",
            good="See [when](#opening-hours) and [where](#place).\n\n# Opening hours\n\n# Place\n",
            fixed=False,
        ),
        Example(
            good="[a](#opening-hours) [b](#Opening_hours-1) [c](#cafe)\n\n"
            "# Opening hours!\n\n# 1. Café\n",
        ),
        Example(good='[a](#here) [b](#there) [c](#top)\n\n<a id="here"></a>\n\n# A {#there}\n'),
        Example(good="[a](#made-elsewhere)\n\n{{< include >}}\n", why="A template may make it."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links whose target is not on the page."""
        found = [one for one in _links(document) if one.key and not _IS_OTHER.match(one.anchor)]
        if not found or _is_made_elsewhere(document):
            return
        spans = [one.content for one in document.headings]
        headings = {_key(_plain(document[span])): span for span in spans}
        there = {*headings, *map(_key, _named(document.text)), *(_key(document[s]) for s in spans)}
        spelt = [_key(_plain(document[span])) for span in spans if _SPELT.search(document[span])]
        for link in found:
            if not (_is_there(link.key, there) or _is_spelt(link.key, spelt)):
                yield _missing(document, link, headings)


class _Link(NamedTuple):
    """A link to a place on the page: its target, what follows the “#”, and what of that counts."""

    span: Span
    anchor: str
    key: str


_IS_OTHER = pattern(
    r"top$|:~:|!|/|L\d+|fn|user-content|_?toc|footnote|cite|ref|h-|page|__|\?|=|[{<$%]",
    re.IGNORECASE,
)
"""Anchors that programs make, and what is no anchor."""
_NAMED = pattern(
    r"\b(?:id|name|slug|anchor)\s?[=:]\s?[\"'{]{0,2}#?([^\"'\s>{}]{1,200})|\{[:]?\s?#([^\s}]{1,200})"
)
_TARGET = pattern(r"(?:\]\(|\]:[ \t]{1,4}|href=[\"'])(#[^\s)\"'<>]{1,300})")


def _links(document: Document) -> Iterator[_Link]:
    for match in _TARGET.finditer(document.text, document.body.start):
        span = Span(*match.span(1))
        if not document.is_code(span):
            anchor = _decoded(match[1][1:])
            yield _Link(span, anchor, _key(anchor))


_ESCAPES = pattern(r"(?:%[0-9A-Fa-f]{2})+")


def _decoded(anchor: str) -> str:
    """Return an anchor without its percent-encoding (RFC 3986, 2.1)."""
    return _ESCAPES.sub(
        lambda at: bytes.fromhex(at[0].replace("%", "")).decode("utf-8", "replace"), anchor
    )


_MADE = pattern(r"<[A-Z]\w|\{[{%<]|^import |--8<--|^:::|\]\{|^!!!|<script|::include", re.MULTILINE)


def _is_made_elsewhere(document: Document) -> bool:
    """Whether something on the page may put more headings there than its text has."""
    return bool(document.templates) or _MADE.search(document.text) is not None


_MARKUP = pattern(r"\]\([^)\n]{0,500}\)|<[^>\n]{0,300}>|\{[^}\n]{0,200}\}")


def _plain(heading: str) -> str:
    return _MARKUP.sub("", heading)


def _key(anchor: str) -> str:
    """Return what of an anchor counts: its letters and digits, without accents and capitals."""
    split = unicodedata.normalize("NFKD", anchor.casefold())
    return "".join(char for char in split if char.isalnum())


def _named(text: str) -> Iterator[str]:
    return (match[1] or match[2] for match in _NAMED.finditer(text))


def _is_there(key: str, there: set[str]) -> bool:
    """Whether a place is on the page: the second of a name has a number, others lose theirs."""
    if key in there or re.sub(r"\d+$", "", key) in there:
        return True
    bare = key.lstrip("0123456789")
    return any(one.lstrip("0123456789") == bare for one in there)


_SPELT = pattern(
    "[\u2190-\u2bff\u3040-\u9fff\uac00-\ud7ff\u0400-\u06ff\u0900-\u0fff\U0001f000-\U0001faff]"
)
"""Signs and scripts that some generators spell out in Latin letters: “🦀” becomes “crab”."""


def _is_spelt(key: str, spelt: list[str]) -> bool:
    """Whether an anchor may be a heading in which signs or letters were spelt out."""
    return key.isascii() and any(
        heading in key or not heading.isascii() for heading in spelt if heading or len(key) > 2
    )


def _missing(document: Document, link: _Link, headings: dict[str, Span]) -> Violation:
    from difflib import get_close_matches

    near = get_close_matches(link.key, headings, n=2, cutoff=0.8)
    message = f"There is no heading “{link.anchor}” on this page, so the link leads nowhere"
    if len(near) != 1:
        return Violation(link.span, message)
    heading = _plain(document[headings[near[0]]]).strip()
    words = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
    fix = Fix.unsafe(f"Link to “{heading}”", Edit.replacement(link.span, f"#{words}"))
    return Violation(link.span, f"{message}; “{heading}” is near", fix, Severity.ERROR)
