"""The files of a site: each directory is listed once, when somebody first asks."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_SKIPPED = frozenset({"node_modules", "bower_components", "__pycache__", "venv"})
_MOST = 200_000
"""Entries that are looked at when all of a site is searched for a name."""


@dataclass
class Tree:
    """Answers what files there are. Paths are absolute, with forward slashes.

    Names are compared as they are spelt, whatever the file system does: so does the server that
    the site will run on.
    """

    _listed: dict[str, Mapping[str, bool]] = field(default_factory=dict)
    _named: dict[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def names(self, folder: str) -> Mapping[str, bool]:
        """Return what a directory holds, and of each whether it is a directory itself."""
        found = self._listed.get(folder)
        if found is None:
            try:
                with os.scandir(folder) as entries:
                    found = {entry.name: entry.is_dir() for entry in entries}
            except (OSError, ValueError):
                found = {}
            self._listed[folder] = found
        return found

    def is_file(self, path: str) -> bool:
        """Whether there is a file of exactly that name."""
        folder, _, name = path.rpartition("/")
        return self.names(folder or "/").get(name) is False and self._spelt(folder)

    def is_folder(self, path: str) -> bool:
        """Whether there is a directory of exactly that name."""
        folder, _, name = path.rpartition("/")
        return self.names(folder or "/").get(name) is True and self._spelt(folder)

    def _spelt(self, folder: str) -> bool:
        """Whether the last three directories are spelt so too: a file system may not care."""
        for _ in range(3):
            above, _, name = folder.rpartition("/")
            held = self.names(above or "/")
            if name and held and name not in held:
                return False
            folder = above
        return True

    def alike(self, path: str) -> tuple[str, ...]:
        """Return the files that differ from a path in capitals, blanks, dashes or accents only."""
        parts = path.strip("/").split("/")
        found = [""]
        for part in parts:
            key = _key(part)
            found = [
                f"{folder}/{name}"
                for folder in found[:20]
                for name in self._alike(folder or "/", part, key)
            ]
        return tuple(one for one in found if self.is_file(one))

    def _alike(self, folder: str, part: str, key: str) -> Iterator[str]:
        names = self.names(folder)
        if names.get(part):
            yield part
        else:
            yield from (name for name in names if _key(name) == key)

    def walk(self, top: str) -> Iterator[str]:
        """Yield all files below a directory, hidden and installed ones left out."""
        pending, seen = [top], 0
        while pending and seen < _MOST:
            folder = pending.pop()
            for name, is_folder in self.names(folder).items():
                seen += 1
                path = f"{folder}/{name}"
                if not is_folder:
                    yield path
                elif name not in _SKIPPED and name[0] != "." and not os.path.islink(path):  # noqa: PTH114
                    pending.append(path)

    def named(self, top: str, name: str) -> tuple[str, ...]:
        """Return the files of a name, below a directory."""
        if top not in self._named:
            by_name: dict[str, tuple[str, ...]] = {}
            for path in self.walk(top):
                last = path.rpartition("/")[2]
                by_name[last] = (*by_name.get(last, ()), path)
            self._named[top] = by_name
        return self._named[top].get(name, ())

    def first(self, paths: Iterable[str]) -> str | None:
        """Return the first of several paths that is a file."""
        return next((path for path in paths if self.is_file(path)), None)


def _key(name: str) -> str:
    split = unicodedata.normalize("NFC", name.replace("%20", " ")).casefold()
    return split.replace("_", "-").replace(" ", "-")
