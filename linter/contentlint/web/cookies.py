"""Cookies of one way from address to address: some sites lead round until theirs comes back."""

from contentlint.patterns import pattern
from contentlint.web.addresses import Address

_PAIR = pattern(r"\s{0,9}([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256})=([\x20-\x3a\x3c-\x7e]{0,4096})(;|$)")
_GONE = pattern(r"(?i);\s{0,9}max-age\s{0,9}=\s{0,9}(?:0|-\d+)\s{0,9}(?:;|$)")
_SAFE = pattern(r"(?i);\s{0,9}secure\s{0,9}(?:;|$)")
_MOST = 50
"""Cookies of one host; browsers keep some 180."""


class Cookies:
    """The cookies of each host, for that host alone, forgotten with the way."""

    def __init__(self) -> None:
        """Begin without any."""
        self._held: dict[str, dict[str, tuple[str, bool]]] = {}

    def take(self, address: Address, written: tuple[str, ...]) -> None:
        """Keep what the Set-Cookie headers of an answer say."""
        held = self._held.setdefault(address.host, {})
        for each in written[:_MOST]:
            match = _PAIR.match(each)
            if match is None:
                continue
            if _GONE.search(each):
                held.pop(match[1], None)
            elif match[1] in held or len(held) < _MOST:
                safe = address.scheme == "https" and bool(_SAFE.search(each))
                held[match[1]] = match[2].strip(), safe

    def header(self, address: Address) -> str:
        """Return the Cookie header for an address; empty without any."""
        held = self._held.get(address.host, {})
        return "; ".join(
            f"{name}={value}"
            for name, (value, safe) in held.items()
            if not safe or address.scheme == "https"
        )
