"""What a page says of itself: its title, authors, dates, language and address."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from contentlint.patterns import pattern
from contentlint.web.markup import Markup, headings, tags
from contentlint.web.places import host, joined

_LONGEST = 300
"""Code points of a title or a name that are kept."""
_MOST = 50
"""Authors that are kept."""
_LD_BYTES = 300_000
"""Bytes of structured data that are read of a page."""
_LD_NODES = 2000
_NOT_PRINTED = pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_IS_LD = re.compile(rb"application/ld\+json", re.IGNORECASE)
_WORKS = pattern(r"(?:Article|Posting|Report|Book|Dataset|Thesis|Chapter|WebPage|CreativeWork)\Z")
_BREAK = pattern(r"\s+(?:[|–—·•»«:]|-|::|\|\|)\s+")
_YEAR = pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_DAY = pattern(r"(?<!\d)(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?!\d)")
_TITLES = ("citation_title", "headline", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = ("citation_author", "author", "dc.creator", "dcterms.creator", "article:author")
_PUBLISHED = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "article:published_time",
    "datepublished",
    "og:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
)
_UPDATED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "last-modified",
)


class Statements(NamedTuple):
    """What a page says of itself; the fields are those of a Paper."""

    names: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    language: str = ""
    canonical: str = ""


def of_page(parts: Markup, url: str) -> Statements:
    """Return what a page says of itself."""
    said: dict[str, list[str]] = {}
    for name, value in _said(parts):
        if value and len(said.setdefault(name, [])) < _MOST:
            said[name].append(value)
    return Statements(
        _names(said, url),
        tuple(_unique(_of(said, _AUTHORS, _is_person))),
        next(iter(filter(None, map(day_of, _of(said, _PUBLISHED)))), ""),
        next(iter(filter(None, map(day_of, _of(said, _UPDATED)))), ""),
        next(iter(said.get("lang", ())), "")[:35],
        _address(said.get("canonical", ()), url),
    )


def _said(parts: Markup) -> Iterator[tuple[str, str]]:
    """Yield names in lower case, and values: of the head, of structured data, of headings."""
    for tag, given in tags(parts.visible):
        if tag == "html":
            yield "lang", given.get("lang", "") or given.get("xml:lang", "")
        elif tag == "link":
            if "canonical" in given.get("rel", "").lower().split():
                yield "canonical", given.get("href", "")
        else:
            name = given.get("name") or given.get("property") or given.get("itemprop") or ""
            yield name.lower()[:60], clean(given.get("content", ""))
    yield from _structured(parts.scripts)
    for name, words in headings(parts.visible):
        yield name, clean(words)


def clean(words: str) -> str:
    """Return a name on one line, without what does not print, cut where it is too long."""
    return " ".join(_NOT_PRINTED.sub(" ", words[: 4 * _LONGEST]).split())[:_LONGEST]


def _structured(scripts: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Yield what JSON-LD says of the page, or of works that it describes."""
    left = _LD_BYTES
    for script in scripts:
        start = script.find(b">") + 1
        if not _IS_LD.search(script, 0, start):
            continue
        left -= len(script)
        if left < 0:
            return
        text = script[start : script.rfind(b"</")].decode("utf-8", "replace")
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            yield from _of_work(node)


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield what structured data describes on its first levels: a page, then what it is about."""
    waiting = [(value, 0)]
    for count, (each, depth) in enumerate(waiting):
        if count > _LD_NODES:
            return
        if isinstance(each, list):
            waiting += [(part, depth) for part in each[:200]]
        elif isinstance(each, dict):
            yield each
            inner = (each.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
            waiting += [(part, depth + 1) for part in inner if part and depth < 3]


def _of_work(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not any(isinstance(kind, str) and _WORKS.search(kind) for kind in kinds):
        return
    for key in ("headline", "datePublished", "dateModified"):
        for value in _texts(node.get(key)):
            yield key.lower(), value
    if "WebPage" not in kinds and "headline" not in node:
        yield from (("headline", value) for value in _texts(node.get("name")))
    authors = node.get("author", ())
    for author in authors[:_MOST] if isinstance(authors, list) else (authors,):
        named = author.get("name") if isinstance(author, dict) else author
        yield from (("author", value) for value in _texts(named))


def _texts(value: Any) -> Iterator[str]:
    for each in value[:_MOST] if isinstance(value, list) else (value,):
        if isinstance(each, str):
            yield clean(each)


def _of(said: Mapping[str, list[str]], keys: Iterable[str], fit: Any = bool) -> list[str]:
    """Return the values of the first key that has a fit one."""
    for key in keys:
        if values := [value for value in said.get(key, ()) if fit(value)]:
            return values
    return []


def _is_person(value: str) -> bool:
    return bool(value) and "://" not in value and not value.startswith("@")


def _unique(values: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(values)


def _names(said: Mapping[str, list[str]], url: str) -> tuple[str, ...]:
    """Return what a page may be called, the likeliest first, whole titles last."""
    site = next(iter(said.get("og:site_name", ())), "")
    told = [value for key in _TITLES for value in said.get(key, ())[:3]]
    whole = said.get("title", [])[:1]
    short = [without_site(value, site, url) for value in told + whole]
    found = [each for each in short + said.get("h1", [])[:2] if each]
    return tuple(_unique(found + told + whole))[:8]


def without_site(title: str, site: str, url: str) -> str:
    """Return a title without the name of its site, at its end or its start."""
    parts = _BREAK.split(title)
    if len(parts) < 2:
        return title
    if _is_site(parts[-1], site, url):
        return title[: title.rfind(parts[-1])].rstrip(" |–—·•»«:-")
    if _is_site(parts[0], site, url):
        return title[len(parts[0]) :].lstrip(" |–—·•»«:-")
    return title


def _is_site(part: str, site: str, url: str) -> bool:
    """Whether part of a title names the site, by what the page or its address says."""
    bare = _bare(part)
    if not bare:
        return False
    if site:
        return bare == _bare(site)
    name = host(url)
    labels = [name, *name.split(".")]
    return bare in map(_bare, labels) or (len(bare) > 3 and bare in _bare(name))


def _bare(words: str) -> str:
    return "".join(char for char in words.lower() if char.isalnum())


def _address(values: Iterable[str], url: str) -> str:
    """Return the first address, whole; nothing where it is none."""
    whole = (joined(url, value[:2000]) for value in values)
    return next((_NOT_PRINTED.sub("", each) for each in whole if each), "")


def day_of(words: str) -> str:
    """Return an ISO date, or a year where no day is told; nothing where neither is."""
    found = _DAY.search(words[:100])
    if found:
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            pass
    year = _YEAR.search(words[:100])
    return year[1] if year else ""
