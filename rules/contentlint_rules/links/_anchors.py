"""The places on a page that a link with “#” may lead to, read generously.

How a heading becomes an address differs from one generator to the next, and themes add places of
their own. So what counts of an address here are its letters and digits.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from html import unescape

from contentlint import Document, pattern, places, sources

IS_OTHER = pattern(
    r"top$|:~:|!|/|tab/|(?-i:L\d+(?:(?:C\d+)?-L?\d+(?:C\d+)?)?$)|fn|user-content|_?toc|footnote|cite|ref|h-|page|__|\?|=|[{<$%+]",
    re.IGNORECASE,
)
"""Anchors that programs make, and what is no anchor."""
_NAMED = pattern(
    r"(?<![\w-])(?:id|name|slug|anchor)\s?[=:]\s?[\"'{]{0,2}#?([^\"'\s>{}]{1,200})|\{[:]?\s?#([^\s}]{1,200})"
    r"|\{[:]?[^{}\n]{0,100}?#([^\s}]{1,200})|\{/\*[ \t]*#([\w-]{1,200})"
)
_MADE = pattern(
    r"<[A-Z]\w|\{[{%]|^import |--8<--|^:::|\]\{|^!!!|<script|::include|<!-- material/|\[TAGS\]"
    r"|^#{1,6} <!--|^===[!+]? \"",
    re.MULTILINE,
)


def is_made_elsewhere(document: Document) -> bool:
    """Whether something on the page may put more headings there than its text has."""
    return _MADE.search(document.text) is not None or bool(document.templates)


_MARKUP = pattern(r"\]\([^)\n]{0,500}\)|<[^>\n]{0,300}>|\{[^}\n]{0,200}\}")


def plain(heading: str) -> str:
    """Return the words of a heading, without addresses, tags and attributes."""
    words = _MARKUP.sub("", heading)
    return unescape(words) if "&" in words else words


def key(anchor: str) -> str:
    """Return what of an anchor counts: its letters and digits, without accents and capitals."""
    if anchor.isascii():
        return "".join(filter(str.isalnum, anchor.lower()))
    split = unicodedata.normalize("NFKD", anchor.casefold())
    return "".join(char for char in split if char.isalnum())


class Places:
    """The places on a page: its headings, and what it names itself."""

    def __init__(self, headings: Iterable[str], text: str = "") -> None:
        self._text = text
        self._near: dict[str, str | None] = {}
        self.headings = {key(plain(one)): one for one in headings}
        self._keys = {*self.headings, *(key(one) for one in self.headings.values())}
        self._bare = {one.lstrip("0123456789") for one in self._keys}

    def has(self, wanted: str) -> bool:
        """Whether a heading has that key: the second of a name has a number, others lose theirs."""
        return (
            wanted in self._keys
            or re.sub(r"\d+$", "", wanted) in self._keys
            or wanted.lstrip("0123456789") in self._bare
        )

    def may_spell(self, wanted: str) -> bool:
        """Whether an anchor may be a heading in which signs or letters were spelt out."""
        return wanted.isascii() and any(
            one in wanted or not one.isascii() for one in self._spelt if one or len(wanted) > 2
        )

    def leads(self, anchor: str) -> bool:
        """Whether an anchor may lead to a heading, or to a place that the page itself names."""
        wanted = key(anchor)
        return self.has(wanted) or wanted in self._names or self.may_spell(wanted)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(key, _named(self._text)))

    @cached_property
    def _spelt(self) -> list[str]:
        return [one for one, source in self.headings.items() if _SPELT.search(source)]

    def near(self, wanted: str) -> str | None:
        """Return the one heading that is nearly the same; None for none, or for several."""
        if wanted not in self._near:
            self._near[wanted] = self._nearest(wanted)
        return self._near[wanted]

    def _nearest(self, wanted: str) -> str | None:
        found = get_close_matches(wanted, self.headings, n=2, cutoff=0.8)
        return plain(self.headings[found[0]]).strip() if len(found) == 1 else None


_SPELT = pattern(
    "[\u2190-\u2bff\u3040-\u9fff\uac00-\ud7ff\u0400-\u06ff\u0900-\u0fff\U0001f000-\U0001faff]"
)
"""Signs and scripts that some generators spell out in Latin letters: “🦀” becomes “crab”."""


class Exact:
    """What a page's headings and marks are called, as one way of making addresses has it.

    Two that ``fold`` makes the same are the same.
    """

    def __init__(self, document: Document, by: str, fold: Callable[[str], str] = str) -> None:
        self._headings = sources(document)
        there = places(self._headings, document.text, by)
        self._there = None if there is None else frozenset(map(fold, there))
        self._by, self._fold = by, fold

    def has(self, anchor: str) -> bool:
        """Whether an anchor leads somewhere; also where that cannot be told."""
        spelt = self._fold(anchor), self._fold(quote(anchor))
        return self._there is None or not self._there.isdisjoint(spelt)

    def address(self, wanted: str) -> str | None:
        """Return the one address of a heading that has a key; None for none, or for several."""
        found = self._by_key.get(wanted, ())
        return address_of(found[0], self._by) if len(found) == 1 else None

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self._headings:
            found.setdefault(key(plain(one)), []).append(one)
        return found


def address_of(heading: str, by: str) -> str | None:
    """Return the address of a heading, by its source, as one way of making addresses has it."""
    return next(iter(places([heading], "", by) or ()), None)


def quote(anchor: str) -> str:
    """Return an anchor with percent-encoding, as some generators write ids (RFC 3986, 2.1)."""
    return "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in anchor
    )


def _named(text: str) -> Iterator[str]:
    return (match[1] or match[2] or match[3] or match[4] for match in _NAMED.finditer(text))
