"""The one way out for names and content: nothing in them may steer a terminal or a CI log."""

import json
import re
from typing import Any

from contentlint.patterns import pattern

_UNSAFE = pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
COMMAND = pattern(r"##(?=\[|[a-z]{1,20}\[)")
"""What some CI systems take for a command, wherever in a line it stands."""
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape(text: str) -> str:
    """Return a text with control characters, bidirectional marks and lone surrogates spelt out.

    Also breaks what is a COMMAND.
    """
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(_spelt, text)
    return COMMAND.sub(r"#\\x23", text) if "##" in text else text


def _spelt(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _NAMED.get(char) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def at_line_start(text: str) -> str:
    """Return an escaped text that may begin a line: ``::`` there is a command to GitHub."""
    shown = escape(text)
    bare = shown.lstrip()
    return shown if not bare.startswith("::") else shown.replace("::", "\\x3a:", 1)


def as_json(value: Any) -> str:
    """Return a value as JSON in ASCII, on lines of their own, with no COMMAND on any of them."""
    text = json.dumps(value, indent=1, allow_nan=False)
    return COMMAND.sub(r"#\\u0023", text) + "\n"


def without_surrogates(text: str) -> str:
    """Return a text that is valid Unicode: lone surrogates are spelt out."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text
