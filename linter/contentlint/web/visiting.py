"""The front door: addresses in, what they are worth out."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from contentlint.citations.visit import Paper, Visit
from contentlint.web.answer import Answer
from contentlint.web.aside import aside
from contentlint.web.names import Lookup
from contentlint.web.policy import Policy
from contentlint.web.run import Progress, Run, finished
from contentlint.web.verdicts import visit_of

_QUICK = 100_000
"""Bytes of a body that are read at once: a thread would take longer to begin."""

_READ = 2_000_000
"""Bytes of a page that are read, PDF aside: reading takes some 30 times their room."""
_KEPT = 32_000_000
"""Code points of text that are kept in all; then a page has only its beginning."""
_BEGINNING = 20_000


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
    reader = _Reader(now, kept)
    finished(Run(urls, policy, progress=progress, lookup=lookup), reader.use)
    return {url: reader.found[url] for url in urls}


class _Reader:
    """Reads pages as they come, large ones beside the loop and one at a time."""

    def __init__(self, now: datetime, kept: Callable[[Visit], Visit]) -> None:
        self.found: dict[str, Visit] = {}
        self._now = now
        self._kept = kept
        self._left = _KEPT
        self._one_at_a_time = asyncio.Lock()

    async def use(self, url: str, answer: Answer) -> None:
        if len(answer.body) < _QUICK:
            self._keep(judged(url, answer, self._now))
            return
        async with self._one_at_a_time:
            self._keep(await aside(lambda: judged(url, answer, self._now)))

    def _keep(self, visit: Visit) -> None:
        visit = self._kept(visit)
        if visit.paper:
            self._left -= len(visit.paper.text)
            if self._left < 0:
                visit = replace(visit, paper=_begun(visit.paper))
        self.found[visit.url] = visit


def _begun(paper: Paper) -> Paper:
    """Return a paper of which only the beginning is known; what is absent from it may be there."""
    if len(paper.text) <= _BEGINNING:
        return paper
    return replace(paper, text=paper.text[:_BEGINNING], whole=False)


def _readable(answer: Answer) -> Answer:
    """Return an answer without what is too much to read."""
    if len(answer.body) <= _READ or answer.body.startswith(b"%PDF-"):
        return answer
    return replace(answer, body=answer.body[:_READ], cut=True)


def judged(url: str, answer: Answer, now: datetime) -> Visit:
    """Return what an answer is worth; a page that breaks whoever reads it is not read.

    It is judged by the address that was asked: how it is spelt on a page moves nothing.
    """
    fragment = url.partition("#")[2]
    asked = replace(_readable(answer), url=answer.hops[0].url if answer.hops else url)
    try:
        visit = visit_of(asked, fragment, now)
    except Exception:  # a page is anybody's work
        visit = visit_of(replace(asked, body=b"", cut=True), fragment, now)
    return replace(visit, url=url)
