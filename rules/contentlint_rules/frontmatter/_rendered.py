"""What a reader reads of a page, in pieces: enough to count as programs do that count HTML or text.

The pieces come from the parser's facts, so the HTML made of them is no page to show; but its
words, its tags and its pictures stand where those of the real one do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from contentlint import Document, Span, pattern


class Piece(NamedTuple):
    """Some text and what it is.

    It is a text, code, block, html, image, note, task, template, or the attribute of a heading.
    Between them stand soft and hard line breaks, edges (marks that become a tag) and gaps between
    blocks. ``info`` is what follows a fence, and the label of a note.
    """

    kind: str
    text: str = ""
    info: str = ""


class _Leaf(NamedTuple):
    start: int
    end: int
    piece: Piece


_ENTITY = pattern(r"(?<!\\)&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_QUOTED = pattern(r"^[ \t]*>[ \t]?", re.MULTILINE)
_ATTRIBUTES = pattern(r"[ \t]*\{[^{}\r\n]*\}")
_TASK = pattern(r"\[[ xX]\][ \t]\Z")
_HARD = pattern(r"(?:[ ]{2,}|\\)\r?\n")
_start = attrgetter("start")


def _decoded(text: str, before: str) -> str:
    """Return text with its entities as the characters that they stand for."""
    if "&" not in text:
        return text
    kept = "\\" if before == "\\" else ""
    return _ENTITY.sub(lambda match: unescape(match[0]), kept + text)[len(kept) :]


def pieces(document: Document) -> tuple[Piece, ...]:
    """Return the pieces of a page, in order."""
    leaves = sorted(_leaves(document), key=_start)
    blocks = sorted(block.span for block in document.blocks)
    top = document.body.start
    found: list[Piece] = []
    for one, two in pairwise((_leaf(Span(top, top), Piece("gap")), *leaves)):
        found += _between(document, blocks, one, two)
        found.append(two.piece)
    return tuple(found[1:] if found[:1] == [Piece("gap")] else found)


def _leaves(document: Document) -> Iterator[_Leaf]:
    yield from _words(document)
    yield from _attributes(document)
    for code in document.code:
        yield _leaf(code.span, _code(document, code.content, code.info))
    for math in document.math:
        yield _leaf(math.span, Piece("text", document[math.span]))
    for html in document.html:
        yield _leaf(html.span, Piece("html", document[html.span]))
    for note in document.footnotes:
        if not note.definition:
            yield _leaf(note.span, Piece("note", "1", note.label))
    for span in document.templates:
        yield _leaf(span, Piece("template", document[span]))


def _words(document: Document) -> Iterator[_Leaf]:
    """Yield running text, and pictures with what is said in their place."""
    pictures = [image.span for image in document.images]
    said: dict[int, str] = {}
    for span in document.prose:
        picture = _around(pictures, span.start)
        if picture < 0:
            before = document.text[max(0, span.start - 1) : span.start]
            yield _leaf(span, Piece("text", _decoded(document[span], before)))
        else:
            said[picture] = said.get(picture, "") + document[span]
    for index, span in enumerate(pictures):
        yield _leaf(span, Piece("image", said.get(index, "")))


def _attributes(document: Document) -> Iterator[_Leaf]:
    """Yield what stands in braces behind a heading: to some tools it is text."""
    for heading in document.headings if "{" in document.text else ():
        at = heading.content.end
        if found := _ATTRIBUTES.match(document.text[at : heading.span.end]):
            words = found[0].replace("/*", "/").replace("*/", "/")
            yield _Leaf(at, at + found.end(), Piece("attribute", words))


def _leaf(span: Span, piece: Piece) -> _Leaf:
    return _Leaf(span.start, span.end, piece)


def _code(document: Document, content: Span, info: str | None) -> Piece:
    words = document[content]
    if info is None:
        return Piece("code", " ".join(words.splitlines()))
    line = document.text[document.text.rfind("\n", 0, content.start) + 1 : content.start]
    return Piece("block", _QUOTED.sub("", words) if ">" in line else words, info)


def _between(document: Document, blocks: Sequence[Span], one: _Leaf, two: _Leaf) -> Iterator[Piece]:
    """Yield what becomes of that which stands between two pieces."""
    gap = document.text[one.end : two.start]
    if _around(blocks, one.start) != _around(blocks, two.start):
        yield Piece("gap")
        if task := _TASK.search(gap):
            yield Piece("task", task[0])
    elif "\n" in gap or "\r" in gap:
        if gap.strip(" \t\r\n>\\"):
            yield Piece("edge")
        yield Piece("hard" if _HARD.search(gap) else "soft")
    elif gap and gap != "\\":
        yield Piece("edge")


def _around(spans: Sequence[Span], at: int) -> int:
    """Return which of some spans, apart from each other, holds a place; -1 - at where none does."""
    index = bisect_right(spans, at, key=_start) - 1
    return index if index >= 0 and at < spans[index].end else -1 - at


_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SIGN = pattern(r'[&<>"]')
_TAGS = {
    "image": '<img src="">',
    "soft": "\n",
    "hard": "<br>\n",
    "edge": "<b>",
    "gap": "</p>\n<p>",
}


def escaped(text: str) -> str:
    """Return text as HTML writes it."""
    return _SIGN.sub(lambda match: _SIGNS[match[0]], text)


def html(found: Iterable[Piece]) -> str:
    """Return pieces as something like the HTML that becomes of them."""
    return f"<p>{''.join(map(_html, found))}</p>"


def _html(piece: Piece) -> str:
    kind, text = piece.kind, piece.text
    if kind == "code":
        return f"<code>{escaped(text)}</code>"
    if kind == "block":
        return f"<pre><code>{escaped(text)}</code></pre>\n"
    if kind == "note":
        return f"<sup>{text}</sup>"
    return text if kind == "html" else _TAGS.get(kind) or escaped(text)


class _Reader(HTMLParser):
    """Takes the words out of HTML, and counts its pictures."""

    def __init__(self, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.skipped = skipped
        self.inside: list[str] = []
        self.words: list[str] = []
        self.images = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.images += tag == "img"
        if tag in self.skipped:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.images += tag == "img"

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(data)


_TAG = pattern(r"<[^>]*>")


def read(found: Iterable[Piece], *skipped: str) -> tuple[str, int]:
    """Return the words of the HTML that becomes of pieces, and how many pictures it has.

    What is in some elements is skipped. HTML that the author wrote needs a real reader.
    """
    shown = tuple(found)
    page = html(shown)
    if not any(piece.kind == "html" for piece in shown):
        return unescape(_TAG.sub("", page)), page.count("<img ")
    reader = _Reader(frozenset(skipped))
    reader.feed(page)
    reader.close()
    return "".join(reader.words), reader.images
