"""What the rules about links want to know of every page: small, plain, and found without a parser.

The links are a superset: some stand in code. Only where one leads nowhere is the page read again
and its parser asked.
"""

import re
from collections.abc import Iterator
from typing import Any

from contentlint import Document, pattern

NAME = "links"
"""What the facts are kept as."""

_ELSEWHERE = r"(?!https?:|mailto:|tel:|data:|ftp:|javascript:|//)"
_INLINE = pattern(rf"\]\([ \t]*<?{_ELSEWHERE}([^)\s<>\"'#][^)\s<>\"']{{0,500}})")
_WITHIN = pattern(r"\]\((#[^)\s<>\"']{1,300})")
_HREF = pattern(rf"href=[\"']{_ELSEWHERE}([^\"'#\s>][^\"'\s>]{{0,500}})[\"']")
_SRC = pattern(rf"src=[\"']{_ELSEWHERE}([^\"'#\s>][^\"'\s>]{{0,500}})[\"']")
_DEFINED = pattern(
    r"\]:[ \t]{0,9}<?"
    rf"{_ELSEWHERE}([^\s<>#][^\s<>]{{0,500}})"
)
_REF = pattern(r"\{\{[<%][ \t]{0,9}(?:rel)?ref[ \t]{1,9}[\"'`]?([^\"'`\s>%]{1,500})")
_POST = pattern(r"\{%-?[ \t]{0,9}(post_url|link)[ \t]{1,9}([^\s%]{1,500})")
_HEADING = pattern(r"\n#{1,6}[ \t]+([^\r\n]{1,500})")
_INDENTED = pattern(r"\n(?:[ \t>]{1,12}|[-*+][ \t]+)#{1,6}[ \t]+([^\r\n]{1,500})")
_FIRST_HEADING = pattern(r"#{1,6}[ \t]+([^\r\n]{1,500})")
_INDENTS = ("\n #", "\n  #", "\n   #", "> #", "\n- #", "\n* #")
_UNDERLINES = {
    "\n=": pattern(r"\n==*[ \t]*\r?(?=\n|\Z)"),
    "\n--": pattern(r"\n--+[ \t]*\r?(?=\n|\Z)"),
}
"""By what each begins with, which is found sooner."""
_TAGGED = pattern(r"<[hH][1-6][^>\n]{0,300}>([^\n]{1,500}?)</[hH][1-6]>")
_TOLD = pattern(
    r"^[\"']?(?:url|slug|permalink|id|alias(?:es)?|redirect_?[Ff]rom|redirects?|path)"
    r"[\"']?[ \t]*[:=]",
    re.MULTILINE,
)
_URLS = (
    "url", "slug", "permalink", "id", "alias", "aliases", "redirect_from", "redirectFrom",
    "redirect", "redirects", "path",
)  # fmt: skip
_HIDDEN = pattern(
    r"^[\"']?(?:(?:draft|headless)[\"']?[ \t]*[:=][ \t]*[\"']?true"
    r"|(?:published|permalink)[\"']?[ \t]*[:=][ \t]*[\"']?false)"
    r"|\brender[\"']?[ \t]*[:=][ \t]*[\"']?never",
    re.MULTILINE | re.IGNORECASE,
)
_LATE = pattern(r"\b2(?:0(?:2[6-9]|[3-9]\d)|[1-9]\d\d)-\d\d-\d\d")
"""Days that were to come when this was written: none before them can be in the future."""


def collect(document: Document) -> dict[str, Any] | None:
    """Return the facts of a page.

    ``links`` are [address, start, end]; ``own`` the same for those within the page, ``refs`` for
    links that only a template makes.
    ``headings`` hold the source of each, ``urls`` are [key, address] for what the page claims.
    ``hidden`` is set for what may be a draft; ``late`` is the last day of those in its metadata
    and name that may be to come, ``expires`` is set where it may be over one day.
    """
    text = document.text
    front = document.front_matter
    head = text[: front.span.end] if front else ""
    facts = {
        "links": list(_links(text, len(head))),
        "own": list(_own(text, len(head))) if "](#" in text else [],
        "refs": list(_refs(text)) if "{" in text else [],
        "headings": list(_headings(text, len(head))),
        "urls": list(_urls(document)) if _TOLD.search(head) else [],
        "hidden": _HIDDEN.search(head) is not None or "_drafts/" in document.path,
        "late": max(_LATE.findall(head + document.path[-200:]), default=""),
        "expires": "expir" in head or "unpublish" in head,
    }
    return {name: value for name, value in facts.items() if value}


def _own(text: str, start: int) -> Iterator[list[Any]]:
    for match in _WITHIN.finditer(text, start):
        yield [match[1], match.start(1), match.end(1)]


def _headings(text: str, start: int) -> Iterator[str]:
    first = _FIRST_HEADING.match(text, start)
    if first:
        yield first[1]
    if "\n#" in text:
        for match in _HEADING.finditer(text, max(0, start - 1)):
            yield match[1]
    if any(one in text for one in _INDENTS):
        for match in _INDENTED.finditer(text, start):
            yield match[1]
    for begin, underline in _UNDERLINES.items():
        for match in underline.finditer(text, start) if text.find(begin, start) >= 0 else ():
            yield text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    if "</h" in text or "</H" in text:
        for match in _TAGGED.finditer(text):
            yield match[1]


def _links(text: str, start: int) -> Iterator[list[Any]]:
    for match in _INLINE.finditer(text, start):
        yield [match[1], match.start(1), match.end(1)]
    if "href=" in text:
        for match in _HREF.finditer(text, start):
            yield [match[1], match.start(1), match.end(1)]
    if "src=" in text:
        for match in _SRC.finditer(text, start):
            yield [match[1], match.start(1), match.end(1)]
    if "]:" in text:
        for match in _DEFINED.finditer(text, start):
            yield [match[1], match.start(1), match.end(1)]


def _refs(text: str) -> Iterator[list[Any]]:
    if "ref" in text:
        for match in _REF.finditer(text):
            yield [match[1], match.start(1), match.end(1), "ref"]
    if "{%" in text:
        for match in _POST.finditer(text):
            yield [match[2], match.start(2), match.end(2), match[1]]


def _urls(document: Document) -> Iterator[list[str]]:
    front = document.front_matter
    data = front.data if front else {}
    for name in _URLS:
        value = data.get(name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str | int) and not isinstance(each, bool):
                yield [name, str(each)]
