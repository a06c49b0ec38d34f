"""What kind of character a character is: some ninety kinds, which behave alike in texts."""

import unicodedata
from functools import cache

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
    "‐‑‒―": "~",
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
    (0x2460, 0x24FF, "|"),
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
_HALF = bytes(range(0xA1, 0xFF))
_LOW = bytes(range(0x40, 0x7F))
_STANDARDS = (
    ("gb2312", 0xB0, 0xD7, _HALF),
    ("big5", 0xA4, 0xC6, _LOW + _HALF),
    ("shift_jis", 0x88, 0x97, _LOW + bytes(range(0x80, 0xFD))),
    ("euc_kr", 0xB0, 0xC8, _HALF),
)
"""First bytes of the everyday characters in the standards of East Asia, and second bytes."""


@cache
def everyday() -> str:
    """Return the hanzi, kanji and hangul that the standards of East Asia put first."""
    return "".join(sorted(set().union(*(_first_level(*standard) for standard in _STANDARDS))))


def _first_level(codec: str, low: int, high: int, tails: bytes) -> set[str]:
    pairs = (bytes([lead, tail]) for lead in range(low, high + 1) for tail in tails)
    return {char for char in b" ".join(pairs).decode(codec, "ignore") if char >= "\u2e80"}


@cache
def _everyday() -> frozenset[str]:
    return frozenset(everyday())


_EAST_SLAVIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў")


def _hanzi(char: str) -> str:
    return "h" if char in _everyday() else "H"


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
    if (code < 0x180 and char != "ſ") or char in "ơưșțƠƯȘȚ":
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
        return "n" if char in _everyday() else "N"
    for low, high, role in _SCRIPTS:
        if low <= code <= high:
            return _of_script(char, role)
    return "r" if code < 0x370 else "z"


def _kind(char: str) -> str:  # noqa: PLR0911 - a table of cases, in order
    if char in _SIGN:
        return _SIGN[char]
    if char < "\x80":
        return _ascii(char)
    if char <= "\x9f":
        return "1"
    if "\u2800" <= char <= "\u28ff":
        return "z"
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
