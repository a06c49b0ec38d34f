"""Where ``contentlint.lock`` lies on the disk: beside the settings."""

import os
from pathlib import Path

from contentlint.citations import LOCK
from contentlint.citations.lock import Lock, LockError, dumped, parsed
from contentlint.source import UnreadableError, content

__all__ = ["LOCK", "LockError", "load", "save"]

_LARGEST = 64_000_000
"""Bytes of a lock file that are read: some 50,000 sources."""
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def load(root: Path) -> Lock:
    """Return the lock of a directory, empty where there is none. Raises LockError."""
    file = root / LOCK
    if not file.is_file():
        return Lock()
    try:
        return parsed(content(str(file), _LARGEST).decode())
    except (UnreadableError, UnicodeDecodeError) as error:
        raise LockError(f"{LOCK} cannot be read: {error}") from error


def save(root: Path, lock: Lock) -> None:
    """Write the lock of a directory, whole or not at all. Raises OSError.

    The draft has a name that nobody can know before: a link of that name in a checkout would say
    where it is written. Where the lock itself is a link, it is replaced, and its target stays.
    """
    data = memoryview(dumped(lock).encode())
    draft = root / f".{LOCK}-{os.urandom(8).hex()}.tmp"
    handle = os.open(draft, _NEW, 0o666)
    try:
        try:
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        draft.replace(root / LOCK)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
