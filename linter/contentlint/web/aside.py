"""What would hold up the loop is done in threads that nobody has to wait for at the end.

Not in the loop's own pool: a look-up of a name may hang for half a minute, and a program waits for
the threads of a pool before it ends.
"""

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
_Job = tuple[asyncio.AbstractEventLoop, "asyncio.Future[Any]", Callable[[], Any]]


async def aside(function: Callable[[], T]) -> T:
    """Return what a function returns, called in a thread of its own."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()
    threading.Thread(target=_work, args=(loop, future, function), daemon=True).start()
    return await future


class Bench:
    """One thread that does one thing after the other.

    What it sets free it uses again; each thread has its own share of memory, so many of them would
    take many times the room.
    """

    def __init__(self) -> None:
        """Begin without a thread."""
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._begun = False

    async def do(self, function: Callable[[], T]) -> T:
        """Return what a function returns."""
        if not self._begun:
            threading.Thread(target=self._all, daemon=True).start()
            self._begun = True
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put((loop, future, function))
        return await future

    def close(self) -> None:
        """Let the thread end after what it is at."""
        self._jobs.put(None)

    def _all(self) -> None:
        while (job := self._jobs.get()) is not None:
            _work(*job)


def _work(
    loop: asyncio.AbstractEventLoop, future: "asyncio.Future[T]", function: Callable[[], T]
) -> None:
    if future.cancelled():
        return
    settle: Callable[..., None] = future.set_result
    try:
        result: object = function()
    except Exception as caught:
        result, settle = caught, future.set_exception
    try:
        loop.call_soon_threadsafe(_settle, future, settle, result)
    except RuntimeError:  # the loop has ended meanwhile
        return


def _settle(future: "asyncio.Future[Any]", settle: Callable[..., None], result: object) -> None:
    if not future.done():
        settle(result)
