"""The same measure in another system: a source's 23 pounds are a page's 10 kg."""

from collections.abc import Iterator
from decimal import Decimal

from contentlint.numbers.quantity import Quantity

_METRIC = {
    "in": ("cm", "2.54"), "ft": ("m", "0.3048"), "mi": ("km", "1.609344"), "lb": ("kg", "0.45359"),
    "acre": ("ha", "0.404686"), "ft²": ("m²", "0.092903"), "mi²": ("km²", "2.58999"),
    "gal": ("l", "3.78541"), "mph": ("km/h", "1.609344"),
}  # fmt: skip
_TENS = {"cm": (("mm", 1), ("m", -2)), "m": (("cm", 2),), "km": (("m", 3),), "kg": (("t", -3),)}


def converted(wanted: Quantity) -> Iterator[Quantity]:
    """Yield a measure as a source in the other system may have it, approximately."""
    for unit, (metric, factor) in _METRIC.items():
        if wanted.unit == unit:
            yield from _in(wanted, metric, Decimal(factor))
        elif wanted.unit == metric:
            yield from _in(wanted, unit, 1 / Decimal(factor))
        else:
            for other, power in _TENS.get(metric, ()):
                if wanted.unit == other:
                    yield from _in(wanted, unit, Decimal(10) ** -power / Decimal(factor))


def _in(wanted: Quantity, unit: str, factor: Decimal) -> Iterator[Quantity]:
    values = tuple(round(v * factor, 2) for v in wanted.values if isinstance(v, Decimal) and v)
    if values:
        yield wanted._replace(unit=unit, values=values, approximate=True, bound=0)
