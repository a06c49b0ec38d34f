"""What the settings say of the keys of front matter → JSON Schema 2020-12 with keywords of our own.

The keywords of our own begin with “x-”; other programs pass over them:

- ``format``: ``x-date`` (a time may follow), ``x-datetime``, ``x-slug``, ``x-emoji``,
  ``x-language``, ``x-path`` (of a file of the site), ``x-url``
- ``x-not-equal``, ``x-not-before``: of a mapping; key → the other key
- ``x-unique``: no other page has the same value
- ``x-file-name``: the value fits the name of the page's file
- ``x-insert-after``: keys below which the key goes when it is added
- ``x-vocabulary``: the file that the allowed values stand in
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.forms import FORMS
from contentlint.rule import OptionError

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "string",
    "datetime": "string",
    "list": "array",
    "mapping": "object",
    "slug": "string",
    "emoji": "string",
    "language": "string",
    "path": "string",
    "url": "string",
}
_BOUNDS = {
    "string": ("minLength", "maxLength"),
    "slug": ("minLength", "maxLength"),
    "path": ("minLength", "maxLength"),
    "url": ("minLength", "maxLength"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
    "list": ("minItems", "maxItems"),
    "mapping": ("minProperties", "maxProperties"),
}
_NAMED_AFTER = frozenset({"string", "slug", "date", "datetime"})
"""Types of which a value can fit the name of a file."""
_VALUES: Mapping[str, Any] = {"type": "array", "minItems": 1}
_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_FIELD: Mapping[str, Any] = {
    "type": {
        "anyOf": [
            {"enum": list(_KINDS)},
            {"type": "array", "minItems": 1, "items": {"enum": list(_KINDS)}},
        ]
    },
    "required": {"type": "boolean"},
    "default": {"description": "What is written where the key is missing."},
    "min": {"type": "number", "description": "The least length, value or number of items."},
    "max": {"type": "number", "description": "The most."},
    "pattern": {"type": "string", "format": "regex"},
    "enum": {**_VALUES, "description": "The allowed values; of a list, its items."},
    "vocabulary": {
        "anyOf": [{"type": "string"}, _VALUES],
        "description": "The path of a .txt, .yaml or .json file of allowed values.",
    },
    "items": {"$ref": "#/$defs/field"},
    "fields": {"type": "object", "additionalProperties": {"$ref": "#/$defs/field"}},
    "unique": {"type": "boolean", "description": "No other page has the same value."},
    "unique-items": {"type": "boolean"},
    "not-equal": {"type": "string", "description": "A key whose value must be another."},
    "not-before": {"type": "string", "description": "A key whose date must not be later."},
    "file-name": {"type": "boolean", "description": "The value fits the name of the file."},
    "insert-after": {**_TEXTS, "description": "Keys below which the key goes if missing."},
}
FIELDS: Mapping[str, Any] = {
    "type": "object",
    "format": "fields",
    "additionalProperties": {"$ref": "#/$defs/field"},
    "$defs": {
        "field": {
            "oneOf": [
                {"enum": list(_KINDS)},
                {"type": "object", "additionalProperties": False, "properties": _FIELD},
            ]
        }
    },
}
"""What an option that holds fields may be, as a JSON Schema for editors."""


def compiled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of the front matter that fields describe. Raises OptionError."""
    return {"$schema": DIALECT, **_mapping("", fields)}


def _mapping(where: str, fields: Any) -> dict[str, Any]:
    if not isinstance(fields, Mapping):
        named = f"“fields” of “{where}”" if where else "it"
        raise _error(f"{named} must map each key to a type")
    prefix = f"{where}." if where else ""
    found: dict[str, Any] = {
        "type": "object",
        "properties": {name: _field(f"{prefix}{name}", each) for name, each in fields.items()},
        "required": [name for name, each in fields.items() if _told(each, "required")],
    }
    for keyword in ("not-equal", "not-before"):
        told = {name: each[keyword] for name, each in fields.items() if _told(each, keyword)}
        if told:
            found[f"x-{keyword}"] = told
    return found


def _told(field: Any, key: str) -> bool:
    return isinstance(field, Mapping) and bool(field.get(key))


def _field(name: str, field: Any) -> dict[str, Any]:
    """Return the JSON Schema of one field. Raises OptionError."""
    wanted = {"type": field} if isinstance(field, str) else field
    if not isinstance(wanted, Mapping):
        raise _error(f"“{name}” must be a type, or a mapping with “type”")
    for key in wanted:
        if key not in _FIELD:
            raise _error(f"“{name}” has the unknown key “{key}”{_meant(key, list(_FIELD))}")
    kinds = _kinds(name, wanted.get("type"))
    _Checked(name, wanted, kinds).check()
    branches = [_branch(name, wanted, kind) for kind in kinds or ("",)]
    schema = branches[0] if len(branches) == 1 else {"anyOf": branches}
    return {**schema, **dict(_notes(wanted))}


def _kinds(name: str, told: Any) -> tuple[str, ...]:
    kinds = told if isinstance(told, list | tuple) else [] if told is None else [told]
    for kind in kinds:
        if not isinstance(kind, str) or kind not in _KINDS:
            known = _meant(str(kind), list(_KINDS)) or f"; known are {', '.join(_KINDS)}"
            raise _error(f"“{name}” has the unknown type “{kind}”{known}")
    if isinstance(told, list | tuple) and not kinds:
        raise _error(f"“type” of “{name}” must not be an empty list")
    return tuple(dict.fromkeys(kinds))


def _branch(name: str, wanted: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a field, so far as it is of one type; “” is any."""
    schema: dict[str, Any] = {"type": _KINDS[kind]} if kind else {}
    if kind in FORMS:
        schema["format"] = f"x-{kind}"
    if kind not in ("list", "mapping"):
        schema |= dict(_allowed(wanted))  # what says most comes first: one of them is told
    bounds = zip(("min", "max"), _BOUNDS.get(kind, ()), strict=False)
    schema |= {keyword: wanted[bound] for bound, keyword in bounds if bound in wanted}
    if "pattern" in wanted and schema.get("type", "string") == "string":
        schema["pattern"] = wanted["pattern"]
    if kind == "list":
        schema |= dict(_items(name, wanted))
    if kind == "mapping" and "fields" in wanted:
        schema |= _mapping(name, wanted["fields"])
    return schema


def _items(name: str, wanted: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    items = _field(f"{name}, items", wanted["items"]) if "items" in wanted else {}
    items |= dict(_allowed(wanted))
    if items:
        yield "items", items
    if wanted.get("unique-items"):
        yield "uniqueItems", True


def _allowed(wanted: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the values that are allowed, and the file that they come from."""
    if "enum" in wanted:
        yield "enum", list(wanted["enum"])
    vocabulary = wanted.get("vocabulary")
    if isinstance(vocabulary, Mapping):
        for file, words in vocabulary.items():
            yield "enum", list(words)
            yield "x-vocabulary", file
    elif vocabulary is not None:
        yield "enum", list(vocabulary)


def _notes(wanted: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a program that only compares values passes over."""
    if "default" in wanted:
        yield "default", wanted["default"]
    for key in ("unique", "file-name"):
        if wanted.get(key):
            yield f"x-{key}", True
    if "insert-after" in wanted:
        after = wanted["insert-after"]
        yield "x-insert-after", [after] if isinstance(after, str) else list(after)


class _Checked:
    """What is said of one field, checked: each part can be, and has something to say."""

    def __init__(self, name: str, wanted: Mapping[str, Any], kinds: tuple[str, ...]) -> None:
        self.name, self.wanted, self.kinds = name, wanted, kinds

    def check(self) -> None:
        """Raise OptionError for what cannot be asked of a field."""
        for key in ("required", "unique", "unique-items", "file-name"):
            if not isinstance(self.wanted.get(key, False), bool):
                raise self.error(key, "must be true or false")
        self.needs("items", ("list",))
        self.needs("unique-items", ("list",))
        self.needs("fields", ("mapping",))
        self.needs("not-before", ("date", "datetime"))
        if self.wanted.get("file-name") and not _NAMED_AFTER.issuperset(self.kinds):
            raise self.error("file-name", f"needs one of the types {', '.join(_KINDS_NAMED)}")
        self.bounds()
        self.pattern()
        self.values()
        self.others()

    def error(self, key: str, problem: str) -> OptionError:
        """Return what is wrong with a part, in words."""
        return _error(f"“{key}” of “{self.name}” {problem}")

    def needs(self, key: str, kinds: tuple[str, ...]) -> None:
        """Raise OptionError where a part is there, and no type that it could be for."""
        if key in self.wanted and not set(kinds) & set(self.kinds):
            raise self.error(key, f"needs the type {' or '.join(kinds)}")

    def bounds(self) -> None:
        """Check the least and the most."""
        for bound in ("min", "max"):
            if bound in self.wanted:
                self.bound(bound, self.wanted[bound])
        if {"min", "max"} <= self.wanted.keys() and self.wanted["min"] > self.wanted["max"]:
            raise self.error("min", "is more than “max”")

    def bound(self, bound: str, value: Any) -> None:
        """Check one of them."""
        keywords = [_BOUNDS[kind][0] for kind in self.kinds if kind in _BOUNDS]
        if not keywords:
            raise self.error(bound, f"needs one of the types {', '.join(_BOUNDS)}")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(bound, "must be a number")
        counts = any(keyword != "minimum" for keyword in keywords)
        if counts and (not isinstance(value, int) or value < 0):
            raise self.error(bound, "must be a whole number from 0")

    def pattern(self) -> None:
        """Check the regular expression, and that there is text for it."""
        if "pattern" not in self.wanted:
            return
        try:
            re.compile(self.wanted["pattern"])
        except (re.error, TypeError, RecursionError, OverflowError) as error:
            raise self.error("pattern", f"is no regular expression: {error}") from None
        if self.kinds and "string" not in {_KINDS[kind] for kind in self.kinds}:
            hint = "; say it under “items”" if "list" in self.kinds else ""
            raise self.error("pattern", f"needs a type that is text{hint}")

    def values(self) -> None:
        """Check the allowed values."""
        if "enum" in self.wanted and "vocabulary" in self.wanted:
            raise self.error("enum", "and “vocabulary” say the same: one of them is enough")
        enum = self.wanted.get("enum", [""])
        if not isinstance(enum, list | tuple) or not enum:
            raise self.error("enum", "must be a list of values")
        vocabulary = self.wanted.get("vocabulary", [""])
        if isinstance(vocabulary, str):
            raise self.error("vocabulary", f"was not loaded: “{vocabulary}”")
        words = list(vocabulary.values()) if isinstance(vocabulary, Mapping) else [vocabulary]
        if not words or any(not isinstance(each, list | tuple) or not each for each in words):
            raise self.error("vocabulary", "must be the path of a file, or a list of values")

    def others(self) -> None:
        """Check the keys that a field names."""
        own = self.name.rpartition(".")[2]
        for key in (one for one in ("not-equal", "not-before") if one in self.wanted):
            other = self.wanted[key]
            if not isinstance(other, str) or not other or other == own:
                raise self.error(key, "must be the name of another key")
        after = self.wanted.get("insert-after", ())
        names = [after] if isinstance(after, str) else after
        if not isinstance(names, list | tuple) or not all(isinstance(one, str) for one in names):
            raise self.error("insert-after", "must be a key, or a list of keys")


_KINDS_NAMED = sorted(_NAMED_AFTER)


def _error(problem: str) -> OptionError:
    return OptionError("fields", problem)


def _meant(word: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""
