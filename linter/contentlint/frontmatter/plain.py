"""Blocks so simple that they are read without a YAML parser: most on published pages.

Keys, lists, and scalars on one line, nested as deep as they like. What is given back is what
``yaml_reader`` gives for the same text, to the last place; whatever else stands there gives None.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from contentlint.frontmatter.entry import Entry
from contentlint.patterns import pattern
from contentlint.span import Span

MAX_PLAIN = 16_000
"""Characters up to which a block is tried, so that no bound on values can matter."""

MAX_NESTED = 32
"""Levels up to which a block is tried."""

MAX_BRACKETS = 256
"""Brackets and braces beyond which the YAML reader refuses a block, whatever they stand for."""

# Tabs, line breaks that only YAML knows, byte order marks, and what YAML takes for no character.
_ODD = pattern(
    "[^\r\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_FIRST = r"""(?:[A-Za-z0-9/(_.+$=~;^\\]|[^\x00-\x9f\xa0]|-(?=\w))"""
_KEY = r"[A-Za-z0-9_/][\w./-]{0,60}+(?:[ ][\w./-]{1,60}+){0,8}+"
_IN_LIST = (
    r""""[^"\\\r\n]*+"|'[^'\r\n]*+'|(?:[A-Za-z0-9/(_.+$=]|[^\x00-\x9f\xa0])[^][{},:#?"'\r\n]*+"""
)
_LINE = pattern(
    rf"""(\ *+)(?:(-\ ++)?(?:({_KEY}):(?=[\ \r\n])\ *+)?(?:
    "([^"\\\r\n]*+)"
    |'((?:[^'\r\n]++|'')*+)'
    |({_FIRST}[^:#\r\n]*+(?:(?::(?=\S)|(?<=\S)\#)[^:#\r\n]*+)*+)
    |\[\ *+((?:(?:{_IN_LIST})\ *+(?:,\ *+(?:{_IN_LIST})\ *+)*+)?+)\]
    )?+)\ *+(?:(?<![^\ \r\n])\#[^\r\n]*+)?+\r?(?:\n|\Z)""",
    re.VERBOSE,
)
_MEMBER = pattern(_IN_LIST)
_DASH, _KEYED, _DOUBLE, _SINGLE, _PLAIN, _FLOW = 2, 3, 4, 5, 6, 7
_STYLES = {_DOUBLE: "double", _SINGLE: "single", _PLAIN: "plain"}
# What a value that is not text can begin with, and the longest of the words among them.
_NUMBERS = frozenset("0123456789+-.=")
_WORDS = frozenset("yYnNtTfFoO~")
_LONGEST = 5
_OTHERS = _NUMBERS | _WORDS

_Path = tuple[str | int, ...]
_Parts = tuple[tuple[int, int], ...]
_Row = tuple[str, _Path, int, int, int, int, Any, str, str]


@dataclass
class Plain:
    """What a simple block says; the entries are made only when somebody asks for them."""

    base: int
    rows: list[_Row] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every key with its value, nested ones after what holds them."""
        return tuple(map(self._entry, self.rows))

    def get(self, key: str) -> Entry | None:
        """Return the entry of a top-level key."""
        row = next((it for it in self.rows if it[0] == key and len(it[1]) == 1), None)
        return self._entry(row) if row else None

    def _entry(self, row: _Row) -> Entry:
        key, path, key_start, key_end, start, end, value, tag, style = row
        base = self.base
        places = Span(base + key_start, base + key_end), Span(base + start, base + end)
        return Entry(key, path, *places, value, tag, style)


def read(text: str, base: int) -> Plain | None:
    """Return what a text says; None where only a parser can tell, or something is wrong."""
    if len(text) > MAX_PLAIN or _ODD.search(text):
        return None
    if text.count("[") + text.count("{") > MAX_BRACKETS:
        return None
    found = Plain(base)
    try:
        _Builder(text, found.rows, found.data).build()
    except _NotPlainError:
        return None
    return found


class _NotPlainError(Exception):
    """A line that only a parser can judge."""


class _Frame:
    """A mapping or list that is open: where it is indented and begins, and its row."""

    __slots__ = ("indent", "is_list", "path", "row", "start", "value", "waiting")

    def __init__(self, indent: int, start: int, value: Any, path: _Path, row: int) -> None:
        self.indent = indent
        self.start = start
        self.value = value
        self.is_list = isinstance(value, list)
        self.path = path
        self.row = row
        # The row of a key that nothing stood behind; while it is the last row, it may be opened.
        self.waiting = -2


class _Builder:
    """One pass over the lines; what is open is a stack of frames, ``frame`` its top.

    This is what every page with front matter pays for, so it is written to do little per line.
    """

    __slots__ = ("end", "frame", "frames", "rows", "text")

    def __init__(self, text: str, rows: list[_Row], data: dict[str, Any]) -> None:
        self.text = text
        self.rows = rows
        self.frame = _Frame(0, 0, data, (), -1)
        self.frames: list[_Frame] = []
        self.end = 0

    def build(self) -> None:
        """Fill the rows and the data; raises _NotPlainError."""
        at, size, text, match = 0, len(self.text), self.text, _LINE.match
        while at < size:
            line = match(text, at)
            if line is None:
                raise _NotPlainError
            kind = line.lastindex or 1
            if kind != 1:
                parts = line.regs
                if parts[_DASH][0] >= 0:
                    self._item(parts, kind)
                elif parts[_KEYED][0] >= 0:
                    self._pair(parts, kind)
                else:
                    raise _NotPlainError
            at = line.end()
        while self.frames:
            self._close()

    def _pair(self, parts: _Parts, kind: int) -> None:
        start = parts[_KEYED][0]
        indent = start - parts[0][0]
        frame = self.frame
        if frame.indent != indent or frame.is_list:
            frame = self._mapping(indent, start)
        self._key(frame, parts, kind)

    def _mapping(self, indent: int, start: int) -> _Frame:
        """Return the mapping whose keys are indented like that."""
        while self.frame.indent > indent:
            self._close()
        if self.frame.is_list and self.frame.indent == indent:
            self._close()
        if self.frame.indent < indent:
            self._open(_Frame(indent, start, {}, self.frame.path, -1))
        if self.frame.indent != indent or self.frame.is_list:
            raise _NotPlainError
        return self.frame

    def _key(self, frame: _Frame, parts: _Parts, kind: int) -> None:
        start, end = parts[_KEYED]
        key, values = self.text[start:end], frame.value
        if key in values:
            raise _NotPlainError
        path = (*frame.path, key)
        if kind == _KEYED:
            frame.waiting = len(self.rows)
            values[key] = None
            self.end = end = end + 1
            self.rows.append((key, path, start, end - 1, end, end, None, "null", "plain"))
        elif kind == _FLOW:
            values[key] = self._list(parts, (key, path, start, end))
        else:
            first, last, value, tag = self._scalar(parts[kind], kind)
            values[key] = value
            self.end = last
            self.rows.append((key, path, start, end, first, last, value, tag, _STYLES[kind]))

    def _item(self, parts: _Parts, kind: int) -> None:
        line, dash = parts[1]
        frame = self.frame
        if frame.indent != dash - line or not frame.is_list:
            frame = self._sequence(dash - line, dash)
        index = len(frame.value)
        key, path = str(index), (*frame.path, index)
        if parts[_KEYED][0] >= 0:
            self._item_of_keys(parts, kind, (key, path))
        elif kind == _FLOW:
            start = parts[_DASH][1]
            frame.value.append(self._list(parts, (key, path, start, start)))
        elif kind > _KEYED:
            first, last, value, tag = self._scalar(parts[kind], kind)
            frame.value.append(value)
            self.end = last
            self.rows.append((key, path, first, first, first, last, value, tag, _STYLES[kind]))
        else:
            raise _NotPlainError

    def _sequence(self, indent: int, start: int) -> _Frame:
        """Return the list whose dashes are indented like that."""
        while self.frame.indent > indent:
            self._close()
        if not self.frame.is_list:
            self._open(_Frame(indent, start, [], self.frame.path, -1))
        if self.frame.indent != indent:
            raise _NotPlainError
        return self.frame

    def _item_of_keys(self, parts: _Parts, kind: int, head: tuple[str, _Path]) -> None:
        start = parts[_KEYED][0]
        inner = _Frame(start - parts[0][0], start, {}, head[1], len(self.rows))
        self.frame.value.append(inner.value)
        self.rows.append((*head, start, start, start, start, inner.value, "map", "block"))
        self._push(inner)
        self._key(inner, parts, kind)

    def _scalar(self, place: tuple[int, int], kind: int) -> tuple[int, int, Any, str]:
        """Return where the scalar of a line stands, and what it says."""
        start, end = place
        text = self.text[start:end]
        if kind == _PLAIN:
            if text[-1] == " ":
                text = text.rstrip(" ")
                end = start + len(text)
            if text[0] in _OTHERS:
                return start, end, *_typed(text)
            return start, end, text, "str"
        if kind == _SINGLE:
            text = text.replace("''", "'")
        return start - 1, end + 1, text, "str"

    def _list(self, parts: _Parts, head: tuple[str, _Path, int, int]) -> list[Any]:
        """Add the rows of a list in brackets, and return it."""
        inside, end = parts[_FLOW]
        start = self.text.rindex("[", 0, inside)
        self.end = end + 1
        items: list[Any] = []
        self.rows.append((*head, start, end + 1, items, "seq", "flow"))
        for index, member in enumerate(_MEMBER.finditer(self.text, inside, end)):
            row = _member(str(index), (*head[1], index), member.start(), member.group())
            self.rows.append(row)
            items.append(row[6])
        return items

    def _open(self, inner: _Frame) -> None:
        """Open a mapping or list as the value of the key on the line before."""
        frame = self.frame
        if frame.waiting != len(self.rows) - 1 or frame.is_list:
            raise _NotPlainError
        inner.row = frame.waiting
        key, inner.path = self.rows[inner.row][:2]
        frame.value[key] = inner.value
        self._push(inner)

    def _push(self, inner: _Frame) -> None:
        if len(self.frames) >= MAX_NESTED:
            raise _NotPlainError
        self.frames.append(self.frame)
        self.frame = inner

    def _close(self) -> None:
        """Close the innermost frame: now its end is known."""
        done, self.frame = self.frame, self.frames.pop()
        key, path, key_start, key_end, *_ = self.rows[done.row]
        tag = "seq" if done.is_list else "map"
        places = (key_start, key_end, done.start, self.end)
        self.rows[done.row] = (key, path, *places, done.value, tag, "block")


def _member(key: str, path: _Path, start: int, text: str) -> _Row:
    if text[0] in "\"'":
        style = "double" if text[0] == '"' else "single"
        end = start + len(text)
        return (key, path, start, start, start, end, text[1:-1], "str", style)
    text = text.rstrip(" ")
    value, tag = _typed(text)
    return (key, path, start, start, start, start + len(text), value, tag, "plain")


def _typed(text: str) -> tuple[Any, str]:
    first = text[0]
    if first in _NUMBERS or (first in _WORDS and len(text) <= _LONGEST):
        return _resolved(text)
    return text, "str"


@lru_cache(4096)
def _resolved(text: str) -> tuple[Any, str]:
    from contentlint.frontmatter.yaml_reader import resolved

    return resolved(text)
