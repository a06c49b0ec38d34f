"""TOML front matter: tomllib for what it says, a scanner for the places."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from contentlint.frontmatter import lines
from contentlint.frontmatter.entry import (
    MAX_DEPTH,
    MAX_SIZE,
    MAX_VALUES,
    Entry,
    Problem,
    Reading,
    tag_of,
    too_much,
)
from contentlint.patterns import pattern
from contentlint.span import Span

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\r\n]|\\.)*+"|'[^'\r\n]*+')"""
_KEYS = pattern(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+")
_EACH = pattern(_PART)
_DEEP = pattern(rf"(?:{_PART}[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_SKIP = pattern(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_BRACKETS = pattern(r"\[{1,2}[ \t]*+")
_CLOSE = pattern(r"[ \t]*+\]{1,2}")
_EQUALS = pattern(r"[ \t]*+=[ \t]*+")
_VALUE_PART = pattern(
    r'''"""(?:[^\\]|\\.)*?"""{1,3}|\'\'\'.*?\'\'\'{1,3}|"(?:[^"\\]|\\.)*+"|'[^']*+'|[\[\]{}\n]|\#[^\n]*+''',
    re.DOTALL,
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
    if _DEEP.search(text):
        return _damaged(text, base, too_much("levels", MAX_DEPTH, start))
    try:
        data = _plain(tomllib.loads(text))
    except RecursionError:
        return _damaged(text, base, too_much("levels", MAX_DEPTH, start))
    except ValueError as error:
        return _damaged(text, base, _problem(str(error), text, base))
    return Reading(tuple(_Scan(text, base, data).entries()), data)


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

    def entries(self) -> Iterator[Entry]:
        """Yield tables and keys as they stand; what is inside a value has no entry of its own."""
        table: _Path = ()
        at = self._after(_SKIP, 0)
        for _ in range(MAX_VALUES):
            brackets = _BRACKETS.match(self.text, at)
            keys = _KEYS.match(self.text, brackets.end() if brackets else at)
            if keys is None:
                return
            names = tuple(_names(keys.group()))
            if brackets:
                table = self._table(names, repeats="[[" in brackets.group())
                end = self._after(_CLOSE, keys.end())
                yield self._entry(table, keys, Span(at, end))
            else:
                start = self._after(_EQUALS, keys.end())
                end = self._value_end(start)
                yield self._entry((*table, *names), keys, Span(start, end))
            at = self._after(_SKIP, end)

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

    def _entry(self, path: _Path, keys: re.Match[str], span: Span) -> Entry:
        value: Any = self.data
        for step in path:
            value = value[step]
        name = [step for step in path if isinstance(step, str)][-1]
        dated = isinstance(value, str) and self.text[span.start] not in "\"'["
        tag = "timestamp" if dated else tag_of(value)
        style = _STYLES.get(self.text[span.start], "plain")
        key_span = Span(*keys.span()).shifted(self.base)
        return Entry(name, path, key_span, span.shifted(self.base), value, tag, style)

    def _value_end(self, at: int) -> int:
        """Return where the value ends that begins there."""
        depth = 0
        for part in _VALUE_PART.finditer(self.text, at):
            sign = part.group()[0]
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign, 0)
            if not depth and sign in "\n#":
                return at + len(self.text[at : part.start()].rstrip())
        return at + len(self.text[at:].rstrip())

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        return found.end() if found else at
