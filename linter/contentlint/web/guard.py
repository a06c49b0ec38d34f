"""Which machines are asked: public ones, and those that the person who runs the check allows.

It is the address of the machine that counts, at the moment of the connection, not what the link
looks like: a name may lead anywhere, and so may the next answer of a server for names.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from contentlint.patterns import pattern
from contentlint.web.addresses import AddressError, parsed

_IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_CLOSED = tuple(
    ipaddress.IPv4Network(each)
    for each in (
        "0.0.0.0/8",  # this network: Linux takes it for the machine itself
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by the customers of a provider; metadata of Alibaba's cloud
        "127.0.0.0/8",
        "168.63.129.16/32",  # metadata of Azure, in the midst of public addresses
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # for protocols; metadata of Oracle's cloud, “global” to Python 3.11
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
)
_OPEN6 = ipaddress.IPv6Network("2000::/3")
"""All that was ever given to the public; loopback, link-local, private, multicast are outside."""
_CLOSED6 = tuple(
    ipaddress.IPv6Network(each)
    for each in (
        "2001::/23",  # for protocols: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: holds any IPv4 address
        "3fff::/20",  # documentation
    )
)
_HOST = pattern(r"([^/@?#\\:\s]{1,255}|\[[0-9a-fA-F:.]{2,45}\])(?::([0-9]{1,5}))?")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Reading an IP address takes as long as a tenth of a request; each host is asked many times.
_remembered = lru_cache(maxsize=4096)


@_remembered
def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet. What is no IP address is not."""
    found = _read(ip)
    return found is not None and _is_public(found)


@_remembered
def _read(ip: str) -> _IP | None:
    """Return the IP address that a text is, or stands for; None for what is none."""
    try:
        return _unwrapped(ipaddress.ip_address(ip))
    except ValueError:
        return None


def _is_public(ip: _IP) -> bool:
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _CLOSED)
    return ip in _OPEN6 and not any(ip in network for network in _CLOSED6)


def _unwrapped(ip: _IP) -> _IP:
    """Return the IPv4 address that an IPv6 address stands for, where the system connects to it.

    NAT64 is how a network without IPv4 reaches all of it, so what it wraps is judged.
    """
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return ip.ipv4_mapped
        if ip in _NAT64:
            return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip


@dataclass(frozen=True, slots=True)
class _Allowed:
    """One exception: a host as an address has it or a network, on one port or (0) on all."""

    host: str
    port: int
    network: _Network | None

    def covers(self, host: str, port: int, ip: _IP) -> bool:
        if self.port not in (0, port):
            return False
        return ip in self.network if self.network else self.host == host.removesuffix(".")


class Guard:
    """Says whether a connection may be made."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        """Take exceptions, as Policy has them. Raises ValueError for one that is none."""
        self._allowed = tuple(map(_allowed, allowed))

    @property
    def has_networks(self) -> bool:
        """Whether there is an exception by IP address: any name may lead to one."""
        return any(each.network for each in self._allowed)

    def names(self, host: str) -> bool:
        """Whether an exception names a host, on whatever port."""
        return any(each.host == host.removesuffix(".") for each in self._allowed if each.host)

    def permits(self, host: str, port: int, ip: str) -> bool:
        """Whether a host, by the name that was asked for, may be reached at an IP address."""
        found = _read(ip)
        if found is None:
            return False
        return is_public(ip) or any(each.covers(host, port, found) for each in self._allowed)


def _allowed(text: str) -> _Allowed:
    try:
        bare = text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text
        network = ipaddress.ip_network(bare, strict=False)
    except ValueError:
        return _host(text)
    return _Allowed("", 0, network)


def _host(text: str) -> _Allowed:
    found = _HOST.fullmatch(text)
    try:
        host = parsed(f"http://{found[1] if found else ''}/").host.removesuffix(".")
    except AddressError as error:
        raise ValueError(f"“{text}” is no host, host:port, IP address or network") from error
    return _Allowed(host, int(found[2] or 0) if found else 0, _single(host))


def _single(host: str) -> _Network | None:
    try:
        return ipaddress.ip_network(host)
    except ValueError:
        return None


@_remembered
def is_literal(host: str) -> bool:
    """Whether a host is an IP address, not a name."""
    return _single(host) is not None
