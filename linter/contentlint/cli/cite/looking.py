"""Asks the web for sources, and says what the lock is to hold of them."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from contentlint.citations.audit import Page, keys, source_of
from contentlint.citations.lock import Lock
from contentlint.citations.updating import entry
from contentlint.citations.visit import Verdict, Visit
from contentlint.cli.cite.asking import Looked, Progress
from contentlint.cli.cite.records import with_copies, with_records
from contentlint.cli.cite.searching import Said, Search
from contentlint.web.policy import Policy
from contentlint.web.visiting import visits


def look(
    pages: Sequence[Page],
    urls: Iterable[str],
    lock: Lock,
    policy: Policy,
    progress: Progress | None = None,
) -> Looked:
    """Ask for sources, and judge what pages say of them. Nothing is written."""
    started = time.monotonic()
    places, search = _places(pages, urls), Search(pages)
    every = (url for source in places for url in (source, *places[source]))
    seen = visits(every, policy, now=datetime.now(UTC), progress=progress, kept=search.kept)
    asked = {url: one for url, one in seen.items() if one.verdict is not Verdict.UNCHECKED}
    search.finish(asked)
    wanted = keys(pages)
    entries = {
        source: entry(
            asked[source],
            _joined(
                _evidence(search, source, lock), _of_records(lock, source, wanted.get(source, ()))
            ),
            lock.entries.get(source),
            missing=_missing(places[source], asked),
        )
        for source in places
        if source in asked
    }
    left = tuple(source for source in places if source not in asked)
    if any(map(_was_stopped, seen.values())):
        return Looked(entries, left, stopped=True)
    return _recorded(Looked(entries, left), pages, policy, started)


def _evidence(search: Search, source: str, lock: Lock) -> Said:
    """Return what was found, and what was known of sentences that could not be judged now."""
    before = lock.entries.get(source)
    known = before.claims if before else {}
    left = search.left.get(source, ())
    return {key: known[key] for key in left if key in known} | search.found.get(source, {})


def _joined(one: Said, other: Said) -> Said:
    return {key: (*one.get(key, ()), *other.get(key, ())) for key in (*one, *other)}


def _of_records(lock: Lock, source: str, keys: Iterable[str]) -> Said:
    """Return what registers said of claims that still stand, until they are asked again."""
    before = lock.entries.get(source)
    known = before.claims if before else {}
    found = {key: tuple(one for one in known.get(key, ()) if one.by) for key in keys}
    return {key: each for key, each in found.items() if each}


def _recorded(looked: Looked, pages: Sequence[Page], policy: Policy, started: float) -> Looked:
    """Return the same with what registers and archives say, in the time that is left."""
    for more in (with_records, with_copies):
        left = policy.budget - (time.monotonic() - started)
        if left <= 0:
            break
        try:
            entries = more(looked.entries, pages, replace(policy, budget=left))
        except KeyboardInterrupt:  # what is known is known
            return looked._replace(stopped=True)
        looked = looked._replace(entries=entries)
    return looked


def _missing(places: Iterable[str], asked: Mapping[str, Visit]) -> Iterator[str]:
    for url in places:
        if url in asked and asked[url].fragment_missing:
            yield url.partition("#")[2]


def _places(pages: Iterable[Page], urls: Iterable[str]) -> dict[str, list[str]]:
    """Return sources with the addresses of their parts that pages link to."""
    found: dict[str, list[str]] = {url: [] for url in urls}
    for page in pages:
        for url in page.urls:
            source = source_of(url)
            if url != source and source in found and url not in found[source]:
                found[source].append(url)
    return found


def _was_stopped(visit: Visit) -> bool:
    return visit.verdict is Verdict.UNCHECKED and "stopped" in visit.reason
