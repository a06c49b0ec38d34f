"""Remote data may be anything: these take what fits of it, and nothing else."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_MOST = 12
"""Texts of one kind that are kept: a work has no more titles."""
_LONGEST = 2_000
"""Code points of a text that are kept: no title is longer."""


def mapping(value: object) -> Mapping[str, Any]:
    """Return a value that is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list, or the one that the value is."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one


def lines(value: object) -> Iterator[str]:
    """Yield the texts of a value that is one, or a list of some."""
    for one in value if isinstance(value, list) else [value]:
        text = line(one)
        if text:
            yield text


def line(value: object) -> str:
    """Return a text in one line, without tags, character references and control characters."""
    if not isinstance(value, str):
        return ""
    plain = html.unescape(html.unescape(value[: 2 * _LONGEST]))
    plain = " ".join(_TAG.sub("", plain).split())
    return "".join(char for char in plain if char.isprintable() or char == "\u200d")[:_LONGEST]


def once(values: Iterable[str]) -> tuple[str, ...]:
    """Return the first texts, without the empty ones and those that were there before."""
    return tuple(islice(dict.fromkeys(value for value in values if value), _MOST))
