"""How the web is asked: limits, manners, and what the person who runs the check allows."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where registers answer; each can be put in the place of the public one."""

    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    doi: str = "https://doi.org"
    wayback: str = "https://archive.org"


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits of one run: seconds, bytes, and counts.

    ``allowed`` are hosts or networks that are asked although they are not public, as
    “localhost:8000” or “10.1.0.0/16”; ``secrets`` are headers by exact origin
    (“https://intranet.example”). Both come from the command line or from the settings of the
    person who runs the check, never from a page or from the settings of a project.
    """

    at_once: int = 64
    per_host: int = 6
    gap: float = 0.05
    """Seconds between two requests to one host."""
    connect: float = 10.0
    total: float = 20.0
    """Seconds that one address may take, retries aside."""
    host_time: float = 60.0
    """Seconds that one host may be waited for in all, once it is slow or asks for patience."""
    budget: float = 300.0
    """Seconds of the whole run; what is left then is unchecked."""
    retries: int = 2
    patience: float = 10.0
    """The longest Retry-After, in seconds, that is waited for."""
    hops: int = 20
    raw: int = 4_000_000
    """Bytes of a body as it is sent, that are read."""
    inflated: int = 4_000_000
    """Bytes of a body once it is unpacked, that are read."""
    user_agent: str = ""
    """Empty: contentlint, its version and its address."""
    allowed: tuple[str, ...] = ()
    secrets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    endpoints: Endpoints = field(default_factory=Endpoints)
