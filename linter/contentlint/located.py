"""Settings files → plain values that know their line and column."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

MAX_SIZE = 256_000
"""The most characters a settings file may have."""
_MAX_DEPTH = 24
_MAX_BRACKETS = 5_000
_PREFIX = "tag:yaml.org,2002:"


class Item(NamedTuple):
    """A value and its place; that of a value with a key is the place of the key.

    ``value`` is a scalar, a tuple of items or a dict of items. ``word`` is a scalar as it was
    written, so that YAML's bare ``off`` and ``on`` stay words.
    """

    value: Any
    line: int = 1
    column: int = 1
    word: str = ""

    def plain(self) -> Any:
        """Return the value without any places."""
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return self.value


class LocatedError(ValueError):
    """Something is wrong at a line and column, both from 1, of a settings file."""

    def __init__(self, problem: str, line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.line, self.column = line, column

    @classmethod
    def at(cls, item: Item, problem: str) -> "LocatedError":
        """Blame an item."""
        return cls(problem, item.line, item.column)


def near(name: str, known: Iterator[str] | list[str]) -> str:
    """Return the question whether a known name was meant; empty when none is like it."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""


def read_yaml(text: str) -> Item:
    """Return what a YAML text says; what is empty is an empty mapping.

    Raises LocatedError when it is no YAML, or goes beyond what is safe to hand to its parser:
    libyaml crashes on 100,000 open brackets, and aliases can grow without bound.
    """
    import yaml

    if len(text) > MAX_SIZE:
        raise LocatedError(f"the file has over {MAX_SIZE:,} characters")
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        raise LocatedError(f"the file has over {_MAX_BRACKETS:,} opening brackets")
    try:
        _bounded(text)
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark or error.context_mark)
        raise LocatedError(f"not YAML: {error.problem or error.context}", *place) from None
    except yaml.YAMLError as error:
        first = str(error).partition("\n")[0]
        raise LocatedError(f"not YAML: {first}") from None
    return Item({}) if node is None else _item(node, node)


def _bounded(text: str) -> None:
    """Walk the parser's events, which needs no stack, and refuse what a composer chokes on."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH or isinstance(event, yaml.AliasEvent):
            what = "aliases are not read here" if depth <= _MAX_DEPTH else "nested too deeply"
            raise LocatedError(what, *_place(event.start_mark))


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _item(node: Any, place: Any) -> Item:
    line, column = _place(place.start_mark)
    if isinstance(node.value, str):
        return Item(_scalar(node.tag, node.value), line, column, node.value)
    if node.id == "sequence":
        return Item(tuple(_item(each, each) for each in node.value), line, column)
    found: dict[str, Item] = {}
    for key, value in node.value:
        name = key.value if isinstance(key.value, str) else "a list or mapping"
        if not isinstance(key.value, str) or name == "<<":
            raise LocatedError(f"{name} cannot be a key here", *_place(key.start_mark))
        if name in found:
            raise LocatedError(f"“{name}” stands here twice", *_place(key.start_mark))
        found[name] = _item(value, key)
    return Item(found, line, column)


def _scalar(tag: str, word: str) -> Any:
    kind = tag.removeprefix(_PREFIX)
    if kind == "bool":
        return word.lower() in {"yes", "true", "on"}
    if kind == "null":
        return None
    try:
        if kind == "int":
            return int(word.replace("_", ""), 0)
        if kind == "float":
            return float(word.replace("_", ""))
    except ValueError:
        return word
    return word


def read_toml(text: str, *table: str) -> Item | None:
    """Return one table of a TOML text; None when it has no such table.

    A key's place is where its name first stands after that of its table. Raises LocatedError
    when the text is no TOML.
    """
    import tomllib

    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        at = (int(place[1]), int(place[2])) if place else (1, 1)
        raise LocatedError(f"not TOML: {str(error).partition(' (at')[0]}", *at) from None
    for key in table:
        value = value.get(key) if isinstance(value, dict) else None
        if value is None:
            return None
    start = text.find(f"[{'.'.join(table)}")
    return _toml_item(value, text, max(0, start), max(0, start))


def _toml_item(value: Any, text: str, at: int, after: int) -> Item:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    if isinstance(value, dict):
        return Item(dict(_toml_entries(value, text, after)), line, column)
    if isinstance(value, list):
        return Item(tuple(_toml_item(each, text, at, after) for each in value), line, column)
    word = str(value).lower() if isinstance(value, bool) else str(value)
    return Item(value, line, column, word)


def _toml_entries(value: dict[str, Any], text: str, after: int) -> Iterator[tuple[str, Item]]:
    for key, each in value.items():
        found = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])").search(text, after)
        at, end = found.span() if found else (after, after)
        yield key, _toml_item(each, text, at, end)
