"""The rule `link-text`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Violation, pattern
from contentlint_rules.links._words import LINK_WORDS, plain

_BRACKETS = pattern(r"\[([^\[\]`<]{1,200})\]")
_SHORT = 40


@dataclass(frozen=True, kw_only=True)
class LinkText(Rule):
    """The words of a link say where it leads.

    Who looks for links on a page, by eye or with a program that reads them aloud, sees their words
    and not the sentence round them; “here”, “more” and “click here” could lead anywhere.
    Search engines too take the words of a link for what its target is about.

    There is no fix: the sentence has to be written so that its words can be the link.
    """

    name: ClassVar = "link-text"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended", "seo")
    triggers: ClassVar = ("](", "][", "]:")
    examples: ClassVar = (
        Example(
            bad="For the opening hours, ⟦[click here](/hours)⟧.\n",
            good="See the [opening hours](/hours).\n",
            fixed=False,
        ),
        Example(
            bad="Les horaires se trouvent ⟦[ici](/horaires)⟧.\n",
            good="Voici [les horaires](/horaires).\n",
            fixed=False,
        ),
        Example(
            bad="Our ⟦[site](/)⟧ and [more](/more).\n",
            good="Our [home page](/) and [more](/more).\n",
            options={"prohibited": ["site"]},
            fixed=False,
        ),
        Example(good="[More about the mill](/mill) stands [here] and `[here](/mill)`.\n"),
    )

    words: Annotated[tuple[str, ...], Help("More words that say nothing.")] = ()
    prohibited: Annotated[
        tuple[str, ...], Help("The words that say nothing, in place of those that come with it.")
    ] = ()

    @cached_property
    def _nothing(self) -> frozenset[str]:
        known = frozenset(map(plain, self.prohibited)) or LINK_WORDS
        return (known | frozenset(map(plain, self.words))) - {""}

    @cached_property
    def _longest(self) -> int:
        return max(_SHORT, max(map(len, self._nothing), default=0))

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links whose words could be those of any other."""
        start, longest, nothing = document.body.start, self._longest, self._nothing
        found = any(
            plain(words) in nothing
            for words in set(_BRACKETS.findall(document.text, start))
            if len(words) <= longest
        )
        for link in document.links if found else ():
            words = document[link.content]
            if link.kind not in _WRITTEN or len(words) > longest or "`" in words or "<" in words:
                continue
            if plain(words) in nothing:
                message = f"“{' '.join(words.split())}” does not say where this link leads"
                yield Violation(link.span, message)


_WRITTEN = frozenset({"inline", "reference", "collapsed", "shortcut"})
