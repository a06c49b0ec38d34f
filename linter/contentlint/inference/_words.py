"""Words that look like one another."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_LIKENESS = 0.8
"""From 0 to 1, as difflib measures it; the rule that reads schemas asks for as much."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like another; nothing where none is."""
    by_lower = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=_LIKENESS)
    return by_lower[found[0]] if found else ""


def is_one_slip(word: str, meant: str) -> bool:
    """Whether one letter is too many, missing, wrong or in the place of the next.

    Capitals and what parts words do not count.
    """
    one, other = (re.sub(r"[-_ ]", "", each).lower() for each in (word, meant))
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    rest = one[start : len(one) - end], other[start : len(other) - end]
    swapped = len(rest[0]) == 2 and rest[0] == rest[1][::-1]
    return swapped or max(map(len, rest)) <= 1


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
