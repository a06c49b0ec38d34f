"""Latin, Greek and Cyrillic text in ASCII letters, as the crate that Zola uses spells it."""

import unicodedata


def _pairs(text: str) -> dict[str, str]:
    """Read ``жzh хkh``: a letter and how it is spelt."""
    return {pair[0]: pair[1:] for pair in text.split()}


_LETTERS = _pairs(
    "аa бb вv гg дd еe зz иi йi кk лl мm нn оo пp рr сs тt уu фf цts ъ ыy ь' эe жzh хkh чch шsh"
    " щshch юiu яia ёio їyi іi Єe єie ґg' ўu"
    " αa βb γg δd εe ζz ηe θth ιi κk λl μm νn Ξks ξx οo πp ρr σs ςs τt υu φph χkh ψps ωo"
    " ßss ẞSS æae œoe øo đd ðd þth łl ħh ıi ŧt ŋng"
)
_GREEK = frozenset("αεηιορυω")
_SIGNS = (
    _pairs("€EUR £PS ¥Y= ©(c) ®(r) ™tm °deg §SS ½1/2 ¼1/4 ¾3/4 ²2 ³3 ¹1 …... «<< »>> ×x")
    | dict.fromkeys("–—―‐‑‒‘’‚‛“”„‟†‡•·¿¡‹›′″→←↔↑↓−÷±¨´¸¯¬¦", "-")
    | dict.fromkeys("\xa0\u2002\u2003\u2008\u2009\u200a\u200b\u202f\u3000", "-")
    | dict.fromkeys("\u200c\u200d\xad\ufeff", "")
    | dict.fromkeys(map(chr, range(0x300, 0x370)), "")
)


def latin(text: str) -> str | None:
    """Return a text in ASCII; None when it has a character that is not known here."""
    spelt = [one if one.isascii() else _spelt(one) for one in text]
    return None if None in spelt else "".join(one or "" for one in spelt)


def _spelt(character: str) -> str | None:
    known = _SIGNS.get(character, _LETTERS.get(character))
    if known is None and unicodedata.is_normalized("NFC", character):
        lower = character.lower()
        base = unicodedata.normalize("NFD", lower)[0]
        accented = base in _GREEK or (base.isascii() and base.isalpha())
        known = _LETTERS.get(lower, _LETTERS.get(base, base) if accented else None)
    return known
