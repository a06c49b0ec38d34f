"""Whether one number says another: rounding, units, and slips of the pen."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from contentlint.numbers import units
from contentlint.numbers.quantity import Day, Quantity, Value

_TOLERANCE = Decimal("0.05")
"""How far “about” may be from the number, as a share of it."""
_BEYOND = Decimal("0.1")
"""How far above “over 280” the number may be at most, as a share of it."""


def says(found: Quantity, wanted: Quantity, counts: bool = False) -> bool:
    """Whether a number of a source says the wanted one, rounded as that is.

    ``counts`` tells that the source's number has a noun of its own behind it.
    """
    if not comparable(found, wanted, counts):
        return False
    return any(_equal(a, b, wanted) for b in wanted.values for a in found.values)


def _equal(found: Value, wanted: Value, quantity: Quantity) -> bool:
    if isinstance(found, tuple) or isinstance(wanted, tuple):
        return _same_day(found, wanted)
    if isinstance(found, Fraction) or isinstance(wanted, Fraction):
        return _same_share(found, wanted)
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
    if not (quantity.approximate or quantity.bound):
        return False
    share = _TOLERANCE if quantity.approximate else Decimal(0)
    return abs(found - wanted) <= abs(wanted) * share


def _last_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _last_nought(value: Decimal) -> Decimal:
    """Return where the noughts at the end begin: 10 for 280, 1 for 27."""
    normal = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(normal if isinstance(normal, int) else 0)


def _same_share(found: Value, wanted: Value) -> bool:
    """A third is 33 %, and 33.3 %."""
    a, b = _share(found), _share(wanted)
    return abs(a - b) <= Fraction(1, 100) if a is not b else True


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


def comparable(found: Quantity, wanted: Quantity, counts: bool = False) -> bool:
    """Whether two units can mean the same."""
    a, b = found.unit, wanted.unit
    if a == b:
        return True
    if b == "ordinal" and a == "" and wanted.written[0].isalpha():
        return False  # “three” is not “third”
    if a == "" and counts and b not in {"x", "year", "ordinal"}:
        return False
    if b in units.MONEY:
        return a == "" or (a in units.DOLLARS and b in units.DOLLARS)
    if b == "":
        return a in {"x", "year"} or _loosely(a, wanted)
    if a == "":
        return b not in {"date", "points", "fraction", "decade"}
    return (a, b) in _SAME


def _loosely(unit: str, wanted: Quantity) -> bool:
    """Whether a bare count may stand with a unit at its source: “a fall of 300”, 300 metres."""
    return not wanted.weak and unit not in {"%", "points", "date", "fraction", "time", "decade"}


_SAME = frozenset({
    ("fraction", "%"), ("%", "fraction"), ("date", "year"), ("x", "ordinal"), ("%", "points"),
    ("year", "decade"), ("date", "decade"), ("decade", "year"),
})  # fmt: skip


def significand(value: Decimal) -> str:
    """Return the digits of a number without noughts at either end: 1.7 million is “17”."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


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


def rounded(digits: str, to: int) -> str:
    """Return the first digits of a longer run, rounded: “1683” to two is “17”."""
    number = Decimal(f"0.{digits}").quantize(Decimal(1).scaleb(-to), rounding=ROUND_HALF_EVEN)
    return significand(number)
