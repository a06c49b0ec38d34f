"""What came of asking for one address, and what the page there says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What an address is worth. One address has one verdict at a time.

    Only ``DEAD`` and ``SOFT_404`` mean that a reader finds nothing; what could not be found out
    is never called dead.
    """

    ALIVE = "alive"
    """It answers with a page."""
    MOVED = "moved"
    """It answers from another address, for good (301, 308)."""
    DEAD = "dead"
    """404, 410, a host that does not exist; anything else only twice, a day apart."""
    SOFT_404 = "soft-404"
    """It answers “200 OK” with a page that says that there is none."""
    LOGIN = "login"
    """It answers with a form to sign in."""
    BLOCKED = "blocked"
    """It answers people, maybe, but not programs (403, 429, 999, a challenge)."""
    FAILED = "failed"
    """It failed this time (5xx, reset): nothing is known until it fails again another day."""
    TIMEOUT = "timeout"
    """It did not answer in time."""
    TLS = "tls"
    """Its certificate is not valid."""
    REFUSED = "refused"
    """It was not asked: its address or one that it leads to is not public, or no web address."""
    UNCHECKED = "unchecked"
    """It was not asked: the time of the run was up, or somebody stopped it."""

    @property
    def is_dead(self) -> bool:
        """Whether a reader finds nothing there."""
        return self in (Verdict.DEAD, Verdict.SOFT_404)

    @property
    def is_readable(self) -> bool:
        """Whether its page could be read."""
        return self in (Verdict.ALIVE, Verdict.MOVED)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a source says, as text.

    ``text`` has a line for each block of the page, with all that a reader sees, tables included.
    ``whole`` is False where the page was cut, or where its text is made by a program that was not
    run: then what is absent from the text may still stand on the page. ``published`` and
    ``updated`` are ISO dates, or years, as the page says of itself. ``names`` are what the page
    may be called, the likeliest first; ``anchors`` are the ids of its elements. ``digest`` is the
    SHA-256 of ``text``, in hex, of which 16 digits are kept.
    """

    text: str = ""
    names: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    language: str = ""
    kind: str = "html"
    whole: bool = True
    canonical: str = ""
    anchors: frozenset[str] = frozenset()
    digest: str = ""

    @property
    def title(self) -> str:
        """Its likeliest title; empty where it tells none."""
        return self.names[0] if self.names else ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for one address, in words, and where it led.

    ``final`` is the address that answered. ``permanent`` says that each step on the way there was
    for good. ``hops`` are the addresses on the way, first and last included. ``status`` is that of
    the last answer, 0 without one. ``paper`` is None where the page was not read. ``seconds`` is
    how long it took.
    """

    url: str
    verdict: Verdict
    reason: str
    checked: datetime
    final: str = ""
    permanent: bool = False
    status: int = 0
    hops: tuple[str, ...] = ()
    paper: Paper | None = None
    seconds: float = 0.0
    fragment_missing: bool = False
    """Whether the page surely lacks what the part of the address after “#” names."""
    bug: str = ""
    """What broke here, and is no fault of the page; it was judged as one that cannot be read."""
