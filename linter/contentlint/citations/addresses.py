"""The addresses on a page that lead out of its site, and where each of them stands."""

import html
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.document import Document
from contentlint.markdown import Definition, Link
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

_SCHEME = pattern(r"(?i)https?://")
_HREF = pattern(
    r"(?i)<(?:a|area)\b(?:[^<>\"']|\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'){0,200}?\shref\s{0,9}=\s{0,9}"
    r"(?:\"(?P<double>[^\"<>]{1,2000})\"|'(?P<single>[^'<>]{1,2000})'|(?P<bare>[^\s\"'<>`=]{1,2000}))"
)
_DEFINED = pattern(r"\]:\s{0,200}(?:<(?P<angled>[^<>\n]{1,4000})>|(?P<plain>\S{1,4000}))")
# Where a sentence goes on without a blank, readers do not take its signs for the address.
_BARE = pattern(
    r"(?i)(?:https?://|www\.)(?:\\[!-/:-@\[-`{-~]|[^\s<>\"\\。，、；：！？）】」』》«»“”„…])+"
)
_SET = frozenset("\"'=")
_TAG_END = pattern(r"[^<>]{0,2000}>")
_CLOSING = pattern(r"(?i)</a\s{0,9}>")
_LONGEST = 4000
"""Code points of a link in HTML, its closing tag aside."""
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")


class Address(NamedTuple):
    """An address as a browser gets it, and the place where it is written."""

    url: str
    span: Span


def may_lead_out(text: str) -> bool:
    """Whether an address stands anywhere: a glance, without the parser."""
    return "://" in text or "www." in text


def addresses(document: Document) -> tuple[Address, ...]:
    """Return the http addresses of other sites that a reader can follow, in order.

    Those of links of every kind, of footnotes and of raw HTML; none in code, comments, templates
    or front matter. That of a reference link stands in its definition.
    """
    if not may_lead_out(document.text):
        return ()
    found = {*_linked(document), *_defined(document), *_written(in_html(document))}
    return tuple(sorted((one for one in found if leads_out(document, one.url)), key=_place))


def _place(address: Address) -> tuple[Span, str]:
    return address.span, address.url


def leads_out(document: Document, url: str) -> bool:
    """Whether an address is one of the web, and of another site than the page's."""
    scheme = _SCHEME.match(url)
    if scheme is None:
        return False
    host = url[scheme.end() :].partition("/")[0].partition("?")[0].partition("#")[0].lower()
    own = document.site.host
    return bool(host) and not (own and host.removeprefix("www.") == own.removeprefix("www."))


def _linked(document: Document) -> Iterator[Address]:
    yield from (bare(document, link) for link in document.links if is_bare(document, link))
    yield from _written(link for link in document.links if link.kind != "bare")


def is_bare(document: Document, link: Link) -> bool:
    """Whether a link is an address in the running text, and no value of an attribute."""
    return link.kind == "bare" and document.text[link.span.start - 1 : link.span.start] not in _SET


def bare(document: Document, link: Link) -> Address:
    """Return the address of a link that is nothing but an address."""
    found = _BARE.match(document.text, link.span.start)
    written = _trimmed(found[0]) if found else document[link.span]
    url = html.unescape(_ESCAPE.sub(r"\1", written))
    url = url if _SCHEME.match(url) else f"http://{url}"
    return Address(url, Span(link.span.start, link.span.start + len(written)))


def _trimmed(url: str) -> str:
    """Return an address less the signs of the sentence round it."""
    while url:
        shorter = url.rstrip("?!.,:;*_~'`|\\")
        for opening, closing in ("()", "[]", "{}"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == url:
            break
        url = shorter
    return url


def _written(links: Iterable[Link]) -> Iterator[Address]:
    for link in links:
        if link.target is not None:
            yield Address(link.url, link.target)


def _defined(document: Document) -> Iterator[Address]:
    """Yield the addresses of definitions that a link uses."""
    used = {link.url for link in document.links if link.target is None}
    for one in document.definitions if used else ():
        if one.url in used and not document.is_opaque(one.span):
            yield Address(one.url, definition_target(document, one))


def definition_target(document: Document, one: Definition) -> Span:
    """Return where the address of a definition stands."""
    found = _DEFINED.search(document.text, one.span.start, one.span.end)
    return Span(*found.span(found.lastgroup or 0)) if found else one.span


def in_html(document: Document) -> Iterator[Link]:
    """Yield the links that are written in HTML: outside code, comments and templates."""
    if "<a" not in document.text and "<A" not in document.text:
        return
    tags = merged(one.span for one in document.html)
    unread = merged([*document.comments, *document.templates])
    for found in _HREF.finditer(document.text, document.body.start):
        target = Span(*found.span(found.lastgroup or 0))
        if touches(tags, target) and not touches(unread, target) and not document.is_code(target):
            yield _as_link(document, found.start(), target)


def _as_link(document: Document, start: int, target: Span) -> Link:
    opened = _TAG_END.match(document.text, target.end)
    at = opened.end() if opened else target.end
    closing = _CLOSING.search(document.text, at, at + _LONGEST)
    inner, end = closing.span() if closing else (at, at)
    url = html.unescape(document[target]).strip()
    return Link(Span(start, end), Span(at, inner), target, url, "", "html")
