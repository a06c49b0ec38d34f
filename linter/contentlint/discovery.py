"""Paths → the files to check, and for those left out, why."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint import globs
from contentlint.config import Config

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

VENDORED = frozenset({"node_modules", "bower_components", "vendor", "venv", "__pycache__"})
"""Directories of other people's files, which are never walked into unless named."""
_MOST_COUNTED = 10_000


class Failure(NamedTuple):
    """Something that could not be done: with which file, and why."""

    path: str
    message: str


@dataclass(frozen=True)
class Discovery:
    """What was found: files in order, what could not be read, and what was left out."""

    files: tuple[str, ...]
    errors: tuple[Failure, ...]
    excluded: Mapping[str, int]
    pruned: tuple[tuple[str, str], ...] = ()
    extensions: tuple[str, ...] = ()

    def reasons(self) -> str:
        """Say how many pages were left out by what, those in skipped directories too."""
        counts = Counter(self.excluded)
        for folder, reason in self.pruned:
            counts[reason] += _pages_below(folder, self.extensions)
        return ", ".join(f"{count:,} {why}" for why, count in sorted(counts.items()) if count)


def _pages_below(folder: str, extensions: tuple[str, ...]) -> int:
    count = 0
    for _, _, names in os.walk(folder):
        count += sum(name.lower().endswith(extensions) for name in names)
        if count > _MOST_COUNTED:
            break
    return count


def discover(paths: Iterable[str], config: Config) -> Discovery:
    """Return the pages that paths stand for: files as they are, directories with all below.

    Names are those given, extended; with forward slashes, and relative to the working directory
    for all that lies in it. A file that is named is checked whatever its ending, unless the
    configuration excludes it.
    """
    search = _Search(config)
    here = str(Path.cwd())
    for path in map(os.path.normpath, paths):
        search.add(os.path.relpath(path, here) if _inside(path, here) else path)
    return search.result()


@dataclass
class _Search:
    config: Config
    files: dict[str, str] = field(default_factory=dict)
    errors: list[Failure] = field(default_factory=list)
    excluded: Counter[str] = field(default_factory=Counter)
    pruned: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._excludes = globs.compiled(self.config.exclude)
        self._prefixes: dict[str, str] = {}

    def result(self) -> Discovery:
        return Discovery(
            tuple(sorted(name.replace(os.sep, "/") for name in self.files.values())),
            tuple(self.errors),
            self.excluded,
            tuple(self.pruned),
            self.config.extensions,
        )

    def add(self, path: str) -> None:
        """Take in one path that somebody named."""
        where = Path(path)
        if where.is_dir():
            _Walk(self, path).run()
        elif not os.path.lexists(path):
            self.errors.append(Failure(path, "no such file or directory"))
        elif not self.excludes(path):
            self.keep(os.path.realpath(path), path)

    def keep(self, real: str, path: str) -> None:
        """Remember a file, once, under the first name by which it was found."""
        self.files.setdefault(real, path)

    def excludes(self, path: str) -> bool:
        """Whether the configuration excludes a file; if so it is counted."""
        if self.excluded_name(path):
            self.excluded["by “exclude”"] += 1
            return True
        return False

    def excluded_name(self, path: str) -> bool:
        """Whether a pattern of the configuration fits a path."""
        return bool(self._excludes and self._excludes.fullmatch(self._relative(path)))

    def _relative(self, path: str) -> str:
        folder, name = os.path.split(path)
        prefix = self._prefixes.get(folder)
        if prefix is None:
            prefix = self.config.relative(folder or ".")
            prefix = self._prefixes[folder] = "" if prefix == "." else f"{prefix}/"
        return prefix + name


class _Walk:
    """A way down one directory. Links are followed only to what lies inside the project."""

    def __init__(self, search: _Search, top: str) -> None:
        self.search, self.top = search, top
        self.real_top = os.path.realpath(top)
        self.bounds, outer = _project(Path(self.real_top))
        self.ignores = _Ignores(outer)
        self.seen: set[str] = set()
        self.links: list[tuple[str, str]] = []

    def run(self) -> None:
        """Walk, and take linked files last: only those whose target was not found itself."""
        pending = [(self.top, self.real_top)]
        while pending:
            path, real = pending.pop()
            if real not in self.seen:
                self.seen.add(real)
                pending += self._directory(path, real)
        for path, real in self.links:
            self.search.keep(real, path)

    def _directory(self, path: str, real: str) -> Iterator[tuple[str, str]]:
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.search.errors.append(Failure(path, (error.strerror or str(error)).lower()))
            return
        if any(entry.name == ".gitignore" for entry in found):
            self.ignores.read(real)
        for entry in found:
            shown = entry.name if path == "." else f"{path.rstrip(os.sep)}{os.sep}{entry.name}"
            if entry.is_symlink():
                yield from self._link(shown, real, entry)
            elif entry.is_dir():
                yield from self._folder(shown, real, entry.name)
            elif self._wanted(shown, real, entry.name):
                self.search.keep(f"{real}{os.sep}{entry.name}", shown)

    def _folder(self, path: str, above: str, name: str) -> Iterator[tuple[str, str]]:
        if name[0] == ".":
            return
        real = f"{above.rstrip(os.sep)}{os.sep}{name}"
        reason = self._reason_to_skip(path, real, name)
        if reason:
            self.search.pruned.append((path, reason))
        else:
            yield path, real

    def _reason_to_skip(self, path: str, real: str, name: str) -> str:
        if name in VENDORED:
            return f"in {name}"
        if self.search.excluded_name(path):
            return "by “exclude”"
        return "by .gitignore" if self.ignores.ignore(f"{real}/") else ""

    def _wanted(self, path: str, above: str, name: str) -> bool:
        if not name.lower().endswith(self.search.config.extensions):
            return False
        if name[0] == ".":
            self.search.excluded["hidden"] += 1
            return False
        if self.search.excludes(path):
            return False
        if self.ignores.ignore(f"{above}{os.sep}{name}"):
            self.search.excluded["by .gitignore"] += 1
            return False
        return True

    def _link(self, path: str, above: str, entry: "os.DirEntry[str]") -> Iterator[tuple[str, str]]:
        is_page = entry.name.lower().endswith(self.search.config.extensions)
        real = os.path.realpath(path)
        if not _inside(real, self.bounds):
            if is_page:
                self.search.excluded["by links that lead out of the project"] += 1
        elif Path(real).is_dir():
            if not _inside(real, self.real_top) and not _inside(self.real_top, real):
                yield from self._folder_linked(path, real, entry.name)
        elif self._wanted(path, above, entry.name):
            self.links.append((path, real))

    def _folder_linked(self, path: str, real: str, name: str) -> Iterator[tuple[str, str]]:
        if name[0] != "." and not self._reason_to_skip(path, real, name):
            yield path, real


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _project(top: Path) -> tuple[str, list[Path]]:
    """Return the directory that links must not leave, and those above that may ignore files.

    The project is what a ``.git`` stands in; without one, the working directory when the walk
    begins below it, or else the walked directory alone.
    """
    here = Path.cwd().resolve()
    above: list[Path] = []
    for folder in (top, *top.parents):
        if (folder / ".git").exists():
            return str(folder), [*above[1:], folder][::-1]
        above.append(folder)
    if here in top.parents:
        return str(here), above[1 : above.index(here) + 1][::-1]
    return str(top), []


class _Ignores:
    """The ``.gitignore`` files on the way, the nearest first; read only where there are any."""

    def __init__(self, above: Iterable[Path]) -> None:
        self._specs: dict[str, GitIgnoreSpec] = {}
        for folder in above:
            if (folder / ".gitignore").is_file():
                self.read(str(folder))

    def read(self, folder: str) -> None:
        """Take in the file of a directory. One that cannot be read ignores nothing."""
        from pathspec import GitIgnoreSpec

        try:
            text = Path(folder, ".gitignore").read_text("utf-8", "replace")
            self._specs[folder] = GitIgnoreSpec.from_lines(text.split("\n"))
        except (OSError, ValueError):
            return

    def ignore(self, real: str) -> bool:
        """Whether the nearest file that says anything of a path ignores it."""
        if not self._specs:
            return False
        folder = os.path.dirname(real.rstrip("/"))  # noqa: PTH120
        while True:
            spec = self._specs.get(folder)
            if spec:
                decided = spec.check_file(real[len(folder.rstrip(os.sep)) + 1 :])
                if decided.include is not None:
                    return decided.include
            parent = os.path.dirname(folder)  # noqa: PTH120
            if parent == folder:
                return False
            folder = parent
