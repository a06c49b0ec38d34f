"""Bytes ⇄ text: what a file holds, and how it is written back without ever being half written."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from contentlint.document import Stored

LARGEST = 20_000_000
"""The most bytes that a page may have."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_FIRST = (b"\xef", b"\xff", b"\xfe", b"\x00")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


class SourceError(Exception):
    """A file could not be read or written; the message says why, in words for its owner."""


class UnreadableError(SourceError):
    """A file is missing, is no file, is too large, or does not hold text."""


class UnwritableError(SourceError):
    """A file must not or cannot be replaced."""


class Origin(NamedTuple):
    """What has to be known of a file to write it back: where, in which encoding, and over what."""

    path: str
    encoding: str
    mark: bytes
    digest: bytes


@dataclass(frozen=True)
class Source:
    """What a file holds: its text without a byte order mark, and how that stood on disk."""

    path: str
    text: str
    data: bytes
    encoding: str = "utf-8"
    mark: bytes = b""
    problem: str = ""
    """Why some bytes are no text; they stand in it as PEP 383 has them."""

    @property
    def stored(self) -> Stored:
        """How the file holds its text."""
        return Stored(self.encoding, self.mark, not self.problem)

    @cached_property
    def digest(self) -> bytes:
        """A hash of the file's bytes."""
        return digest(self.data)

    @property
    def origin(self) -> Origin:
        """What write() needs."""
        return Origin(self.path, self.encoding, self.mark, self.digest)


def digest(data: bytes) -> bytes:
    """Return a hash of some bytes."""
    from hashlib import blake2b

    return blake2b(data, digest_size=20).digest()


def read(path: str, largest: int = LARGEST) -> Source:
    """Return what a file holds. Opens it once, and only reads what is a regular file.

    Raises UnreadableError when it cannot be read, has over ``largest`` bytes or is no text.
    """
    return decode(content(path, largest), path)


def decode(data: bytes, path: str) -> Source:
    """Return the text that bytes stand for: UTF-8, or what a byte order mark says.

    Single bytes that are not UTF-8 stand in the text as PEP 383 has them, and ``problem`` tells
    of the first. Raises UnreadableError when what is there is no text at all.
    """
    mark, encoding = _mark(data) if data.startswith(_FIRST) else (b"", "utf-8")
    if not mark and b"\0" in data[:4096] and _is_wide(data):
        return _wide(data, path)
    try:
        return Source(
            path, str(data[len(mark) :] if mark else data, encoding), data, encoding, mark
        )
    except UnicodeDecodeError as error:
        problem = _bad_byte(data, error.start + len(mark), encoding)
    if encoding != "utf-8" or b"\0" in data:
        raise UnreadableError(problem)
    text = str(data[len(mark) :], "utf-8", "surrogateescape")
    return Source(path, text, data, encoding, mark, problem)


def _wide(data: bytes, path: str) -> Source:
    """Return a text of which every other byte is 0: UTF-16 without a byte order mark."""
    encoding = "utf-16-le" if data[1:4096:2].count(0) > data[:4096:2].count(0) else "utf-16-be"
    try:
        return Source(path, str(data, encoding), data, encoding)
    except UnicodeDecodeError:
        raise UnreadableError(
            "every other byte is 0: this looks like UTF-16 without a byte order mark. "
            "Save it as UTF-8."
        ) from None


def _mark(data: bytes) -> tuple[bytes, str]:
    return next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))


def _bad_byte(data: bytes, offset: int, encoding: str) -> str:
    line = data.count(b"\n", 0, offset) + 1
    shown = data[offset : offset + 1].hex().upper() or "end of file"
    return (
        f"not {encoding.upper()}: byte 0x{shown} at offset {offset}, line {line}. "
        "Nothing in this file was checked or changed; save it as UTF-8."
    )


def _is_wide(data: bytes) -> bool:
    head = data[:4096]
    half = len(head) // 2
    return half > 1 and max(head[::2].count(0), head[1::2].count(0)) > 0.6 * half


def content(path: str, largest: int) -> bytes:
    """Return the bytes of a regular file. Raises UnreadableError, as ``read`` does."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(path, error)) from None
    try:
        return _read_all(handle, largest)
    except OSError as error:
        raise UnreadableError(_reason(path, error)) from None
    finally:
        os.close(handle)


def _read_all(handle: int, largest: int) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(f"not a file but {_kind(status.st_mode)}")
    data = os.read(handle, min(status.st_size, largest) + 1)
    if 0 < len(data) == status.st_size <= largest:
        return data
    while len(data) <= largest and (part := os.read(handle, 65536)):
        data += part
    if len(data) > largest:
        raise UnreadableError(f"over {largest:,} bytes, which is more than a page can have")
    return data


def _kind(mode: int) -> str:
    kinds: tuple[tuple[Callable[[int], bool], str], ...] = (
        (stat.S_ISDIR, "a directory"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((name for test, name in kinds if test(mode)), "a device")


def _reason(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "no file can have this name"
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        return "a link to a file that does not exist"
    if isinstance(error, FileNotFoundError):
        return "no such file or directory"
    return (error.strerror or str(error)).lower()


def write(origin: Origin, text: str) -> None:
    """Replace what a file holds, wholly or not at all; a link stays, its target is replaced.

    Mode, and where possible owner and extended attributes, are kept. Raises UnwritableError when
    the file is read-only, has other hard links, has changed since it was read, or the disk
    refuses; the file then still holds what it did.
    """
    try:
        _replace(origin, origin.mark + text.encode(origin.encoding))
    except OSError as error:
        raise UnwritableError(_reason(origin.path, error)) from None
    except UnicodeEncodeError:
        raise UnwritableError(f"the repaired text cannot be written as {origin.encoding}") from None


def _replace(origin: Origin, data: bytes) -> None:
    target = Path(origin.path).resolve()
    status = target.stat()
    _writable(target, status)
    temporary = target.with_name(f".contentlint-{os.urandom(8).hex()}.tmp")
    try:
        _fill(temporary, data, target, status)
        _unchanged(origin, target)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _writable(target: Path, status: os.stat_result) -> None:
    if status.st_nlink > 1:
        raise UnwritableError(
            f"not changed: it has {status.st_nlink} hard links, and replacing it would part them"
        )
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise UnwritableError("not changed: it is read-only")


def _fill(temporary: Path, data: bytes, like: Path, status: os.stat_result) -> None:
    handle = os.open(temporary, _NEW, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        _keep(handle, like, status)
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep(handle: int, target: Path, status: os.stat_result) -> None:
    """Give the new file the owner, the attributes and the mode of the old one."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(handle, name, os.getxattr(target, name))
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(status.st_mode))


def _unchanged(origin: Origin, target: Path) -> None:
    try:
        data = content(str(target), LARGEST)
    except UnreadableError as error:
        raise UnwritableError(f"not changed: {error}") from None
    if digest(data) != origin.digest:
        raise UnwritableError("not changed: somebody else changed it meanwhile. Run again.")


def _sync(folder: Path) -> None:
    """Make the new name last; a system that cannot sync a directory does it in its own time."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
