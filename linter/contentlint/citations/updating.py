"""What the lock says of a source once it was asked again: what is certain now, and what later."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from contentlint.citations.evidence import Evidence, Support
from contentlint.citations.lock import Entry, Lock
from contentlint.citations.visit import Paper, Verdict, Visit

APART = timedelta(days=1)
"""How long a source has to fail before it counts as dead, or its certificate as bad."""
_YOUNGEST, _SPREAD = 7, 8
"""Days after which a source that answers is asked again: 7 to 14, by its address, so that a site's
sources do not all fall due on the day that they were first asked on."""
_LONGEST = 300
"""Code points of a title that are kept."""
_PASSING = frozenset({Verdict.FAILED, Verdict.TIMEOUT, Verdict.TLS})
_Claims = Mapping[str, tuple[Evidence, ...]]


def entry(
    visit: Visit,
    claims: _Claims,
    before: Entry | None = None,
    *,
    missing: Iterable[str] = (),
) -> Entry:
    """Return what the lock is to say of a source.

    ``claims`` is the evidence of this visit, by ``key_of``; ``before`` what the lock has said so
    far, of which what registers and archives said stays; ``missing`` are the fragments that the
    source does not have. A page that is gone is dead at once. What failed may work tomorrow: until
    it has failed for a day, that it answered before counts. What could not be looked at keeps the
    evidence of the last look, with its time.
    """
    if visit.verdict is Verdict.UNCHECKED and before is not None:
        return before
    if visit.verdict in _PASSING:
        fresh = _failed(visit, claims, before)
    elif visit.verdict.is_readable:
        fresh = _read(visit, claims, missing)
    else:
        fresh = _unread(visit, claims, before)
    if before is None:
        return fresh
    return replace(fresh, notices=before.notices, archive=before.archive)


def _read(visit: Visit, claims: _Claims, missing: Iterable[str]) -> Entry:
    paper = visit.paper or Paper()
    return Entry(
        visit.url,
        visit.verdict,
        visit.reason,
        stamp(visit.checked),
        final=_elsewhere(visit),
        permanent=visit.permanent and bool(_elsewhere(visit)),
        title=paper.title[:_LONGEST],
        published=paper.published[:_LONGEST],
        updated=paper.updated[:_LONGEST],
        digest=paper.digest,
        missing=tuple(sorted(missing)),
        claims=claims,
    )


def _elsewhere(visit: Visit) -> str:
    return "" if visit.final == visit.url else visit.final


def _unread(visit: Visit, claims: _Claims, before: Entry | None) -> Entry:
    """Return the entry of a source that is gone, or that could not be looked at."""
    known = before or Entry(visit.url, visit.verdict, "", "")
    return replace(
        known,
        verdict=visit.verdict,
        reason=visit.reason,
        checked=stamp(visit.checked),
        final=_elsewhere(visit),
        permanent=False,
        failed=known.failed if visit.verdict is Verdict.REFUSED else "",
        seen=known.seen or (known.checked if known.digest else ""),
        claims={**claims, **_known(known, claims)},
    )


def _known(before: Entry, claims: _Claims) -> dict[str, tuple[Evidence, ...]]:
    """Return what is known of claims that were looked up before."""
    return {
        key: found
        for key, found in before.claims.items()
        if key in claims and any(each.support is not Support.UNKNOWN for each in found)
    }


def _failed(visit: Visit, claims: _Claims, before: Entry | None) -> Entry:
    """Return the entry of a source that did not answer this time."""
    known = _time(before.failed) if before else None
    first = min(known or visit.checked, visit.checked)
    since = stamp(first)
    if visit.checked - first >= APART:
        verdict = Verdict.TLS if visit.verdict is Verdict.TLS else Verdict.DEAD
        told = f"{visit.reason} It has failed since {since[:10]}."
        gone = replace(visit, verdict=verdict, reason=told)
        return replace(_unread(gone, claims, before), failed=since)
    if before is None or not (before.verdict.is_readable or before.verdict.is_dead):
        return replace(_unread(visit, claims, before), failed=since)
    told = f"It did not answer this time, which may pass: {visit.reason}"
    reason = before.reason if before.verdict.is_dead else told
    kept = {**claims, **_known(before, claims)}
    return replace(before, reason=reason, failed=since, claims=kept)


def stale(
    lock: Lock,
    urls: Mapping[str, Collection[str]],
    now: datetime,
    age: timedelta | None = None,
) -> tuple[str, ...]:
    """Return which sources are to be asked again, of some with the keys of their claims.

    Those are sources that nobody has asked yet, that did not answer, or whose evidence lacks a
    claim; others once ``age`` has passed, by default 7 to 14 days.
    """
    return tuple(url for url in urls if _is_due(lock.entries.get(url), urls[url], now, age))


def _is_due(
    known: Entry | None, keys: Collection[str], now: datetime, age: timedelta | None
) -> bool:
    if known is None or known.failed or not known.verdict.is_readable:
        return True
    checked = _time(known.checked)
    if checked is None or not known.claims.keys() >= set(keys):
        return True
    if checked > now + APART:  # nobody has seen it then: a clock was wrong, or somebody wrote it
        return True
    return now - checked >= (patience(known.url) if age is None else age)


def patience(url: str) -> timedelta:
    """Return how long what was seen of a source that answers counts: 7 to 14 days."""
    spread = sha256(url.encode("utf-8", "backslashreplace")).digest()[0] % _SPREAD
    return timedelta(days=_YOUNGEST + spread)


def stamp(time: datetime) -> str:
    """Return a time as the lock has it: ISO, in UTC, to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _time(text: str) -> datetime | None:
    """Return the time that a lock file tells; None for none: anybody may have written in it."""
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
