"""Collections → the lines of a settings file, with what speaks for each in a comment."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from contentlint.inference._fields import Field
from contentlint.patterns import pattern

_PLAIN = pattern(r"[A-Za-z_][\w-]*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "none"})
_COMMENT_AT = 52
_OTHERS = "others"


class _Collected(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def files(self) -> tuple[str, ...]: ...
    @property
    def pages(self) -> int: ...
    @property
    def fields(self) -> tuple[Field, ...]: ...


def block(collections: Iterable[_Collected], others: Iterable[str] = ()) -> str:
    """Return the part ``collections:`` of a settings file."""
    return "\n".join(["collections:", *_lines(list(collections), list(others))]) + "\n"


def _lines(collections: list[_Collected], others: list[str]) -> Iterator[str]:
    for one in collections:
        yield _with(f"  {quoted(one.name)}:", f"{one.pages:,} pages")
        yield f"    files: {_list(one.files)}"
        if not one.fields:
            yield "    fields: {}"
            continue
        yield "    fields:"
        for each in one.fields:
            yield _with(f"      {quoted(each.name)}: {_rules(each.rules)}", each.evidence)
    if others:
        names = {one.name for one in collections}
        name = _OTHERS if _OTHERS not in names else f"{_OTHERS}-2"
        yield _with(f"  {name}:", "pages of no kind: nothing is asked of them")
        yield f"    files: {_list(others)}"
        yield "    fields: {}"


def _with(line: str, comment: str) -> str:
    return f"{line:<{_COMMENT_AT}}  # {comment}"


def _rules(rules: Mapping[str, Any]) -> str:
    """Return what is asked of a field: a type alone, or a mapping."""
    if set(rules) == {"type"} and isinstance(rules["type"], str):
        return str(rules["type"])
    return _value(rules)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{quoted(key)}: {_value(it)}" for key, it in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_escaped, values))}]"


def quoted(text: str) -> str:
    """Return a text as YAML reads it again: in quotes unless it is a plain word."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _escaped(text)


def _escaped(text: str) -> str:
    """Return a text in double quotes, with all that is no plain character spelt out."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _spelt(sign) for sign in shown)


def _spelt(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
