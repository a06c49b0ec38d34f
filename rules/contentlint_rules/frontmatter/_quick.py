"""Whether front matter surely is as a schema wants it: told without a validator, for most pages.

A validator takes a hundred times as long. What is not sure, it has to decide; a test holds both
against each other.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from contentlint import FORMS
from contentlint_rules.dates import is_before, moment

Check = Callable[[Any], bool]
"""Whether a value surely is as it should be."""

_NOTES = frozenset(
    (
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default",
        "examples", "markdownDescription", "errorMessage", "deprecated", "x-unique", "x-file-name",
        "x-insert-after", "x-vocabulary",
    )
)  # fmt: skip
"""Keywords that say nothing of what is allowed."""
_TYPES: Mapping[str, Check] = {
    "string": lambda value: type(value) is str,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: type(value) is bool,
    "array": lambda value: type(value) is list,
    "object": lambda value: type(value) is dict,
    "null": lambda value: value is None,
}
_FORMATS = {
    "date": FORMS["date"],
    "date-time": FORMS["datetime"],
    **{f"x-{name}": form for name, form in FORMS.items()},
}
_DEEPEST = 20


class _UnknownError(Exception):
    """A schema says something that only a validator understands."""


def quick(schema: Mapping[str, Any], *, of_fields: bool = False) -> Check | None:
    """Return what tells quickly that data surely fits a schema; None where nothing does.

    ``of_fields``: keys without a value count as missing.
    """
    try:
        return _Compiler(schema, of_fields).check(schema, 0)
    except _UnknownError:
        return None


class _Compiler:
    """Makes one function of one schema."""

    def __init__(self, whole: Mapping[str, Any], of_fields: bool) -> None:
        self.whole, self.of_fields = whole, of_fields

    def check(self, schema: Any, depth: int) -> Check:
        """Return the function for a schema, or for a part of it."""
        if schema is True or schema == {}:
            return _anything
        if not isinstance(schema, Mapping) or depth > _DEEPEST:
            raise _UnknownError
        checks: list[Check] = []
        for keyword, value in schema.items():
            if keyword in _OF_OBJECTS:
                continue
            if keyword == "$ref":
                checks.append(self.check(self.referred(value), depth + 1))
            elif keyword in ("anyOf", "items"):
                make = _any if keyword == "anyOf" else _each
                parts = value if keyword == "anyOf" else [value]
                checks.append(make([self.check(each, depth + 1) for each in parts]))
            elif keyword in _MAKERS:
                checks.append(_MAKERS[keyword](value))
            elif keyword not in _NOTES:
                raise _UnknownError
        if not _OF_OBJECTS.isdisjoint(schema):
            checks.append(self.object(schema, depth))
        return _all(checks)

    def referred(self, reference: Any) -> Any:
        """Return the part of the schema that a reference names."""
        if not isinstance(reference, str) or not reference.startswith("#"):
            raise _UnknownError
        found: Any = self.whole
        for step in filter(None, reference[1:].split("/")):
            if not isinstance(found, Mapping) or step not in found:
                raise _UnknownError
            found = found[step]
        return found

    def object(self, schema: Mapping[str, Any], depth: int) -> Check:
        """Return the function for what a schema says of the keys of a mapping."""
        told = schema.get("properties", {})
        fields = {name: self.check(each, depth + 1) for name, each in told.items()}
        required, of_fields = frozenset(schema.get("required", ())), self.of_fields
        more = schema.get("additionalProperties", True)
        other = None if more is True else _nothing if more is False else self.check(more, depth + 1)
        orders = (
            *((key, each, _same) for key, each in schema.get("x-not-equal", {}).items()),
            *((key, each, precedes) for key, each in schema.get("x-not-before", {}).items()),
        )

        def check(data: Any) -> bool:
            if type(data) is not dict:
                return True
            left = len(required)
            for key, value in data.items():
                if key in required:
                    left -= 1
                if value is None and of_fields:
                    if key in required:
                        return False
                elif key in fields:
                    if not fields[key](value):
                        return False
                elif other is not None and not other(value):
                    return False
            return left == 0 and not (orders and _out_of_order(orders, data))

        return check


def _out_of_order(
    orders: tuple[tuple[str, str, Callable[[Any, Any], bool]], ...], data: Any
) -> bool:
    return any(
        differs(data[key], data[other])
        for key, other, differs in orders
        if type(data.get(key)) is str and type(data.get(other)) is str
    )


_OF_OBJECTS = frozenset(
    {"properties", "required", "additionalProperties", "x-not-equal", "x-not-before"}
)


def precedes(one: str, other: str) -> bool:
    """Whether a date surely comes before another."""
    first, second = moment(one), moment(other)
    return first is not None and second is not None and is_before(first, second)


def said(text: str) -> str:
    """Return what a text says, whatever its capitals, blanks and full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def _same(one: str, other: str) -> bool:
    return said(one) == said(other)


def _anything(_: Any) -> bool:
    return True


def _nothing(_: Any) -> bool:
    return False


def _all(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]
    if len(checks) == 2:
        first, second = checks
        return lambda value: first(value) and second(value)
    return lambda value: all(check(value) for check in checks)


def _any(checks: list[Check]) -> Check:
    return lambda value: any(check(value) for check in checks)


def _each(checks: list[Check]) -> Check:
    check = checks[0]
    return lambda value: type(value) is not list or all(map(check, value))


def _type(told: Any) -> Check:
    kinds = [told] if isinstance(told, str) else list(told)
    if any(kind not in _TYPES for kind in kinds):
        raise _UnknownError
    return _any([_TYPES[kind] for kind in kinds]) if len(kinds) > 1 else _TYPES[kinds[0]]


def _format(name: Any) -> Check:
    if name not in _FORMATS:
        return _anything
    is_form = _FORMATS[name]
    return lambda value: type(value) is not str or is_form(value)


def _enum(values: Any) -> Check:
    words = frozenset(value for value in values if isinstance(value, str))
    return lambda value: type(value) is str and value in words


def _pattern(told: str) -> Check:
    search = re.compile(told).search
    return lambda value: type(value) is not str or search(value) is not None


def _length(kind: type[Any], *, least: bool) -> Callable[[Any], Check]:
    def make(limit: Any) -> Check:
        if least:
            return lambda value: type(value) is not kind or len(value) >= limit
        return lambda value: type(value) is not kind or len(value) <= limit

    return make


def _bound(*, least: bool) -> Callable[[Any], Check]:
    def make(limit: Any) -> Check:
        if least:
            return lambda value: type(value) not in (int, float) or value >= limit
        return lambda value: type(value) not in (int, float) or value <= limit

    return make


def _unique(told: Any) -> Check:
    if told is not True:
        return _anything
    return lambda value: type(value) is not list or _are_words(value)


def _are_words(values: list[Any]) -> bool:
    return all(type(each) is str for each in values) and len(set(values)) == len(values)


_MAKERS: Mapping[str, Callable[[Any], Check]] = {
    "type": _type,
    "format": _format,
    "enum": _enum,
    "const": lambda value: _enum([value]),
    "pattern": _pattern,
    "minLength": _length(str, least=True),
    "maxLength": _length(str, least=False),
    "minItems": _length(list, least=True),
    "maxItems": _length(list, least=False),
    "minProperties": _length(dict, least=True),
    "maxProperties": _length(dict, least=False),
    "minimum": _bound(least=True),
    "maximum": _bound(least=False),
    "uniqueItems": _unique,
}
