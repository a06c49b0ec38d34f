"""All addresses of a run: host by host, each at its own pace, until the end or Ctrl-C."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import aclosing, suppress
from dataclasses import replace

from contentlint.web.addresses import Address, AddressError, parsed
from contentlint.web.answer import Answer, Trouble
from contentlint.web.following import Web
from contentlint.web.names import Lookup
from contentlint.web.policy import Policy

Progress = Callable[[int, int], None]
"""Is told how many addresses are done, and of how many."""
Use = Callable[[list[str], Answer], Awaitable[None]]
"""Takes addresses that ask for the same, as they were given, and the answer."""

_LANES = 4
"""Hosts that are seen to at a time, for each request that there may be at once."""
_GRACE = 0.5
"""Seconds that what is under way may take to end once it is told to."""


class Run:
    """One run over some addresses. Addresses that ask for the same are asked for once."""

    def __init__(
        self,
        urls: Iterable[str],
        policy: Policy,
        *,
        progress: Progress | None = None,
        lookup: Lookup | None = None,
    ) -> None:
        """Sort the addresses by host."""
        self._policy = policy
        self._progress = progress
        self._lookup = lookup
        self._pages: dict[str, list[str]] = {}
        self._hosts: dict[str, deque[Address]] = {}
        self._refused: list[Answer] = []
        self._left = dict.fromkeys(urls)
        self._total = len(self._left)
        for url in self._left:
            self._sort(url)

    def _sort(self, url: str) -> None:
        try:
            address = parsed(url)
        except AddressError as error:
            self._refused.append(Answer(url, trouble=Trouble.ADDRESS, detail=str(error), tries=0))
            return
        same = self._pages.setdefault(address.key, [])
        if not same:
            self._hosts.setdefault(address.host, deque()).append(address)
        same.append(url)

    async def each(self, use: Use) -> None:
        """Ask for all, and have each answer used, as it comes. Whoever cancels it has the rest."""
        for answer in self._refused:
            await self._used(answer, [answer.url], use)
        async with Web(self._policy, self._lookup) as web:
            hosts = iter(sorted(self._hosts.items(), key=lambda host: -len(host[1])))
            count = min(len(self._hosts), _LANES * self._policy.at_once)
            lanes = [asyncio.ensure_future(self._lane(hosts, web, use)) for _ in range(count)]
            try:
                await asyncio.gather(*lanes)
            finally:
                for lane in lanes:
                    lane.cancel()
                if lanes:
                    await asyncio.wait(lanes, timeout=_GRACE)

    def rest(self) -> list[str]:
        """Return the addresses of which nothing is known yet."""
        return list(self._left)

    async def _lane(self, hosts: Iterable[tuple[str, deque[Address]]], web: Web, use: Use) -> None:
        for name, queue in hosts:
            count = min(len(queue), self._policy.per_host)
            web.manners.host(name).waiting += len(queue)
            async with asyncio.TaskGroup() as group:
                for _ in range(count):
                    group.create_task(self._work(name, queue, web, use))

    async def _work(self, name: str, queue: deque[Address], web: Web, use: Use) -> None:
        while queue:
            address = queue.popleft()
            urls = self._pages[address.key]
            web.manners.host(name).waiting -= 1
            room = web.room()
            try:
                answer = await web.answer(urls[0], room=room, address=address)
                await self._used(answer, urls, use)
            finally:
                room.leave()

    async def _used(self, answer: Answer, urls: list[str], use: Use) -> None:
        await use(urls, answer)
        for url in urls:
            self._left.pop(url, None)
        if self._progress:
            self._progress(self._total - len(self._left), self._total)


def stopped(url: str) -> Answer:
    """Return the answer for an address that was not asked, since somebody stopped the run."""
    return Answer(url, trouble=Trouble.STOPPED, detail="the run was stopped", tries=0)


def finished(run: Run, use: Use) -> None:
    """Do a run to its end, or until Ctrl-C: then what is left counts as stopped."""
    asyncio.run(_finished(run, use))


async def _finished(run: Run, use: Use) -> None:
    with suppress(asyncio.CancelledError):  # asyncio.run makes one of Ctrl-C
        await run.each(use)
    task = asyncio.current_task()
    if task is not None:
        task.uncancel()
    for url in run.rest():
        await use([url], stopped(url))


async def answers(
    urls: Iterable[str],
    policy: Policy,
    progress: Progress | None = None,
    *,
    lookup: Lookup | None = None,
) -> AsyncIterator[Answer]:
    """Yield the answer for each address, as they come, with the address as it was given.

    An answer is to be let go of before the next: its body may be large. ``lookup`` stands in for
    the system's look-up of names. Raises ValueError for a policy that cannot be understood.
    """
    run = Run(urls, policy, progress=progress, lookup=lookup)
    queue: asyncio.Queue[Answer] = asyncio.Queue(1)

    async def put(urls: list[str], answer: Answer) -> None:
        for url in urls:
            await queue.put(replace(answer, url=url))

    task = asyncio.create_task(run.each(put))
    try:
        async with aclosing(_until(task, queue)) as found:
            async for answer in found:
                yield answer
        await task
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _until(
    task: "asyncio.Task[None]", queue: "asyncio.Queue[Answer]"
) -> AsyncGenerator[Answer, None]:
    while True:
        next_one = asyncio.ensure_future(queue.get())
        await asyncio.wait({task, next_one}, return_when=asyncio.FIRST_COMPLETED)
        if not next_one.done():
            next_one.cancel()
            return
        yield next_one.result()
