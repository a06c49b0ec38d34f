import json
import sys

import pytest

from contentlint import __version__
from contentlint.cli import console
from contentlint.registry import installed


def test_the_version_is_told(run):
    assert run("--version").out == run("-V").out == f"contentlint {__version__}\n"
    assert run("--version", "check").out == f"contentlint {__version__}\n"


def test_help_is_there_and_no_words_are_a_fault(run):
    assert "--unsafe-fixes" in run("check", "--help").out
    assert run("--help").code == 0
    assert run().code == 2


@pytest.mark.parametrize("words", [["check", "--formt", "x"], ["chek"], ["check", "-j", "x"]])
def test_wrong_use_is_a_fault(run, words):
    found = run(*words)
    assert found.code == 2
    assert "Error" in found.err


def test_rules_are_listed(run):
    found = run("rules")
    assert found.code == 0
    assert "residue\n  citation-marker" in found.out
    rules = {rule["name"]: rule for rule in json.loads(run("rules", "--format", "json").out)}
    assert set(rules) == set(installed())
    assert rules["mojibake"]["family"] == "encoding"
    assert set(rules["mojibake"]) == {
        "name",
        "family",
        "severity",
        "default",
        "presets",
        "summary",
        "options",
    }


@pytest.mark.parametrize("name", sorted(installed()))
def test_every_rule_is_explained(run, name):
    found = run("explain", name)
    assert found.code == 0
    assert found.out.startswith(f"{name}  (")
    assert installed()[name].summary() in found.out
    assert "\x1b" not in found.out


def test_a_family_is_explained_by_its_rules(run):
    assert run("explain", "encoding").out.startswith("mojibake: ")


def test_an_unknown_rule_is_answered_with_a_near_one(run):
    found = run("explain", "mojibak")
    assert (found.code, found.out) == (2, "")
    assert "there is no rule named “mojibak”. Did you mean “mojibake”?" in found.err


def test_a_page_shows_options_and_examples(toys):
    from contentlint import Example
    from contentlint.cli.explain import page

    class Told(toys.Swap):
        """Told.

        Why.
        """

        presets = ()
        examples = (
            Example(bad="a ⟦foo⟧\n", good="a bar\n", why="Because."),
            Example(good="fine\nhere\n"),
            Example(bad="⟦foo⟧\n"),
        )

    shown = page(Told)
    assert shown.startswith("swap  (toys, error, only when named)\n\nTold.\n\nWhy.\n\nOptions:\n")
    assert '  word: a text; default: "foo"\n      What must not stand there.\n' in shown
    assert "\n  Because.\n  found   │ a ⟦foo⟧\n  better  │ a bar\n" in shown
    assert "\n  fine    │ fine\n          │ here\n" in shown
    assert "<!-- contentlint-disable-next-line swap: the reason -->" in shown


def test_a_default_that_json_lacks_is_passed_over():
    from contentlint.cli.explain import _default
    from contentlint.options import Option
    from contentlint.rule import Help

    assert _default(Option("x", "x", int, object(), Help(""))) == "see the rule"


def test_settings_are_shown_with_their_origin(run, site):
    site("a.md")
    assert "settings: none; the defaults hold" in run("config").out
    site(
        "contentlint.yaml",
        "preset: [strict, seo]\npaths: [docs]\nsite: {generator: hugo, math: on}\n"
        "fail-on: never\nmax-findings: 0\nrules:\n  mojibake: off\n"
        "overrides:\n  - files: [a.md]\n    rules: {reading-time: {wpm: 250}}\n",
    )
    out = run("config", "a.md").out
    assert "settings: " in out
    assert "contentlint.yaml\npaths: docs\n" in out
    assert "preset: strict, seo\n" in out
    assert "fail-on: never\nmax-findings: all\n\nsite: Hugo, at " in out
    assert "  math: dollars\n" in out
    assert "\n\nrules for a.md:\n" in out
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in out.split("\n")[8:] if line}
    assert lines["mojibake"].split() == ["off", "(contentlint.yaml:7)"]
    assert "contentlint.yaml:10" in lines["reading-time"]
    assert lines["wpm:"] == "250"
    assert run("config", "--config", "contentlint.yaml").code == 0
    assert run("config", "gone.md").code == 2


def test_the_schema_is_printed(run):
    assert json.loads(run("config", "--schema").out)["title"] == "contentlint"


def test_a_fault_of_ours_is_one_line(run, site, monkeypatch):
    site("a.md")

    def broken(*_):
        raise RuntimeError("oh\x1b no")

    monkeypatch.setattr("contentlint.cli.check.installed", broken)
    found = run("check")
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        "contentlint: RuntimeError: oh\\x1b no. This is a bug: please report it.\n"
    )


@pytest.mark.parametrize("words", [["check"], ["rules"]])
def test_an_interrupt_is_quiet(run, site, monkeypatch, words):
    site("a.md")

    def interrupted(*_):
        raise KeyboardInterrupt

    for name in ("check", "rules"):
        monkeypatch.setattr(f"contentlint.cli.{name}.installed", interrupted)
    found = run(*words)
    assert (found.code, found.out, found.err) == (130, "", "")


def test_an_interrupt_before_anything_is_quiet_too(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("contentlint.cli._run", interrupted)
    assert run("check").code == 130


def test_no_rules_is_no_clean_run(run, site, monkeypatch):
    site("a.md")
    monkeypatch.setattr("contentlint.registry.entries", lambda path: [])
    found = run("check")
    assert found.code == 2
    assert "no rule is installed" in found.err


def test_a_plain_terminal_gets_no_colour(monkeypatch):
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    monkeypatch.setenv("TERM", "dumb")
    assert not console.wants_colour(sys.stdout)
    monkeypatch.setenv("TERM", "xterm")
    assert console.wants_colour(sys.stdout)


def test_the_width_is_bounded(monkeypatch):
    assert console.width(sys.stdout) == 100
    for columns, width in (("20", 40), ("72", 72), ("999", 160)):
        monkeypatch.setenv("COLUMNS", columns)
        assert console.width(sys.stdout) == width
