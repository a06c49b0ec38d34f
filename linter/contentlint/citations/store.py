"""Where ``contentlint.lock`` lies on the disk: beside the settings."""

from pathlib import Path

from contentlint.citations import LOCK
from contentlint.citations.lock import Lock, LockError, dumped, parsed

__all__ = ["LOCK", "LockError", "load", "save"]

_LARGEST = 64_000_000
"""Bytes of a lock file that are read: some 50,000 sources."""


def load(root: Path) -> Lock:
    """Return the lock of a directory, empty where there is none. Raises LockError."""
    file = root / LOCK
    try:
        if not file.is_file():
            return Lock()
        if file.stat().st_size > _LARGEST:
            raise LockError(f"{LOCK} is larger than {_LARGEST:,} bytes and was not read")
        return parsed(file.read_text("utf-8"))
    except OSError as error:
        raise LockError(f"{LOCK} cannot be read: {error.strerror or error}") from error


def save(root: Path, lock: Lock) -> None:
    """Write the lock of a directory, whole or not at all. Raises OSError."""
    file = root / LOCK
    draft = file.with_suffix(".lock~")
    draft.write_text(dumped(lock), "utf-8", newline="\n")
    draft.replace(file)
