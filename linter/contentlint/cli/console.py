"""Standard output and standard error: what goes there, and what happens when it cannot."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TextIO

from contentlint.config import ConfigError
from contentlint.registry import RegistryError
from contentlint.reporters.escape import at_line_start

FAILED, INTERRUPTED = 2, 130
_SIGNS = "│‾…“”–"
_P = ParamSpec("_P")


class Stop(Exception):  # noqa: N818 - it ends a command, well or not
    """A command ends here, with an exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def complain(message: str) -> None:
    """Say on standard error, in one line, what could not be done."""
    text = f"contentlint: {at_line_start(message)}\n"
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))


def fail(message: str) -> NoReturn:
    """Say why the work could not be done, and end with 2."""
    complain(message)
    raise Stop(FAILED)


def put(text: str, stream: TextIO | None = None) -> None:
    """Write a text, spelling out what the stream's encoding lacks. A closed pipe is no fault."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    put_bytes(text.encode(encoding, "backslashreplace"), stream)


def put_bytes(data: bytes, stream: TextIO | None = None) -> None:
    """Write bytes as they are. A closed pipe is no fault; a full disk is."""
    stream = stream or sys.stdout
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        fail(f"the report could not be written: {(error.strerror or str(error)).lower()}")


def _silence(stream: TextIO) -> None:
    """Let nothing more be written, so that the interpreter's last flush finds no fault either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def draws(stream: TextIO) -> bool:
    """Whether a stream's encoding has the signs that a report is drawn with."""
    try:
        _SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def wants_colour(stream: TextIO) -> bool:
    """Whether to use colour: NO_COLOR forbids it, FORCE_COLOR asks for it, a terminal invites."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Return how many cells a line may take."""
    import shutil

    if stream.isatty() or os.environ.get("COLUMNS"):
        return max(40, min(160, shutil.get_terminal_size().columns))
    return 100


def guarded(command: Callable[_P, int | None]) -> Callable[_P, int]:
    """Return the command with an exit code for whatever happens; nothing ends in a traceback."""

    @wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> int:
        try:
            return _told(command, *args, **kwargs)
        except Stop as stop:
            return stop.code
        except KeyboardInterrupt:
            return INTERRUPTED

    return run


def _told(command: Callable[_P, int | None], *args: _P.args, **kwargs: _P.kwargs) -> int:
    try:
        return command(*args, **kwargs) or 0
    except Stop:
        raise
    except (ConfigError, RegistryError) as error:
        fail(str(error))
    except Exception as error:
        fail(f"{type(error).__name__}: {error}. This is a bug: please report it.")
