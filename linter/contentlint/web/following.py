"""From an address to its last answer: redirects by hand, each hop as guarded as the first."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self

import httpx

from contentlint._version import __version__
from contentlint.web.addresses import Address, AddressError, parsed
from contentlint.web.answer import Answer, Hop, Trouble
from contentlint.web.cookies import Cookies
from contentlint.web.failure import LONGEST_DETAIL, Failed
from contentlint.web.fetching import Page, Room, fetched, request_for
from contentlint.web.guard import Guard
from contentlint.web.manners import Host, Manners
from contentlint.web.names import Lookup, Names
from contentlint.web.policy import Policy
from contentlint.web.transport import Carrier

_LARGE_AT_ONCE = 3
"""Large bodies in memory at a time, each of up to ``Policy.inflated`` bytes."""
_OURS = f"contentlint/{__version__} (+https://github.com/contentlint/contentlint)"
_HEADERS = {
    "accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "accept-language": "en,*;q=0.5",
    "accept-encoding": "gzip, deflate",
}
_NEVER_CROSS = frozenset({"authorization", "cookie", "proxy-authorization"})


class Web:
    """One run: its connections, and what it has learnt of hosts. It needs a running loop."""

    def __init__(self, policy: Policy, lookup: Lookup | None = None) -> None:
        """Raise ValueError for a policy that allows or keeps secret what cannot be understood."""
        self.policy = policy
        self.manners = Manners(policy)
        self._secrets = _by_origin(policy)
        self._large = asyncio.Semaphore(_LARGE_AT_ONCE)
        self._guard = Guard(policy.allowed)
        self._names = Names(self._guard, lookup)
        self._carrier = Carrier(policy, self._names, self._guard)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._carrier.aclose()

    def room(self) -> Room:
        """Return the claim of one address to room for a large body; whoever asks must leave it."""
        return Room(self._large)

    async def may_tell_of(self, url: str) -> bool:
        """Whether others may be told of an address: it was not reached by an exception.

        Names are looked up only where a network is allowed, to which any of them may lead.
        """
        try:
            host = parsed(url).host
        except AddressError:
            return False
        if self._guard.names(host):
            return False
        return not self._guard.has_networks or await self._names.is_public(host)

    async def answer(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        room: Room | None = None,
        address: Address | None = None,
    ) -> Answer:
        """Return what comes of an address, whatever comes. Nothing is raised but a cancellation.

        ``headers`` go along to all hops, except for credentials, which stay with the origin.
        ``address`` is the url as it is read, where somebody has done so.
        """
        place = room or self.room()
        way = _Way(self, url, headers or {}, place)
        try:
            await way.go(address or _address(url))
        except Failed as failed:
            return way.end(failed)
        except Exception as error:  # one address, one answer
            words = f"{type(error).__name__}: {error}"
            return replace(way.end(Failed(Trouble.GARBLED, words)), bug=words[:LONGEST_DETAIL])
        finally:
            if room is None:
                place.leave()
        return way.end()

    def headers_for(self, address: Address, given: Mapping[str, str]) -> dict[str, str]:
        """Return the headers of a request, with the secrets of exactly its origin."""
        agent = {"user-agent": self.policy.user_agent or _OURS}
        return {**_HEADERS, **agent, **given, **self._secrets.get(address.origin, {})}

    async def fetched(self, request: httpx.Request, room: Room, left: float) -> Page:
        """Return one answer, read within some seconds. Raises Failed."""
        left = min(left, self.manners.left())
        try:
            page = await fetched(self._carrier, request, self.policy, room, left)
        except Failed as failed:
            self._check_time(failed.trouble)
            raise
        self._check_time(page.trouble)
        return page

    def _check_time(self, trouble: Trouble | None) -> None:
        """Raise Failed if it was not the address that was late, but the run."""
        if trouble is Trouble.TIMEOUT and self.manners.left() <= 0:
            raise self.manners.out_of_time()


class _Way:
    """The way of one address, hop by hop."""

    def __init__(self, web: Web, url: str, given: Mapping[str, str], room: Room) -> None:
        self._web = web
        self._url = url
        self._given = {name.lower(): value for name, value in given.items()}
        self._room = room
        self._cookies = Cookies()
        self._home = ""
        self._hops: list[Hop] = []
        self._tries = 0
        self._retried = 0
        self._left = web.policy.total
        self._seconds = 0.0
        self._notes: list[str] = []
        self._last = Page(0, {})

    async def go(self, address: Address) -> None:
        """Go from an address to the end. Raises Failed where it ends before."""
        self._home = address.origin
        seen: set[tuple[str, str]] = set()
        while True:
            seen.add((address.url, self._cookies.header(address)))
            page = await self._page(address)
            self._arrive(address, page)
            onward = None if page.trouble else _onward(address, page)
            if onward is None:
                return
            self._depart(address, onward, seen)
            address = onward

    def end(self, failed: Failed | None = None) -> Answer:
        """Return the answer that the way has come to."""
        page = self._last
        trouble = failed.trouble if failed else page.trouble
        words = [*self._notes, failed.detail if failed else page.detail]
        return Answer(
            self._url,
            tuple(self._hops),
            page.headers,
            b"" if failed else page.body,
            page.cut,
            trouble,
            "; ".join(each for each in words if each),
            self._tries,
            self._seconds,
        )

    def _arrive(self, address: Address, page: Page) -> None:
        self._hops.append(Hop(address.url, page.status))
        self._left -= page.seconds
        self._last = page
        self._cookies.take(address, page.cookies)

    def _depart(self, here: Address, onward: Address, seen: set[tuple[str, str]]) -> None:
        if (onward.url, self._cookies.header(onward)) in seen:
            raise Failed(Trouble.LOOP, f"it leads back to {onward.url}")
        if len(self._hops) > self._web.policy.hops:
            raise Failed(Trouble.HOPS, f"it leads on more than {self._web.policy.hops} times")
        if here.scheme == "https" and onward.scheme == "http":
            self._notes.append("it leads from https to http")
        self._room.leave()

    async def _page(self, address: Address) -> Page:
        """Return one answer, after as many tries as the manners allow. Raises Failed."""
        while True:
            async with self._web.manners.turn(address.host, address.port) as host:
                page, wait = await self._tried(address, host)
            if page is not None:
                return page
            self._retried += 1
            await asyncio.sleep(min(wait, max(self._web.manners.left(), 0.0)))

    async def _tried(self, address: Address, host: Host) -> tuple[Page | None, float]:
        """Return an answer, or the seconds to wait before the next try. Raises Failed."""
        request = request_for(address, self._headers(address), last=host.waiting <= 0)
        started = time.monotonic()
        self._tries += 1
        try:
            page = await self._web.fetched(request, self._room, self._left)
            wait = self._again(page)
        except Failed as failed:
            return None, self._lost(failed, address, host, started)
        finally:
            self._seconds += time.monotonic() - started
        return self._judged(page, host) if wait is None else (None, wait)

    def _again(self, page: Page) -> float | None:
        """Return the seconds to wait before another try where an answer ended with its headers."""
        failed = Failed(page.trouble, page.detail) if page.trouble else None
        return self._web.manners.again(failed, self._retried) if failed else None

    def _lost(self, failed: Failed, address: Address, host: Host, started: float) -> float:
        manners, spent = self._web.manners, time.monotonic() - started
        wait = manners.again(failed, self._retried)
        manners.failed(host, address.port, failed, spent, last=wait is None)
        if wait is None:
            raise failed
        return wait

    def _judged(self, page: Page, host: Host) -> tuple[Page | None, float]:
        manners = self._web.manners
        manners.heard(host, page.status, page.seconds)
        try:
            wait = manners.asked_to_wait(host, page.status, page.headers, self._retried)
        except Failed as failed:
            page.trouble, page.detail = failed.trouble, failed.detail
            return page, 0.0
        if wait is None:
            return page, 0.0
        self._room.leave()
        self._notes.append(f"it answered {page.status} and was asked again {wait:.1f} s later")
        return None, wait

    def _headers(self, address: Address) -> dict[str, str]:
        given = self._given
        if address.origin != self._home:
            given = {name: each for name, each in given.items() if name not in _NEVER_CROSS}
        headers = self._web.headers_for(address, given)
        cookie = self._cookies.header(address)
        if cookie:
            headers["cookie"] = "; ".join(filter(None, (headers.get("cookie"), cookie)))
        return headers


def _address(url: str) -> Address:
    try:
        return parsed(url)
    except AddressError as error:
        raise Failed(Trouble.ADDRESS, str(error)) from error


def _onward(address: Address, page: Page) -> Address | None:
    """Return where a page leads on to; None if it does not. Raises Failed for no address."""
    try:
        return parsed(page.location, address) if page.location else None
    except AddressError as error:
        words = f"it leads to “{page.location[:100]}”: {error}"
        raise Failed(Trouble.ADDRESS, words) from error


def _by_origin(policy: Policy) -> dict[str, Mapping[str, str]]:
    return {
        _origin(written): {name.lower(): value for name, value in headers.items()}
        for written, headers in policy.secrets.items()
    }


def _origin(written: str) -> str:
    """Return an origin in its one spelling. Raises ValueError for anything with more to it."""
    address = parsed(written)
    if address.url.count("/") != 3 or not address.url.endswith("/") or address.fragment:
        raise ValueError(f"“{written}” is no origin, which has a scheme, a host and maybe a port")
    return address.origin
