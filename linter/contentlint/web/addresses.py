"""Web addresses, read as a browser reads them.

A reader follows a link with a browser, so its standard (WHATWG URL) decides what an address means,
by way of Ada. Of the odd ones that were tried, yarl took ``http://256.1.1.1/`` and kept
``http://127.1/`` as a name, and wrote ``%zz`` as ``%25zz``; httpx kept a port of 99999. What is
asked is exactly what a browser would ask.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ada_url

from contentlint.patterns import pattern

LONGEST = 8_000
"""Code points of an address: servers and proxies refuse longer ones."""

_PORTS = {"http": 80, "https": 443}
_ASKED = ("href", "protocol", "username", "password", "hostname", "port")
_SPELT = pattern(r"%([0-9A-Fa-f]{2})")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class AddressError(ValueError):
    """The text is no address that is asked; the words say why."""


@dataclass(frozen=True)
class Address:
    """An address that can be asked: ``url`` as it is asked, without the fragment.

    ``fragment`` is as it was written, without its ``#``. ``host`` is in lower case and in ASCII,
    an IP address in its only spelling, without brackets.
    """

    url: str
    fragment: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a secret may be sent to."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @cached_property
    def key(self) -> str:
        """The same for addresses that ask for the same: escapes are spelt in one way (RFC 3986)."""
        return _SPELT.sub(_respelt, self.url) if "%" in self.url else self.url


def parsed(text: str, base: Address | None = None) -> Address:
    """Return the address that a text is, or is as seen from another. Raises AddressError."""
    if len(text) > LONGEST:
        raise AddressError(f"the address is longer than {LONGEST:,} characters")
    try:
        joined = ada_url.join_url(base.url, text) if base else text
        plain = ada_url.parse_url(joined, _ASKED)
    except (ValueError, UnicodeError) as error:
        raise AddressError("it is no address that a browser understands") from error
    return _checked(plain, text.partition("#")[2])


def _checked(plain: Mapping[str, Any], fragment: str) -> Address:
    scheme, host = plain["protocol"][:-1], plain["hostname"].strip("[]")
    if scheme not in _PORTS:
        raise AddressError(f"only http and https are asked, not {scheme[:20]}")
    if plain["username"] or plain["password"]:
        raise AddressError("it holds a user's name or a password, which is never sent")
    if not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")) and (
        ":" not in host
    ):
        raise AddressError("the name of its host has an empty part or one of over 63 characters")
    port = int(plain["port"] or _PORTS[scheme])
    if not port:
        raise AddressError("nobody can listen on port 0")
    return Address(plain["href"].partition("#")[0], fragment, scheme, host, port)


def _respelt(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _PLAIN else match[0].upper()
