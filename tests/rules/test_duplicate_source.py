"""One source under two numbers, one number for two sources."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.duplicate_source import DuplicateSource

RULE = DuplicateSource()


def page(first: str, second: str) -> str:
    return f"One [1], two [2].\n\n## Sources\n\n{first}\n{second}\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. https://mill.org/a", "⟦2⟧. http://www.mill.org/a/"),
        ("1. [A](https://mill.org/a?utm_source=b)", "⟦2⟧. <https://Mill.org/a#:~:text=c>"),
        ("1. https://mill.org/a?page=1", "⟦2⟧. https://mill.org/a?fbclid=x&page=1#:~:text=b"),
        ("1. https://doi.org/10.1000/ABC", "⟦2⟧. [B](https://dx.doi.org/10.1000/abc)."),
        ("[1] https://mill.org/a", "[⟦1⟧] https://mill.org/b\n[2] Ott"),
    ],
)
def test_twice(first: str, second: str) -> None:
    assert_flags(RULE, page(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. https://mill.org/a?page=1", "2. https://mill.org/a?page=2"),
        ("1. https://mill.org/a#one", "2. https://mill.org/a#two"),
        ("1. https://mill.org/A", "2. https://mill.org/a"),
        ("1. https://mill.org/a https://mill.org/b", "2. https://mill.org/a https://mill.org/b"),
        ("1. Weiss", "2. Weiss"),
    ],
)
def test_silent(first: str, second: str) -> None:
    assert_flags(RULE, page(first, second))
