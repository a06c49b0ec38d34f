"""Files of allowed values: words one a line, a list, or the keys of a mapping."""

from pathlib import Path
from typing import Any

from contentlint.located import Item, LocatedError, read_yaml

_LARGEST = 1_000_000
"""Bytes of a file that are read."""
ENDINGS = (".txt", ".yaml", ".yml", ".json")


def with_vocabularies(fields: Item, folder: Path) -> Item:
    """Return fields in which each path of a vocabulary has become its words, by that path.

    Paths count from ``folder``. Raises LocatedError at the path of a file that cannot be read, or
    holds no words.
    """
    if not isinstance(fields.value, dict):
        return fields
    found = {name: _field(each, folder) for name, each in fields.value.items()}
    return fields._replace(value=found)


def _field(field: Item, folder: Path) -> Item:
    if not isinstance(field.value, dict):
        return field
    parts = dict(field.value)
    told = parts.get("vocabulary")
    if told and isinstance(told.value, str):
        words = tuple(Item(word, told.line, told.column) for word in load(folder, told))
        parts["vocabulary"] = told._replace(value={told.value: told._replace(value=words)})
    if "items" in parts:
        parts["items"] = _field(parts["items"], folder)
    if "fields" in parts:
        parts["fields"] = with_vocabularies(parts["fields"], folder)
    return field._replace(value=parts)


def load(folder: Path, told: Item) -> list[Any]:
    """Return the words of a vocabulary, each once. Raises LocatedError at the item."""
    path = folder / told.value
    if path.suffix.lower() not in ENDINGS:
        names = ", ".join(ENDINGS[:-1])
        raise LocatedError.at(
            told, f"the vocabulary {told.value} must end in {names} or {ENDINGS[-1]}"
        )
    text = read_text(path, told, f"vocabulary {told.value}")
    try:
        words = _of_lines(text) if path.suffix.lower() == ".txt" else _of_data(text, path.suffix)
    except (ValueError, TypeError, RecursionError) as error:
        problem = f"the vocabulary {told.value} cannot be read: {error}"
        raise LocatedError.at(told, problem) from None
    if not words:
        raise LocatedError.at(told, f"the vocabulary {told.value} holds no words")
    return list(dict.fromkeys(words))


def read_text(path: Path, told: Item, what: str) -> str:
    """Return the text of a file that the settings name. Raises LocatedError at the item."""
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise LocatedError.at(told, f"cannot read the {what}: it is no file")
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise LocatedError.at(told, f"cannot read the {what}: {reason}") from None
    if len(data) > _LARGEST:
        raise LocatedError.at(told, f"the {what} has over {_LARGEST:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LocatedError.at(told, f"the {what} is not UTF-8") from None


def _of_lines(text: str) -> list[Any]:
    """Return the lines that say something; “# ” begins a comment, so that “#tag” is a word.

    A number may stand in front matter as one, or in quotes.
    """
    words: list[Any] = []
    for line in map(str.strip, text.splitlines()):
        if line and line != "#" and not line.startswith("# "):
            words.append(line)
            if line.isascii() and line.isdecimal() and str(int(line)) == line:
                words.append(int(line))
    return words


def _of_data(text: str, suffix: str) -> list[Any]:
    if suffix.lower() == ".json":
        import json

        held = json.loads(text)
        words = list(held) if isinstance(held, dict | list) else [held]
    else:
        root = read_yaml(text)
        items = [Item(key) for key in root.value] if isinstance(root.value, dict) else root.value
        words = [_word(each) for each in items] if isinstance(items, list | tuple) else [items]
        held = root.value
    if not isinstance(held, dict | list | tuple):
        raise TypeError("a list or a mapping is needed")
    if any(isinstance(word, dict | list | tuple) or word is None for word in words):
        raise TypeError("each entry must be a text")
    return words


def _word(item: Item) -> Any:
    """Return a word as front matter has it: “no” is a word there, not false."""
    if isinstance(item.value, bool) and item.word.lower() not in {"true", "false"}:
        return item.word
    return item.value
