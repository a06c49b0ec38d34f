"""What registers and archives know of sources that were asked: notices, records, older copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contentlint.citations.audit import Page, source_of
from contentlint.citations.comparison import Difference, Part, compare
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.lock import Entry, key_of
from contentlint.citations.references import doi_of, of_text
from contentlint.citations.works import Work
from contentlint.web.addresses import AddressError, parsed
from contentlint.web.guard import Guard, is_literal, is_public
from contentlint.web.policy import Policy
from contentlint.web.registers import Registered, archived, registered

_KINDS = {
    Part.WORK: Kind.TITLE,
    Part.TITLE: Kind.TITLE,
    Part.AUTHOR: Kind.AUTHOR,
    Part.YEAR: Kind.YEAR,
}
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
    dois = {url: doi for url in entries if (doi := doi_of(url))}
    known = registered(dois.values(), policy) if dois else {}
    found = {url: known[doi] for url, doi in dois.items() if doi in known}
    evidence = dict(_compared(found, pages))
    return {
        url: _recorded(one, found[url], evidence.get(url, {})) if url in found else one
        for url, one in entries.items()
    }


def _recorded(
    entry: Entry, known: Registered, evidence: Mapping[str, tuple[Evidence, ...]]
) -> Entry:
    """Return an entry with a record; one that could not be read leaves all as it was."""
    if known.work is None:
        return entry
    claims = {
        key: _without_names(entry.claims.get(key, ())) + evidence.get(key, ())
        for key in (*entry.claims, *evidence)
    }
    return replace(
        entry, notices=known.work.notices, title=entry.title or known.work.title, claims=claims
    )


def _without_names(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence without that of the page about what the register knows better."""
    return tuple(one for one in evidence if one.kind in (Kind.NUMBER, Kind.QUOTATION))


def _compared(
    found: Mapping[str, Registered], pages: Iterable[Page]
) -> Iterator[tuple[str, dict[str, tuple[Evidence, ...]]]]:
    """Yield sources with how what pages say of them differs from their record."""
    named: dict[str, dict[str, set[str]]] = {}
    for page in pages:
        for claim in page.claims:
            source = source_of(claim.url)
            if source in found and claim.named and not claim.facts:
                named.setdefault(source, {}).setdefault(key_of(claim.words), set()).add(claim.named)
    for source, said in named.items():
        work = found[source].work
        if work is not None:
            yield source, {key: tuple(_differences(each, work)) for key, each in said.items()}


def _differences(named: Iterable[str], work: Work) -> Iterator[Evidence]:
    for words in sorted(named):
        for one in compare(of_text(words), work):
            if one.part in _KINDS:
                yield _evidence(one)


def _evidence(one: Difference) -> Evidence:
    support = Support.ABSENT if one.sure else Support.NEAR
    return Evidence(_KINDS[one.part], one.said[:300], support, one.found[:300])


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
