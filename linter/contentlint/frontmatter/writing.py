"""How a value is written in YAML, TOML and JSON so that every parser of them reads just that value.

What is text to one parser of YAML is a number, a date or a boolean to another (``yes``, ``089``,
``12e3``, ``0o17``, ``12:30``), so text goes without quotes only where no parser could take it for
anything else.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from contentlint.frontmatter.entry import MAX_DIGITS
from contentlint.patterns import pattern

_ESCAPED = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NO_TEXT = pattern("[\ud800-\udfff]")
_SHORT = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}
_PLAIN = pattern(
    r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`~=<](?:[^\s:\#]|(?<=\S)\#|:(?=\S)|[^\S\t]++(?=\S))*+"""
)
_PLAIN_IN_FLOW = pattern(r"[^\[\]{},:?]+")
_PLAIN_KEY = pattern(r"[^\W\d](?:[\w.-]|[:\x20](?=[\w.]))*+")
_NUMERIC = pattern(r"[-+.,_]*+(?:[0-9][-+.,:/\x20_0-9A-FXOTZa-fxotz]*+)?+")
_RESERVED = frozenset(
    {"true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "nil", "undefined"}
    | {"nan", "inf", "infinity", ".nan", ".inf", "+.inf"}
)
_BARE_KEY = pattern(r"[A-Za-z0-9_][A-Za-z0-9_-]*+")
_TIMESTAMP = pattern(
    r"(\d{4}-\d\d-\d\d)(?:[Tt\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:\x20?(?:Z|[-+]\d\d:\d\d))?)?"
)


class Wanted(NamedTuple):
    """A scalar as the readers have to see it: its tag, and its text without quotes and escapes."""

    tag: str
    text: str


def wanted(value: Any, *, dated: bool = False) -> Wanted | None:
    """Return what the readers have to see of a scalar; None when it cannot be written.

    ``dated`` is for text that is to be read as a date, if it is one.
    """
    if value is None:
        return Wanted("null", "null")
    if isinstance(value, bool):
        return Wanted("bool", "true" if value else "false")
    if isinstance(value, int):
        return Wanted("int", str(value)) if abs(value) < 10**MAX_DIGITS else None
    if isinstance(value, float):
        return Wanted("float", _decimal(value)) if math.isfinite(value) else None
    if not isinstance(value, str) or _NO_TEXT.search(value):
        return None
    return Wanted("timestamp" if dated and is_date(value) else "str", value)


def is_date(text: str) -> bool:
    """Whether YAML and TOML read a text as a date, and it is one of the calendar."""
    found = _TIMESTAMP.fullmatch(text)
    try:
        return bool(found and date.fromisoformat(found[1]))
    except ValueError:
        return False


def words(kind: str, one: Wanted, style: str, *, in_flow: bool = False) -> Iterator[str]:
    """Yield the ways to write a scalar, the one that keeps the style first."""
    if kind == "json" and one.tag in ("str", "timestamp"):
        yield double(one.text)
    elif one.tag != "str":
        if kind != "toml" or one.tag != "null":
            yield one.text
    elif kind == "toml":
        yield from _toml(one.text, style)
    else:
        yield from _yaml(one.text, style, in_flow=in_flow)


def key_words(kind: str, key: str, style: str) -> str:
    """Return how a key is written; ``style`` is that of the key it replaces."""
    if kind == "json" or style == "double" or _ESCAPED.search(key):
        return double(key)
    if style == "single" and (kind == "yaml" or "'" not in key):
        return _single(key)
    bare = _BARE_KEY if kind == "toml" else _PLAIN_KEY
    sound = bare.fullmatch(key) and (kind == "toml" or key.lower() not in _RESERVED)
    return key if sound else double(key)


def flow(kind: str, value: Any, *, dated: bool = False, depth: int = 0) -> str | None:
    """Return a value of any depth on one line; None when it cannot be written."""
    if isinstance(value, dict):
        sign = " = " if kind == "toml" else ": "
        inside = [(key, flow(kind, it, depth=depth + 1)) for key, it in value.items()]
        return _joined(
            "{}", [it and f"{key_words(kind, k, 'plain')}{sign}{it}" for k, it in inside]
        )
    if isinstance(value, list):
        return _joined("[]", [flow(kind, it, depth=depth + 1) for it in value])
    one = wanted(value, dated=dated)
    return next(words(kind, one, "plain", in_flow=depth > 0), None) if one else None


def _joined(brackets: str, parts: list[str | None]) -> str | None:
    sound = [part for part in parts if part]
    whole = len(sound) == len(parts)
    return f"{brackets[0]}{', '.join(sound)}{brackets[1]}" if whole else None


def _yaml(text: str, style: str, *, in_flow: bool) -> Iterator[str]:
    if style == "plain" and is_plain(text, in_flow=in_flow):
        yield text
    quotable = not _ESCAPED.search(text)
    clearer = style == "plain" and ('"' in text or "\\" in text) and "'" not in text
    if quotable and (style == "single" or clearer):
        yield _single(text)
    yield double(text)


def _toml(text: str, style: str) -> Iterator[str]:
    if style == "single" and "'" not in text and not _ESCAPED.search(text):
        yield f"'{text}'"
    yield double(text)


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Whether every parser of YAML reads a text as just that text when it has no quotes."""
    return bool(
        _PLAIN.fullmatch(text)
        and not _NUMERIC.fullmatch(text)
        and text.lower() not in _RESERVED
        and not _ESCAPED.search(text)
        and (not in_flow or _PLAIN_IN_FLOW.fullmatch(text))
    )


def double(text: str) -> str:
    """Return a text in double quotes, as YAML, TOML and JSON all read it."""
    body = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_ESCAPED.sub(lambda found: _escape(found.group()), body)}"'


def _escape(sign: str) -> str:
    return _SHORT.get(sign) or f"\\u{ord(sign):04x}"


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _decimal(value: float) -> str:
    """Return a number that is no text to YAML 1.1 either: before an exponent it wants a point."""
    mantissa, mark, exponent = repr(value).partition("e")
    point = "" if "." in mantissa else ".0"
    return f"{mantissa}{point}{mark}{exponent}"
