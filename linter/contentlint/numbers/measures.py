"""The same measure in another system: a source's 23 pounds are a page's 10 kg."""

from collections.abc import Iterator
from decimal import Decimal

from contentlint.numbers.quantity import Quantity

_SIZES = {
    "length": {
        "mm": "0.001", "cm": "0.01", "m": "1", "km": "1000",
        "in": "0.0254", "ft": "0.3048", "mi": "1609.344",
    },
    "weight": {"g": "0.001", "kg": "1", "t": "1000", "lb": "0.45359"},
    "area": {
        "m²": "1", "ha": "10000", "km²": "1000000",
        "ft²": "0.092903", "acre": "4046.86", "mi²": "2589988",
    },
    "volume": {"l": "1", "gal": "3.78541"},
    "speed": {"km/h": "1", "mph": "1.609344"},
}  # fmt: skip
_METRIC = frozenset(["mm", "cm", "m", "km", "g", "kg", "t", "m²", "ha", "km²", "l", "km/h"])
_KINDS = {unit: sizes for sizes in _SIZES.values() for unit in sizes}


def converted(wanted: Quantity) -> Iterator[Quantity]:
    """Yield a measure as a source in the other system may have it, approximately."""
    for unit in _KINDS.get(wanted.unit, ()):
        if (unit in _METRIC) != (wanted.unit in _METRIC):
            yield turned(wanted, unit)


def turned(quantity: Quantity, unit: str) -> Quantity:
    """Return a measure in another unit of its kind, approximate."""
    sizes = _KINDS[unit]
    factor = Decimal(sizes[quantity.unit]) / Decimal(sizes[unit])
    values = tuple(round(v * factor, 3) for v in quantity.values if isinstance(v, Decimal))
    return quantity._replace(unit=unit, values=values, approximate=True, bound=0)
