"""A rule's fields ⇄ what people write in a settings file: values, checks, JSON Schema, words."""

import dataclasses
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from contentlint.located import Item, LocatedError, near
from contentlint.rule import Help, Rule

_SCALARS: dict[Any, tuple[str, str]] = {
    bool: ("boolean", "true or false"),
    int: ("integer", "a whole number"),
    float: ("number", "a number"),
    str: ("string", "a text"),
}


class Option(NamedTuple):
    """One option of a rule: its key as people write it, and all that its field says."""

    key: str
    field: str
    type: Any
    default: Any
    help: Help

    @property
    def schema(self) -> dict[str, Any]:
        """Its JSON Schema, with what it is for and what it is when nothing is said."""
        found = {**schema(self.type), **(self.help.schema or {})}
        if self.help.text:
            found["description"] = self.help.text
        if _is_json(self.default):
            found["default"] = self.default
        return found

    @property
    def is_schema_path(self) -> bool:
        """Whether a text given for it is the path of a JSON Schema to load."""
        return _names_schema_path(self.help.schema)

    @property
    def holds_fields(self) -> bool:
        """Whether it says what the keys of front matter hold, as ``contentlint.schema`` has it."""
        return (self.help.schema or {}).get("format") == "fields"


def _names_schema_path(found: object) -> bool:
    if isinstance(found, Mapping):
        return found.get("format") == "schema-path" or any(map(_names_schema_path, found.values()))
    return isinstance(found, list | tuple) and any(map(_names_schema_path, found))


def _is_json(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_json, value))
    return value is None or isinstance(value, bool | int | float | str)


def options(rule: type[Rule]) -> Iterator[Option]:
    """Yield the options of a rule, in the order of its fields."""
    hints: dict[str, Any] = {}
    for field in dataclasses.fields(rule):
        if not field.init:
            continue
        kind: Any = field.type
        if isinstance(kind, str):
            hints = hints or get_type_hints(rule, include_extras=True)
            kind = hints[field.name]
        extras = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
        told = next((extra for extra in extras if isinstance(extra, Help)), Help(""))
        bare = get_args(kind)[0] if extras else kind
        yield Option(field.name.replace("_", "-"), field.name, bare, _default(field), told)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default


def option(rule: type[Rule], key: str, item: Item, others: Sequence[str] = ()) -> Option:
    """Return the option that a key names, with ``-`` or ``_``. Raises LocatedError.

    ``others`` are rules that have an option of that name, which collections can give.
    """
    known = {each.field: each for each in options(rule)}
    found = known.get(key.replace("-", "_"))
    if found:
        return found
    if others:
        raise LocatedError.at(
            item,
            f"the rule “{rule.name}” has no option “{key}”; the rule “{others[0]}” has: say it"
            " there, or of the pages of one kind, under “collections”",
        )
    names = ["severity", *(each.key for each in known.values())]
    has = ", ".join(names)
    raise LocatedError.at(
        item,
        f"the rule “{rule.name}” has no option “{key}”.{near(key, names) or f' It has: {has}.'}",
    )


def convert(kind: Any, item: Item) -> Any:
    """Return the value of an item as a field of that type has it. Raises LocatedError."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return convert(args[0], item)
    if origin in (Union, types.UnionType):
        return _union(args, item)
    if origin is Literal:
        return _literal(args, item)
    if origin in (tuple, frozenset, list, set):
        return _sequence(origin, args[0] if args else Any, item)
    if kind in _SCALARS:
        return _scalar(kind, item)
    if kind is not Any and not isinstance(item.value, dict):
        raise LocatedError.at(item, f"must be a mapping, not {shown(item)}")
    return item.plain()


def _union(args: tuple[Any, ...], item: Item) -> Any:
    if item.value is None and type(None) in args:
        return None
    kinds = [kind for kind in args if kind is not type(None)]
    for kind in kinds:
        try:
            return convert(kind, item)
        except LocatedError as error:
            if kind is kinds[-1]:
                raise LocatedError.at(item, _expected(kinds, item, error)) from None
    return None


def _expected(kinds: list[Any], item: Item, last: LocatedError) -> str:
    if len(kinds) == 1:
        return str(last)
    return f"must be {' or '.join(map(words, kinds))}, not {shown(item)}"


def _literal(args: tuple[Any, ...], item: Item) -> Any:
    for choice in args:
        if item.value == choice and isinstance(item.value, type(choice)):
            return choice
        if isinstance(choice, str) and item.word == choice:
            return choice
    names = [str(choice) for choice in args]
    raise LocatedError.at(
        item, f"must be one of {', '.join(names)}, not {shown(item)}.{near(item.word, names)}"
    )


def _sequence(origin: Any, kind: Any, item: Item) -> Any:
    if not isinstance(item.value, tuple):
        raise LocatedError.at(item, f"must be a list, not {shown(item)}")
    try:
        return origin(convert(kind, each) for each in item.value)
    except LocatedError as error:
        problem = f"must hold only such entries as are right: an entry {error}"
        raise LocatedError(problem, error.line, error.column) from None


def _scalar(kind: Any, item: Item) -> Any:
    value = item.value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    quotes = kind is str and item.word and not isinstance(value, dict | tuple)
    hint = f'; write it in quotes: "{item.word}"' if quotes else ""
    raise LocatedError.at(item, f"must be {words(kind)}, not {shown(item)}{hint}")


def shown(item: Item) -> str:
    """Return a value as an error names it."""
    if isinstance(item.value, dict):
        return "a mapping"
    if isinstance(item.value, tuple):
        return "a list"
    return "nothing" if item.value is None else f"“{item.word[:60]}”"


def words(kind: Any) -> str:
    """Return what a type is in a writer's words."""
    origin, args = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return _SCALARS[kind][1]
    if origin in (Union, types.UnionType):
        return " or ".join("nothing" if each is type(None) else words(each) for each in args)
    if origin is Literal:
        return " or ".join(map(str, args))
    if origin in (tuple, frozenset, list, set):
        return f"a list, each {words(args[0])}" if args else "a list"
    return "a mapping"


def schema(kind: Any) -> dict[str, Any]:
    """Return the JSON Schema of a type."""
    origin, args = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return {"type": _SCALARS[kind][0]}
    if origin in (Union, types.UnionType):
        return {"anyOf": [schema(each) for each in args]}
    if kind is type(None):
        return {"type": "null"}
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (tuple, frozenset, list, set):
        return {"type": "array", "items": schema(args[0])}
    return {} if kind is Any else {"type": "object"}
