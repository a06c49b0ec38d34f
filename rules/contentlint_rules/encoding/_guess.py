"""Which encoding bytes that are no UTF-8 are most likely in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import pattern
from contentlint_rules.encoding._likeness import cost

_BAD = pattern("[\udc80-\udcff]+")
_SINGLE = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257",
    "iso8859-2": "Latin-2",
    "iso8859-15": "Latin-9",
    "mac_roman": "Mac Roman",
    "koi8-r": "KOI8-R",
    "cp866": "DOS 866",
    "cp437": "DOS 437",
    "cp850": "DOS 850",
    "tis-620": "TIS-620 (Thai)",
}
_DOUBLE = {
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp949": "EUC-KR",
}
_KANA = pattern("[\u3041-\u30ff]")
_FOREIGN = 4.0
"""Odds against each kana in Chinese: the standards of China and Japan share their bytes."""
_ADVANTAGE = 3.0
_SAMPLE = 20_000
"""So many characters of a text decide."""


class Guess(NamedTuple):
    """An encoding, and what text costs in it that was read with PEP 383, in nats.

    ``whole`` says that all of the text is in it; otherwise only what is no UTF-8 is.
    """

    cost: float
    codec: str
    title: str
    whole: bool

    def read(self, text: str) -> str:
        """Return what a text says; what has no meaning becomes U+FFFD."""
        if self.whole:
            return _bytes(text).decode(self.codec, "replace")
        return _BAD.sub(lambda bad: _bytes(bad.group()).decode(self.codec, "replace"), text)


def guess(text: str) -> Guess | None:
    """Return the likeliest encoding of what is no UTF-8 in a text; None where none reads well."""
    sample = "\n".join(_lines(text))
    best = min((_rated(sample, guess) for guess in _guesses(sample)), key=lambda one: one.cost)
    return best if best.cost < float("inf") else None


def _guesses(sample: str) -> Iterator[Guess]:
    """Yield the encodings to try; those that an independent detector proposes have an advantage."""
    from charset_normalizer import from_bytes

    proposed = {_plain(match.encoding) for match in from_bytes(_bytes(sample))}
    for codec, title in (_SINGLE | _DOUBLE).items():
        start = -_ADVANTAGE * (codec in proposed)
        if codec in _SINGLE:
            yield Guess(start, codec, title, False)
        yield Guess(start, codec, title, True)


def _plain(name: str) -> str:
    return name.replace("iso8859_", "iso8859-").replace("koi8_r", "koi8-r")


def _lines(text: str) -> Iterator[str]:
    size = 0
    for line in text.split("\n"):
        if not line.isascii() and size < _SAMPLE:
            size += len(line)
            yield line


def _rated(sample: str, guess: Guess) -> Guess:
    """Say how unlikely a text is in an encoding: infinitely where it has bytes without meaning."""
    decoded = guess.read(sample)
    if "\ufffd" in decoded or re.search("[\x80-\x9f]", decoded):
        return guess._replace(cost=float("inf"))
    total = guess.cost + _FOREIGN * (guess.codec == "gb18030") * len(_KANA.findall(decoded))
    for run in re.finditer(r"[^\x00-\x7f]+", decoded):
        left, right = (
            decoded[max(0, run.start() - 1) : run.start()],
            decoded[run.end() : run.end() + 1],
        )
        total += cost(run.group(), left, right)
    return guess._replace(cost=total)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
