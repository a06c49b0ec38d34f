"""How each program makes minutes of a text: what it counts, how fast it reads, how it rounds."""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from contentlint import Document, pattern
from contentlint_rules.frontmatter import _rendered
from contentlint_rules.frontmatter._counting import (
    count,
    icu_words,
    lodash_words,
    unicode_words,
)
from contentlint_rules.frontmatter._rendered import Piece


class Measured(NamedTuple):
    """What a program finds in a text: so many words or characters, and the minutes they take.

    ``minutes`` are not rounded yet; ``sure`` is False where it depends on what cannot be known.
    """

    words: float
    minutes: float
    sure: bool = True
    unit: str = "words"


class Profile(NamedTuple):
    """A program, by the name that people know it by: how it counts, its speed, its rounding."""

    title: str
    measure: Callable[["Text", float], Measured]
    speed: float
    rounding: Callable[[float], int]


def ceil(minutes: float) -> int:
    """Round up."""
    return math.ceil(minutes)


def nearly_ceil(minutes: float) -> int:
    """Round up, but not for less than half a hundredth of a minute."""
    return math.ceil(round(minutes, 2))


def half_up(minutes: float) -> int:
    """Round to the nearest minute, halves up, as JavaScript does."""
    return math.floor(minutes + 0.5)


_UNSAFE = pattern(r"\bunsafe\b[\"']?[ \t]{0,9}[:=][ \t]{0,9}[\"']?true", re.IGNORECASE)
_CJK_SITE = pattern(r"\bhasCJKLanguage[\"']?[ \t]{0,9}[:=][ \t]{0,9}[\"']?true", re.IGNORECASE)
_CJK_PAGE = pattern(r"\bisCJKLanguage[\"']?[ \t]{0,9}[:=][ \t]{0,9}true", re.IGNORECASE)
_CJK = pattern(
    "[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u30ff\u3131-\u318e\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003134f]"
)
_MATERIAL = pattern(
    r"^[ \t]*(?:!!!|\?\?\?|===)[+!]? |\{:? ?[.#]|--8<--|:[a-z]+-[a-z-]+:", re.MULTILINE
)
_ESM = pattern(r"(?:import[ \t][^\n]*(?:\r?\n(?!\r?\n)[^\n]*)*(?:\r?\n){2,})*")
_TITLE = pattern(r"#[ \t]+[^ \t\n][^\n]*(?:\n|\Z)|[^\n]*\n=+(?:\r?\n|\Z)")


@dataclass(frozen=True)
class Text:
    """A page as those who count see it: its source, its pieces, its HTML."""

    document: Document

    @cached_property
    def source(self) -> str:
        """The body as the author wrote it."""
        return self.document[self.document.body]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The body in pieces."""
        return _rendered.pieces(self.document)

    @cached_property
    def html(self) -> str:
        """Its HTML as markdown-it makes it."""
        return _rendered.html(self.pieces)

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing in it is filled in by a program."""
        return not self.document.templates and self.document.suffix != ".mdx"

    @cached_property
    def is_common(self) -> bool:
        """Whether it is plain and has no notes, which not all parsers know."""
        return self.is_plain and not self.document.footnotes

    def has(self, *kinds: str) -> bool:
        """Whether there are pieces of some kind."""
        return any(piece.kind in kinds for piece in self.pieces)


def _raw(text: Text, speed: float) -> Measured:
    words = count(text.source).total
    return Measured(words, words / speed)


def _astro(text: Text, speed: float) -> Measured:
    """Count the text of the tree, whose blocks nothing parts."""
    kinds = frozenset({"text", "code", "block", "html", "image", "template", "attribute"})
    words = count(_glued(text.pieces, kinds)).total
    return Measured(words, words / speed, sure=text.is_plain)


def _remark(text: Text, speed: float) -> Measured:
    words = count(_glued(text.pieces, frozenset({"text", "block", "template", "attribute"}))).total
    return Measured(words, words / speed, sure=text.is_plain)


def _glued(pieces: tuple[Piece, ...], kinds: frozenset[str]) -> str:
    """Return the text of some kinds of pieces, one behind the other."""
    parts = (
        "\n" if one.kind == "soft" else one.text.rstrip("\r\n") if one.kind in kinds else ""
        for one in pieces
    )
    return "".join(parts)


def _zola(text: Text, speed: float) -> Measured:
    words = sum(map(unicode_words, text.source.split("```")[::2]))
    return Measured(words, words / speed)


def _docusaurus(text: Text, speed: float) -> Measured:
    """Count the source less the title that stands at its top."""
    source = text.source.strip()
    start = _ESM.match(source)
    at = start.end() if start else 0
    at += len(source[at:]) - len(source[at:].lstrip())
    title = _TITLE.match(source, at)
    if title:
        source = source[: title.start()] + source[title.end() :]
    words, sure = icu_words(source)
    return Measured(words, math.floor(words / speed * 100 + 0.5) / 100, sure=sure)


def _hugo(text: Text, speed: float) -> Measured:
    """Count the words of the HTML; in a page of Chinese, Japanese or Korean its characters."""
    document, settings = text.document, text.document.site.mentions
    unsafe = _UNSAFE.search(settings) is not None
    left_out = {"task", "template"} if unsafe else {"task", "template", "html"}
    shown = [
        one
        for one in text.pieces
        if one.kind not in left_out and not (one.kind == "attribute" and _GOLDMARK.match(one.text))
    ]
    words = _rendered.read(shown, "script", "style")[0].split()
    sure = not text.has("template")
    head = document.front_matter.text if document.front_matter else ""
    asked = _CJK_PAGE.search(head) or _CJK_SITE.search(settings)
    if asked and _CJK.search(text.source):
        counted = sum(1 if word.isascii() else _typeset(word) for word in words)
        sure = sure and not text.has("note")
        return Measured(counted, counted / (501 if speed == 213 else 500), sure, "characters")
    return Measured(len(words), len(words) / speed, sure)


_GOLDMARK = pattern(r"[ \t]*\{[ \t]*(?:[.#][\w:-]|[\w-]+=)")
"""Attributes of a heading that Hugo knows as such."""
_LONGER = {'"': 6, "'": 6, "&": 4, "<": 3, ">": 3, "...": 5, "---": 4, "--": 5}
"""By how many characters signs are longer that stand as entities in the HTML."""
_LONG_SIGN = pattern(r"\.\.\.|---?|[\"'&<>]")


def _typeset(word: str) -> int:
    """Return how many characters a word has in the HTML."""
    return len(word) + sum(map(_LONGER.__getitem__, _LONG_SIGN.findall(word)))


def _gatsby(text: Text, speed: float) -> Measured:
    shown = (one for one in text.pieces if one.kind != "task")
    words, _ = _rendered.read(shown, "script", "style", "textarea", "option")
    latin, characters = _HAN_OR_KANA.subn("", _rendered.escaped(words).replace("&quot;", '"'))
    total = lodash_words(latin) + characters * 0.56
    return Measured(total, total / speed, sure=text.is_plain)


_HAN_OR_KANA = pattern(
    "[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fd-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\u3400-\u4db5\u4e00-\u9fea\uf900-\ufa6d\uf970-\ufad9\uff66-\uff6f"
    "\uff71-\uff9d\U0001b000-\U0001b11e\U0001f200\U00020000-\U0002fa1d]"
)


def _velite(text: Text, speed: float) -> Measured:
    words = _rendered.read(text.pieces)[0]
    latin, characters = _HAN_OR_KANA.subn("", words)
    total = len(_ASCII_WORD.findall(latin)) + characters * 0.56
    return Measured(total, total / speed, sure=text.is_common)


_ASCII_WORD = pattern("[a-zA-Z]+(?:['\u2019]?[a-zA-Z]+)*")
_ANY_TAG = pattern(r"""<(?:"[^"]*"|'[^']*'|[^'">])+/?>""")
_IMAGE_TAG = pattern(r"""<img(?:"[^"]*"|'[^']*'|[^'">])+/?>""")
_GHOST = pattern(
    "[a-zA-ZÀ-ÿ0-9_\u0392-\u03c9\u0410-\u04f9]+"
    "|[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u3040-\u309f\uac00-\ud7af]+"
)
_GHOST_LEFTWARDS = pattern("[\u0600-\u06ff]+|[\u0591-\u05f4]+")


def _pictures(number: int, least: int = 3) -> int:
    """Return the seconds that pictures take: twelve, eleven, … and at last three each."""
    return sum(max(12 - index, least) for index in range(number))


def _ghost(text: Text, speed: float) -> Measured:
    plain = _ANY_TAG.sub(" ", text.html)
    runs = _GHOST.findall(plain) or _GHOST_LEFTWARDS.findall(plain)
    words = sum(len(run) if run[0] >= "\u4e00" else 1 for run in runs)
    seconds = words / (speed / 60) + _pictures(len(_IMAGE_TAG.findall(text.html)))
    return Measured(words, seconds / 60, sure=text.is_common)


def _medium(text: Text, speed: float) -> Measured:
    """Count as Medium says that it does; its program is not public."""
    words, images = _rendered.read(text.pieces, "script", "style")
    words, characters = _CJK.subn(" ", words)
    total = len(words.split())
    minutes = total / speed + characters / 500 + _pictures(images) / 60
    return Measured(total + characters, minutes, sure=text.is_common)


def _readtime(text: Text, speed: float) -> Measured:
    parts = (
        one._replace(text=f"{one.info}\n{one.text}") if one.kind == "block" else one
        for one in text.pieces
    )
    words, images = _rendered.read(parts)
    total = len(_NO_WORD.split(words.strip())) if text.source.strip() else 0
    seconds = math.ceil(total / speed * 60) + _pictures(images)
    return Measured(total, seconds / 60, sure=text.is_common)


_NO_WORD = pattern(r"\W+")


def _mkdocs(text: Text, speed: float) -> Measured:
    words, images = _rendered.read(text.pieces, "object", "script", "style", "svg")
    if text.source.rstrip("\r\n")[-1:] in (" ", "\t"):  # kept by the parser that MkDocs has
        words += " "
    total = len(_NO_WORD.split(words))
    seconds = math.ceil(total / speed * 60) + _pictures(images)
    sure = text.is_common and not _MATERIAL.search(text.source)
    return Measured(total, seconds / 60, sure=sure)


_NO_ASCII_WORD = pattern(r"[^A-Za-z0-9_]+")


def _devto(text: Text, speed: float) -> Measured:
    """Count the source, as Ruby splits it: what is empty at its end is left out."""
    parts = _NO_ASCII_WORD.split(text.source)
    while parts and not parts[-1]:
        parts.pop()
    return Measured(len(parts), len(parts) / speed)


_WP_TAG = pattern(r"</?[a-z][^>]*?>", re.IGNORECASE)
_WP_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_WP_BLANK = pattern(r"&nbsp;|&#160;", re.IGNORECASE)
_WP_ENTITY = pattern(r"&\S+?;")
_WP_DASH = pattern("--|\u2014")
_WP_SIGNS = pattern("[!-/:-@\\[-`{-~\x80-\xbf\xd7\xf7\u2000-\u2bff\u2e00-\u2e7f]")
_WP_WORD = pattern(r"\S\s+")


def _wordpress(text: Text, speed: float) -> Measured:
    plain = _WP_COMMENT.sub("", _WP_TAG.sub("\n", text.html))
    plain = _WP_DASH.sub(" ", _WP_ENTITY.sub("", _WP_BLANK.sub(" ", plain)))
    words = len(_WP_WORD.findall(_WP_SIGNS.sub("", plain) + "\n"))
    sure = text.is_common and (plain.isascii() or not _CJK.search(plain))
    return Measured(words, words / speed, sure=sure)


_NEAREST_TAG = pattern(r"<[^>]+>")
_ELEVENTY = pattern("[\u0400-\u04ff]+|\\S+\\s*")


def _eleventy(text: Text, speed: float) -> Measured:
    words = len(_ELEVENTY.findall(_NEAREST_TAG.sub("", text.html)))
    return Measured(words, words / speed, sure=text.is_common)


_TAG_OR_COMMENT = pattern(r"</?[a-z0-9]+\b[^>]*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)


def _characters(text: Text, speed: float) -> Measured:
    words = _TAG_OR_COMMENT.sub("", text.html).split()
    composed = (word if word.isascii() else unicodedata.normalize("NFC", word) for word in words)
    total = sum(len(word) + sum(char > "\uffff" for char in word) for word in composed)
    return Measured(total, math.ceil(total * 60 / speed) / 60, text.is_common, "characters")


_WORD_TAG = pattern(r"""<[A-Za-z0-9_]+(?:\s+(?:"[^"]*"|'[^']*'|[^>])+)?>|</[A-Za-z0-9_]+>""")
_KANA_OR_HAN = pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_ASCII_RUN = pattern(r"[A-Za-z0-9_]+")
_PICTURE = pattern(r"<(?:img|Image)[^>]+?/?>")


def _estimate(text: Text, speed: float) -> Measured:
    plain = _KANA_OR_HAN.sub("", _WORD_TAG.sub("", text.html.strip()))
    words, images = len(_ASCII_RUN.findall(plain)), len(_PICTURE.findall(text.html))
    seconds = images / 2 * (25 - images) if images <= 10 else images / 2 * 15 + (images - 10) * 3
    return Measured(words, words / speed + seconds / 60, sure=text.is_common)


def _humanized(minutes: float) -> int:
    return int(minutes >= 0.5) if minutes < 1.5 else math.ceil(minutes)


PROFILES = {
    "reading-time": Profile("reading-time", _raw, 200, nearly_ceil),
    "hugo": Profile("Hugo", _hugo, 212, ceil),
    "hugo-213": Profile("Hugo up to 0.165", _hugo, 213, ceil),
    "astro": Profile("Astro’s recipe", _astro, 200, nearly_ceil),
    "remark-reading-time": Profile("remark-reading-time", _remark, 200, nearly_ceil),
    "zola": Profile("Zola", _zola, 200, ceil),
    "docusaurus": Profile("Docusaurus", _docusaurus, 200, ceil),
    "gatsby": Profile("Gatsby", _gatsby, 265, half_up),
    "velite": Profile("Velite", _velite, 265, half_up),
    "ghost": Profile("Ghost", _ghost, 275, half_up),
    "medium": Profile("Medium", _medium, 265, ceil),
    "readtime": Profile("readtime", _readtime, 265, ceil),
    "devto": Profile("DEV", _devto, 275, ceil),
    "mkdocs": Profile("Material for MkDocs", _mkdocs, 265, ceil),
    "wordpress": Profile("WordPress", _wordpress, 189, half_up),
    "eleventy": Profile("eleventy-plugin-reading-time", _eleventy, 300, ceil),
    "time-to-read": Profile("eleventy-plugin-time-to-read", _characters, 1000, half_up),
    "read-time-estimate": Profile("read-time-estimate", _estimate, 275, _humanized),
}
