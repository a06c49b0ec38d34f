"""Patterns of paths, as ``.gitignore`` has them, without its ``!``."""

import re
from collections.abc import Iterable

from contentlint.patterns import pattern

_TOKEN = pattern(r"/\*\*/|^\*\*/|/\*\*$|\*+|\?|\[[!^]?\]?[^\]/]*\]|.", re.DOTALL)
_WORDS = {"/**/": "/(?:[^/]+/)*", "**/": "(?:[^/]+/)*", "/**": "/.+", "?": "[^/]"}


def translate(glob: str) -> str:
    """Return the regular expression of a pattern.

    ``*`` and ``?`` stay within one name, ``**`` spans directories. A pattern without a slash
    inside fits a name at any depth; what fits a directory fits all that is in it.
    """
    body = glob.removeprefix("./").removeprefix("/").rstrip("/")
    anchored = "/" in glob.removeprefix("./").rstrip("/")
    parts = (_translated(token) for token in _TOKEN.findall(body))
    return f"{'' if anchored else '(?:.*/)?'}{''.join(parts)}(?:/.*)?"


def _translated(token: str) -> str:
    if token in _WORDS:
        return _WORDS[token]
    if token[0] == "*":
        return "[^/]*"
    if token[0] == "[" and len(token) > 2:
        body = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[{'^' + body[1:] if body[0] in '!^' else body}]"
    return re.escape(token)


def compiled(globs: Iterable[str]) -> re.Pattern[str] | None:
    """Return one expression for all patterns, for ``fullmatch``; None when there are none.

    Raises ValueError when one of them is no pattern.
    """
    parts = []
    for glob in globs:
        try:
            parts.append(re.compile(translate(glob)).pattern)
        except re.error:
            raise ValueError(f"“{glob}” is not a pattern") from None
    return re.compile("|".join(parts), re.DOTALL) if parts else None
