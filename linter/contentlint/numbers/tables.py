"""What the heads of a text's tables say of the bare numbers under them: “in thousands”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from contentlint.numbers.lexicon import scales
from contentlint.numbers.quantity import Quantity

_SCALE = (
    r"(thousands?|millions?|billions?|milliers|milliards?|miles|millones|tausend|tsd|mio|mrd"
    r"|millionen|milliarden|migliaia|milioni|miliardi|milhares|milhões|bilhões)\b"
)
_HEAD = re.compile(
    rf"\((?:in |en |em )?(?:[$€£]|us\$ ?)?{_SCALE}[^()\n]{{0,40}}\)"
    rf"|\b(?:in|en|em)\s(?:[^\W\d_]{{1,12}}\s)?(?:de\s|di\s)?{_SCALE}"
)
_STEMS = ("thousand", "mil", "billi", "bilh", "migli", "tausend", "tsd", "mio", "mrd")
"""One of them begins each of the scales."""
_BEFORE, _BEHIND = 40, 60
"""Code points round a scale in which the rest of a head may stand."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b", re.ASCII)


class Heads:
    """The scales that stand in the heads of tables, looked for when first asked."""

    __slots__ = ("_factors", "_text", "_years")

    def __init__(self, text: str) -> None:
        self._text = text
        self._factors: tuple[Decimal, ...] | None = None
        self._years: frozenset[int] | None = None

    def far_from(self, year: int) -> bool:
        """Whether the text has years, and none of them is this one or next to it."""
        if self._years is None:
            self._years = frozenset(map(int, _YEAR.findall(self._text)))
        return bool(self._years) and self._years.isdisjoint((year - 1, year, year + 1))

    def grown(self, found: Quantity) -> Quantity | None:
        """Return a bare number as the head of its table may mean it; None without such a head."""
        if self._factors is None:
            words = set(_scales(self._text.lower()))
            self._factors = tuple({f for word in words for f in scales("").get(word, ())})
        plain = [value for value in found.values if isinstance(value, Decimal)]
        values = tuple(v.scaleb(f.adjusted()) for v in plain for f in self._factors)
        return found._replace(values=values) if values else None


def _scales(lower: str) -> Iterator[str]:
    """Yield the scales in the heads of a text in small letters."""
    for start, end in _near_scales(lower):
        for match in _HEAD.finditer(lower, start, end):
            yield match[1] or match[2]


def _near_scales(lower: str) -> Iterator[tuple[int, int]]:
    """Yield where to look: round each scale, or everywhere where there are many."""
    if sum(map(lower.count, _STEMS)) * (_BEFORE + _BEHIND) > len(lower):
        yield 0, len(lower)
        return
    for stem in _STEMS:
        at = lower.find(stem)
        while at >= 0:
            yield max(0, at - _BEFORE), at + _BEHIND
            at = lower.find(stem, at + 1)
