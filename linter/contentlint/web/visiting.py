"""The front door: addresses in, what they are worth out."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from contentlint.citations.visit import Visit
from contentlint.web.answer import Answer
from contentlint.web.aside import aside
from contentlint.web.names import Lookup
from contentlint.web.policy import Policy
from contentlint.web.run import Progress, Run, finished
from contentlint.web.verdicts import visit_of

_QUICK = 100_000
"""Bytes of a body that are read at once: a thread would take longer to begin."""


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
    found: dict[str, Visit] = {}
    one_at_a_time = asyncio.Lock()

    async def use(url: str, answer: Answer) -> None:
        if len(answer.body) < _QUICK:
            found[url] = kept(judged(url, answer, now))
            return
        async with one_at_a_time:
            found[url] = kept(await aside(lambda: judged(url, answer, now)))

    finished(Run(urls, policy, progress=progress, lookup=lookup), use)
    return {url: found[url] for url in urls}


def judged(url: str, answer: Answer, now: datetime) -> Visit:
    """Return what an answer is worth; a page that breaks whoever reads it is not read.

    It is judged by the address that was asked: how it is spelt on a page moves nothing.
    """
    fragment = url.partition("#")[2]
    asked = replace(answer, url=answer.hops[0].url if answer.hops else url)
    try:
        visit = visit_of(asked, fragment, now)
    except Exception:  # a page is anybody's work
        visit = visit_of(replace(asked, body=b"", cut=True), fragment, now)
    return replace(visit, url=url)
