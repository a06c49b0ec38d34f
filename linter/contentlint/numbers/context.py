"""What two sentences have in common, and where a sentence ends."""

import re

from contentlint.numbers.lexicon import MONTHS
from contentlint.numbers.tongue import tongue
from contentlint.numbers.wordset import words_in
from contentlint.span import Span

_REACH = 256
"""Code points, at least, to either side in which a sentence is looked for."""
_END = re.compile(r"\n|[.!?…][\"”’»)\]]{0,2}\s+(?=[\"“«(\[¿¡]{0,2}[A-ZÀ-ÞĀ-Ž\d])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|[Nn]o|[Cc]a|vs|approx|Dr|Mr|Mrs|St|bzw|z|Mio|Mrd|art|p|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b(?:[Ii]m|[Aa]m|[Dd](?:er|ie|en|em|as)|[Vv]om|[Zz]u[mr]|[Bb]is|[Uu]nd)\s\d{1,2})\.\Z"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_ROUND = 120
"""Code points round a sentence that may name what it is about."""
_LEAST = 3
"""Content words of a line, below which it says nothing by itself: a cell of a table."""
_COMMON = words_in(
    "that this with from have were been their they which would about after also more than "
    "when where into over there other some such only then most made between during while "
    "under them these those dans pour avec plus cette sont leur leurs nous vous elle mais "
    "comme tout tous entre depuis aussi para como desde entre esta este pero más sobre "
    "todo también hasta según fueron nicht auch sich eine einer einem einen wurde wurden "
    "werden haben nach über unter noch oder beim della delle degli nella sono anche come "
    "dalla alla stato stata questo questa pela pelo foram mais seus suas pelos entre "
    "ainda também year years million billion percent year's années jahre años anni anos"
)  # fmt: skip


def sentence(text: str, at: int) -> Span:
    """Return the sentence or line round a place; one that is very long is cut."""
    block = at // _REACH  # places near each other share what is read of them
    low, high = max(0, (block - 1) * _REACH), min(len(text), (block + 2) * _REACH)
    before = reversed(list(_END.finditer(text, low, at)))
    start = next((match.end() for match in before if _ends(text, match, low)), low)
    for match in _END.finditer(text, at, high):
        if _ends(text, match, start):
            return Span(start, match.end() if match[0] != "\n" else match.start())
    return Span(start, high)


def _ends(text: str, match: re.Match[str], low: int) -> bool:
    """Whether a sentence ends here: “Dr. Who” goes on."""
    at = match.start()
    return text[at] != "." or not _ABBREVIATED.search(text, max(low, at - 10), at + 1)


def stems(text: str, start: int = 0, end: int | None = None) -> set[str]:
    """Return the beginnings of the words that say what a text is about."""
    words = _WORD.findall(text, start, len(text) if end is None else end)
    lower = (word.lower() for word in words)
    return {word[:_STEM] for word in lower if word not in _COMMON and word not in MONTHS}


def is_short(text: str, place: Span) -> bool:
    """Whether a line has too few words to say what it is about: a cell of a table."""
    return len(stems(text, place.start, place.end)) < _LEAST


class Context:
    """The words of a claim, to be compared with those round a number of its source."""

    __slots__ = ("_stems", "language")

    def __init__(self, words: str) -> None:
        self._stems = stems(words)
        self.language = tongue(words)

    def count(self, text: str, place: Span) -> int:
        """Return how many of the claim's words stand in a sentence."""
        return len(self._stems & stems(text, place.start, place.end))

    def shared(self, text: str, place: Span) -> bool:
        """Whether a sentence may be about the claim: it shares a word, or is too short to tell.

        What “it” is stands in the sentence before, so that counts too.
        """
        if len(self._stems) < _LEAST or is_short(text, place):
            return True
        round_it = stems(text, max(0, place.start - _ROUND), min(len(text), place.end + _ROUND))
        return not round_it.isdisjoint(self._stems)
