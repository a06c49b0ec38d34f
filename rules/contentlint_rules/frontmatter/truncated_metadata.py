"""Rule truncated-metadata."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation, pattern
from contentlint_rules.frontmatter._keys import KEYS_SCHEMA, Held, checked, held, is_page

_MARK = pattern(r"[ \t]*(?:…|\.{2,}|[\[(](?:…|\.{3})[\])]|&hellip;)\Z")
_MARKS = ("…", "..", "…]", "...]", "…)", "...)", "&hellip;")
_DOTS = ("…", "..", "&hellip;")
_LINK = pattern(r"!?\[([^\]\[\n]{0,500})\](?:\([^()\s]{0,500}\)|\[[^\]\[\n]{0,100}\])")
_SIGNS = pattern(r"[*_`]+|</?[a-z][^<>\n]{0,200}>")
_BLANKS = pattern(r"\s+")
_WORDS = pattern(r"\w+")
_WORD_REST = pattern(r"\w+")
_GOES_ON = pattern(r"[,;:)]?+ ?[\w(]")
# Scripts that put no blanks between words, so that none shows where one ends.
_UNSPACED = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)

_FAR = 20_000
"""Characters of the text in which a description is looked for."""
_TRIES = 30
"""Places in which one of its words is looked at."""
_BEFORE, _AFTER = 200, 60
"""Characters round such a place, addresses of links included."""
_LONG = 80
"""Characters from which on a text may be cut without a mark that says so."""
_LONG_LINE = pattern(rf"[^\r\n]{{{_LONG}}}")
_TAIL = 40
"""Characters at the end of a text by which its place is found; a shorter text is unclear."""


@dataclass(frozen=True, kw_only=True)
class TruncatedMetadata(Rule):
    """No title and no description was cut off by a program.

    Many tools make a description of the first 150 or 160 characters of the text, wherever that is,
    and a reader sees half a word and three dots. The rule speaks only where the text itself shows
    what is missing: the description stands in it, and there the word goes on. Where a sentence is
    broken off between two words and dots say so, that is only mentioned.

    There is no fix: only the author can end the sentence.
    """

    name: ClassVar[str] = "truncated-metadata"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("recommended", "seo")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad=(
                "---\ndescription: ⟦The mill stands by the river since 1820, and it still gri...⟧\n"
                "---\n\nThe mill stands by the river since 1820, and it still grinds rye.\n"
            ),
            good=(
                "---\ndescription: The mill stands by the river since 1820, and still works.\n"
                "---\n\nThe mill stands by the river since 1820, and it still grinds rye.\n"
            ),
            fixed=False,
        ),
        Example(
            good=(
                "---\ndescription: Rye, wheat, spelt...\n---\n\n"
                "The old mill grinds rye, wheat, spelt and whatever the farmers bring.\n"
            ),
            why="The author's own dots.",
        ),
        Example(
            good=(
                "---\ndescription: The mill stands by the river since 1820, and nobody knows why…\n"
                "---\n\nThe mill stands by the river since 1820, and nobody knows why.\n"
            ),
            why="Nothing is missing.",
        ),
    )
    keys: Annotated[
        tuple[str, ...], Help("Keys whose text may have been cut off.", KEYS_SCHEMA)
    ] = ("title", "description", "summary", "excerpt")

    def __post_init__(self) -> None:
        checked(self.keys)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what was cut off."""
        block = document.front_matter
        if block is None:
            return
        dotted = any(mark in block.text for mark in _DOTS)
        for key in self.keys if dotted or _LONG_LINE.search(block.text) else ():
            found = held(document, (key,))
            if found is not None and _may_be_cut(found.text, marked=dotted):
                yield from _cut(document, found)


def _may_be_cut(text: str, *, marked: bool) -> bool:
    return len(text) >= _LONG if text[-1:].isalnum() else marked and text.endswith(_MARKS)


def _cut(document: Document, found: Held) -> Iterator[Violation]:
    """Yield a text that goes on where it stands in the page."""
    text = _plain(found.text)
    mark = _MARK.search(text[-_TAIL:])
    rest = _rest(document, text[: -len(mark[0])] if mark else text)
    if not rest or not is_page(document, found.text):
        return
    word = _WORD_REST.match(rest)
    if word and not _UNSPACED.match(rest):
        missing = word[0] if len(word[0]) <= 20 else f"{word[0][:20]}…"
        message = f"“{found.key}” is cut off in a word, which goes on with “{missing}” in the text"
        yield Violation(found.span, message)
    elif mark and _GOES_ON.match(rest):
        message = f"“{found.key}” is cut off in a sentence, which goes on in the text"
        yield Violation(found.span, message, level=Severity.INFO)


def _rest(document: Document, begun: str) -> str:
    """Return how the text of the page goes on after the words that a value ends with."""
    tail = begun[-_TAIL:]
    words = _WORDS.findall(tail)[-3:]
    if len(tail) < _TAIL or not words or not (tail[-1].isalnum() or tail[-1] == ","):
        return ""
    for passage in _passages(document, max(words, key=len)):
        if all(word in passage for word in words):
            _, known, rest = _plain(passage).partition(tail)
            if known:
                return rest
    return ""


def _passages(document: Document, word: str) -> Iterator[str]:
    """Yield what stands round a word in the text."""
    text, start = document.text, document.body.start
    for _ in range(_TRIES):
        at = text.find(word, start, document.body.start + _FAR)
        if at < 0:
            return
        start = at + len(word)
        yield text[max(document.body.start, at - _BEFORE) : start + _AFTER]


def _plain(text: str) -> str:
    """Return a text as it reads, on one line: without the signs of Markdown."""
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", text)
    return _BLANKS.sub(" ", _SIGNS.sub("", text)).replace("’", "'").strip()
