"""Addresses that take the place of others on a page."""

from html import unescape

from contentlint import Document, Span, pattern, untracked
from contentlint_rules.links._addresses import Parts, parts, plain

_WRITABLE = pattern(
    r"https?://(?:\w[\w.-]{0,253}|\[[0-9a-fA-F:.]{2,45}\])(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s<>\"'`\\^{|}\[\]*]{0,2000})?"
)
"""What stands as it is in a link, a tag, a definition and a table."""
_PERSISTENT = pattern(
    r"(?:\A|\.)(?:doi\.org|handle\.net|purl\.org|w3id\.org|n2t\.net|perma\.cc|orcid\.org|persee\.fr"
    r"|urn\.fi|nbn-resolving\.org|archive\.org|archive\.today|archive\.ph|webcitation\.org)\Z"
)
"""Hosts whose addresses are made to stay, and to lead on."""


def is_writable(url: str) -> bool:
    """Whether an address can be written into a page as it is, and means the same there.

    The lock or a server may hold anything: a bracket that ends a link before its end, a character
    that is not seen, an entity that stands for another character.
    """
    whole = bool(_WRITABLE.fullmatch(url)) and url.isprintable() and _is_paired(url)
    return whole and ("&" not in url or unescape(url) == url)


def _is_paired(url: str) -> bool:
    """Whether each closing bracket has its opening one before it."""
    depth = 0
    for sign in url if "(" in url or ")" in url else "":
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return False
    return not depth


def stands(document: Document, span: Span, url: str) -> bool:
    """Whether a place in the body of a page holds an address, and nothing else."""
    return span.start >= document.body.start and plain(document[span]) == url


def is_seen(document: Document, span: Span) -> bool:
    """Whether readers see the address itself."""
    kinds = (one.kind for one in document.links if one.target == span)
    return not {"autolink", "bare"}.isdisjoint(kinds)


def moved_to(url: str, final: str) -> str | None:
    """Return the address to write instead of one that leads on to another for good.

    It brings no tracking parameters along and keeps the fragment. None where the old one is
    better: it is made to stay, or only the start of a site that chooses the page itself.
    """
    old, new = parts(url), parts(final)
    if old is None or new is None or _PERSISTENT.search(old.host):
        return None
    rest = old.rest if _is_start(old) and is_same_site(old, new) else untracked(new.rest, old.rest)
    fragment = old.rest.partition("#")[2]
    if fragment and "#" not in rest:
        rest = f"{rest}#{fragment}"
    found = f"{new.scheme}://{new.host}{new.port}{rest}"
    same = f"{old.scheme}://{old.host}{old.port}{old.rest}"
    return None if found.rstrip("/") == same.rstrip("/") else found


def _is_start(address: Parts) -> bool:
    return address.rest.partition("#")[0] in {"", "/"}


def leads_to_start(url: str, final: str) -> bool:
    """Whether a page of some site was replaced by the first page of a site."""
    old, new = parts(url), parts(final)
    return bool(old and new and _is_start(new) and not _is_start(old))


def is_same_site(old: Parts, new: Parts) -> bool:
    """Whether two addresses are on one host, with or without “www.”."""
    one, other = old.host.removeprefix("www."), new.host.removeprefix("www.")
    return (one, old.port) == (other, new.port)


def on_same_site(url: str, final: str) -> bool:
    """Whether an address leads to one on its own host, with or without “www.”, and as safely."""
    old, new = parts(url), parts(final)
    if old is None or new is None or (old.scheme, new.scheme) == ("https", "http"):
        return False
    return is_same_site(old, new)
