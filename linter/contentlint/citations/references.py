"""References as people write them, taken apart as far as that is certain.

What cannot be told from what is left empty, and nothing is then said of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from contentlint.citations import bibliography
from contentlint.citations._latex import plain
from contentlint.citations._remote import line
from contentlint.citations.identifiers import (
    DOI,
    IMAGE,
    doi_of,
    ended,
    of_all_versions,
    unversioned,
)
from contentlint.citations.works import Name, named, of_csl

_LONGEST = 2_000
"""Code points of a reference that are read."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a page says of a work; what it does not say, or not clearly, is empty.

    ``complete`` is False where the authors end in “et al.” or leave some out. ``year`` is 0 where
    there is none. ``text`` is the whole reference where it was read from running text: there any
    part may have been cut off in the wrong place, and a comparison looks at the whole too.
    """

    title: str = ""
    authors: tuple[Name, ...] = ()
    complete: bool = True
    year: int = 0
    doi: str = ""
    arxiv: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""
    venue: str = ""
    text: str = ""

    @property
    def register(self) -> str:
        """The DOI under which a register has the work, that of an arXiv identifier included."""
        return of_all_versions(self.doi) or (
            f"10.48550/arxiv.{unversioned(self.arxiv)}" if self.arxiv else ""
        )


_ARXIV = re.compile(
    r"\barxiv(?:\.org/(?:abs|pdf)/|\s?[:.]\s?|\spreprint\s(?:arxiv[:.]\s?)?)"
    r"(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}(?:\.[a-z]{2})?/\d{7})(?!\d)",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"\bPMID:?\s{0,2}(\d{4,8})\b|\bpubmed\.ncbi\.nlm\.nih\.gov/(\d{4,8})\b", re.IGNORECASE
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s{0,2}([\dXx][\dXx\- \u2010-\u2013]{8,17}[\dXx])")
_URL = re.compile(r"https?://[^\s\"<>“”«»|\\^`{}]{1,500}", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")
_MARKUP = re.compile(r"\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,300}(?:\([^\s()]{0,80}\))?)\)")


def of_bibtex(fields: Mapping[str, str]) -> Reference:
    """Return the reference of an entry of BibTeX or BibLaTeX, its names of fields in lower case."""
    values = {key.lower(): str(value)[:_LONGEST] for key, value in fields.items()}
    read = {key: plain(line(value)) for key, value in values.items()}
    authors, complete = _bibtex_names(line(values.get("author", "")))
    where = " ".join(read.get(key, "") for key in ("doi", "url", "note", "howpublished"))
    title = read.get("title", "")
    subtitle = read.get("subtitle", "")
    return Reference(
        title=f"{title}: {subtitle}" if subtitle else title,
        authors=authors,
        complete=complete,
        year=_year(read.get("year", "") or read.get("date", "")),
        doi=doi_of(values.get("doi", "").replace("\\", "")) or doi_of(where),
        arxiv=_bibtex_arxiv(read, where),
        pmid=read.get("pmid", ""),
        isbn=_digits(read.get("isbn", "")),
        url=ended(read.get("url", "")),
        venue=next(filter(None, (read.get(key, "") for key in _VENUES)), ""),
    )


_VENUES = ("journal", "journaltitle", "booktitle")


def _bibtex_arxiv(read: Mapping[str, str], where: str) -> str:
    kind = (read.get("archiveprefix") or read.get("eprinttype") or "").lower()
    if kind == "arxiv" and read.get("eprint"):
        return read["eprint"].lower()
    return _found(_ARXIV, f"{where} {read.get('journal', '')}").lower()


def _bibtex_names(field: str) -> tuple[tuple[Name, ...], bool]:
    names = [" ".join(one.split()) for one in _apart(field)]
    kept = [one for one in names if one and not _is_rest(one)]
    return tuple(_bibtex_name(one) for one in kept), len(kept) == sum(map(bool, names))


def _is_rest(name: str) -> bool:
    return re.sub(r"[\W_]+", "", name).lower() in ("others", "etal", "al", "ua", "etc", "")


def _apart(field: str) -> Iterator[str]:
    """Yield the names that “and” outside of braces keeps apart."""
    depth, start = 0, 0
    for match in re.finditer(r"[{}]|\sand(?=\s)", field):
        if match[0] in "{}":
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif not depth:
            yield field[start : match.start()]
            start = match.end()
    yield field[start:]


def _bibtex_name(written: str) -> Name:
    whole = re.sub(r"\s\d{4}$", "", plain(written))
    if written.startswith("{") and written.endswith("}"):
        return Name(whole)
    parts = [part.strip() for part in whole.split(",")]
    if len(parts) == 3:
        return Name(parts[0], parts[2])
    return named(whole)


def of_csl_reference(record: object) -> Reference:
    """Return the reference that an entry of CSL-JSON is, as reference managers export it."""
    work = of_csl(record)
    given = record if isinstance(record, dict) else {}
    texts = {key: value for key, value in given.items() if isinstance(value, str)}
    return Reference(
        title=work.title,
        authors=work.authors,
        year=work.years[-1] if work.years else 0,
        doi=doi_of(work.doi),
        arxiv=work.arxiv or _found(_ARXIV, texts.get("URL", "")),
        pmid=texts.get("PMID", ""),
        isbn=_digits(texts.get("ISBN", "")),
        url=texts.get("URL", ""),
        venue="" if work.kind.startswith("book") else work.venue,
    )


def of_work(work: bibliography.Reference) -> Reference:
    """Return the reference that a work of a page's bibliography is."""
    return of_csl_reference(work.fields) if "id" in work.fields else of_bibtex(work.fields)


def _found(look: re.Pattern[str], text: str) -> str:
    match = look.search(text[:_LONGEST])
    return next(filter(None, match.groups()), "") if match else ""


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text).upper()


def _year(text: str) -> int:
    match = re.search(r"(?<!\d)(1[4-9]\d\d|2[01]\d\d)(?!\d)", text)
    return int(match[1]) if match else 0


def of_text(text: str) -> Reference:
    """Return the reference that one entry of a list of sources is, as Markdown or plain text."""
    text = " ".join(_TAG.sub(" ", IMAGE.sub(" ", text[:_LONGEST])).split())
    labels = [match[1] for match in _MARKUP.finditer(text)]
    urls = [ended(found) for found in _URL.findall(_MARKUP.sub(r" \2 ", text))]
    isbn = _digits(_found(_ISBN, text))
    words = _bare(text)
    parts = _parts(words, labels)
    return Reference(
        title=parts.title,
        authors=tuple(_authors(parts.before)),
        complete=not _REST.search(words),
        year=parts.year,
        doi=doi_of(text),
        arxiv=_found(_ARXIV, text).lower(),
        pmid=_found(_PMID, text),
        isbn=isbn if len(isbn) in (10, 13) else "",
        url=next(iter(urls), ""),
        venue=parts.venue,
        text=words,
    )


_LEAD = re.compile(r"^(?:[-*+•]\s+|\[\^?[\w-]{1,20}\]:?\s*|\(?\d{1,3}\s?[.):]\s+)")
_NOISE = re.compile(
    r"\b(?:doi|arxiv|pmid|pmcid|isbn|issn)\s?:?\s?(?=[\d.,;]|$)|\[(?:online|en ligne|pdf)\]",
    re.IGNORECASE,
)
_READ_ON = re.compile(
    r"[(\[]?\b(?:accessed|retrieved|last (?:accessed|visited)|consulté|abgerufen|zugriff|visitado"
    r"|consultado|consultato|geraadpleegd)\b[^)\].]{0,40}[)\].]?",
    re.IGNORECASE,
)


def _bare(text: str) -> str:
    """Return a reference without its number, addresses, identifiers and the day it was read."""
    text = _MARKUP.sub(r"\1", _LEAD.sub("", text))
    for look in (_URL, DOI, _ARXIV, _PMID, _ISBN, _READ_ON, _NOISE):
        text = look.sub(" ", text)
    text = re.sub(r"\\([^\w\s])", r"\1", text)
    text = re.sub(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|<\s?>|`", "", text)
    return " ".join(text.split())


_QUOTED = re.compile(
    r"“([^”]{6,300})”|«\s?([^»]{6,300}?)\s?»|„([^“”]{6,300})[“”]|(?<!\w)\"([^\"]{6,300})\"(?!\w)"
    r"|(?<!\w)‘([^‘]{6,300}?)’(?!\w)"
)
_DATED = re.compile(r"[(\[](?:c\.?\s?)?((?:1[4-9]|20|21)\d\d)[a-z]?(?:,[^()]{1,30})?[)\]]")
_YEARS = re.compile(r"(?<![\d\-–/:.])((?:1[4-9]|20|21)\d\d)[a-z]?(?![\d\-–/:])")
_REST = re.compile(
    r"\bet\.?\s(?:al\b|coll?\b)|\band others\b|\bu\.\s?a\.|\by otros\b|& al\b|…|\.\s?\.\s?\.",
    re.IGNORECASE,
)


class _Parts(NamedTuple):
    """The parts of a reference; ``before`` holds its authors, if it names any."""

    before: str = ""
    title: str = ""
    year: int = 0
    venue: str = ""


def _parts(text: str, labels: list[str]) -> _Parts:
    dated = _DATED.search(text)
    quoted = _QUOTED.search(text)
    years = set(_YEARS.findall(text))
    year = int(dated[1]) if dated else int(years.pop()) if len(years) == 1 else 0
    if quoted:
        ends = min(quoted.start(), dated.start() if dated else quoted.start())
        title = next(filter(None, quoted.groups())).rstrip(" ,.")
        is_named = year or next(_authors(text[:ends]), None)
        return _Parts(text[:ends], title, year) if is_named else _Parts()
    if dated and len(text) - dated.end() > 12 and not _DIGIT.search(text, 0, dated.start()):
        title, venue = _after(text[dated.end() :].lstrip(" .,:"))
        return _Parts(text[: dated.start()], title, year, venue)
    if year and len(labels) == 1 and _may_be_title(labels[0]):
        return _Parts(text.partition(labels[0])[0], labels[0].rstrip(" ."), year)
    listed = _LISTED.match(text) or _COLON.match(text)
    return _Parts(listed[1], listed[2], year) if listed else _Parts(year=year)


def _may_be_title(label: str) -> bool:
    """Whether the words of a link are more than “Weiss et al., 2021”."""
    return len(label.split()) > 3 and not _REST.search(label) and not _YEARS.search(label)


_SENTENCE = re.compile(r"(.{6,400}?[^\s.])(?:[.?!]\s(?=[^\W\d_a-z]|\d|$)|[.?!]?$)")
_JOURNAL = re.compile(
    r"\s*(?:In:?\s)?([^\W\d_][^,.;()\d]{2,120}),?\s(?:vol\.?\s)?\d{1,4}\b", re.IGNORECASE
)
_LISTED = re.compile(
    r"((?:[^\W\d_][\w'’-]{1,30}(?:\s[\w'’-]{2,20}){0,2}\s[A-Z]{1,3}(?:,\s|\.\s|(?=\set\sal))){1,30}"
    r"(?:\s?et\sal\.?,?\s)?)([^\W_].{8,300}?)\.\s[^\W_]"
)
_COLON = re.compile(
    r"([^\W\d_][\w'’-]{1,30},\s[^\W\d_][^:\d]{1,80}):\s([^\W_].{8,300}?)(?:\.\s|\.?$|\sIn:?\s)"
)


def _after(rest: str) -> tuple[str, str]:
    """Return the title at the start of a text, and the journal behind it where it has a volume."""
    sentence = _SENTENCE.match(rest)
    if not sentence:
        return "", ""
    journal = _JOURNAL.match(rest[sentence.end() :])
    return sentence[1].rstrip(" ,"), journal[1].strip() if journal else ""


_PARTICLE = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ter|ten|zu)\s){0,3}"
_FAMILY = _PARTICLE + r"[^\W\d_][\w'’‐-]{1,30}(?:[ -][^\W\d_a-z][\w'’‐-]{1,30}){0,2}"
_INVERTED = re.compile(rf"({_FAMILY}),\s((?:[^\W\d_a-z]\.[\s‐-]?){{1,4}})")
_COMPACT = re.compile(rf"({_FAMILY})\s([A-Z]{{1,3}})(?=[,.;:]|\s?$|\s(?:et|and|&))")
_PERSON = re.compile(
    rf"(?:[^\W\d_a-z][\w.'’‐-]{{0,30}}\s){{1,4}}{_FAMILY}|{_FAMILY},\s[^\W\d_][^,;]{{0,40}}"
)
_INITIAL = re.compile(r"[^\W\d_]\.")
_DIGIT = re.compile(r"\d")
_YEAR_LAST = re.compile(r"[\s.,(]{1,3}\d{4}[a-z]?$")
_LEFT = re.compile(r"(?<!\w)(?!(?:and|et|und|y|e)\b)[^\W\d_]")
_BETWEEN = re.compile(r"\s?;\s?|,?\s(?:and|et|und|y|e|&)\s")
_ROLE = re.compile(r"[(\[]\s?(?:hrsg|hg|eds?|dir|coord|org|trad|trans)\b\.?\s?[)\]]", re.IGNORECASE)


def _authors(text: str) -> Iterator[Name]:
    """Yield the people that a text names, if it is certain where one ends and the next begins."""
    text = _YEAR_LAST.sub("", _REST.sub("", _ROLE.sub("", text)).strip(" ,.:;("))
    for form in () if _INITIAL.match(text) else (_INVERTED, _COMPACT):
        whole = f"{text}." if form is _INVERTED else text
        found = form.findall(whole)
        if found and not _LEFT.search(form.sub("", whole)):
            yield from (Name(family, given.strip()) for family, given in found)
            return
    pieces = [piece.strip(" ,.") for piece in _BETWEEN.split(text)]
    people = [one for piece in pieces for one in _people(piece)]
    if all(map(_PERSON.fullmatch, people)):
        yield from map(named, people)


def _people(piece: str) -> Iterator[str]:
    """Yield “Weiss, Nora” as one, “Nora Weiss, Karl Ray” as two."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) == 2 and not all(" " in part for part in parts):
        yield ", ".join(parts)
    else:
        yield from parts
