"""Compares front matter with what the site says it holds, and says the differences in words."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from contentlint import OptionError, pattern
from contentlint_rules.frontmatter._differences import Difference, did_you_mean, differences

_DATE = pattern(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"([Tt ] {0,4}([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-6][0-9](\.[0-9]{1,9})?)?"
    r" {0,4}(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)
_FIELD_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "string",
    "datetime": "string",
    "list": "array",
    "mapping": "object",
}
_BOUNDS = {
    "string": ("minLength", "maxLength"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
    "list": ("minItems", "maxItems"),
}
_FORMATS = {"date": "date", "datetime": "date-time"}
_FIELD_KEYS = ("type", "required", "min", "max", "pattern", "enum", "items")

FIELDS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": {"$ref": "#/$defs/field"},
    "$defs": {
        "field": {
            "oneOf": [
                {"enum": list(_FIELD_TYPES)},
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "type": {"enum": list(_FIELD_TYPES)},
                        "required": {"type": "boolean"},
                        "min": {"type": "number"},
                        "max": {"type": "number"},
                        "pattern": {"type": "string", "format": "regex"},
                        "enum": {"type": "array", "minItems": 1},
                        "items": {"$ref": "#/$defs/field"},
                    },
                },
            ]
        }
    },
}
"""What the option ``fields`` may hold, for editors."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What front matter should hold, ready to be compared."""

    known: frozenset[str]
    required: tuple[str, ...]
    validators: tuple[tuple[Any, bool], ...]

    def compare(self, data: Mapping[str, Any]) -> Iterator[Difference]:
        """Yield where the data is not what it should be, once for each place and cause."""
        seen: set[tuple[tuple[str | int, ...], str]] = set()
        filled = {key: value for key, value in data.items() if value is not None}
        for validator, skips_empty in self.validators:
            for difference in differences(validator, filled if skips_empty else data):
                key = difference.path, difference.missing or difference.unknown or "value"
                if key not in seen:
                    seen.add(key)
                    yield difference


def key_of(fields: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Return a text that stands for both options, so that they are compiled once."""
    return json.dumps([fields, schema], default=str)


@lru_cache(maxsize=32)
def shape(key: str) -> Shape:
    """Return what the options ask for. Raises OptionError for what they cannot ask."""
    fields, schema = json.loads(key)
    validators = []
    if fields:
        validators.append((_validator(_compiled(fields)), True))
    if schema:
        _check_schema(schema)
        _check_references(schema)
        validators.append((_validator(schema), False))
    known = frozenset(fields) | _names(schema.get("properties"))
    wanted = [name for name, field in fields.items() if _is_required(field)]
    required = dict.fromkeys([*wanted, *_names_in_order(schema.get("required"))])
    return Shape(known, tuple(required), tuple(validators))


def is_time(value: str) -> bool:
    """Whether a value is a date with a time, as ISO 8601 writes it or with a space between."""
    return is_date(value) and len(value) > len("2025-11-27")


def is_date(value: str) -> bool:
    """Whether a value is a day of the calendar as ISO 8601 writes it; a time may follow."""
    found = _DATE.fullmatch(value)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def _names(value: Any) -> frozenset[str]:
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _names_in_order(value: Any) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _is_required(field: Any) -> bool:
    return isinstance(field, dict) and bool(field.get("required"))


def _compiled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _field(name, field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if _is_required(field)],
    }


def _field(name: str, field: Any) -> dict[str, Any]:
    """Return the JSON Schema of one field. Raises OptionError."""
    wanted = {"type": field} if isinstance(field, str) else field
    if not isinstance(wanted, dict):
        raise OptionError("fields", f"“{name}” must be a type, or a mapping with “type”")
    _known_only(name, wanted)
    kind = wanted.get("type")
    schema: dict[str, Any] = {"type": _FIELD_TYPES[kind]} if kind else {}
    if kind in _FORMATS:
        schema["format"] = _FORMATS[kind]
    schema |= dict(_limits(name, wanted, kind))
    if "items" in wanted:
        schema["items"] = _field(f"{name}, items", wanted["items"])
    return schema


def _known_only(name: str, wanted: Mapping[str, Any]) -> None:
    for key in wanted:
        if key not in _FIELD_KEYS:
            raise OptionError(
                "fields", f"“{name}” has the unknown key “{key}”{did_you_mean(key, _FIELD_KEYS)}"
            )
    kind = wanted.get("type")
    if kind is not None and (not isinstance(kind, str) or kind not in _FIELD_TYPES):
        names = ", ".join(_FIELD_TYPES)
        raise OptionError("fields", f"“{name}” has the unknown type “{kind}”; known are {names}")
    if not isinstance(wanted.get("required", False), bool):
        raise OptionError("fields", f"“required” of “{name}” must be true or false")
    if "items" in wanted and kind != "list":
        raise OptionError("fields", f"“items” of “{name}” needs the type list")


def _limits(name: str, wanted: Mapping[str, Any], kind: str | None) -> Iterator[tuple[str, Any]]:
    for index, bound in enumerate(("min", "max")):
        if bound in wanted:
            yield _bound(name, bound, wanted[bound], _BOUNDS.get(kind or "", ())[index:])
    if "pattern" in wanted:
        yield "pattern", _pattern(name, wanted["pattern"])
    if "enum" in wanted:
        if not isinstance(wanted["enum"], list) or not wanted["enum"]:
            raise OptionError("fields", f"“enum” of “{name}” must be a list of values")
        yield "enum", wanted["enum"]


def _bound(name: str, bound: str, value: Any, keywords: tuple[str, ...]) -> tuple[str, Any]:
    if not keywords:
        kinds = ", ".join(_BOUNDS)
        raise OptionError("fields", f"“{bound}” of “{name}” needs one of the types {kinds}")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise OptionError("fields", f"“{bound}” of “{name}” must be a number")
    if keywords[0] not in ("minimum", "maximum") and (not isinstance(value, int) or value < 0):
        raise OptionError("fields", f"“{bound}” of “{name}” must be a whole number from 0")
    return keywords[0], value


def _pattern(name: str, pattern: Any) -> str:
    try:
        re.compile(pattern)
    except (re.error, TypeError, RecursionError, OverflowError) as error:
        message = f"“pattern” of “{name}” is no regular expression: {error}"
        raise OptionError("fields", message) from None
    return str(pattern)


def _check_schema(schema: Any) -> None:
    """Raise OptionError for a schema that is none, or that points outside itself."""
    from jsonschema import Draft202012Validator, SchemaError

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise OptionError("schema", f"it is no JSON Schema: {error.message}") from None
    for keyword, value in _keywords(schema):
        if keyword in ("$ref", "$dynamicRef") and not str(value).startswith("#"):
            raise OptionError(
                "schema", f"“{value}” points outside the schema; only “#…” is followed"
            )


def _keywords(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key, value
            yield from _keywords(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keywords(value)


def _check_references(schema: dict[str, Any]) -> None:
    """Raise OptionError for a reference to a part that the schema does not hold."""
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    resolver = Registry().resolver_with_root(DRAFT202012.create_resource(schema))
    for keyword, value in _keywords(schema):
        if keyword == "$ref":
            try:
                resolver.lookup(str(value))
            except Unresolvable:
                raise OptionError("schema", f"“{value}” stands nowhere in the schema") from None


def _validator(schema: dict[str, Any]) -> Any:
    """Return a validator that knows our dates and never asks the network."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry

    formats = FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
    formats.checks("date-time")(lambda value: not isinstance(value, str) or is_time(value))
    return Draft202012Validator(schema, registry=Registry(), format_checker=formats)
