"""Paths → what the pages there say of which sources, as rules read them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from contentlint.citations.audit import OF_RECORDS, OF_SENTENCE, RULES, Page, place_of
from contentlint.citations.bibliography import Reference, bibliography
from contentlint.citations.claims import addresses, claims
from contentlint.citations.evidence import Claim
from contentlint.config import Config
from contentlint.discovery import Failure
from contentlint.document import Document
from contentlint.engine import repaired
from contentlint.ground import Disk
from contentlint.patterns import pattern
from contentlint.source import SourceError, read
from contentlint.span import Span
from contentlint.suppression import Suppressions


def gather(files: Iterable[str], config: Config) -> tuple[list[Page], list[Failure]]:
    """Return what each page cites, and which could not be read."""
    pages, failures = [], []
    ground = Disk(config.sites)
    for path in files:
        try:
            source = read(path)
        except SourceError as error:
            failures.append(Failure(path, str(error)))
            continue
        document = Document(path, source.text, source.stored, config.locate)
        pages.append(page_of(document, config, ground))
    return pages, failures


def page_of(document: Document, config: Config, ground: Disk | None = None) -> Page:
    """Return what a page cites. Its encoding is repaired first, as rules have it.

    ``ground`` is where the bibliographies lie that it cites by key.
    """
    view, back = repaired(document, config.rules_for(document.path))
    if view.undecoded:
        return Page(document.path)
    found = tuple(claims(view, _works(view, ground or Disk(config.sites))))
    urls = tuple(dict.fromkeys(each.url for each in addresses(view)))
    if back is not None:
        found = tuple(
            replace(
                one,
                span=back.back(one.span),
                citation=back.back(one.citation),
                facts=tuple(replace(fact, span=back.back(fact.span)) for fact in one.facts),
            )
            for one in found
        )
    spans = map(place_of, found)
    places = {span: document.position(span.start) for span in spans}
    silenced = frozenset(_silenced(document, found))
    return Page(document.path, found, urls, places, silenced, view.language, _day(view))


_DATES = ("date", "pubDate", "published", "publishDate", "pubdate")
_DAY = pattern(r"\d{4}-\d\d-\d\d(?!\d)")


def _day(document: Document) -> str:
    """Return the day of a page, as its front matter has it; empty where that is not plain."""
    entries = document.front_matter.entries if document.front_matter else ()
    for one in entries:
        found = _DAY.match(str(one.value)) if one.key in _DATES else None
        if found:
            return found[0]
    return ""


def _works(document: Document, ground: Disk) -> Mapping[str, Reference]:
    """Return the works that a page may cite by key: ``[@weiss2021]``."""
    if "@" not in document.text:
        return {}
    ground.site(document.path)
    path = ground.absolute(document.path)
    return bibliography(document, path, ground.files, ground.load).works


_FAMILY, _DEAD = "citations", "dead-link"
_OF_SOURCE = (*(RULES[kind] for kind in RULES if kind not in OF_SENTENCE), OF_RECORDS)


def _silenced(document: Document, claims: Iterable[Claim]) -> Iterator[tuple[Span, str]]:
    """Yield what a comment answers for: see ``Page.silenced``."""
    comments = Suppressions(document, datetime.now(UTC).date())
    for claim in claims if comments.directives else ():
        line = document.position(claim.citation.start).line
        if comments.silences(_DEAD, _FAMILY, line):
            yield claim.citation, ""
        for rule in _OF_SOURCE:
            if comments.silences(rule, _FAMILY, line):
                yield claim.citation, rule
        for fact in claim.facts:
            line = document.position(fact.span.start).line
            if fact.kind in OF_SENTENCE and comments.silences(RULES[fact.kind], _FAMILY, line):
                yield claim.citation, fact.written
