"""Three full stops for a pause."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.ellipsis import EllipsisSign

RULE = EllipsisSign()


def test_repairs() -> None:
    marked = "It turns⟦...⟧ and⟦...⟧\n"
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, "It turns… and…\n", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    ["It turns… `a...` [...] (...) a/... .... ...args 1...5 {{ a... }}\n\n```\na...\n```\n", ""],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "a... " * size), 700)
