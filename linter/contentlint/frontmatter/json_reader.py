"""JSON front matter: the standard decoder for what it says, its own scanner for the places."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from contentlint.frontmatter.entry import (
    MAX_DEPTH,
    MAX_DIGITS,
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

_SPACE = pattern(r"[ \t\r\n]*+")
_STRING = r'"(?:[^"\\\r\n]|\\.)*+"'
_PART = pattern(
    rf"(?P<key>{_STRING})\s*+:\s*+(?P<value>{_STRING}|-?\d[\d.eE+-]{{0,40}}|true|false|null)?+"
    rf"|{_STRING}|[\[\]{{}}]"
)
_DEPTHS = {"{": 1, "[": 1, "]": -1, "}": -1}
_Path = tuple[str | int, ...]


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits


_DECODER = json.JSONDecoder(parse_int=_integer)


def read(text: str, base: int) -> Reading:
    """Return what a JSON object says; ``base`` is where its brace stands on the page."""
    if len(text) > MAX_SIZE:
        return _damaged(text, base, too_much("characters", MAX_SIZE, Span.at(base)))
    try:
        data = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        at = Span(error.pos, min(error.pos + 1, len(text))).shifted(base)
        return _damaged(text, base, Problem("syntax", error.msg, at))
    except RecursionError:
        return _damaged(text, base, too_much("levels", MAX_DEPTH, Span.at(base)))
    scan = _Scan(text, base)
    entries = tuple(scan.members(0, ()))
    if scan.left < 0:
        return _damaged(text, base, too_much("values or levels", MAX_VALUES, Span.at(base)))
    return Reading(entries, data, tuple(scan.problems))


def read_between(text: str, base: int) -> Reading:
    """Return what JSON between two fences says; the braces round it may be missing."""
    inner = text.strip()
    start = base + len(text) - len(text.lstrip())
    if inner.startswith("{"):
        return read(inner, start)
    return read("{" + text + "}", base - 1)


def _damaged(text: str, base: int, problem: Problem) -> Reading:
    """Keep the members whose value is a word, a number or a text: each alone can be read."""
    found: dict[str, Entry] = {}
    depth = 0
    for part in islice(_PART.finditer(text), MAX_VALUES):
        depth += _DEPTHS.get(part.group(), 0)
        if depth == 1 and part["value"]:
            entry = _member(part, base)
            found.setdefault(entry.key, entry)
    return Reading(tuple(found.values()), {it.key: it.value for it in found.values()}, (problem,))


def _member(part: re.Match[str], base: int) -> Entry:
    key, value = _sound(part["key"]), _sound(part["value"])
    key_span = Span(*part.span("key")).shifted(base)
    span = Span(*part.span("value")).shifted(base)
    style = "double" if part["value"][0] == '"' else "plain"
    return Entry(str(key), (str(key),), key_span, span, value, tag_of(value), style)


def _sound(text: str) -> Any:
    try:
        return _DECODER.decode(text)
    except ValueError:
        return text.strip('"')


@dataclass
class _Scan:
    """The places in a text that the decoder has already found sound."""

    text: str
    base: int
    problems: list[Problem] = field(default_factory=list)
    left: int = MAX_VALUES

    def members(self, at: int, path: _Path) -> Iterator[Entry]:
        """Yield the members of the object whose brace stands there."""
        firsts: dict[str, Span] = {}
        at = self._after(at + 1)
        while self.text[at] != "}" and self.left > 0:
            key, end = _DECODER.raw_decode(self.text, at)
            key_span = Span(at, end).shifted(self.base)
            if key in firsts:
                self.problems.append(repeated(key, key_span, firsts[key]))
            firsts.setdefault(key, key_span)
            colon = self._after(end)
            entry = self._entry(key, (*path, key), key_span, self._after(colon + 1))
            yield entry
            at = self._next(entry.value_span.end - self.base)
            yield from self._inside(entry)

    def items(self, at: int, path: _Path) -> Iterator[Entry]:
        """Yield the items of the list whose bracket stands there."""
        at, index = self._after(at + 1), 0
        while self.text[at] != "]" and self.left > 0:
            entry = self._entry(str(index), (*path, index), Span.at(self.base + at), at)
            yield entry
            at = self._next(entry.value_span.end - self.base)
            index += 1
            yield from self._inside(entry)

    def _entry(self, key: str, path: _Path, key_span: Span, at: int) -> Entry:
        self.left -= len(path)
        value, end = _DECODER.raw_decode(self.text, at)
        style = {'"': "double", "{": "flow", "[": "flow"}.get(self.text[at], "plain")
        span = Span(at, end).shifted(self.base)
        return Entry(key, path, key_span, span, value, tag_of(value), style)

    def _inside(self, entry: Entry) -> Iterator[Entry]:
        if len(entry.path) > MAX_DEPTH:
            self.left = -1
        elif entry.tag == "map":
            yield from self.members(entry.value_span.start - self.base, entry.path)
        elif entry.tag == "seq":
            yield from self.items(entry.value_span.start - self.base, entry.path)

    def _next(self, at: int) -> int:
        """Return where the next member begins, or the closing bracket stands."""
        at = self._after(at)
        return self._after(at + 1) if self.text[at] == "," else at

    def _after(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
