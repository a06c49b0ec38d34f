"""The front door: addresses in, what they are worth out."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from contentlint.citations.identifiers import is_resolver
from contentlint.citations.visit import Paper, Visit
from contentlint.web.answer import Answer, Trouble
from contentlint.web.aside import Bench
from contentlint.web.failure import LONGEST_DETAIL
from contentlint.web.names import Lookup
from contentlint.web.policy import Endpoints, Policy
from contentlint.web.run import Progress, Run, finished
from contentlint.web.verdicts import at_fragment, visit_of

_QUICK = 100_000
"""Bytes of a body that are read at once: a thread would take longer to begin."""
_PDF, _SNIFFED = b"%PDF-", 1024
_KEPT = 32_000_000
"""Code points of text that are kept in all; then a page has only its beginning."""
_BEGINNING = 20_000
_LONGEST = 500_000
"""Code points of one page that are kept at most: as many as a novel has."""


def visits(  # noqa: PLR0913  all but three are seldom given
    urls: Iterable[str],
    policy: Policy,
    *,
    now: datetime,
    progress: Progress | None = None,
    lookup: Lookup | None = None,
    kept: Callable[[Visit], Visit] = lambda visit: visit,
) -> dict[str, Visit]:
    """Return what came of each address, by the address as it was given, in the same order.

    Addresses that differ in their fragments only are asked for once. ``kept`` may make less of a
    visit as it comes: the text of thousands of pages takes room. ``lookup`` stands in for the
    system's look-up of names. On Ctrl-C, what is left is unchecked. Raises ValueError for a policy
    that cannot be understood.
    """
    urls = list(dict.fromkeys(urls))
    asked: dict[str, list[str]] = {}
    for url in urls:
        asked.setdefault(_resolved(url, policy), []).append(url)
    reader = _Reader(now, kept, asked, time.monotonic() + policy.budget)
    try:
        finished(Run(asked, policy, progress=progress, lookup=lookup), reader.use)
    finally:
        reader.bench.close()
    return {url: reader.found[url] for url in urls}


def _resolved(url: str, policy: Policy) -> str:
    """Return where a DOI is resolved, if somebody has put another place in that of doi.org."""
    place = policy.endpoints.doi
    if place == Endpoints().doi or not is_resolver(url):
        return url
    return f"{place.rstrip('/')}/{url.partition('doi.org/')[2]}"


class _Reader:
    """Reads pages as they come, large ones beside the loop and one at a time.

    ``asked`` are the addresses of pages by those that are asked in their place; from ``until`` on,
    by the monotonic clock, nothing is read any more.
    """

    def __init__(
        self,
        now: datetime,
        kept: Callable[[Visit], Visit],
        asked: Mapping[str, Iterable[str]],
        until: float,
    ) -> None:
        self._until = until
        self.found: dict[str, Visit] = {}
        self._asked = asked
        self._now = now
        self._kept = kept
        self._left = _KEPT
        self.bench = Bench()

    async def use(self, urls: list[str], answer: Answer) -> None:
        if time.monotonic() > self._until and not answer.trouble:  # others took it to be read
            answer = replace(answer, trouble=Trouble.BUDGET, body=b"")
        if len(answer.body) < _QUICK and _PDF not in answer.body[:_SNIFFED]:
            self._read(urls, answer)
        else:
            await self.bench.do(lambda: self._read(urls, answer))

    def _read(self, urls: list[str], answer: Answer) -> None:
        visit = judged(answer, self._now)
        for url in (own for one in urls for own in self._asked[one]):
            self._keep(at_fragment(replace(visit, url=url), url.partition("#")[2]))

    def _keep(self, visit: Visit) -> None:
        visit = self._kept(visit)
        if visit.paper:
            most = _LONGEST if self._left > 0 else _BEGINNING
            paper = visit.paper if len(visit.paper.text) <= most else _begun(visit.paper, most)
            visit = replace(visit, paper=paper)
            self._left -= len(paper.text)
        self.found[visit.url] = visit


def _begun(paper: Paper, most: int) -> Paper:
    """Return a paper of which only the beginning is known; what is absent from it may be there."""
    return replace(paper, text=paper.text[:most], whole=False)


def judged(answer: Answer, now: datetime) -> Visit:
    """Return what an answer is worth; a page that breaks whoever reads it is not read, and told.

    It is judged by the address that was asked: how it is spelt on a page moves nothing.
    """
    asked = replace(answer, url=answer.hops[0].url) if answer.hops else answer
    try:
        return visit_of(asked, "", now)
    except Exception as error:  # a page is anybody's work; what it breaks is ours
        unread = visit_of(replace(asked, body=b"", cut=False, headers={}), "", now)
        return replace(unread, bug=f"{type(error).__name__}: {error}"[:LONGEST_DETAIL])
