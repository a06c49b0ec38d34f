"""What has changed at a source between two looks at it."""

from collections.abc import Iterator
from typing import NamedTuple

from contentlint.citations.evidence import Evidence, Support
from contentlint.citations.lock import Entry

_GRAVE = frozenset({"retraction", "withdrawal", "unregistered"})
"""Notices of works that can no longer be relied on."""
_HELD = (Support.SUPPORTED, Support.ELSEWHERE)


class Change(NamedTuple):
    """One thing that changed, in words; ``lost`` says that something no longer stands there."""

    words: str
    lost: bool = False


def changes(before: Entry, after: Entry) -> Iterator[Change]:
    """Yield what changed at a source, of all that the lock knows of it."""
    if after.verdict is not before.verdict:
        lost = after.verdict.is_dead and not before.verdict.is_dead
        yield Change(f"{before.verdict} → {after.verdict}: {after.reason}", lost)
    elif after.failed and not before.failed:
        yield Change(after.reason)
    if after.final != before.final and after.final:
        yield Change(f"it now leads to {after.final}")
    told = {(one.kind, one.url) for one in before.notices}
    for notice in after.notices:
        if (notice.kind, notice.url) not in told:
            yield Change(notice.says, notice.kind in _GRAVE)
    if not (before.verdict.is_readable and after.verdict.is_readable):
        return
    yield from _values(before, after)
    for key in after.claims.keys() & before.claims.keys():
        yield from _evidence(before.claims[key], after.claims[key])


def _values(before: Entry, after: Entry) -> Iterator[Change]:
    for name, what in (
        ("title", "its title"),
        ("published", "its date"),
        ("updated", "its update"),
    ):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(f"{what} was “{old}”, now “{new}”")
    if before.digest and after.digest and before.digest != after.digest:
        yield Change("its text has changed")
    gone = set(after.missing) - set(before.missing)
    for fragment in sorted(gone):
        yield Change(f"it no longer has a place “#{fragment}”")


def _evidence(before: tuple[Evidence, ...], after: tuple[Evidence, ...]) -> Iterator[Change]:
    held = {(one.kind, one.written): one for one in before}
    for new in after:
        old = held.get((new.kind, new.written))
        if old is None or old.support is new.support:
            continue
        if old.support in _HELD and new.support in (Support.ABSENT, Support.NEAR):
            instead = f"; it now says {new.found}" if new.found else ""
            yield Change(f"“{new.written}” no longer stands there{instead}", lost=True)
        elif new.support in _HELD and old.support not in _HELD:
            yield Change(f"“{new.written}” now stands there")
        else:
            yield Change(f"“{new.written}”: {old.support} → {new.support}")
