"""Words as one compares them: without case, accents, signs, and the slips of a keyboard."""

import re
import unicodedata
from collections.abc import Sequence

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_JOINED = re.compile("['’‘ʼʹ`´\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_SPELLINGS = re.compile(
    "(?<=[aou])e|(?<=a)a|(?<=[a-z]{3}o)u(?=r)|(?<=l)l(?=e|i)|(?<=[a-z]{3}i)s(?=[aei])"
)
_SMALL = (
    "a an the of on in at to for from by with and or as is are be via using towards toward into"
    " le la les l un une des du de d et en au aux pour par sur dans avec"
    " der die das ein eine eines und von vom zu zur zum im mit fur auf den dem"
    " el los las una y del con para por il lo gli i e di da nel o os uma em no na van het een"
)
_FUNCTION = frozenset(_SMALL.split())
_PREFIXES = ("a", "an", "un", "in", "im", "non", "dis", "anti", "de", "re", "sub", "hypo", "hyper")


def words(text: str) -> list[str]:
    """Return the words of a text, folded: “L’Évaluation – β” is “levaluation”, “beta”."""
    text = _JOINED.sub("", unicodedata.normalize("NFKC", text)).casefold().translate(_LETTERS)
    if not text.isascii():
        text = "".join(map(_plain, unicodedata.normalize("NFD", text)))
    return _WORD.findall(text.replace("&", " and "))


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char)[0] == "M":
        return "" if unicodedata.combining(char) else char
    if "α" <= char <= "ω":
        return " " + unicodedata.name(char).rpartition(" ")[2].lower() + " "
    return char


def content(folded: Sequence[str]) -> list[str]:
    """Return the words that carry a meaning, without articles and prepositions."""
    return [word for word in folded if word not in _FUNCTION]


def is_content(word: str) -> bool:
    """Whether a folded word is more than an article or a preposition."""
    return word not in _FUNCTION


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin; a text without letters is."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return 2 * latin >= len(letters)


def is_spelling(one: str, other: str) -> bool:
    """Whether two folded words are one in two spellings: ü or ue, colour or color, -ise or -ize."""
    return one == other or _SPELLINGS.sub(_other, one) == _SPELLINGS.sub(_other, other)


def _other(match: re.Match[str]) -> str:
    return "z" if match[0] == "s" else ""


def alike(one: str, other: str) -> bool:
    """Whether two folded words are the same, spelt in two ways or with a slip in one of them.

    A slip is one letter in a word of four and more, two in one of nine and more. Digits have to
    be the same, and a prefix that turns a meaning round is no slip.
    """
    if is_spelling(one, other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 2 or not (one + other).isalpha():
        return False
    if long.endswith(short) and long.removesuffix(short) in _PREFIXES:
        return False
    return within(short, long, 2 if len(short) >= 9 else 1)


def within(one: str, other: str, most: int) -> bool:
    """Whether a few letters added, dropped, changed or swapped with the next make two words one."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    if not one or not other or not most:
        return len(one) + len(other) <= most
    swapped = one[:2] == other[1::-1] and len(one) > 1 and within(one[2:], other[2:], most - 1)
    return (
        swapped
        or within(one[1:], other[1:], most - 1)
        or within(one[1:], other, most - 1)
        or within(one, other[1:], most - 1)
    )


def initials(text: str) -> str:
    """Return the first letters of the words of a name; “AK” counts as two initials."""
    letters = []
    for raw in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)):
        folded = words(raw)
        if folded:
            compact = len(raw) <= 3 and raw.isupper()
            letters.append(folded[0] if compact else folded[0][0])
    return "".join(letters)
