"""What carries the requests: httpx's requests and answers, over aiohttp's connections.

This module alone knows the client. The engine gives a ``httpx.Request`` to a
``httpx.AsyncBaseTransport`` and reads a ``httpx.Response``, so any other transport of httpx takes
its place by a change of ``Carrier``. ``benchmarks/citations/clients.py`` (2 cores, 2,000 pages of
20 KB on loopback, 64 at once; seconds of wall time / of the processor, peak MB):

=============================  ====================  ====================
client                         200 hosts             1 host
=============================  ====================  ====================
httpx 0.28, its own pool       25.87 / 25.64   41    9.15 / 7.22   39
httpx-aiohttp, httpx's client   0.80 /  0.70   47    0.70 / 0.62   46
httpx's types over aiohttp      0.52 /  0.43   47    0.44 / 0.37   45
aiohttp alone                   0.35 /  0.28   38    0.32 / 0.26   37
=============================  ====================  ====================

httpx's client is left out since the engine does what it would do: redirects, cookies, secrets. The
transport is our own, not that of httpx-aiohttp, which spells addresses anew on the way (``%zz``
becomes ``%25zz``) and tells a server that hangs up as one that timed out.

HTTP/1.1 with connections that are kept while their host has more pages to give. HTTP/2 would save
connections where many pages of one host are asked at once, which manners forbid (``per_host``).
"""

import asyncio
import errno
import os
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from typing import Any

import aiohttp
import httpx
import yarl
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler

from contentlint.web.answer import Trouble
from contentlint.web.failure import Failed
from contentlint.web.guard import Guard, is_literal, is_public
from contentlint.web.names import Names
from contentlint.web.policy import Policy

_LONGEST_HEADER = 32_768
"""Bytes of one header: some sites send policies of 10 KB and more."""
_MOST_HEADERS = 128
_KEPT = 5.0
"""Seconds that an idle connection is kept."""


class Carrier(httpx.AsyncBaseTransport):
    """Sends a request to where the guard lets it, and to nowhere else. It follows no redirects.

    All that goes wrong is raised as Failed, also while a body is read.
    """

    def __init__(self, policy: Policy, names: Names, guard: Guard) -> None:
        """Open a session. There must be a running loop."""
        self._names = names
        self._limits = aiohttp.ClientTimeout(
            total=None, sock_connect=policy.connect, sock_read=policy.connect
        )
        gate = _Gate(names, guard)
        connector = aiohttp.TCPConnector(
            limit=0,
            resolver=gate,
            socket_factory=gate.opened,
            use_dns_cache=False,
            ssl=_trust(),
            keepalive_timeout=_KEPT,
        )
        connector._factory = partial(  # type: ignore[assignment]
            _Handler, loop=asyncio.get_running_loop()
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            max_headers=_MOST_HEADERS,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer as soon as its headers are there. Raises Failed."""
        url = yarl.URL(str(request.extensions.get("url", request.url)), encoded=True)
        try:
            if is_literal(url.host or ""):  # no resolver is asked for these
                await self._names.permitted(url.host or "", url.port or 0)
            answer = await self._session.request(
                request.method,
                url,
                headers=request.headers.multi_items(),
                allow_redirects=False,
                timeout=self._limits,
            )
        except Exception as error:
            raise failure_of(error) from error
        return httpx.Response(
            answer.status, headers=answer.raw_headers, stream=_Body(answer), request=request
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._session.close()


class _Handler(ResponseHandler):
    """Reads the headers of an answer before its body, also where both come at once.

    A body that is longer than its Content-Length, where somebody took characters for bytes, is
    then cut there, as browsers do; otherwise the parser refuses the answer as a whole.
    """

    def data_received(self, data: bytes) -> None:
        body = self._payload
        end = data.find(b"\r\n\r\n") + 4 if body is None or body.is_eof() else 0
        if 4 <= end < len(data):
            super().data_received(data[:end])
            data = data[end:]
        super().data_received(data)

    def set_exception(self, exc: Any, *cause: Any) -> None:
        """Tell whoever reads the body too, who waits to the last second otherwise."""
        super().set_exception(exc, *cause)
        body = self._payload
        if body is not None and not body.is_eof() and body.exception() is None:
            known = isinstance(exc, aiohttp.ClientError)
            body.set_exception(exc if known else aiohttp.ClientPayloadError("it is no HTTP"))


class _Body(httpx.AsyncByteStream):
    """A body as it comes; unpacking it is not the business of the transport."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.content.iter_any():
                yield chunk
        except Exception as error:
            rest = self._answer.content._read_nowait(-1)  # it came before what went wrong
            if rest:
                yield rest
            raise failure_of(error) from error

    async def aclose(self) -> None:
        if not self._answer.content.is_eof():
            self._answer.close()
        else:
            self._answer.release()


class _Gate(AbstractResolver):
    """Where a connection gets its address: only here is a name looked up, and it is used as is."""

    def __init__(self, names: Names, guard: Guard) -> None:
        self._names = names
        self._guard = guard
        self._granted: set[tuple[str, int]] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        del family  # both; the system knows which it can reach
        permitted = await self._names.permitted(host, port)
        self._granted.update((ip, port) for ip in permitted)
        return [_resolved(host, ip, port) for ip in permitted]

    def opened(self, info: Any) -> socket.socket:
        """Open a socket for an address that has passed: the last look, whatever came before."""
        ip, port = info[4][:2]
        if not (is_public(ip) or (ip, port) in self._granted or self._guard.permits(ip, port, ip)):
            raise PermissionError(f"{ip} is not on the public internet")
        return socket.socket(family=info[0], type=info[1], proto=info[2])

    async def close(self) -> None:
        self._granted.clear()


def _resolved(host: str, ip: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=ip, port=port, family=family, proto=0, flags=flags)


def _trust() -> ssl.SSLContext:
    """Return what certificates are held against: the system's roots and Mozilla's, by certifi.

    Either may lack one: a firm's own, or any at all where Python comes without.
    """
    import certifi

    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())
    return trust


def failure_of(error: Exception) -> Failed:
    """Return what an exception of the client means."""
    if isinstance(error, Failed):
        return error
    cause = getattr(error, "os_error", error)
    if isinstance(cause, PermissionError) and cause.errno is None:
        return Failed(Trouble.PRIVATE, str(cause))
    if f"[Errno {errno.ENETUNREACH}]" in str(cause) and is_cut_off():
        return Failed(Trouble.OFFLINE, _words(error))
    for kinds, trouble in _TROUBLES:
        if isinstance(error, kinds):
            return Failed(trouble, _words(error))
    return Failed(Trouble.GARBLED, _words(error))


def is_cut_off() -> bool:
    """Whether there is no way out of this machine. Nothing is sent: a datagram's place is chosen.

    Its places are those that are kept for examples (RFC 5737, RFC 3849).
    """
    for family, ip in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((ip, 9))
            return False
    return True


_TROUBLES: tuple[tuple[tuple[type[Exception], ...], Trouble], ...] = (
    ((TimeoutError,), Trouble.TIMEOUT),
    (
        (aiohttp.ClientSSLError, ssl.SSLError, ssl.CertificateError),
        Trouble.TLS,
    ),
    ((aiohttp.InvalidURL, httpx.InvalidURL), Trouble.ADDRESS),
    ((aiohttp.ClientPayloadError, aiohttp.ClientConnectionError, OSError), Trouble.CLOSED),
)


def _words(error: Exception) -> str:
    """Return words for what went wrong; never empty."""
    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", error)
    number = getattr(cause, "errno", None)
    system = os.strerror(number) if number and not isinstance(cause, ssl.SSLError) else ""
    verify = getattr(cause, "verify_message", "") or getattr(cause, "reason", "")
    words = system or verify or getattr(cause, "message", "") or str(cause)
    return str(words) or type(error).__name__
