"""What the keys of front matter hold as text: mostly told from one line, without a parser."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from contentlint import Document, FrontMatter, OptionError, Span
from contentlint_rules.frontmatter._template import MARKS, is_form, is_template

KEYS_SCHEMA = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
"""What an option holds that names keys."""


class Held(NamedTuple):
    """The text that a key holds, and where that stands: the key itself where it holds nothing."""

    key: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the value stands, or the key."""
        return Span(self.start, self.end)


def checked(keys: tuple[str, ...]) -> None:
    """Refuse keys that cannot be any."""
    if not keys or not all(isinstance(key, str) and key for key in keys):
        raise OptionError("keys", "it must name at least one key")


def held(document: Document, keys: Iterable[str]) -> Held | None:
    """Return the text of the first of the keys that the page has; lists and mappings are none."""
    block = document.front_matter
    if block is not None:
        for key in keys:
            found = _held(block, key)
            if found is not None:
                return found
    return None


def is_page(document: Document, text: str = "") -> bool:
    """Whether readers will see the page, and on it the text that one of its keys has now.

    They will not where a program fills that in later, and not what lies beside the site.
    """
    block = document.front_matter
    if any(mark in text for mark in MARKS):
        return False
    if is_form(document.path) or (block is not None and is_template(block)):
        return False
    return not document.site.beside


def _held(block: FrontMatter, key: str) -> Held | None:
    """Return what a key holds; the parser is asked where its line alone does not tell."""
    if key not in block.text:
        return None
    content = block.content
    found = [*_shape(block.kind, key).finditer(block.page, content.start - 1, _end(block))]
    if _is_odd(block) or len(found) > 1 or not (found or _is_surely_absent(block, key)):
        return _read(block, key)
    return _on_line(found[0], key) or _read(block, key) if found else None


def _end(block: FrontMatter) -> int:
    """Return where the keys of the top end: in TOML at the first table."""
    end = block.content.end
    table = block.page.find("\n[", block.content.start - 1, end) if block.kind == "toml" else -1
    return table if table >= 0 else end


def _is_odd(block: FrontMatter) -> bool:
    """Whether keys may be written otherwise than at the beginning of a line."""
    text = block.text
    if block.kind == "toml":
        return '"""' in text or "'''" in text
    return block.kind == "json" or text[0] in " \t{!&?"


def _is_surely_absent(block: FrontMatter, key: str) -> bool:
    """Whether a key that begins no line is none; in quotes it might be."""
    text = block.text
    lone = "\r" in text and "\n" not in text
    return not (lone or f'"{key}"' in text or f"'{key}'" in text)


# No sign that means something in YAML, and no line below that goes on with it.
_QUOTED = r"(?:\"(?P<double>[^\"\\\r\n]*+)\"|'(?P<single>(?:[^'\r\n]|'')*+)')[ \t]*+(?=\r?\n|\Z)"
_PLAIN = (
    r"(?P<plain>(?:[A-Za-z0-9/(]|[^\x00-\xa0])(?:[^\r\n:#]|(?<=\S)#|:(?=\S))*+)(?=\r?\n|\Z)"
    r"(?!(?:\r?\n)++[ \t])"
)


@lru_cache(maxsize=64)
def _shape(kind: str, key: str) -> "re.Pattern[str]":
    """Return what finds the line of a key, with the value where that is simple."""
    line = rf"{re.escape(key)}[ \t]*+"
    if kind == "toml":
        return re.compile(rf"\n[ \t]*+{line}=(?:[ \t]*+{_QUOTED})?+")
    return re.compile(rf"\n{line}:(?:[ \t]++(?:{_QUOTED}|{_PLAIN})|(?=\s|\Z))")


_BLANKS = " \t\r\n"
_NULLS = frozenset({"null", "Null", "NULL"})


def _on_line(match: "re.Match[str]", key: str) -> Held | None:
    """Return the text of a simple value; None where it is none."""
    group = match.lastgroup
    if group is None:
        return None
    text = match[group].strip(_BLANKS)
    if group == "single" and "''" in text:
        text = text.replace("''", "'")
    start, end = match.span(group)
    if group == "plain":
        return None if text in _NULLS else Held(key, text, start, start + len(text))
    at = match.start() + match[0].index(key)
    return Held(key, text, start - 1, end + 1) if text else Held(key, "", at, at + len(key))


def _read(block: FrontMatter, key: str) -> Held | None:
    """Return the text of an entry as the parser read it; a number as it is written."""
    entry = block.get(key)
    if entry is None or isinstance(entry.value, list | dict):
        return None
    start, end = entry.value_span.start, entry.value_span.end
    text = entry.value if isinstance(entry.value, str) else block.page[start:end]
    if entry.value is None or not text.strip(_BLANKS):
        return Held(key, "", entry.key_span.start, entry.key_span.end)
    return Held(key, text.strip(_BLANKS), start, end)
