"""Whether two names may be those of one journal or conference."""

import re
from collections.abc import Iterator, Sequence

from contentlint.citations._words import alike, content, is_latin, words

_GENERIC_WORDS = (
    "proceedings proc annual international conference conf symposium workshop advances lecture"
    " notes journal journals transactions trans ieee acm cvf"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_MEETING = re.compile(
    r"proceedings|conference|symposium|workshop|meeting|lecture notes|advances in", re.IGNORECASE
)
_PREPRINT = re.compile(
    r"xiv\b|preprint|ssrn|corr\b|research square|openreview|working paper", re.IGNORECASE
)
_ACRONYM = re.compile(
    r"\b(?!(?:ACM|IEEE|CVF|IFIP|AIP|SPIE)\b)[A-Z][A-Za-z]{0,20}[A-Z][A-Za-z]{0,20}\b"
)


def may_be_one(said: str, venues: Sequence[str]) -> bool:
    """Whether a journal or conference may be meant by a name, as far as names can tell."""
    if not said or not venues or _PREPRINT.search(said):
        return True
    return any(_may_be(said, venue) for venue in venues) or _is_untold(said, venues)


def _is_untold(said: str, venues: Sequence[str]) -> bool:
    """Whether an acronym stands beside a conference whose record does not tell its own."""
    short = len(words(said)) == 1 and _ACRONYM.search(said) is not None
    whole = " ".join(venues)
    return short and _MEETING.search(whole) is not None and not _ACRONYM.search(whole)


def _may_be(said: str, venue: str) -> bool:
    if is_latin(said) != is_latin(venue):
        return True
    one, other = words(said), words(venue)
    if "".join(one) in "".join(other) or "".join(other) in "".join(one):
        return True
    mine, theirs = _telling(one), _telling(other)
    if not mine or not theirs:
        return not one or not other
    short, long = sorted((mine, theirs), key=len)
    return _is_short(short, long) or _spells(one, other) or _spells(other, one)


def _telling(folded: Sequence[str]) -> list[str]:
    kept = [word for word in content(folded) if not word.isdigit()]
    return [word for word in kept if word not in _GENERIC] or kept


def _is_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether most words of one name are those of the other, or short for them: “Mach. Learn.”."""
    there = sum(any(_abbreviates(word, each) for each in long) for word in short)
    return 4 * there >= 3 * len(short) and (there > 1 or len(short) == 1 == len(long))


def _abbreviates(short: str, long: str) -> bool:
    if alike(short, long) or (len(short) > 1 and long.startswith(short)):
        return True
    letters = iter(long)
    return len(short) > 2 and short[0] == long[0] and all(letter in letters for letter in short)


def _spells(acronym: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one word is made of the beginnings of others: “neurips”, “emnlp”."""
    telling = _telling(acronym)
    return len(telling) == 1 and 1 < len(telling[0]) < 9 and _begins(telling[0], long)


def _begins(wanted: str, long: Sequence[str]) -> bool:
    """Whether letters can be taken from the beginnings of words in order, any word left out."""
    reached = {0}
    for word in long[:30]:
        reached |= {more for at in reached for more in _taken(wanted, at, word)}
    return len(wanted) in reached


def _taken(wanted: str, at: int, word: str) -> Iterator[int]:
    for size in range(1, min(len(word), len(wanted) - at) + 1):
        if not word.startswith(wanted[at : at + size]):
            return
        yield at + size
