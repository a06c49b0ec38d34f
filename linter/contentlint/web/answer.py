"""What the network gave for one address, before anybody judges what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Trouble(StrEnum):
    """Why there is no answer, or none to go on with."""

    NO_HOST = "no-host"
    """The name of the host does not exist (a server for names said so)."""
    NO_NAMES = "no-names"
    """The server for names did not answer: nothing is known of the host."""
    OFFLINE = "offline"
    """No name at all could be looked up: there is no connection here."""
    CLOSED = "closed"
    """Nobody listens there, or the connection was ended before an answer."""
    TIMEOUT = "timeout"
    """It took longer than one address may."""
    TLS = "tls"
    """The certificate is not valid, or no safe connection could be made."""
    PRIVATE = "private"
    """The address, or one that it leads to, is not public."""
    ADDRESS = "address"
    """It is no web address, or one with a user's name in it; so is one that it leads to."""
    LOOP = "loop"
    """It leads to itself."""
    HOPS = "hops"
    """It leads on too many times."""
    GARBLED = "garbled"
    """The answer is no HTTP."""
    PATIENCE = "patience"
    """It asks to come back later than anybody waits."""
    BUDGET = "budget"
    """The time of the run, or that of its host, was up."""
    STOPPED = "stopped"
    """Somebody stopped the run."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One request: the address that was asked, and the status that it answered with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The last answer for an address, and the way to it.

    ``hops`` are all requests, the last included, retries not. ``headers`` have names in lower case.
    ``body`` is unpacked; ``cut`` says that there is more of it than was read, or that it ended too
    early. ``detail`` says in words what the trouble is; it may hold words of the other side.
    ``tries`` counts the requests with retries, ``seconds`` is the time of all of them.
    """

    url: str
    hops: tuple[Hop, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    trouble: Trouble | None = None
    detail: str = ""
    tries: int = 1
    seconds: float = 0.0
    bug: str = ""
    """What broke here, and is no fault of the other side."""

    @property
    def status(self) -> int:
        """The status of the last answer; 0 without one."""
        return self.hops[-1].status if self.hops else 0

    @property
    def final(self) -> str:
        """The address that was asked last."""
        return self.hops[-1].url if self.hops else self.url
