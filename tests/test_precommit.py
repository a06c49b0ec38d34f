"""The hooks work with the real pre-commit, from this repository, in a scratch one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "page.md").write_text("Some text [cite: 1].\n\nAnd **open bold.\n", encoding="utf-8")
    (folder / "fine.md").write_text("Nothing is wrong here.\n", encoding="utf-8")
    (folder / "code.py").write_text("print('[cite: 1]')\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "content")
    return folder


def test_both_hooks(site: Path, tmp_path: Path) -> None:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files", "--verbose"],
        cwd=site,
        env={**outside, "PRE_COMMIT_HOME": str(tmp_path / "home"), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "- hook id: contentlint\n- duration" in run.stdout, run.stdout
    assert "- hook id: contentlint-fix\n- duration" in run.stdout
    assert "page.md" in run.stdout
    assert "citation-marker" in run.stdout
    assert "files were modified by this hook" in run.stdout
    repaired = (site / "page.md").read_text(encoding="utf-8")
    assert repaired == "Some text.\n\nAnd **open bold.\n"
    assert (site / "code.py").read_text(encoding="utf-8") == "print('[cite: 1]')\n"
