"""A second reader of front matter, which shares no parser with the first ones.

The first readers go through libyaml, tomllib and json. This one is the half of PyYAML that is
written in Python: JSON, and a scalar of TOML as it is written here, are YAML as well. It takes ten
times as long as libyaml, so it reads the lines that an edit is about, and a whole block only when
a file is about to be written.
"""

from collections.abc import Callable
from typing import Any

import yaml

from contentlint.frontmatter.entry import MAX_VALUES
from contentlint.frontmatter.writing import wanted

Seen = tuple[str, Any]
"""A tag; the text of a scalar, the items of a list, or the pairs of a mapping, each one seen."""

Change = Callable[[Any, Seen], tuple[Any, Seen]]

NOTHING: Seen = ("", None)
"""What no text says."""

_PREFIX = "tag:yaml.org,2002:"


def read(text: str) -> Seen | None:
    """Return what a text says; None where it cannot be read, or says nothing.

    PyYAML refuses tabs behind quotes and round the values of JSON, where YAML allows them: then it
    is given blanks.
    """
    for words in (text, text.replace("\t", " ")) if "\t" in text else (text,):
        try:
            node = yaml.compose(words, Loader=yaml.SafeLoader)
            return None if node is None else _Counted().seen(node)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    return None


def members(seen: Seen | None) -> dict[str, Any] | None:
    """Return the pairs of a mapping by key, of two equal keys the last; None if it is none."""
    if seen is None or seen[0] != "map":
        return None
    return {key[1]: value for key, value in seen[1] if isinstance(key[1], str)}


def seen_of(value: Any, *, dated: bool = False) -> Seen:
    """Return what the reader sees in a value that is written so that every parser reads it."""
    if isinstance(value, dict):
        return "map", [(("str", key), seen_of(it)) for key, it in value.items()]
    if isinstance(value, list):
        return "seq", [seen_of(it) for it in value]
    return wanted(value, dated=dated) or NOTHING


def changed(seen: Seen, path: tuple[str | int, ...], change: Change) -> Seen:
    """Return what the reader sees when the pair, or the item, at a path is another.

    Where the path leads nowhere that is nothing that it could see.
    """
    (tag, inside), step, rest = seen, path[0], path[1:]
    if tag not in ("map", "seq") or (tag == "seq") is not isinstance(step, int):
        return NOTHING
    pairs = list(enumerate(inside)) if tag == "seq" else inside
    if all(_name(key) != step for key, _ in pairs):
        return NOTHING
    result = [_pair(pair, rest, change) if _name(pair[0]) == step else pair for pair in pairs]
    return tag, [value for _, value in result] if tag == "seq" else result


def _name(key: Any) -> Any:
    return key if isinstance(key, int) else key[1]


def _pair(pair: tuple[Any, Seen], rest: tuple[str | int, ...], change: Change) -> tuple[Any, Seen]:
    return (pair[0], changed(pair[1], rest, change)) if rest else change(*pair)


class _Counted:
    """Walks over nodes; an alias counts as often as it stands there, so that none can explode."""

    def __init__(self) -> None:
        self.left = MAX_VALUES

    def seen(self, node: Any) -> Seen:
        self.left -= 1
        if self.left < 0:
            raise ValueError("too many values")
        tag = str(node.tag).removeprefix(_PREFIX)
        if isinstance(node, yaml.ScalarNode):
            return tag, node.value
        if isinstance(node, yaml.MappingNode):
            return tag, [(self.seen(key), self.seen(value)) for key, value in node.value]
        return tag, [self.seen(item) for item in node.value]
