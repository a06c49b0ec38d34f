"""How a host is treated: how many requests at once, how far apart, and when it is left alone."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from contentlint.patterns import pattern
from contentlint.web.answer import Trouble
from contentlint.web.failure import Failed
from contentlint.web.policy import Policy

TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, *range(520, 531)})
"""Statuses that a second try may better; 52x are those of Cloudflare, whose origin is down."""
_AGAIN = frozenset({Trouble.TIMEOUT, Trouble.CLOSED, Trouble.NO_NAMES})
_NO_IP = frozenset({Trouble.NO_HOST, Trouble.NO_NAMES, Trouble.OFFLINE})
_SLOW = 5.0
"""Seconds of a request from which on its host counts as slow."""
_SILENT = 3
"""Time-outs of a host that never answered anything, after which it is asked no more."""
_WIDEST = 2.0
"""Seconds between requests to a host that says that there are too many."""
_SECONDS = pattern(r"\s*(\d{1,12})(?:\.\d{0,9})?\s*")


class Host:
    """What is known of one host in this run."""

    def __init__(self, policy: Policy) -> None:
        """Begin with nothing known."""
        self.slots = asyncio.Semaphore(policy.per_host)
        self.gap = policy.gap
        self.next = 0.0
        """When the next request may go out; times are those of the monotonic clock."""
        self.dead: dict[int, Failed] = {}
        """Why a port is asked no more; port 0 stands for all of them."""
        self.answered = False
        self.silent = 0
        self.waiting = 0
        """Addresses of this host that wait for their turn."""
        self._lost = 0.0
        self._lost_until = 0.0

    def lose(self, start: float, end: float) -> None:
        """Note a span of time in which it was waited for; what overlaps counts once."""
        self._lost += max(end - max(start, self._lost_until), 0.0)
        self._lost_until = max(self._lost_until, end)

    @property
    def lost(self) -> float:
        """Seconds that it was waited for so far."""
        return self._lost


class Manners:
    """The manners of one run towards all hosts."""

    def __init__(self, policy: Policy) -> None:
        """Start the clock of the run."""
        self._policy = policy
        self._all = asyncio.Semaphore(policy.at_once)
        self._hosts: dict[str, Host] = {}
        self._end = time.monotonic() + policy.budget

    def host(self, name: str) -> Host:
        """Return what is known of a host."""
        name = name.removesuffix(".")
        return self._hosts.get(name) or self._hosts.setdefault(name, Host(self._policy))

    def left(self) -> float:
        """Return the seconds that are left of the run."""
        return self._end - time.monotonic()

    @asynccontextmanager
    async def turn(self, name: str, port: int) -> AsyncIterator[Host]:
        """Wait for a turn at a host, and hold it. Raises Failed if it is asked no more."""
        host = self.host(name)
        self._check(host, port)
        async with host.slots:
            await self._pause(host, port)
            async with self._all:
                self._check(host, port)
                yield host

    async def _pause(self, host: Host, port: int) -> None:
        while True:
            self._check(host, port)
            now = time.monotonic()
            if host.next <= now:
                host.next = now + host.gap
                return
            if host.next >= self._end:
                raise self.out_of_time()
            await asyncio.sleep(host.next - now)

    def _check(self, host: Host, port: int) -> None:
        dead = host.dead.get(0) or host.dead.get(port)
        if dead:
            raise dead.bare()
        if host.lost > self._policy.host_time:
            raise Failed(Trouble.BUDGET, f"its host was waited for for {host.lost:.0f} s")
        if self.left() <= 0:
            raise self.out_of_time()

    def out_of_time(self) -> Failed:
        """Return what is so once the run is over."""
        return Failed(Trouble.BUDGET, f"the run had {self._policy.budget:.3g} s")

    def heard(self, host: Host, status: int, seconds: float) -> None:
        """Note an answer."""
        host.answered, host.silent = True, 0
        if seconds > _SLOW:
            host.lose(time.monotonic() - seconds, time.monotonic())
        if status == 429:
            host.gap = min(max(2 * host.gap, 0.25), max(_WIDEST, host.gap))

    def failed(self, host: Host, port: int, failed: Failed, seconds: float, last: bool) -> None:
        """Note that no answer came; ``last`` if it is not tried again."""
        if failed.trouble is Trouble.TIMEOUT:
            host.lose(time.monotonic() - seconds, time.monotonic())
            host.silent += 1
            if host.silent >= _SILENT and not host.answered:
                host.dead[port] = failed.bare()
        elif failed.trouble in _NO_IP and (last or failed.trouble is Trouble.NO_HOST):
            host.dead[0] = failed.bare()
        elif last and failed.trouble is Trouble.CLOSED and not host.answered:
            host.dead[port] = failed.bare()

    def again(self, failed: Failed, retried: int) -> float | None:
        """Return the seconds to wait before another try, after so many more; None for none."""
        most = min(self._policy.retries, 1 if failed.trouble is Trouble.TIMEOUT else 9)
        return backoff(retried) if failed.trouble in _AGAIN and retried < most else None

    def asked_to_wait(
        self, host: Host, status: int, headers: Mapping[str, str], retried: int
    ) -> float | None:
        """Return the seconds to wait after an answer that is temporary; None to leave it at that.

        Raises Failed if it asks for more patience than there is; nobody asks that host again.
        """
        if status not in TEMPORARY:
            return None
        asked = retry_after(headers) if status in (429, 503) else None
        if asked is not None and asked > self._policy.patience:
            failed = Failed(Trouble.PATIENCE, f"it asks to come back in {_spelt(asked)}")
            host.dead[0] = failed.bare()
            raise failed
        if retried >= self._policy.retries:
            return None
        wait = max(asked or 0.0, backoff(retried))
        if asked is not None or status == 429:
            now = time.monotonic()
            host.next = max(host.next, now + wait)
            host.lose(now, now + wait)
        return wait


def backoff(retried: int) -> float:
    """Return the seconds to wait after so many retries: twice as many each time, more or less."""
    return float(0.5 * 2**retried * random.uniform(0.75, 1.25))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a Retry-After asks for; None without one that can be understood.

    A date is held against that of the answer: the server's clock may be wrong, but is its own.
    """
    text = headers.get("retry-after", "")
    match = _SECONDS.fullmatch(text)
    if match:
        return float(match[1])
    until = _date(text)
    if until is None:
        return None
    now = _date(headers.get("date", "")) or datetime.now(UTC)
    return max((until - now).total_seconds(), 0.0)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text[:100])
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _spelt(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    if seconds < 7_200:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3_600:,.0f} hours"
