"""The hooks work with the real pre-commit, from this repository, in a scratch one."""

import os
import signal
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


def hooked(site: Path, home: Path) -> tuple[int, str]:
    """Run all hooks on all files; return the exit code and all that was printed.

    They install the tool from the registry. One that does not answer must not be waited for
    forever: what pre-commit started is ended along with it, or the pipe would stay open.
    """
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    patience = {"PIP_DEFAULT_TIMEOUT": "30", "PIP_RETRIES": "3"}
    run = subprocess.Popen(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files", "--verbose"],
        cwd=site,
        env={**outside, **patience, "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        out, _ = run.communicate(timeout=400)
    except BaseException:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        raise
    return run.returncode, out


def test_both_hooks(site: Path, tmp_path: Path) -> None:
    code, out = hooked(site, tmp_path / "home")
    assert code == 1, out
    assert "- hook id: contentlint\n- duration" in out, out
    assert "- hook id: contentlint-fix\n- duration" in out
    assert "page.md" in out
    assert "citation-marker" in out
    assert "files were modified by this hook" in out
    repaired = (site / "page.md").read_text(encoding="utf-8")
    assert repaired == "Some text.\n\nAnd **open bold.\n"
    assert (site / "code.py").read_text(encoding="utf-8") == "print('[cite: 1]')\n"
