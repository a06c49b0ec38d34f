"""What the heads of a text's tables say of the bare numbers under them: “in thousands”."""

import re
from decimal import Decimal

from contentlint.numbers.lexicon import scales
from contentlint.numbers.quantity import Quantity

_SCALE = (
    r"(thousands?|millions?|billions?|milliers|milliards?|miles|millones|tausend|tsd|mio|mrd"
    r"|millionen|milliarden|migliaia|milioni|miliardi|milhares|milhões|bilhões)\b"
)
_HEAD = re.compile(
    rf"\((?:in |en |em )?(?:[$€£]|US\$ ?)?{_SCALE}[^()\n]{{0,40}}\)"
    rf"|\b(?:in|en|em)\s(?:[^\W\d_]{{1,12}}\s)?(?:de\s|di\s)?{_SCALE}",
    re.IGNORECASE,
)
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
            words = {(match[1] or match[2]).lower() for match in _HEAD.finditer(self._text)}
            self._factors = tuple({f for word in words for f in scales("").get(word, ())})
        plain = [value for value in found.values if isinstance(value, Decimal)]
        values = tuple(v.scaleb(f.adjusted()) for v in plain for f in self._factors)
        return found._replace(values=values) if values else None
