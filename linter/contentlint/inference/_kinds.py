"""Of which kind a value is, and whether all values are of a narrower kind."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from posixpath import basename
from typing import Any

from contentlint.forms import is_date, is_emoji, is_language, is_slug, is_url
from contentlint.patterns import pattern

EMPTY, BLANK = "empty", "blank"
"""No value at all, and an empty text, list or mapping: a key with that is there all the same."""
FORMED = frozenset({"date", "url", "slug", "language", "emoji"})
"""Types of which an empty text is no value."""
_BY_TAG = {
    "bool": "boolean",
    "int": "integer",
    "float": "number",
    "seq": "list",
    "map": "mapping",
    "null": EMPTY,
}
_CODE = pattern(r"[a-z0-9][\w./+-]{0,40}")
_FILE = pattern(r"[^:?#{}<>|*\r\n]+\.[A-Za-z0-9]{2,5}")
_LANGUAGE_KEYS = frozenset({"lang", "language", "locale"})


def kind(value: Any, tag: str) -> str:
    """Return the kind of a value: a type that a field can have, or ``empty``."""
    if value is None:
        return EMPTY
    if value in ("", [], {}):
        return BLANK
    return _BY_TAG.get(tag) or ("date" if isinstance(value, str) and is_date(value) else "string")


def narrowed(key: str, values: Iterable[str], files: AbstractSet[str] = frozenset()) -> str:
    """Return the narrowest type of texts that all values of a key are of.

    Words with hyphens are slugs only where the key says so: any label could look like one. Paths
    are those of ``files``, by their names.
    """
    word, values = key.lower(), list(values)
    if all(map(is_url, values)):
        return "url"
    if all(_FILE.fullmatch(value) and basename(value) in files for value in values):
        return "path"
    if "slug" in word and all(map(is_slug, values)):
        return "slug"
    if word in _LANGUAGE_KEYS and all(map(is_language, values)):
        return "language"
    return "emoji" if word == "emoji" and all(map(is_emoji, values)) else "string"


def is_code(value: str) -> bool:
    """Whether a text looks like a word of a program rather than like one of a writer."""
    return _CODE.fullmatch(value) is not None


def fits(kind: str, wanted: str) -> bool:
    """Whether a value of one kind is also one of another: a date is a text, 1 is a number."""
    return kind == wanted or (kind, wanted) in {("date", "string"), ("integer", "number")}


def types(kinds: Iterable[str]) -> str | list[str]:
    """Return types that take all of these kinds: of those that take one another, the widest."""
    found = set(kinds)
    wide = sorted(one for one in found if not any(fits(one, it) for it in found - {one}))
    return wide[0] if len(wide) == 1 else wide


def item_kind(item: Any) -> str:
    """Return the kind of an item of a list, as far as it matters there."""
    if isinstance(item, bool | int | float):
        return "number"
    known: dict[type, str] = {type(None): EMPTY, dict: "mapping", list: "list"}
    return known.get(type(item), "string")
