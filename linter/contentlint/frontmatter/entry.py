"""What the readers of YAML, TOML and JSON give back, in the same terms for all three."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from contentlint.span import Span

MAX_SIZE = 256 * 1024
"""Characters of front matter that are read; the largest on 8,900 published pages has 114,000."""

MAX_DEPTH = 64
"""Values inside values; deeper ones are refused before any parser sees them."""

MAX_VALUES = 10_000
"""Values that are read, those that an alias repeats counted each time."""

MAX_DIGITS = 300
"""Digits of a number; a longer one is kept as text, as Python refuses to read it."""


class Entry(NamedTuple):
    """A key and its value, with the place of both.

    ``path`` leads from the top to the value: keys, and numbers for the items of a list (whose
    key is that number and stands nowhere: its span is empty). ``value`` is plain: text, number,
    boolean, None, list or mapping; a date is the text it was written as, with the tag
    ``timestamp``. ``tag`` is str, int, float, bool, null, timestamp, seq, map or a tag written by
    the author; ``style`` is plain, single, double, literal, folded, flow or block.
    """

    key: str
    path: tuple[str | int, ...]
    key_span: Span
    value_span: Span
    value: Any
    tag: str
    style: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why front matter cannot be read as it was meant.

    ``kind`` is syntax, characters, limit, shape, duplicate-key or unclosed; ``related`` is the
    other place that has to do with it: the first of two equal keys, or the lines of the key whose
    value is damaged.
    """

    kind: str
    message: str
    span: Span
    related: Span | None = None


class Reading(NamedTuple):
    """All that one block of front matter says."""

    entries: tuple[Entry, ...]
    data: dict[str, Any]
    problems: tuple[Problem, ...] = ()


def too_much(what: str, limit: int, span: Span) -> Problem:
    """Return the problem of front matter that is larger than what is read."""
    return Problem(
        "limit", f"The front matter is not read: it has more than {limit:,} {what}", span
    )


def repeated(key: str, span: Span, first: Span) -> Problem:
    """Return the problem of a key that stands twice."""
    return Problem("duplicate-key", f"The key “{key}” stands twice in the same place", span, first)


def tag_of(value: object) -> str:
    """Return the tag of a plain value."""
    return _TAGS.get(type(value), "timestamp")


_TAGS = {
    str: "str",
    bool: "bool",
    int: "int",
    float: "float",
    type(None): "null",
    list: "seq",
    dict: "map",
}
