"""A stand-in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.citations.evidence import Claim, Fact, Kind
from contentlint.document import Document
from contentlint.span import Span


class Address(NamedTuple):
    """A web address that a page leads to, and where it stands."""

    url: str
    span: Span


def addresses(document: Document) -> tuple[Address, ...]:
    """Return the addresses of a page."""
    found = [(one.url, one.target) for one in document.links if one.target]
    for one in document.definitions:
        if match := re.compile(r"https?://\S+").search(document.text, one.span.start, one.span.end):
            found.append((match[0], Span(*match.span())))
    return tuple(Address(url, span) for url, span in found if url.startswith("http"))


def claims(document: Document) -> tuple[Claim, ...]:
    """Return what the sentences of a page say of their sources."""
    return tuple(_claims(document))


_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def _claims(document: Document) -> Iterator[Claim]:
    for line in re.finditer(r"[^\n.]+(?:\.(?! )[^\n.]*)*\.?", document.text):
        for link in _LINK.finditer(line[0]):
            named = link[1]
            words = _LINK.sub(lambda at: at[1], line[0]).strip()
            facts = tuple(_facts(document, Span(*line.span()), named))
            citation = Span(line.start() + link.start(), line.start() + link.end())
            yield Claim(Span(*line.span()), citation, words, link[2], facts, named)


def _facts(document: Document, span: Span, named: str) -> Iterator[Fact]:
    for kind, look in (
        (Kind.NUMBER, r"\b(?!(?:19|20)\d\d\b)\d[\d.,]*(?: ?%)?(?![\w/])"),
        (Kind.QUOTATION, "(?<=“)[^”]+(?=”)"),
        (Kind.YEAR, r"\b(?:19|20)\d\d\b"),
    ):
        for match in re.compile(look).finditer(document.text, span.start, span.end):
            yield Fact(kind, match[0], Span(*match.span()))
    at = document.text.find(f"[{named}]", span.start) + 1
    if named[:1].isupper() and len(named.split()) > 3:
        yield Fact(Kind.TITLE, named, Span(at, at + len(named)))
    for match in re.compile(r"(?<=by )[A-Z]\w+").finditer(document.text, span.start, span.end):
        yield Fact(Kind.AUTHOR, match[0], Span(*match.span()))
