"""Every single value of a front matter with its key and its place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from contentlint import Entry, FrontMatter, Span, pattern


class Scalar(NamedTuple):
    """A value that is no list and no mapping.

    ``keys`` lead to it, numbers of items left out. ``entry`` is None for an item of a list whose
    reader tells no places of items.
    """

    keys: tuple[str, ...]
    value: Any
    span: Span
    entry: Entry | None


def scalars(front: FrontMatter | None) -> Iterator[Scalar]:
    """Yield the values of a front matter."""
    entries = front.entries if front else ()
    holders = {entry.path[:-1] for entry in entries}
    for entry in entries:
        keys = tuple(part for part in entry.path if isinstance(part, str))
        if not isinstance(entry.value, list | dict):
            yield Scalar(keys, entry.value, entry.value_span, entry)
        elif front and isinstance(entry.value, list) and entry.path not in holders:
            yield from _items(front, entry, keys)


def _items(front: FrontMatter, entry: Entry, keys: tuple[str, ...]) -> Iterator[Scalar]:
    """Yield the items of a list that are found as they are written."""
    places: dict[str, Span] = {}
    for match in _ITEM.finditer(front.page, entry.value_span.start, entry.value_span.end):
        places.setdefault(match.group().strip("\"'"), Span(*match.span()))
    for value in entry.value:
        span = places.get(str(value))
        if span:
            yield Scalar(keys, value, span, None)


_ITEM = pattern(r"\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s,\[\]\"']+")
