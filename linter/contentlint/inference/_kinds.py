"""Of which kind a value is, and whether all values are of a narrower kind."""

from collections.abc import Iterable
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
_LANGUAGE_KEYS = frozenset({"lang", "language", "locale"})


def kind(value: Any, tag: str) -> str:
    """Return the kind of a value: a type that a field can have, or ``empty``."""
    if value is None:
        return EMPTY
    if value in ("", [], {}):
        return BLANK
    return _BY_TAG.get(tag) or ("date" if isinstance(value, str) and is_date(value) else "string")


def narrowed(key: str, values: Iterable[str]) -> str:
    """Return the narrowest type of texts that all values of a key are of.

    Words with hyphens are slugs only where the key says so: any label could look like one.
    """
    word, values = key.lower(), list(values)
    if all(map(is_url, values)):
        return "url"
    if "slug" in word and all(map(is_slug, values)):
        return "slug"
    if word in _LANGUAGE_KEYS and all(map(is_language, values)):
        return "language"
    return "emoji" if word == "emoji" and all(map(is_emoji, values)) else "string"


def is_code(value: str) -> bool:
    """Whether a text looks like a word of a program rather than like one of a writer."""
    return _CODE.fullmatch(value) is not None
