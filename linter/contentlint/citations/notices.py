"""What registers say of a work's standing: retracted, corrected, published since.

The kinds of updates are those of https://www.crossref.org/documentation/crossmark/, those of
Retraction Watch among them; the relations are those of DataCite's schema 4.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.citations._remote import line, lines, mapping, mappings
from contentlint.citations.lock import Notice

_ARXIV = re.compile(r"10\.48550/arxiv\.(.{1,40})", re.IGNORECASE)
_MARKED = re.compile(
    r"[\[(<]?\s?(retracted|withdrawn|removed)(?:\s(?:article|chapter|paper))?\s?(?:[:\])>]|[-–—]\s)[:\s]*",
    re.IGNORECASE,
)

_KINDS = {
    "retraction": ("retraction", "was retracted"),
    "partial_retraction": ("retraction", "was retracted in part"),
    "withdrawal": ("withdrawal", "was withdrawn"),
    "removal": ("withdrawal", "was removed"),
    "expression_of_concern": ("concern", "is under an expression of concern"),
    "correction": ("correction", "was corrected"),
    "corrigendum": ("correction", "was corrected"),
    "erratum": ("correction", "was corrected"),
}
_MOST = 12
_ORDER = ("retraction", "withdrawal", "concern", "correction", "published")
_PUBLISHED = ("is-preprint-of",)
_LATER = {"ispreviousversionof", "isvariantformof", "isversionof", "ispreprintof"}


def notices_of(record: object) -> tuple[Notice, ...]:
    """Return what a record of Crossref or DataCite says of its work's standing, gravest first.

    A retraction stands in ``updated-by`` of the retracted work. The ``update-to`` of a record
    says that it is a notice itself, about another work, and means nothing for who cites it.
    """
    plain = mapping(record)
    found = [*_updates(plain), *_marks(plain), *_publications(plain), *_withdrawn(plain)]
    kept: dict[tuple[str, str], Notice] = {}
    for notice in found:
        kept.setdefault((notice.kind, notice.url if notice.kind == "correction" else ""), notice)
    return tuple(sorted(kept.values(), key=lambda one: _ORDER.index(one.kind))[:_MOST])


def _updates(record: Mapping[str, Any]) -> Iterator[Notice]:
    updates = mappings(record.get("updated-by"))
    for update in sorted(updates, key=lambda one: line(one.get("source")) != "publisher"):
        kind = re.sub(r"[\s-]+", "_", line(update.get("type")).lower())
        if kind in _KINDS:
            yield _update(update, *_KINDS[kind])


def _update(update: Mapping[str, Any], kind: str, what: str) -> Notice:
    day = _day(update.get("updated"))
    source = ", says Retraction Watch" if line(update.get("source")) == "retraction-watch" else ""
    said = f"{what} on {day}" if day and kind != "concern" else what + (f" since {day}" * bool(day))
    return Notice(kind, f"The work {said}{source}.", _doi_url(update.get("DOI")))


def _day(date: object) -> str:
    """Return a date as ISO 8601 writes it, as far as the record has its parts."""
    parts = mapping(date).get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    if not first or not all(isinstance(one, int) and 0 < one < 10_000 for one in first):
        return ""
    return "-".join(f"{one:04}" if at == 0 else f"{one:02}" for at, one in enumerate(first[:3]))


def _marks(record: Mapping[str, Any]) -> Iterator[Notice]:
    """Yield what a record says in its title alone; a notice about another work is left out."""
    if record.get("update-to"):
        return
    titles = record.get("titles")
    given = [one.get("title") for one in mappings(titles)] if titles else record.get("title")
    for title in lines(given):
        match = _MARKED.match(title)
        if match:
            kind = "retraction" if match[1].lower() == "retracted" else "withdrawal"
            says = f"Its register puts “{match[1]}” before its title."
            yield Notice(kind, says, _doi_url(record.get("DOI") or record.get("doi")))


def _withdrawn(record: Mapping[str, Any]) -> Iterator[Notice]:
    for date in mappings(record.get("dates")):
        if line(date.get("dateType")).lower() == "withdrawn":
            day = line(date.get("date"))[:10]
            says = f"The work was withdrawn on {day}."
            yield Notice("withdrawal", says, _doi_url(record.get("doi")))


def _publications(record: Mapping[str, Any]) -> Iterator[Notice]:
    relation = mapping(record.get("relation"))
    stated = [one for key in _PUBLISHED for one in mappings(relation.get(key))]
    ids = [one.get("id") for one in stated if line(one.get("id-type")).lower() == "doi"]
    if is_deposited_preprint(record):
        ids += [
            one.get("relatedIdentifier")
            for one in mappings(record.get("relatedIdentifiers"))
            if line(one.get("relationType")).lower() in _LATER
            and line(one.get("relatedIdentifierType")).upper() == "DOI"
        ]
    for url in filter(None, map(_doi_url, ids)):
        yield _published(f" as {url.removeprefix('https://doi.org/')}", url)
    reference = line(record.get("journal_ref"))
    if reference:
        yield _published(f" in {reference[:200]}", "")


def _published(where: str, url: str) -> Notice:
    return Notice("published", f"The preprint has appeared{where}.", url)


_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s{0,2})?(10\.\d{4,9}/[^\s<>\"]{1,300})", re.IGNORECASE
)


def _doi_url(value: object) -> str:
    match = _DOI.fullmatch(line(value))
    return f"https://doi.org/{match[1].lower()}" if match else ""


def unmarked(title: str) -> str:
    """Return a title without what registers write before it: “RETRACTED: ”."""
    match = _MARKED.match(title)
    return title[match.end() :] if match else title


def arxiv_of(doi: str) -> str:
    """Return the arXiv identifier that a DOI holds; empty where it is no DOI of arXiv."""
    match = _ARXIV.fullmatch(doi)
    return match[1] if match else ""


def is_deposited_preprint(record: Mapping[str, Any]) -> bool:
    """Whether a record of DataCite is that of a preprint."""
    types = mapping(record.get("types"))
    words = {line(types.get(key)).lower() for key in ("resourceTypeGeneral", "resourceType")}
    return "preprint" in words or bool(arxiv_of(line(record.get("doi"))))
