"""What the lock says after a source was asked again: what is dead at once, and what only later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.lock import Entry, Lock, Notice
from contentlint.citations.updating import entry, patience, stale, stamp
from contentlint.citations.visit import Paper, Verdict, Visit

URL = "https://mill.example/report"
DAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
FOUND = {"k": (Evidence(Kind.NUMBER, "17 %", Support.SUPPORTED, "17 %", "It turns 17 %."),)}
BLIND = {"k": (Evidence(Kind.NUMBER, "17 %", Support.UNKNOWN, why="It was not read."),)}
PAPER = Paper(
    "It turns 17 %.", ("The mill",), published="2025", digest="ab", anchors=frozenset("a")
)
PASSING = [Verdict.FAILED, Verdict.TIMEOUT, Verdict.TLS]
UNSEEN = [Verdict.BLOCKED, Verdict.LOGIN, Verdict.REFUSED]


def seen(verdict: Verdict, days: float = 0, **more: object) -> Visit:
    paper = PAPER if verdict.is_readable else None
    given = {"paper": paper, "final": URL, **more}
    return Visit(URL, verdict, f"So: {verdict}.", DAY + timedelta(days=days), **given)  # type: ignore[arg-type]


ALIVE = entry(seen(Verdict.ALIVE), FOUND)


def test_a_page_that_answers_is_told_with_what_it_says() -> None:
    said = Entry(
        URL,
        Verdict.ALIVE,
        "So: alive.",
        "2026-11-20T10:00:00Z",
        title="The mill",
        published="2025",
        digest="ab",
        claims=FOUND,
    )
    assert said == ALIVE


@pytest.mark.parametrize("verdict", [Verdict.DEAD, Verdict.SOFT_404])
def test_what_is_gone_is_dead_at_once_and_its_evidence_stays(verdict: Verdict) -> None:
    gone = entry(seen(verdict, 3), BLIND, ALIVE)
    assert (gone.verdict, gone.checked) == (verdict, "2026-11-23T10:00:00Z")
    assert (gone.seen, gone.title, gone.claims) == (ALIVE.checked, "The mill", FOUND)


@pytest.mark.parametrize("verdict", PASSING)
def test_a_failure_leaves_what_was_known_for_a_day(verdict: Verdict) -> None:
    first = entry(seen(verdict, 3), BLIND, ALIVE)
    assert first == replace(
        ALIVE,
        failed="2026-11-23T10:00:00Z",
        reason=f"It did not answer this time, which may pass: So: {verdict}.",
    )
    again = entry(seen(verdict, 3.9), BLIND, first)
    assert again == first
    later = entry(seen(verdict, 4), BLIND, again)
    assert later.verdict is (verdict if verdict is Verdict.TLS else Verdict.DEAD)
    assert later.reason.endswith("It has failed since 2026-11-23.")
    assert (later.failed, later.claims) == (first.failed, FOUND)


@pytest.mark.parametrize("verdict", PASSING)
def test_the_first_thing_that_is_seen_may_be_a_failure(verdict: Verdict) -> None:
    first = entry(seen(verdict), BLIND)
    assert (first.verdict, first.failed, first.claims) == (verdict, stamp(DAY), BLIND)
    assert entry(seen(verdict, 0.5), BLIND, first).verdict is verdict
    assert entry(seen(verdict, 1), BLIND, first).verdict in (Verdict.DEAD, Verdict.TLS)


def test_an_answer_ends_a_run_of_failures() -> None:
    failing = entry(seen(Verdict.TIMEOUT, 1), BLIND, ALIVE)
    answered = entry(seen(Verdict.ALIVE, 2), FOUND, failing)
    assert answered == replace(ALIVE, checked="2026-11-22T10:00:00Z")
    blocked = entry(seen(Verdict.BLOCKED, 2), BLIND, failing)
    assert blocked.failed == ""
    assert entry(seen(Verdict.REFUSED, 2), BLIND, failing).failed == failing.failed


def test_what_is_dead_stays_dead_when_it_fails() -> None:
    dead = entry(seen(Verdict.DEAD), BLIND)
    later = entry(seen(Verdict.TIMEOUT, 1), BLIND, dead)
    assert (later.verdict, later.reason) == (Verdict.DEAD, dead.reason)


@pytest.mark.parametrize("verdict", UNSEEN)
def test_what_could_not_be_looked_at_keeps_the_last_evidence_and_its_time(verdict: Verdict) -> None:
    first = entry(seen(verdict, 3), BLIND, ALIVE)
    assert (first.verdict, first.seen, first.claims) == (verdict, ALIVE.checked, FOUND)
    second = entry(seen(verdict, 9), BLIND, first)
    assert (second.checked, second.seen) == ("2026-11-29T10:00:00Z", ALIVE.checked)
    fresh = entry(seen(verdict), BLIND)
    assert (fresh.seen, fresh.claims) == ("", BLIND)


def test_what_was_not_asked_is_as_it_was() -> None:
    assert entry(seen(Verdict.UNCHECKED, 3), BLIND, ALIVE) is ALIVE


def test_a_claim_that_no_page_makes_any_more_is_forgotten() -> None:
    other = {"new": BLIND["k"]}
    assert entry(seen(Verdict.BLOCKED), other, ALIVE).claims == other


def test_evidence_that_says_nothing_is_not_kept() -> None:
    blind = entry(seen(Verdict.BLOCKED), BLIND)
    told = {"k": (replace(BLIND["k"][0], why="It asks for a name."),)}
    assert entry(seen(Verdict.LOGIN, 1), told, blind).claims == told


def test_where_it_moved_is_told_and_only_that() -> None:
    moved = seen(Verdict.MOVED, final="https://mill.example/new", permanent=True)
    assert (entry(moved, FOUND).final, entry(moved, FOUND).permanent) == (moved.final, True)
    assert not entry(replace(moved, permanent=False), FOUND).permanent
    assert not entry(replace(moved, final=URL), FOUND).permanent
    assert entry(replace(moved, final=URL), FOUND).final == ""


def test_what_the_source_lacks_is_told_in_order() -> None:
    assert entry(seen(Verdict.ALIVE), {}, missing=["b", "a"]).missing == ("a", "b")


def test_what_registers_and_archives_said_stays() -> None:
    told = replace(ALIVE, notices=(Notice("retraction", "R."),), archive="https://a.example")
    assert entry(seen(Verdict.ALIVE), FOUND, told) == told


def test_what_is_due() -> None:
    due = patience(URL)
    assert timedelta(days=7) <= due <= timedelta(days=14)
    lock = Lock().having([ALIVE])

    def asked(days: float, keys: tuple[str, ...] = ("k",), age: timedelta | None = None) -> bool:
        return bool(stale(lock, {URL: keys}, DAY + timedelta(days=days), age))

    assert not asked(6.9)
    assert asked(due.days)
    assert asked(0, ("k", "new"))
    assert asked(1, age=timedelta(days=1))
    assert stale(Lock(), {URL: ()}, DAY) == (URL,)


@pytest.mark.parametrize("verdict", [*PASSING, *UNSEEN, Verdict.DEAD, Verdict.SOFT_404])
def test_what_did_not_answer_is_asked_again_every_time(verdict: Verdict) -> None:
    lock = Lock().having([entry(seen(verdict), FOUND, ALIVE)])
    assert stale(lock, {URL: ("k",)}, DAY)


@pytest.mark.parametrize("broken", ["", "yesterday", "2026-11-20T10:00:00", 7, None])
def test_times_that_somebody_wrote_into_the_lock_are_not_trusted(broken: str) -> None:
    lock = Lock().having([replace(ALIVE, checked=broken)])
    assert isinstance(stale(lock, {URL: ("k",)}, DAY), tuple)
    odd = replace(ALIVE, failed=broken)
    assert entry(seen(Verdict.TIMEOUT), BLIND, odd).verdict.is_readable


def test_not_all_sources_of_a_site_are_due_on_one_day() -> None:
    assert len({patience(f"https://mill.example/{number}") for number in range(100)}) == 8


def test_a_look_in_the_future_is_none() -> None:
    for days, due in ((0.5, ()), (2, (URL,)), (2_000_000, (URL,))):
        known = replace(ALIVE, checked=stamp(DAY + timedelta(days=days)))
        assert stale(Lock({URL: known}), {URL: {"k"}}, DAY) == due


@pytest.mark.parametrize(
    "failed",
    ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2030-01-01", "soon", "0001-01-01"],
)
def test_whatever_the_lock_says_of_a_failure_it_is_judged(failed: str) -> None:
    before = replace(ALIVE, failed=failed)
    again = entry(seen(Verdict.FAILED, 3), BLIND, before)
    if failed == "0001-01-01":
        assert again.verdict is Verdict.DEAD
    else:
        assert (again.verdict, again.failed) == (Verdict.ALIVE, "2026-11-23T10:00:00Z")
    later = entry(seen(Verdict.FAILED, 5), BLIND, again)
    assert later.verdict is Verdict.DEAD
