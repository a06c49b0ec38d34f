"""What was found last time, kept in the user's cache directory. It costs speed, never an answer.

A page is known again by its size and times, or else by the hash of its bytes. What findings
depend on besides the page (version, rules, settings) is in the key of every row.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from contentlint._version import __version__
from contentlint.config import Config
from contentlint.report import packed, unpacked
from contentlint.runner import Outcome
from contentlint.site import Site
from contentlint.source import SourceError, read

_LARGEST = 200_000_000
_SETTLED = 2_000_000_000
"""Nanoseconds after which a time stamp tells one writing from the next on every file system."""
_TABLE = """
create table if not exists pages (
  scope text, path text, size integer, written integer, digest blob, found text, sum blob,
  primary key (scope, path)
) without rowid
"""


class _Row(NamedTuple):
    size: int
    written: int
    digest: bytes
    found: str
    sum: bytes


class _Stamp(NamedTuple):
    size: int
    written: int


def directory() -> Path:
    """Return where the cache is kept; nothing in a checkout can be taken for it."""
    from platformdirs import user_cache_path

    return user_cache_path("contentlint", appauthor=False)


class Cache:
    """The findings of earlier runs with the same rules, settings and working directory."""

    def __init__(self, config: Config, folder: Path | None = None) -> None:
        self._file = (folder or directory()) / "pages-1.sqlite"
        self._scope = _scope(config)
        self._locate = config.locate
        self._sites: dict[Site, bytes] = {}
        self._stamps: dict[str, _Stamp] = {}

    def known(self, files: Sequence[str]) -> list[Outcome]:
        """Return the outcomes of those files that have not changed since."""
        now = time.time_ns()
        for path in files:
            with suppress(OSError, ValueError):
                status = os.stat(path)  # noqa: PTH116
                # What keeps the one time (cp -p, touch -r, git) does not keep the other.
                written = max(status.st_mtime_ns, status.st_ctime_ns)
                settled = now - written > _SETTLED
                self._stamps[path] = _Stamp(status.st_size, written if settled else -1)
        rows = self._rows()
        return [] if not rows else list(self._recalled(files, rows))

    def _rows(self) -> Mapping[str, _Row]:
        if not self._file.is_file():
            return {}
        query = "select path, size, written, digest, found, sum from pages where scope = ?"
        try:
            with closing(self._open()) as connection:
                rows = connection.execute(query, (self._scope,))
                return {path: _Row(*rest) for path, *rest in rows}
        except (sqlite3.OperationalError, OSError):  # locked, or not to be read: not broken
            return {}
        except (sqlite3.Error, TypeError):
            self._discard()
            return {}

    def _recalled(self, files: Sequence[str], rows: Mapping[str, _Row]) -> Iterator[Outcome]:
        for path in files:
            row = rows.get(path)
            if row and self._is_same(path, row) and row.sum == self._sum(path, row):
                with suppress(ValueError, TypeError, KeyError, AttributeError):
                    yield _outcome(path, json.loads(row.found))

    def _is_same(self, path: str, row: _Row) -> bool:
        stamp = self._stamps.get(path)
        if stamp is None or stamp.size != row.size:
            return False
        if stamp.written == row.written != -1:
            return True
        try:
            return read(path).digest == row.digest
        except SourceError:
            return False

    def _sum(self, path: str, row: _Row) -> bytes:
        site = self._site(path)
        parts = (self._scope, site, path, row.size, row.written, row.digest, row.found)
        return blake2b(repr(parts).encode("utf-8", "replace"), digest_size=12).digest()

    def _site(self, path: str) -> bytes:
        """Return a hash of what is known of a page's site: findings may rest on it."""
        site = self._locate(path)
        found = self._sites.get(site)
        if found is None:
            raw = repr(site).encode("utf-8", "replace")
            found = self._sites[site] = blake2b(raw, digest_size=12).digest()
        return found

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Remember outcomes for the next run. What cannot be kept is forgotten in silence."""
        rows = [(self._scope, path, *row) for path, row in self._new_rows(outcomes)]
        if not rows:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._shrink()
            with closing(self._open()) as connection, connection:
                connection.execute(_TABLE)
                command = "insert or replace into pages values (?, ?, ?, ?, ?, ?, ?)"
                connection.executemany(command, rows)
        except (sqlite3.Error, OSError, UnicodeError):
            return

    def _new_rows(self, outcomes: Iterable[Outcome]) -> Iterator[tuple[str, _Row]]:
        for outcome in outcomes:
            stamp = self._stamps.get(outcome.path)
            if stamp and outcome.digest:
                with suppress(TypeError, ValueError):  # facts or a name that no row can hold
                    outcome.path.encode()
                    row = _Row(*stamp, outcome.digest, _plain(outcome), b"")
                    yield outcome.path, row._replace(sum=self._sum(outcome.path, row))

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=0.5)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        return connection

    def _shrink(self) -> None:
        if self._file.is_file() and self._file.stat().st_size > _LARGEST:
            self._discard()

    def _discard(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self._file}{ending}").unlink(missing_ok=True)


def _plain(outcome: Outcome) -> str:
    found = [packed(diagnostic) for diagnostic in outcome.diagnostics]
    return json.dumps([found, outcome.facts], separators=(",", ":"))


def _outcome(path: str, plain: Any) -> Outcome:
    found, facts = plain
    return Outcome(path, tuple(unpacked(path, each) for each in found), facts=facts)


def _scope(config: Config) -> str:
    """Hash what findings depend on besides the page."""
    parts = (_versions(), str(Path.cwd()), config.fingerprint(), sorted(_code(config)))
    return blake2b(repr(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

    found = [__version__, sys.version]
    for name in ("pyromark", "pyyaml", "jsonschema", "mistune"):
        with suppress(PackageNotFoundError):
            found.append(version(name))
    return found


def _code(config: Config) -> Iterator[tuple[str, int, int]]:
    """Yield name, size and time of every file of the packages that rules come from."""
    for package in {rule.__module__.partition(".")[0] for rule in config.registry.values()}:
        for folder in getattr(sys.modules.get(package), "__path__", ()):
            yield from _files(folder)


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path)
