"""The words of a source, laid out so that a run of them is found however it is set.

Blanks, punctuation, quotation marks, dashes, hyphens, case and the width of letters do not count;
words, their order and the decimals of numbers do.
"""

import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from contentlint.language import leanings, of_tag, of_text, unaccented
from contentlint.patterns import pattern

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_INSIDE = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
"""What may stand in a word and is no letter: soft hyphens, accents, characters without width."""
_WORD = pattern(
    r"(?P<mark>\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\])|"
    rf"[{_SPACELESS}]|\d+(?:[.,]\d+)+|[^\W{_SPACELESS}][^\W{_SPACELESS}{_INSIDE}]*"
    rf"(?:[{_INSIDE}]+[^\W{_SPACELESS}{_INSIDE}]*)*|[%€$£¥]"
)
"""A word, or the mark of a footnote, which is none."""
_GROUPED = pattern(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_DROPPED = dict.fromkeys([0x20, 0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF, 0x2BC])
_TRIES = 32
"""Places that are looked at, at most, where a run of letters stands but its words do not."""
QUOTE = 300
"""Code points of a source's sentence that are kept as evidence."""


class Run(NamedTuple):
    """Words of a source that stand in a row: the numbers of the first, and of the one behind."""

    start: int
    end: int


def folded(word: str) -> str:
    """Return a word without what makes no difference.

    Case, width, ligatures, soft hyphens, and the marks between thousands.
    """
    if word[0].isdigit():
        word = _GROUPED.sub("", word)
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).translate(_DROPPED).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; in scripts without blanks, its signs."""
    return tuple(folded(text[start:end]) for start, end in _places(text))


def _places(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _WORD.finditer(text) if match.lastgroup is None)


class Wording:
    """A text, to be searched for runs of words many times. It is read when first searched.

    ``language`` is what the text says of itself, as a tag such as “fr”. Its words know better:
    many a page says “en” only because its template does.
    """

    def __init__(self, text: str, language: str = "") -> None:
        self.text = text
        self._stated = language

    @cached_property
    def _laid_out(self) -> tuple[Sequence[str], Sequence[int], Sequence[int]]:
        """Its words, where they start and where they end; each different word is kept once."""
        words, starts, ends, known = list[str](), array("I"), array("I"), dict[str, str]()
        for start, end in _places(self.text):
            word = folded(self.text[start:end])
            words.append(known.setdefault(word, word))
            starts.append(start)
            ends.append(end)
        return words, starts, ends

    @property
    def words(self) -> Sequence[str]:
        """Its words, folded."""
        return self._laid_out[0]

    def _place(self, run: Run) -> tuple[int, int]:
        _, starts, ends = self._laid_out
        return starts[run.start], ends[max(run.start, run.end - 1)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each of its words once."""
        return frozenset(self.words)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The same without accents."""
        return frozenset(map(unaccented, self.vocabulary))

    @cached_property
    def language(self) -> str:
        """The name of the language that it is in; empty where that is not certain."""
        return of_text(self.text).name or of_tag(self._stated).name

    @cached_property
    def _spaced(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def _compact(self) -> str:
        return "".join(self.words)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each word starts in the compact text, and where that ends."""
        return array("I", accumulate(map(len, self.words), initial=0))

    def find(self, words: Sequence[str], start: int = 0, most: int | None = None) -> Run | None:
        """Return the first run that reads like some words, from a word of the text on.

        It starts at most ``most`` words further on. Words that are joined or parted differently
        (“well known”, “wellknown”, “evi- dence”) are the same.
        """
        end = len(self.words) if most is None else min(start + most, len(self.words))
        first = self._spelt_alike(words, start, end)
        return first or next(self._joined_alike("".join(words), start, end), None)

    def _spelt_alike(self, words: Sequence[str], start: int, end: int) -> Run | None:
        offset = self._starts[start] + start
        last = self._starts[end] + end + sum(map(len, words)) + len(words) + 1
        at = self._spaced.find(f" {' '.join(words)} ", offset, last)
        if at < 0:
            return None
        number = bisect_left(range(end + 1), at, start, key=lambda one: self._starts[one] + one)
        return Run(number, number + len(words))

    def _joined_alike(self, letters: str, start: int, end: int) -> Iterator[Run]:
        at = self._starts[start] - 1
        last = self._starts[end] + len(letters)
        for _ in range(_TRIES):
            at = self._compact.find(letters, at + 1, last)
            if at < 0 or not letters:
                return
            first = bisect_left(self._starts, at)
            behind = bisect_left(self._starts, at + len(letters))
            if self._starts[first] == at and self._starts[behind] == at + len(letters):
                yield Run(first, behind)

    def likest(self, words: Sequence[str], most: int = 3) -> list[Run]:
        """Return where most of some words stand close together, the best places first."""
        wide = len(words) + len(words) // 3 + 2
        need = Counter(words)
        best: list[tuple[int, int]] = []
        for shared, first in self._crowds(need, wide):
            if best and first - best[-1][1] < wide:
                best[-1] = max(best[-1], (shared, first))
            else:
                best.append((shared, first))
        best = sorted((one for one in best if one[0] * 2 >= len(words)), reverse=True)[:most]
        return [Run(max(0, at - wide // 4), min(len(self.words), at + wide)) for _, at in best]

    def _crowds(self, need: Counter[str], wide: int) -> Iterator[tuple[int, int]]:
        """Give, for each place of a needed word, how many stand from there on, and the place."""
        places = [at for at, word in enumerate(self.words) if word in need]
        seen: Counter[str] = Counter()
        shared = behind = 0
        for first in places:
            while behind < len(places) and places[behind] < first + wide:
                word = self.words[places[behind]]
                seen[word] += 1
                shared += seen[word] <= need[word]
                behind += 1
            yield shared, first
            word = self.words[first]
            shared -= seen[word] <= need[word]
            seen[word] -= 1

    def between(self, first: Run, last: Run) -> str:
        """Return what stands in the text from the end of one run to the start of another."""
        return self.text[self._place(first)[1] : self._place(last)[0]]

    def written(self, run: Run) -> str:
        """Return what stands in the text, from the first to the last word, on one line."""
        start, end = self._place(run)
        return shortened(" ".join(self.text[start:end].split()))

    def sentence(self, run: Run) -> str:
        """Return the sentence in which a run starts, on one line, cut to QUOTE."""
        return sentence_at(self.text, self._place(run)[0])


def shortened(text: str) -> str:
    """Return a text, cut between words to QUOTE code points."""
    if len(text) <= QUOTE:
        return text
    kept = text[: QUOTE - 1]
    return (kept.rpartition(" ")[0] or kept[:-1]).rstrip() + " …"


_END = pattern(r"[.!?…][\"'”’»)\]]{0,3}\s|[。！？]|\n")


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence that holds an offset, on one line, cut to QUOTE code points.

    A sentence that starts long before is cut at its start.
    """
    least = max(0, offset - QUOTE // 2)
    ends = [match.end() for match in _END.finditer(text, least, offset)]
    start = ends[-1] if ends else least
    cut = "… " if not ends and least else ""
    behind = _END.search(text, offset, offset + QUOTE)
    end = behind.end() if behind else offset + QUOTE
    return shortened(cut + " ".join(text[start:end].split()))


def may_be_of(words: str, source: Wording) -> bool:
    """Whether some words are in the language of a source, as far as so few can tell.

    What was translated is not to be looked for word by word, so this needs signs that they are.
    """
    lean = leanings(words)
    told = source.language in lean
    own = lean.pop(source.language, 0)
    other = max(lean.values())
    if told and (own < other or (own >= 2 and own > 1.4 * other)):
        return own > other
    known = [word in source.vocabulary for word in words_of(words)]
    return sum(known) >= (0.3 if own > other else 0.4) * len(known)
