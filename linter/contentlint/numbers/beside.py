"""The scale, unit and sign that stand beside a number."""

import re
from decimal import Decimal

from contentlint.numbers import lexicon, units
from contentlint.numbers.quantity import Value
from contentlint.numbers.raw import Raw, Word
from contentlint.numbers.wordset import words_in

_NEXT = re.compile(
    r"[ \t\u00a0\u202f\u2009]{0,2}[-‑]?"
    r"(US\$|R\$|[万萬亿億]|[^\W\d_]{1,30}[²³]?(?:['’](?=[^\W\d_]))?|[%€$£¥₹₽₩₺₴₪×٪％]|°[CF]?)"
)
_MOST_WORDS = 5
_SHORT = words_in("mio mrd tsd md mds bn mn sq")


def following(text: str, at: int) -> list[Word]:
    """Return the next few words and signs as written: case tells “5 M” from “5 m”."""
    words: list[Word] = []
    while len(words) < _MOST_WORDS and (match := _NEXT.match(text, at)):
        at = match.end()
        words.append(Word(match[1].rstrip("'’"), match.start(1), at))
        if text[at : at + 1] == "." and match[1].lower() in _SHORT:
            at += 1
    return words


def suffixed(text: str, raw: Raw, language: str) -> Raw:
    """Take in the words for a scale and a unit behind a number: “3 mil millones de euros”."""
    words = following(text, raw.end)
    for _ in range(2):
        factors = _factors(text, raw, words, language)
        if not factors:
            break
        raw = raw._replace(end=words[0].end, values=_grown(raw.values, factors), scaled=True)
        words = words[1:]
    return _measured(raw, words)


def _measured(raw: Raw, words: list[Word]) -> Raw:
    fill = 0
    while (
        fill < min(2, len(words) - 1) and raw.scaled and words[fill].text.lower() in units.FILLERS
    ):
        fill += 1
    unit, end = _unit(words[fill:])
    if not unit or (fill and unit != "x" and unit not in units.MONEY):
        return raw
    if unit == "GBP" and words[fill].text == "pound" and raw.values[0] != 1:
        unit = "lb"  # a “23-pound projectile”: of money there would be pounds
    return raw._replace(unit=unit, end=end)


_SECOND = words_in("million millions millones millionen milioni milhões billion billions")
"""Scale words that may follow another: “mil millones”."""


def _factors(text: str, raw: Raw, words: list[Word], language: str) -> tuple[Decimal, ...]:
    if not words:
        return ()
    word = words[0].text
    if word in units.SIZES and _may_be_size(text, raw, words):
        return (Decimal(10) ** units.SIZES[word],)
    if raw.scaled and word.lower() not in _SECOND:
        return ()
    return lexicon.scales(language).get(word.lower(), ())


def _grown(values: tuple[Value, ...], factors: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Multiply and keep where the last digit stands: 1.7 · 10⁶ is known to 10⁵."""
    plain = [value for value in values if isinstance(value, Decimal)]
    return tuple(value.scaleb(factor.adjusted()) for value in plain for factor in factors)


def _may_be_size(text: str, raw: Raw, words: list[Word]) -> bool:
    """Whether a letter is a scale: “66K”, “$5m”, “3 M€”; “5 m” is a length."""
    if len(words) > 1 and words[1].text in units.SIGNS and words[0].end == words[1].start:
        return True
    touches = raw.end == words[0].start
    return touches and (words[0].text not in "mbGT" or sign_before(text, raw.start) != "")


def _unit(words: list[Word]) -> tuple[str, int]:
    for size in (3, 2, 1):
        if len(words) >= size:
            phrase = " ".join(word.text for word in words[:size])
            unit = phrase if phrase in units.CODES else units.UNITS.get(phrase.lower(), "")
            if unit and _fits(phrase, unit):
                return unit, words[size - 1].end
    return "", 0


def _fits(phrase: str, unit: str) -> bool:
    """Whether a word that is a unit is one here: “5 M” is no metre, “3 to 5” no terabytes."""
    if phrase.lower() in {"to", "go", "mo", "ko", "or"}:
        return phrase[0].isupper() and unit in {"TB", "GB", "MB", "KB"}
    if unit in {"W", "Hz"} or phrase == "M":
        return phrase == unit
    if len(phrase) == 1 and phrase.isupper() and phrase not in "LX":
        return False  # 5G
    return phrase.lower() != "time"


_SIGN = re.compile(
    r"(US\$|R\$|CA?\$|AU?\$|HK\$|NZ\$|S\$|[$€£¥₹₽₩₺₴₪]|(?<![A-Za-z])(?:[A-Z]{3}|Rs\.?|Fr\.?))"
    r"[ \u00a0\u202f]?\Z"
)


def sign_before(text: str, at: int) -> str:
    """Return the sign or code of a currency that stands before a number, or ""."""
    match = _SIGN.search(text[max(0, at - 5) : at])
    sign = match[1].rstrip(".") if match else ""
    return sign if sign in units.SIGNS or sign in units.CODES else ""


def paid(text: str, raw: Raw) -> Raw:
    """Take in the sign of a currency before a number."""
    sign = sign_before(text, raw.start)
    if not sign:
        return raw
    unit = units.SIGNS.get(sign, sign)
    if raw.unit in units.MONEY and unit == "USD":
        unit = raw.unit
    return raw._replace(start=text.rindex(sign, 0, raw.start), unit=unit)


_FACTOR = re.compile(
    r"(?:factor(?: of)?|facteur(?: de)?|faktor(?: von)?|fattore(?: di)?|fator(?: de)?"
    r"|divisée?s? par|multipliée?s? par|dividid[oa]s? (?:por|entre)|multiplicad[oa]s? por"
    r"|divis[oaie] per|moltiplicat[oaie] per) (?:près de |plus de |über |over )?\Z",
    re.IGNORECASE,
)
_FACHE = re.compile(r"[-‑]?fach(?:en?)?(?!\w)", re.IGNORECASE)


def multiplied(text: str, raw: Raw) -> Raw:
    """Tell a multiple by what stands round it: “divisé par 280”, “das 280-fache”."""
    if raw.unit:
        return raw
    if _FACTOR.search(text[max(0, raw.start - 34) : raw.start]):
        return raw._replace(unit="x")
    fache = _FACHE.match(text, raw.end)
    return raw._replace(unit="x", end=fache.end()) if fache else raw
