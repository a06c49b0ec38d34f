import asyncio
import gzip
import os
import signal
import ssl
import subprocess
import sys
import threading
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from contentlint._version import __version__
from contentlint.web.addresses import parsed
from contentlint.web.answer import Trouble
from contentlint.web.cookies import Cookies
from contentlint.web.fetching import Packed, Plain, unpacker_of
from contentlint.web.following import Web
from contentlint.web.policy import Policy
from contentlint.web.run import answers
from contentlint.web.visiting import visits


def test_a_page_and_the_way_to_it(site, ask, say):
    site.says["/"] = say("hello", x_one="1", X_Two="é")
    (answer,) = ask(f"{site.base}/")
    assert (answer.status, answer.body, answer.cut, answer.trouble) == (200, b"hello", False, None)
    assert answer.headers["x-one"] == "1"
    assert answer.headers["x-two"] == "é"
    assert [hop.url for hop in answer.hops] == [f"{site.base}/"]
    assert answer.tries == 1
    assert 0 < answer.seconds < 4


def test_what_is_said_of_us(site, ask, say):
    site.says["/"] = say()
    ask(f"{site.base}/")
    headers = site.asked[0].headers
    assert headers["user-agent"].startswith(f"contentlint/{__version__}")
    assert "*/*" in headers["accept"]
    assert headers["accept-encoding"] == "gzip, deflate"
    assert "accept-language" in headers
    assert not {"cookie", "authorization", "referer"} & set(headers)
    ask(f"{site.base}/", user_agent="me")
    assert site.asked[1].headers["user-agent"] == "me"


def test_the_address_goes_out_as_a_browser_sends_it(site, ask, say):
    for path in ("/%7ea%2f%zz?a=[b]|c+d%20", "/b%C3%A9?q=%27"):
        site.says[path] = say("here")
        (answer,) = ask(f"{site.base}{path}#part")
        assert answer.body == b"here"


def test_addresses_that_ask_for_the_same_are_asked_for_once(site, ask, say):
    site.says["/a"] = say("here")
    urls = [f"{site.base}/a", f"{site.base}/a#b", f"{site.base}/x/../a#c", f"{site.base}/%61"]
    assert [each.body for each in ask(*urls)] == [b"here"] * 4
    assert len(site.asked) == 1


def test_a_connection_is_kept_while_its_host_has_more(site, ask, say):
    ports = set()

    async def port(request, writer):
        ports.add(writer.get_extra_info("peername"))
        writer.write(say("x"))

    site.says = {f"/{each}": port for each in range(20)}
    ask(*(f"{site.base}/{each}" for each in range(20)), per_host=1)
    assert len(ports) == 1


def test_no_connection_is_kept_to_a_host_that_has_no_more(site, ask, say):
    ask.names = {f"h{each}.example": ["127.0.0.1"] for each in range(9)}
    still = []

    async def slow(request, writer):
        await asyncio.sleep(0.5)
        still.append(site.open)
        writer.write(say("x"))

    site.says = {"/": say("x"), "/slow": slow}
    ask(f"{site.base}/slow", *(f"http://{name}:{site.port}/" for name in ask.names))
    assert still == [1]


def test_redirects_are_followed_and_noted(site, ask, say):
    site.says["/a"] = say("", "301 Moved Permanently", location="/b")
    site.says["/b"] = say("", "307 Temporary Redirect", location=f"{site.base}/c#x")
    site.says["/c"] = say("end")
    (answer,) = ask(f"{site.base}/a")
    assert [(hop.url[-2:], hop.status) for hop in answer.hops] == [
        ("/a", 301),
        ("/b", 307),
        ("/c", 200),
    ]
    assert answer.body == b"end"
    assert answer.final == f"{site.base}/c"


@pytest.mark.parametrize(
    "location", ["http://[::bad/", "http://h:99999/", "ftp://h/", "http://u:p@h/"]
)
def test_a_location_that_is_no_address_ends_the_way(site, ask, say, location):
    site.says["/a"] = say("", "302 Found", location=location)
    (answer,) = ask(f"{site.base}/a")
    assert answer.trouble is Trouble.ADDRESS
    assert answer.status == 302
    assert "it leads to" in answer.detail


@pytest.mark.parametrize("raw", [b"", b"Location: \r\n", b"X: y\r\n"])
def test_a_redirect_to_nowhere_is_the_end(site, ask, raw):
    site.says["/a"] = b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n" + raw + b"\r\n"
    (answer,) = ask(f"{site.base}/a")
    assert (answer.status, answer.trouble) == (301, None)


@pytest.mark.parametrize("raw", ["/é".encode(), "/é".encode("latin-1")])
def test_a_location_in_any_encoding(site, ask, say, raw):
    site.says["/a"] = b"HTTP/1.1 302 F\r\nContent-Length: 0\r\nLocation: " + raw + b"\r\n\r\n"
    site.says["/%C3%A9"] = say("here")
    (answer,) = ask(f"{site.base}/a")
    assert answer.body == b"here"


def test_nobody_waits_for_the_body_of_a_redirect(site, ask, say):
    head = b"HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 99\r\n\r\n"
    site.says = {"/drips": broken(head, forever), "/stops": broken(head), "/end": say("end")}
    before = time.monotonic()
    found = ask(f"{site.base}/drips", f"{site.base}/stops", retries=0)
    assert time.monotonic() - before < 2
    assert [each.body for each in found] == [b"end"] * 2
    assert [each.trouble for each in found] == [None] * 2


def test_loops_end_at_once(site, ask, say):
    site.says["/self"] = say("", "302 Found", location="/self")
    site.says["/a"] = say("", "302 Found", location="/b")
    site.says["/b"] = say("", "302 Found", location="/a#other")
    found = ask(f"{site.base}/self", f"{site.base}/a")
    assert [each.trouble for each in found] == [Trouble.LOOP] * 2
    assert len(site.asked) == 3


def test_a_way_without_an_end_has_one(site, ask, say):
    async def onward(request, writer):
        writer.write(say("", "302 Found", location=f"/n?{int(request.path[3:]) + 1}"))

    site.says = {f"/n?{each}": onward for each in range(40)}
    (answer,) = ask(f"{site.base}/n?0", hops=5)
    assert answer.trouble is Trouble.HOPS
    assert len(site.asked) == 6


def test_cookies_lead_out_of_a_circle_and_stay_with_their_host(site, ask, say):
    ask.names = {"a.example": ["127.0.0.1"], "b.example": ["127.0.0.1"]}

    async def door(request, writer):
        if request.headers.get("cookie") == "seen=1; b=2":
            writer.write(say("", "302 Found", location=f"http://b.example:{site.port}/other"))
        else:
            writer.write(
                say("", "302 Found", location="/door").replace(
                    b"\r\n\r\n",
                    b"\r\nSet-Cookie: seen=1; Path=/\r\nSet-Cookie: b=2\r\nSet-Cookie: gone=1; "
                    b"Max-Age=0\r\nSet-Cookie: \x01=\x02\r\n\r\n",
                )
            )

    site.says = {"/door": door, "/other": say("end"), "/plain": say("end")}
    first, second = ask(f"http://a.example:{site.port}/door", f"http://a.example:{site.port}/plain")
    assert first.body == b"end"
    assert [hop.status for hop in first.hops] == [302, 302, 200]
    assert "cookie" not in next(each for each in site.asked if each.path == "/other").headers
    assert "cookie" not in next(each for each in site.asked if each.path == "/plain").headers
    assert second.body == b"end"


def test_which_cookies_go_where():
    cookies, home = Cookies(), parsed("https://a.example/x")
    cookies.take(home, ("a=1", "b=2; Secure; HttpOnly", "c=3; Domain=example; Path=/y", " d = e"))
    cookies.take(home, ("=none", "no pair", "e=\r\nX: y", "f=" + "x" * 5_000, "g=ö"))
    assert cookies.header(parsed("https://a.example:8443/")) == "a=1; b=2; c=3"
    assert cookies.header(parsed("http://a.example/")) == "a=1; c=3"
    assert cookies.header(parsed("https://b.a.example/")) == ""
    assert cookies.header(parsed("https://example/y")) == ""
    cookies.take(home, ("a=4", "c=; max-age=-1", "b=5; Max-Age=0"))
    assert cookies.header(home) == "a=4"
    cookies.take(parsed("http://a.example/"), ("h=1; Secure",))
    assert cookies.header(parsed("http://a.example/")) == "a=4; h=1"
    for number in range(200):
        cookies.take(home, (f"n{number}=1",))
    assert cookies.header(home).count(";") == 49


def test_secrets_go_to_exactly_their_origin(site, ask, say):
    hosts = ["in.example", "in.example.evil.example", "evil.example", "in.example."]
    ask.names = {host: ["127.0.0.1"] for host in hosts}
    site.says["/"] = say("x")
    site.says["/?u=http://in.example"] = say("x")
    site.says["/out"] = say("", "302 Found", location=f"http://evil.example:{site.port}/")
    site.says["/back"] = say("", "302 Found", location=f"http://in.example:{site.port}/")
    secrets = {f"http://in.example:{site.port}": {"Authorization": "Bearer s3cret"}}

    def told(url):
        site.asked.clear()
        ask(url, secrets=secrets)
        return [each.headers.get("authorization") for each in site.asked]

    port = site.port
    assert told(f"http://in.example:{port}/") == ["Bearer s3cret"]
    assert told(f"http://IN.example:{port}/#x") == ["Bearer s3cret"]
    assert told(f"http://in.example.evil.example:{port}/") == [None]
    assert told(f"http://in.example.:{port}/") == [None]
    assert told(f"http://evil.example:{port}/?u=http://in.example") == [None]
    assert told(f"http://in.example:{port}@evil.example:{port}/") == []
    assert told(f"http://in.example:{port}/out") == ["Bearer s3cret", None]
    assert told(f"http://evil.example:{port}/back") == [None, "Bearer s3cret"]
    assert told(f"http://127.0.0.1:{port}/") == [None]


@pytest.mark.parametrize(
    "origin", ["https://h/path", "https://h/?q", "https://h#x", "h", "ftp://h"]
)
def test_what_is_no_origin_is_told(ask, origin):
    with pytest.raises(ValueError, match=r"origin|address|asked"):
        ask("http://h/", secrets={origin: {"a": "b"}})


def test_credentials_that_a_caller_gives_stay_at_home(site, ask, say):
    ask.names = {"other.example": ["127.0.0.1"]}
    site.says["/a"] = say("", "302 Found", location=f"http://other.example:{site.port}/b")
    site.says["/b"] = say("x")

    async def go():
        async with Web(ask.policy, ask.lookup) as web:
            await web.answer(f"{site.base}/a", {"Authorization": "mine", "X-Kind": "all"})

    asyncio.run(go())
    assert [each.headers.get("authorization") for each in site.asked] == ["mine", None]
    assert [each.headers.get("x-kind") for each in site.asked] == ["all", "all"]


def packed(body, how):
    if how == "raw":
        deflate = zlib.compressobj(wbits=-15)
        return deflate.compress(body) + deflate.flush()
    return gzip.compress(body) if how == "gzip" else zlib.compress(body)


@pytest.mark.parametrize(
    ("coding", "how"),
    [
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("deflate", "zlib"),
        ("deflate", "raw"),
    ],
)
def test_packed_bodies(site, ask, say, coding, how):
    body = os.urandom(70_000) + b"text" * 40_000
    site.says["/"] = say(packed(body, how), content_encoding=coding)
    (answer,) = ask(f"{site.base}/")
    assert answer.body == body
    assert not answer.cut


def test_bodies_of_several_parts_and_with_a_tail(site, ask, say):
    site.says["/two"] = say(gzip.compress(b"one") + gzip.compress(b"two"), content_encoding="gzip")
    site.says["/tail"] = say(gzip.compress(b"one") + b"\0" * 9, content_encoding="gzip")
    site.says["/none"] = say(b"", content_encoding="gzip")
    site.says["/odd"] = say(b"plain", content_encoding="utf-8")
    found = ask(*(f"{site.base}/{each}" for each in ("two", "tail", "none", "odd")))
    assert [each.body for each in found] == [b"onetwo", b"one", b"", b"plain"]
    assert [(each.cut, each.trouble) for each in found] == [(False, None)] * 4


def test_what_cannot_be_unpacked(site, ask, say):
    site.says["/lie"] = say(b"<html>no gzip", content_encoding="gzip")
    site.says["/half"] = say(gzip.compress(os.urandom(9_000))[:5_000], content_encoding="gzip")
    site.says["/br"] = say(b"\x0b\x02\x80", content_encoding="br")
    site.says["/twice"] = say(b"x", content_encoding="gzip, gzip")
    lie, half, br, twice = ask(*(f"{site.base}/{each}" for each in ("lie", "half", "br", "twice")))
    assert (lie.status, lie.trouble) == (200, Trouble.GARBLED)
    assert half.cut
    assert half.trouble is None
    assert 0 < len(half.body) < 9_000
    for each in (br, twice):
        assert (each.status, each.body, each.cut, each.trouble) == (200, b"", True, None)


def test_no_more_is_read_than_may_be(site, ask, say):
    site.says["/raw"] = say(b"x" * 90_000)
    site.says["/fits"] = say(b"x" * 50_000)
    site.says["/bomb"] = say(gzip.compress(b"x" * 10_000_000), content_encoding="gzip")
    raw, fits, bomb = ask(
        *(f"{site.base}/{each}" for each in ("raw", "fits", "bomb")), raw=50_000, inflated=60_000
    )
    assert (len(raw.body), raw.cut) == (50_000, True)
    assert (len(fits.body), fits.cut) == (50_000, False)
    assert (len(bomb.body), bomb.cut) == (60_000, True)


def test_the_unpacker_never_gives_more_than_asked():
    bomb = gzip.compress(b"\0" * 50_000_000)
    unpacker = Packed()
    pieces = list(unpacker.unpacked(bomb, 200_000))
    assert sum(map(len, pieces)) == 200_000
    assert max(map(len, pieces)) <= 65_536
    assert unpacker.more
    assert not unpacker.is_done
    assert isinstance(unpacker_of("identity"), Plain)


@pytest.mark.parametrize(
    ("kind", "body", "read"),
    [
        ("text/html; charset=utf-8", b"x", True),
        ("TEXT/Plain", b"x", True),
        ("application/pdf", b"%PDF-1.7\0", True),
        ("application/ld+json", b"{}", True),
        ("application/atom+xml", b"<a/>", True),
        ("application/octet-stream", b"%PDF-1.7\0", True),
        ("application/octet-stream", b"words", True),
        ("application/octet-stream", b"PK\3\4\0\0", False),
        ("", b"\x89PNG\0", False),
        ("image/png", b"x", False),
        ("video/mp4", b"x", False),
        ("application/zip", b"x", False),
    ],
)
def test_only_what_may_be_text_is_read(site, ask, say, kind, body, read):
    site.says["/"] = say(body, content_type=kind)
    (answer,) = ask(f"{site.base}/")
    assert answer.status == 200
    assert answer.body == (body if read else b"")
    assert answer.cut is not read


def test_pages_of_errors_are_read_a_little(site, ask, say):
    site.says["/"] = say(b"x" * 300_000, "403 Forbidden")
    (answer,) = ask(f"{site.base}/")
    assert (answer.status, len(answer.body), answer.cut) == (403, 65_536, True)


def broken(raw, then=None):
    async def says(request, writer):
        writer.write(raw)
        await writer.drain()
        if then:
            await then(writer)
        writer.close()

    return says


async def reset(writer):
    writer.get_extra_info("socket").setsockopt(
        __import__("socket").SOL_SOCKET, __import__("socket").SO_LINGER, b"\1\0\0\0\0\0\0\0"
    )
    writer.transport.abort()


async def wait(writer):
    await asyncio.sleep(60)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CASES = {
    "short": (broken(OK + b"Content-Length: 99\r\n\r\nhalf"), None, True, b"half"),
    "chunks": (
        broken(OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"),
        None,
        True,
        b"half",
    ),
    "no-chunk": (
        broken(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", wait),
        Trouble.CLOSED,
        True,
        b"",
    ),
    "bad-chunk": (
        broken(OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\n", wait),
        None,
        True,
        b"half",
    ),
    "nothing": (broken(OK + b"Content-Length: 99\r\n\r\n"), Trouble.CLOSED, True, b""),
    "unsaid": (broken(OK + b"\r\nall of it"), None, False, b"all of it"),
    "closed": (broken(b""), Trouble.CLOSED, False, b""),
    "reset": (broken(b"HTTP/1.1 2", reset), Trouble.CLOSED, False, b""),
    "garbage": (broken(b"\0\1\2garbage\r\n\r\n"), Trouble.GARBLED, False, b""),
    "ssh": (broken(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), Trouble.GARBLED, False, b""),
    "length": (broken(OK + b"Content-Length: -5\r\n\r\nx"), Trouble.GARBLED, False, b""),
    "huge": (broken(OK + b"X: " + b"y" * 200_000 + b"\r\n\r\n"), Trouble.GARBLED, False, b""),
    "many": (broken(OK + b"X: y\r\n" * 5_000 + b"\r\n"), Trouble.GARBLED, False, b""),
}


@pytest.mark.parametrize("case", CASES)
def test_what_breaks_off_or_is_no_http_has_an_answer(site, ask, case):
    says, trouble, cut, body = CASES[case]
    site.says["/"] = says
    (answer,) = ask(f"{site.base}/", retries=0)
    assert (answer.trouble, answer.cut, answer.body) == (trouble, cut, body)
    assert answer.detail or not trouble


def test_a_body_longer_than_it_says(site, ask, say):
    site.says["/"] = broken(OK + b"Content-Length: 4\r\n\r\nfour and more")
    site.says["/next"] = say("next")
    first, second = ask(f"{site.base}/", f"{site.base}/next", per_host=1, retries=0)
    assert (first.status, first.body) == (200, b"four")
    assert second.body == b"next"


async def forever(writer, what=b"x", pause=0.05):
    while True:
        writer.write(what)
        await writer.drain()
        await asyncio.sleep(pause)


@pytest.mark.parametrize(
    ("raw", "trouble", "status"),
    [
        (b"", Trouble.TIMEOUT, 0),
        (b"HTTP/1.1 200 OK\r\nX: ", Trouble.TIMEOUT, 0),
        (OK + b"\r\n", None, 200),
        (b"HTTP/1.1 100 Continue\r\n\r\n", Trouble.TIMEOUT, 0),
    ],
)
def test_what_drips_has_an_end(site, ask, raw, trouble, status):
    what = b"HTTP/1.1 100 Continue\r\n\r\n" if b" 100 " in raw else b"x"

    async def drip(writer):
        await (forever(writer, what) if raw else asyncio.sleep(60))

    site.says["/"] = broken(raw, drip)
    before = time.monotonic()
    (answer,) = ask(f"{site.base}/", retries=0, total=0.6)
    assert time.monotonic() - before < 2
    assert (answer.trouble, answer.status) == (trouble, status)
    if not trouble:
        assert answer.cut
        assert set(answer.body) == {ord("x")}


def test_a_silent_body_is_no_page(site, ask):
    async def silent(writer):
        await asyncio.sleep(60)

    site.says["/"] = broken(OK + b"\r\n", silent)
    (answer,) = ask(f"{site.base}/", retries=0, connect=0.3)
    assert (answer.trouble, answer.status) == (Trouble.TIMEOUT, 200)


def test_the_time_of_one_address_covers_all_of_its_hops(site, ask, say):
    async def slow(request, writer):
        await asyncio.sleep(0.3)
        writer.write(say("", "302 Found", location=f"/{int(request.path[1:]) + 1}"))

    site.says = {f"/{each}": slow for each in range(20)}
    (answer,) = ask(f"{site.base}/0", retries=0, total=1.0)
    assert answer.trouble is Trouble.TIMEOUT
    assert 2 <= len(site.asked) <= 4


def test_certificates(site, ask, say, tmp_path, monkeypatch):
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("good.example").configure_cert(context)
    port, stop = tls_server(context, say("safe"))
    hosts = {"good.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    ask.names, ask.policy = hosts, Policy(gap=0.0, allowed=("127.0.0.1",), retries=0)
    try:
        (unknown,) = ask(f"https://good.example:{port}/")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        good, other = ask(f"https://good.example:{port}/", f"https://other.example:{port}/")
    finally:
        stop()
    assert good.body == b"safe"
    assert (unknown.trouble, other.trouble) == (Trouble.TLS, Trouble.TLS)
    assert "self" in unknown.detail or "issuer" in unknown.detail


def test_from_https_to_http_is_told(site, ask, say, tmp_path, monkeypatch):
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("good.example").configure_cert(context)
    leads = say("", "302 Found", location=f"{site.base}/", set_cookie="a=1; Secure")
    port, stop = tls_server(context, leads)
    site.says["/"] = say("plain")
    ask.names = {"good.example": ["127.0.0.1"]}
    ask.policy = Policy(gap=0.0, allowed=("127.0.0.1",))
    try:
        (answer,) = ask(f"https://good.example:{port}/")
    finally:
        stop()
    assert answer.body == b"plain"
    assert answer.detail == "it leads from https to http"


def tls_server(context, reply):
    loop, ready, port = asyncio.new_event_loop(), threading.Event(), []

    async def serve(reader, writer):
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(reply)
            await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            pass
        writer.close()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await done.wait()
        server.close()
        await asyncio.sleep(0.05)

    done = asyncio.Event()
    thread = threading.Thread(target=lambda: (loop.run_until_complete(main()), loop.close()))
    thread.start()
    assert ready.wait(10)

    def stop():
        loop.call_soon_threadsafe(done.set)
        thread.join(10)

    return port[0], stop


def test_answers_come_one_by_one_and_may_be_left(site, ask, say):
    site.says = {f"/{each}": say(str(each)) for each in range(30)}
    urls = [f"{site.base}/{each}" for each in range(30)]

    async def go():
        some = []
        async for answer in answers(urls, ask.policy):
            some.append(answer)
            if len(some) == 5:
                break
        return [each async for each in answers(urls, ask.policy)], some

    everything, some = asyncio.run(go())
    assert sorted(each.url for each in everything) == sorted(urls)
    assert all(each.url.endswith(each.body.decode()) for each in everything)
    assert len(some) == 5


def test_visits_are_by_address_as_it_was_given(site, ask, say):
    site.says["/"] = say("<html><title>T</title><p id=here>Some words.</p>")
    now = datetime(2026, 1, 2, tzinfo=UTC)
    spelt = f"HTTP://127.0.0.1:{site.port}"
    urls = [f"{spelt}#here", f"{site.base}/#there", "mailto:x@h", f"{spelt}#here"]
    told = []
    found = visits(urls, ask.policy, now=now, progress=lambda done, of: told.append((done, of)))
    assert list(found) == urls[:3]
    assert [each.url for each in found.values()] == urls[:3]
    assert [each.verdict.value for each in found.values()] == ["alive", "alive", "refused"]
    assert [each.fragment_missing for each in found.values()] == [False, True, False]
    assert found[urls[0]].reason == "It answers (200)."
    assert told[-1] == (3, 3)
    assert len(site.asked) == 1


def test_of_a_visit_only_what_is_wanted_is_kept(site, ask, say):
    site.says["/"] = say("<p>" + "Words. " * 40_000)
    lengths = []

    def kept(visit):
        from dataclasses import replace

        lengths.append(len(visit.paper.text))
        return replace(visit, paper=None)

    found = visits([f"{site.base}/"], ask.policy, now=datetime.now(UTC), kept=kept)
    assert [each.paper for each in found.values()] == [None]
    assert lengths[0] > 200_000


SCRIPT = """
import sys, time
from datetime import UTC, datetime
from contentlint.web.policy import Policy
from contentlint.web.visiting import visits
from pathlib import Path
port, *paths = sys.argv[1:]
policy = Policy(gap=0.0, allowed=("127.0.0.1",))
print("ready", flush=True)
urls = [f"http://127.0.0.1:{port}/{path}" for path in paths]
found = visits(urls, policy, now=datetime.now(UTC))
print(*(each.verdict.value for each in found.values()))
status = Path("/proc/self/status")  # what getrusage says holds the memory of the parent
peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else "0"
print(int(peak) // 1024)
"""


def process(site, *paths):
    command = [sys.executable, "-W", "error", "-c", SCRIPT, str(site.port), *paths]
    roots = os.pathsep.join(each for each in sys.path if Path(each).is_dir())
    environment = {**os.environ, "PYTHONPATH": roots}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def test_ctrl_c_ends_within_a_second_with_what_is_known(site, say):
    async def never(request, writer):
        waited.set()
        await asyncio.sleep(60)

    waited = threading.Event()
    site.says = {"/quick": say("<p>Quick."), "/slow": never, "/slow2": never}
    work = process(site, "quick", "slow", "slow2")
    assert waited.wait(20)
    time.sleep(0.3)
    before = time.monotonic()
    work.send_signal(signal.SIGINT)
    out, err = work.communicate(timeout=20)
    assert time.monotonic() - before < 3  # a second, and what a busy machine adds
    assert (work.returncode, err) == (0, "")
    assert out.splitlines()[1] == "alive unchecked unchecked"


def test_bombs_and_endless_bodies_take_no_room(site, say):
    squeeze = zlib.compressobj(9, wbits=31)
    bomb = b"".join(squeeze.compress(b"<p>bomb " * 131_072) for _ in range(256)) + squeeze.flush()

    async def endless(request, writer):
        writer.write(OK + b"Content-Length: 536870912\r\n\r\n")
        for _ in range(8_192):
            writer.write(b"<p>endless " * 5_958)
            await writer.drain()

    names = [f"bomb{each}" for each in range(6)] + [f"endless{each}" for each in range(6)]
    for name in names:
        site.says[f"/{name}"] = endless if name[0] == "e" else say(bomb, content_encoding="gzip")
    work = process(site, *names)
    out, err = work.communicate(timeout=100)
    assert (work.returncode, err) == (0, "")
    verdicts, peak = out.splitlines()[1:]
    assert verdicts.split() == ["alive"] * 12
    assert int(peak) < 150
