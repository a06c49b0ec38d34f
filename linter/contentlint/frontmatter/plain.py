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
# Margin, dash, key, what parts it from the value, value, and the rest of the line: one string each,
# so that a place is a sum of lengths.
_LINE = pattern(
    rf"""^(\ *+)(-\ ++)?+(?:({_KEY})(:(?=[\ \r\n])\ *+))?+(
    "[^"\\\r\n]*+"
    |'(?:[^'\r\n]++|'')*+'
    |{_FIRST}[^:#\r\n]*+(?:(?::(?=\S)|(?<=\S)\#)[^:#\r\n]*+)*+
    |\[\ *+(?:(?:{_IN_LIST})\ *+(?:,\ *+(?:{_IN_LIST})\ *+)*+)?+\]
    )?+(\ *+(?:(?<![^\ \r\n])\#[^\r\n]*+)?+\r?(?:\n|\Z))""",
    re.VERBOSE | re.MULTILINE,
)
_MEMBER = pattern(_IN_LIST)
# What a value that is not text can begin with, and the longest of the words among them.
_NUMBERS = frozenset("0123456789+-.=")
_WORDS = frozenset("yYnNtTfFoO~")
_LONGEST = 5
_OTHERS = _NUMBERS | _WORDS
_SIGNS = {'"': ("str", "double"), "'": ("str", "single"), "[": ("seq", "flow")}

_Path = tuple[str | int, ...]
_Head = tuple[str, _Path, int, int]
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
        at = 0
        for margin, dash, key, gap, value, tail in _LINE.findall(self.text):
            start = at + len(margin) + len(dash)
            after = start + len(key) + len(gap)
            if dash:
                self._item((len(margin), start - len(dash), after), start, key, value)
            elif key:
                frame = self.frame
                if frame.indent != len(margin) or frame.is_list:
                    frame = self._mapping(len(margin), start)
                self._key(frame, key, start, value, after)
            elif value:
                raise _NotPlainError
            at = after + len(value) + len(tail)
        if at != len(self.text):
            raise _NotPlainError
        while self.frames:
            self._close()

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

    def _key(self, frame: _Frame, key: str, start: int, value: str, after: int) -> None:
        values = frame.value
        if key in values:
            raise _NotPlainError
        path, end = (*frame.path, key), start + len(key)
        if value:
            values[key] = self._value((key, path, start, end), value, after)
        else:
            frame.waiting = len(self.rows)
            values[key] = None
            self.end = place = end + 1
            self.rows.append((key, path, start, end, place, place, None, "null", "plain"))

    def _item(self, places: tuple[int, int, int], start: int, key: str, value: str) -> None:
        indent, dash, after = places
        frame = self.frame
        if frame.indent != indent or not frame.is_list:
            frame = self._sequence(indent, dash)
        index = len(frame.value)
        path = (*frame.path, index)
        if key:
            inner = _Frame(indent + start - dash, start, {}, path, len(self.rows))
            frame.value.append(inner.value)
            row = (str(index), path, start, start, start, start, inner.value, "map", "block")
            self.rows.append(row)
            self._push(inner)
            self._key(inner, key, start, value, after)
        elif value:
            frame.value.append(self._value((str(index), path, start, start), value, start))
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

    def _value(self, head: _Head, text: str, start: int) -> Any:
        """Add the row of the value on a line, and of what it holds; return it."""
        row = _scalar(head, text, start)
        self.rows.append(row)
        self.end = row[5]
        if text[0] == "[":
            for index, member in enumerate(_MEMBER.finditer(text, 1, len(text) - 1)):
                at = start + member.start()
                inner = _scalar((str(index), (*head[1], index), at, at), member.group(), at)
                self.rows.append(inner)
                row[6].append(inner[6])
        return row[6]

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


def _scalar(head: _Head, text: str, start: int) -> _Row:
    """Return the row of a value as it is written on one line; of a list, before its items."""
    first = text[0]
    if first in _SIGNS:
        value: Any = text[1:-1]
        if first == "'" and "''" in value:
            value = value.replace("''", "'")
        elif first == "[":
            value = []
        tag, style = _SIGNS[first]
    else:
        if text[-1] == " ":
            text = text.rstrip(" ")
        value, tag = _typed(text) if first in _OTHERS else (text, "str")
        style = "plain"
    return (*head, start, start + len(text), value, tag, style)


def _typed(text: str) -> tuple[Any, str]:
    first = text[0]
    if first in _NUMBERS or (first in _WORDS and len(text) <= _LONGEST):
        return _resolved(text)
    return text, "str"


@lru_cache(4096)
def _resolved(text: str) -> tuple[Any, str]:
    from contentlint.frontmatter.yaml_reader import resolved

    return resolved(text)
