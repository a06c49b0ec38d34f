"""The ids that stand on a page besides those made of its headings."""

import re

from contentlint.patterns import pattern

_HTML = pattern(
    r"(?<![\w-])(?:id|name)\s{0,9}=\s{0,9}"
    r"(?:\{\s{0,9}[\"'`]([^\"'`{}]{1,300})[\"'`]\s{0,9}\}|\"([^\"]{1,300})\"|'([^']{1,300})'"
    r"|([^\s\"'`=<>{}]{1,300}))",
    re.IGNORECASE,
)
_BRACES = pattern(r"\{(?::\s{0,9}|/\*\s{0,9})?[^{}#\n]{0,300}#([^\s{}*]{1,300})")
_BLOCK = pattern(r"[ \t]\^([A-Za-z0-9\-]{1,100})[ \t]*\r?$", re.MULTILINE)
_TERM = pattern(r"^([^\s:#>|][^\n]{0,300}?)[ \t]*\r?\n(?:[ \t]*\r?\n)?:[ \t]", re.MULTILINE)
_NOTE = pattern(
    r"(?:user-content-)?(?:fn|fr|footnote)(?:-?ref)?(?:\d{1,6}(?:[:\-_].{1,200})?|[:\-_].{1,200})"
)


def ids(text: str) -> frozenset[str]:
    """Return the ids that authors wrote on a page, also where they may turn out to be code.

    Of HTML and JSX elements (``id``, ``name``), in braces (``{#id}``, ``{: #id }``, ``{/* #id
    */}``) and of blocks (``^id`` at the end of a line, found with and without its mark).
    """
    found: set[str] = set()
    if "=" in text:
        found.update(match[match.lastindex or 0].strip() for match in _HTML.finditer(text))
    if "#" in text and "{" in text:
        found.update(match[1] for match in _BRACES.finditer(text))
    if " ^" in text:
        for match in _BLOCK.finditer(text):
            found.update((match[1], f"^{match[1]}"))
    return frozenset(found)


def footnotes(anchor: str) -> bool:
    """Whether an address is of the kind that generators give to notes (``fn:1``, ``fnref1``)."""
    return _NOTE.fullmatch(anchor) is not None


def terms(text: str) -> list[tuple[int, str]]:
    """Return the terms of definition lists, and where each stands.

    mdBook gives them addresses as it does to headings, and so does Hugo when asked to.
    """
    if "\n:" not in text:
        return []
    return [(match.start(), match[1]) for match in _TERM.finditer(text)]
