"""Whether one number says another: rounding, units, and slips of the pen."""

from decimal import Decimal
from fractions import Fraction

from contentlint.numbers import units
from contentlint.numbers.quantity import Day, Quantity, Value

_TOLERANCE = Decimal("0.02")
"""How far “about” may be from the number, as a share of it."""
_BEYOND = Decimal("0.1")
"""How far above “over 280” the number may be at most, as a share of it."""


def says(found: Quantity, wanted: Quantity, *, counts: bool = False) -> bool:
    """Whether a number of a source says the wanted one, rounded as that is.

    ``counts`` tells that the source's number has a noun of its own behind it.
    """
    if not comparable(found, wanted, counts=counts):
        return False
    if found.unit != wanted.unit and _convertible(found.unit, wanted.unit):
        found, wanted = _based(found), _based(wanted)
    return any(_equal(a, b, wanted) for b in wanted.values for a in found.values)


def _based(quantity: Quantity) -> Quantity:
    """Return a length in metres, a weight in grams: 2.34 km is 2,340 m."""
    unit, power = units.TENS.get(quantity.unit, ("", 0))
    if not power:
        return quantity
    values = (v.scaleb(power) if isinstance(v, Decimal) else v for v in quantity.values)
    return quantity._replace(unit=unit, values=tuple(values))


def _equal(found: Value, wanted: Value, quantity: Quantity) -> bool:
    if isinstance(found, tuple) or isinstance(wanted, tuple):
        return _same_day(found, wanted)
    if isinstance(found, Fraction) or isinstance(wanted, Fraction):
        return _same_share(found, wanted, quantity)
    return _rounds(found, wanted, quantity)


def _rounds(found: Decimal, wanted: Decimal, quantity: Quantity) -> bool:
    if quantity.unit == "decade":
        return 0 <= found - wanted < 10
    if found == wanted:
        return True
    if quantity.unit in {"year", "ordinal", "date"}:
        return False
    place = _last_place(wanted)
    if abs(found - wanted) * 2 <= place and abs(found) >= abs(wanted) / 2 and place != 1:
        return True
    if found != int(found) and place == 1 and abs(found - wanted) * 2 <= 1 and wanted > 3:
        return True
    return _about(found, wanted, quantity)


def _about(found: Decimal, wanted: Decimal, quantity: Quantity) -> bool:
    wide = min(abs(wanted) * _BEYOND, _last_nought(wanted))
    if quantity.bound and abs(found - wanted) < wide and (found > wanted) == (quantity.bound > 0):
        return True
    if not quantity.approximate:
        return False
    return abs(found - wanted) <= max(abs(wanted) * _TOLERANCE, _last_nought(wanted) / 2)


_ROUND_FROM = 100
_ROUND_DIGITS = 2
_NEVER_ROUND = frozenset({
    "%", "points", "fraction", "x", "year", "date", "decade", "ordinal", "time",
})  # fmt: skip


def is_round(quantity: Quantity) -> bool:
    """Whether a number may stand for one near it, though it does not say “about”: 300, 1,700."""
    if quantity.unit in _NEVER_ROUND or quantity.bound or quantity.every:
        return False
    return any(_is_round(value) for value in quantity.values)


def _is_round(value: Value) -> bool:
    return (
        isinstance(value, Decimal)
        and value >= _ROUND_FROM
        and len(value.normalize().as_tuple().digits) <= _ROUND_DIGITS
    )


def rounds_to(found: Quantity, wanted: Quantity) -> bool:
    """Whether a number of a source gives a round one: 297 gives 300, 284 does not."""
    return found.unit == wanted.unit and any(
        isinstance(a, Decimal)
        and isinstance(b, Decimal)
        and _is_round(b)
        and abs(a - b) <= min(b * _TOLERANCE, _last_nought(b) / 2)
        for b in wanted.values
        for a in found.values
    )


def _last_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _last_nought(value: Decimal) -> Decimal:
    """Return where the noughts at the end begin: 10 for 280, 1 for 27."""
    if not value:
        return _last_place(value)
    normal = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(normal if isinstance(normal, int) else 0)


def _same_share(found: Value, wanted: Value, quantity: Quantity) -> bool:
    """A third is 33 %, and 33.3 %."""
    percents = [v for v in (found, wanted) if isinstance(v, Decimal)]
    place = Fraction(_last_place(percents[0])) if percents else Fraction(0)
    allowed = Fraction(3) if quantity.approximate or quantity.bound else place * 2 / 3
    return abs(_share(found) - _share(wanted)) * 100 <= allowed


def _share(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(value) / 100  # type: ignore[arg-type]


def _same_day(found: Value, wanted: Value) -> bool:
    if isinstance(wanted, tuple) and isinstance(found, tuple):
        return _covers(found, wanted)
    if isinstance(found, tuple) and isinstance(wanted, Decimal):
        return Decimal(found[0]) == wanted
    return False


def _covers(found: Day, wanted: Day) -> bool:
    """Whether a date has every part of another; a year may stand elsewhere on the page."""
    year = wanted[0] in (0, found[0]) or not found[0]
    return year and found[1] == wanted[1] and wanted[2] in (0, found[2])


def comparable(found: Quantity, wanted: Quantity, *, counts: bool = False) -> bool:
    """Whether two units can mean the same."""
    a, b = found.unit, wanted.unit
    if a == b or _convertible(a, b) or (a, b) in _SAME:
        return True
    if b == "":
        return a in {"x", "year"} or _loosely(a, wanted)
    if a == "":
        return _may_lack(wanted, counts=counts)
    dollars = a in units.DOLLARS and b in units.DOLLARS
    return dollars or (b == "lb" and a == "GBP" and "pound" in found.written.lower())


def _may_lack(wanted: Quantity, *, counts: bool) -> bool:
    """Whether a bare number of the source may have the wanted unit: in a table, in a list."""
    if wanted.unit == "ordinal":
        return not wanted.written[0].isalpha()  # “three” is not “third”
    if wanted.unit in {"x", "year"}:
        return True
    return not counts and wanted.unit not in {"date", "points", "fraction", "decade"}


def _convertible(one: str, two: str) -> bool:
    return one in units.TENS and two in units.TENS and units.TENS[one][0] == units.TENS[two][0]


def _loosely(unit: str, wanted: Quantity) -> bool:
    """Whether a bare count may stand with a unit at its source: “a fall of 300”, 300 metres."""
    return not wanted.weak and unit not in {"%", "points", "date", "fraction", "time", "decade"}


_SAME = frozenset({
    ("fraction", "%"), ("%", "fraction"), ("date", "year"), ("x", "ordinal"),
    ("year", "decade"), ("date", "decade"), ("decade", "year"),
})  # fmt: skip


def slip(found: str, wanted: str) -> bool:
    """Whether digits differ by one of them, or by two that stand next to each other, swapped."""
    if len(found) != len(wanted) or found == wanted or len(wanted) < 2:
        return False
    differing = [at for at, (a, b) in enumerate(zip(found, wanted, strict=True)) if a != b]
    if len(differing) == 1:
        return True
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    one, two = differing
    return found[one] == wanted[two] and found[two] == wanted[one]


def confusable(found: Quantity, wanted: Quantity, *, same: bool) -> bool:
    """Whether a writer may have meant a number of the source.

    ``same`` tells that both have the same digits: then their unit or size differs.
    """
    if found.unit in {"time", "date", "ordinal", "decade", "fraction"}:
        return False
    if not (_has_digit(found) and _has_digit(wanted)):
        return False  # nobody mistypes “three” for 300
    if same:
        units, sizes = found.unit == wanted.unit, _sizes(found) == _sizes(wanted)
        return units != sizes and bool(_digits(found) & _digits(wanted))
    return found.unit == wanted.unit and bool(_sizes(found) & _sizes(wanted))


def _has_digit(quantity: Quantity) -> bool:
    return any(char.isdecimal() for char in quantity.written)


def _digits(quantity: Quantity) -> set[tuple[int, ...]]:
    """Return the digits of the values, without noughts at the end: 3.5 is no slip of 30."""
    decimals = (value for value in quantity.values if isinstance(value, Decimal))
    return {value.normalize().as_tuple().digits for value in decimals}


def _sizes(quantity: Quantity) -> set[int]:
    return {value.adjusted() for value in quantity.values if isinstance(value, Decimal)}
