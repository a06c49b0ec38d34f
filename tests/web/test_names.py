import asyncio
import errno
import shutil
import socket
import subprocess
import sys
import time

import pytest

from contentlint.web.answer import Trouble
from contentlint.web.aside import Bench, aside
from contentlint.web.failure import Failed
from contentlint.web.guard import Guard
from contentlint.web.names import Names, Offline, System
from contentlint.web.transport import failure_of, is_cut_off


@pytest.fixture
def system(monkeypatch):
    """Stand in for the system: what it knows, and what it was asked."""
    known, asked = {}, []

    def getaddrinfo(name, port, **_):
        asked.append(name)
        if name not in known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0)) for ip in known[name]]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return known, asked


def error_of(lookup, name):
    with pytest.raises(socket.gaierror) as caught:
        lookup(name)
    return caught.value.errno


def test_a_system_without_a_connection_makes_no_host_dead(system):
    known, _ = system
    known["localhost"] = ["127.0.0.1"]
    lookup = System()
    assert lookup("localhost") == ["127.0.0.1"]
    assert error_of(lookup, "some.example") == socket.EAI_AGAIN


@pytest.mark.parametrize("errno", [socket.EAI_NONAME, socket.EAI_AGAIN])
def test_without_a_connection_nothing_is_said_of_hosts_and_little_is_asked(monkeypatch, errno):
    asked = []

    def getaddrinfo(name, port, **_):
        asked.append(name)
        raise socket.gaierror(errno, "nothing")

    async def go():
        names = Names(Guard())
        for host in ("a.example", "b.example"):
            with pytest.raises(Failed) as caught:
                await names.permitted(host, 80)
            assert caught.value.trouble is Trouble.OFFLINE

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    asyncio.run(go())
    assert asked == ["a.example", "example.com", "b.example"]
    with pytest.raises(Offline):
        System()("c.example")


def test_who_hears_nothing_does_not_ask_on_and_on(system):
    known, asked = system
    lookup = System()
    assert {error_of(lookup, f"{each}.example") for each in range(500)} == {socket.EAI_AGAIN}
    assert len(asked) == 17
    known["wiki.intranet"] = ["10.0.0.1"]
    lookup = System()
    for each in range(20):
        error_of(lookup, f"{each}.example")
        if each % 10 == 0:
            assert lookup("wiki.intranet") == ["10.0.0.1"]
    assert asked[-1] == "19.example"


def test_a_server_for_names_that_fails_for_one_of_them_is_no_lack_of_a_connection(monkeypatch):
    def getaddrinfo(name, port, **_):
        if name == "example.com":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 0))]
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(Failed) as caught:
        asyncio.run(Names(Guard()).permitted("a.example", 80))
    assert caught.value.trouble is Trouble.NO_NAMES


def test_a_system_that_knows_names_is_believed(system):
    known, asked = system
    known["example.com"] = ["93.184.215.14", "93.184.215.14"]
    lookup = System()
    assert error_of(lookup, "gone.example") == socket.EAI_NONAME
    assert error_of(lookup, "gone2.example") == socket.EAI_NONAME
    assert asked == ["gone.example", "example.com", "gone2.example"]
    assert lookup("example.com") == ["93.184.215.14"]


def test_a_name_that_hangs_holds_up_nobody_else():
    def lookup(name):
        time.sleep(30 if name == "slow.example" else 0)
        return ["8.8.8.8"]

    async def go():
        names = Names(Guard(), lookup)
        slow = asyncio.ensure_future(names.permitted("slow.example", 80))
        assert await names.permitted("quick.example", 80) == ["8.8.8.8"]
        slow.cancel()

    before = time.monotonic()
    asyncio.run(go())
    assert time.monotonic() - before < 5


@pytest.mark.parametrize("error", [OSError("odd"), UnicodeError("odd label")])
def test_any_failure_of_a_look_up_is_one_of_names(error):
    def lookup(name):
        raise error

    async def go():
        await Names(Guard(), lookup).permitted("a.example", 80)

    with pytest.raises(Failed) as caught:
        asyncio.run(go())
    assert caught.value.trouble is Trouble.NO_NAMES


def test_what_is_done_aside_gives_what_it_gives():
    async def go():
        bench = Bench()
        found = [await aside(lambda: 1), await bench.do(lambda: 2), await bench.do(lambda: 3)]
        for do in (aside, bench.do):
            with pytest.raises(ZeroDivisionError):
                await do(lambda: 1 // 0)
        bench.close()
        return found

    assert asyncio.run(go()) == [1, 2, 3]


APART = """
from datetime import UTC, datetime
from contentlint.web.policy import Policy
from contentlint.web.visiting import visits
ips = ["93.184.216.34", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]
urls = ["http://93.184.216.34/", "https://mills.example/"]
for one in visits(urls, Policy(), now=datetime.now(UTC), lookup=lambda _: ips).values():
    print(one.verdict, one.reason)
"""


def test_without_a_way_out_of_here_nothing_is_known_of_a_host() -> None:
    """Names may still be known: from a file, or from a server for names on this machine."""
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("a network of its own needs Linux and a right")
    command = [*alone, sys.executable, "-c", APART]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.count("unchecked There is no connection here") == 2, done


def test_a_way_that_is_missing_to_one_host_only_is_its_own() -> None:
    assert failure_of(OSError(errno.ECONNREFUSED, "refused")).trouble is Trouble.CLOSED
    here = Trouble.OFFLINE if is_cut_off() else Trouble.CLOSED
    assert failure_of(OSError(errno.ENETUNREACH, "unreachable")).trouble is here
