"""What a new user sees who begins with ``contentlint init`` in a site of Hugo, Astro or Jekyll.

To accept new transcripts after reading them: GOLDEN=write pytest tests/test_first_run.py
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint import cli

EXAMPLES = Path(__file__).parent.parent / "examples"
Run = Callable[[str], tuple[str, int]]


@pytest.fixture(params=["hugo-site", "astro-site", "jekyll-site"])
def site(request, tmp_path, monkeypatch) -> Path:
    """A copy of an example, which is the working directory."""
    copy = Path(shutil.copytree(EXAMPLES / request.param, tmp_path / request.param))
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def run(monkeypatch, capfd, tmp_path_factory) -> Run:
    """Run a command line; return what it says and its exit code."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(cli, "_leave", sys.exit)

    def call(words: str) -> tuple[str, int]:
        monkeypatch.setattr(sys, "argv", ["contentlint", *words.split()])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        assert not err
        return re.sub(r"\d+\.\d s\b", "0.0 s", out.replace("\r\n", "\n")), code

    return call


def test_the_first_run(site: Path, run: Run) -> None:
    settings = site / "contentlint.yaml"
    shown, code = run("init --dry-run")
    assert (code, settings.exists()) == (0, False)
    made, code = run("init")
    assert (code, settings.exists()) == (0, True)
    checked, code = run("check")
    assert code == 1
    said = {"init --dry-run": shown, "init": made, "check": checked}
    told = "\n".join(f"$ contentlint {words}\n{text}" for words, text in said.items())
    transcript = EXAMPLES / f"{site.name}.txt"
    if os.environ.get("GOLDEN") == "write":
        transcript.write_text(told, encoding="utf-8")
    assert told == transcript.read_text(encoding="utf-8")


def test_what_init_calls_odd_check_reports(site: Path, run: Run) -> None:
    made, _ = run("init")
    odd = set(re.findall(r"^  (\S+:\d+)  \S", made, re.MULTILINE))
    checked, _ = run("check --format concise")
    found = {":".join(line.split(":")[:2]) for line in checked.splitlines() if ": error " in line}
    assert len(odd) > 2
    assert odd == found


def test_what_is_certain_is_repaired_and_a_second_run_writes_nothing(site: Path, run: Run) -> None:
    run("init")
    before = (site / "contentlint.yaml").read_bytes()
    first, _ = run("check --format concise --quiet")
    left, _ = run("check --format concise --quiet --fix --unsafe-fixes")
    assert len(left.splitlines()) < len(first.splitlines())
    again, code = run("init")
    assert (code, (site / "contentlint.yaml").read_bytes()) == (0, before)
    assert "contentlint.yaml is already there" in again
