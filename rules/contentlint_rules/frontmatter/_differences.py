"""Says in words where front matter differs from a JSON Schema."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from contentlint import Applicability, language_meant, pattern
from contentlint_rules.frontmatter._names import plain, slugified, spelling
from contentlint_rules.frontmatter._spelt_dates import readings

_SHOWN = 60
"""Characters of a value that a message quotes."""
_LISTED = 10
"""Allowed values that a message lists."""
_MOST_NEAR = 2_000
"""Allowed values among which one that is like another is looked for."""
AS_WRITTEN = object()
"""The value as its author wrote it, as text."""
_KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
_SPOKEN_BOOLEANS = {"yes": True, "on": True, "no": False, "off": False}
_WRITTEN_BOOLEANS = {"true": True, "false": False}
_INTEGER = pattern(r"-?(?:0|[1-9][0-9]{0,14})")
_NUMBER = pattern(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_FORMS = {
    "x-slug": "no slug: small letters and digits, with single hyphens, as “rye-bread”",
    "x-emoji": "not one emoji",
    "x-language": "no code of a language, as “fr” or “pt-BR”",
    "x-url": "no whole address, as “https://example.com/a”",
    "x-path": "no path of a file",
}


class Instead(NamedTuple):
    """The value that was meant, how sure that is, and whether it is a date."""

    value: Any
    sure: Applicability
    dated: bool = False


class Difference(NamedTuple):
    """One place at which front matter is not what it should be; ``path`` leads to the value.

    ``missing`` and ``unknown`` name a key of the mapping that the path leads to. ``field`` is what
    the schema says of a missing key.
    """

    path: tuple[str | int, ...]
    message: str
    missing: str = ""
    unknown: str = ""
    instead: Instead | None = None
    field: Mapping[str, Any] = {}


class _Told(NamedTuple):
    """What a message says of a value after its name, and what was meant."""

    words: str
    instead: Instead | None = None


def near(word: str, known: Iterable[str], likeness: float = 0.8) -> str:
    """Return the known word that is nearest to another, or nothing when none is near.

    ``likeness`` runs from 0 to 1, as difflib measures it; ``tpye`` and ``type`` have 0.75.
    """
    by_plain = {plain(name): name for name in known}
    found = get_close_matches(plain(word), by_plain, n=1, cutoff=likeness)
    return by_plain[found[0]] if found else ""


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
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        message = f"{named((*path, str(error.instance)))} is no key that is allowed here"
        yield Difference(path, message, unknown=str(error.instance))
    elif error.validator in ("anyOf", "oneOf") and error.context:
        yield from _of_branches(error, path)
    elif error.validator in _OF_KEYS:
        yield from _OF_KEYS[error.validator](error, path)
    else:
        teller = _TELLERS.get(error.validator, _otherwise)
        words, instead = teller(error)
        own = error.schema.get("errorMessage") if isinstance(error.schema, Mapping) else None
        if isinstance(own, Mapping) and isinstance(own.get(error.validator), str):
            words = f"is {shown(error.instance)}: {own[error.validator].rstrip('.')}"
        yield Difference(path, f"{named(path)} {words}", instead=instead)


def _of_branches(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    """Tell of the alternative that the value is nearest to; of all, where none is of its type."""
    branches: dict[Any, list[Any]] = {}
    for each in error.context:
        branches.setdefault(each.schema_path[0], []).append(each)
    wrong = [one for each in branches.values() for one in each if _is_other_type(one)]
    if len(wrong) == len(branches):
        kinds = dict.fromkeys(kind for one in wrong for kind in _kinds(one.validator_value))
        instead = next(filter(None, (_type(one).instead for one in wrong)), None)
        words = _type_words(error.instance, list(kinds))
        yield Difference(path, f"{named(path)} {words}", instead=instead)
        return
    for one in min(branches.values(), key=_distance):
        yield from _told(one)


def _is_other_type(error: Any) -> bool:
    return error.validator == "type" and not error.relative_path


def _distance(errors: Sequence[Any]) -> tuple[Any, ...]:
    """Return how far a value is from an alternative: by type, by what tells it, by differences."""
    first = errors[0]
    return (
        any(map(_is_other_type, errors)),
        sum(one.validator == "const" for one in errors),
        len(errors),
        -max(len(one.relative_path) for one in errors),
        first.validator == "format" and first.validator_value == "date-time",
    )


def _missing(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    for name in error.validator_value:
        if name not in error.instance:
            properties = error.schema.get("properties", {})
            field = properties.get(name) if isinstance(properties, Mapping) else None
            message = f"{named((*path, name))} is missing"
            yield Difference(
                path, message, missing=name, field=field if isinstance(field, Mapping) else {}
            )


def _dependent(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    for name, others in error.validator_value.items():
        for other in others if name in error.instance and isinstance(others, list) else ():
            if other not in error.instance:
                message = f"{named((*path, other))} is missing, which goes with “{name}”"
                yield Difference(path, message, missing=other)


def _unknown(error: Any, path: tuple[str | int, ...]) -> Iterator[Difference]:
    known = error.schema.get("properties", {})
    for name in error.instance:
        if name not in known and f"'{name}'" in error.message:
            hint = did_you_mean(name, set(known) - set(error.instance))
            message = f"{named((*path, name))} is not a key of this front matter{hint}"
            yield Difference(path, message, unknown=name)


_OF_KEYS: dict[str, Callable[[Any, tuple[str | int, ...]], Iterator[Difference]]] = {
    "required": _missing,
    "dependentRequired": _dependent,
    "dependencies": _dependent,
    "additionalProperties": _unknown,
    "unevaluatedProperties": _unknown,
}


def named(path: tuple[str | int, ...]) -> str:
    """Return what to call a value: “author.name”, or “tags”, item 2."""
    names = [str(step) for step in path if isinstance(step, str)]
    numbers = [f"item {step + 1}" for step in path if isinstance(step, int)]
    return ", ".join([f"“{'.'.join(names)}”" if names else "The front matter", *numbers])


def shown(value: Any) -> str:
    """Return a value as a message quotes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{value[:_SHOWN]}{'…' if len(value) > _SHOWN else ''}”"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    return f"{value:,}" if isinstance(value, int) else str(value)[:_SHOWN]


def _kinds(told: Any) -> list[str]:
    return [told] if isinstance(told, str) else list(told)


def _type(error: Any) -> _Told:
    kinds, value = _kinds(error.validator_value), error.instance
    if isinstance(value, str):
        spoken = _SPOKEN_BOOLEANS.get(value.lower())
        if spoken is not None and "boolean" in kinds:
            words = "true" if spoken else "false"
            return _Told(
                f"is {shown(value)}, which most generators read as text: write {words}",
                Instead(spoken, Applicability.UNSAFE),
            )
    return _Told(_type_words(value, kinds), _converted(value, kinds))


def _type_words(value: Any, kinds: Sequence[str]) -> str:
    expected = " or ".join(_KINDS.get(kind, str(kind)) for kind in kinds)
    return f"is {_kind(value)}; {expected} is expected"


def _converted(value: Any, kinds: Sequence[str]) -> Instead | None:
    """Return a value as one of the wanted type, where it plainly says the same."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Instead(AS_WRITTEN, Applicability.SAFE) if kinds == ["string"] else None
    if not isinstance(value, str):
        return None
    if "boolean" in kinds and value.strip().lower() in _WRITTEN_BOOLEANS:
        return Instead(_WRITTEN_BOOLEANS[value.strip().lower()], Applicability.SAFE)
    if {"integer", "number"} & set(kinds) and _INTEGER.fullmatch(value.strip()):
        return Instead(int(value), Applicability.SAFE)
    if "number" in kinds and _NUMBER.fullmatch(value.strip()):
        return Instead(float(value), Applicability.SAFE)
    return None


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return f"the text {shown(value)}" if isinstance(value, str) else shown(value)


def _length(verb: str, units: str, limits: str) -> Callable[[Any], _Told]:
    def told(error: Any) -> _Told:
        count, limit = len(error.instance), error.validator_value
        unit = units[:-1] if count == 1 else units
        needed = f"{limit:,} {'is' if limit == 1 else 'are'}"
        return _Told(f"{verb.format(f'{count:,} {unit}')}; {limits.format(needed)}")

    return told


def _bound(words: str) -> Callable[[Any], _Told]:
    return lambda error: _Told(
        f"is {shown(error.instance)}; {words} {shown(error.validator_value)}"
    )


def _enum(error: Any) -> _Told:
    value, allowed = error.instance, error.validator_value
    allowed = [allowed] if error.validator == "const" else allowed
    words = [item for item in allowed if isinstance(item, str)]
    instead = _allowed_instead(value, words)
    file = error.schema.get("x-vocabulary")
    if file:
        hint = f"; did you mean “{instead.value}”?" if instead else ""
        return _Told(f"is {shown(value)}, which {file} does not have{hint}", instead)
    listed = ", ".join(map(shown, allowed[:_LISTED])) + (" …" if len(allowed) > _LISTED else "")
    return _Told(f"is {shown(value)}; allowed: {listed}", instead)


def _allowed_instead(value: Any, words: Sequence[str]) -> Instead | None:
    if not isinstance(value, str):
        said = "" if value is None or isinstance(value, bool | list | dict) else str(value)
        return Instead(said, Applicability.SAFE) if said in words else None
    wanted = spelling(value)
    same = [word for word in words if spelling(word) == wanted]
    if len(same) == 1 and wanted:
        return Instead(same[0], Applicability.SAFE)
    meant = near(value, words, 0.7) if len(words) <= _MOST_NEAR else ""
    return Instead(meant, Applicability.SUGGESTION) if meant else None


def _format(error: Any) -> _Told:
    value, wanted = error.instance, error.validator_value
    if wanted in ("date", "x-date"):
        return _date(value)
    if wanted in ("date-time", "x-datetime"):
        example = "2025-01-31T10:00:00Z"
        return _Told(f"is {shown(value)}, which is no date with a time: write {example}")
    instead = None
    if wanted == "x-slug" and slugified(value):
        instead = Instead(slugified(value), Applicability.SUGGESTION)
    if wanted == "x-language" and language_meant(value):
        instead = Instead(language_meant(value), Applicability.SUGGESTION)
    hint = f"; did you mean “{instead.value}”?" if instead else ""
    return _Told(
        f"is {shown(value)}, which is {_FORMS.get(wanted, 'not as it should be')}{hint}", instead
    )


def _date(value: str) -> _Told:
    """Tell of a date that is none, and what it means where that is sure."""
    found = readings(value)
    if len(found) == 1:
        words = f"is {shown(value)}, which not every generator reads as a date: write {found[0]}"
        return _Told(words, Instead(found[0], Applicability.SAFE, dated=True))
    if found:
        return _Told(f"is {shown(value)}, which can mean {' or '.join(found)}: write one of them")
    return _Told(f"is {shown(value)}, which is no date: write year-month-day, 2025-01-31")


def _same_as(error: Any) -> _Told:
    other = error.validator_value[error.path[-1]]
    return _Told(f"says the same as “{other}”: write something of its own, or leave it out")


def _too_early(error: Any) -> _Told:
    key = error.path[-1]
    other = error.validator_value[key]
    value, limit = error.instance[key], error.instance[other]
    return _Told(f"is {shown(value)}, which is before “{other}” ({limit})")


def _otherwise(error: Any) -> _Told:
    return _Told(f"is {shown(error.instance)}, which the schema does not allow here")


def _saying(words: str) -> Callable[[Any], _Told]:
    return lambda _: _Told(words)


_TELLERS: dict[str, Callable[[Any], _Told]] = {
    "type": _type,
    "enum": _enum,
    "const": _enum,
    "format": _format,
    "minLength": _length("is {} long", "characters", "at least {} needed"),
    "maxLength": _length("is {} long", "characters", "at most {} allowed"),
    "minItems": _length("has {}", "items", "at least {} needed"),
    "maxItems": _length("has {}", "items", "at most {} allowed"),
    "minProperties": _length("has {}", "keys", "at least {} needed"),
    "maxProperties": _length("has {}", "keys", "at most {} allowed"),
    "minimum": _bound("the least is"),
    "maximum": _bound("the most is"),
    "exclusiveMinimum": _bound("it must be more than"),
    "exclusiveMaximum": _bound("it must be less than"),
    "multipleOf": _bound("it must be a multiple of"),
    "pattern": _bound("it does not match"),
    "uniqueItems": _saying("holds the same item twice"),
    "contains": _saying("does not hold the items that are needed"),
    "items": _saying("has more items than are allowed"),
    "additionalItems": _saying("has more items than are allowed"),
    "unevaluatedItems": _saying("has more items than are allowed"),
    "oneOf": _saying("fits more than one of the forms of which it must have one"),
    "x-not-equal": _same_as,
    "x-not-before": _too_early,
}
