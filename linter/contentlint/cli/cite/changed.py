"""Which pages differ from a state that git knows."""

import os
import subprocess
from pathlib import Path

from contentlint.cli.console import fail

_LIMIT = 60
"""Seconds that git may take."""


def changed(ref: str) -> set[str]:
    """Return the real paths of files that differ from a commit, new files included.

    Ends the command where git cannot say so.
    """
    top = _git("rev-parse", "--show-toplevel").rstrip("\n")
    given = ("diff", "--name-only", "--no-ext-diff", "--no-textconv", "-z", "--end-of-options")
    names = _git("-C", top, *given, ref, "--")
    new = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    return {os.path.realpath(Path(top, name)) for name in (names + new).split("\0") if name}


def _git(*words: str) -> str:
    # A checkout may name programs for git to run: a file-system monitor is one.
    command = ("git", "-c", "core.fsmonitor=false", *words)
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        fail(f"--changed asks git what has changed, and git did not answer: {error}")
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        fail(f"--changed asks git what has changed, and git says: {reason}")
    return os.fsdecode(done.stdout)
