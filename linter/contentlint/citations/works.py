"""What a register says of a work: title, authors, years, and notices such as a retraction.

Records are remote data: any field may be missing or of a wrong type, and then it says nothing.
The formats are those of Crossref's REST API (``/works/{doi}``), of DataCite's (``/dois/{doi}``)
and CSL-JSON, which doi.org gives for the works of any register.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from contentlint.citations._remote import line, lines, mapping, mappings, once
from contentlint.citations.lock import Notice
from contentlint.citations.notices import arxiv_of, is_deposited_preprint, notices_of, unmarked

_MOST_AUTHORS = 10_000


class Name(NamedTuple):
    """A person or a body that made a work; a body, or a name in one piece, has no ``given``."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a register has it; what it does not say is empty.

    ``titles`` are all that it may be called, the usual first: with its subtitle and without, in
    other languages. ``authors`` are in the order of the record; ``others`` are its editors and
    translators. ``years`` are those of the print, of the publication online and of the issue.
    ``venues`` are the names, long and short, of what it appeared in, or of the conference.
    ``kind`` is the register's own word: “journal-article”, “Dataset”. ``preprint`` says that it
    is one. The DOI is in lower case.
    """

    titles: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()
    venues: tuple[str, ...] = ()
    kind: str = ""
    doi: str = ""
    arxiv: str = ""
    preprint: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def title(self) -> str:
        """Its usual title; empty where the record has none."""
        return self.titles[0] if self.titles else ""

    @property
    def venue(self) -> str:
        """The full name of what it appeared in."""
        return self.venues[0] if self.venues else ""

    @property
    def year(self) -> int:
        """The earliest of its years; 0 where the record has none."""
        return min(self.years, default=0)

    def __bool__(self) -> bool:
        """Whether there is anything to compare a reference with."""
        return bool(self.titles or self.authors)


def of_crossref(message: object) -> Work:
    """Return the work of Crossref's ``message``."""
    return replace(of_csl(message), notices=notices_of(message))


def of_csl(record: object) -> Work:
    """Return the work of a record of CSL-JSON, which says nothing of retractions."""
    record = mapping(record)
    doi = line(record.get("DOI")).lower()
    return Work(
        titles=_csl_titles(record),
        subtitles=tuple(lines(record.get("subtitle"))),
        authors=_names(record.get("author")),
        others=_names(record.get("editor")) + _names(record.get("translator")),
        years=_csl_years(record),
        venues=_csl_venues(record),
        kind=line(record.get("type")),
        doi=doi,
        arxiv=arxiv_of(doi),
        preprint=_is_preprint(record, doi),
    )


def of_datacite(attributes: object) -> Work:
    """Return the work of DataCite's ``attributes``."""
    record = mapping(attributes)
    doi = line(record.get("doi")).lower()
    types = mapping(record.get("types"))
    kind = line(types.get("resourceTypeGeneral"))
    contributors = list(mappings(record.get("contributors")))
    edited = [one for one in contributors if line(one.get("contributorType")) == "Editor"]
    titles, subtitles = _datacite_titles(record)
    return Work(
        titles=titles,
        subtitles=subtitles,
        authors=_names(record.get("creators")),
        others=_names(edited),
        years=_datacite_years(record),
        venues=_datacite_venues(record),
        kind=kind or line(types.get("resourceType")),
        doi=doi,
        arxiv=arxiv_of(doi),
        preprint=is_deposited_preprint(record),
        notices=notices_of(record),
    )


def _csl_titles(record: Mapping[str, Any]) -> tuple[str, ...]:
    main = [unmarked(one) for one in lines(record.get("title"))]
    subtitle = " ".join(lines(record.get("subtitle")))
    whole = [f"{one}: {subtitle}" for one in main[:1] if subtitle and subtitle not in one]
    others = [*lines(record.get("original-title")), *lines(record.get("translated-title"))]
    return once([*main, *whole, *others])


def _datacite_titles(record: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    given = list(mappings(record.get("titles")))
    kinds = {line(one.get("title")): line(one.get("titleType")) for one in given}
    subtitles = tuple(title for title, kind in kinds.items() if title and kind == "Subtitle")
    main = [unmarked(title) for title, kind in kinds.items() if title and kind != "Subtitle"]
    whole = [f"{main[0]}: {one}" for one in subtitles if main]
    return once([*main, *whole]), subtitles


def _csl_years(record: Mapping[str, Any]) -> tuple[int, ...]:
    keys = ("published-print", "published-online", "published", "issued", "posted", "original-date")
    return tuple(sorted({year for key in keys for year in _years(record.get(key))}))


def _years(date: object) -> Iterator[int]:
    """Yield the years of a CSL date: “date-parts”, or what somebody wrote in their place."""
    plain = mapping(date)
    parts = plain.get("date-parts")
    for part in parts if isinstance(parts, list) else []:
        yield from _year_in(part[0] if isinstance(part, list) and part else part)
    for key in ("raw", "literal"):
        yield from _year_in(plain.get(key))


def _year_in(value: object) -> Iterator[int]:
    text = str(value)[:40] if isinstance(value, int | str) else ""
    for found in re.findall(r"(?<!\d)\d{4}(?!\d)", text):
        if 1400 <= int(found) <= 2200:
            yield int(found)


def _datacite_years(record: Mapping[str, Any]) -> tuple[int, ...]:
    wanted = {"issued", "available", "created", "submitted", "copyrighted"}
    dates = mappings(record.get("dates"))
    told = [one.get("date") for one in dates if line(one.get("dateType")).lower() in wanted]
    values = [record.get("publicationYear"), *told]
    return tuple(sorted({year for value in values for year in _year_in(value)}))


def _csl_venues(record: Mapping[str, Any]) -> tuple[str, ...]:
    event = mapping(record.get("event"))
    bodies = [one.get("name") for one in mappings(record.get("institution"))]
    values = [
        *lines(record.get("container-title")),
        *lines(record.get("short-container-title")),
        *lines(record.get("container-title-short")),
        *(line(value) for value in (event.get("name"), event.get("acronym"), *bodies)),
        *(line(record.get(key)) for key in ("event", "event-title", "event-short")),
    ]
    return once([*values, line(record.get("publisher"))] if not any(values) else values)


def _datacite_venues(record: Mapping[str, Any]) -> tuple[str, ...]:
    publisher = record.get("publisher")
    named = line(publisher) or line(mapping(publisher).get("name"))
    holders = [
        line(title.get("title"))
        for item in mappings(record.get("relatedItems"))
        if line(item.get("relationType")) == "IsPublishedIn"
        for title in mappings(item.get("titles"))
    ]
    return once([line(mapping(record.get("container")).get("title")), *holders, named])


def _is_preprint(record: Mapping[str, Any], doi: str) -> bool:
    kinds = (line(record.get("type")), line(record.get("subtype")))
    return "posted-content" in kinds or "preprint" in kinds or bool(arxiv_of(doi))


def _names(value: object) -> tuple[Name, ...]:
    given = value if isinstance(value, list) else []
    names = (_name(one) for one in given[:_MOST_AUTHORS])
    return tuple(name for name in names if name.family)


def _name(value: object) -> Name:
    if isinstance(value, str):
        return named(line(value))
    plain = mapping(value)
    family = line(plain.get("family")) or line(plain.get("familyName"))
    if family:
        given = line(plain.get("given")) or line(plain.get("givenName"))
        before = line(plain.get("non-dropping-particle")) or line(plain.get("dropping-particle"))
        return Name(f"{before} {family}".strip(), given)
    whole = line(plain.get("literal")) or line(plain.get("name"))
    body = line(plain.get("nameType")) == "Organizational"
    return Name(whole) if body or not whole else named(whole)


def named(text: str) -> Name:
    """Return the name that “Weiss, Nora” stands for; one without a comma is not taken apart."""
    family, comma, given = text.partition(",")
    return Name(family.strip(), given.strip()) if comma and family.strip() else Name(text.strip())
