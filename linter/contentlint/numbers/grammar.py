"""The numbers of a text: digits and words, with the unit beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from contentlint.numbers import lexicon, names, units
from contentlint.numbers.dates import dates
from contentlint.numbers.digits import RUN, pieces, readings
from contentlint.numbers.quantity import Quantity, Value
from contentlint.numbers.tongue import tongue
from contentlint.span import Span


class _Raw(NamedTuple):
    """A number before its neighbours are known: ``end`` is that of the unit, ``digits`` its own."""

    start: int
    end: int
    values: tuple[Value, ...]
    unit: str = ""
    scaled: bool = False
    digits: str = ""
    bound: int = 0


def quantities(text: str, language: str = "") -> tuple[Quantity, ...]:
    """Return what a sentence counts: what its source should hold, in the order of the text.

    Numbers that are part of a name, a version, an address, code or a time of day are left out.
    ``language`` is “en”, “fr”, “es”, “de”, “it” or “pt”; without one the words of the text tell.
    """
    found = read(text, language or tongue(text))
    masked = names.masks(text)
    return tuple(
        names.weighed(quantity, text)
        for quantity in found
        if not masked.meets(quantity.span) and not names.is_name(quantity, text)
    )


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Return all numbers of a text in its order, those in names too."""
    dated = list(dates(text))
    taken = names.Places(quantity.span for quantity in dated)
    raws = sorted(_raws(text, language, taken))
    raws = [raw for raw in raws if raw.end > raw.start]
    counted = (
        _quantity(raw, text) for raw in _parted(_ranged(raws, text, language), text, language)
    )
    return tuple(sorted([*dated, *counted], key=lambda quantity: quantity.span))


def _raws(text: str, language: str, taken: "names.Places") -> Iterator[_Raw]:
    seen = [*taken.spans]
    for raw in _written_in_digits(text, language):
        if not taken.meets(Span(raw.start, raw.end)):
            seen.append(Span(raw.start, raw.end))
            yield raw
    busy = names.Places(seen)
    for raw in _written_in_words(text, language):
        if not busy.meets(Span(raw.start, raw.end)):
            yield raw


# digits

_TIME = re.compile(r"\d{1,2}(?::[0-5]\d){1,2}(?!\d)|\d{1,2}\s?h\s?[0-5]\d(?!\d)")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|ers?|res?|ères?|ème|e|es|º|ª|°|\.º|\.ª|o|a)(?![\w%])(?!\s?[CF]\b)"
)
_GERMAN_ORDINAL = re.compile(r"\.\s(?=Jahrhundert|[A-ZÄÖÜ][a-zäöü]+tag\b|Platz|Auflage|Stelle)")
_DECADE = re.compile(r"(?:['’]?s|er|er-Jahren?)\b")
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
_SLASHED = re.compile(r"([1-9])/([2-9]|10)(?![\d/])")


def _written_in_digits(text: str, language: str) -> Iterator[_Raw]:
    past = 0
    for match in RUN.finditer(text):
        start, end = match.span()
        if start < past:
            continue
        for raw in _of_run(text, match[0], start, end, language):
            past = max(past, raw.end)
            yield raw
    for sign, (over, under) in VULGAR.items():
        if sign in text:
            for at in re.finditer(sign, text):
                yield _Raw(at.start(), at.end(), (Fraction(over, under),), "fraction")


def _of_run(text: str, run: str, start: int, end: int, language: str) -> Iterator[_Raw]:
    time = _TIME.match(text, start)
    slashed = _SLASHED.match(text, start)
    values = readings(run)
    if time:
        yield _Raw(start, time.end(), (), "time")
    elif slashed and int(slashed[1]) < int(slashed[2]) and text[start - 1 : start] != "/":
        yield _Raw(start, slashed.end(), (Fraction(int(slashed[1]), int(slashed[2])),), "fraction")
    elif values:
        yield _with_neighbours(text, _Raw(start, end, values, digits=run), language)
    elif len(run) <= 400:
        at = start
        for piece in pieces(run):
            at = text.index(piece, at)
            yield _Raw(at, at + len(piece), readings(piece), "part", digits=piece)
            at += len(piece)


def _with_neighbours(text: str, raw: _Raw, language: str) -> _Raw:
    decade = _DECADE.match(text, raw.end)
    if decade and raw.digits.isdecimal() and len(raw.digits) in (2, 4) and raw.digits[-1] == "0":
        return raw._replace(end=decade.end(), unit="decade")
    ordinal = _ORDINAL.match(text, raw.end) or _GERMAN_ORDINAL.match(text, raw.end)
    if ordinal and raw.digits.isdecimal() and len(raw.digits) < 4:
        return raw._replace(end=raw.end + len(ordinal[0].rstrip()), unit="ordinal")
    return _multiplied(text, _paid(text, _suffixed(text, raw, language)))


# what stands behind

_NEXT = re.compile(
    r"[ \t\u00a0\u202f\u2009]{0,2}[-‑]?(US\$|R\$|[^\W\d_]{1,30}[²³]?(?:['’](?=[^\W\d_]))?|[%€$£¥₹₽₩₺₴₪×٪]|°[CF]?)"
)
_MOST_WORDS = 5


def _following(text: str, at: int) -> list[tuple[str, int]]:
    """Return the next few words and signs as written, each with its end."""
    words: list[tuple[str, int]] = []
    while len(words) < _MOST_WORDS and (match := _NEXT.match(text, at)):
        at = match.end()
        words.append((match[1].rstrip("'’"), at))
        if text[at : at + 1] == "." and match[1].lower() in _SHORT:
            at += 1
    return words


_SHORT = frozenset(["mio", "mrd", "tsd", "md", "mds", "bn", "mn"])


def _suffixed(text: str, raw: _Raw, language: str) -> _Raw:
    """Take in the words for a scale and a unit behind a number."""
    words = _following(text, raw.end)
    raw, words = _scaled(text, raw, words, language)
    here = 0
    while here < min(2, len(words) - 1) and raw.scaled and words[here][0].lower() in units.FILLERS:
        here += 1
    unit, end = _unit(words[here:], raw)
    if unit and unit != "x" and here and unit not in units.MONEY:
        return raw
    return raw._replace(unit=unit, end=end) if unit else raw


def _scaled(
    text: str, raw: _Raw, words: list[tuple[str, int]], language: str
) -> tuple[_Raw, list[tuple[str, int]]]:
    known = lexicon.scales(language)
    for _ in range(2):
        if not words:
            break
        word, end = words[0]
        if word in units.SIZES and _may_be_size(text, raw, words):
            factors: tuple[Decimal, ...] = (Decimal(10) ** units.SIZES[word],)
        elif word.lower() in known and not (raw.scaled and word.lower() not in _SECOND):
            factors = known[word.lower()]
        else:
            break
        values = tuple(v * f for v in raw.values for f in factors if isinstance(v, Decimal))
        raw = raw._replace(end=end, values=_exact(raw.values, factors) or values, scaled=True)
        words = words[1:]
    return raw, words


_SECOND = frozenset(["million", "millions", "millones", "millionen", "milioni", "milhões", "billion", "billions"])


def _exact(values: tuple[Value, ...], factors: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Multiply and keep where the last digit stands: 1.7 · 10⁶ is known to 10⁵."""
    return tuple(
        value.scaleb(factor.adjusted())
        for value in values
        for factor in factors
        if isinstance(value, Decimal)
    )


def _may_be_size(text: str, raw: _Raw, words: list[tuple[str, int]]) -> bool:
    """Whether a letter is a scale: “66K”, “$5m”, “3 M€”; “5 m” is a length."""
    letter, end = words[0]
    if len(words) > 1 and words[1][0] in units.SIGNS and end + 1 == words[1][1]:
        return True
    touches = raw.end + len(letter) == end
    return touches and (letter not in "mbGT" or _sign_before(text, raw.start) != "")


def _unit(words: list[tuple[str, int]], raw: _Raw) -> tuple[str, int]:
    for size in (3, 2, 1):
        if len(words) >= size:
            phrase = " ".join(word for word, _ in words[:size])
            unit = phrase if phrase in units.CODES else units.UNITS.get(phrase.lower())
            if unit and _fits(phrase, unit, words, raw):
                return unit, words[size - 1][1]
    return "", raw.end


_LETTERS = frozenset(["x", "m", "g", "t", "l", "h", "s", "w", "go", "mo", "to", "an", "ton", "real", "won", "sou", "fois", "or", "ora", "ore", "try"])


def _fits(phrase: str, unit: str, words: list[tuple[str, int]], raw: _Raw) -> bool:
    """Whether a word that is a unit is one here: “5 M” is no metre, “3 to 5” no terabytes."""
    if phrase in {"to", "To", "go", "Go", "mo", "Mo", "s", "or"}:
        return phrase[0].isupper() and unit in {"TB", "GB", "MB"}
    if unit in {"W", "Hz"} or (unit == "m" and phrase == "M"):
        return phrase == unit
    return not (unit == "x" and phrase.lower() == "time")


# what stands before

_SIGN = re.compile(
    r"(US\$|R\$|CA?\$|AU?\$|HK\$|NZ\$|S\$|[$€£¥₹₽₩₺₴₪]|(?<![A-Za-z])(?:[A-Z]{3}|Rs\.?|Fr\.?))[ \u00a0\u202f]?\Z"
)
_PERCENT = re.compile(r"%\s?\Z")


def _sign_before(text: str, at: int) -> str:
    match = _SIGN.search(text[max(0, at - 5) : at])
    sign = match[1].rstrip(".") if match else ""
    return sign if sign in units.SIGNS or sign in units.CODES else ""


def _paid(text: str, raw: _Raw) -> _Raw:
    sign = _sign_before(text, raw.start)
    if not sign:
        return raw
    unit = units.SIGNS.get(sign, sign)
    if raw.unit in units.MONEY and unit == "USD":
        unit = raw.unit
    start = text.rindex(sign, 0, raw.start)
    return raw._replace(start=start, unit=unit)


_FACTOR = re.compile(
    r"(?:factor(?: of)?|facteur(?: de)?|faktor(?: von)?|fattore(?: di)?|fator(?: de)?"
    r"|divisée?s? par|multipliée?s? par|dividid[oa]s? (?:por|entre)|multiplicad[oa]s? por"
    r"|divis[oaie] per|moltiplicat[oaie] per) (?:près de |plus de |über |over )?\Z",
    re.IGNORECASE,
)
_FACHE = re.compile(r"[-‑]?fach", re.IGNORECASE)


def _multiplied(text: str, raw: _Raw) -> _Raw:
    if raw.unit:
        return raw
    if _FACTOR.search(text[max(0, raw.start - 34) : raw.start]):
        return raw._replace(unit="x")
    fache = _FACHE.match(text, raw.end)
    return raw._replace(unit="x", end=fache.end()) if fache else raw


# words

_WORD = re.compile(r"[^\W\d_]{2,40}")
_GLUE = re.compile(r"[ \u00a0\u202f\n-]|[ \u00a0](?:and|et|y|e)[ \u00a0]|-et-")


def _written_in_words(text: str, language: str) -> Iterator[_Raw]:
    known, scaled = lexicon.numerals(language), lexicon.scales(language)
    run: list[re.Match[str]] = []
    past = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if match.start() < past:
            continue
        if word in known or (run and word in scaled) or word in _HUNDREDS.get(language, ()):
            if run and not _GLUE.fullmatch(text, run[-1].end(), match.start()):
                yield from _of_words(text, run, language)
                run = []
            run.append(match)
        elif run and word not in _JOINS:
            for raw in _of_words(text, run, language):
                past = raw.end
                yield raw
            run = []
    yield from _of_words(text, run, language)
    ranks = lexicon.ordinals(language)
    for match in _WORD.finditer(text):
        if match[0].lower() in ranks:
            yield _Raw(*match.span(), (Decimal(ranks[match[0].lower()]),), "ordinal")


_JOINS = frozenset(("and", "et", "y", "e"))
_HUNDREDS = {
    "fr": ("cent", "mille"), "es": ("mil",), "de": ("hundert", "tausend"),
    "it": ("cento", "mille"), "pt": ("mil",), "en": (),
}  # fmt: skip


def _of_words(text: str, run: list[re.Match[str]], language: str) -> Iterator[_Raw]:
    """Yield the numbers that words in a row make: “two hundred and five”, but “one two” are two."""
    at = 0
    while at < len(run):
        size, value, scaled = _sum([match[0].lower() for match in run[at : at + 12]], language)
        start, end = run[at].start(), run[at + size - 1].end()
        at += size
        if value != 1 or scaled:
            raw = _Raw(start, end, (value,), scaled=scaled)
            yield _multiplied(text, _suffixed(text, raw, language))
        elif _starts_part(text, end, language):
            yield _Raw(start, end, (value,))


def _starts_part(text: str, end: int, language: str) -> bool:
    """Whether “one” begins “one third” or “one in five”."""
    words = _following(text, end)
    return bool(words) and (
        words[0][0].lower() in lexicon.parts(language) or bool(_IN.match(text, end))
    )


def _sum(words: list[str], language: str) -> tuple[int, Decimal, bool]:
    """Return how many of the words make one number, the number, and whether it has a scale word."""
    known, scaled = lexicon.numerals(language), lexicon.scales(language)
    total, group, used, scale_seen = Decimal(0), 0, 0, Decimal(10) ** 30
    for word in words:
        score = (
            word in {"vingt", "vingts"}
            and group % 100 == 4
            and used
            and words[used - 1] == "quatre"
        )
        factor = scaled[word][0] if word in scaled and (used or word not in known) else None
        if score:
            group += 76
        elif factor is not None and factor == 100:
            if group > 9:
                break
            group = 100 * max(group, 1)
        elif factor is not None:
            if factor >= scale_seen:
                break
            total, group, scale_seen = total + max(group, 1) * factor, 0, factor
        elif _adds(group, known[word]):
            group += known[word]
        else:
            break
        used += 1
    value = total + group
    if scale_seen >= 10**6 and scale_seen < 10**30 and not group:
        value = value.scaleb(-scale_seen.adjusted()).scaleb(scale_seen.adjusted())
    return max(used, 1), value, scale_seen < 10**30


def _adds(group: int, number: int) -> bool:
    """Whether a smaller number may follow: twenty–five, hundred–twelve, soixante–douze."""
    if group == 0:
        return True
    if number >= 100:
        return False
    if 10 <= number < 20 and group % 100 in (60, 80):
        return True
    return group % (10 if number < 10 else 100) == 0 and (
        number >= 10 or group % 100 != 10 or number > 6
    )


def worded(text: str, language: str) -> Iterator[tuple[int, Decimal | Fraction]]:
    """Yield where numbers in words begin, with what they are: a cheap look over a whole text."""
    for raw in _written_in_words(text, language):
        for value in raw.values:
            if isinstance(value, Decimal):
                yield raw.start, value
    for part in _fractions(text, [], language):
        for value in part.values:
            if isinstance(value, Fraction):
                yield part.start, value


# numbers that belong together

_TO = re.compile(
    r"\s?[-–—‑−]\s?|\s(?:to|through|and|or|à|et|ou|bis|und|oder|a|hasta|y|o|e|até|al|ad)\s"
)
_SPACED = re.compile(r"[^\S\n]{0,2}")
_IN = re.compile(
    r"\s(?:in(?: every)?|out of(?: every)?|sur|de cada|von|aus|su|ogni|em cada|em)\s", re.IGNORECASE
)


def _ranged(raws: list[_Raw], text: str, language: str) -> list[_Raw]:
    """Give the first number of a range the unit of the second: “5–7 %”, and “$5–7” the sign."""
    for at in range(len(raws) - 2, -1, -1):
        one, two = raws[at], raws[at + 1]
        if two.start - one.end > 9 or not _TO.fullmatch(text, one.end, two.start):
            continue
        if two.unit and not one.unit and two.unit not in {"part", "time", "ordinal", "decade"}:
            one = one._replace(unit=two.unit, values=_shared(one, two))
        elif one.unit in units.MONEY and not two.unit:
            two = two._replace(unit=one.unit)
            one = one._replace(values=_shared(one, two))
        elif two.scaled and not one.scaled and not one.unit:
            one = one._replace(values=_shared(one, two))
        elif _is_year(one.digits) and len(two.digits) == 2 and text[one.end] in "-–/":
            two = two._replace(
                values=(Decimal(one.digits[:2] + two.digits),), digits=one.digits[:2] + two.digits
            )
        raws[at], raws[at + 1] = one, two
    return raws


def _shared(one: _Raw, two: _Raw) -> tuple[Value, ...]:
    """Read “5” in “5–7 million” as five million too."""
    if not two.scaled or one.scaled:
        return one.values
    powers = {v.adjusted() for v in two.values if isinstance(v, Decimal)}
    plain = [v for v in one.values if isinstance(v, Decimal)]
    grown = [
        v.scaleb(3 * k)
        for v in plain
        for k in (1, 2, 3, 4)
        if {v.scaleb(3 * k).adjusted() + d for d in (-1, 0, 1)} & powers
    ]
    return (*grown, *one.values)


def _parted(raws: list[_Raw], text: str, language: str) -> Iterator[_Raw]:
    """Join “two thirds”, “one in five”, “la moitié” to fractions."""
    joined: list[_Raw] = []
    for raw in raws:
        last = joined[-1] if joined else None
        if last and not last.unit and not raw.unit and _is_share(last, raw, text):
            joined[-1] = last._replace(end=raw.end, unit="fraction", values=(_fraction(last, raw),))
        else:
            joined.append(raw)
    seen = names.Places(Span(raw.start, raw.end) for raw in joined if raw.unit != "ordinal")
    for part in _fractions(text, joined, language):
        if not seen.meets(Span(part.start, part.end)) or part.start in {
            raw.start for raw in joined
        }:
            joined = [raw for raw in joined if raw.end <= part.start or raw.start >= part.end]
            joined.append(part)
    yield from sorted(joined)


def _is_share(one: _Raw, two: _Raw, text: str) -> bool:
    if two.start - one.end > 16 or not _IN.fullmatch(text, one.end, two.start):
        return False
    a, b = one.values[0], two.values[0] if two.values else None
    if not (isinstance(a, Decimal) and isinstance(b, Decimal) and not one.scaled):
        return False
    return (
        0 < a < b
        and a == int(a)
        and b == int(b)
        and (b <= 100 or b.normalize().as_tuple().digits == (1,))
    )


def _fraction(one: _Raw, two: _Raw) -> Fraction:
    return Fraction(int(str(one.values[0]).split(".")[0]), int(two.values[0]))  # type: ignore[arg-type]


_ARTICLES = frozenset(
    ["a", "an", "un", "une", "uno", "una", "um", "uma", "ein", "eine", "einen", "einem", "einer", "le", "la", "el", "il", "o", "one"]
)
_OF = re.compile(
    r"\s(?:of|de|des|du|d['’]|der|del|della|dei|degli|delle|di|da|do|dos|das)\b|['’]|\s?(?:[.,;:)]|\Z)"
)


def _fractions(text: str, raws: list[_Raw], language: str) -> Iterator[_Raw]:
    known, plain = lexicon.parts(language), lexicon.numerals(language)
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word not in known:
            continue
        if known[word] == 2:
            yield _Raw(*match.span(), (Fraction(1, 2),), "fraction")
            continue
        before = re.search(
            r"([^\W\d_]{1,20}|\d{1,2})[ \u00a0-]\Z",
            text[max(0, match.start() - 22) : match.start()],
        )
        over = _numerator(before[1].lower(), plain) if before else 0
        sure = word in lexicon.CERTAIN_PARTS or bool(_OF.match(text, match.end()))
        if before and 0 < over < known[word] and sure:
            start = match.start() - len(before[0])
            yield _Raw(start, match.end(), (Fraction(over, known[word]),), "fraction")


def _numerator(word: str, known: dict[str, int]) -> int:
    if word.isdecimal():
        return int(word)
    return 1 if word in _ARTICLES else known.get(word, 0)


# the finished quantity

_ABOUT = re.compile(
    r"(?:~|≈|±|\b(?:about|around|approximately|approx\.?|roughly|some|circa|ca?\.|estimated|nearly|almost|close to"
    r"|environ|autour de|à peu près|près de|presque|quelque|proche de"
    r"|unos|unas|alrededor de|aproximadamente|cerca de|casi|aproximada"
    r"|etwa|rund|ungefähr|zirka|gut|knapp|fast|nahezu|an die"
    r"|circa|quasi|intorno a|all'incirca|pressappoco"
    r"|por volta de|quase|uns|umas))(?:\s(?:a|an|the|la|le|il|los|las|os|as|de|d['’]))?\s?\Z",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:>|\b(?:over|more than|at least|above|exceed(?:s|ed|ing)|upwards of|as many as"
    r"|plus d['e’]|plus de|au moins|dépass\w{1,4}|au-delà de"
    r"|más de|al menos|por lo menos|superior(?:es)? a"
    r"|mehr als|über|mindestens"
    r"|più di|oltre|almeno"
    r"|mais de|pelo menos|acima de))(?:\s(?:a|the|la|le|i|os|as|los))?\s?\Z",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:<|\b(?:under|less than|fewer than|below|up to|at most|nearly|almost|just short of"
    r"|moins d['e’]|moins de|près de|presque|jusqu['’]à|au plus|pas moins de"
    r"|menos de|casi|hasta|weniger als|unter|knapp|fast|bis zu|höchstens|nahezu"
    r"|meno di|quasi|fino a|quase|até))(?:\s(?:a|the|la|le))?\s?\Z",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\+(?!\d)|\s(?:or more|ou plus|o más|oder mehr|o più|ou mais)\b")


def _quantity(raw: _Raw, text: str) -> Quantity:
    before = text[max(0, raw.start - 28) : raw.start]
    over = bool(_OVER.search(before) or _ABOVE.match(text, raw.end))
    under = not over and bool(_UNDER.search(before))
    about = bool(_ABOUT.search(before))
    unit = "" if raw.unit == "part" else raw.unit
    if not unit and not raw.scaled and _is_year(raw.digits):
        unit = "year"
    written = text[raw.start : raw.end]
    return Quantity(Span(raw.start, raw.end), written, unit, raw.values, about, over - under)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and 1400 <= int(digits) <= 2100
