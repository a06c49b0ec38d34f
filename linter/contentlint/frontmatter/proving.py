"""Proves that an edit of front matter does what it is meant to do, and nothing else.

The first reader reads the whole block again: every other key and value has to stand where the edit
has moved it, and to say what it said. The second has to see the same in the lines of the key.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.fix import Edit, apply
from contentlint.frontmatter import second
from contentlint.frontmatter.entry import Entry
from contentlint.frontmatter.writing import Wanted, wanted
from contentlint.span import Span

if TYPE_CHECKING:
    from contentlint.frontmatter import FrontMatter

_Path = tuple[str | int, ...]


class _Place(NamedTuple):
    """Where an entry stands."""

    path: _Path
    tag: str
    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True)
class Proof:
    """One edit of a block in which nothing is damaged."""

    block: "FrontMatter"
    edit: Edit

    def rewrites(self, path: _Path, one: Wanted, text: str) -> bool:
        """Whether the value at a path is now what was wanted, written as ``text``."""
        if self._after is None or "<<" in path:
            return False
        end = self.edit.span.start + len(self.edit.content)
        here = (end - len(text), end)
        places = [
            _settled(place, one, here) if place.path == path else place
            for place in self._moved(path)
        ]
        wished = _replaced(self.block.data, path, _value(self.block.kind, one))
        return self._gives(places, wished) and self._written(path, one, text)

    def renames(self, path: _Path, key: str) -> bool:
        """Whether the key at the end of a path is now another one."""
        above, size = path[:-1], len(path)
        held = _at(self.block.data, above)
        if self._after is None or "<<" in path or key in held:
            return False
        named = {key if name == path[-1] else name: value for name, value in held.items()}
        places = [
            place._replace(path=(*above, key, *place.path[size:]))
            if place.path[:size] == path
            else place
            for place in self._moved(path)
        ]
        wished = _replaced(self.block.data, above, named)
        return self._gives(places, wished) and self._named(path, key)

    def adds(self, key: str, words: tuple[str, str], value: Any, *, dated: bool) -> bool:
        """Whether there is one key more at the top level; ``words`` are it and its value."""
        after, (name, text) = self._after, words
        new = after.get(key) if after else None
        if after is None or new is None or _source(after, new.value_span) != text:
            return False
        one = wanted(value, dated=dated)
        wished = {**self.block.data, key: _value(self.block.kind, one) if one else value}
        others = (_place(entry) for entry in after.entries if entry.path[0] != key)
        return (
            list(self._moved((key,))) == list(others)
            and _by_key(after.data) == _by_key(wished)
            and second.members(second.read(f"{name}: {text}"))
            == {key: second.seen_of(value, dated=dated)}
        )

    @cached_property
    def _after(self) -> "FrontMatter | None":
        """The block with the edit made; None where it cannot be read, or where its fences moved."""
        from contentlint.frontmatter import split

        block, grown = self.block, len(self.edit.content) - len(self.edit.span)
        after = split(apply(block.page[: block.span.end], [self.edit]))
        if after is None or after.closing is None or after.problems:
            return None
        ends = (block.content.start, block.content.end + grown, block.span.end + grown)
        stay = (after.content.start, after.content.end, after.span.end) == ends
        return after if stay and after.kind == block.kind else None

    def _gives(self, places: list[_Place], data: dict[str, Any]) -> bool:
        """Whether the first reader now sees this. Text tells true from 1, and 1 from 1.0."""
        after = self._after
        return (
            after is not None
            and places == [_place(entry) for entry in after.entries]
            and repr(after.data) == repr(data)
        )

    def _moved(self, path: _Path) -> Iterator[_Place]:
        """Yield where every entry should stand after the edit of one of them.

        At the place of an insertion ends what holds the new text, and begins what comes behind it.
        """
        start, end, grown = self.edit.span.start, self.edit.span.end, self._grown
        for entry in self.block.entries:
            (key, value), holds = _ends(entry), entry.path == path[: len(entry.path)]
            if key[1] >= start or value[1] >= start:
                last = end if holds or end > start else end + 1
                key, value = (
                    (a + grown if a >= end else a, b + grown if b >= last else b)
                    for a, b in (key, value)
                )
            if holds and self.block.kind == "yaml":  # its last value may have been empty
                value = value[0], max(value[1], start + len(self.edit.content))
            yield _Place(entry.path, entry.tag, key, value)

    @cached_property
    def _grown(self) -> int:
        return len(self.edit.content) - len(self.edit.span)

    def _written(self, path: _Path, one: Wanted, text: str) -> bool:
        """Whether the second reader sees a value that was wanted."""
        if self.block.kind != "yaml":
            return bool(second.read(text) == one)
        if len(path) == 1 and second.members(second.read(self._edited(self._lines(path[0])))) == {
            path[0]: one
        }:
            return True
        return self._seen_again(path, lambda key, _: (key, one))

    def _named(self, path: _Path, key: str) -> bool:
        """Whether the second reader sees a key."""
        if self.block.kind != "yaml":
            return bool((second.read(self.edit.content) or second.NOTHING)[1] == key)
        return self._seen_again(path, lambda _, value: (("str", key), value))

    def _seen_again(self, path: _Path, change: second.Change) -> bool:
        """Whether the second reader sees a change and no other.

        It reads the lines of one key, or all lines when those refer to others.
        """
        for lines in (self._lines(path[0]), self.block.content):
            before = second.read(_source(self.block, lines))
            if before is not None:
                now = second.read(self._edited(lines))
                return bool(now == second.changed(before, path, change))
        return False

    def _edited(self, lines: Span) -> str:
        """Return lines with the edit made."""
        inside = Edit(self.edit.span.shifted(-lines.start), self.edit.content)
        return apply(_source(self.block, lines), [inside])

    def _lines(self, key: str | int) -> Span:
        """Return the lines of a key at the top level, up to those of the next one."""
        page, content = self.block.page, self.block.content
        tops = [entry for entry in self.block.entries if len(entry.path) == 1]
        starts = [line_start(page, entry.key_span.start) for entry in tops]
        ends = [*starts[1:], content.end]
        spans = zip(tops, starts, ends, strict=True)
        return next((Span(a, b) for entry, a, b in spans if entry.key == key), content)


def line_start(page: str, at: int) -> int:
    """Return where the line begins that a place is on."""
    return max(page.rfind("\n", 0, at), page.rfind("\r", 0, at)) + 1


def _ends(entry: Entry) -> tuple[tuple[int, int], tuple[int, int]]:
    key, value = entry.key_span, entry.value_span
    return (key.start, key.end), (value.start, value.end)


def _place(entry: Entry) -> _Place:
    return _Place(entry.path, entry.tag, *_ends(entry))


def _settled(place: _Place, one: Wanted, here: tuple[int, int]) -> _Place:
    """Return the place of the entry that was rewritten; the key of an item is where it begins."""
    key = place.key if isinstance(place.path[-1], str) else (here[0], here[0])
    return _Place(place.path, one.tag, key, here)


def _source(block: "FrontMatter", span: Span) -> str:
    return block.page[span.start : span.end]


def _value(kind: str, one: Wanted) -> Any:
    """Return a scalar as the first reader gives it."""
    if one.tag == "timestamp" and kind == "toml":
        return tomllib.loads(f"it = {one.text}")["it"].isoformat()
    return _TYPED.get(one.tag, str)(one.text)


_TYPED: dict[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": "true".__eq__,
    "int": int,
    "float": float,
}


def _by_key(data: dict[str, Any]) -> dict[str, str]:
    return {key: repr(value) for key, value in data.items()}


def _at(data: Any, path: _Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _replaced(data: Any, path: _Path, value: Any) -> Any:
    """Return data with another value at the end of a path."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: _replaced(data[path[0]], path[1:], value)}
    copy = list(data)
    copy[int(path[0])] = _replaced(copy[int(path[0])], path[1:], value)
    return copy
