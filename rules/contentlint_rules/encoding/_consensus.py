"""Consensus: what is certain in a text vouches for what is not."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from contentlint import Span, pattern
from contentlint_rules.beyond import outside_ascii
from contentlint_rules.encoding._kinds import HOME, SELDOM, kinds
from contentlint_rules.encoding._likeness import cost
from contentlint_rules.encoding._lost import Hole, filled, holes
from contentlint_rules.encoding._readings import Reading, Run, beyond_ascii

CERTAIN = 11.0
"""Odds, in nats (e to the 11th is 60,000 to 1), above which a place needs no support."""
_BEYOND_DOUBT = 16.0
"""Odds below which a place is not certain where its first character is usual in the text."""
WHOLE = 0.9
"""Above this share of damaged characters, of those outside ASCII, a text is broken throughout."""
_ALL = 0.97
"""Above this share of characters explained, an encoding is not asked to share with others."""
_SUPPORTED = ((5, 4.0), (2, 5.5), (1, 6.5))
"""Odds asked of a place in a text with so many different places of certain damage elsewhere."""
_STRANGE = 9.0
"""The same for one that would read as a kind of character which no certain place attests."""
_IN_BROKEN_TEXT = -9.0
"""Odds that a place may have against it where all else in its text or line is broken."""
_FAR_BETTER = 8.0
"""By so much, in nats, one encoding must beat another to take a place away from it."""
_SAME_LETTERS = 2.5
"""What it adds to the odds that a place would read like the rest of the text, and now does not."""
_SAME_WORD = 4.0
"""What it adds that the word it would be stands elsewhere, twice at least."""
_BESIDE_GRAVES = frozenset("àâáãçèéêëìíîïñòóôõùúûüœæ")
"""Letters of the languages that have “à”: French, Italian, Portuguese, Catalan and others."""
_STRANGE_LETTERS = 0.03
"""A text in one of those may have this share of other letters."""
_LETTERS = pattern(r"\w+")
_WORD_BEFORE = pattern(r"\w{1,40}\Z")
_WORD_AFTER = pattern(r"\w{0,40}")
_LINE = pattern(r"[^\n]+")
_WORD = pattern(r"[^ \t\r\n]+")


def explaining(text: str, readings: list[Reading], share: float = _ALL) -> Reading | None:
    """Return the reading that explains a text without help from another; None if none does."""
    explained = {
        reading: _length(run for run in reading.runs if run.odds > 0) for reading in readings
    }
    best = max(readings, key=lambda reading: (explained[reading], reading.weight))
    return best if explained[best] >= share * outside_ascii(text) else None


def uncontested(readings: list[Reading]) -> list[Reading]:
    """Return the readings without the runs that another encoding explains far better."""
    best: dict[int, float] = {}
    for reading in readings:
        for run in reading.runs:
            for at in range(run.start, run.end):
                best[at] = max(run.odds, best.get(at, run.odds))

    def stands(run: Run) -> bool:
        return all(best[at] < run.odds + _FAR_BETTER for at in range(run.start, run.end))

    return [
        Reading(reading.codec, tuple(filter(stands, reading.runs)), reading.at_home)
        for reading in readings
    ]


def accepted(text: str, reading: Reading) -> Iterator[Run]:
    """Yield the runs that are damage after all that the text says, in order within each line."""
    sure = [run for run in reading.runs if run.odds > CERTAIN]
    if any(run.odds < _BEYOND_DOUBT for run in sure):
        usual = _usual(text, reading)
        sure = [run for run in sure if run.odds > _BEYOND_DOUBT or text[run.start] not in usual]
    if not sure and not _many_hints(text, reading):
        return _by_themselves(text, reading)
    seen = _seldom("".join({run.reads for run in sure or reading.runs}))
    likely = [
        run for run in reading.runs if run.odds > _STRANGE or run.odds > _least_odds(run, seen)
    ]
    if _explained(text, likely) < outside_ascii(text):
        lost = _filled(text, reading, likely)
        likely = sorted(chain(likely, lost), key=lambda run: run.start)
    if _explained(text, likely) > WHOLE * outside_ascii(text):
        return iter(likely)
    if not sure:
        return iter(())
    familiar = Familiar(text, reading.runs)
    return _by_line(text, [familiar.judged(run) for run in likely], _asked(text, sure))


def _usual(text: str, reading: Reading) -> set[str]:
    """Return the characters that places begin with and that the text uses otherwise too."""
    firsts = {text[run.start] for run in reading.runs}
    inside = Counter("".join(text[run.start : run.end] for run in reading.runs))
    return {first for first in firsts if text.count(first) - inside[first] > 2}


class Familiar:
    """What the intact part of a text is written with: letters, and words."""

    def __init__(self, text: str, runs: Iterable[Run]) -> None:
        self.text = text
        self._chars = beyond_ascii(text)
        for run in runs:
            self._chars.subtract(text[run.start : run.end])
        self._words = Counter(_LETTERS.findall(text))

    def judged(self, run: Run) -> Run:
        """Return a run with better odds when what it would read stands elsewhere in the text."""
        return run._replace(odds=run.odds + self._letters(run) + self._word(run))

    def _letters(self, run: Run) -> float:
        known = all(self._chars[char] > 0 for char in run.reads)
        return _SAME_LETTERS * (known and not self._stands(run))

    def _stands(self, run: Run) -> bool:
        source = self.text[run.start : run.end]
        return any(self._chars[char] > 0 for char in source if char > "\x7f")

    def _word(self, run: Run) -> float:
        before = _WORD_BEFORE.search(self.text[max(0, run.start - 40) : run.start])
        after = _WORD_AFTER.match(self.text, run.end, run.end + 40)
        edges = [found.group() if found else "" for found in (before, after)]
        words = _LETTERS.findall(run.reads.join(edges))
        return _SAME_WORD * (bool(words) and all(self._words[word] > 1 for word in words))


def _seldom(text: str) -> set[str]:
    return {SELDOM[kinds[char]] for char in text if kinds[char] in SELDOM}


def _least_odds(run: Run, seen: set[str]) -> float:
    """Return the odds that a run needs in a broken text: more when it would read as a stranger."""
    return _IN_BROKEN_TEXT if _seldom(run.reads) <= seen else _STRANGE


def _many_hints(text: str, reading: Reading) -> bool:
    hints = {text[run.start : run.end]: run.odds for run in reading.runs if run.odds > 0}
    return len(hints) >= 3 and sum(hints.values()) > 2 * CERTAIN


def _explained(text: str, runs: Iterable[Run]) -> int:
    return outside_ascii("".join([text[run.start : run.end] for run in runs]))


def _length(runs: Iterable[Run]) -> int:
    return sum([run.end - run.start for run in runs])


def _by_line(text: str, likely: list[Run], least: float) -> Iterator[Run]:
    """Yield the runs of the lines and the words that are broken throughout, and strong ones."""
    for line, runs in _parts(_LINE, text, Span(0, len(text)), likely):
        if _is_broken(text, line, runs):
            yield from runs
            continue
        for word, some in _parts(_WORD, text, line, runs):
            broken = _is_broken(text, word, some)
            yield from (run for run in some if broken or _supported(run, least))


def _asked(text: str, sure: list[Run]) -> float:
    different = len({text[run.start : run.end] for run in sure})
    return next(odds for count, odds in _SUPPORTED if different >= count)


def _supported(run: Run, least: float) -> bool:
    return run.odds > (least if run.traced else CERTAIN)


def _parts(
    pattern: re.Pattern[str], text: str, within: Span, runs: list[Run]
) -> Iterator[tuple[Span, list[Run]]]:
    """Yield the parts of a text that hold runs, with those."""
    at = 0
    for part in pattern.finditer(text, within.start, within.end):
        first = at
        while at < len(runs) and runs[at].start < part.end():
            at += 1
        if at > first:
            yield Span(*part.span()), runs[first:at]


def _is_broken(text: str, part: Span, runs: list[Run]) -> bool:
    sure = any(run.odds > CERTAIN and not run.filled for run in runs)
    return sure and _explained(text, runs) == outside_ascii(text[part.start : part.end])


# What was lost.


def _by_themselves(text: str, reading: Reading) -> Iterator[Run]:
    """Yield the places with a lost byte that can only be damage, whatever the text is like."""
    return (run for run in _filled(text, reading, []) if run.odds > CERTAIN and run.traced)


def _filled(text: str, reading: Reading, likely: list[Run]) -> Iterator[Run]:
    """Yield the places with a lost byte for which one character is the likeliest by far."""
    edges = _Edges(text, likely)
    found = [hole for hole in holes(text, reading.codec) if not edges.taken(hole)]
    letters = _attested(text, likely, found) if found else Counter[str]()
    attested = letters if likely else Counter[str]()
    known: dict[tuple[tuple[str, ...], tuple[str, str]], tuple[str, float]] = {}
    for hole in found:
        place = edges.beside(hole)
        key = hole.choices, place
        if key not in known:
            known[key] = filled(hole, place, attested, reading.at_home)
        reads, price = known[key]
        if reads == "à" and hole.trace == " " and not _has_graves(letters):
            continue
        if reads and (hole.trace == "\ufffd" or _plausible(reads, hole.trace, attested)):
            odds = cost(text[hole.start : hole.end], *place, reading.at_home) - price
            run = Run(hole.start, hole.end, reads, odds, True, bool(hole.trace))
            edges.add(run)
            yield run


def _attested(text: str, likely: list[Run], found: list[Hole]) -> Counter[str]:
    """Return which characters outside ASCII a text has, with all that is certain undone."""
    chars = beyond_ascii(text)
    for start, end in chain((place[:2] for place in likely), (place[:2] for place in found)):
        chars.subtract(text[start:end])
    chars.update(chain.from_iterable(run.reads for run in likely))
    return +chars


def _plausible(reads: str, trace: str, attested: Counter[str]) -> bool:
    """Return whether a text with no clear sign of a loss is likely to have had some characters."""
    sorts = {kinds[char] for char in attested} if trace else set()
    return all(
        attested[char] or (trace and (attested[char.swapcase()] or _of_same_sort(char, sorts)))
        for char in reads
        if char > "\x7f" and not (char == "\xa0" and trace == " ")
    )


def _has_graves(attested: Counter[str]) -> bool:
    """Return whether a text may be in a language with “à”, by its other letters."""
    letters = {char: count for char, count in attested.items() if kinds[char] in "lLvVW"}
    strange = sum(count for char, count in letters.items() if char.lower() not in _BESIDE_GRAVES)
    return strange <= _STRANGE_LETTERS * sum(letters.values())


def _of_same_sort(char: str, sorts: set[str]) -> bool:
    kind = kinds[char]
    script = HOME.get(kind)
    if script:
        return any(HOME.get(sort) == script for sort in sorts)
    return kind in "lL" or (kind in "vW" and not sorts.isdisjoint("vW"))


class _Edges:
    """What stands beside a place, as it reads once damage around it is undone."""

    def __init__(self, text: str, runs: list[Run]) -> None:
        self.text = text
        self._first = {run.start: run.reads[0] for run in runs}
        self._last = {run.end: run.reads[-1] for run in runs}
        self._starts, self._ends = list(self._first), list(self._last)

    def add(self, run: Run) -> None:
        self._first[run.start] = run.reads[0]
        self._last[run.end] = run.reads[-1]

    def taken(self, hole: Hole) -> bool:
        """Return whether one of the places that were known at first overlaps a hole."""
        at = bisect_right(self._ends, hole.start)
        return at < len(self._ends) and self._starts[at] < hole.end

    def beside(self, hole: Hole) -> tuple[str, str]:
        start, end = hole.start, hole.end
        return (
            self._last.get(start, self.text[max(0, start - 1) : start]),
            self._first.get(end, self.text[end : end + 1]),
        )
