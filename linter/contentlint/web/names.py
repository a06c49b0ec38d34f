"""From the name of a host to its IP addresses, once a run, past the guard."""

import asyncio
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from contentlint.web.answer import Trouble
from contentlint.web.aside import aside
from contentlint.web.failure import Failed
from contentlint.web.guard import Guard, is_literal, is_public

Lookup = Callable[[str], Iterable[str]]
"""Gives the IP addresses of a name, or raises socket.gaierror. It is called in a thread."""

_CONTROL = "example.com"
"""A name that exists: without a connection some systems say of any name that it does not."""
_NO_SUCH = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_WORDS = "no name at all could be looked up"
_PASSING = (Trouble.NO_NAMES, Trouble.OFFLINE)
_AT_ONCE = 32
_DEAF = 30.0
"""Seconds for which it counts that no name could be looked up, before it is tried again."""
_ENOUGH = 16
"""Names in a row that could not be looked up, after which others are not even tried meanwhile."""


class Offline(socket.gaierror):
    """No name of the internet can be looked up: it says nothing of any host."""


class System:
    """The system's own look-up of names."""

    def __init__(self) -> None:
        """Begin without knowing whether it works at all."""
        self._works = False
        self._deaf_until = 0.0
        self._lost = 0

    def __call__(self, name: str) -> list[str]:
        """Ask it. Raises socket.gaierror; Offline where it knows no name of the internet."""
        if self._lost >= _ENOUGH and time.monotonic() < self._deaf_until:
            raise Offline(socket.EAI_AGAIN, _WORDS)
        try:
            return self._asked(name)
        except socket.gaierror as error:
            if self._has_names():
                raise
            self._lost += 1
            raise Offline(socket.EAI_AGAIN, _WORDS) from error

    def _asked(self, name: str) -> list[str]:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        ips = list(dict.fromkeys(str(each[4][0]) for each in found))
        self._works = self._works or any(map(is_public, ips))
        self._lost = 0
        return ips

    def _has_names(self) -> bool:
        if self._works or time.monotonic() < self._deaf_until:
            return self._works
        with suppress(OSError, UnicodeError):
            return bool(self._asked(_CONTROL))
        self._deaf_until = time.monotonic() + _DEAF
        return False


class Names:
    """Resolves names for the transport, and remembers. What it gives has passed the guard."""

    def __init__(self, guard: Guard, lookup: Lookup | None = None) -> None:
        """Take the guard, and what to ask in the place of the system."""
        self._guard = guard
        self._lookup = lookup or System()
        self._known: dict[str, asyncio.Task[list[str]]] = {}
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def permitted(self, host: str, port: int) -> list[str]:
        """Return the IP addresses where a host may be reached. Raises Failed without any."""
        found = [host] if is_literal(host) else await self._resolved(host)
        permitted = [ip for ip in found if self._guard.permits(host, port, ip)]
        if not permitted:
            where = "" if found == [host] else f" (it is at {found[0]})"
            raise Failed(Trouble.PRIVATE, f"{host} is not on the public internet{where}")
        return permitted

    async def is_public(self, host: str) -> bool:
        """Whether a host is at public addresses only, or at none; False where nobody knows."""
        try:
            found = [host] if is_literal(host) else await self._resolved(host)
        except Failed as failed:
            return failed.trouble is Trouble.NO_HOST
        return all(map(is_public, found))

    async def _resolved(self, host: str) -> list[str]:
        task = self._known.get(host)
        if task is None:
            task = self._known[host] = asyncio.create_task(self._look_up(host))
            task.add_done_callback(_seen)
        try:
            return await asyncio.shield(task)
        except Failed as failed:
            if failed.trouble in _PASSING:  # maybe it does later
                self._known.pop(host, None)
            raise

    async def _look_up(self, host: str) -> list[str]:
        try:
            async with self._slots:
                found = list(await aside(lambda: self._lookup(host)))
        except Offline as error:
            raise Failed(Trouble.OFFLINE, f"{host}: {error.strerror}") from error
        except socket.gaierror as error:
            trouble = Trouble.NO_HOST if error.errno in _NO_SUCH else Trouble.NO_NAMES
            raise Failed(trouble, f"{host}: {error.strerror or error}") from error
        except (OSError, UnicodeError) as error:
            raise Failed(Trouble.NO_NAMES, f"{host}: {error}") from error
        if not found:
            raise Failed(Trouble.NO_HOST, f"{host} has no address")
        return found


def _seen(task: asyncio.Task[list[str]]) -> None:
    """Look at a failure that nobody waits for any more, so that it is not told as forgotten."""
    if not task.cancelled():
        task.exception()
