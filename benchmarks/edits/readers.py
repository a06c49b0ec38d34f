"""Readers of front matter that share nothing with contentlint's, and what they see, as plain trees.

Each reader gives the same shape: a list, a mapping, or a scalar as a pair of its kind and its text.
PyYAML's Python half reads YAML 1.1; ruamel.yaml reads YAML 1.2; tomllib and tomlkit TOML; json JSON.
"""

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date, time
from typing import Any

import tomlkit
import yaml
from ruamel.yaml import YAML

Tree = Any
Reader = Callable[[str], Tree]


def fenced(page: str) -> str:
    """Return what stands between the fences, found by lines alone."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", page)
    if lines[0].startswith("{"):
        return page[: json.JSONDecoder().raw_decode(page)[1]]
    fence = lines[0].strip()
    ends = (
        number
        for number, line in enumerate(lines[1:], 1)
        if line.rstrip() in (fence, fence.replace("---", "..."))
    )
    return "".join(lines[1 : next(ends)])


class Key(str):
    """A key; of YAML, as it is written, whatever its type."""

    __slots__ = ()


def _nodes(node: Any, left: list[int]) -> Tree:
    left[0] -= 1
    if left[0] < 0:
        raise ValueError("too many")
    if node is None:
        return {}
    if node.id == "scalar":
        return str(node.tag).rpartition(":")[2], node.value
    if node.id == "mapping":
        return {
            Key(k.value if k.id == "scalar" else _nodes(k, left)): _nodes(v, left)
            for k, v in node.value
        }
    return [_nodes(item, left) for item in node.value]


def _composed(compose: Callable[[str], Any], text: str) -> Tree:
    """Return what is read; both refuse a tab behind a quote, so then they are given a blank."""
    try:
        return _nodes(compose(text), [20_000])
    except Exception:
        if "\t" not in text:
            raise
        return _nodes(compose(text.replace("\t", " ")), [20_000])


def pyyaml(text: str) -> Tree:
    return _composed(lambda words: yaml.compose(words, Loader=yaml.SafeLoader), text)


def ruamel(text: str) -> Tree:
    return _composed(YAML(typ="safe", pure=True).compose, text)


def _plain(value: Any) -> Tree:
    if isinstance(value, dict):
        return {key: _plain(it) for key, it in value.items()}
    if isinstance(value, list):
        return [_plain(it) for it in value]
    if isinstance(value, date | time):
        return "timestamp", value.isoformat()
    return {"NoneType": "null"}.get(type(value).__name__, type(value).__name__), repr(value)


def toml(text: str) -> Tree:
    return _plain(tomllib.loads(text))


def kit(text: str) -> Tree:
    return _plain(tomlkit.parse(text).unwrap())


def plain_json(text: str) -> Tree:
    return _plain(json.loads(text))


def tree_of(kind: str, value: Any, *, dated: bool) -> Tree:
    """Return what a reader has to see of a value."""
    if isinstance(value, list):
        return [tree_of(kind, it, dated=False) for it in value]
    if isinstance(value, dict):
        return {key: tree_of(kind, it, dated=False) for key, it in value.items()}
    if kind != "yaml":
        return _plain(tomllib.loads(f"x = {value}")["x"] if dated else value)
    if isinstance(value, str):
        return ("timestamp" if dated else "str"), value
    words = {True: "true", False: "false", None: "null"}
    small = value is None or isinstance(value, bool)
    return ("null" if value is None else type(value).__name__), words[value] if small else value


def same(seen: Tree, wanted: Tree) -> bool:
    """Whether two trees are equal, order included. A number may be written in more than one way."""
    if (
        isinstance(wanted, tuple)
        and wanted[0] in ("int", "float")
        and not isinstance(wanted[1], str)
    ):
        return (
            isinstance(seen, tuple) and seen[0] == wanted[0] and float(seen[1]) == float(wanted[1])
        )
    if isinstance(wanted, dict):
        return (
            isinstance(seen, dict)
            and list(seen) == list(wanted)
            and all(same(seen[k], v) for k, v in wanted.items())
        )
    if isinstance(wanted, list):
        return isinstance(seen, list) and len(seen) == len(wanted) and all(map(same, seen, wanted))
    return bool(seen == wanted)
