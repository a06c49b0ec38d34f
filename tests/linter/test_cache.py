import os
import sqlite3
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from contentlint import cache as module
from contentlint import ground, runner
from contentlint.cache import Cache
from contentlint.config import Config
from contentlint.runner import Run, Task
from contentlint.suppression import UnusedSuppression


@pytest.fixture
def config(registry):
    return Config(registry).choosing(["swap", "twins"])


@pytest.fixture
def looked(monkeypatch):
    """The names of the files that were looked at, and not remembered."""
    seen = []
    examine = runner.examine

    def spying(path, task):
        seen.append(path)
        return examine(path, task)

    monkeypatch.setattr(runner, "examine", spying)
    return seen


@pytest.fixture
def pages(site):
    names = [site("a.md", "foo\n"), site("b.md", "# B\n"), site("c.md", "foo\n")]
    for name in names:
        os.utime(name, (1_000_000_000, 1_000_000_000))
    return names


def _run(config, files, folder):
    return Run(Task(config, hashed=True), jobs=1, cache=Cache(config, folder)).over(files)


def _same(first, second):
    assert replace(first, seconds=0) == replace(second, seconds=0)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / ".cache"


@pytest.fixture(params=["settled", "fresh"])
def clock(request, monkeypatch):
    """Whether the pages were written long ago, or just now, when times tell nothing."""
    if request.param == "settled":
        now = time.time_ns() + 3_600_000_000_000
        monkeypatch.setattr(module.time, "time_ns", lambda: now)
    return request.param


def test_the_second_run_says_the_same_without_looking(config, pages, folder, looked, clock):
    first = _run(config, pages, folder)
    assert looked == pages
    looked.clear()
    second = _run(config, pages, folder)
    assert looked == []
    _same(first, second)
    assert [one.rule for one in second.diagnostics] == ["swap", "swap", "twins"]


def test_settled_pages_are_not_even_read(config, pages, folder, looked, monkeypatch):
    monkeypatch.setattr(module.time, "time_ns", lambda: 10**19)
    _run(config, pages, folder)
    monkeypatch.setattr(module, "read", None)
    looked.clear()
    assert len(_run(config, pages, folder).diagnostics) == 3
    assert looked == []


def test_a_changed_page_is_looked_at_again(config, pages, folder, looked, clock, site):
    _run(config, pages, folder)
    status = Path("b.md").stat()
    site("b.md", "foo\n")
    os.utime("b.md", ns=(status.st_atime_ns, status.st_mtime_ns))
    looked.clear()
    report = _run(config, pages, folder)
    assert looked == ["b.md"]
    assert [one.path for one in report.diagnostics if one.rule == "swap"] == pages


def test_a_page_touched_but_equal_is_known_by_its_hash(config, pages, folder, looked, clock):
    _run(config, pages, folder)
    os.utime("a.md")
    looked.clear()
    _run(config, pages, folder)
    assert looked == []


def test_a_page_that_is_gone_is_not_known(config, pages, folder, looked):
    _run(config, pages, folder)
    Path("b.md").unlink()
    looked.clear()
    assert _run(config, pages, folder).errors[0].path == "b.md"
    assert looked == ["b.md"]


def test_a_page_that_became_unreadable_is_not_known(config, pages, folder, looked, site):
    _run(config, pages, folder)
    with sqlite3.connect(folder / "pages-1.sqlite") as connection:
        connection.execute("update pages set size = 0")
    connection.close()
    Path("b.md").unlink()
    os.mkfifo("b.md")
    looked.clear()
    assert [error.path for error in _run(config, pages, folder).errors] == ["b.md"]
    assert looked == pages


def test_other_settings_know_nothing(config, pages, folder, looked):
    _run(config, pages, folder)
    looked.clear()
    _run(config.choosing([], ["swap"]), pages, folder)
    assert looked == pages


def test_another_version_of_a_rule_knows_nothing(config, pages, folder, looked, monkeypatch):
    _run(config, pages, folder)
    looked.clear()
    monkeypatch.setattr(module, "_code", lambda config: iter([("rule.py", 1, 2)]))
    _run(config, pages, folder)
    assert looked == pages


def test_the_code_of_rules_is_in_the_key():
    from contentlint.registry import installed

    names = [name for name, _, _ in module._code(Config(installed()))]
    assert any(name.endswith("citation_marker.py") for name in names)
    assert any(name.endswith("engine.py") for name in names)


def test_pages_with_errors_are_not_kept(config, folder, looked, site):
    name = site("bad.md", b"\xff")
    for _ in range(2):
        assert _run(config, [name], folder).errors
    assert looked == [name, name]
    assert not folder.exists()


def test_a_crash_is_told_every_time(registry, folder, looked, site):
    config = Config(registry).choosing(["swap", "fragile"])
    name = site("a.md", "broken\n")
    for _ in range(2):
        assert "fragile" in _run(config, [name], folder).errors[0].message
    assert looked == [name, name]


@pytest.mark.parametrize("content", [b"", b"garbage" * 999, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_cache_costs_only_time(config, pages, folder, looked, content):
    folder.mkdir()
    (folder / "pages-1.sqlite").write_bytes(content)
    first = _run(config, pages, folder)
    _same(first, _run(config, pages, folder))
    looked.clear()
    _same(first, _run(config, pages, folder))
    assert looked == []


@pytest.mark.parametrize("found", ["[]", "[[[1]], null]", "not json", "3", "[[], {}]"])
def test_a_row_that_was_meddled_with_is_not_believed(config, pages, folder, looked, found):
    first = _run(config, pages, folder)
    with sqlite3.connect(folder / "pages-1.sqlite") as connection:
        connection.execute("update pages set found = ?", (found,))
    connection.close()
    looked.clear()
    _same(first, _run(config, pages, folder))
    assert looked == pages


def test_a_row_that_is_signed_but_senseless_is_not_believed(config, pages, folder, looked):
    first = _run(config, pages, folder)
    cache = Cache(config, folder)
    with sqlite3.connect(folder / "pages-1.sqlite") as connection:
        for path, *rest in connection.execute(
            "select path, size, written, digest, found, sum from pages"
        ).fetchall():
            row = module._Row(*rest)._replace(found="[[[1]], null]")
            connection.execute(
                "update pages set found = ?, sum = ? where path = ?",
                (row.found, cache._sum(path, row), path),
            )
    connection.close()
    looked.clear()
    _same(first, _run(config, pages, folder))
    assert looked == pages


def test_a_locked_cache_is_neither_waited_for_nor_broken(config, pages, folder, looked):
    first = _run(config, pages, folder)
    file = folder / "pages-1.sqlite"
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("pragma locking_mode = exclusive")
    connection.execute("begin exclusive")
    started = time.monotonic()
    _same(first, _run(config, pages, folder))
    assert time.monotonic() - started < 5
    connection.close()
    assert file.is_file()


def test_a_place_that_cannot_hold_a_cache_does_without(config, pages, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert len(_run(config, pages, blocked / "below").diagnostics) == 3


def test_facts_and_names_that_no_row_can_hold_are_not_kept(config, folder, site, monkeypatch):
    cache = Cache(config, folder)
    cache._stamps = {"caf\udce9.md": module._Stamp(1, 1), "a.md": module._Stamp(1, 1)}
    cache.keep(
        [
            runner.Outcome("caf\udce9.md", digest=b"x"),
            runner.Outcome("a.md", digest=b"x", facts={"rule": object()}),
        ]
    )
    assert not folder.exists()


def test_a_cache_that_grew_too_large_starts_anew(config, pages, folder, looked, monkeypatch):
    _run(config, pages, folder)
    monkeypatch.setattr(module, "_LARGEST", 10)
    _run(config, ["a.md"], folder)
    monkeypatch.setattr(module, "_LARGEST", 10**9)
    os.utime("b.md")
    _run(config, pages, folder)
    looked.clear()
    _run(config, pages, folder)
    assert looked == []


def test_it_lies_where_no_checkout_can_bring_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert module.directory() == tmp_path / "contentlint"


def test_a_comment_with_a_day_ends_on_a_page_that_is_known(
    registry, folder, looked, site, monkeypatch
):
    """What was found before the day, and is kept, holds after it too."""
    config = Config({**registry, UnusedSuppression.name: UnusedSuppression})
    config = config.choosing(["swap", "maybe", "twins", "unused-suppression"])
    comment = "<!-- contentlint-disable-file until 2027-03-01: it moves -->"
    files = [site("a.md", "# One\n"), site("b.md", f"# One\n\nfoo, perhaps\n\n{comment}\n")]
    for name in files:
        os.utime(name, (1_000_000_000, 1_000_000_000))
    clock = SimpleNamespace(now=lambda zone: datetime(2027, 3, day, 23, tzinfo=zone))
    monkeypatch.setattr(ground, "datetime", clock)
    found = {}
    for day in (2, 1, 2):
        report = _run(config, files, folder)
        found[day] = [(one.path, one.rule, one.span.start) for one in report.diagnostics]
    assert looked == files
    assert found[1] == []
    places = [("twins", 0), ("swap", 7), ("maybe", 12), ("unused-suppression", 21)]
    assert found[2] == [("b.md", rule, at) for rule, at in places]
    assert "until 2027-03-01, and no longer does" in report.diagnostics[-1].message
