"""One request and its answer, read up to bounds of time and size."""

import asyncio
import io
import math
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass

import httpx

from contentlint.web.addresses import Address
from contentlint.web.answer import Trouble
from contentlint.web.failure import Failed
from contentlint.web.policy import Policy

_LARGE = 262_144
"""Bytes of a body beyond which it has to wait for room: few large ones are held at a time."""
_ERROR_PAGE = 65_536
"""Bytes of the page of an error, or of a redirect, that are read: it tells a challenge."""
_SNIFFED = 1_024
_LEADING_ON = frozenset({301, 302, 303, 307, 308})
_ASIDE = 0.3
"""Seconds for the body of a redirect, which nobody reads: once it is there, its connection is of
use again."""
_PDF = b"%PDF-"
_READ = ("text/", "application/pdf", "application/xhtml", "application/xml", "application/json")
_UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")


class Room:
    """Room for large bodies: how many may be in memory at a time, all of the run taken together."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        """Take the places of the run; this is the claim of one address to one of them."""
        self._places = places
        self._held = False

    async def enter(self) -> None:
        """Wait for a place, unless there is one already."""
        if not self._held:
            await self._places.acquire()
            self._held = True

    def leave(self) -> None:
        """Give the place to the next."""
        if self._held:
            self._held = False
            self._places.release()


@dataclass(slots=True)
class Page:
    """One answer. ``trouble`` came after its headers; ``cookies`` are all of its Set-Cookie."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[str, ...] = ()
    body: bytes = b""
    cut: bool = False
    trouble: Trouble | None = None
    detail: str = ""
    seconds: float = 0.0

    @property
    def location(self) -> str:
        """Where it leads on to; empty if it does not."""
        leads = self.status in _LEADING_ON
        return self.headers.get("location", "").strip() if leads else ""


async def fetched(
    carrier: httpx.AsyncBaseTransport,
    request: httpx.Request,
    policy: Policy,
    room: Room,
    left: float,
) -> Page:
    """Return the answer to a request within some seconds. Raises Failed without any."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    page: Page | None = None
    try:
        async with asyncio.timeout(max(left, 0.0)) as clock:
            response = await carrier.handle_async_request(request)
            page = _headed(response)
            if page.location:
                clock.reschedule(min(clock.when() or math.inf, loop.time() + _ASIDE))
            await _filled(page, response, policy, room, clock)
    except TimeoutError:
        words = f"no {'end' if page else 'answer'} within {left:.3g} s"
        page = _ended(page, Failed(Trouble.TIMEOUT, words))
    except Failed as failed:
        page = _ended(page, failed)
    page.seconds = loop.time() - started
    return page


def _ended(page: Page | None, failed: Failed) -> Page:
    """Return a page that ended too early: with a part of its body, or if it leads on, it is one."""
    if page is None:
        raise failed
    page.cut = True
    if not (page.body or page.location):
        page.trouble, page.detail = failed.trouble, failed.detail
    return page


def _headed(response: httpx.Response) -> Page:
    headers: dict[str, str] = {}
    cookies = []
    for raw_name, raw in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), _text(raw)
        if name == "set-cookie":
            cookies.append(value)
        elif name in headers and name not in ("location", "content-type", "retry-after"):
            headers[name] += f", {value}"
        else:
            headers.setdefault(name, value)
    return Page(response.status_code, headers, tuple(cookies))


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


async def _filled(
    page: Page, response: httpx.Response, policy: Policy, room: Room, clock: asyncio.Timeout
) -> None:
    """Read the body as far as it is worth it; what was read stays if the rest fails."""
    store = io.BytesIO()
    try:
        async for piece in _pieces(page, response, policy):
            store.write(piece)
            if store.tell() > _LARGE:
                await _roomy(room, clock)
    finally:
        page.body = store.getvalue()
        await response.aclose()


async def _roomy(room: Room, clock: asyncio.Timeout) -> None:
    """Wait for room; the time does not count as the page's."""
    loop = asyncio.get_running_loop()
    before = loop.time()
    await room.enter()
    when = clock.when()
    if when is not None and loop.time() > before:
        clock.reschedule(when + loop.time() - before)


async def _pieces(page: Page, response: httpx.Response, policy: Policy) -> AsyncIterator[bytes]:
    """Yield the unpacked body up to what may be read of it, and note whether there is more."""
    unpacker = unpacker_of(page.headers.get("content-encoding", ""))
    if not _is_read(page) or unpacker is None:
        page.cut = True
        return
    fine = 200 <= page.status < 300
    raw, left = (policy.raw, policy.inflated) if fine else (_ERROR_PAGE, _ERROR_PAGE)
    began = False
    async for chunk in response.aiter_raw():
        taken = chunk[:raw]
        raw -= len(chunk)
        for piece in unpacker.unpacked(taken, left):
            if not began and not _is_text(page, piece):
                page.cut = True
                return
            began, left = True, left - len(piece)
            yield piece
        if raw < 0 or unpacker.more:
            page.cut = True
            return
    page.cut = page.cut or not unpacker.is_done


def _is_read(page: Page) -> bool:
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _UNSAID or kind.startswith(_READ) or kind.endswith(("+xml", "+json"))


def _is_text(page: Page, piece: bytes) -> bool:
    """Whether a body of no kind, by its first bytes, is text or PDF."""
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind not in _UNSAID or piece.startswith(_PDF) or b"\0" not in piece[:_SNIFFED]


class Plain:
    """A body that is not packed."""

    more = False
    is_done = True

    def unpacked(self, chunk: bytes, most: int) -> Iterator[bytes]:
        """Yield a chunk, up to some bytes."""
        self.more = len(chunk) > most
        if chunk and most:
            yield chunk[:most]


class Packed:
    """A body in gzip or deflate, unpacked in steps that no bomb can make large."""

    _STEP = 65_536

    def __init__(self) -> None:
        """Begin before the first byte."""
        self.more = False
        """Whether there was more than might be unpacked."""
        self._began = False
        self._inflate = zlib.decompressobj(47)  # gzip or zlib, as the bytes say themselves

    @property
    def is_done(self) -> bool:
        """Whether the body is at its end; an empty one is."""
        return not self._began or self._inflate.eof

    def unpacked(self, chunk: bytes, most: int) -> Iterator[bytes]:
        """Yield what a chunk unpacks to, up to some bytes. Raises Failed if it is no such thing."""
        while chunk:
            if self._inflate.eof:  # several in a row are one; anything else is left alone
                if not chunk.startswith(b"\x1f\x8b"):
                    return
                self._inflate = zlib.decompressobj(47)
            if not most:
                self.more = True
                return
            piece = self._step(chunk, min(most, self._STEP))
            chunk = self._inflate.unconsumed_tail or self._inflate.unused_data
            most -= len(piece)
            if piece:
                yield piece

    def _step(self, chunk: bytes, most: int) -> bytes:
        try:
            piece = self._inflate.decompress(chunk, most)
        except zlib.error as error:
            piece = self._raw(chunk, most, error)
        self._began = True
        return piece

    def _raw(self, chunk: bytes, most: int, error: zlib.error) -> bytes:
        """Unpack deflate without a header, as some servers send it."""
        if not self._began:
            self._inflate = zlib.decompressobj(-15)
            try:
                return self._inflate.decompress(chunk, most)
            except zlib.error:
                pass
        raise Failed(Trouble.GARBLED, f"the page cannot be unpacked: {error}") from error


def unpacker_of(encoding: str) -> Plain | Packed | None:
    """Return what unpacks a Content-Encoding; None for one that nobody asked for."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    packed = [name for name in names if name in ("gzip", "x-gzip", "deflate")]
    if any(name in ("br", "zstd", "compress", "x-compress", "dcb", "dcz") for name in names):
        return None
    if len(packed) > 1:
        return None
    return Packed() if packed else Plain()


def request_for(address: Address, headers: Mapping[str, str], *, last: bool) -> httpx.Request:
    """Return the request for an address; its connection is not kept if it is the last there.

    Else thousands of hosts would have one open each. The address goes beside httpx's own reading of
    it, which might spell it anew.
    """
    given = {**headers, "connection": "close"} if last else headers
    try:
        return httpx.Request("GET", address.url, headers=given, extensions={"url": address.url})
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Failed(Trouble.ADDRESS, str(error)) from error
