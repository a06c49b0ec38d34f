"""What LaTeX makes of the words of an entry: accents, letters, signs; never its commands."""

import re
import unicodedata

from contentlint.patterns import pattern

_MARKS = (
    "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u0327\u030c\u030b\u0328\u030a\u0323\u0331"
)
_ACCENTS = dict(zip("`'^\"~=.ucvHkrdb", _MARKS, strict=True))
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "i",
    "j": "j",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquotesingle": "'",
    "textregistered": "",
    "texttrademark": "",
    "slash": "/",
    "ldots": "…",
    "dots": "…",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "varepsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "iota": "ι",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "upsilon": "υ",
    "phi": "φ",
    "varphi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Omega": "Ω",
    "Sigma": "Σ",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Lambda": "Λ",
    "Pi": "Π",
    "Theta": "Θ",
    "infty": "∞",
    "times": "×",
    "rightarrow": "→",
    "to": "→",
}
_ACCENT = pattern(r"\\([`'^\"~=.]|[ucvHkrdb](?=[\s{]))\s?\{?\\?([^\W\d_])\}?")
_COMMAND = pattern(r"\\([A-Za-z]{1,20})\*?\s?")
_LATEX = pattern(r"[\\{}$~]|--|``")
_SIGN = pattern(r"https?://[^\s{}]+|---?|``|''|~")
_SIGNS = {"~": " ", "---": "—", "--": "–", "``": "“", "''": "”"}
"""What stands for other signs; in an address they stand for themselves."""


def plain(text: str) -> str:
    """Return a text as LaTeX sets it, in one line; without any LaTeX it stays as it is."""
    if _LATEX.search(text):
        text = re.sub(r"\{\\([`'^\"~=.])\s?([A-Za-z])\}", r"\\\1\2", text)
        text = _ACCENT.sub(_accented, text)
        text = re.sub(r"\\([&%#_])", r"\1", re.sub(r"\\[ ,;:!/-]", " ", text))
        text = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), text)
        text = _SIGN.sub(lambda match: _SIGNS.get(match[0], match[0]), text)
        text = re.sub(r"[{}$]", "", text)
    return " ".join(text.split())


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[2] + _ACCENTS[match[1]])
