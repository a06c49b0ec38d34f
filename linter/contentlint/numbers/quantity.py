"""A number as a text writes it, and what it may stand for."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from contentlint.span import Span

Day: TypeAlias = tuple[int, int, int]
"""Year, month and day; what is not written is 0."""
Value: TypeAlias = Decimal | Fraction | Day


class Quantity(NamedTuple):
    """A number of a text with its unit.

    ``unit`` is “%”, “points” (of percentage), a currency's code, “x” (a multiple), “year”,
    “decade”, “date”, “ordinal”, “fraction”, a measure such as “km”, or "" for a bare count.
    ``values`` are all that the digits may mean: “1.234” is 1234 and 1.234. A Decimal keeps how
    precisely it was written: 1.7 million has its last digit at 10⁵. Where ``every`` is set, they
    are no readings of one number but several that are all meant: the days of “13–14 May”.
    ``bound`` is 1 for “over”, -1 for “under”, 0 otherwise. A ``weak`` one, such as “two”, is too
    common to ask a source for.
    """

    span: Span
    written: str
    unit: str = ""
    values: tuple[Value, ...] = ()
    approximate: bool = False
    bound: int = 0
    weak: bool = False
    every: bool = False
