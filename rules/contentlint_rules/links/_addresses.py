"""Addresses as they stand in links: where, and with which words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from contentlint import Document, Span, pattern
from contentlint_rules.links._judged import in_comment, is_attribute


class Written(NamedTuple):
    """An address that a browser follows.

    ``url`` is what it says, without escapes. ``kind`` is that of the link, or “definition” or
    “tag”. ``words`` are what a reader sees of the link; None where that is not known, or where the
    address itself is seen.
    """

    span: Span
    url: str
    kind: str
    words: str | None = None
    image: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether readers see the address itself."""
        return self.kind in {"autolink", "bare"}


_DEFINED = pattern(r"[^\s<>]{1,2000}")
_UNKNOWN = ("{", "}", "${", "<%", "%}", "…", "...", "[[", "<")


def written_at(document: Document, starts: Iterable[int]) -> Iterator[Written]:
    """Yield the addresses that begin at some places, as far as the parser takes them for links."""
    wanted = sorted(set(starts))
    links = [*document.links, *document.images] if wanted else []
    targets = {one.target.start: one for one in links if one.target}
    defined = sorted(one.span for one in document.definitions) if wanted else []
    for at in wanted:
        if in_comment(document, Span(at, at + 1)):
            continue
        link = targets.get(at)
        if link and link.target:
            if link.kind == "bare" and document.is_opaque(link.span):
                continue
            words = document[link.content] if link.kind == "inline" else None
            url = plain(document[link.target])
            yield Written(link.target, url, link.kind, words, link.image)
        elif found := _tag(document, at) or _definition(document, defined, at):
            yield found


def _tag(document: Document, at: int) -> Written | None:
    text = document.text
    quote = text[at - 1 : at]
    if quote not in {'"', "'"} or document.is_code(Span(at, at + 1)):
        return None
    end = text.find(quote, at)
    if end < 0 or end - at > 2000 or not is_attribute(document, at):
        return None
    return Written(Span(at, end), unescape(text[at:end]), "tag", _inside(text, end))


def _inside(text: str, at: int) -> str | None:
    """Return what stands between the tag round a place and the end of its link."""
    opened = text.find(">", at, at + 500)
    closed = text.find("</a", opened, opened + 2000) if opened >= 0 else -1
    return text[opened + 1 : closed] if closed >= 0 else None


def _definition(document: Document, defined: Sequence[Span], at: int) -> Written | None:
    last = bisect_left(defined, at, key=lambda span: span.start) - 1
    match = _DEFINED.match(document.text, at)
    if last < 0 or at >= defined[last].end or match is None:
        return None
    return Written(Span(*match.span()), plain(match[0]), "definition")


def plain(written: str) -> str:
    """Return a target of Markdown without its escapes and entities."""
    if "\\" in written:
        written = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", written)
    return unescape(written) if "&" in written else written


def is_template(url: str) -> bool:
    """Whether a part of an address is yet to be filled in."""
    return any(sign in url for sign in _UNKNOWN)


class Parts(NamedTuple):
    """What stands between “http://” and the path of an address, and the rest of it."""

    scheme: str
    user: str
    host: str
    port: str
    rest: str


_PARTS = pattern(
    r"(https?):[/\\]{2,9}(?:([^/?#\\]*)@)?(\[[^\]/?#]*\]|[^:/?#\\]*)([^/?#\\]*)", re.IGNORECASE
)


def parts(url: str) -> Parts | None:
    """Take an address apart; None for what does not begin with “http://” or “https://”."""
    match = _PARTS.match(url.strip())
    if match is None:
        return None
    scheme, user, host, port = (group or "" for group in match.groups())
    return Parts(scheme.lower(), user, host.lower(), port, url.strip()[match.end() :])


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one site, as far as their names tell."""
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
