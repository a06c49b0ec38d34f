"""A server that does to its visitors what servers of the web do, and what nobody should.

It listens on loopback alone. A case is an address, what it does, and what that is worth; each has a
name of its own (``<case>.test``), so that no case spoils another: hosts are remembered. Run as a
program it serves until Ctrl-C and prints its cases.
"""

import asyncio
import socket
import ssl
import struct
import sys
import threading
import time
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import trustme

MIB = 1 << 20
WORDS = "Steel is made of iron, and of coal that nobody wants to burn any longer. "
ARTICLE = f"<!doctype html><title>Steel</title><h1 id=steel>Steel</h1><p>{WORDS * 40}</p>"
FORM = "<form><input name=user><input type=password name=secret></form>"


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    time: int
    """How many requests for this path there were, with this one."""


class Talk:
    """What a case may say: whole answers, or bytes at its own pace."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.over = False

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def close(self) -> None:
        self.over = True

    def reset(self) -> None:
        """End the connection with RST, as a machine does that knows nothing of it."""
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
        self.over = True


Act = Callable[[Request, Talk], Awaitable[None]]


class Case(NamedTuple):
    """``verdict`` may be several, with “|” between; ``reason`` is a part of the words for it."""

    name: str
    act: Act
    verdict: str
    reason: str = ""
    missing: bool = False
    fragment: str = ""
    kind: str = ""
    """“hostile”: it costs time or memory. “forbidden”: it leads where nobody may go."""


def page(
    body: str | bytes = ARTICLE, status: int | str = 200, media: str = "text/html", **headers: str
) -> bytes:
    """Return an answer as it goes over the wire."""
    raw = body.encode() if isinstance(body, str) else body
    given = {"content-type": media, "content-length": str(len(raw))}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    return f"HTTP/1.1 {status} x\r\n{lines}\r\n".encode("utf-8", "surrogateescape") + raw


def says(*answers: bytes) -> Act:
    """Return what says one answer after the other, the last one for ever."""

    async def act(request: Request, talk: Talk) -> None:
        answer = answers[min(request.time, len(answers)) - 1]
        if request.method == "HEAD":
            answer = answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        await talk.send(answer)

    return act


def leads(to: str, status: int = 302, **headers: str) -> Act:
    return says(page("", status, location=to, **headers))


def titled(title: str, text: str = "Go to the start page.") -> str:
    return f"<title>{title}</title><h1>{title}</h1><p>{text}</p>"


def chain(length: int, status: int = 301) -> Act:
    """Return what leads on a number of times: “/case?3” to “/case?2”."""

    async def act(request: Request, talk: Talk) -> None:
        path, _, left = request.path.partition("?")
        number = int(left) if left else length
        await talk.send(page("", status, location=f"{path}?{number - 1}") if number else page())

    return act


async def circle_with_cookies(request: Request, talk: Talk) -> None:
    """Lead back to itself with a cookie that is new each time."""
    await talk.send(page("", 302, location=request.path, set_cookie=f"n={request.time}; path=/"))


async def wants_cookies(request: Request, talk: Talk) -> None:
    if "seen=1" in request.headers.get("cookie", ""):
        await talk.send(page())
    else:
        await talk.send(page("", 302, location=request.path, set_cookie="seen=1; path=/"))


def head_trap(status: int, get: int = 200) -> Act:
    async def act(request: Request, talk: Talk) -> None:
        await talk.send(page("", status) if request.method == "HEAD" else page(status=get))

    return act


async def knows_browsers_only(request: Request, talk: Talk) -> None:
    browser = "mozilla" in request.headers.get("user-agent", "").lower()
    await talk.send(page() if browser else page("Forbidden", 403))


async def ends_at_once(_: Request, talk: Talk) -> None:
    talk.close()


async def resets(_: Request, talk: Talk) -> None:
    talk.reset()


async def resets_once(request: Request, talk: Talk) -> None:
    if request.time == 1:
        talk.reset()
    else:
        await talk.send(page())


async def resets_in_the_body(_: Request, talk: Talk) -> None:
    await talk.send(page(ARTICLE, content_length="99999"))
    await asyncio.sleep(0.1)
    talk.reset()


async def ends_in_the_body(_: Request, talk: Talk) -> None:
    await talk.send(page(ARTICLE, content_length="99999"))
    talk.close()


async def ends_in_a_chunk(_: Request, talk: Talk) -> None:
    await talk.send(_chunked() + b"FFFF\r\n" + ARTICLE.encode())
    talk.close()


async def never_answers(_: Request, talk: Talk) -> None:
    await asyncio.sleep(600)


def _chunked(**headers: str) -> bytes:
    return page("", transfer_encoding="chunked", content_length="", **headers)


async def drips_its_head(_: Request, talk: Talk) -> None:
    for byte in page():
        await talk.send(bytes([byte]))
        await asyncio.sleep(1)


async def drips_its_body(_: Request, talk: Talk) -> None:
    await talk.send(page("", content_length="5000"))
    for byte in ARTICLE.encode():
        await talk.send(bytes([byte]))
        await asyncio.sleep(1)


async def endless_head(_: Request, talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        await talk.send(b"x-%d: %s\r\n" % (number, b"a" * 1000))


async def endless_interim(_: Request, talk: Talk) -> None:
    for _ in range(200_000):
        await talk.send(b"HTTP/1.1 103 Early Hints\r\n\r\n")


async def half_a_gigabyte(_: Request, talk: Talk) -> None:
    await talk.send(page("", content_length=str(512 * MIB)))
    part = b"<p>words and more words</p>" * 2400
    for _ in range(512 * MIB // len(part)):
        await talk.send(part)


async def endless_nesting(_: Request, talk: Talk) -> None:
    await talk.send(page("", content_length=""))
    for _ in range(400):
        await talk.send(b"<div>" * 20_000)
    talk.close()


async def endless_chunks(_: Request, talk: Talk) -> None:
    """Send a byte a chunk: five bytes of HTTP for each of the page."""
    await talk.send(_chunked())
    for _ in range(3000):
        await talk.send(b"1\r\na\r\n" * 1000)
    talk.close()


def bomb(encoding: str = "gzip", layers: int = 1) -> Act:
    """Return what sends a megabyte that becomes a gigabyte."""
    packed: list[bytes] = []

    async def act(_: Request, talk: Talk) -> None:
        if not packed:
            packed.append(packed_zeros(1024, gzip=encoding == "gzip"))
        body = packed[0]
        for _ in range(layers - 1):
            body = zlib.compress(body, wbits=31)
        await talk.send(page(body, content_encoding=", ".join([encoding] * layers)))

    return act


def packed_zeros(mebibytes: int, *, gzip: bool) -> bytes:
    """Return many blank bytes, packed: one mebibyte is packed once, and said again and again."""
    packer = zlib.compressobj(9, wbits=31 if gzip else 15)
    start = packer.compress(b"<p>start</p>") + packer.flush(zlib.Z_FULL_FLUSH)
    inner = zlib.compressobj(9, wbits=-15)
    block = inner.compress(b" " * MIB) + inner.flush(zlib.Z_FULL_FLUSH)
    return start + block * mebibytes


def _packed() -> bytes:
    return zlib.compress(ARTICLE.encode(), wbits=31)


def _two_lengths() -> bytes:
    return page().replace(b"content-length", b"content-length: 3\r\ncontent-length")


def http_date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


async def later_by_date(request: Request, talk: Talk) -> None:
    await talk.send(page() if request.time > 1 else page("", 429, retry_after=http_date(1)))


SOFT = {
    "en": titled("Page not found", "Sorry, the page you are looking for does not exist."),
    "fr": titled("Page introuvable", "La page que vous cherchez n’existe pas ou plus."),
    "de": titled("Seite nicht gefunden", "Die gesuchte Seite gibt es nicht."),
    "es": titled("Página no encontrada", "La página que buscas no existe."),
    "it": titled("Pagina non trovata", "La pagina che cerchi non esiste."),
    "pt": titled("Página não encontrada", "A página que procura não existe."),
    "nl": titled("Pagina niet gevonden", "De pagina die u zoekt bestaat niet."),
}
ALIKE = {
    "design": titled("How to design a 404 page", WORDS * 30),
    "status": titled("404 Not Found", WORDS * 90),
    "media": titled("404 Media", WORDS * 20),
    "missing": titled("The missing page", WORDS * 5),
    "sorry": titled("Sorry", "A short poem."),
    "sale": titled("Domains", WORDS * 30 + "This domain is for sale, said the broker."),
    "bots": titled("Just a moment, says the wall", WORDS * 30),
    "captcha": ARTICLE + "<div class=g-recaptcha></div>",
    "form": ARTICLE + FORM,
}
CHALLENGES = {
    "cloudflare": "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
    "anubis": "<title>Making sure you&#39;re not a bot!</title><p id=anubis_challenge>",
    "datadome": "<p>Please<script src='https://geo.captcha-delivery.com/captcha/'></script>",
    "robot": "<title>Robot Check</title><p>Type the characters you see",
}


def _plain_cases() -> Iterator[Case]:
    yield Case("alive", says(page()), "alive")
    yield Case("empty", says(page("")), "alive", "without a page")
    yield Case("no-content", says(b"HTTP/1.1 204 x\r\n\r\n"), "alive", "204")
    yield Case("partial", says(page(status=206, content_range="bytes 0-9/10")), "alive", "206")
    yield Case("choices", says(page(status=300)), "alive")
    yield Case("not-modified", says(b"HTTP/1.1 304 x\r\n\r\n"), "failed", "304")
    yield Case("gone", says(page(status=410)), "dead", "for good")
    yield Case("not-found", says(page(SOFT["en"], 404)), "dead", "no such page")
    yield Case("no-reason", says(b"HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nok"), "alive")
    yield Case("old", says(b"HTTP/1.0 200 OK\r\n\r\n" + ARTICLE.encode()), "alive|failed")
    for status in (402, 403, 406, 418, 429, 451, 999):
        yield Case(f"wall-{status}", says(page("No", status)), "blocked", str(status))
    yield Case("members", says(page("No", 401, www_authenticate="Basic")), "login", "401")
    yield Case("always-500", says(page("No", 500)), "failed", "500")
    yield Case("always-503", says(page("No", 503)), "failed", "503")
    for status in (500, 502, 503, 504):
        yield Case(f"once-{status}", says(page("No", status), page()), "alive")
    yield Case("agents", knows_browsers_only, "blocked", "403")
    yield Case("cookies", wants_cookies, "alive")
    for status, get in ((405, 200), (404, 200), (403, 200), (500, 200)):
        yield Case(f"head-{status}", head_trap(status, get), "alive")
    yield Case("head-liar", head_trap(200, 404), "dead", "404")


def _moving_cases() -> Iterator[Case]:
    yield Case("moved", leads("/new-place", 301), "moved", "/new-place")
    yield Case("moved-308", leads("new-place?a=b#c", 308), "moved", "/new-place")
    yield Case("lent", leads("/new-place", 302), "alive", "time being")
    yield Case("half-moved", leads("/lent", 301), "alive")
    yield Case("moved-to-nothing", leads("/nothing", 301), "dead", "404")
    yield Case("chain-5", chain(5), "moved")
    yield Case("chain-25", chain(25), "failed", "on and on")
    yield Case("circle", leads("/circle"), "failed", "circle")
    yield Case("circle-cookies", circle_with_cookies, "failed", "on and on")
    yield Case("nowhere", says(page("", 302)), "failed", "without saying where")
    yield Case(
        "empty-place",
        says(page("", 302).replace(b"\r\n\r\n", b"\r\nlocation: \r\n\r\n")),
        "failed",
        "without saying where",
    )
    yield Case("bad-place", leads("http://[::bad/"), "refused")
    yield Case("bad-port", leads("http://a.test:99999/"), "refused")
    yield Case("script-place", leads("javascript:alert(1)"), "refused")
    yield Case("file-place", leads("file:///etc/passwd"), "refused")
    yield Case("data-place", leads("data:text/html,<p>x"), "refused")
    yield Case("user-place", leads("http://user:secret@elsewhere.test/"), "refused")
    yield Case("no-host-place", leads("http://nobody.invalid/"), "dead", "no host")
    yield Case("raw-place", leads("/caf\udcc3\udca9 \udcff"), "dead|failed|refused")
    yield Case("long-place", leads("/" + "a" * 7000), "dead|failed|refused")


def _page_cases() -> Iterator[Case]:
    for language, body in SOFT.items():
        yield Case(f"soft-{language}", says(page(body)), "soft-404", "says that there is no such")
    yield Case("soft-place", leads("/errors/404.html"), "soft-404", "not found")
    yield Case("soft-home/a/deep/page", leads("/", 301), "soft-404", "start page")
    yield Case("for-sale", says(page(titled("x.test", "This domain is for sale"))), "soft-404")
    for name, body in ALIKE.items():
        yield Case(f"alike-{name}", says(page(body)), "alive", "(200)")
    yield Case("members-only", leads("/login?next=/a"), "login", "sign in")
    yield Case("login-form", says(page(titled("Sign in", FORM))), "login", "sign in")
    for name, body in CHALLENGES.items():
        yield Case(f"challenge-{name}", says(page(body)), "blocked", "proof")
        yield Case(f"challenge-{name}-503", says(page(body, 503)), "blocked", "proof")
    yield Case("challenge-head", says(page("x", 403, cf_mitigated="challenge")), "blocked", "proof")
    yield Case("fragment", says(page()), "alive", fragment="steel")
    yield Case("fragment-top", says(page()), "alive", fragment="top")
    yield Case("fragment-missing", says(page()), "alive", "“#iron”", True, "iron")
    yield Case("fragment-text", says(page()), "alive", fragment=":~:text=made%20of,coal")
    yield Case("fragment-no-text", says(page()), "alive", "Nothing", True, ":~:text=of%20copper")
    escapes = titled("\x1b[2J\x07::error::x ##[error] \u202e\x9b31m", WORDS * 9)
    yield Case("escapes", says(page(escapes)), "alive")
    yield Case("escapes-place", leads("/new-place?\x1b[2J::error::", 301), "moved|refused|failed")
    accents = f"<meta charset=utf-8><title>Été</title><p>{'déjà vu ' * 99}".encode("cp1252")
    yield Case("charset-wrong", says(page(accents)), "alive")
    yield Case("charset-none", says(page(media="text/html; charset=nonsense-☃")), "alive")
    yield Case("charset-utf16", says(page(("\ufeff" + ARTICLE).encode("utf-16-le"))), "alive")


def _hostile_cases() -> Iterator[Case]:
    hard = [
        Case("later", says(page("", 429, retry_after="1"), page()), "alive"),
        Case("later-date", later_by_date, "alive"),
        Case("later-day", says(page("", 429, retry_after="86400")), "blocked", "come back later"),
        Case("later-year", says(page("", 503, retry_after=http_date(9e7))), "blocked", "later"),
        Case("later-never", says(page("", 429, retry_after="9" * 400)), "blocked"),
        Case("later-words", says(page("", 503, retry_after="soon")), "failed", "503"),
        Case("closed", ends_at_once, "failed", "closed"),
        Case("reset", resets, "failed", "closed"),
        Case("reset-once", resets_once, "alive"),
        Case("reset-body", resets_in_the_body, "alive"),
        Case("truncated", ends_in_the_body, "alive"),
        Case("truncated-chunk", ends_in_a_chunk, "alive"),
        Case("too-long", says(page(ARTICLE, content_length="40")), "alive|failed"),
        Case("silent", never_answers, "timeout", "in time"),
        Case("drip-head", drips_its_head, "timeout", "in time"),
        Case("drip-body", drips_its_body, "alive|timeout"),
        Case("bomb", bomb(), "alive"),
        Case("bomb-deflate", bomb("deflate"), "alive"),
        Case("bomb-layers", bomb(layers=3), "alive"),
        Case("half-a-gigabyte", half_a_gigabyte, "alive"),
        Case("endless-nesting", endless_nesting, "alive"),
        Case("endless-chunks", endless_chunks, "alive"),
        Case("endless-head", endless_head, "failed"),
        Case("endless-interim", endless_interim, "failed|timeout"),
        Case("large-head", says(page(x="a" * MIB)), "failed|alive"),
        Case("garbage", says(b"\x00\xff\x13 SSH-2.0 hello\r\n\r\n" * 40), "failed"),
        Case("bad-status", says(b"HTTP/1.1 20x OK\r\n\r\n"), "failed"),
        Case("bad-length", says(page(content_length="-5")), "failed|alive"),
        Case("huge-length", says(page(content_length="9" * 30)), "failed|alive"),
        Case("two-lengths", says(_two_lengths()), "failed|alive"),
        Case("bad-chunk", says(_chunked() + b"zz\r\nabc\r\n"), "failed|alive"),
        Case("bad-gzip", says(page("no gzip at all", content_encoding="gzip")), "alive|failed"),
        Case("cut-gzip", says(page(_packed()[:-20], content_encoding="gzip")), "alive"),
        Case("brotli", says(page(b"\x0b\x02\x80abc\x03", content_encoding="br")), "alive|failed"),
        Case("zero-head", says(page(x="a\0b")), "failed|alive"),
    ]
    return (case._replace(kind="hostile") for case in hard)


def _forbidden_cases(port: int) -> Iterator[Case]:
    """Yield redirects to a machine that must not be asked, in all spellings."""
    places = {
        "literal": f"http://127.0.0.1:{port}/",
        "other": f"http://127.0.0.2:{port}/",
        "number": f"http://2130706433:{port}/",
        "octal": f"http://0177.0.0.1:{port}/",
        "hex": f"http://0x7f.1:{port}/",
        "short": f"http://127.1:{port}/",
        "zero": f"http://0.0.0.0:{port}/",
        "nought": f"http://0:{port}/",
        "wide": f"http://１２７.0.0.1:{port}/",
        "six": f"http://[::1]:{port}/",
        "mapped": f"http://[::ffff:127.0.0.1]:{port}/",
        "mapped-hex": f"http://[::ffff:7f00:1]:{port}/",
        "nat": f"http://[64:ff9b::7f00:1]:{port}/",
        "localhost": f"http://localhost:{port}/",
        "dot": f"http://localhost.:{port}/",
        "name": f"http://inner.forbidden:{port}/",
        "two": f"//inner.forbidden:{port}/",
        "metadata": "http://169.254.169.254/latest/meta-data/",
        "metadata-name": "http://metadata.forbidden/",
        "private": "http://10.0.0.1/",
        "home": "http://192.168.1.1/",
        "multicast": "http://224.0.0.1/",
        "six-local": "http://[fe80::1]/",
        "six-unique": "http://[fd00::1]/",
    }
    for name, place in places.items():
        yield Case(f"to-{name}", leads(place, 301), "refused", kind="forbidden")


def all_cases(forbidden: int) -> tuple[Case, ...]:
    """Return all cases; some lead to a port that nobody may ask."""
    easy = (*_plain_cases(), *_moving_cases(), *_page_cases())
    return (*easy, *_hostile_cases(), *_forbidden_cases(forbidden))


NAMES = {
    "inner.forbidden": ["127.0.0.1"],
    "metadata.forbidden": ["169.254.169.254"],
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1"],
}


def lookup(name: str) -> list[str]:
    """Stand in for the server for names: ours are at home, some lead where nobody may go."""
    if name.endswith(".test"):
        return ["127.0.0.1"]
    if name in NAMES:
        return NAMES[name]
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@dataclass
class Hostile:
    """The server, in a thread of its own; use it with ``with``."""

    port: int = 0
    forbidden: int = 0
    """A port that nobody may ask; ``trespassers`` counts who did."""
    trespassers: int = 0
    tls: dict[str, int] = field(default_factory=dict)
    """Ports with certificates that are not valid, by what is wrong with them."""
    cases: tuple[Case, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(ready)), daemon=True)
        self._thread.start()
        if not ready.wait(20):
            raise RuntimeError("the server did not start")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(20)

    @property
    def allowed(self) -> tuple[str, ...]:
        """What a policy must allow, so that the cases are asked at all."""
        return tuple(f"127.0.0.1:{port}" for port in (self.port, *self.tls.values()))

    def url(self, case: Case) -> str:
        host = case.name.partition("/")[0]
        return f"http://{host}.test:{self.port}/{case.name}#{case.fragment}".rstrip("#")

    def trust(self, folder: Path) -> Path:
        """Return a file with the authority that stands behind all certificates but one."""
        file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(file))
        return file

    def secure(self, fault: str) -> str:
        """Return an address whose certificate has a fault."""
        return f"https://{fault}.test:{self.tls[fault]}/"

    async def _run(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._authority = trustme.CA()
        servers = [
            await asyncio.start_server(self._connected, "127.0.0.1", 0),
            await asyncio.start_server(self._trespassed, "127.0.0.1", 0),
        ]
        self.port, self.forbidden = (each.sockets[0].getsockname()[1] for each in servers)
        for fault, context in _faulty(self._authority):
            servers.append(await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=context))
            self.tls[fault] = servers[-1].sockets[0].getsockname()[1]
        self.cases = all_cases(self.forbidden)
        self._acts = {f"/{case.name}": case.act for case in self.cases}
        self._acts |= {path: says(page()) for path in ("/new-place", "/", "/errors/404.html")}
        self._acts["/login"] = says(page(titled("Welcome", FORM)))
        ready.set()
        await self._end.wait()
        for server in servers:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _trespassed(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.trespassers += 1
        writer.write(page("<title>Secrets</title><p>All keys of the house"))
        writer.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        talk = Talk(writer)
        try:
            while not talk.over:
                head = await reader.readuntil(b"\r\n\r\n")
                await self._answer(head.decode("latin-1"), talk)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
            pass
        except asyncio.CancelledError:
            pass  # the server ends
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, head: str, talk: Talk) -> None:
        first, *lines = head.strip().split("\r\n")
        method, path, *_ = [*first.split(" "), "", ""]
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        self.counts[path] += 1
        act = self._acts.get(path.partition("?")[0]) or says(page("Nothing", 404))
        await act(Request(method, path, headers, self.counts[path]), talk)


def _faulty(authority: trustme.CA) -> Iterator[tuple[str, ssl.SSLContext | None]]:
    """Yield what is wrong with a certificate, and a server's side of it; None speaks no TLS."""
    now = datetime.now(UTC)
    past = {"not_before": now - timedelta(days=90), "not_after": now - timedelta(days=1)}
    for fault, leaf in (
        ("fine", authority.issue_cert("fine.test")),
        ("untrusted", trustme.CA().issue_cert("untrusted.test")),
        ("expired", authority.issue_cert("expired.test", **past)),
        ("other-name", authority.issue_cert("somebody-else.test")),
    ):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf.configure_cert(context)
        yield fault, context
    yield "no-tls", None


def main() -> None:
    """Serve until Ctrl-C."""
    with Hostile() as server:
        for case in server.cases:
            print(f"{case.verdict:16}{server.url(case)}")  # noqa: T201
        sys.stdout.flush()
        try:
            while True:
                time.sleep(60)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
