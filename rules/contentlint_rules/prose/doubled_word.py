"""The rule `doubled-word`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import eq
from typing import Annotated, ClassVar, NamedTuple

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._doubles import LEGAL, NEVER, TRIGGERS, doubled, small
from contentlint_rules.prose._shared import is_prose

_WORDY = pattern(r"[^\W\d_]{2,40}\Z")
_SOMETIMES = frozenset(("is", "est", "la"))
_NOT_TWICE = pattern(r"(?:\A|[\W_])(?:it|what|l['’]|ou?h|ah|la),? ?\Z", re.IGNORECASE)


class _Pair(NamedTuple):
    """A word that stands twice, and where both stand."""

    word: str
    whole: Span

    @property
    def first(self) -> Span:
        """Where it stands first."""
        return Span(self.whole.start, self.whole.start + len(self.word))

    @property
    def second(self) -> Span:
        """Where it stands again."""
        return Span(self.whole.end - len(self.word), self.whole.end)


@dataclass(frozen=True, kw_only=True)
class DoubledWord(Rule):
    """No small word stands twice where it was meant once.

    “The the mill”, “de de la farine”: eyes skip it, above all where a line ends between the two,
    and readers of the published page see it. Looked at are words that never stand twice in the
    language of the page; “that that”, “had had”, “nous nous” and “die die” are good style.

    The fix is unsafe: it takes one of the two out, and sometimes another word was meant.
    """

    name: ClassVar = "doubled-word"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = TRIGGERS
    examples: ClassVar = (
        Example(
            bad="---\nlang: en\n---\nThe wheel of ⟦the the⟧ mill turns.\n",
            good="---\nlang: en\n---\nThe wheel of the mill turns.\n",
            fixed=False,
        ),
        Example(
            bad="La roue ⟦de\nde⟧ ce moulin.\n",
            good="La roue de\nce moulin.\n",
            path="fr/page.md",
            fixed=False,
        ),
        Example(
            bad="The ⟦wheel wheel⟧ turns.\n",
            good="The wheel turns.\n",
            path="en/page.md",
            options={"every": True},
            fixed=False,
        ),
        Example(good="He said that that was all he had had, the `the the`.\n", path="en/page.md"),
        Example(good="Les moulins que nous nous partageons.\n", path="fr/page.md"),
        Example(good="Jaldi jaldi, of of.\n", why="The language is not known."),
    )

    every: Annotated[
        bool, Help("Whether any word that stands twice is flagged, and not only small ones.")
    ] = False
    allow: Annotated[tuple[str, ...], Help("Words that may stand twice.")] = ()

    def glance(self, text: str) -> bool:
        """Whether all words are looked at."""
        del text
        return self.every

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the words that stand twice in a row."""
        found = _every(document.text) if self.every else ()
        if (self.every and not found) or document.language not in NEVER:
            return
        for span in sorted(set(self._places(document, found))):
            pair = _Pair(document[span].split()[0], span)
            if pair.word.lower() not in self.allow and _is_slip(document, pair):
                yield _violation(document, pair)

    def _places(self, document: Document, words: tuple[str, ...]) -> Iterator[Span]:
        yield from small(document.text, document.language)
        legal = LEGAL[document.language] | NEVER[document.language]
        for word in words:
            if word.lower() not in legal:
                yield from doubled(document.text, word)


def _every(text: str) -> tuple[str, ...]:
    """Return the words that stand twice; the loop is in C, as most pages have none."""
    words = text.split()
    return tuple(
        dict.fromkeys(
            one for one in compress(words, map(eq, words, words[1:])) if _WORDY.match(one)
        )
    )


def _is_slip(document: Document, pair: _Pair) -> bool:
    """Whether both words are running text of one paragraph, and no third one is beside them."""
    text, word = document.text, pair.word.lower()
    before = text[max(0, pair.whole.start - 12) : pair.whole.start]
    if word in _SOMETIMES and _NOT_TWICE.search(before):
        return False
    thrice = text[pair.whole.end : pair.whole.end + len(word) + 1].strip().lower() == word
    if thrice or before.lower().split()[-1:] == [word]:
        return False
    return is_prose(document, pair.first) and any(
        block.span.covers(pair.whole) for block in document.blocks
    )


def _violation(document: Document, pair: _Pair) -> Violation:
    gone = Span(pair.first.end, pair.second.end)
    if "\n" in document[gone] and document.text[gone.end : gone.end + 1] == " ":
        gone = Span(pair.second.start, gone.end + 1)
    fix = Fix.unsafe("Leave one of the two", Edit.deletion(gone))
    return Violation(pair.whole, f"The word “{pair.word}” stands twice", fix, Severity.WARNING)
