"""Compares front matter with what the site says it holds."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from contentlint import FORMS, OptionError, compiled
from contentlint_rules.frontmatter._differences import Difference, differences
from contentlint_rules.frontmatter._quick import Check, precedes, quick, said

Path = tuple[str, ...]
"""Leads to a value of front matter: keys, and ``*`` for any item of a list."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One schema. ``of_fields``: what is empty counts as missing; ``loose``: no key is unknown."""

    schema: Mapping[str, Any]
    validator: Any
    of_fields: bool = False
    loose: bool = False
    formed: frozenset[str] = frozenset()
    """Keys whose value is a text of some form, so that an empty text is none."""
    quick: Check | None = None
    """What tells quickly that nothing differs."""

    def differences(self, data: Mapping[str, Any]) -> Iterator[Difference]:
        if self.quick and self.quick(data):
            return
        if self.of_fields:
            data = {
                key: value
                for key, value in _filled(data).items()
                if value != "" or key not in self.formed
            }
        for each in differences(self.validator, data):
            if not (self.loose and each.unknown):
                yield each


@dataclass(frozen=True, slots=True)
class Shape:
    """What front matter should hold, ready to be compared.

    ``known`` and ``required`` are keys of the top level, in their order. ``booleans`` are true or
    false, ``dates`` are dates, ``named`` fit the name of the file.
    """

    known: tuple[str, ...]
    required: tuple[str, ...]
    booleans: frozenset[str]
    dates: frozenset[str]
    named: tuple[str, ...]
    parts: tuple[_Part, ...]

    def compare(self, data: Mapping[str, Any]) -> Iterator[Difference]:
        """Yield where the data is not what it should be, once for each place and cause."""
        seen: set[tuple[tuple[str | int, ...], str]] = set()
        for part in self.parts:
            for difference in part.differences(data):
                key = difference.path, difference.missing or difference.unknown or "value"
                if key not in seen:
                    seen.add(key)
                    yield difference


def key_of(fields: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Return a text that stands for both options, so that they are compiled once."""
    return json.dumps([fields, schema], default=str)


@lru_cache(maxsize=64)
def shape(key: str) -> Shape:
    """Return what the options ask for. Raises OptionError for what they cannot ask."""
    fields, schema = json.loads(key)
    parts = []
    if fields:
        parts.append(_of_fields(fields))
    if schema:
        parts.append(_Part(schema, checked(schema), quick=quick(schema)))
    return _shape(parts)


@lru_cache(maxsize=64)
def generated(text: str) -> Shape | None:
    """Return what a schema asks for that a site's generator wrote; None where it is none.

    Such schemas forbid all keys that they do not name, though the generator passes over those.
    """
    try:
        schema = json.loads(text)
        if not isinstance(schema, dict):
            return None
        schema = _without_odd_patterns(schema)
        part = _Part(schema, checked(schema), loose=True, quick=quick(schema))
        return _shape([part])
    except (OptionError, ValueError, RecursionError):
        return None


def _without_odd_patterns(schema: Any) -> Any:
    """Return a schema without the patterns of JavaScript that Python does not know."""
    if isinstance(schema, list):
        return [_without_odd_patterns(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_odd_patterns(value)
        for key, value in schema.items()
        if key != "pattern" or not isinstance(value, str) or _is_pattern(value)
    }


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def marked(schema: Any, keyword: str, value: Any = True) -> Iterator[Path]:
    """Yield the paths of values of which a schema says something."""
    if not isinstance(schema, Mapping):
        return
    if schema.get(keyword) == value:
        yield ()
    properties = schema.get("properties")
    for name, each in properties.items() if isinstance(properties, Mapping) else ():
        yield from ((name, *rest) for rest in marked(each, keyword, value))
    yield from (("*", *rest) for rest in marked(schema.get("items"), keyword, value))
    for combined in ("anyOf", "oneOf", "allOf"):
        branches = schema.get(combined)
        for each in branches if isinstance(branches, list) else ():
            yield from marked(each, keyword, value)


def _shape(parts: list[_Part]) -> Shape:
    fields: dict[str, Any] = {}
    required: dict[str, None] = {}
    for part in parts:
        root = _root(part.schema)
        fields = {**_mapping(root.get("properties")), **fields}
        wanted = root.get("required")
        required |= dict.fromkeys(wanted if isinstance(wanted, list) else ())
    return Shape(
        known=tuple(fields),
        required=tuple(name for name in required if isinstance(name, str)),
        booleans=_saying(fields, "type", "boolean"),
        dates=_saying(fields, "format", "x-date") | _saying(fields, "format", "x-datetime"),
        named=tuple(_saying(fields, "x-file-name", True)),
        parts=tuple(parts),
    )


def _saying(fields: Mapping[str, Any], keyword: str, value: Any) -> frozenset[str]:
    """Return the keys of which the fields say something."""
    return frozenset(name for name, each in fields.items() if value == _mapping(each).get(keyword))


def _root(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of the front matter itself, where the whole only refers to it."""
    reference = schema.get("$ref")
    if "properties" not in schema and isinstance(reference, str) and reference.startswith("#/"):
        found: Any = schema
        for step in reference[2:].split("/"):
            found = _mapping(found).get(step.replace("~1", "/").replace("~0", "~"))
        return _mapping(found)
    return schema


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data without the keys that have no value."""
    return {
        key: _filled(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if value is not None
    }


def _of_fields(fields: Mapping[str, Any]) -> _Part:
    schema = compiled(fields)
    validator = validator_of(schema)
    _check_defaults(schema, validator)
    formed = frozenset(
        name
        for name, each in schema["properties"].items()
        if str(each.get("format")).startswith("x-")
    )
    found = quick(schema, of_fields=True)
    return _Part(schema, validator, of_fields=True, formed=formed, quick=found)


def _check_defaults(schema: Any, validator: Any) -> None:
    """Raise OptionError for a default that its own field does not allow."""
    for name, field in schema.get("properties", {}).items():
        if "default" in field:
            said = next(differences(validator.evolve(schema=field), field["default"]), None)
            if said:
                words = said.message.removeprefix("The front matter ")
                raise OptionError("fields", f"“default” of “{name}” {words}")
        _check_defaults(field, validator)


def checked(schema: Any) -> Any:
    """Return a validator. Raises OptionError for what is no schema, or points outside itself."""
    from jsonschema import SchemaError
    from jsonschema.validators import validator_for

    try:
        validator_for(schema, default=_dialect()).check_schema(schema)
    except SchemaError as error:
        raise OptionError("schema", f"it is no JSON Schema: {error.message}") from None
    except TypeError:
        raise OptionError("schema", "it is no JSON Schema: “$schema” must be an address") from None
    for keyword, value in _keywords(schema):
        if keyword in ("$ref", "$dynamicRef") and not str(value).startswith("#"):
            raise OptionError(
                "schema", f"“{value}” points outside the schema; only “#…” is followed"
            )
    validator = validator_of(schema)
    _check_references(schema, validator)
    return validator


def _dialect() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator


def _keywords(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key, value
            yield from _keywords(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keywords(value)


def _check_references(schema: dict[str, Any], validator: Any) -> None:
    """Raise OptionError for a reference to a part that the schema does not hold."""
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012, specification_with

    told = validator.META_SCHEMA.get("$schema", "")
    resource = specification_with(told, default=DRAFT202012).create_resource(schema)
    resolver = Registry().resolver_with_root(resource)
    for keyword, value in _keywords(schema):
        if keyword == "$ref":
            try:
                resolver.lookup(str(value))
            except Unresolvable:
                raise OptionError("schema", f"“{value}” stands nowhere in the schema") from None


def validator_of(schema: dict[str, Any]) -> Any:
    """Return a validator that knows our keywords and forms, and never asks the network."""
    from jsonschema.validators import validator_for
    from referencing import Registry

    known = _extended(validator_for(schema, default=_dialect()))
    return known(_without_false(schema), registry=Registry(), format_checker=_formats())


@cache
def _extended(dialect: Any) -> Any:
    from jsonschema import validators

    extend: Any = validators.extend
    return extend(dialect, {"x-not-equal": _not_equal, "x-not-before": _not_before})


@cache
def _formats() -> Any:
    from jsonschema import FormatChecker

    formats = FormatChecker(formats=())
    for name, form in (("date", "date"), ("date-time", "datetime")):
        formats.checks(name)(_checking(FORMS[form]))
    for name, is_form in FORMS.items():
        formats.checks(f"x-{name}")(_checking(is_form, empty=True))
    return formats


def _without_false(schema: Any) -> Any:
    """Return a schema in which a key that is forbidden has one: of ``false`` no place is told."""
    if isinstance(schema, list):
        return [_without_false(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {
        key: {
            name: {"not": {}} if each is False else _without_false(each)
            for name, each in it.items()
        }
        if key == "properties" and isinstance(it, Mapping)
        else _without_false(it)
        for key, it in schema.items()
    }


def _checking(is_form: Callable[[str], bool], *, empty: bool = False) -> Callable[[Any], bool]:
    """Return a check that lets other values than texts pass, and perhaps the empty text."""
    return lambda value: not isinstance(value, str) or (empty and not value) or is_form(value)


def _not_equal(_: Any, told: Any, data: Any, __: Any) -> Iterator[Any]:
    for key, value, other in _pairs(told, data):
        if isinstance(value, str) and isinstance(other, str) and said(value) == said(other):
            yield _error(key)


def _not_before(_: Any, told: Any, data: Any, __: Any) -> Iterator[Any]:
    for key, value, other in _pairs(told, data):
        if isinstance(value, str) and isinstance(other, str) and precedes(value, other):
            yield _error(key)


def _pairs(told: Any, data: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(told, Mapping) and isinstance(data, Mapping):
        for key, other in told.items():
            if isinstance(other, str) and key in data and other in data:
                yield key, data[key], data[other]


def _error(key: str) -> Any:
    from jsonschema import ValidationError

    return ValidationError("differs", path=(key,))
