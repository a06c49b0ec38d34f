"""A small server on loopback that says exactly what a test tells it to, byte for byte."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from contentlint.web.answer import Answer
from contentlint.web.policy import Policy
from contentlint.web.run import Run, finished

Says = bytes | Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Request:
    path: str
    headers: dict[str, str]
    at: float = field(default_factory=time.monotonic)


@dataclass
class Site:
    """``says`` holds what is said to each path: bytes, or what writes them."""

    port: int = 0
    says: dict[str, Says] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    busy: int = 0
    busiest: int = 0
    open: int = 0
    """Connections."""

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self.answer(head, writer)
                await writer.drain()
                if b"\r\nconnection: close\r\n" in head.lower():
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()

    async def answer(self, head: bytes, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        request = Request(first.split(" ")[1], headers)
        self.asked.append(request)
        self.busy += 1
        self.busiest = max(self.busy, self.busiest)
        try:
            says = self.says.get(request.path, said("not found", "404 Not Found"))
            if isinstance(says, bytes):
                writer.write(says)
            else:
                await says(request, writer)
        finally:
            self.busy -= 1


def said(body: str | bytes = "", status: str = "200 OK", **headers: object) -> bytes:
    body = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    given = {"content-type": "text/html", "content-length": len(body), **named}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@pytest.fixture
def site() -> Iterator[Site]:
    site, ready = Site(), threading.Event()
    loop = asyncio.new_event_loop()
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(site.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def main() -> None:
        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        site.port = server.sockets[0].getsockname()[1]
        ready.set()
        try:
            await asyncio.Event().wait()
        finally:
            server.close()
            for task in list(tasks):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    task = loop.create_task(main())
    thread = threading.Thread(target=lambda: _ended(loop, task))
    thread.start()
    assert ready.wait(10)
    yield site
    loop.call_soon_threadsafe(task.cancel)
    thread.join(10)


def _ended(loop: asyncio.AbstractEventLoop, task: asyncio.Task[None]) -> None:
    try:
        loop.run_until_complete(task)
    except asyncio.CancelledError:
        pass
    finally:
        loop.close()


@dataclass
class Asker:
    policy: Policy
    names: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, *urls: str, **changes: object) -> list[Answer]:
        """Return the answers for some addresses, in their order."""
        found: dict[str, Answer] = {}

        async def use(same: list[str], answer: Answer) -> None:
            found.update(dict.fromkeys(same, answer))

        policy = replace(self.policy, **changes)  # type: ignore[arg-type]
        finished(Run(urls, policy, lookup=self.lookup), use)
        return [found[url] for url in urls]

    def lookup(self, name: str) -> list[str]:
        import socket

        if name not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self.names[name]


@pytest.fixture
def ask(site: Site) -> Asker:
    """Ask the web under a policy that allows the site; names are those that a test gives."""
    allowed = (f"127.0.0.1:{site.port}",)
    return Asker(Policy(gap=0.0, connect=2.0, total=4.0, budget=20.0, allowed=allowed))


@pytest.fixture
def say() -> Callable[..., bytes]:
    return said
