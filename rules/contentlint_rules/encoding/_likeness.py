"""How much a few characters look like text: hand-made odds, in nats (natural logarithms).

What writing is like, said once: how rare a kind of character is, and how odd it is that one kind
stands right after another. The sum is a description length (Rissanen 1978): of two readings of
the same bytes the shorter one is the likelier. The numbers are rough frequencies in published
pages: 3 for what is on every page of a language (an accented vowel), 7 for a sign of its own
(a currency), 10 and more for what next to nobody writes.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise, product

SPACE, LOWER, UPPER, DIGIT, MARK = " aA0."
"""Of ASCII: white space, small and capital letters, digits, all else."""

_SIGNS = {
    "“‘": "q",
    "„‚": "Q",
    "«‹": "<",
    "»›": ">",
    "”": "p",
    "’": "'",
    "–—": "-",
    "…": "e",
    "•·": "b",
    "†‡": "+",
    "§¶": "§",
    "™®": "T",
    "©": "©",
    "ºª": "o",
    "°": "O",
    "¹²³": "2",
    "¼½¾": "½",
    "€£": "€",
    "¥¢¤ƒ": "¥",
    "√∂∑∏∫≈∞≠≤≥±∆◊": "x",
    "¬": "¬",
    "×÷": "×",
    "µ": "u",
    "´¨¸˜¯ˆˇ˘˙˝˛ΎΏ΅΄": "´",
    "\xa0\u202f\u2007\u2009": "_",
    "\xad\u200b": "y",
    "¿¡": "¿",
    "¦": "|",
    "\ufb01\ufb02⁄": "F",
    "‰": "%",
    "\ufeff": "?",
    "\ufe0f\u200d": "V",
    "\ufffd": "X",
    "№": "b",
}
_SIGN = {char: kind for chars, kind in _SIGNS.items() for char in chars}
del _SIGN["Ύ"], _SIGN["Ώ"]

_ROLES = {
    "l": 3.5,  # é: on every page that is not English
    "L": 5,
    "Â": 7,  # few words start with one, and next to none hold it
    "Ã": 7,
    "v": 5,  # ą ő ş: Latin Extended-A and Vietnamese
    "W": 6.5,
    "V": 8,  # what joins two emoji
    "r": 10,  # IPA, Latin Extended-B, modifier letters
    "c": 7.5,
    "C": 8,
    "d": 9.5,  # Cyrillic beyond Russian, Ukrainian and Belarusian
    "D": 10.5,
    "g": 6,
    "G": 6.5,
    "h": 7,  # hanzi and kanji of the first level of a national standard
    "H": 13,
    "k": 6,
    "n": 6,
    "N": 13,
    "f": 6,
    "s": 9,
    "w": 9,
    "t": 9,
    "i": 9,
    "z": 11,  # Armenian, Georgian, Syriac, N'Ko …: rare on the web
    "m": 12,
    "q": 5,
    "Q": 7,
    "<": 5,
    ">": 5,
    "p": 5,
    "'": 3.5,
    "-": 3.5,
    "e": 5,
    "b": 6,
    "+": 8.5,
    "§": 8,
    "T": 8,
    "©": 8,
    "o": 7,
    "O": 7,
    "2": 8,
    "½": 8.5,
    "€": 7,
    "¥": 9,
    "x": 8.5,
    "¬": 8.5,
    "×": 7.5,
    "u": 8,
    "´": 9,
    "_": 5,
    "y": 9,
    "¿": 7,
    "|": 10,
    "F": 11,
    "%": 9,
    "?": 14,
    "X": 12,
    "B": 9,
    "1": 15,  # a control character that no keyboard has
    "E": 6.5,
    "S": 8,
    "!": 30,  # not assigned: nobody can have meant it
}

_SCRIPTS = (
    (0x0370, 0x03FF, "g"),
    (0x0400, 0x052F, "c"),
    (0x0590, 0x05FF, "w"),
    (0x0600, 0x06FF, "s"),
    (0x0750, 0x077F, "s"),
    (0x0900, 0x0DFF, "i"),
    (0x0E00, 0x0EFF, "t"),
    (0x1100, 0x11FF, "N"),
    (0x1E00, 0x1E9F, "r"),
    (0x1EA0, 0x1EFF, "v"),
    (0x1F00, 0x1FFF, "g"),
    (0x2600, 0x27BF, "E"),
    (0x2100, 0x2BFF, "S"),
    (0x2E80, 0x2FDF, "H"),
    (0x3000, 0x303F, "f"),
    (0x3040, 0x30FF, "k"),
    (0xFE30, 0xFE4F, "f"),
    (0xFF00, 0xFF60, "f"),
    (0xFF61, 0xFFDC, "N"),
    (0xFFE0, 0xFFEF, "f"),
    (0x1F000, 0x1FAFF, "E"),
)
_COMMON_HANZI = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("shift_jis", 0x88, 0x97))
"""Lead bytes of level 1, the everyday characters, in the three standards."""
_EAST_SLAVIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў")


def _encodes(char: str, codec: str) -> bytes:
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b"\0"


def _hanzi(char: str) -> str:
    common = any(low <= _encodes(char, codec)[0] <= high for codec, low, high in _COMMON_HANZI)
    return "h" if common else "H"


def _ascii(char: str) -> str:
    if char.isspace() or not char:
        return SPACE
    if char.isalpha():
        return LOWER if char.islower() else UPPER
    return DIGIT if char.isdigit() else MARK


def _latin(char: str) -> str:
    code = ord(char)
    if char in "ÂÃ":
        return char
    if code < 0x100 or char in "œŒ":
        return "l" if char.islower() else "L"
    if code < 0x180 or char in "ơưșțƠƯȘȚ":
        return "v" if char.islower() else "W"
    return "r"


def _of_script(char: str, role: str) -> str:
    if role == "c":
        role = "c" if char.lower() in _EAST_SLAVIC else "d"
    if role in "cdg":
        return role.upper() if char.isupper() else role
    if role == "v":
        return "v" if char.islower() else "W"
    return role


def _letter(char: str) -> str:
    code = ord(char)
    if code < 0x250:
        return _latin(char)
    if 0x4E00 <= code <= 0x9FFF:
        return _hanzi(char)
    if 0xAC00 <= code <= 0xD7A3:
        return "n" if _encodes(char, "euc_kr") != b"\0" else "N"
    for low, high, role in _SCRIPTS:
        if low <= code <= high:
            return _of_script(char, role)
    return "r" if code < 0x370 or 0x1D00 <= code < 0x1E00 else "z"


def _kind(char: str) -> str:  # noqa: PLR0911 - a table of cases, in order
    if char in _SIGN:
        return _SIGN[char]
    if char < "\x80":
        return _ascii(char)
    if char <= "\x9f":
        return "1"
    if "\u2500" <= char <= "\u259f":
        return "B"
    category = unicodedata.category(char)
    if category == "Cn":
        return "!"
    if category in ("Co", "Cs"):
        return "?"
    if "\u0300" <= char <= "\u036f":
        return "m"
    return _letter(char)


class _Kinds(dict[str, str]):
    """The kind of every character, worked out when first asked for."""

    def __missing__(self, char: str) -> str:
        kind = self[char] = _kind(char)
        return kind


kinds = _Kinds()

_LATIN = "aAlLvWrÂÃ"
_CYRILLIC = "cCdD"
_GREEK = "gG"
ALPHABETIC = frozenset("lLvWrÂÃ" + _CYRILLIC + _GREEK)
"""Letters of alphabets in which few words have one letter."""
_LETTERS = _LATIN + _CYRILLIC + _GREEK + "swtizk"
_CJK = "hHkf"
_ACCENTED = "lLvWrÂÃ"
_SHOWN = "+bO§T©o2½€¥x×u´B%S|"
_EVERY = " aA0." + "".join(_ROLES)

_ODD: tuple[tuple[str, str, float], ...] = (
    # Two signs side by side that have nothing to do with each other.
    ("".join(set(_EVERY) - set(" aA0." + _LETTERS)),) * 2 + (4.0,),
    # A letter of one script inside a word of another.
    (_LETTERS, _LETTERS, 9.0),
    *((script, script, 0.0) for script in (_LATIN, _CYRILLIC, _GREEK)),
    # A capital after a small letter.
    ("alv", "LWÂÃ", 5.0),
    ("lv", "A", 5.0),
    ("cd", "CD", 5.0),
    ("g", "G", 5.0),
    ("ALWCDGÂÃ", "ALWCDGÂÃ", 1.0),
    # Accented letters side by side.
    ("lL", "lv", 2.0),
    ("v", "l", 2.0),
    ("ÂÃ", "lv", 4.5),
    # A script goes on: each letter is expected after the first.
    ("cd", "cd", -4.5),
    ("C", "cd", -4.5),
    ("g", "g", -3.0),
    ("G", "g", -3.0),
    *((script, script, -6.0) for script in "swti"),
    (_CJK, _CJK, -3.0),
    ("n", "n", -3.0),
    ("hHk", "nN", 4.0),
    ("nN", "hHk", 4.0),
    (_LATIN + _CYRILLIC + _GREEK, "nNhHk", 2.0),
    ("nNhHk", _LATIN + _CYRILLIC + _GREEK, 2.0),
    ("aA", "hkn", 2.5),
    ("hkn", "aA", 2.5),
    (_CYRILLIC + _GREEK, "nNhHk", 6.0),
    ("nNhHk", _CYRILLIC + _GREEK, 6.0),
    ("hHknN", "m", 8.0),
    # Greek in formulas: πr, Δt, 2π.
    ("aA", _GREEK, 4.0),
    (_GREEK, "aA", 4.0),
    # Signs that stand at the end of a word, and what must not follow them.
    (_LETTERS, "T", 1.0),
    ("T©", _LETTERS, 6.0),
    ("T©", "0", 3.0),
    (" ", "T", 3.0),
    (_LETTERS, "©", 6.0),
    (_GREEK, "T©", 2.0),  # Ω™: a unit, a brand
    ("0", "©T", 4.0),
    (_LETTERS, "oO2½", 3.0),
    ("aA", "o2", 2.0),
    ("oO2½", _LETTERS, 5.0),
    ("O", "A", 0.0),
    ("O", "aG", 3.0),
    (" .", "oO2", 3.0),
    (_LETTERS, "€¥", 6.0),
    ("€¥", _LETTERS, 4.0),
    ("A", "€¥", 4.0),
    (_LETTERS, "x", 3.0),
    ("aA", "x", 1.5),
    ("x", _LETTERS, 5.0),
    ("x", "aAgG", 1.5),
    ("¬", _LETTERS, 1.5),
    ("¬", _ACCENTED, 6.0),
    # Formulas: one sign calls for the next. √π, ±√, but not √©.
    ("x", "xgG", -5.0),
    ("G", "´", -2.0),  # Greek numerals
    ("0", "x×", 0.0),
    (_LETTERS, "×", 3.0),
    ("×", _LETTERS, 3.0),
    (_LETTERS, "+", 3.0),
    ("+", _LETTERS, 4.0),
    (_LETTERS, "§", 6.0),
    ("§", _LETTERS, 4.0),
    (_LETTERS, "b", 4.0),
    ("b", _LETTERS, 3.0),
    (_LETTERS, "´", 5.0),
    ("´", _LETTERS, 5.0),
    (" ", "´", 2.0),
    (_LETTERS + "0", "¿", 6.0),
    ("¿", " .", 4.0),
    (_LETTERS, "%u½|", 5.0),
    ("%½|", _LETTERS, 5.0),
    ("u", "aAG", 1.0),
    ("u", _ACCENTED, 5.0),
    ("0", _ACCENTED, 4.0),
    ("0", _CYRILLIC, 2.0),
    # Quotes and dashes know their side.
    (_LETTERS + "0", "q", 3.0),
    (_LETTERS + "0", "Q", 6.0),
    (_LETTERS + "0", "<", 3.0),
    ("qQ", " ", 3.0),
    ("Q", ".", 3.0),
    (" ", "p", 4.0),
    (" ", "'", 1.0),
    ("p", _LETTERS + "0", 4.0),
    (">", _LETTERS + "0", 3.0),
    ("e", _LETTERS, 1.5),
    ("qQ<p>'e-", "qQ<p>'e-_", 1.0),
    ("_", "<>-eqQp'€0", 0.0),
    ("<>-eqQp'€O%§", "_", 0.0),
    ("_", _LETTERS, 0.5),
    (_LETTERS, "_", 0.5),
    ("_", " ", 4.0),
    (" ", "_", 4.0),
    (_LETTERS, "y", 3.0),
    ("y", " .", 4.0),
    ("qQ<", _SHOWN, 0.0),
    (_SHOWN, ">p'", 0.0),
    # Lines are drawn with lines; a letter or a lone sign among them is not.
    ("B", "B", -6.0),
    ("B", _LETTERS, 7.0),
    (_LETTERS, "B", 7.0),
    ("B0", "B0", 4.0),
    ("B", "B", -6.0),
    ("0", "0", 0.0),
    ("B", "hHkn", 2.0),
    # Emoji stand anywhere; what joins them stands after one.
    ("ES", "ESV", -2.0),
    ("V", "ESV", -3.0),
    ("V", " .", 0.0),
    (" .aA0" + _LETTERS, "V", 8.0),
    ("f", "qQ<p>'e-ES", 0.0),
    ("qQ<p>'e-ES", "f", 0.0),
    # A combining accent needs a letter.
    (" .0", "m", 6.0),
    ("".join(set(_EVERY) - set(" aA0." + _LETTERS)), "m", 8.0),
)


def _table(rows: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    table = {left + right: 0.0 for left, right in product(_EVERY, _EVERY)}
    for lefts, rights, cost in rows:
        table.update((left + right, cost) for left, right in product(lefts, rights))
    return table


_AFTER = _table(_ODD)
_RARE = _ROLES | dict.fromkeys(" aA0.", 0.0)

HOME = {
    kind: script
    for script, members in (("c", "cCdD"), ("g", "gG"), ("h", "hk"), ("n", "n"))
    for kind in members
} | {kind: kind for kind in "swtiz"}
"""Which script a kind belongs to, for scripts that a page is written in or not at all."""

SELDOM = {
    kind: group
    for group, members in (("v", "vW"), ("c", "cCdD"), ("g", "gG"), ("h", "hHknNf"))
    for kind in members
} | {kind: kind for kind in "rswtizm1?!´yFX"}
"""Kinds that not every page has, in the groups in which one makes the others likely."""


@lru_cache(maxsize=64)
def _rarities(at_home: frozenset[str]) -> dict[str, float]:
    return {kind: cost * 0.4 if HOME.get(kind) in at_home else cost for kind, cost in _RARE.items()}


def cost(text: str, left: str, right: str, at_home: frozenset[str] = frozenset()) -> float:
    """Return how unlikely a text is between two neighbours ("" at an edge), in nats.

    ``at_home`` names the scripts (values of ``HOME``) that the page is known to be written in.
    """
    rare = _rarities(at_home)
    inner = [kinds[char] for char in text]
    row = [kinds[left[-1:]], *inner, kinds[right[:1]]]
    total = sum(map(rare.__getitem__, inner))
    return total + sum(_AFTER[a + b] for a, b in pairwise(row))
