"""Whether a browser can read the host and the port of an address.

These are the rules of the WHATWG URL standard (sections 3.5 and 4.4) for “http” and “https”.
They are written out here since nothing else of the standard can fail. The tests hold them against
ada-url, the reader that browsers and servers use: on hosts of ASCII both agree on every text. For
other hosts this is the milder one; it does not have Unicode's tables of what names may hold. As
something to depend on, ada-url would be eight megabytes (with cffi) for what is said here.
"""

import re
import unicodedata

from contentlint import pattern
from contentlint_rules.links._addresses import Parts

_FORBIDDEN = pattern(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f\ufffd]")
_ESCAPED = pattern(r"(?:%[0-9A-Fa-f]{2})+")
_UNSEEN = pattern("[\xad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_DOTS = pattern("[.。．｡]")
_NUMBER = pattern(r"[0-9]+\Z|0[xX][0-9A-Fa-f]*\Z")


def problem(address: Parts) -> str | None:
    """Say why no browser can open an address; None where it can."""
    if address.host.startswith("[") and not _is_ipv6(address.host):
        return f"“{address.host}{address.port}” is no address of a server"
    port = address.port.removeprefix(":")
    if address.port and not re.fullmatch(":[0-9]*", address.port):
        return f"“{port}” is no port: after the colon there may be digits only"
    if port and int(port[-40:].lstrip("0")[:6] or 0) > 65535:
        return f"there is no port {port}: the last one is 65535"
    if address.host.startswith("["):
        return None
    return _problem_of_name(_ascii_like(address.host))


def _problem_of_name(host: str) -> str | None:
    if not host:
        return "the name of the site is missing"
    if sign := _FORBIDDEN.search(host):
        shown = "a blank" if sign[0] <= " " else f"“{sign[0]}”"
        return f"no site has {shown} in its name"
    labels = [label.lower() for label in _DOTS.split(host)]
    numbers = labels[:-1] if len(labels) > 1 and not labels[-1] else labels
    if _NUMBER.match(numbers[-1]) and not _is_ipv4(numbers):
        return f"“{host}” is no address of a server"
    return None


def _ascii_like(host: str) -> str:
    """Return a host as it is looked up, as far as its characters have another form."""
    if "%" in host:
        host = _ESCAPED.sub(
            lambda at: bytes.fromhex(at[0].replace("%", "")).decode("utf-8", "replace"), host
        )
    if host.isascii():
        return host
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", host).casefold())


def _is_ipv4(labels: list[str]) -> bool:
    if len(labels) > 4:
        return False
    numbers = [_number(label) for label in labels]
    if None in numbers:
        return False
    *first, last = (number or 0 for number in numbers)
    return all(number <= 255 for number in first) and last < 256 ** (5 - len(labels))


def _number(label: str) -> int | None:
    if not label or len(label) > 60:
        return None
    base = 10
    if label[:2] == "0x":
        label, base = label[2:], 16
    elif len(label) > 1 and label[0] == "0":
        label, base = label[1:], 8
    if not label:
        return 0
    digits = "0123456789abcdef"[:base]
    return int(label, base) if all(char in digits for char in label) else None


def _is_ipv6(host: str) -> bool:
    """Whether brackets hold an address of version 6; the name of a network is not allowed."""
    from ipaddress import AddressValueError, IPv6Address

    inside = host[1:-1]
    if not host.endswith("]") or "%" in inside:
        return False
    try:
        IPv6Address(inside)
    except AddressValueError:
        return False
    return True
