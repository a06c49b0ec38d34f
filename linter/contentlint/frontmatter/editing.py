"""One key or value of front matter in other words: an edit that leaves every other byte alone.

An edit replaces one stretch of text by another, in the quotes that are there. It is given only
where two readers see what was wanted, and nothing else changed (``proving``). Block scalars, values
with an anchor or a tag of their own and values of several lines stay as they are.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.fix import Edit
from contentlint.frontmatter.entry import Entry
from contentlint.frontmatter.proving import Proof, line_start
from contentlint.frontmatter.writing import flow, key_words, wanted, words
from contentlint.patterns import pattern
from contentlint.span import Span

if TYPE_CHECKING:
    from contentlint.frontmatter import FrontMatter

_SCALARS = frozenset({"str", "int", "float", "bool", "null", "timestamp"})
_QUOTES = {"double": '"', "single": "'"}
_STYLES = {'"': "double", "'": "single"}
_LINE = pattern(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_BLANK_REST = pattern(r"[ \t]++(?=[\r\n])")
_BLANK_LINES = pattern(r"(?:[ \t]*+(?:\r\n|\r|\n))*+")
_COMMENTS_INSIDE = pattern(r"(?:(?:[ \t]*+(?:\r\n|\r|\n))*+[ \t]++#[^\r\n]*+(?:\r\n|\r|\n))*+")
_LINE_START = pattern(r"(?:\r\n|\r|\n)[ \t]*+\Z")
_BREAK = pattern(r"(?:\r\n|\r|\n)\Z")
_LAST_PART = pattern(r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\]|\\.)*+"|'[^']*+')\Z""")


def rewritten(
    block: "FrontMatter", entry: Entry, value: Any, *, dated: bool | None = None, style: str = ""
) -> Edit | None:
    """Return the edit that gives an entry another scalar value, in its own style of quoting.

    With ``style`` (plain, single, double) it is written in that one.

    ``value`` is text, a number, a boolean or None. With ``dated`` a text is written as the date
    that it is, without quotes; by default where the old value was a date. None when the value is
    a list, a mapping or a block of text, or when the edit could not be proved.
    """
    as_date = entry.tag == "timestamp" if dated is None else dated
    one = wanted(value, dated=as_date and block.kind != "json")
    if one is None or block.problems or not _is_simple(block, entry):
        return None
    in_flow = _in_flow(block, entry)
    for text in words(block.kind, one, style or entry.style, in_flow=in_flow):
        edit = _replaced(block, entry.value_span, text)
        if Proof(block, edit).rewrites(entry.path, one, text):
            return edit
    return None


def renamed(block: "FrontMatter", entry: Entry, key: str) -> Edit | None:
    """Return the edit that gives an entry another key; None when it could not be proved."""
    span = None if block.problems or wanted(key) is None else _name_span(block, entry)
    if span is None:
        return None
    style = _STYLES.get(block.page[span.start], "plain")
    edit = Edit.replacement(span, key_words(block.kind, key, style))
    return edit if Proof(block, edit).renames(entry.path, key) else None


def added(
    block: "FrontMatter",
    key: str,
    value: Any,
    after: tuple[str, ...] = (),
    *,
    dated: bool = False,
) -> Edit | None:
    """Return the edit that adds a key at the top level, below the last of the keys ``after``.

    Without any of them it is added at the end; in TOML, before the first table. ``value`` may also
    be a list or a mapping, which is written on one line. With ``dated`` a text is written as the
    date that it is. None when the key is there, or the edit could not be proved.
    """
    dated = dated and block.kind != "json"
    text = flow(block.kind, value, dated=dated)
    if text is None or wanted(key) is None or block.problems or key in block.data:
        return None
    name = key_words(block.kind, key, "plain")
    pair = f"{name} = {text}" if block.kind == "toml" else f"{name}: {text}"
    places = _json_places if block.kind == "json" else _line_places
    for place in places(block, after):
        edit = Edit.insertion(place.at, f"{place.before}{pair}{place.behind}")
        if Proof(block, edit).adds(key, (name, text), value, dated=dated):
            return edit
    return None


def _in_flow(block: "FrontMatter", entry: Entry) -> bool:
    """Whether a value stands between brackets or braces."""
    path = entry.path
    return len(path) > 1 and any(
        one.style == "flow" and one.path == path[: len(one.path)] for one in block.entries
    )


def _is_simple(block: "FrontMatter", entry: Entry) -> bool:
    """Whether a value is a scalar on one line with nothing but its own quotes round it."""
    source = _source(block, entry.value_span)
    if entry.tag not in _SCALARS or "\n" in source or "\r" in source:
        return False
    if entry.style == "plain":
        return not source.startswith(("&", "*", "!"))
    quote = _QUOTES.get(entry.style, "")
    several = block.kind == "toml" and source.startswith(quote * 3)
    return bool(quote) and source.startswith(quote) and not several


def _source(block: "FrontMatter", span: Span) -> str:
    return block.page[span.start : span.end]


def _replaced(block: "FrontMatter", span: Span, text: str) -> Edit:
    """Return the edit of a value; one that was empty stands one blank behind its colon."""
    page = block.page
    if len(span) or page[span.start - 1] not in ":-":
        return Edit.replacement(span, text)
    if _BLANK_REST.match(page, span.start):
        return Edit.insertion(span.start + 1, text)
    return Edit.insertion(span.start, f" {text}")


def _name_span(block: "FrontMatter", entry: Entry) -> Span | None:
    """Return where the key itself stands; in TOML it may be the last part of several."""
    source = _source(block, entry.key_span)
    if not source or not isinstance(entry.path[-1], str):
        return None
    if block.kind != "toml":
        return entry.key_span if source[0] in _STYLES or source == entry.key else None
    part = _LAST_PART.search(source)
    return Span(*part.span()).shifted(entry.key_span.start) if part else None


class _Place(NamedTuple):
    """Where a new key goes, and what stands between it and its neighbours."""

    at: int
    before: str
    behind: str


def _top(block: "FrontMatter") -> list[Entry]:
    """Return the keys of the top level in order; in TOML those before the first table."""
    if block.kind != "toml":
        return [entry for entry in block.entries if len(entry.path) == 1]
    return list(takewhile(lambda entry: not _is_table(entry), block.entries))


def _is_table(entry: Entry) -> bool:
    return entry.value_span.covers(entry.key_span) and len(entry.key_span) > 0


def _line_places(block: "FrontMatter", after: tuple[str, ...]) -> Iterator[_Place]:
    """Yield the places for a line of its own: below what belongs to the sibling, comments too."""
    page, top = block.page, _top(block)
    last = _lowest(top, after)
    at, indent = block.content.start, ""
    if last:
        # A mapping that ends with an alias ends where the alias does.
        held = (one.value_span.end for one in block.entries if one.path[0] == last.path[0])
        end = max(held) if block.kind == "yaml" else last.value_span.end
        at = _end(_COMMENTS_INSIDE, page, _end(_LINE, page, end))
        indent = page[line_start(page, top[0].key_span.start) : top[0].key_span.start]
    for place in (at, _end(_BLANK_LINES, page, at)):
        here = min(place, block.content.end)
        newline = _BREAK.search(page, max(here - 2, 0), here)
        behind = newline.group() if newline else "\n"
        yield _Place(here, "" if indent.strip() else indent, behind)


def _json_places(block: "FrontMatter", after: tuple[str, ...]) -> Iterator[_Place]:
    """Yield the place behind a member: on a line of its own, if that member has one."""
    last = _lowest(_top(block), after)
    if last:
        line = _LINE_START.search(block.page, 0, last.key_span.start)
        yield _Place(last.value_span.end, f",{line.group() if line else ' '}", "")


def _lowest(top: list[Entry], after: tuple[str, ...]) -> Entry | None:
    """Return the last of the keys that are named, or else of all."""
    named = [entry for entry in top if entry.path[0] in after]
    return max(named or top, key=lambda entry: entry.value_span.end, default=None)


def _end(what: re.Pattern[str], page: str, at: int) -> int:
    found = what.match(page, at)
    return found.end() if found else at
