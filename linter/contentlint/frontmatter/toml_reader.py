"""TOML front matter: tomllib for what it says, a scanner for the places."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import islice, pairwise
from typing import Any

from contentlint.frontmatter import lines
from contentlint.frontmatter.entry import (
    MAX_DEPTH,
    MAX_SIZE,
    MAX_VALUES,
    Entry,
    Problem,
    Reading,
    repeated,
    tag_of,
    too_much,
)
from contentlint.patterns import pattern
from contentlint.span import Span

MAX_STATEMENTS = 1000
"""Tables and keys that are read one by one when the whole block is damaged."""

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\r\n]|\\.)*+"|'[^'\r\n]*+')"""
_KEYS = pattern(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+")
_EACH = pattern(_PART)
_DEEP = pattern(rf"(?:{_PART}[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_SKIP = pattern(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_BRACKETS = pattern(r"\[{1,2}[ \t]*+")
_CLOSE = pattern(r"[ \t]*+\]{1,2}")
_EQUALS = pattern(r"[ \t]*+=[ \t]*+")
_SCALAR = pattern(
    r'''"""(?:[^\\]|\\.)*?"""{1,3}|\'\'\'.*?\'\'\'{1,3}|"(?:[^"\\]|\\.)*+"|'[^']*+'|[^,\[\]{}\r\n\#]*+''',
    re.DOTALL,
)
_BETWEEN = pattern(r"(?:[ \t\r\n,]|#[^\n]*+)*+")
_DEEP_VALUE = pattern(r"""(?:[\[{][^\[\]{}"'#]{0,200}+){64}""")
_HEADER = r"""\[{1,2}[ \t]*+(?=[\w"'])[^\],=\r\n]*+\]{1,2}[ \t]*+(?:\#[^\n]*+)?(?=\r?\n|\Z)"""
_STATEMENT = pattern(
    rf"(?:\A|(?<=\n))[ \t]*+(?:{_HEADER}|{_PART}[ \t]*+[.=:]|[^\W\d][^\r\n=:\[\]\#]{{0,60}}=)"
)
_WHERE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_REASONS = {"Cannot overwrite a value": "the same key stands twice"}
_STYLES = {'"': "double", "'": "single", "[": "flow", "{": "flow"}
_Path = tuple[str | int, ...]


def read(text: str, base: int) -> Reading:
    """Return what a TOML text says; ``base`` is where it begins on the page."""
    start = Span.at(base)
    if len(text) > MAX_SIZE:
        return _damaged(text, base, too_much("characters", MAX_SIZE, start))
    if _DEEP.search(text) or _DEEP_VALUE.search(text):
        return _damaged(text, base, too_much("levels", MAX_DEPTH, start))
    try:
        data = _plain(tomllib.loads(text))
    except RecursionError:
        return _damaged(text, base, too_much("levels", MAX_DEPTH, start))
    except ValueError as error:
        return _in_statements(text, base, _problem(str(error), text, base))
    return _read(text, base, data)


def _read(text: str, base: int, data: dict[str, Any]) -> Reading:
    found = _Scan(text, base, data).entries()
    if any(len(entry.path) > MAX_DEPTH for entry in found):
        return _damaged(text, base, too_much("levels", MAX_DEPTH, Span.at(base)))
    return Reading(tuple(found), data)


def _in_statements(text: str, base: int, problem: Problem) -> Reading:
    """Read a damaged block one table or key at a time: only what is broken is lost."""
    recovery = _Recovery(base)
    starts = [it.start() for it in islice(_STATEMENT.finditer(text), MAX_STATEMENTS)]
    for start, end in pairwise([*dict.fromkeys([0, *starts]), len(text)]):
        recovery.read(text[start:end], base + start)
    problems = tuple(recovery.problems) or (problem,)
    return Reading(tuple(recovery.entries), recovery.data, problems)


@dataclass
class _Recovery:
    """What is sound in a damaged block."""

    base: int
    entries: list[Entry] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    table: _Path = ()
    places: dict[_Path, Span] = field(default_factory=dict)

    def read(self, text: str, base: int) -> None:
        """Add what one statement says, or why it says nothing."""
        fault = _fault(text)
        if fault:
            self._after_sound_line(text, base, fault)
            return
        data = _plain(tomllib.loads(text))
        if text.lstrip().startswith("["):
            self._open(text, base, data)
            return
        for entry in _Scan(text, base, data).entries():
            self._add(entry)

    def _open(self, text: str, base: int, data: dict[str, Any]) -> None:
        (entry,) = _Scan(text, base, data).entries()
        *above, last = (step for step in entry.path if isinstance(step, str))
        holder: Any = self.data
        path: _Path = ()
        for name in above:
            holder, path = _inside(holder, path, name)
        path = (*path, last)
        tables = holder.setdefault(last, []) if isinstance(holder, dict) else None
        if len(entry.path) > len(above) + 1 and isinstance(tables, list):
            tables.append({})
            path = (*path, len(tables) - 1)
        elif path in self.places:
            self.problems.append(repeated(last, entry.key_span, self.places[path]))
        elif isinstance(holder, dict) and tables == []:
            holder[last] = {}
        self.places.setdefault(path, entry.key_span)
        self.table = path
        self.entries.append(entry._replace(path=path))

    def _add(self, entry: Entry) -> None:
        path = (*self.table, *entry.path)
        if isinstance(entry.path[-1], str) and path in self.places:
            self.problems.append(repeated(entry.key, entry.key_span, self.places[path]))
        self.places.setdefault(path, entry.key_span)
        self.entries.append(entry._replace(path=path))
        if all(isinstance(step, str) for step in entry.path):
            _put(self.data, path, entry.value)

    def _after_sound_line(self, text: str, base: int, message: str) -> None:
        """Keep the first line if only what follows it is broken."""
        head, _, rest = text.partition("\n")
        if rest.strip() and _fault(head) is None:
            self.read(head, base)
            text, base, message = rest, base + len(head) + 1, _fault(rest) or message
        self._broken(text, base, message)

    def _broken(self, text: str, base: int, message: str) -> None:
        whole = Span(base, base + len(text.rstrip()))
        if len(whole):
            problem = _problem(message, text, base)
            self.problems.append(replace(problem, related=whole))
            for entry in lines.entries(text, base):
                self.entries.append(entry._replace(path=(*self.table, *entry.path)))
                _put(self.data, (*self.table, *entry.path), entry.value)


def _fault(text: str) -> str | None:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return str(error)
    return None


def _inside(holder: Any, path: _Path, name: str) -> tuple[Any, _Path]:
    """Return what a table holds under a name, and the path to it: of many tables, the last."""
    inner = holder.setdefault(name, {}) if isinstance(holder, dict) else {}
    path = (*path, name)
    if isinstance(inner, list) and inner:
        return inner[-1], (*path, len(inner) - 1)
    return inner, path


def _put(data: dict[str, Any], path: _Path, value: Any) -> None:
    """Set a value that may stand in tables which nothing else has made."""
    holder: Any = data
    for step in path[:-1]:
        if isinstance(holder, dict):
            holder = holder.setdefault(step, {})
        elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            holder = holder[step]
    if isinstance(holder, dict):
        holder[path[-1]] = value


def _damaged(text: str, base: int, problem: Problem) -> Reading:
    found = tuple(lines.entries(text, base))
    return Reading(found, {entry.key: entry.value for entry in found}, (problem,))


def _problem(message: str, text: str, base: int) -> Problem:
    where, at = _WHERE.search(message), len(text.rstrip())
    if where and where[1]:
        at = _offset(text, int(where[1]), int(where[2]))
    at = min(at, len(text))
    end = text.find("\n", at)
    span = Span(at, end if end >= 0 else len(text))
    reason = _WHERE.sub("", message)
    return Problem("syntax", _REASONS.get(reason, reason), span.shifted(base))


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at + column - 1


def _plain(value: Any) -> Any:
    """Return the value with its dates as the text of ISO 8601."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _names(keys: str) -> Iterator[str]:
    for part in _EACH.findall(keys):
        yield tomllib.loads(f"key = {part}")["key"] if part[0] in "\"'" else part


@dataclass
class _Scan:
    """The places in a text that tomllib has already found sound."""

    text: str
    base: int
    data: dict[str, Any]
    counts: dict[_Path, int] = field(default_factory=dict)
    found: list[Entry] = field(default_factory=list)

    def entries(self, table: _Path = ()) -> list[Entry]:
        """Return the entries of tables, keys and all that their values hold, as they stand."""
        at = self._after(_SKIP, 0)
        while len(self.found) < MAX_VALUES:
            brackets = _BRACKETS.match(self.text, at)
            keys = _KEYS.match(self.text, brackets.end() if brackets else at)
            if keys is None:
                break
            names = tuple(_names(keys.group()))
            if brackets:
                table = self._table(names, repeats="[[" in brackets.group())
                end = self._after(_CLOSE, keys.end())
                key_span = Span(*keys.span()).shifted(self.base)
                self._add(table, key_span, Span(at, end), self._named(table))
            else:
                end = self._pair((*table, *names), keys)
            at = self._after(_SKIP, end)
        return self.found

    def _table(self, names: tuple[str, ...], *, repeats: bool) -> _Path:
        """Return the path of a table; in an array of tables it leads to the last one."""
        path: _Path = ()
        for name in names[:-1]:
            path = self._latest((*path, name))
        path = (*path, names[-1])
        if repeats:
            self.counts[path] = self.counts.get(path, 0) + 1
        return self._latest(path)

    def _latest(self, path: _Path) -> _Path:
        count = self.counts.get(path)
        return (*path, count - 1) if count else path

    def _named(self, path: _Path) -> Any:
        value: Any = self.data
        for step in path:
            value = value[step]
        return value

    def _pair(self, path: _Path, keys: re.Match[str]) -> int:
        """Add the entries of a key and its value; return where the value ends."""
        key_span = Span(*keys.span()).shifted(self.base)
        start = self._after(_EQUALS, keys.end())
        return self._value(path, key_span, start, self._named(path))

    def _add(self, path: _Path, key_span: Span, span: Span, value: Any) -> None:
        name = next(step for step in reversed(path) if isinstance(step, str))
        key = str(path[-1]) if not len(key_span) else name
        dated = isinstance(value, str) and self.text[span.start] not in "\"'["
        tag = "timestamp" if dated else tag_of(value)
        style = _STYLES.get(self.text[span.start], "plain")
        self.found.append(Entry(key, path, key_span, span.shifted(self.base), value, tag, style))

    def _value(self, path: _Path, key_span: Span, start: int, value: Any) -> int:
        """Add the entry of the value that begins there, and of all inside; return its end."""
        if not isinstance(value, dict | list):
            end = self._after(_SCALAR, start)
            end = start + len(self.text[start:end].rstrip())
            self._add(path, key_span, Span(start, end), value)
            return end
        place = len(self.found)
        self._add(path, key_span, Span.at(start), value)
        inside = self._after(_BETWEEN, start + 1)
        if isinstance(value, dict):
            end = self._members(path, inside, value)
        else:
            end = self._items(path, inside, value)
        span = Span(start, end).shifted(self.base)
        self.found[place] = self.found[place]._replace(value_span=span)
        return end

    def _items(self, path: _Path, at: int, value: list[Any]) -> int:
        for index, item in enumerate(value):
            end = self._value((*path, index), Span.at(self.base + at), at, item)
            at = self._after(_BETWEEN, end)
        return at + 1

    def _members(self, path: _Path, at: int, value: dict[str, Any]) -> int:
        while keys := _KEYS.match(self.text, at):
            names, inner = tuple(_names(keys.group())), value
            for name in names:
                inner = inner[name]
            key_span = Span(*keys.span()).shifted(self.base)
            start = self._after(_EQUALS, keys.end())
            at = self._after(_BETWEEN, self._value((*path, *names), key_span, start, inner))
        return at + 1

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        return found.end() if found else at
