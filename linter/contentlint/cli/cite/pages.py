"""Paths → what the pages there say of which sources, as rules read them."""

from collections.abc import Iterable
from dataclasses import replace

from contentlint.citations.audit import Page
from contentlint.citations.claims import addresses, claims
from contentlint.config import Config
from contentlint.discovery import Failure
from contentlint.document import Document
from contentlint.engine import repaired
from contentlint.source import SourceError, read


def gather(files: Iterable[str], config: Config) -> tuple[list[Page], list[Failure]]:
    """Return what each page cites, and which could not be read."""
    pages, failures = [], []
    for path in files:
        try:
            source = read(path)
        except SourceError as error:
            failures.append(Failure(path, str(error)))
            continue
        document = Document(path, source.text, source.stored, config.locate)
        pages.append(page_of(document, config))
    return pages, failures


def page_of(document: Document, config: Config) -> Page:
    """Return what a page cites. Its encoding is repaired first, as rules have it."""
    view, back = repaired(document, config.rules_for(document.path))
    if view.undecoded:
        return Page(document.path)
    found = tuple(claims(view))
    urls = tuple(dict.fromkeys(each.url for each in addresses(view)))
    if back is not None:
        found = tuple(
            replace(one, span=back.back(one.span), citation=back.back(one.citation))
            for one in found
        )
    places = {one.citation: document.position(one.citation.start) for one in found}
    return Page(document.path, found, urls, places)
