"""Sources that a project answers for as a whole: why, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Excuse:
    """Sources that nobody asks and of which nothing is said.

    ``address`` is that of a source, in which ``*`` stands for anything; ``reason`` is for people.
    ``until`` is the last day (UTC) on which it holds; None: for good.
    """

    address: str
    reason: str
    until: date | None = None

    def holds(self, today: date) -> bool:
        """Whether its day has not passed."""
        return self.until is None or today <= self.until

    def covers(self, url: str) -> bool:
        """Whether it is about a source, whatever part of it is linked to."""
        return fits(self.address, url.partition("#")[0])


def fits(address: str, url: str) -> bool:
    """Whether an address, in which ``*`` stands for anything, is another; in linear time."""
    first, *rest = address.casefold().split("*")
    url = url.casefold()
    if not rest:
        return url == first
    if not url.startswith(first) or not url.endswith(rest[-1]):
        return False
    at, end = len(first), len(url) - len(rest[-1])
    for piece in rest[:-1]:
        at = url.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end


def excuse_for(url: str, excuses: Iterable[Excuse], today: date) -> Excuse | None:
    """Return the first of some excuses that holds for a source."""
    return next((one for one in excuses if one.covers(url) and one.holds(today)), None)
