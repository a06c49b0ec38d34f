"""The rule `empty-link`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Span, Violation, pattern

_NO_ADDRESS = pattern(r"\]\((?=[ \t\r\n]{0,9}(?:<>|#|<#>)?[ \t\r\n]{0,9}[)\"'(])")
_EMPTY_LABEL = pattern(r"\]:[ \t]{1,9}(?:#|<>|<#>)(?=[ \t\r\n]|\Z)")
_NO_WORDS = pattern(r"\[[ \t]{0,9}\](?=[(\[])")


@dataclass(frozen=True, kw_only=True)
class EmptyLink(Rule):
    """Every link has words and an address.

    “[the mill]()” and “[the mill](#)” look like links, and a click leads nowhere, or up to the
    top of the page. “[](/mill)” has no words: nobody sees it, and a program that reads the page
    aloud says “link” and no more.

    There is no fix: what is missing only the author knows.
    """

    name: ClassVar = "empty-link"
    family: ClassVar = "links"
    triggers: ClassVar = ("](", "][", "]: #", "]: <")
    yields_to: ClassVar = ("malformed-link", "placeholder")
    examples: ClassVar = (
        Example(
            bad="See ⟦[the mill](#)⟧ and ⟦[](/dam)⟧.\n",
            good="See [the mill](/mill) and [the dam](/dam).\n",
            fixed=False,
        ),
        Example(
            bad="See ⟦[the mill]⟧.\n\n[the mill]: #\n",
            good="See [the mill].\n\n[the mill]: /mill\n",
            fixed=False,
        ),
        Example(good="[](){#mill} is an anchor, [#](#mill) a link, [![Mill](a.png)](/mill) too.\n"),
        Example(good="[Back to top](#) and, where a site fills it in, [](mill.md).\n"),
        Example(good="[//]: # (A comment)\n\nCall `[the mill]()`, or list[i]() in code.\n"),
    )

    top: Annotated[bool, Help("Flag “#” alone, which leads to the top of the page.")] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links without an address, and links without words."""
        text, start = document.text, document.body.start
        if not (
            _NO_ADDRESS.search(text, start)
            or _NO_WORDS.search(text, start)
            or ("]: " in text and _EMPTY_LABEL.search(text, start))
        ):
            return
        filled = _FILLS_IN.search(text) is not None
        for link in document.links:
            words = document[link.content].strip()
            message = None if filled and not words else self._problem(link.url, words)
            if message and link.kind in _WRITTEN and not _is_meant(document, link.span):
                yield Violation(link.span, message)

    def _problem(self, url: str, words: str) -> str | None:
        if not url:
            return "This link has no address, so it leads nowhere"
        if not words and url.startswith(_SURE):
            return "This link has no words between “[]”: nobody sees it"
        if words and url == "#" and self.top and not _UP.search(words):
            return "This link leads to “#”, the top of its own page; put the address in its place"
        return None


_WRITTEN = frozenset({"inline", "reference", "collapsed", "shortcut"})
_SURE = ("http://", "https://", "mailto:", "/")
# In MyST, “[](page.md)” gets the title of the page for its words.
_FILLS_IN = pattern(r"```\{\w|:::\{\w|\{(?:ref|doc|numref|eq|cite|term)\}`")
_UP = pattern(
    r"\b(?:top|up|haut|oben|anfang|arriba|inicio|su|cima|topo|início|boven|góry|górę)\b"
    r"|наверх|начало|トップ|先頭|上|顶|頂|맨 위|[↑⬆▲⇧🔝]",
    re.IGNORECASE,
)


def _is_meant(document: Document, span: Span) -> bool:
    """Whether this is an anchor with attributes, or a call in code."""
    before, after = (
        document.text[span.start - 1 : span.start],
        document.text[span.end : span.end + 1],
    )
    return after == "{" or before.isalnum() or before in _OF_CODE


_OF_CODE = frozenset("_$])")
