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
    places, search = _places(pages, urls), Search(pages, started + policy.budget)
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
    left = tuple(source for source in places if source not in asked or source in search.late)
    looked = Looked(entries, left, problems=tuple(_problems(search, seen)))
    if _left_for("stopped", seen):
        return looked._replace(stopped=True)
    looked = looked._replace(offline=_left_for("no connection", seen))
    return looked if looked.is_blind else _recorded(looked, pages, policy, started)


def _problems(search: Search, seen: Mapping[str, Visit]) -> Iterator[str]:
    """Yield what broke here, so that a run that did not do all of its work does not pass."""
    found = {url: one.bug for url, one in seen.items() if one.bug} | search.problems
    for url, words in sorted(found.items())[:_MOST_TOLD]:
        yield f"{url} could not be judged: {words}. This is a bug."
    if len(found) > _MOST_TOLD:
        yield f"{len(found) - _MOST_TOLD:,} other sources could not be judged either."


_MOST_TOLD = 10


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
        except Exception as error:  # a record is anybody's work; what it breaks is ours
            words = f"registers could not be asked: {type(error).__name__}: {error}. This is a bug."
            looked = looked._replace(problems=(*looked.problems, words))
            continue
        looked = looked._replace(entries=entries)
    return looked


def _missing(places: Iterable[str], asked: Mapping[str, Visit]) -> Iterator[str]:
    for url in places:
        if url in asked and asked[url].fragment_missing:
            yield url.partition("#")[2]


def _places(pages: Iterable[Page], urls: Iterable[str]) -> dict[str, list[str]]:
    """Return sources with the addresses of their parts that pages link to."""
    found: dict[str, dict[str, None]] = {url: {} for url in urls}
    for page in pages:
        for url in page.urls:
            source = source_of(url)
            if url != source and source in found:
                found[source][url] = None
    return {source: list(places) for source, places in found.items()}


def _left_for(why: str, seen: Mapping[str, Visit]) -> bool:
    return any(one.verdict is Verdict.UNCHECKED and why in one.reason for one in seen.values())
