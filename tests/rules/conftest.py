"""A lock that fits a page: what was seen of the sources that it names."""

from collections.abc import Callable, Mapping

import pytest

from contentlint import Document, claims, key_of
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.lock import Entry, Lock, dumped
from contentlint.citations.visit import Verdict
from contentlint.testing import unmark

URL = "https://mill.test/report"
Seen = Callable[..., dict[str, str]]
_CHECKED = "2026-11-20T10:00:00Z"


@pytest.fixture
def seen() -> Seen:
    """Return a function that makes the lock file of a page.

    ``found`` has, by address and by what stands on the page, how the source stands to it and what
    it says in its place. Other sources of the page are not in the lock.
    """

    def lock(
        marked: str, found: Mapping[str, Mapping[str, tuple[str, ...]]], **more: str
    ) -> dict[str, str]:
        text, _ = unmark(marked)
        entries = {url: _entry(url, text, known, more) for url, known in found.items()}
        return {"contentlint.lock": dumped(Lock(entries))}

    return lock


def _entry(
    url: str, text: str, known: Mapping[str, tuple[str, ...]], more: Mapping[str, str]
) -> Entry:
    verdict = Verdict(more.get("verdict", "alive"))
    evidence = {}
    for claim in claims(Document("page.md", text)):
        if claim.url == url:
            evidence[key_of(claim.words)] = tuple(
                _evidence(fact.kind, fact.written, known[fact.written])
                for fact in claim.facts
                if fact.written in known
            )
    rest = {name: value for name, value in more.items() if name != "verdict"}
    return Entry(url, verdict, "It answers.", _CHECKED, claims=evidence, **rest)


def _evidence(kind: Kind, written: str, told: tuple[str, ...]) -> Evidence:
    support, *rest = told
    return Evidence(kind, written, Support(support), *rest)
