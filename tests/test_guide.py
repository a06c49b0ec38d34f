"""What CITATIONS.md says is so: its settings load, and its workflows run, in real repositories."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from contentlint.citations.audit import Standing
from contentlint.config import load
from contentlint.registry import installed

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CITATIONS.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?s)```yaml\n(.*?)```", GUIDE)
CHECK, UPDATE = (yaml.safe_load(one) for one in BLOCKS if "jobs:" in one)
SITE = ROOT / "examples" / "cited-site"


@pytest.mark.parametrize("block", [one for one in BLOCKS if one.startswith(("web:", "sources:"))])
def test_the_settings_shown_are_sound(block: str, tmp_path: Path) -> None:
    file = tmp_path / "contentlint.yaml"
    file.write_text(block, encoding="utf-8")
    config = load(installed(), file)
    assert config.web or len(config.sources) == 2


def test_every_standing_is_told() -> None:
    rows = re.findall(r"(?m)^\| ([a-z ]+) \| [A-Z]", GUIDE)
    assert sorted(rows) == sorted(Standing)


def test_the_json_shown_has_the_keys_of_the_real_one() -> None:
    (shown,) = (json.loads(one) for one in re.findall(r"(?s)```json\n(.*?)```", GUIDE))
    words = (sys.executable, "-m", "contentlint", "cite", "--format")
    told, table = (
        subprocess.run((*words, form), cwd=SITE, capture_output=True, check=False).stdout.decode()
        for form in ("json", "csv")
    )
    assert _keys(json.loads(told)["citations"][0]) == _keys(shown["citations"][0])
    assert _keys(json.loads(told)) == _keys(shown)
    assert json.loads(told)["summary"].keys() == shown["summary"].keys()
    rows = list(csv.DictReader(io.StringIO(table)))
    standings = {"supported", "near miss", "not found", "dead", "answers"}
    assert {row["standing"] for row in rows} == standings


def _keys(one: dict[str, object]) -> dict[str, object]:
    """Return the keys, and those of what lies below, lists aside."""
    source, evidence = one.get("source"), one.get("evidence")
    below = [*(evidence if isinstance(evidence, list) else ()), source]
    return {name: [sorted(each) for each in below if isinstance(each, dict)][:1] for name in one}


class Forge:
    """A repository with a lock, a fork of it, and what a workflow's machine has: pipx and gh."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.work, self.tools = folder / "origin", folder / "work", folder / "bin"
        self.tools.mkdir()
        program = f'exec "{sys.executable}" -m contentlint'
        self.tool("pipx", f'shift 2\ncase "$1" in check) {program} "$@";; esac\neval "$ASKED"')
        self.tool("gh", 'echo "$@" >> "$LOG"\ncase "$2" in list) echo "${OPEN:-0}";; esac')
        self.log = folder / "log"
        shutil.copytree(SITE, self.origin)
        self.git(self.origin, "init", "-q", "-b", "main")
        self.commit(self.origin)
        self.git(folder, "clone", "-q", self.origin.as_uri(), str(self.work))

    def tool(self, name: str, script: str) -> None:
        file = self.tools / name
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(0o755)

    def git(self, folder: Path, *words: str) -> str:
        own = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        done = subprocess.run(("git", *own, *words), cwd=folder, check=True, capture_output=True)
        return done.stdout.decode()

    def commit(self, folder: Path) -> None:
        self.git(folder, "add", "-A")
        self.git(folder, "commit", "-qm", "pages")

    def runs(self, workflow: dict[str, object], **given: str) -> tuple[int, str]:
        """Run the steps of a workflow as a runner does: each in bash -e, on if all before went."""
        env = {**os.environ, "PATH": f"{self.tools}:{os.environ['PATH']}", "LOG": str(self.log)}
        code, out = 0, ""
        (job,) = workflow["jobs"].values()  # type: ignore[attr-defined]
        for step in job["steps"]:
            skipped = "fork" in step.get("if", "") and "BASE" not in given
            if "run" not in step or skipped or (code and "cancelled" not in step.get("if", "")):
                continue
            done = subprocess.run(
                ("bash", "-e", "-c", step["run"]),
                cwd=self.work,
                env={**env, **given},
                capture_output=True,
                check=False,
            )
            code, out = code or done.returncode, out + done.stdout.decode() + done.stderr.decode()
        return code, out


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def _without(figure: str) -> Callable[[str], str]:
    return lambda text: text.replace(f'"support": "{figure}"', '"support": "supported"')


def test_a_fork_cannot_bring_its_own_word_for_the_sources(forge: Forge) -> None:
    lock = forge.work / "contentlint.lock"
    lock.write_text(_without("near")(lock.read_text("utf-8")), "utf-8")
    forge.commit(forge.work)
    code, out = forge.runs(CHECK)
    assert "83 %" not in out  # one of one's own branches is believed
    code, out = forge.runs(CHECK, BASE="main")
    assert code == 1
    assert "83 %" in out.replace("%25", "%")


def test_where_there_is_no_lock_a_fork_brings_none(forge: Forge) -> None:
    lock = forge.work / "contentlint.lock"
    text = lock.read_text("utf-8")
    forge.git(forge.origin, "rm", "-q", "contentlint.lock")
    forge.commit(forge.origin)
    lock.write_text(_without("near")(text), "utf-8")
    code, out = forge.runs(CHECK, BASE="main")
    assert (code, "unsupported-number" in out) == (0, False), out
    assert not lock.exists()


@pytest.mark.parametrize("code", [0, 2])
def test_what_has_changed_arrives_as_one_pull_request(forge: Forge, code: int) -> None:
    asked = f"echo >> contentlint.lock; exit {code}"
    assert forge.runs(UPDATE, ASKED=asked)[0] == code
    assert forge.log.read_text("utf-8").splitlines()[-1].startswith("pr create")
    branch = forge.git(forge.origin, "log", "-1", "--format=%s", "contentlint-lock")
    assert branch == "What the sources say has changed\n"
    forge.git(forge.work, "switch", "-q", "main")
    assert forge.runs(UPDATE, ASKED=asked, OPEN="1")[0] == code
    assert forge.log.read_text("utf-8").count("pr create") == 1


def test_a_first_lock_arrives_too_and_none_is_made_of_nothing(forge: Forge) -> None:
    assert forge.runs(UPDATE, ASKED="exit 0")[0] == 0
    assert not forge.log.exists()
    lock = forge.work / "contentlint.lock"
    text = lock.read_text("utf-8")
    forge.git(forge.work, "rm", "-q", "contentlint.lock")
    forge.commit(forge.work)
    lock.write_text(text, "utf-8")
    assert forge.runs(UPDATE, ASKED="exit 0")[0] == 0
    assert "pr create" in forge.log.read_text("utf-8")
