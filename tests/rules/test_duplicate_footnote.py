"""What the rule duplicate-footnote flags, and what it leaves alone."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.duplicate_footnote import DuplicateFootnote

RULE = DuplicateFootnote()


@pytest.mark.parametrize(
    "marked",
    [
        "a[^1]\n\n[^1]: b\n⟦[^1]:⟧ c\n",
        "a[^n]\r\n\r\n[^n]: b\r\n\r\n⟦[^N]:⟧ b\r\n\r\n⟦[^n]:⟧ d\r\n",
        "> a[^1]\n>\n> [^1]: b\n\n⟦[^1]:⟧ c\n",
    ],
)
def test_footnotes(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "a[^1] b[^1]\n\n[^1]: c\n[^2]: d\n",
        "see [^1]: b and [^1]: c\n",
        "[^1]: b\n\n```\n[^1]: c\n```\n\n<!--\n[^1]: d\n-->\n",
        "[1]: /a\n[1]: /b\n",
        "[^",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_the_message_names_the_line_of_the_first() -> None:
    (found,) = violations(RULE, "a[^1]\n\n[^1]: b\n[^1]: c\n")
    assert "line 3" in found.message


@pytest.mark.parametrize("piece", ["[^1]: a\n", "[^1]:", "[^", "[^1]: a [^1]: "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
