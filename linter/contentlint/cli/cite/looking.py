"""Asks the web for sources, and says what the lock is to hold of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import unquote

from contentlint.citations.audit import Page, fragments, source_of
from contentlint.citations.evidence import Evidence
from contentlint.citations.judging import judge_page
from contentlint.citations.lock import Lock, key_of
from contentlint.citations.updating import entry
from contentlint.citations.visit import Verdict, Visit
from contentlint.cli.cite.asking import Looked, Progress
from contentlint.web import visits as visited
from contentlint.web.policy import Policy

_Evidence = dict[str, dict[str, tuple[Evidence, ...]]]


def look(
    pages: Sequence[Page],
    urls: Iterable[str],
    lock: Lock,
    policy: Policy,
    progress: Progress | None = None,
) -> Looked:
    """Ask for sources, and judge what pages say of them. Nothing is written."""
    seen = visited(tuple(urls), policy, now=datetime.now(UTC), progress=progress)
    asked = {url: one for url, one in seen.items() if one.verdict is not Verdict.UNCHECKED}
    judged, linked = _judged(pages, asked), fragments(pages)
    entries = {
        url: entry(
            visit,
            judged.get(url, {}),
            lock.entries.get(url),
            fragments=map(unquote, linked.get(url, ())),
        )
        for url, visit in asked.items()
    }
    return Looked(entries, tuple(url for url in seen if url not in asked))


def _judged(pages: Iterable[Page], asked: Mapping[str, Visit]) -> _Evidence:
    """Return the evidence for each source, by the keys of claims."""
    found: _Evidence = {}
    for page in pages:
        mine = tuple(one for one in page.claims if one.facts and source_of(one.url) in asked)
        seen = {one.url: asked[source_of(one.url)] for one in mine}
        for claim, evidence in judge_page(mine, seen):
            by_key = found.setdefault(source_of(claim.url), {})
            key = key_of(claim.words)
            by_key[key] = tuple(dict.fromkeys((*by_key.get(key, ()), *evidence)))
    return found
