import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.web.answer import Trouble
from contentlint.web.guard import Guard, is_literal, is_public
from contentlint.web.policy import Policy

CLOSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.255.255.254 168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192
192.0.2.7 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.9 224.0.0.1
239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::127.0.0.1
64:ff9b::10.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1
2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 4000::1 fc00::1
fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
"""
OPEN = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0
198.17.255.255 198.20.0.0 223.255.255.255
::ffff:8.8.8.8 64:ff9b::8.8.8.8 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4007::200e
"""


@pytest.mark.parametrize("ip", CLOSED.split())
def test_what_is_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", OPEN.split())
def test_what_is_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    "text", ["", "localhost", "127.1", "0x7f000001", "1.2.3", "[::1]", "1.1.1.1 "]
)
def test_what_is_no_address_of_a_machine_is_not_public(text):
    assert not is_public(text)


@given(st.ip_addresses())
def test_nothing_is_public_that_python_knows_is_not(ip):
    inside = getattr(ip, "ipv4_mapped", None) or ip
    if inside in ipaddress.ip_network("64:ff9b::/96") if inside.version == 6 else False:
        return
    if is_public(str(ip)):
        assert inside.is_global
        assert not inside.is_multicast


def test_exceptions_cover_what_they_name_and_nothing_else():
    guard = Guard(["localhost:8000", "intranet.example", "10.1.0.0/16", "127.0.0.9", "[::1]:81"])
    assert guard.permits("localhost", 8000, "127.0.0.1")
    assert guard.permits("localhost", 8000, "::1")
    assert guard.permits("localhost.", 8000, "127.0.0.1")
    assert not guard.permits("localhost", 8001, "127.0.0.1")
    assert not guard.permits("127.0.0.1", 8000, "127.0.0.1")
    assert not guard.permits("evil.example", 8000, "127.0.0.1")
    assert guard.permits("intranet.example", 443, "10.200.0.1")
    assert not guard.permits("x.intranet.example", 443, "10.200.0.1")
    assert guard.permits("any.example", 80, "10.1.2.3")
    assert guard.permits("any.example", 80, "::ffff:10.1.2.3")
    assert not guard.permits("any.example", 80, "10.2.0.1")
    assert guard.permits("127.0.0.9", 1, "127.0.0.9")
    assert guard.permits("::1", 81, "::1")
    assert not guard.permits("::1", 82, "::1")
    assert guard.permits("example.com", 80, "93.184.215.14")
    assert not guard.permits("example.com", 80, "no address")


def test_an_exception_may_be_spelt_in_any_way():
    for spelt in ("127.1:80", "2130706433:80", "127.0.0.1:80"):
        assert Guard([spelt]).permits("127.0.0.1", 80, "127.0.0.1")
    assert Guard(["Bücher.example"]).permits("xn--bcher-kva.example", 80, "10.0.0.1")


@pytest.mark.parametrize(
    "text", ["", "http://localhost/", "a b", "u@h", "h:port", "h:80:80", "[::1", "10.0.0.0/99", "/"]
)
def test_an_exception_that_is_none_is_told(text):
    with pytest.raises(ValueError, match="no host, host:port, IP address or network"):
        Guard([text])


def test_literals():
    assert is_literal("127.0.0.1")
    assert is_literal("::1")
    assert not is_literal("localhost")


SPELLINGS = [
    "http://127.0.0.1:{}/",
    "http://127.1:{}/",
    "http://127.2.3.4:{}/",
    "http://2130706433:{}/",
    "http://0x7f000001:{}/",
    "http://0177.0.0.01:{}/",
    "http://0.0.0.0:{}/",
    "http://0:{}/",
    "http://①②⑦.⓪.⓪.①:{}/",
    "http://[::1]:{}/",
    "http://[::ffff:127.0.0.1]:{}/",
    "http://[0:0:0:0:0:ffff:7f00:1]:{}/",
    "http://[::]:{}/",
    "http://localhost:{}/",
    "http://LOCALHOST.:{}/",
    "http://inner.example:{}/",
    "http://both.example:{}/",
    "http://mapped.example:{}/",
]


@pytest.fixture
def shut(ask):
    """The same without any exception, and with names that lead to the machine itself."""
    ask.policy = Policy(gap=0.0, connect=2.0, total=4.0)
    ask.names = {
        "localhost": ["127.0.0.1", "::1"],
        "localhost.": ["127.0.0.1"],
        "inner.example": ["127.0.0.1"],
        "both.example": ["10.0.0.1", "127.0.0.1"],
        "mapped.example": ["::ffff:127.0.0.1"],
    }
    return ask


def test_no_spelling_reaches_the_machine_itself(site, shut):
    answers = shut(*(each.format(site.port) for each in SPELLINGS))
    assert {each.trouble for each in answers} == {Trouble.PRIVATE}
    assert all("not on the public internet" in each.detail for each in answers)
    assert site.asked == []


def test_no_redirect_leads_there(site, ask, say):
    ask.names = {"inner.example": ["127.0.0.1"], "start.example": ["127.0.0.1"]}
    ask.policy = Policy(gap=0.0, allowed=(f"start.example:{site.port}",))
    wanted = [each.format(site.port) for each in SPELLINGS if "example" not in each]
    wanted += [f"http://inner.example:{site.port}/", "http://169.254.169.254/latest/meta-data/"]
    wanted = [each for each in wanted if "localhost" not in each.lower()]
    for number, location in enumerate(wanted):
        shown = location.encode("ascii", "ignore").decode() if location.isascii() else None
        site.says[f"/{number}"] = say("", "302 Found", location=shown or "http://127.1/")
    answers = ask(*(f"http://start.example:{site.port}/{each}" for each in range(len(wanted))))
    assert {each.trouble for each in answers} == {Trouble.PRIVATE}
    assert [each.status for each in answers] == [302] * len(wanted)
    assert len(site.asked) == len(wanted)


def test_an_allowed_name_does_not_allow_its_address(site, ask, say):
    site.says["/"] = say("inside")
    ask.names = {"intranet.example": ["127.0.0.1"]}
    ask.policy = Policy(gap=0.0, allowed=("intranet.example",))
    by_name, by_address = ask(f"http://intranet.example:{site.port}/", f"{site.base}/")
    assert by_name.body == b"inside"
    assert by_address.trouble is Trouble.PRIVATE


def test_of_several_addresses_only_permitted_ones_are_used(site, ask, say):
    site.says["/"] = say("here")
    ask.names = {"both.example": ["10.255.255.1", "127.0.0.1"]}
    (answer,) = ask(f"http://both.example:{site.port}/")
    assert answer.body == b"here"


def test_a_name_is_looked_up_once_whatever_it_says_later(site, ask, say):
    """A name that is public at first and private then (rebinding) has nothing to gain."""
    site.says["/"] = say("here")
    looked = []

    def lookup(name):
        looked.append(name)
        return ["127.0.0.1"] if len(looked) == 1 else ["169.254.169.254"]

    ask.lookup = lookup
    answers = ask(*(f"http://turning.example:{site.port}/?{each}" for each in range(5)))
    assert {each.trouble for each in answers} == {None}
    assert looked == ["turning.example"]


def test_proxies_of_the_environment_are_not_used(site, ask, say, monkeypatch):
    site.says["/"] = say("direct")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    (answer,) = ask(f"{site.base}/")
    assert answer.body == b"direct"


def test_the_last_look_is_at_the_socket(site):
    """Whatever gave the address: no socket is opened to a machine that nobody permitted."""
    from contentlint.web.names import Names
    from contentlint.web.transport import _Gate

    guard = Guard(["127.0.0.1:9"])
    gate = _Gate(Names.__new__(Names), guard)
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))
    with pytest.raises(PermissionError):
        gate.opened(info)
    gate.opened((*info[:4], ("127.0.0.1", 9))).close()


SPELT = """
127.0.0.1 127.1 0x7f.1 017700000001 2130706433 0 0.0.0.0 127.0.0.1. %31%32%37.0.0.1 127。0。0。1
①②⑦.0.0.1 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1]
[2002:7f00:1::] [::1%25lo] evil.localhost localhost.evil.test at-home.test x@127.0.0.1
127.0.0.1\\@evil.test mixed.test
"""


@pytest.mark.parametrize("allowed", [(), ("localhost:{other}", "good.test")])
def test_no_spelling_leads_to_the_machine_itself(site, ask, allowed):
    homes = ("localhost", "evil.localhost", "localhost.evil.test", "at-home.test")
    ask.names = {name: ["127.0.0.1"] for name in homes} | {"good.test": ["192.0.2.1"]}
    ask.names["mixed.test"] = ["127.0.0.1", "::1"]
    exceptions = tuple(each.format(other=site.port + 1) for each in allowed)
    urls = [
        f"http://{host}:{site.port}/"
        for host in (*SPELT.split(), "localhost", "LOCALHOST", "ⓛocalhost")
    ]
    found = ask(*urls, allowed=exceptions)
    assert site.asked == []
    assert {answer.trouble for answer in found} <= {Trouble.PRIVATE, Trouble.ADDRESS}


def test_an_allowed_host_says_nothing_of_its_other_names(site, ask):
    ask.names = {"localhost": ["127.0.0.1"], "at-home.test": ["127.0.0.1"]}
    ask.names["localhost."] = ["127.0.0.1"]
    allowed = (f"localhost:{site.port}",)
    secret = {f"http://localhost:{site.port}": {"authorization": "secret"}}
    hosts = ("localhost", "at-home.test", "127.0.0.1", "LocalHost", "localhost.")
    urls = [f"http://{host}:{site.port}/{number}" for number, host in enumerate(hosts)]
    ask(*urls, allowed=allowed, secrets=secret)
    had = {each.path: each.headers.get("authorization") for each in site.asked}
    assert had == {"/0": "secret", "/3": "secret", "/4": None}
