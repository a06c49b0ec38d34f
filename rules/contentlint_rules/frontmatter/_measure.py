"""How long a text is to a reader: in characters, or in the width of its letters."""

import re
import unicodedata
from html import unescape
from typing import Literal

from contentlint import Document, OptionError
from contentlint_rules.frontmatter._keys import Held, held, is_page

Unit = Literal["characters", "width"]

# Flags are two signs; a sign that is joined, a tone of skin and a choice of looks add nothing.
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_JOINED = re.compile("\u200d.|[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def length(text: str, unit: Unit) -> int:
    """Return how many characters a reader sees, or how many Latin letters they are wide.

    What is spelt out, as “&amp;”, is one character; marks above and below letters are none. Those
    of Chinese, Japanese and Korean are two letters wide.
    """
    shown = unescape(text) if "&" in text else text
    if shown.isascii():
        return len(shown)
    shown = _JOINED.sub("", _FLAG.sub("\U0001f1e6", unicodedata.normalize("NFC", shown)))
    seen = [char for char in shown if unicodedata.category(char) not in _UNSEEN]
    if unit == "characters":
        return len(seen)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in seen)


_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf"})


def check_range(least: int, most: int, unit: str) -> None:
    """Refuse options between which no text fits."""
    for name, value in (("min", least), ("max", most)):
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise OptionError(name, f"“{value}” is no whole number from 0")
    if least > most:
        raise OptionError("min", f"{least} is more than the {most} of `max`")
    if unit not in ("characters", "width"):
        raise OptionError("unit", f"“{unit}” is none of characters and width")


def counted(text: str, size: int, unit: Unit) -> str:
    """Return a length in words: only that of a text with wide signs is told as a width."""
    if unit == "width" and any(unicodedata.east_asian_width(char) in "WF" for char in text):
        return f"is {size} letters wide"
    return f"has {size} character{'' if size == 1 else 's'}"


def misfit(
    document: Document, keys: tuple[str, ...], limits: tuple[int, int], unit: Unit
) -> tuple[Held, int] | None:
    """Return the text of the first of the keys, and its length, where that is not in the limits.

    A page without one, or with an empty one, has none that could be too short.
    """
    found = held(document, keys)
    if found is None or not found.text:
        return None
    size = length(found.text, unit)
    fits = limits[0] <= size <= limits[1]
    return None if fits or not is_page(document, found.text) else (found, size)
