"""What kind of figure a page has written: a year, a date, a statistic."""

from decimal import Decimal
from functools import cache

from contentlint.patterns import pattern

_YEAR = pattern(r"(?:1[5-9]|20)\d\d")
_DATED = pattern(r"\b(?:1[5-9]|20)\d\d\b")
_SHARES = frozenset({"%", "points", "fraction", "x"})
_MANY = 1000
"""Of what is counted, a number from which on it is no number of chapters, versions or people."""


def is_year(figure: str) -> bool:
    """Whether a figure is a year and nothing else."""
    return _YEAR.fullmatch(figure) is not None


@cache
def is_dated(figure: str) -> bool:
    """Whether a figure is a date or has a year in it."""
    from contentlint.numbers import quantities

    return _DATED.search(figure) is not None or any(
        one.unit in {"date", "year"} for one in quantities(figure)
    )


@cache
def is_statistic(figure: str) -> bool:
    """Whether a figure is a share, a price, a multiple or a large count."""
    from contentlint.numbers import quantities

    return not is_dated(figure) and any(
        one.unit in _SHARES
        or (len(one.unit) == 3 and one.unit.isupper())
        or any(isinstance(value, Decimal) and value >= _MANY for value in one.values)
        for one in quantities(figure)
    )


@cache
def is_price(figure: str, most: int) -> bool:
    """Whether a figure is a sum of money of less than ``most``."""
    from contentlint.numbers import quantities

    return any(
        len(one.unit) == 3
        and one.unit.isupper()
        and all(isinstance(value, Decimal) and value < most for value in one.values)
        for one in quantities(figure)
    )
