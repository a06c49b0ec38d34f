"""Of which kind a value is, and whether all values are of a narrower kind."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from contentlint.language import of_tag
from contentlint.patterns import pattern

EMPTY = "empty"
_BY_TAG = {
    "bool": "boolean",
    "int": "integer",
    "float": "number",
    "seq": "list",
    "map": "mapping",
    "null": EMPTY,
}
_DATE = pattern(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"([Tt ] {0,4}([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-6][0-9](\.[0-9]{1,9})?)?"
    r" {0,4}(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)
_SLUG = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = pattern(r"https?://[^\s/]+\.[^\s]+")
_CODE = pattern(r"[a-z0-9][\w./+-]{0,40}")
_EMOJI = pattern("[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][^\\w\\s]{0,8}")


def kind(value: Any, tag: str) -> str:
    """Return the kind of a value: a type that a field can have, or ``empty``."""
    if value is None or value in ("", [], {}):
        return EMPTY
    return _BY_TAG.get(tag) or ("date" if is_date(value) else "string")


def is_date(value: Any) -> bool:
    """Whether a text is a day of the calendar as ISO 8601 writes it; a time may follow."""
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def narrowed(key: str, values: Iterable[str]) -> str:
    """Return the narrowest type of texts that all values of a key are of."""
    word, values = key.lower(), list(values)
    if all(map(_ADDRESS.fullmatch, values)):
        return "url"
    if "slug" in word and all(map(_SLUG.fullmatch, values)):
        return "slug"
    if word in ("lang", "language", "locale") and all(of_tag(value).name for value in values):
        return "language"
    if word == "emoji" and all(map(_EMOJI.fullmatch, values)):
        return "emoji"
    return "string"


def is_code(value: str) -> bool:
    """Whether a text looks like a word of a program rather than like one of a writer."""
    return _CODE.fullmatch(value) is not None
