"""Addresses in parts, those that are none too: remote ones are whatever somebody wrote."""

from urllib.parse import SplitResult, urljoin, urlsplit

_NOWHERE = SplitResult("", "", "", "", "")


def split(url: str) -> SplitResult:
    """Return the parts of an address; empty ones where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return _NOWHERE


def host(url: str) -> str:
    """Return the name of the host without “www.”, in lower case."""
    return (split(url).hostname or "").removeprefix("www.")


def joined(base: str, url: str) -> str:
    """Return where an address leads on a page; empty where that is no web address."""
    try:
        whole = urljoin(base, url)
    except ValueError:
        return ""
    return whole if split(whole).scheme in ("http", "https") else ""
