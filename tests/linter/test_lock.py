"""The lock file: what is written is read again, in an order that makes small differences."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from contentlint.citations import LOCK
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.lock import Entry, Lock, LockError, Notice, dumped, key_of, parsed
from contentlint.citations.store import load, save
from contentlint.citations.visit import Verdict
from contentlint.config import Config, ConfigError

SEEN = Entry(
    "https://mill.example/report",
    Verdict.MOVED,
    "It moved for good.",
    "2026-11-20T10:00:00Z",
    final="https://mill.example/reports/2025",
    permanent=True,
    title="The mill – a report",
    missing=("top-ten",),
    notices=(Notice("retraction", "It was retracted.", "https://doi.org/10.1000/1"),),
    claims={key_of("It turns."): (Evidence(Kind.NUMBER, "17 %", Support.NEAR, "1.7 %", "q"),)},
)
DEAD = Entry("https://mill.example/a", Verdict.DEAD, "404", "2026-11-20T10:00:00Z")


def test_what_is_written_is_read_again() -> None:
    lock = Lock().having([SEEN, DEAD])
    assert parsed(dumped(lock)) == lock


@pytest.mark.parametrize("hidden", ["\x9b31m", "\u202e", "\ud800", "\u200b", "\x1b[2J", "\x7f"])
def test_nothing_in_it_steers_a_terminal_or_hides_in_a_review(hidden: str, tmp_path: Path) -> None:
    lock = Lock().having([replace(SEEN, title=f"The {hidden} mill")])
    text = dumped(lock)
    assert not set(hidden) & set(text) - set("31m[2J")
    assert parsed(text) == lock
    save(tmp_path, lock)
    assert load(tmp_path) == lock


def test_what_no_page_cites_can_be_left_out() -> None:
    lock = Lock().having([SEEN, DEAD])
    assert lock.only([DEAD.url, "https://nobody.example/"]) == Lock().having([DEAD])


def test_it_is_sorted_whatever_was_seen_first() -> None:
    assert dumped(Lock().having([SEEN, DEAD])) == dumped(Lock().having([DEAD, SEEN]))
    assert list(json.loads(dumped(Lock().having([SEEN, DEAD])))["sources"]) == [DEAD.url, SEEN.url]


def test_one_changed_value_is_one_changed_line() -> None:
    before = dumped(Lock().having([SEEN, DEAD])).splitlines()
    newer = Entry(DEAD.url, DEAD.verdict, DEAD.reason, "2026-11-21T10:00:00Z")
    after = dumped(Lock().having([SEEN, newer])).splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_a_claim_keeps_its_key_when_only_its_blanks_change() -> None:
    assert key_of("It  turns\nat night.") == key_of("It turns at night.")
    assert key_of("It turns at night") != key_of("It turned at night")


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "{}", "[" * 9999),
        '{"version": 1}',
        '{"version": 1, "sources": {"a": {}}}',
        '{"version": 1, "sources": {"a": {"verdict": "fine", "reason": "", "checked": ""}}}',
        '{"version": 1, "sources": {"a": {"verdict": "dead", "reason": null, "checked": ""}}}',
        '{"version": 1, "sources": {"a": {"verdict": "dead", "reason": "", "checked": "", '
        '"missing": [1]}}}',
        '{"version": 1, "sources": {"a": {"verdict": "dead", "reason": "", "checked": "", '
        '"notices": [{"kind": "concern", "says": 1}]}}}',
        '{"version": 1, "sources": {"a": {"verdict": "dead", "reason": "", "checked": "", '
        '"claims": {"b": [{"kind": "number", "written": [], "support": "near"}]}}}}',
    ],
)
def test_what_is_no_lock_is_told_with_what_to_do(text: str) -> None:
    with pytest.raises(LockError, match="delete it and run"):
        parsed(text)


def test_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(LockError, match="update contentlint"):
        parsed('{"version": 2, "sources": 7}')


def test_it_lies_beside_the_settings(tmp_path: Path) -> None:
    assert Config({}, root=tmp_path).lock is None
    save(tmp_path, Lock().having([SEEN]))
    assert [file.name for file in tmp_path.iterdir()] == [LOCK]
    assert load(tmp_path).entries == {SEEN.url: SEEN}
    config = Config({}, root=tmp_path)
    assert config.lock == load(tmp_path)
    assert config.locate("page.md").locked
    (tmp_path / LOCK).write_text("no")
    with pytest.raises(ConfigError, match="cannot be read"):
        _ = Config({}, root=tmp_path).lock


def text_with(**more: object) -> str:
    entry = {"verdict": "alive", "reason": "", "checked": "2026-01-01T00:00:00Z", **more}
    return json.dumps({"version": 1, "sources": {"http://a.example/": entry}})


def test_what_is_empty_is_read_again_too() -> None:
    nothing = Evidence(Kind.YEAR, "", Support.NEAR)
    bare = replace(SEEN, reason="", checked="", claims={"k": (nothing,)}, notices=(Notice("", ""),))
    lock = Lock().having([bare])
    assert parsed(dumped(lock)) == lock


@pytest.mark.parametrize("written", ["yes", 1, {}, None])
def test_it_has_moved_for_good_or_not(written: object) -> None:
    with pytest.raises(LockError, match="neither true nor false"):
        parsed(text_with(permanent=written))


def test_nothing_is_said_twice_so_that_a_review_sees_what_counts() -> None:
    text = text_with().replace('"verdict"', '"verdict": "dead", "verdict"')
    with pytest.raises(LockError, match="“verdict” stands there twice"):
        parsed(text)


def test_what_is_wrong_is_told_in_brief() -> None:
    with pytest.raises(LockError) as told:
        parsed(text_with(verdict="x" * 100_000))
    assert len(str(told.value)) < 600


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b'{"version": 1, "sources": {"\xff": {}}}')
    with pytest.raises(LockError, match="cannot be read"):
        load(tmp_path)


def test_a_link_in_the_checkout_does_not_say_where_it_is_written(tmp_path: Path) -> None:
    precious, checkout = tmp_path / "precious", tmp_path / "checkout"
    checkout.mkdir()
    for name in (LOCK, "contentlint.lock~", f"{LOCK}~", f"{LOCK}.tmp"):
        precious.write_text("mine")
        (checkout / name).unlink(missing_ok=True)
        (checkout / name).symlink_to(precious)
    save(checkout, Lock().having([SEEN]))
    assert precious.read_text() == "mine"
    assert not (checkout / LOCK).is_symlink()
    assert load(checkout).entries == {SEEN.url: SEEN}


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    with pytest.raises(OSError, match="directory"):
        save(tmp_path, Lock().having([SEEN]))
    assert [file.name for file in tmp_path.iterdir()] == [LOCK]


def test_it_is_stopped_before_anything_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, Lock().having([SEEN]))

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path, Lock())
    assert [file.name for file in tmp_path.iterdir()] == [LOCK]
    assert load(tmp_path).entries == {SEEN.url: SEEN}
