"""Serves addresses that each do one thing that addresses on the web do, on 200 loopback hosts.

Answers are made before anybody asks. ``/KIND/…`` says what an address does.
"""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

HOSTS = 200
_WORDS = (
    "steel iron furnace coal river harbour market price ton energy carbon winter factory worker "
    "report figure century village bridge engine water copper share growth trade council"
)
WORDS = _WORDS.split()


def hosts() -> list[str]:
    return [f"127.77.{number // 100}.{number % 100 + 1}" for number in range(HOSTS)]


def _answer(body: str, status: int = 200, **headers: str) -> bytes:
    raw = body.encode()
    given = {"content-type": "text/html; charset=utf-8", "content-length": str(len(raw)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status} x\r\n{lines}\r\n".encode() + raw


def _article(dice: random.Random) -> str:
    parts = (" ".join(dice.choices(WORDS, k=60)) for _ in range(18))
    text = "".join(
        f'<p class="text">{part} <a href="/page/x">{part[:9]}</a>.</p>\n' for part in parts
    )
    return f"<!doctype html><html lang=en><title>Of steel</title><h1>Of steel</h1>{text}"


ARTICLE = _article(random.Random(3))
SOFT = "<title>Page not found</title><h1>Page not found</h1><p>The page you seek does not exist."
FORM = "<title>Sign in</title><h1>Sign in</h1><form><input type=password name=p></form>"
CHALLENGE = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"
FINE = _answer(ARTICLE)
ANSWERS: dict[str, tuple[bytes, ...]] = {
    "page": (FINE,),
    "": (FINE,),
    "moved": (_answer("", 301, location="/page/b/new-place"),),
    "lent": (_answer("", 302, location="/page/b/other-place"),),
    "chain": (_answer("", 301, location="/moved/a"),),
    "once-503": (_answer("", 503), FINE),
    "once-500": (_answer("", 500), FINE),
    "later": (_answer("", 429, retry_after="1"), FINE),
    "reset-once": (b"", FINE),
    "slow": (FINE,),
    "no-head": (FINE,),
    "empty": (b"HTTP/1.1 204 x\r\n\r\n",),
    "alike": (_answer(ARTICLE.replace("Of steel", "How to design a 404 page")),),
    "gone": (_answer("Gone", 410),),
    "missing": (_answer(SOFT, 404),),
    "moved-away": (_answer("", 301, location="/missing/b"),),
    "head-liar": (_answer(SOFT, 404),),
    "soft": (_answer(SOFT),),
    "sent-home": (_answer("", 302, location="/"),),
    "parked": (_answer("<title>x.org</title><p>This domain is for sale."),),
    "always-500": (_answer("", 500),),
    "resets": (b"",),
    "forbidden": (_answer("No", 403),),
    "linkedin": (_answer("No", 999),),
    "challenge": (_answer(CHALLENGE, 503),),
    "members": (_answer("", 302, location="/signin?next=a"),),
    "signin": (_answer(FORM),),
}


class Protocol(asyncio.Protocol):
    """One connection; requests have no bodies."""

    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        self.left = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self.left += data
        while (end := self.left.find(b"\r\n\r\n")) >= 0:
            head, self.left = self.left[:end], self.left[end + 4 :]
            self.answer(head)

    def answer(self, head: bytes) -> None:
        method, path, _ = head.split(b" ", 2)
        name = path.split(b"/", 2)[1].partition(b"?")[0].decode()
        if name == "cookie":
            self.transport.write(self._cookie(head, path))
            return
        answers = ANSWERS.get(name) or ANSWERS["missing"]
        said = answers[0] if len(answers) == 1 else answers[min(self._count(head, path), 2) - 1]
        if method == b"HEAD":
            said = _answer("", 405) if name == "no-head" else FINE if name == "head-liar" else said
            said = said.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        if not said:
            self.transport.abort()
        elif name == "slow":
            asyncio.get_running_loop().call_later(1, self.transport.write, said)
        else:
            self.transport.write(said)

    def _count(self, head: bytes, path: bytes) -> int:
        host = head.lower().partition(b"\r\nhost:")[2].partition(b"\r\n")[0]
        key = (host + path).decode()
        self.counts[key] += 1
        return self.counts[key]

    def _cookie(self, head: bytes, path: bytes) -> bytes:
        if b"seen=1" in head:
            return FINE
        return _answer("", 302, location=path.decode(), set_cookie="seen=1; path=/")


async def serve() -> None:
    """Serve on all hosts on one port, which is printed, until the standard input ends."""
    loop = asyncio.get_running_loop()
    first = await loop.create_server(Protocol, hosts()[0], 0, backlog=512)
    port = first.sockets[0].getsockname()[1]
    for host in hosts()[1:]:
        await loop.create_server(Protocol, host, port, backlog=512)
    print(port, flush=True)
    await asyncio.to_thread(sys.stdin.read)


@contextmanager
def serving() -> Iterator[int]:
    """Run a server of its own for each tool, since some answers differ the second time."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, __file__], stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        assert process.stdin
        try:
            yield int(process.stdout.readline())
        finally:
            process.stdin.close()


if __name__ == "__main__":
    asyncio.run(serve())
