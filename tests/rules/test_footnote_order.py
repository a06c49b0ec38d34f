"""What the rule footnote-order flags, and what it leaves alone."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.footnote_order import FootnoteOrder

RULE = FootnoteOrder()


@pytest.mark.parametrize(
    "marked",
    [
        "a[^2] b⟦[^1]⟧\n\n[^1]: c\n[^2]: d\n",
        "a[^1] b[^3] c⟦[^2]⟧ d[^1] e[^2] f[^4]\n",
        "a[^3]\r\n\r\nb⟦[^1]⟧ c⟦[^2]⟧\r\n",
    ],
)
def test_notes(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "a[^1] b[^2] c[^1] d[^10]\n\n[^2]: e\n[^1]: f\n",
        "a[^2] `[^1]` b\n\n```\n[^1]\n```\n",
        "a[^b] c[^a]\n",
        "a[^2](b) c[^1]\n",
        "[^2]: a\n[^1]: b\n",
        "[^",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["[^2] [^1] ", "[^", "[^1]: a\n", "[^1]"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
