"""What registers and archives know of sources that were asked: notices, records, older copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contentlint.citations.audit import Page, source_of
from contentlint.citations.comparison import Difference, Part, compare
from contentlint.citations.evidence import Claim, Evidence, Kind, Support
from contentlint.citations.identifiers import is_resolver, register_of
from contentlint.citations.lock import Entry, Notice, key_of
from contentlint.citations.marks import MOST_NAMED
from contentlint.citations.references import Reference, of_text, of_work
from contentlint.citations.works import Work
from contentlint.patterns import pattern
from contentlint.web.addresses import AddressError, parsed
from contentlint.web.guard import Guard, is_literal, is_public
from contentlint.web.policy import Policy
from contentlint.web.registers import Registered, archived, registered

_KINDS = {
    Part.WORK: Kind.WORK,
    Part.TITLE: Kind.TITLE,
    Part.AUTHOR: Kind.AUTHOR,
    Part.YEAR: Kind.YEAR,
    Part.VENUE: Kind.VENUE,
}
_NAMED = pattern(
    r"[^\W\d_a-z][\w'’-]{1,30}(?: et al\.?| (?:and|&|et|und|y|e|en) [^\W\d_a-z][\w'’-]{1,30}),?"
    r" [(\[]?(?:19|20)\d\d[a-z]?[)\]]?"
)
"""“Weiss et al. (2021)”: what a link in a sentence is called that names a work."""
_LOCAL = tuple(
    f".{name}"
    for name in (
        *("localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home"),
        *("home.arpa", "corp", "test", "onion"),
    )
)


def with_records(
    entries: Mapping[str, Entry], pages: Sequence[Page], policy: Policy
) -> dict[str, Entry]:
    """Return entries with what the registers say of those that have a DOI."""
    dois = {url: doi for url in entries if (doi := register_of(url))}
    known = registered(dois.values(), policy) if dois else {}
    said = _described(pages, dois)
    return {
        url: _recorded(one, known[dois[url]], said.get(url, {})) if url in dois else one
        for url, one in entries.items()
    }


_Described = Mapping[str, Sequence[Reference]]
"""What pages say of one work, by the keys of their claims."""


def _recorded(entry: Entry, known: Registered, said: _Described) -> Entry:
    """Return an entry with a record; one that could not be read leaves all as it was."""
    if known.work is not None:
        claims = {
            key: _without_names(entry.claims.get(key, ()))
            + tuple(_differences(said.get(key, ()), known.doi, known.work))
            for key in (*entry.claims, *said)
        }
        title = entry.title or known.work.title
        return replace(entry, notices=known.work.notices, title=title, claims=claims)
    if known.exists is None:
        return entry
    notices = tuple(one for one in entry.notices if not one.kind.startswith(_UNREGISTERED))
    if known.exists or not is_resolver(entry.url):
        return replace(entry, notices=notices)
    years = (one.year for each in said.values() for one in each)
    return replace(entry, notices=(_unregistered(known.doi, max(years, default=0), entry),))


_UNREGISTERED = "unregistered"


def _unregistered(doi: str, year: int, entry: Entry) -> Notice:
    """Return the notice that no register has a DOI. It takes days until a new one can be found."""
    new = bool(year) and str(year) >= entry.checked[:4]
    return Notice(f"{_UNREGISTERED}-yet" if new else _UNREGISTERED, f"No register knows {doi}.")


def _without_names(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence without that of the page about what the register knows better."""
    return tuple(one for one in evidence if one.kind in (Kind.NUMBER, Kind.QUOTATION))


def _described(pages: Iterable[Page], sources: Mapping[str, str]) -> Mapping[str, _Described]:
    """Return what pages say of some sources as references do."""
    found: dict[str, dict[str, list[Reference]]] = {}
    for page in pages:
        listed = {source_of(claim.url) for claim in page.claims if claim.describes}
        for claim in page.claims:
            source = source_of(claim.url)
            reference = _reference(claim, source in listed) if source in sources else None
            if reference:
                by_key = found.setdefault(source, {})
                by_key.setdefault(key_of(claim.words), []).append(reference)
    return found


def _reference(claim: Claim, listed: bool) -> Reference | None:
    """Return what a claim says of its source: an entry in a list, or a link with authors."""
    if claim.work:
        return of_work(claim.work)
    if claim.entry:
        return of_text(claim.entry)
    if listed or not _is_in(claim.named, claim.words):
        return None
    named = of_text(claim.named)
    return named if named.authors or _NAMED.fullmatch(claim.named) else None


def _is_in(named: str, words: str) -> bool:
    """Whether what names a source is a part of a sentence, as the words of a link are."""
    return bool(named) and named in words and named != words[:MOST_NAMED]


def _differences(said: Iterable[Reference], doi: str, work: Work) -> Iterator[Evidence]:
    found = (_evidence(one, doi) for reference in said for one in compare(reference, work))
    yield from dict.fromkeys(found)


def _evidence(one: Difference, doi: str) -> Evidence:
    support = Support.ABSENT if one.sure else Support.NEAR
    return Evidence(_KINDS[one.part], one.said[:300], support, one.found[:300], by=doi)


def with_copies(
    entries: Mapping[str, Entry], pages: Iterable[Page], policy: Policy
) -> dict[str, Entry]:
    """Return entries, those that are dead with an archive's copy nearest to the page's day.

    An archive is not told of addresses that are not public.
    """
    days = {url: day for page in pages for url, day in _days(page)}
    wanted = {
        url: days.get(url, "")
        for url, one in entries.items()
        if one.verdict.is_dead and not one.archive and may_be_told(url, policy)
    }
    copies = archived(wanted, policy) if wanted else {}
    return {url: replace(one, archive=copies.get(url, one.archive)) for url, one in entries.items()}


def _days(page: Page) -> Iterator[tuple[str, str]]:
    for url in page.urls:
        yield source_of(url), page.date


def may_be_told(url: str, policy: Policy) -> bool:
    """Whether an address is one of the public web, of which others may know.

    Where a name leads is looked at by who asks the archive.
    """
    try:
        address = parsed(url)
    except AddressError:
        return False
    host = address.host.removesuffix(".")
    if host in {parsed(origin).host.removesuffix(".") for origin in policy.secrets}:
        return False
    if is_literal(host):
        return is_public(host)
    return "." in host and not host.endswith(_LOCAL) and not Guard(policy.allowed).names(host)
