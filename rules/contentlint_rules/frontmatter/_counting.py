"""What counts as a word: each program has its own idea, and so has each script."""

import unicodedata
from typing import NamedTuple

from contentlint import pattern


class Count(NamedTuple):
    """What a reader has to read: words parted by spaces, and characters of Chinese and the like."""

    words: int
    characters: int

    @property
    def total(self) -> int:
        """Both together, a character being a word."""
        return self.words + self.characters


# The scripts that reading-time 1.5.0 counts by the character, and the signs and blanks it skips.
CJK = pattern(
    "[\u3040-\u309f\u4e00-\u9fff\uac00-\ud7a3][!-/:-@\\[-`{-~\u3000-\u303f\uff00-\uffef \n\r\t]*+"
)
_BLANKS = pattern(r"[ \n\r\t]+")


def count(text: str) -> Count:
    """Count as reading-time does: words between spaces, tabs and line breaks.

    A Han, Hiragana or Hangul character is a word of its own.
    """
    characters = 0
    if not text.isascii():
        text, characters = CJK.subn(" ", text)
    if "\f" in text or "\v" in text:
        return Count(sum(map(bool, _BLANKS.split(text))), characters)
    return Count(len(text.encode("utf-8", "replace").split()), characters)


# Scripts that put no blanks between words.
_IDEOGRAPHS = (
    "\u3006\u3007\u3041-\u3096\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNPARTED = (
    "\u0e01-\u0e46\u0e81-\u0ec6\u0edc-\u0edf\u1000-\u103f\u104c-\u108f\u109a-\u109f\u1780-\u17d7\u1950-\u19cf"
    "\u1a20-\u1a5e\uaa60-\uaadf"
)
_KATAKANA = (
    "\u3031-\u3035\u309b\u309c\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357"
    "\uff66-\uff9f"
)
_FRACTIONS = (
    "\xb2\xb3\xb9\xbc-\xbe\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
    "\u3192-\u3195\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
)
_ALONE = f"{_IDEOGRAPHS}{_UNPARTED}{_FRACTIONS}"
_LETTER = rf"[^\W\d_{_ALONE}{_KATAKANA}]"
_JOINED = (
    rf"(?<={_LETTER})[:.'\xb7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\uff07\uff0e\uff1a](?={_LETTER})"
    rf"|(?<=\d)[.,;'\u037e\u0589\u066c\u2018\u2019\u2024\u2044\uff07\uff0c\uff0e\uff1b](?=\d)"
    r'|(?<=[\u05d0-\u05ea])(?:"(?=[\u05d0-\u05ea])|\'(?!\d))'
)
_RUN = rf"(?:[^\W{_ALONE}{_KATAKANA}]|{_JOINED})+|[_{_KATAKANA}]+"
_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Categories of characters that belong to the one before them (Unicode's annex 29, rule 4)."""


_WORD = pattern(_RUN)
_SINGLE = pattern(f"[{_ALONE}]")
_SPLIT_OTHERWISE = pattern(f"[{_IDEOGRAPHS}{_UNPARTED}{_KATAKANA}]")
_HANGUL = pattern("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb]+")


def _bare(text: str) -> str:
    """Return text without the marks that belong to the characters before them."""
    if text.isascii():
        return text
    marks = {one for one in set(text) if unicodedata.category(one) in _MARKS} - {"\u200b"}
    return text.translate(dict.fromkeys(map(ord, marks))) if marks else text


def unicode_words(text: str) -> int:
    """Count words as Unicode's annex 29 parts them, those without a letter or a digit left out.

    An ideograph is a word, and so is a letter of Thai.
    """
    text = _bare(text)
    runs = _WORD.findall(text)
    return sum(1 for run in runs if run.strip("_")) + len(_SINGLE.findall(text))


def icu_words(text: str) -> tuple[int, bool]:
    """Count words as browsers do (Intl.Segmenter), and say whether that is sure.

    For Chinese, Japanese, Thai and others they look in a dictionary, which is not done here:
    four characters are taken for three words.
    """
    text, unsure, korean = _bare(text), 0, 0
    if not text.isascii():
        text, unsure = _SPLIT_OTHERWISE.subn(" ", text)
        text, korean = _HANGUL.subn(" ", text)
    runs = _WORD.findall(text)
    return sum(1 for run in runs if run != "_") + korean + unsure * 3 // 4, not unsure


# lodash takes the words of programmers apart, too: camelCase has two.
_LOWER, _UPPER = "a-z\xdf-\xf6\xf8-\xff", "A-Z\xc0-\xd6\xd8-\xde"
_BREAK = "\x00-/:-@\\[-`{-\xbf\xd7\xf7\u2000-\u206f\u1680\u180e\u3000\ufeff"
_ASTRAL = "\ud800-\udfff\U00010000-\U0010ffff"
_OTHER = f"[^{_ASTRAL}{_BREAK}0-9\u2700-\u27bf{_LOWER}{_UPPER}]"
_MODIFIED = "\ufe0e\ufe0f"
_TAIL = f"[{_MODIFIED}]?(?:[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]|[\U0001f3fb-\U0001f3ff])?"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_LODASH = pattern(
    rf"[{_UPPER}]?[{_LOWER}]+(?:['\u2019](?:d|ll|m|re|s|t|ve))?(?=[{_BREAK}]|[{_UPPER}]|\Z)"
    rf"|(?:[{_UPPER}]|{_OTHER})+(?:['\u2019](?:D|LL|M|RE|S|T|VE))?"
    rf"(?=[{_BREAK}]|[{_UPPER}](?:[{_LOWER}]|{_OTHER})|\Z)"
    rf"|[{_UPPER}]?(?:[{_LOWER}]|{_OTHER})+(?:['\u2019](?:d|ll|m|re|s|t|ve))?"
    rf"|[{_UPPER}]+(?:['\u2019](?:D|LL|M|RE|S|T|VE))?"
    r"|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\b|[a-z_])"
    r"|[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\b|[A-Z_])"
    r"|[0-9]+"
    rf"|(?:[\u2700-\u27bf]|{_FLAG}|[\U00010000-\U0010ffff]){_TAIL}"
    rf"(?:\u200d(?:[^{_ASTRAL}]|{_FLAG}|[\U00010000-\U0010ffff]){_TAIL})*"
)
_SPLIT_BY_LODASH = pattern(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]")
_PLAIN = pattern(r"[A-Za-z0-9]+")


def lodash_words(text: str) -> int:
    """Count words as lodash does."""
    words = _LODASH if _SPLIT_BY_LODASH.search(text) else _PLAIN
    return len(words.findall(text))
