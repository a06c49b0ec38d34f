"""Where decimals have a comma here and a point there."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.mixed_decimals import MixedDecimals

RULE = MixedDecimals()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("1,5 %, 2,5 %, 3,5 €, ⟦4.5⟧ %\n", "1,5 %, 2,5 %, 3,5 €, 4,5 %\n"),
        ("1.5%, 2.5%, 3.5 million, ⟦4,5⟧%\r\n", "1.5%, 2.5%, 3.5 million, 4.5%\r\n"),
        (
            "1,5&nbsp;%, 2,5 %, 3,5 millions, ⟦12.25⟧\xa0€\n",
            "1,5&nbsp;%, 2,5 %, 3,5 millions, 12,25\xa0€\n",
        ),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "1,5 %, 2,5 %, 3,5 %, GPT-3.5, 4.5, v4.5, 1,000 €, 1.000 €\n",
        "1,5 %, 2,5 %, 3,5 %, `4.5 %`\n",
        "1,5 %, 2,5 %, 4.5 %\n",
        "1,5 %, 2,5 %, 3,5 %, 4.5 %, 5.5 %\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "1,5 % 2.5 % " * size), 700)
