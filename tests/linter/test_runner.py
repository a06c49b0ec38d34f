import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest

from contentlint import Applicability, runner
from contentlint.config import Config, load
from contentlint.discovery import Failure
from contentlint.registry import installed
from contentlint.runner import Run, Task, batches, examine
from contentlint.source import decode
from contentlint.suppression import UnusedSuppression

SAFE = Applicability.SAFE


@pytest.fixture
def config(registry):
    return Config(registry).choosing(["swap", "maybe", "fragile"])


@pytest.fixture
def many(monkeypatch):
    """Two processes even for a few small files."""
    monkeypatch.setattr(runner, "FEW", 2)
    monkeypatch.setattr(runner, "_SMALL", 0)


def _places(report):
    return [(one.path, one.rule, one.span.start) for one in report.diagnostics]


def test_findings_come_by_file_and_place(config, site):
    files = [site("b.md", "perhaps foo\n"), site("a.md", "foo foo\n"), site("c.md")]
    report = Run(Task(config)).over(files, [Failure("gone", "no such file")])
    assert _places(report) == [
        ("a.md", "swap", 0),
        ("a.md", "swap", 4),
        ("b.md", "maybe", 0),
        ("b.md", "swap", 8),
    ]
    assert (report.files, report.errors) == (3, (("gone", "no such file"),))
    assert report.seconds > 0


def test_several_processes_find_the_same(config, site, many):
    files = [site(f"{i:02}.md", "foo perhaps\n" * i) for i in range(30)]
    files.append(site("bad.md", b"\xff"))
    alone, together = (Run(Task(config), jobs=jobs).over(files) for jobs in (1, 2))
    assert together.diagnostics == alone.diagnostics
    assert together.errors == alone.errors
    assert len(alone.diagnostics) == 2 * sum(range(30))
    assert alone.errors[0].path == "bad.md"


def test_several_processes_repair_the_same(config, site, many):
    files = [site(f"{i:02}.md", "é foo\r\n" * (i + 1)) for i in range(9)]
    shown = Run(Task(config, SAFE), jobs=2).over(files)
    assert [change.after for change in shown.changes] == ["é bar\r\n" * (i + 1) for i in range(9)]
    assert Path(files[0]).read_bytes().decode() == "é foo\r\n"
    written = Run(Task(config, SAFE), jobs=2, writes=True).over(files)
    assert len(written.fixed) == len(shown.fixed) == 45
    assert [Path(name).read_bytes().decode() for name in files[:2]] == [
        "é bar\r\n",
        "é bar\r\n" * 2,
    ]


def test_a_process_that_dies_names_its_file_and_loses_no_other(config, site, many):
    files = [site(f"{i:02}.md", "foo\n") for i in range(20)]
    files += [site("killer.md", "die\n"), site("other.md", "die\n")]
    report = Run(Task(config), jobs=2).over(files)
    assert {one.path for one in report.diagnostics} == set(files[:20])
    assert [error.path for error in report.errors] == ["killer.md", "other.md"]
    assert "process that read it died" in report.errors[0].message


def test_a_broken_rule_and_a_panic_are_told_and_the_rest_goes_on(config, site):
    files = [site("a.md", "broken foo\n"), site("b.md", "panic foo\n"), site("c.md", "foo\n")]
    report = Run(Task(config)).over(files)
    assert [one.path for one in report.diagnostics] == ["a.md", "c.md"]
    first, second = report.errors
    assert "fragile" in first.message
    assert "RuntimeError: broken" in first.message
    assert "BaseException: panic. This is a bug." in second.message


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_who_wants_to_stop_stops(config, monkeypatch, stop):
    def stopping(*_):
        raise stop

    monkeypatch.setattr(runner, "lint", stopping)
    with pytest.raises(stop):
        runner.examine_source(decode(b"foo", "a.md"), Task(config))


def test_stopping_ends_the_processes(config, site, many):
    files = [site(f"{i:02}.md", "foo\n") for i in range(9)]

    def stop(total):
        raise KeyboardInterrupt

    run = Run(Task(config), jobs=2)
    run._tell = stop
    with pytest.raises(KeyboardInterrupt):
        run.over(files)
    import multiprocessing

    deadline = time.monotonic() + 5
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert multiprocessing.active_children() == []


def test_what_cannot_be_written_was_not_repaired(config, site):
    name = site("a.md", "foo\n")
    Path(name).chmod(stat.S_IRUSR)
    report = Run(Task(config, SAFE), writes=True).over([name])
    assert (report.fixed, report.changes) == ((), ())
    assert _places(report) == [("a.md", "swap", 0)]
    assert report.errors == (("a.md", "not changed: it is read-only"),)


def test_rules_that_undo_each_other_are_told(registry, toys, site):
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Back(toys.Swap):
        """Back."""

        name = "back"
        word: str = "bar"
        instead: str = "foo"

    config = Config({"swap": toys.Swap, "back": Back})
    report = Run(Task(config, SAFE)).over([site("a.md", "foo\n")])
    assert report.changes == ()
    assert "undo each other" in report.errors[0].message


def test_a_text_in_no_file_is_checked_and_repaired(config):
    report = Run(Task(config, SAFE)).over_text(b"\xef\xbb\xbffoo\n", "in.md")
    assert (report.files, report.changes[0].after) == (1, "bar\n")
    assert report.changes[0].origin.mark == b"\xef\xbb\xbf"
    bad = Run(Task(config)).over_text(b"a\0\xff", "in.md")
    assert (bad.files, bad.errors[0].path) == (0, "in.md")
    other = Run(Task(config)).over_text(b"foo \xff", "in.md")
    assert (other.files, other.errors[0].path, other.diagnostics) == (1, "in.md", ())


def test_rules_across_files_see_all_of_them(registry, site, many):
    config = Config(registry).choosing(["twins"])
    files = [site("a.md", "# One\n"), site("b.md", "# Two\n"), site("c.md", "# One\n")]
    for jobs in (1, 2):
        report = Run(Task(config), jobs=jobs).over(files)
        assert _places(report) == [("c.md", "twins", 0)]
        assert report.diagnostics[0].message == "As in a.md"


def test_rules_across_files_see_a_page_as_it_will_be(registry, site):
    config = Config(registry).choosing(["twins", "swap"])
    files = [site("a.md", "bar\n"), site("c.md", "foo\n")]
    report = Run(Task(config, SAFE)).over(files)
    assert _places(report) == [("c.md", "twins", 0)]


def test_a_broken_rule_across_files_is_told(registry, toys, site):
    class Torn(toys.Twins):
        def check_project(self, project):
            raise RuntimeError("torn")

    config = Config({"twins": Torn}).choosing(["twins"])
    report = Run(Task(config)).over([site("a.md")])
    assert "torn" in report.errors[0].message
    assert report.errors[0].path == ""


def test_progress_is_told_after_a_while(config, site, monkeypatch):
    monkeypatch.setattr(runner, "_TOLD_AFTER", 0.0)
    told = []
    files = [site(f"{i}.md") for i in range(40)]
    Run(Task(config), jobs=1, progress=lambda *numbers: told.append(numbers)).over(files)
    assert told == [(16, 40), (32, 40)]
    monkeypatch.setattr(runner, "_TOLD_AFTER", 99.0)
    Run(Task(config), jobs=1, progress=lambda *numbers: told.append(numbers)).over(files)
    assert len(told) == 2


def test_a_hash_is_made_only_for_the_cache(config, site):
    name = site("a.md")
    assert examine(name, Task(config)).digest == b""
    assert len(examine(name, Task(config, hashed=True)).digest) == 20


def test_batches_are_of_about_one_size_and_hold_every_file_once(site):
    files = [site(f"{i}.md", "x" * (1 if i else 500_000)) for i in range(50)]
    made = batches([*files, "gone.md"], 4)
    assert sorted(name for batch in made for name in batch) == sorted([*files, "gone.md"])
    assert ["0.md"] in made
    assert batches(["a"], 4) == [["a"]]
    assert batches([], 4) == []


def test_the_number_of_processors_is_known(monkeypatch):
    assert runner._processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert runner._processors() == 1


def test_few_or_small_files_need_no_second_process(config, site, monkeypatch):
    monkeypatch.setattr(runner, "_Pool", None)
    files = [site(f"{i}.md") for i in range(60)]
    assert Run(Task(config), jobs=2).over(files).files == 60
    assert Run(Task(replace(config)), jobs=2).over(files[:3]).files == 3


def _linked(site, monkeypatch):
    """A page with a link that only the disk can judge, and the page that it means."""
    site("Mill.md", "# The mill\n")
    text = "See [cite_start][the mill](mill.md).\n"
    return Config(installed()), [site("a.md", text), "Mill.md"]


def test_repairs_across_files_are_made_and_written(site, monkeypatch):
    config, files = _linked(site, monkeypatch)
    report = Run(Task(config, SAFE), writes=True).over(files)
    assert Path("a.md").read_text() == "See [the mill](Mill.md).\n"
    assert {one.rule for one in report.fixed} == {"citation-marker", "missing-page"}
    assert report.diagnostics == ()
    assert Run(Task(config)).over(files).diagnostics == ()


def test_repairs_across_files_are_only_shown_when_asked_so(site, monkeypatch):
    config, files = _linked(site, monkeypatch)
    report = Run(Task(config, SAFE)).over(files)
    (change,) = report.changes
    assert change.before == "See [cite_start][the mill](mill.md).\n" == Path("a.md").read_text()
    assert change.after == "See [the mill](Mill.md).\n"


def test_the_cache_knows_pages_by_their_site(site, tmp_path):
    from contentlint.cache import Cache

    config = Config(installed())
    files = [site("a.md", "[b](b.md)\n")]

    def known() -> int:
        return len(Cache(Config(installed()), tmp_path / "cache").known(files))

    cache = Cache(config, tmp_path / "cache")
    Run(Task(config, hashed=True), cache=cache).over(files)
    assert known() == 1
    site("mkdocs.yml", "docs_dir: .\n")
    assert known() == 0


def test_a_damaged_address_is_looked_up_as_it_reads(site):
    from contentlint.registry import installed

    site("café.md", "text\n")
    damaged = "Un été à la mer, et un café : [le café](cafe.md), [café](café.md).\n" * 3
    files = [site("a.md", damaged.encode().decode("latin-1")), "café.md"]
    report = Run(Task(Config(installed()))).over(files)
    found = [(one.rule, one.start.line) for one in report.diagnostics if one.rule != "mojibake"]
    assert found == [("missing-page", 1), ("missing-page", 2), ("missing-page", 3)]
    text = Path("a.md").read_text()
    assert {
        text[one.span.start : one.span.end]
        for one in report.diagnostics
        if one.rule == "missing-page"
    } == {"cafe.md"}


def test_rules_across_files_are_on_where_the_settings_say(registry, site):
    site(
        "contentlint.yaml",
        "rules: {twins: info}\noverrides:\n- files: [x/*]\n"
        "  rules: {twins: false}\n- files: [y/*]\n  rules: {twins: error}\n",
    )
    files = [site("a.md"), site("b.md"), site("x/c.md"), site("y/d.md")]
    report = Run(Task(load(registry))).over(files)
    assert [(one.path, str(one.severity)) for one in report.diagnostics] == [
        ("b.md", "info"),
        ("y/d.md", "error"),
    ]


def test_repairs_across_files_are_not_made_where_the_rule_is_off(site):
    site("contentlint.yaml", "overrides:\n- files: [x/*]\n  rules: {missing-page: false}\n")
    site("Mill.md")
    files = [site("x/a.md", "[mill](../mill.md)\n"), site("b.md", "[mill](mill.md)\n")]
    report = Run(Task(load(installed()), SAFE), writes=True).over(files)
    assert [one.path for one in report.fixed] == ["b.md"]
    assert report.errors == ()


def test_a_text_in_no_file_is_repaired_across_files(site):
    site("img/Mill.png")
    data = b"\xef\xbb\xbf![mill](mill.png)\r\n"
    config = Config(installed()).choosing(["missing-file"])
    (change,) = Run(Task(config, SAFE)).over_text(data, "img/a.md").changes
    assert change.after == "![mill](Mill.png)\r\n"
    assert change.origin.mark == b"\xef\xbb\xbf"


def test_a_page_that_changed_meanwhile_is_not_repaired(site, monkeypatch):
    site("Mill.md")
    files = [site("a.md", "[mill](mill.md)\n")]
    look = Run._looked_across

    def slowly(run, ground):
        found = look(run, ground)
        site("a.md", "[Mill](mill.md)\n")
        return found

    monkeypatch.setattr(Run, "_looked_across", slowly)
    report = Run(Task(Config(installed()), SAFE), writes=True).over(files)
    assert Path("a.md").read_text() == "[Mill](mill.md)\n"
    assert "meanwhile" in report.errors[0].message


def test_a_page_that_cannot_be_repaired_across_files_is_told(site, monkeypatch):
    config, files = _linked(site, monkeypatch)

    def broken(*_):
        raise RuntimeError("torn")

    monkeypatch.setattr(runner, "mend", broken)
    report = Run(Task(config, SAFE), writes=True).over(files)
    assert [error.message for error in report.errors] == [
        "could not be repaired: RuntimeError: torn. This is a bug."
    ]


@pytest.mark.parametrize("names", ["", " links", " missing-page"])
@pytest.mark.parametrize(("link", "count"), [("b.md", 0), ("a.md", 1)])
def test_comments_that_silence_rules_across_files(site, names, link, count):
    text = f"<!-- contentlint-disable-next-line{names} -->\n[x]({link})\n"
    files = [site("a.md", text)]
    report = Run(Task(Config(installed()))).over(files)
    assert [one.rule for one in report.diagnostics] == ["unused-suppression"] * count
    unsafe = Run(Task(Config(installed()), Applicability.UNSAFE)).over(files)
    assert len(unsafe.fixed) == count


def test_one_place_has_one_finding_across_files_too(site):
    site(".vitepress/config.ts", "")
    site("guide/b.md")
    files = [site("guide/a.md", "[the mill](INSERT_URL)\n")]
    report = Run(Task(Config(installed()))).over(files)
    assert [one.rule for one in report.diagnostics] == ["malformed-link"]


def test_pages_with_damage_are_judged_across_files(site):
    text = "It’s the café\n\n[x](b.md)\n".replace("é", "Ã©")
    files = [site("a.md", text)]
    report = Run(Task(Config(installed()))).over(files)
    (found,) = (one for one in report.diagnostics if one.rule == "missing-page")
    assert text[found.span.start : found.span.end] == "b.md"


def test_what_cannot_be_written_is_still_wrong_across_files(site, monkeypatch):
    config, files = _linked(site, monkeypatch)
    Path("a.md").chmod(stat.S_IRUSR)
    report = Run(Task(config, SAFE), writes=True).over(files)
    assert {one.rule for one in report.diagnostics} == {"citation-marker", "missing-page"}
    assert report.fixed == ()


def test_what_a_comment_silences_no_longer_is_repaired(registry, site):
    """One whose day is over silences neither what is found in a page nor what is across pages."""
    over, holds = (
        f"<!-- contentlint-disable-line until {day} -->" for day in ("2001-01-01", "2999-01-01")
    )
    config = Config({**registry, UnusedSuppression.name: UnusedSuppression})
    config = config.choosing(["swap", "twins", "unused-suppression"])
    files = [site("a.md", f"foo {over}\nfoo {holds}\n")]
    report = Run(Task(config, SAFE), writes=True).over(files)
    assert Path("a.md").read_text() == f"bar {over}\nfoo {holds}\n"
    assert [one.rule for one in report.fixed] == ["swap"]
    report = Run(Task(config)).over(files)
    (left,) = report.diagnostics
    assert (left.rule, left.message[:28]) == ("unused-suppression", "This comment silences nothin")


@pytest.mark.parametrize("rule", ["dead-link", "dead-link, unsupported-number"])
def test_a_comment_for_what_only_the_lock_tells_is_told_once_its_day_has_passed(site, rule):
    config = Config(installed()).choosing(["citations", "unused-suppression"])
    comment = f"<!-- contentlint-disable-file {rule} until {{}}: it moves -->\n"
    files = [site("a.md", comment.format("2999-01-01") + "Rye.\n")]
    assert Run(Task(config)).over(files).diagnostics == ()
    files = [site("a.md", comment.format("2001-01-01") + "Rye.\n")]
    (found,) = Run(Task(config)).over(files).diagnostics
    assert "until 2001-01-01, and no longer does" in found.message


def test_a_comment_that_silenced_across_files_only_is_told(registry, site):
    over = "<!-- contentlint-disable-file twins until 2001-01-01: it moves -->"
    config = Config({**registry, UnusedSuppression.name: UnusedSuppression})
    config = config.choosing(["maybe", "twins", "unused-suppression"])
    files = [site("a.md", "# One\n"), site("b.md", f"# One\n\nperhaps\n\n{over}\n")]
    report = Run(Task(config)).over(files)
    assert _places(report) == [
        ("b.md", "twins", 0),
        ("b.md", "maybe", 7),
        ("b.md", "unused-suppression", 16),
    ]
    assert "silenced “twins” until 2001-01-01, and no longer" in report.diagnostics[-1].message
