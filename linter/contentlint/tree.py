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

    tops: set[str] = field(default_factory=set)
    """Directories above of which nothing is looked at."""
    cut: bool = False
    """Whether a site had too many entries to look at all."""
    _listed: dict[str, Mapping[str, bool]] = field(default_factory=dict)
    _named: dict[str, Mapping[str, list[str]]] = field(default_factory=dict)
    _alikes: dict[str, Mapping[str, list[str]]] = field(default_factory=dict)

    def names(self, folder: str) -> Mapping[str, bool]:
        """Return what a directory holds, and of each whether it is a directory itself."""
        found = self._listed.get(folder)
        if found is None:
            try:
                with os.scandir(folder) as entries:
                    found = {entry.name: _is_folder(entry) for entry in entries}
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
            if folder in self.tops:
                break
            above, _, name = folder.rpartition("/")
            held = self.names(above or "/")
            if name and held and name not in held:
                return False
            folder = above
        return True

    def real(self, path: str) -> str:
        """Return a path with links followed: where its file really lies."""
        return os.path.realpath(path).replace(os.sep, "/")

    def alike(self, path: str, top: str) -> tuple[str, ...]:
        """Return the files that differ from a path in capitals, blanks, dashes or accents only.

        They are looked for below ``top``, which the path is below of.
        """
        found = [top.rstrip("/")]
        for part in path[len(found[0]) :].strip("/").split("/"):
            key = _key(part)
            found = [
                f"{folder}/{name}"
                for folder in found[:20]
                for name in self._alike(folder or "/", part, key)
            ]
        return tuple(one for one in found if self.is_file(one))

    def _alike(self, folder: str, part: str, key: str) -> Iterable[str]:
        names = self.names(folder)
        if names.get(part):
            return (part,)
        if folder not in self._alikes:
            by_key = self._alikes[folder] = {}
            for name in names:
                by_key.setdefault(_key(name), []).append(name)
        return self._alikes[folder].get(key, ())

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

        self.cut = self.cut or bool(pending)

    def named(self, top: str, name: str) -> tuple[str, ...]:
        """Return the files of a name, below a directory."""
        if top not in self._named:
            by_name: dict[str, list[str]] = {}
            for path in self.walk(top):
                by_name.setdefault(path.rpartition("/")[2], []).append(path)
            self._named[top] = by_name
        return tuple(self._named[top].get(name, ()))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _key(name: str) -> str:
    split = unicodedata.normalize("NFC", name.replace("%20", " ")).casefold()
    return split.replace("_", "-").replace(" ", "-")
