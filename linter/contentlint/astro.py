"""The collections of an Astro site: where their pages are, and the schemas that Astro wrote.

Astro writes a JSON Schema for each collection to ``.astro/collections`` when it runs. The settings
that say where the pages of a collection are loaded from are a program: it is not run, only searched
for what it plainly says.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from contentlint.patterns import pattern

_LARGEST = 300_000
"""Bytes of a file that are read."""
_ENDING = ".schema.json"
_SETTINGS = (
    *(f"src/content.config.{ending}" for ending in ("ts", "mts", "js", "mjs")),
    *(f"src/content/config.{ending}" for ending in ("ts", "mts", "js", "mjs")),
)
_COMMENT = pattern(r"^[ \t]*//[^\n]*", re.MULTILINE)
_DEFINED = pattern(r"[\"']?([\w$-]{1,80})[\"']?\s{0,9}[:=]\s{0,9}defineCollection\s{0,9}\(")
_LOADED = pattern(r"\bglob\(([^()]{0,600})")
_BASE = pattern(r"\bbase:\s{0,9}[\"'`]([^\"'`$\n]{1,200})[\"'`]")
_PATTERN = pattern(r"\bpattern:\s{0,9}\[?\s{0,9}[\"'`]([^\"'`$\n]{1,200})[\"'`]")
_LITERAL = pattern(r"(?:[\w-]{1,80}/)*")
_EXPORTED = pattern(r"\bcollections\s{0,9}=\s{0,9}\{([^{}()]{0,4000})\}")
_RENAMED = pattern(r"[\"']?([\w$-]{1,80})[\"']?\s{0,9}:\s{0,9}([\w$]{1,80})\s{0,9}(?:,|\Z)")


def collections(root: str) -> list[tuple[str, Path]]:
    """Return the directories of collections of which there is a schema, the deepest first.

    A directory from which two collections are loaded is left out: nobody knows whose a page is.
    """
    folder = Path(root, ".astro", "collections")
    try:
        names = sorted(each.name for each in folder.iterdir() if each.name.endswith(_ENDING))
    except (OSError, ValueError):
        return []
    told = bases(root)
    found: dict[str, list[Path]] = {}
    for name in names:
        collection = name.removesuffix(_ENDING)
        base = told.get(collection, f"{root}/src/content/{collection}")
        found.setdefault(base, []).append(folder / name)
    sure = [(base, files[0]) for base, files in found.items() if len(files) == 1]
    return sorted(sure, key=lambda pair: -len(pair[0]))


def bases(root: str) -> dict[str, str]:
    """Return the directories that a site's settings name for collections, by their names."""
    text = next(filter(None, (_read(Path(root, name)) for name in _SETTINGS)), "")
    return dict(_bases(root, _COMMENT.sub("", text)))


def _bases(root: str, text: str) -> Iterator[tuple[str, str]]:
    names = dict(_names(text))
    starts = list(_DEFINED.finditer(text))
    ends = [*(start.start() for start in starts[1:]), len(text)]
    for start, end in zip(starts, ends, strict=False):
        loaded = _LOADED.search(text, start.end(), end)
        base = _BASE.search(loaded[1]) if loaded else None
        if loaded and base:
            told = _PATTERN.search(loaded[1])
            inside = _LITERAL.match(told[1]) if told else None
            path = posixpath.normpath(f"{root}/{base[1]}/{inside[0] if inside else ''}")
            yield names.get(start[1], start[1]), path


def _names(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names of variables, each with that under which its collection is known."""
    exported = _EXPORTED.search(text)
    for pair in _RENAMED.finditer(exported[1]) if exported else ():
        yield pair[2], pair[1]


def _read(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
