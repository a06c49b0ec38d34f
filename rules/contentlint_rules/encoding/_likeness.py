"""How much a few characters look like text: hand-made odds, in nats (natural logarithms).

What writing is like, said once: how rare a kind of character is, and how odd it is that one kind
stands right after another. The sum is a description length (Rissanen 1978): of two readings of
the same bytes the shorter one is the likelier. The numbers are rough frequencies in published
pages: 3 for what is on every page of a language (an accented vowel), 7 for a sign of its own
(a currency), 10 and more for what next to nobody writes.
"""

from functools import cache
from itertools import pairwise, product

from contentlint_rules.encoding._kinds import HOME, kinds

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
    "~": 8.5,
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
    *((script, script, -6.0) for script in "swtiz"),
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
    ("oO½", _LETTERS, 5.0),
    ("2", _LETTERS, 8.5),
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
    ("lL", "´", 2.0),
    ("´", _LETTERS, 5.0),
    ("G", "´", 0.0),  # a numeral
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
    ("p", _LETTERS + "0", 6.5),
    ("ÂÃ", "qQ", 6.0),
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
    # What é, à and ô become most often.
    ("ÂÃ", "-e+§©2½€¥×u_", 3.0),
    ("ÂÃ", "p", 0.0),
    ("ÂÃ", "T", 4.5),
    ("alv", "ÂÃ", 7.0),
    # A combining accent needs a letter.
    (" .0", "m", 6.0),
    ("".join(set(_EVERY) - set(" aA0." + _LETTERS)), "m", 8.0),
)


@cache
def _after() -> dict[str, float]:
    table = {left + right: 0.0 for left, right in product(_EVERY, _EVERY)}
    for lefts, rights, cost in _ODD:
        table.update((left + right, cost) for left, right in product(lefts, rights))
    return table


_RARE = _ROLES | dict.fromkeys(" aA0.", 0.0)
_UNSEEN = dict.fromkeys("vWcCdDgGhn", 2.0) | dict.fromkeys("lL", 1.0)
"""What a letter costs more when none of the texts has it."""


class _Rarity(dict[str, float]):
    """How rare a character is, worked out when first asked for."""

    def __missing__(self, char: str) -> float:
        kind = kinds[char]
        deviation = model()[0].get(char, _UNSEEN.get(kind, 0.0)) if char > "\x7f" else 0.0
        value = self[char] = _RARE[kind] + deviation
        return value


class _Oddity(dict[tuple[str, str], float]):
    """How odd it is that a character follows another, worked out when first asked for."""

    def __missing__(self, pair: tuple[str, str]) -> float:
        left, right = pair
        value = self[pair] = _after()[kinds[left] + kinds[right]] + model()[1].get(
            (left.lower() if left.isascii() else left or " ") + (right or " "), 0.0
        )
        return value


@cache
def model() -> tuple[dict[str, float], dict[str, float]]:
    """Return by how many nats letters, and pairs of letters, are less expected than their kinds.

    Trained by ``benchmarks/encoding/train.py``, which also says how the file is laid out.
    """
    from importlib.resources import files

    data = files(__package__).joinpath("likeness.bin").read_bytes()
    text, _, values = data.partition(b"\n\n")
    letters, *groups = text.decode().split("\n")
    pairs = [group[0] + second for group in groups for second in group[1:]]
    deviations = [(value - 128) / 8 for value in values]
    return dict(zip(letters, deviations, strict=False)), dict(
        zip(pairs, deviations[len(letters) :], strict=True)
    )


_rarity = _Rarity()
_oddity = _Oddity()


def cost(text: str, left: str, right: str, at_home: frozenset[str] = frozenset()) -> float:
    """Return how unlikely a text is between two neighbours ("" at an edge), in nats.

    ``at_home`` names the scripts (values of ``HOME``) that the page is known to be written in.
    """
    row = [left[-1:], *text, right[:1]]
    total = sum(map(_oddity.__getitem__, pairwise(row))) + sum(map(_rarity.__getitem__, text))
    if at_home:
        total -= 0.6 * sum(_RARE[kinds[char]] for char in text if HOME.get(kinds[char]) in at_home)
    return total
