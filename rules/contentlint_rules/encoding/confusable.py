"""Letters of another alphabet that look like those of the word they stand in."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.beyond import glued_after, glued_before, once_beyond
from contentlint_rules.characters import gathered, named, readable

_TO_LATIN = dict(
    zip(
        "асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
        "aceopxyijshdqwABESIJKMHOPCTXYABEZHIKMNOPTYXov",
        strict=True,
    )
)
"""From Unicode's data for security mechanisms (UTS 39, confusables.txt, version 16): letters of
Cyrillic and Greek that look like one of ASCII, without those of Greek that formulas use."""
_TO_CYRILLIC = {_TO_LATIN[char]: char for char in "асеорхуіАВЕІКМНОРСТХУ"}
_OTHER = pattern(r"[\u0370-\u052f]")
_MIXED = pattern(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_LETTER = r"[A-Za-z\u00c0-\u024f\u0370-\u052f]"
_WORD = pattern(
    rf"(?<![^\W\d_]){_LETTER}{{0,40}}(?:[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z])"
    rf"{_LETTER}{{0,40}}(?![^\W\d_])"
)
_LATIN = pattern(r"[A-Za-z\u00c0-\u024f]")
_ABOUT = pattern(r"homoglyph|confusable|punycode|\bIDN\b|look-?alike|гомоглиф", re.IGNORECASE)
_SHORTEST = 4


class Confusable(Rule):
    """A word is written in one alphabet.

    The Latin “a” and the Cyrillic “а” look the same and are two characters. A word with one of the
    other alphabet, left by a keyboard that was not switched back or by a text made to fool
    filters, cannot be found, is spelt out by screen readers and shown in two fonts.

    The fix is safe: it is made where one or two letters stand in a word of another alphabet, and
    all of them have a twin there. Endings that a Russian text gives to Latin names, formulas, code
    and addresses are left alone.
    """

    name: ClassVar = "confusable"
    family: ClassVar = "encoding"
    severity: ClassVar = Severity.WARNING
    repairs: ClassVar = True
    changes: ClassVar = Part.TEXT | Part.EMPHASIS | Part.LINKS | Part.METADATA
    examples: ClassVar = (
        Example(
            bad="The ⟦l\u0430nguage⟧ of the page.\n",
            good="The language of the page.\n",
            why="The second letter is Cyrillic.",
        ),
        Example(bad="Большая ⟦c\u043aорость⟧.\n", good="Большая скорость.\n", why="A Latin “c”."),
        Example(good="Разработка на Pythonе и в GITе.\n", why="Russian endings of Latin names."),
        Example(good="A resistance of 5 kΩ, a Δtime and the μBlock.\n", why="Units and formulas."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each word, or one for a page with many."""
        text = document.text
        if not (_may_mix(text) and _MIXED.search(text)):
            return
        if _ABOUT.search(text):
            return
        found = (word for word in _WORD.finditer(text) if _meant(word.group()) is not None)
        yield from gathered(
            document,
            readable(document, found),
            lambda span: _said(text[span.start : span.end]),
            lambda spans: Fix.safe(
                "Write the word in one alphabet",
                *(edit for span in spans for edit in _edits(text, span)),
            ),
        )


def _may_mix(text: str) -> bool:
    """Whether a letter of ASCII stands next to what may be one of Cyrillic or Greek."""
    if text.isascii() or not _OTHER.search(once_beyond(text)):
        return False
    return glued_before(text) or glued_after(text)


def _meant(word: str) -> str | None:
    """Return a word in the alphabet of most of its letters; None where that takes a guess."""
    latin = len(_LATIN.findall(word))
    twins = _TO_LATIN if latin > len(word) - latin else _TO_CYRILLIC
    strangers = [char for char in word if (_LATIN.match(char) is None) == (twins is _TO_LATIN)]
    few = 3 * len(strangers) <= len(word) and len(strangers) <= 2 and len(word) >= _SHORTEST
    if not few or not all(char in twins for char in strangers) or _is_ending(word, twins):
        return None
    return "".join(twins[char] if char in strangers else char for char in word)


def _is_ending(word: str, twins: dict[str, str]) -> bool:
    """Return whether a name in Latin letters has a Cyrillic or Greek ending, as “Pythonе”."""
    return twins is _TO_LATIN and _LATIN.match(word[-1]) is None


def _said(word: str) -> str:
    meant = _meant(word) or word
    char = next(one for one, other in zip(word, meant, strict=True) if one != other)
    return f"“{word}” mixes two alphabets: {named(char)} only looks like a letter of this word"


def _edits(text: str, span: Span) -> Iterator[Edit]:
    word = text[span.start : span.end]
    for at, (one, other) in enumerate(zip(word, _meant(word) or word, strict=True), span.start):
        if one != other:
            yield Edit.replacement(Span(at, at + 1), other)
