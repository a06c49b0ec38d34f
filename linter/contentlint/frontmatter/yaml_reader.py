"""YAML front matter: nodes with their places, never objects.

``yaml.compose`` resolves the type of every value and builds nothing, so that no date, number or
tag can raise. libyaml ends the process on 100,000 open brackets, so bounds stand before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Any, NamedTuple

import yaml

from contentlint.frontmatter import lines
from contentlint.frontmatter.entry import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_SIZE,
    MAX_VALUES,
    Entry,
    Problem,
    Reading,
    repeated,
    too_much,
)
from contentlint.patterns import pattern
from contentlint.span import Span

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BRACKETS = 256
"""Opening brackets and braces; libyaml's time grows with the square of those left open."""

MAX_CHUNKS = 1000
"""Top-level keys that are read one by one when the whole block is damaged."""

# What YAML takes for a character: https://yaml.org/spec/1.1/#c-printable
_UNREADABLE = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NESTED = pattern(rf"(?:[-?:][ \t]++){{{MAX_DEPTH}}}")
_ALIAS = pattern(r"\*[^\s,\[\]{}]+")
_KEY_LINE = pattern(
    r"""(?<=[\r\n])(?:[^\s#"',:\[\]{}-][^\r\n:]{0,100}|"[^"\r\n]{0,100}"|'[^'\r\n]{0,100}'):(?=\s)"""
)
_LINE_REST = pattern(r"[^\r\n]*")
_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_BOOLEANS = {"true": True, "false": False}
_OCTAL = pattern(r"(?P<sign>[-+]?)0(?P<digits>[0-7]+)")
_INFINITE = pattern(r"\.(?=inf|nan)")
_PREFIX = "tag:yaml.org,2002:"
_MERGE = _PREFIX + "merge"
_Path = tuple[str | int, ...]


class _TooMuchError(Exception):
    """The values go deeper, or are more, than what is read."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what)
        self.what, self.limit = what, limit


def read(text: str, base: int) -> Reading:
    """Return what a YAML text says; ``base`` is where it begins on the page."""
    if text.startswith("\ufeff"):
        return read(text[1:], base + 1)
    refused = _refusal(text, base)
    if refused:
        found = tuple(lines.entries(text, base))
        return Reading(found, {entry.key: entry.value for entry in found}, (refused,))
    root, problem = _compose(text, base)
    if problem:
        return _in_chunks(text, base, problem)
    return _walked(root, text, base)


def _refusal(text: str, base: int) -> Problem | None:
    start = Span.at(base)
    if len(text) > MAX_SIZE:
        return too_much("characters", MAX_SIZE, start)
    bad = _UNREADABLE.search(text)
    if bad:
        message = f"The character U+{ord(bad.group()):04X} is not allowed in YAML"
        return Problem("characters", message, Span(*bad.span()).shifted(base))
    if text.count("[") + text.count("{") > MAX_BRACKETS:
        return too_much("opening brackets", MAX_BRACKETS, start)
    if _NESTED.search(text):
        return too_much("levels", MAX_DEPTH, start)
    return None


def _compose(text: str, base: int) -> tuple[yaml.Node | None, Problem | None]:
    try:
        return yaml.compose(text, Loader=_LOADER), None
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.index if error.problem_mark else 0
        rest = _LINE_REST.match(text, at)
        span = Span(*rest.span()) if rest else Span.at(len(text))
        return None, Problem("syntax", error.problem or "it is not YAML", span.shifted(base))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, Problem("syntax", "it is not YAML", Span.at(base))


def _walked(root: yaml.Node | None, text: str, base: int) -> Reading:
    if root is None:
        return Reading((), {})
    if not isinstance(root, yaml.MappingNode):
        span = Span(base, base + len(text))
        return Reading((), {}, (Problem("shape", "it has no lines “key: value”", span),))
    walk = _Walk(text, base)
    try:
        found = walk.content(root, ())
    except _TooMuchError as error:
        problem = too_much(error.what, error.limit, Span.at(base))
        return Reading(tuple(lines.entries(text, base)), {}, (problem,))
    return Reading(tuple(found.entries), found.value, tuple(walk.problems))


def _in_chunks(text: str, base: int, problem: Problem) -> Reading:
    """Read a damaged block one top-level key at a time: only what is broken is lost."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for start, end in _chunks(text):
        here = _chunk(text[start:end], base + start)
        entries += here.entries
        problems += here.problems
    data = {entry.key: entry.value for entry in entries if len(entry.path) == 1}
    return Reading(tuple(entries), data, tuple(problems) or (problem,))


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches from one line that begins with a key to the next."""
    starts = [0, *(line.start() for line in islice(_KEY_LINE.finditer(text), MAX_CHUNKS))]
    yield from pairwise([*starts, len(text)])


def _chunk(text: str, base: int) -> Reading:
    root, problem = _compose(text, base)
    if not problem:
        result = _walked(root, text, base)
        problem = next((it for it in result.problems if it.kind == "shape"), None)
        if not problem:
            return result
    whole = Span(base, base + len(text.rstrip()))
    return Reading(tuple(lines.entries(text, base)), {}, (replace(problem, related=whole),))


class _Content(NamedTuple):
    value: Any
    tag: str
    style: str
    entries: list[Entry]


@dataclass
class _Walk:
    """One look at every node. A node met again stands for an alias: its place is the alias."""

    text: str
    base: int
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    left: int = MAX_VALUES

    def content(self, node: Any, path: _Path) -> _Content:
        self.left -= 1
        if self.left < 0:
            raise _TooMuchError("values", MAX_VALUES)
        if len(path) > MAX_DEPTH:
            raise _TooMuchError("levels", MAX_DEPTH)
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        inside = self._mapping if isinstance(node, yaml.MappingNode) else self._sequence
        value, entries = inside(node, path)
        return _Content(value, _tag(node), "flow" if node.flow_style else "block", entries)

    def _mapping(self, node: Any, path: _Path) -> tuple[dict[str, Any], list[Entry]]:
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        firsts: dict[str, Span] = {}
        entries: list[Entry] = []
        cursor = node.start_mark.index
        for key_node, value_node in node.value:
            key_span, fresh = self._place(key_node, cursor)
            key = self._key(key_node, key_span)
            if fresh and key in firsts and key != "<<":
                self.problems.append(repeated(key, key_span, firsts[key]))
            firsts.setdefault(key, key_span)
            entry = self._member(value_node, key, (*path, key), key_span, entries)
            cursor = entry.value_span.end - self.base
            if key_node.tag == _MERGE:
                merged |= _merged(entry.value)
            else:
                own[key] = entry.value
        return ({**merged, **own} if merged else own), entries

    def _sequence(self, node: Any, path: _Path) -> tuple[list[Any], list[Entry]]:
        items: list[Any] = []
        entries: list[Entry] = []
        cursor = node.start_mark.index
        for index, item in enumerate(node.value):
            here = Span.at(self.base + cursor)
            entry = self._member(item, str(index), (*path, index), here, entries)
            cursor = entry.value_span.end - self.base
            items.append(entry.value)
        return items, entries

    def _member(
        self, node: yaml.Node, key: str, path: _Path, key_span: Span, entries: list[Entry]
    ) -> Entry:
        """Add the entry of a value, and those inside it unless they stand elsewhere."""
        span, fresh = self._place(node, key_span.end - self.base)
        content = self.content(node, path)
        where = key_span if isinstance(path[-1], str) else Span.at(span.start)
        entry = Entry(key, path, where, span, content.value, content.tag, content.style)
        entries.append(entry)
        if fresh:
            entries += content.entries
        return entry

    def _place(self, node: yaml.Node, cursor: int) -> tuple[Span, bool]:
        """Return where a value stands on the page, and whether it stands there itself."""
        if id(node) in self.seen:
            alias = _ALIAS.search(self.text, cursor)
            return Span(*(alias.span() if alias else (cursor, cursor))).shifted(self.base), False
        self.seen.add(id(node))
        start, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
            end = self._end(node, start)
        return Span(self.base + start, self.base + end), True

    def _end(self, node: yaml.Node, start: int) -> int:
        """Return where a value ends; a block runs on to the next key, so its last line is used."""
        end: int = _last(node).end_mark.index
        if end <= start:
            end = node.end_mark.index
        while end > start and self.text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def _key(self, node: yaml.Node, span: Span) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        return self.text[span.start - self.base : span.end - self.base]


def _last(node: Any) -> Any:
    for _ in range(MAX_DEPTH):
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            break
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _merged(value: Any) -> dict[str, Any]:
    """Return the keys that ``<<`` brings in; of several mappings the first wins."""
    sources = reversed(value) if isinstance(value, list) else [value]
    return {key: it for source in sources if isinstance(source, dict) for key, it in source.items()}


def _tag(node: yaml.Node) -> str:
    return str(node.tag).removeprefix(_PREFIX)


def resolved(text: str) -> tuple[Any, str]:
    """Return the value and the tag of a scalar that stands there without quotes."""
    known = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ())
    tag = next((tag for tag, form in known if form.match(text)), "str")
    return _meant(text, str(tag).removeprefix(_PREFIX))


def _scalar(node: yaml.ScalarNode) -> _Content:
    value, tag = _meant(str(node.value), _tag(node))
    return _Content(value, tag, _STYLES.get(node.style, "plain"), [])


def _meant(text: str, tag: str) -> tuple[Any, str]:
    if tag in ("str", "timestamp"):
        return text, tag
    if tag == "null":
        return None, tag
    value = _typed(text, tag)
    if value is not None:
        return value, tag
    return text, "str" if tag in ("bool", "int", "float") else tag


def _typed(text: str, tag: str) -> bool | int | float | None:
    """Return a boolean or a number as most generators read it; None for what is text to them.

    YAML 1.1 takes ``yes`` for true and ``12:30`` for 750. Hugo and YAML 1.2 do not.
    """
    if tag == "bool":
        return _BOOLEANS.get(text.lower())
    if tag not in ("int", "float") or len(text) > MAX_DIGITS:
        return None
    digits = text.replace("_", "").lower()
    try:
        return _integer(digits) if tag == "int" else float(_INFINITE.sub("", digits))
    except ValueError:
        return None


def _integer(digits: str) -> int:
    octal = _OCTAL.fullmatch(digits)
    return int(octal["sign"] + octal["digits"], 8) if octal else int(digits, 0)
