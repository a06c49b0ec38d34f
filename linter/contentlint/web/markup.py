"""The visible text of HTML, and what it says of itself, in time that grows with its length alone.

A parser that builds a tree takes a second for 100 KB of nested elements or of attributes, and four
times as much for twice of that; whoever checks a stranger's links cannot afford one. So this looks
at tags alone: a tag ends a line or it does not. All patterns here give up nothing they have read
(``*+``), hence each byte is looked at a few times, whatever the page holds.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import NamedTuple

_ATTRIBUTES = rb"""[^<>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^<>=]*+)*+>?"""
"""What follows the name of a tag. A quotation mark counts after “=” alone, as in browsers."""
_BLOCKS = (
    b"address article aside blockquote body button caption center dd details dialog div dl dt"
    b" fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu"
    b" nav ol optgroup option p pre section select summary table tbody textarea tfoot thead title"
    b" tr ul"
)
_NAMED = rb"(?=[\s/>])"
_HIDDEN = re.compile(rb"<(?:!--|(script|style|template|noscript|iframe)" + _NAMED + rb")")
_TAG = re.compile(rb"<(/?+[a-zA-Z][^\s/>=<]*+|[!?/])" + _ATTRIBUTES)
"""Any tag; its group is the name, after “/” where it ends something."""
_PICTURE = re.compile(rb"<img\b" + _ATTRIBUTES)
_RAISED = re.compile(
    rb"<sup\b[^<>]*+>\s*+(?:<a\b[^<>]*+>)?+\s*+([-+]?[0-9]{1,3})\s*+(?:</a>)?+\s*+</sup>",
    re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_PAIR = re.compile(
    rb"""([^\s"'>/=]++)\s*+(?:=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]*+)))?+""",
)
_OF_HEAD = re.compile(rb"<(meta|link|html)\b" + _ATTRIBUTES, re.IGNORECASE)
_HEADINGS = re.compile(rb"<(title|h1)\b" + _ATTRIBUTES, re.IGNORECASE)
_VALUE = rb"""\s*+=\s*+(?:"([^"<>]*+)"|'([^'<>]*+)'|([^\s"'<>]++))"""
# What begins with letters of one case is found fastest.
_IDS = re.compile(rb"id(?<=[\s]id)" + _VALUE)
_NAMES = re.compile(rb"name(?<=[\s]name)" + _VALUE)
_BLANKS = bytes.maketrans(b"\t\n\r\x0b\x0c", b"     ")
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\x0b\x0c"))
_LINE, _NEXT, _BREAK = b"\x0c", b"\x1f", b"\x1e"
"""What stands for the end of a block, of a cell and of a line, while tags are taken away."""
_BREAKS = re.compile(_BREAK + rb"(?: *+" + _BREAK + rb")++")
_NO_NUMBER = re.compile(r"&#(?=[xX]?[0-9a-fA-F]{9})")


class Markup(NamedTuple):
    """A page in parts: what is seen, as HTML still, and what is not. All is UTF-8."""

    visible: bytes
    scripts: tuple[bytes, ...] = ()
    """Each from its attributes to its last character."""
    unscripted: bytes = b""
    """What is seen only where no program is run."""


def taken_apart(page: bytes) -> Markup:
    """Return the parts of a page that is UTF-8."""
    source = page.translate(None, _CONTROLS)
    kept, at = bytearray(), 0
    unseen: dict[bytes, list[bytes]] = {b"script": [], b"noscript": []}
    for name, start, end in _hidden(source.lower()):
        kept += source[at:start]
        at = end
        if len(unseen.get(name, _FULL)) < len(_FULL):
            unseen[name].append(source[start:end])
    kept += source[at:]
    return Markup(bytes(kept), tuple(unseen[b"script"]), b" ".join(unseen[b"noscript"]))


_FULL = (b"",) * 500


def _hidden(lower: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the name, start and end of each part that is not seen."""
    at, unclosed = 0, set[bytes]()
    while found := _HIDDEN.search(lower, at):
        name = found[1] or b""
        at = found.end()
        if name in unclosed:
            continue
        end = _closed(lower, name, found)
        if end >= 0:
            at = end
            yield name, found.start(), end
        else:
            unclosed.add(name)


def _closed(lower: bytes, name: bytes, found: re.Match[bytes]) -> int:
    """Return where a hidden part ends; -1 where its content is seen since nothing ends it."""
    if not name:
        end = lower.find(b"-->", found.start() + 2)
        return end + 3 if end >= 0 else len(lower)
    end = lower.find(b"</" + name, found.end())
    if end < 0:
        return len(lower) if name in (b"script", b"style") else -1
    return lower.find(b">", end) + 1 or len(lower)


def text_of(visible: bytes, most: int) -> tuple[str, bool]:
    """Return the text that is seen, a line for each block, a row of a table in one line.

    Not much more than ``most`` bytes of it are returned; the second value says whether it is all.
    """
    lines: list[bytes] = []
    length = 0
    for part in _parts(visible):
        if length > most:
            return characters(b"\n".join(lines)), False
        text = b"\n".join(filter(None, _lines(_without_tags(part))))
        length += len(text)
        lines.append(text)
    return characters(b"\n".join(filter(None, lines))), True


def _parts(visible: bytes) -> Iterator[bytes]:
    """Yield a page in parts, cut before tags: a million tags at once take hundreds of megabytes."""
    at = 0
    while at < len(visible):
        most = min(at + 4 * _PART, len(visible))
        end = visible.find(b"<", at + _PART, most)
        if end < 0:
            end = most if most == len(visible) else max(visible.rfind(b" ", at, most), at + _PART)
        yield visible[at:end]
        at = end


_PART = 100_000


def _without_tags(part: bytes) -> bytes:
    """Return a part in which only the ends of lines and cells are left of its tags."""
    lower = part.lower()  # a search for letters of one case costs next to nothing
    if b"<pre" in lower:
        part = _replaced(part, _PREFORMATTED, _kept_lines)
    page = part.translate(_BLANKS)
    if b"<img" in lower:
        page = _replaced(page, _PICTURE, _told)
    if b"<sup" in lower:
        page = _RAISED.sub(_raised, page)
    pieces: list[bytes] = _TAG.split(page)
    names = b" ".join(pieces[1::2]).lower().split(b" ")
    pieces[1::2] = [_ENDS.get(name, b"") for name in names[: len(pieces) // 2]]
    page = b"".join(pieces)
    return _BREAKS.sub(_LINE, page).replace(_BREAK, b" ") if _BREAK in page else page


def _replaced(page: bytes, form: re.Pattern[bytes], by: Callable[[bytes], bytes]) -> bytes:
    """Return a page with some of it replaced; the pattern is for a page in small letters."""
    pieces: list[bytes] = []
    at = 0
    for found in form.finditer(page.lower()):
        start, end = found.span()
        pieces += page[at:start], by(page[start:end])
        at = end
    return b"".join((*pieces, page[at:]))


_ENDS = {
    **{mark + name: _LINE for name in _BLOCKS.split() for mark in (b"", b"/")},
    **dict.fromkeys((b"td", b"th", b"/td", b"/th"), _NEXT),
    b"br": _BREAK,
}
"""What tags stand for in the text, by their names in small letters; most for nothing."""


def _lines(page: bytes) -> Iterator[bytes]:
    while b"  " in page:  # halves all runs each time, and makes no object for each word
        page = page.replace(b"  ", b" ")
    parts = page.split(_LINE)
    return map(_row, parts) if _NEXT in page else map(bytes.strip, parts)


def _row(part: bytes) -> bytes:
    return b" | ".join(filter(None, map(bytes.strip, part.split(_NEXT))))


_PREFORMATTED = re.compile(rb"<pre\b[^<]*+(?:<(?!/pre)[^<]*+)*+")


def _kept_lines(preformatted: bytes) -> bytes:
    tag, end, content = preformatted.partition(b">")
    return tag + end + content.replace(b"\n", b"<hr >")


def _told(picture: bytes) -> bytes:
    """Return what a picture says to those who do not see it, as a line."""
    told = attributes(picture).get("alt", "").strip() if b"alt" in picture.lower() else ""
    safe = told.replace("&", "&amp;").replace("<", "&lt;")
    return b"<hr >" + safe.encode("utf-8", "replace") + b"<hr >" if safe else b""


def _raised(match: re.Match[bytes]) -> bytes:
    """Return digits that stand higher as such: “m²”, and “12 %³” is no 123."""
    return match[1].decode().translate(_SUPERSCRIPT).encode()


def characters(written: bytes) -> str:
    """Return a text with its references to characters resolved."""
    text = written.decode("utf-8", "replace")
    if "&" not in text:
        return text
    return unescape(_NO_NUMBER.sub("&amp;#", text) if "&#" in text else text)


def attributes(tag: bytes) -> Mapping[str, str]:
    """Return the attributes of a tag, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for pair in _PAIR.finditer(tag.partition(b" ")[2].translate(_BLANKS)):
        name = pair[1].decode("utf-8", "replace").lower()
        value = pair[2] or pair[3] or pair[4] or b""
        if len(found) >= _MOST_ATTRIBUTES:
            break
        found.setdefault(name, characters(value).strip())
    return MappingProxyType(found)


_MOST_ATTRIBUTES = 100


def tags(visible: bytes, most: int = 1000) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what a page says of itself in ``meta``, ``html`` and the ``link`` to its address."""
    end = visible.find(b"<body")
    if end < 0 or b"itemprop" in visible[end:]:
        end = len(visible)
    for count, found in enumerate(_OF_HEAD.finditer(visible, 0, end)):
        if count >= most:
            return
        name = found[1].decode().lower()
        if name != "link" or b"canonical" in found[0].lower():
            yield name, attributes(found[0].translate(_BLANKS))


def headings(visible: bytes, most: int = 5) -> Iterator[tuple[str, str]]:
    """Yield the first titles and first-level headings as “title” or “h1”, and their words."""
    for count, found in enumerate(_HEADINGS.finditer(visible)):
        if count >= most:
            return
        end = visible.find(b"</" + found[1], found.end(), found.end() + 4000)
        words = _TAG.sub(b"", visible[found.end() : end]) if end >= 0 else b""
        yield found[1].decode().lower(), " ".join(characters(words).split())


def anchors(visible: bytes, most: int) -> tuple[frozenset[str], bool]:
    """Return what a fragment may name: ids and names of elements. Also whether these are all."""
    lower = visible.lower()
    body = max(0, lower.find(b"<body"))
    found: set[str] = set()
    for form in (_IDS, _NAMES):
        for each in form.finditer(lower, body):
            start, end = each.span(each.lastindex or 0)
            if len(found) >= most:
                return frozenset(found), False
            found.add(characters(visible[start : min(end, start + _LONGEST)]).strip())
    return frozenset(found), True


_LONGEST = 1000
"""Bytes of an id."""
