"""Says in words where front matter differs from a JSON Schema."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

_SHOWN = 60
"""Characters of a value that a message quotes."""

_KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
_SPOKEN_BOOLEANS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


class Difference(NamedTuple):
    """One place at which front matter is not what it should be; ``path`` leads to the value.

    ``missing`` and ``unknown`` name a key of the mapping that the path leads to; ``instead`` is
    the value that was probably meant.
    """

    path: tuple[str | int, ...]
    message: str
    missing: str = ""
    unknown: str = ""
    instead: str = ""


def near(word: str, known: Iterable[str], likeness: float = 0.8) -> str:
    """Return the known word that is nearest to another, or nothing when none is near.

    ``likeness`` runs from 0 to 1, as difflib measures it; ``tpye`` and ``type`` have 0.75.
    """
    by_lower = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=likeness)
    return by_lower[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the end of a message that offers the nearest known word; nothing when none is near."""
    name = near(word, known, 0.7)
    return f"; did you mean “{name}”?" if name else ""


def differences(validator: Any, data: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield where the data is not as the schema of the validator wants it."""
    from referencing.exceptions import Unresolvable

    try:
        for error in validator.iter_errors(data):
            yield from _told(error)
    except (RecursionError, Unresolvable):
        yield Difference((), "The schema cannot be applied: it refers to itself or to nothing")


def _told(error: Any) -> Iterator[Difference]:
    if error.validator in ("anyOf", "oneOf") and error.context:
        from jsonschema.exceptions import best_match

        error = best_match([error])
    path = tuple(error.absolute_path)
    if error.validator == "required":
        yield from _missing(error, path)
    elif error.validator in ("additionalProperties", "unevaluatedProperties"):
        yield from _unknown(error, path)
    else:
        told = _TOLD.get(error.validator, _otherwise)
        message, instead = told(_named(path), error.instance, error.validator_value)
        yield Difference(path, message, instead=instead)


def _missing(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    for name in error.validator_value:
        if name not in error.instance:
            yield Difference(path, f"{_named((*path, name))} is missing", missing=name)


def _unknown(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    known = error.schema.get("properties", {})
    for name in error.instance:
        if name not in known and f"'{name}'" in error.message:
            hint = did_you_mean(name, set(known) - set(error.instance))
            message = f"{_named((*path, name))} is not a key of this front matter{hint}"
            yield Difference(path, message, unknown=name)


def _named(path: tuple[str | int, ...]) -> str:
    """Return what to call a value: “author.name”, or “tags”, item 2."""
    names = [str(step) for step in path if isinstance(step, str)]
    numbers = [f"item {step + 1}" for step in path if isinstance(step, int)]
    return ", ".join([f"“{'.'.join(names)}”" if names else "The front matter", *numbers])


def _shown(value: Any) -> str:
    """Return a value as a message quotes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{value[:_SHOWN]}{'…' if len(value) > _SHOWN else ''}”"
    return f"{value:,}" if isinstance(value, int) else str(value)[:_SHOWN]


_Words = tuple[str, str]


def _type(name: str, value: Any, wanted: Any) -> _Words:
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    expected = " or ".join(_KINDS.get(kind, str(kind)) for kind in kinds)
    spoken = _SPOKEN_BOOLEANS.get(value.lower(), "") if isinstance(value, str) else ""
    if spoken and "boolean" in kinds:
        return (
            f"{name} is {_shown(value)}, which most generators read as text: write {spoken}",
            spoken,
        )
    return f"{name} is {_kind(value)}; {expected} is expected", ""


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"the text {_shown(value)}"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    return _shown(value)


def _length(verb: str, units: str, limits: str) -> Callable[[str, Any, Any], _Words]:
    def told(name: str, value: Any, limit: Any) -> _Words:
        unit = units[:-1] if len(value) == 1 else units
        return f"{name} {verb.format(f'{len(value):,} {unit}')}; {limits.format(f'{limit:,}')}", ""

    return told


def _bound(words: str) -> Callable[[str, Any, Any], _Words]:
    return lambda name, value, limit: (f"{name} is {_shown(value)}; {words} {_shown(limit)}", "")


def _enum(name: str, value: Any, allowed: Any) -> _Words:
    words = [item for item in allowed if isinstance(item, str)]
    instead = near(value, words, 0.7) if isinstance(value, str) else ""
    shown = ", ".join(_shown(item) for item in allowed[:10]) + (" …" if len(allowed) > 10 else "")
    return f"{name} is {_shown(value)}; allowed: {shown}", instead


def _format(name: str, value: Any, wanted: Any) -> _Words:
    if wanted == "date":
        return f"{name} is {_shown(value)}, which is no date: write year-month-day, 2025-01-31", ""
    example = "2025-01-31T10:00:00Z"
    return f"{name} is {_shown(value)}, which is no date with a time: write {example}", ""


def _otherwise(name: str, _: Any, wanted: Any) -> _Words:
    return f"{name} is not as the schema wants it ({str(wanted)[:_SHOWN]})", ""


_TOLD: dict[str, Callable[[str, Any, Any], _Words]] = {
    "type": _type,
    "enum": _enum,
    "const": lambda name, value, wanted: _enum(name, value, [wanted]),
    "format": _format,
    "minLength": _length("is {} long", "characters", "at least {} are needed"),
    "maxLength": _length("is {} long", "characters", "at most {} are allowed"),
    "minItems": _length("has {}", "items", "at least {} are needed"),
    "maxItems": _length("has {}", "items", "at most {} are allowed"),
    "minProperties": _length("has {}", "keys", "at least {} are needed"),
    "maxProperties": _length("has {}", "keys", "at most {} are allowed"),
    "minimum": _bound("the least is"),
    "maximum": _bound("the most is"),
    "exclusiveMinimum": _bound("it must be more than"),
    "exclusiveMaximum": _bound("it must be less than"),
    "multipleOf": _bound("it must be a multiple of"),
    "pattern": _bound("it does not match"),
    "uniqueItems": lambda name, *_: (f"{name} holds the same item twice", ""),
}
