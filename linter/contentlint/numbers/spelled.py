"""Numbers in words: “two hundred and five”, “quatre-vingt-dix”, “zwei Drittel”, “one in eight”."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from contentlint.numbers import beside, lexicon
from contentlint.numbers.raw import Raw, Word
from contentlint.numbers.wordset import words_in

_WORD = re.compile(r"[^\W\d_]{2,40}")
_GLUE = re.compile(r"[ \u00a0\u202f\n-]|[ \u00a0](?:and|et|y|e)[ \u00a0]|-et-")
_MOST_WORDS = 12
"""Words that one number has at most."""


def words_of(text: str, wanted: frozenset[str]) -> list[Word]:
    """Return those words of a text that are wanted, in lower case."""
    return [
        Word(word, *match.span())
        for match in _WORD.finditer(text)
        if (word := match[0].lower()) in wanted
    ]


def numbers(
    text: str, words: Iterable[Word], language: str, *, alone: bool = False
) -> Iterator[Raw]:
    """Yield the numbers that words make; words that are no numbers may be left out of them.

    ``alone`` leaves out what stands beside them: their digits are the same without.
    """
    past = 0
    for run in _runs(text, words, language):
        for raw in _of_run(text, run, language, alone):
            if raw.start >= past:
                past = raw.end
                yield raw


def _runs(text: str, words: Iterable[Word], language: str) -> Iterator[list[Word]]:
    """Group the number words that follow each other."""
    known, scaled = lexicon.numerals(language), lexicon.scales(language)
    run: list[Word] = []
    for word in words:
        if run and not _GLUE.fullmatch(text, run[-1].end, word.start):
            if word.text in {"and", "et", "y", "e"}:
                continue
            yield run
            run = []
        if word.text in known or word.text in lexicon.STARTS or (run and word.text in scaled):
            run.append(word)
    if run:
        yield run


def _of_run(text: str, run: list[Word], language: str, alone: bool) -> Iterator[Raw]:
    """Yield the numbers of words in a row: “one two” are two."""
    at = 0
    while at < len(run):
        total = _total([word.text for word in run[at : at + _MOST_WORDS]], language)
        first, last = run[at], run[at + total.words - 1]
        at += total.words
        raw = Raw(first.start, last.end, (total.value,), scaled=total.scaled)
        if total.value == 1 and not total.scaled:
            if _starts_share(text, last.end, language):
                yield raw
        elif last.text.endswith(lexicon.MULTIPLES.get(language, ("-",))):
            yield raw._replace(unit="x")
        else:
            raw = _halved(text, raw)
            if not alone:
                raw = beside.multiplied(text, beside.suffixed(text, raw, language))
            yield raw


_HALF = re.compile(r"\b(?:half[ -]an?|demi|medio|halbe|mezzo|meio)[ -]\Z", re.IGNORECASE)


def _halved(text: str, raw: Raw) -> Raw:
    """Take in the half of “half a million”."""
    half = _HALF.search(text[max(0, raw.start - 8) : raw.start])
    value = raw.values[0]
    if not half or not raw.scaled or not isinstance(value, Decimal):
        return raw
    return raw._replace(start=raw.start - len(half[0]), values=(value / 2,))


class _Total(NamedTuple):
    words: int
    value: Decimal
    scaled: bool


def _total(words: list[str], language: str) -> _Total:
    """Add up the words that make one number, as many from the first as do."""
    known, scaled = lexicon.numerals(language), lexicon.scales(language)
    total, group, used, least = Decimal(0), 0, 0, Decimal(10) ** 30
    for word in words:
        factor = scaled[word][0] if word in scaled and (used or word not in known) else None
        if word in {"vingt", "vingts"} and used and words[used - 1] == "quatre":
            group += 76
        elif factor == 100 and group < 10:
            group = 100 * max(group, 1)
        elif factor and factor > 100 and factor < least:
            total, group, least = total + max(group, 1) * factor, 0, factor
        elif factor is None and _adds(group, known.get(word, 0)):
            group += known[word]
        else:
            break
        used += 1
    value = total + group
    if not group and value:
        value = Decimal(int(value.scaleb(-least.adjusted()))).scaleb(least.adjusted())
    return _Total(max(used, 1), value, least < 10**30)


def _adds(group: int, number: int) -> bool:
    """Whether a smaller number may follow: twenty–five, hundred–twelve, soixante–douze."""
    if not number or (group and number >= 100):
        return False
    if group == 0:
        return True
    if 10 <= number < 20:
        return group % 100 in (0, 60, 80)
    if number < 10 and group % 100 == 10:
        return number >= 7  # dix-sept
    return group % (10 if number < 10 else 100) == 0


_IN_WORDS = r"\s(?:in(?: every)?|out of(?: every)?|sur|de cada|von|aus|su|ogni|em cada|em)\s"
IN = re.compile(_IN_WORDS, re.IGNORECASE)
IN_OF_NOUN = re.compile(rf"(?:\s[^\W\d_]{{2,20}})?{_IN_WORDS}", re.IGNORECASE)
"""“one ship in eight”"""


def _starts_share(text: str, end: int, language: str) -> bool:
    """Whether “one” begins “one third” or “one in five”."""
    words = beside.following(text, end)
    part = bool(words) and words[0].text.lower() in lexicon.parts(language)
    return part or bool(IN_OF_NOUN.match(text, end))


def ranks(words: Iterable[Word], language: str) -> Iterator[Raw]:
    """Yield “third” and its like."""
    known = lexicon.ordinals(language)
    for word in words:
        if word.text in known:
            yield Raw(word.start, word.end, (Decimal(known[word.text]),), "ordinal")


def parts(text: str, words: Iterable[Word], language: str) -> Iterator[Raw]:
    """Yield “two thirds”, “la moitié”, “jeder fünfte”."""
    known, ordinals = lexicon.parts(language), lexicon.ordinals(language)
    for word in words:
        if word.text in known:
            yield from _part(text, word, known[word.text], language)
        elif language == "de" and word.text in ordinals:
            yield from _every(text, word, ordinals[word.text])


_BEFORE = re.compile(r"([^\W\d_]{1,20}|\d{1,2})[ \u00a0-]\Z")
_ARTICLES = words_in("a an un une uno una um uma ein eine einen einem einer le la el il o one")
_OF = re.compile(
    r"\s(?:of|de|des|du|d['’]|der|del|della|dei|degli|delle|di|da|do|dos|das)\b|['’]"
    r"|\s?(?:[.,;:)]|\Z)"
)


def _part(text: str, word: Word, under: int, language: str) -> Iterator[Raw]:
    if under == 2 and _HALF.search(text[word.start : word.end + 3]):
        return  # “half a million”
    if under == 2:
        yield Raw(word.start, word.end, (Fraction(1, 2),), "fraction")
        return
    before = _BEFORE.search(text[max(0, word.start - 22) : word.start])
    if not before or not (word.text in lexicon.CERTAIN_PARTS or _OF.match(text, word.end)):
        return
    over = _numerator(before[1].lower(), lexicon.numerals(language))
    if 0 < over < under:
        start = word.start - len(before[0])
        yield Raw(start, word.end, (Fraction(over, under),), "fraction")


def _numerator(word: str, known: dict[str, int]) -> int:
    if word.isdecimal():
        return int(word)
    return 1 if word in _ARTICLES else known.get(word, 0)


_EVERY = re.compile(r"\bjede[rsmn]? \Z", re.IGNORECASE)


def _every(text: str, word: Word, under: int) -> Iterator[Raw]:
    before = _EVERY.search(text[max(0, word.start - 7) : word.start])
    if before and under > 1:
        start = word.start - len(before[0])
        yield Raw(start, word.end, (Fraction(1, under),), "fraction")
