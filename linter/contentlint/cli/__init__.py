"""The command line. The only place that prints and exits."""

import os
import sys

from contentlint._version import __version__

_SIGNALLED = 128


def main() -> None:
    """Run the command. Ends the process: 0 clean, 1 findings, 2 the work could not be done."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):  # the answer needs nothing that takes time
        sys.stdout.write(f"contentlint {__version__}\n")
        return
    code = _code(words)
    if code > _SIGNALLED:
        _leave(code)
    sys.exit(code)


def _code(words: list[str]) -> int:
    try:
        return _run(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return 130


def _leave(code: int) -> None:
    """End at once: to wait for processes that a signal ended half-way could take for ever."""
    os._exit(code)


def _run(words: list[str]) -> int:
    from contentlint.cli.arguments import quick

    wish = quick(words[1:]) if words[:1] == ["check"] else None
    if wish is None:
        from contentlint.cli.app import app

        app(prog_name="contentlint")
        return 0
    from contentlint.cli.check import run
    from contentlint.cli.console import guarded

    return guarded(run)(wish)
