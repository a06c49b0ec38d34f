"""One key or value of front matter in other words: an edit that leaves every other byte alone.

Each edit is proved by reading the block again: it is given only if the block then says exactly
what was asked for, and everything else as before.
"""

from typing import TYPE_CHECKING, Any

from contentlint.fix import Edit, apply
from contentlint.frontmatter.entry import Entry
from contentlint.patterns import pattern

if TYPE_CHECKING:
    from contentlint.frontmatter import FrontMatter

_Path = tuple[str | int, ...]
_PLAIN = pattern(r"[A-Za-z0-9_][\w ./+-]*+")
_BLOCKS = frozenset({"literal", "folded", "block"})


def rewritten(block: "FrontMatter", entry: Entry, value: Any) -> Edit | None:
    """Return the edit that gives an entry another scalar value, in its own style of quoting.

    ``value`` is text, a number, a boolean or None; a date is the text it is written as. None when
    the value is a list, a mapping or a block of text, or when the edit could not be proved.
    """
    if entry.style in _BLOCKS or entry.tag in ("seq", "map"):
        return None
    before = (
        " " if not len(entry.value_span) and block.page[entry.value_span.start - 1] == ":" else ""
    )
    for words in _written(value, entry.style):
        edit = Edit.replacement(entry.value_span, before + words)
        if _gives(block, edit, entry.path, value):
            return edit
    return None


def renamed(block: "FrontMatter", entry: Entry, key: str) -> Edit | None:
    """Return the edit that gives an entry another key; None when it could not be proved."""
    quote = block.page[entry.key_span.start]
    words = f"{quote}{key}{quote}" if quote in "\"'" else key
    edit = Edit.replacement(entry.key_span, words)
    after = _read(block, edit)
    if after is None or len(entry.path) != 1 or key in block.data:
        return None
    wanted = {key if name == entry.key else name: it for name, it in block.data.items()}
    return edit if after == wanted else None


def added(block: "FrontMatter", key: str, value: Any, after: tuple[str, ...] = ()) -> Edit | None:
    """Return the edit that adds a key at the top level, below the last of the keys ``after``.

    Without any of them it is added at the end. None when the key is there, the front matter is
    not YAML, or the edit could not be proved.
    """
    if block.kind != "yaml" or key in block.data or block.closing is None:
        return None
    at, page = block.closing.start, block.page
    newline = "\r\n" if page[:at].endswith("\r\n") else "\n"
    below = [entry for name in after if (entry := block.get(name))]
    if below:
        at = page.find("\n", max(entry.value_span.end for entry in below)) + 1
    for words in _written(value, "plain"):
        edit = Edit.insertion(at, f"{key}: {words}{newline}")
        if _read(block, edit) == {**block.data, key: value}:
            return edit
    return None


def _written(value: Any, style: str) -> list[str]:
    """Return the ways to write a scalar in YAML, the fitting one first."""
    if not isinstance(value, str):
        words = {True: "true", False: "false", None: "null"}
        return [words[value] if value is None or isinstance(value, bool) else str(value)]
    double = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    single = "'" + value.replace("'", "''") + "'"
    if style == "single":
        return [single, double]
    return [value, double] if style == "plain" and _PLAIN.fullmatch(value) else [double]


def _gives(block: "FrontMatter", edit: Edit, path: _Path, value: Any) -> bool:
    after = _read(block, edit)
    return after is not None and after == _with(block.data, path, value)


def _read(block: "FrontMatter", edit: Edit) -> dict[str, Any] | None:
    """Return what the block says with an edit made; None where it cannot be read."""
    from contentlint.frontmatter import split

    changed = split(apply(block.page[: block.span.end], [edit]))
    return None if changed is None or changed.problems else changed.data


def _with(data: Any, path: _Path, value: Any) -> Any:
    """Return data with another value at the end of a path."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: _with(data[path[0]], path[1:], value)}
    copy = list(data)
    copy[int(path[0])] = _with(copy[int(path[0])], path[1:], value)
    return copy
