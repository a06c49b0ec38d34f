"""Measures what carries the requests: 2,000 GETs on loopback, 64 at once.

usage: clients.py [RUNS]

Prints the best of some runs, each in a process of its own, as wall seconds / CPU seconds of the
client: over 200 hosts (127.0.x.y, ten pages each) and over one. A page has 20,000 bytes.
"""

import asyncio
import json
import multiprocessing
import resource
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

PAGE = b"<p>A page of some length, as pages are.</p>\n" * 454
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
GETS, AT_ONCE, HOSTS = 2_000, 64, 200

Get = Callable[[str], Awaitable[int]]


class Pages(asyncio.Protocol):
    """A server that has one page."""

    def connection_made(self, transport):
        self.transport, self.held = transport, b""

    def data_received(self, data):
        *asked, self.held = (self.held + data).split(b"\r\n\r\n")
        self.transport.write((HEAD + PAGE) * len(asked))


def serve(port) -> None:
    async def main():
        server = await asyncio.get_running_loop().create_server(Pages, "0.0.0.0", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


async def over_aiohttp(use) -> None:
    import aiohttp

    connector = aiohttp.TCPConnector(limit=0, limit_per_host=0)
    async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as session:

        async def get(url):
            async with session.get(url, allow_redirects=False) as response:
                return len(await response.read())

        await use(get)


async def over_httpx(use, transport=None) -> None:
    import httpx

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(transport=transport, limits=limits, trust_env=False) as client:

        async def get(url):
            async with client.stream("GET", url) as response:
                return sum([len(chunk) async for chunk in response.aiter_raw()])

        await use(get)


async def over_httpx_aiohttp(use) -> None:
    await over_httpx(use, _aiohttp_transport())


async def over_transport(use) -> None:
    """httpx's requests and answers, without its client."""
    import httpx

    async with _aiohttp_transport() as transport:

        async def get(url):
            request = httpx.Request("GET", url, headers={"accept": "*/*"})
            response = await transport.handle_async_request(request)
            try:
                return sum([len(chunk) async for chunk in response.aiter_raw()])
            finally:
                await response.aclose()

        await use(get)


def _aiohttp_transport():
    import httpx
    import httpx_aiohttp

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    return httpx_aiohttp.AiohttpTransport(limits=limits)


CLIENTS = {
    "httpx": over_httpx,
    "httpx over aiohttp": over_httpx_aiohttp,
    "httpx's types over aiohttp": over_transport,
    "aiohttp": over_aiohttp,
}


async def asked(client, urls: list[str]) -> dict[str, float]:
    """Ask for all addresses and return the seconds of the clock and of the processor."""
    rest = iter(urls)
    spent = {}

    async def work(get: Get) -> None:
        for url in rest:
            assert await get(url) == len(PAGE)

    async def use(get: Get) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(work(get) for _ in range(AT_ONCE)))
        spent["wall"], spent["cpu"] = time.perf_counter() - wall, time.process_time() - cpu

    await client(use)
    return {**spent, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def best(name: str, port: int, hosts: int, runs: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", name, str(port), str(hosts)]
    found = [json.loads(subprocess.check_output(command)) for _ in range(runs)]
    return min(found, key=lambda each: each["cpu"])


def main(runs: int) -> None:
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    print(f"{'wall / CPU s, peak MB':30}{HOSTS:>12} hosts{'1 host':>24}")
    for name in CLIENTS:
        cells = (best(name, port, hosts, runs) for hosts in (HOSTS, 1))
        row = "".join(f"{c['wall']:9.2f} /{c['cpu']:6.2f} {c['rss']:4.0f}" for c in cells)
        print(f"{name:30}{row}", flush=True)
    server.terminate()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        name, port, hosts = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
        urls = [f"http://127.0.{n % hosts}.1:{port}/{n}" for n in range(GETS)]
        print(json.dumps(asyncio.run(asked(CLIENTS[name], urls))))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 3)
