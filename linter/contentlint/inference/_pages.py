"""A page as inference sees it: where it lies, and what stands under each of its keys."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from contentlint.frontmatter import FrontMatter
from contentlint.inference._kinds import BLANK, EMPTY, kind
from contentlint.patterns import pattern

_SPECIAL = pattern(
    r"(?i)_.*|readme|license|licence|copying|changelog|changes|history|contributing|security"
    r"|code[-_]of[-_]conduct|authors|maintainers|governance|support|summary|agents|claude"
    r"|pull_request_template|issue_template|search|404"
)
_LEFT_OUT = pattern(
    r"(?i)((?:.*/)?(?:archetypes|templates?|_?layouts?|_includes|includes|partials|snippets"
    r"|node_modules|vendor|fixtures?|__tests__))/.*"
)
_DATED = pattern(r"\d{4}-\d{1,2}-\d{1,2}[-_.]")
_MERGED = "<<"
"""No key, but what YAML brings other keys in with."""
_MARKS = ("{{", "{%", "<%")


def left_out(path: str) -> str:
    """Return the directory of templates, tests or other people's files that a path lies in."""
    found = _LEFT_OUT.fullmatch(path)
    return found[1] if found else ""


class Value(NamedTuple):
    """What stands under a key, of which kind it is, and on which line the key stands."""

    value: Any
    kind: str
    line: int


class Page:
    """A page: its path from the site's root on, and the values of its front matter.

    ``broken`` is the line on which its front matter cannot be read; 0 where all of it can be.
    """

    def __init__(self, path: str, values: Mapping[str, Value], broken: int = 0) -> None:
        self.path, self.values, self.broken = path, values, broken

    @classmethod
    def of(cls, path: str, block: FrontMatter | None) -> "Page | None":
        """Return the page; None where its front matter is a template."""
        if block is None:
            return cls(path, {})
        if any(map(block.text.__contains__, _MARKS)):
            return None
        broken = next((one for one in block.problems if one.kind != "duplicate-key"), None)
        if broken:
            line = block.page.count("\n", 0, broken.span.start) + 1
            return cls(path, {}, line)
        values, line, at = {}, 1, 0
        for entry in block.entries:
            if len(entry.path) == 1 and entry.key != _MERGED:
                start = entry.key_span.start
                line, at = line + block.page.count("\n", at, start), start
                values[entry.key] = Value(entry.value, kind(entry.value, entry.tag), line)
        return cls(path, values)

    @cached_property
    def name(self) -> str:
        """Its file's name."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The directory that it lies in."""
        return self.path.rpartition("/")[0]

    @cached_property
    def is_other(self) -> bool:
        """Whether it says what a directory holds, or is about the project rather than of it."""
        special = _SPECIAL.fullmatch(self.name.partition(".")[0]) is not None
        return special or self.is_left_out

    @property
    def is_left_out(self) -> bool:
        """Whether it lies where templates, tests and other people's files do."""
        return bool(left_out(self.path))

    @property
    def as_other(self) -> str:
        """The pattern that leaves it out, with those like it."""
        folder = left_out(self.path)
        return f"{folder}/**" if folder else self.name

    @property
    def is_dated(self) -> bool:
        """Whether the file's name begins with a date."""
        return _DATED.match(self.name) is not None

    @property
    def is_index(self) -> bool:
        """Whether it may say what a directory holds."""
        return self.name.startswith("index.")

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each value that is not empty, by key."""
        return {key: it.kind for key, it in self.values.items() if it.kind not in (EMPTY, BLANK)}


def segments(path: str) -> list[str]:
    """Return the directories of a path."""
    return path.split("/")[:-1]


def bare(segment: str) -> str:
    """Return a directory's name without what only sorts or marks it."""
    return re.sub(r"^[_\d]*[._-]|^_+|\.\w+$", "", segment) or segment
