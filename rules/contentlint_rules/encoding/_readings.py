"""What an encoding makes of a text: runs of characters that would read otherwise, and the odds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from contentlint_rules.beyond import beyond
from contentlint_rules.encoding._codecs import Codec
from contentlint_rules.encoding._kinds import HOME, kinds
from contentlint_rules.encoding._likeness import ALPHABETIC, cost
from contentlint_rules.encoding._multibyte import Wide

_SAMPLE = 32
"""A longer run, in characters, is judged by its beginning: nothing so long is UTF-8 by chance."""
_TWICE = 2.0
"""Odds against having been broken once more than it shows."""
_HINT = 5.0
"""Odds up to which a place says nothing about the encoding: sound text has many such places."""
_NO_WORD = 5.0
_WORDS = frozenset("àáèéêëìíîòóôúöåæøаивкосуяіїєйαηοώ")
"""Words of one letter, outside ASCII, in the languages of Europe."""
_GLUED = 2.5
"""Odds for each Latin letter that touches hanzi or hangul."""
_STRANGER = 8.0
"""Odds against one letter of a script that has no other on the page."""
_EASTERN = 4.0
"""The same for one of the scripts of East Asia, in which a letter may be a word."""
_IN_CAPITALS = 9.0
"""Odds against a small letter after two capitals."""


class Run(NamedTuple):
    """A candidate: a run of whole broken characters, and how much speaks for it."""

    start: int
    end: int
    reads: str
    odds: float
    filled: bool = False
    """Whether a byte of it was lost."""
    traced: bool = True
    """Whether something stands there for that byte."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A text as one encoding would explain it."""

    codec: Codec | Wide
    runs: tuple[Run, ...]
    at_home: frozenset[str] = frozenset()
    """The scripts that the text is written in."""
    weight: float = field(init=False)
    """What speaks for it, all in all."""

    def __post_init__(self) -> None:
        weight = sum(run.odds - _HINT for run in self.runs if run.odds > _HINT)
        object.__setattr__(self, "weight", weight)


def readings(text: str, codecs: list[Codec | Wide]) -> list[Reading]:
    """Return what each encoding makes of the text, the likeliest first."""
    at_home = _at_home(text, codecs)
    found = [Reading(codec, tuple(_runs(text, codec, at_home)), at_home) for codec in codecs]
    return sorted(found, key=lambda reading: -reading.weight)


def beyond_ascii(text: str) -> Counter[str]:
    """Return how often each character outside ASCII stands in a text."""
    counts = Counter(beyond(text))
    return Counter({char: counts[char] for char in counts if char > "\x7f"})


def _at_home(text: str, codecs: list[Codec | Wide]) -> frozenset[str]:
    """Return the scripts that the text uses outside of anything that could be damage."""
    total = _by_script(text)
    inside: Counter[str] = Counter()
    for codec in codecs if total else ():
        inside |= _by_script("".join(codec.runs.findall(beyond(text))))
    return frozenset(
        script for script, count in total.items() if count - inside[script] > max(3, count // 2)
    )


def _by_script(text: str) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for char, count in beyond_ascii(text).items():
        if script := HOME.get(kinds[char]):
            scripts[script] += count
    return scripts


def _runs(text: str, codec: Codec | Wide, at_home: frozenset[str]) -> Iterator[Run]:
    known: dict[tuple[str, str, str], float] = {}
    for found in codec.runs.finditer(text):
        at = found.start()
        for piece in codec.pieces(found.group()):
            start, end = at + piece.start, at + piece.end
            reads, share = piece.reads, 1.0
            if end - start > _SAMPLE and isinstance(codec, Codec):
                reads = reads[: _SAMPLE // 4]
                end = start + len(reads.encode())
                share = len(reads) / len(piece.reads)
            key = text[start - 1 : start], text[start:end], text[end : end + 1]
            odds = known.get(key)
            if odds is None:
                odds = known[key] = _odds(codec, reads, key, at_home)
            if key[0].isupper() and reads[0].islower() and text[start - 2 : start].isupper():
                odds -= _IN_CAPITALS * (start > 1)
            yield Run(start, at + piece.end, piece.reads, odds / share)


def _odds(
    codec: Codec | Wide, reads: str, place: tuple[str, str, str], at_home: frozenset[str]
) -> float:
    left, source, right = place
    if len(source) < 5 and is_row(left + source + right):
        return -_STRANGER
    odds = cost(source, left, right, at_home) - cost_of_reading(codec, reads, left, right, at_home)
    odds -= _lone(reads, left, right)
    if isinstance(codec, Wide):
        odds += _GLUED * sum(map(_eastern_beside_latin, source[0] + source[-1], (left, right)))
    return odds


def _eastern_beside_latin(eastern: str, latin: str) -> bool:
    return kinds[eastern] in "hHnN" and kinds[latin] in "aAlLvW"


def cost_of_reading(
    codec: Codec | Wide, reads: str, left: str, right: str, at_home: frozenset[str]
) -> float:
    """Return how unlikely it is that a place reads so, in nats; broken once more, it may not be."""
    deeper = codec.mend_once(reads)
    once = cost(reads, left, right, at_home)
    if deeper is None:
        return once
    return min(once, cost(deeper, left, right, at_home) + _TWICE)


def _lone(reads: str, left: str, right: str) -> float:
    """Return the odds against a letter that stands alone and is no word of a language."""
    if len(reads) > 1 or (kind := kinds[reads]) == " ":
        return 0.0
    if kind in ALPHABETIC:
        alone = not left.isalnum() and not right.isalnum()
        return _NO_WORD if alone and reads not in _WORDS else 0.0
    script = HOME.get(kind)
    if script is None or script in map(_script, (left, right)):
        return 0.0
    return _EASTERN if script in "hn" else _STRANGER


def _script(char: str) -> str | None:
    return HOME.get(kinds[char])


def is_row(text: str) -> bool:
    """Return whether each character is the next in Unicode: such a text is a list of letters."""
    if len(text) < 3 or ord(text[1]) - ord(text[0]) != 1:
        return False
    return all(ord(two) - ord(one) == 1 for one, two in pairwise(text))
