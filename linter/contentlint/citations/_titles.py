"""Whether two titles are the same title, in spite of all that happens to titles on their way."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import product

from contentlint.citations._words import alike, content, is_content, is_latin, is_spelling, words

_MOST = 60
"""Words of a title that are looked at."""
_CUT = re.compile(r"\s?[:;.?!–—|(]\s?|\s-+\s")
_OPEN = re.compile(r"(?:…|\.\s?\.\s?\.)\W{0,3}$")


class Likeness(IntEnum):
    """How alike two titles are."""

    NOTHING = 0
    """They have no word with a meaning in common."""
    OTHER = 1
    """They have hardly a word in common."""
    PARTLY = 2
    """They have words in common."""
    NEAR = 3
    """They are the same but for a few words with a meaning."""
    NEARLY = 4
    """They are the same but for an article, a preposition or a plural."""
    SAME = 5
    """They are the same, or one is short for the other."""


def likeness(said: str, titles: Sequence[str]) -> Likeness:
    """Return how alike a title is to the one of some titles that is most like it."""
    return max((_likeness(said, title) for title in titles), default=Likeness.SAME)


def _likeness(said: str, title: str) -> Likeness:
    if is_latin(said) != is_latin(title):
        return Likeness.SAME
    if _is_cut(said, title):
        return Likeness.SAME
    whole = _compared(words(said), words(title))
    shorter = [_compared(words(said), words(part)) for part in _beginnings(title)]
    shorter += [_compared(words(part), words(title)) for part in _beginnings(said)]
    return max([whole, *(each for each in shorter if each >= Likeness.NEARLY)])


def _compared(one: list[str], other: list[str]) -> Likeness:
    one, other = one[:_MOST], other[:_MOST]
    if not one or not other:
        return Likeness.NOTHING
    if _is_same(one, other):
        return Likeness.SAME
    changed = _changes(one, other)
    if not any(map(is_content, changed)):
        return Likeness.NEARLY
    return _by_share(one, other, len(changed))


def _by_share(one: list[str], other: list[str], changed: int) -> Likeness:
    mine, theirs = content(one), content(other)
    shared = sum(any(alike(word, each) for each in theirs) for word in set(mine))
    least = min(len(set(mine)), len(set(theirs)))
    if changed <= max(2, 0.35 * len(one)) and 3 * shared >= 2 * least:
        return Likeness.NEAR
    if 5 * shared >= 2 * least and shared > 1:
        return Likeness.PARTLY
    return Likeness.OTHER if shared else Likeness.NOTHING


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same, however they are put together, and slips are forgiven."""
    start, end = _ends(one, other)
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    if "".join(mine) == "".join(theirs):
        return True
    if len(mine) != len(theirs) or not all(map(_is_slip, mine, theirs)):
        return False
    slips = sum(not is_spelling(*pair) for pair in zip(mine, theirs, strict=True))
    return slips <= max(1, len(one) // 5)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are alike, and one is not the plural of the other."""
    short, long = sorted((one, other), key=len)
    return long not in (f"{short}s", f"{short}es") and alike(one, other)


def _ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how many words are the same at the start and at the end."""
    least = min(len(one), len(other))
    start = next((at for at in range(least) if one[at] != other[at]), least)
    left = range(least - start)
    end = next((at for at in left if one[-1 - at] != other[-1 - at]), least - start)
    return start, end


def _is_cut(said: str, title: str) -> bool:
    """Whether one title is the other without its subtitle, or without what stands before it."""
    if _OPEN.search(said):
        kept = words(said)
        return len(kept) > 3 and _is_same(kept, words(title)[: len(kept)])
    wholes = ((said, title), (title, said))
    return any(
        _is_same(words(part), words(short)) for short, long in wholes for part in _cuts(long)
    )


def _cuts(title: str) -> Iterator[str]:
    yield from _beginnings(title)
    for match in list(_CUT.finditer(title))[:6]:
        if len(words(title[match.end() :])) > 1:
            yield title[match.end() :]


def _beginnings(title: str) -> Iterator[str]:
    for match in list(_CUT.finditer(title))[:6]:
        yield title[: match.start()]


def _changes(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the words that have to go and those that have to come, so that one is the other."""
    start, end = _ends(one, other)
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    lengths = _common(mine, theirs)
    changed, at, to = [], 0, 0
    while at < len(mine) and to < len(theirs):
        if alike(mine[at], theirs[to]):
            at, to = at + 1, to + 1
        elif lengths[at + 1][to] >= lengths[at][to + 1]:
            changed.append(mine[at])
            at += 1
        else:
            changed.append(theirs[to])
            to += 1
    return [*changed, *mine[at:], *theirs[to:]]


def _common(mine: Sequence[str], theirs: Sequence[str]) -> list[list[int]]:
    """Return, for each pair of places, how many words can be kept from there on."""
    table = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for at, to in product(reversed(range(len(mine))), reversed(range(len(theirs)))):
        kept = table[at + 1][to + 1] + 1 if alike(mine[at], theirs[to]) else 0
        table[at][to] = max(kept, table[at + 1][to], table[at][to + 1])
    return table


def stands_in(title: str, text: str) -> bool:
    """Whether a running text has a title, whole or without its subtitle, slips forgiven."""
    flat = words(text)
    parts = [title, *(part for part in _beginnings(title) if len(content(words(part))) > 2)]
    return any(_has(words(part)[:_MOST], flat) for part in parts)


def _has(wanted: Sequence[str], flat: Sequence[str]) -> bool:
    if not wanted or "".join(wanted) in "".join(flat):
        return bool(wanted)
    last = len(flat) - len(wanted) + 1
    return any(_is_same(wanted, flat[at : at + len(wanted)]) for at in range(last))
