import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from contentlint import cli

BAD = "See [cite_start]this.\n"
GOOD = "See this.\n"


@pytest.fixture(autouse=True)
def _no_cache_of_the_user(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(monkeypatch, capfd):
    """Run the command in this process; return its exit code, output and complaints."""

    def call(*words):
        monkeypatch.setattr(cli, "_leave", sys.exit)
        monkeypatch.setattr(sys, "argv", ["contentlint", *map(str, words)])
        capfd.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        out, err = capfd.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    return call


@pytest.fixture
def process():
    """Run the command in a process of its own, as people do; output and complaints are bytes."""

    def call(*words, data=b"", shell="", **environment):
        command = [sys.executable, "-m", "contentlint", *words]
        if shell:
            command = ["bash", "-c", f'"$0" -m contentlint {shell}', sys.executable]
        return subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=200,
            check=False,
            env={**os.environ, **environment},
        )

    return call
