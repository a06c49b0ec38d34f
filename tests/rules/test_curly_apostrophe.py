"""Straight apostrophes between letters."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.curly_apostrophe import CurlyApostrophe

RULE = CurlyApostrophe()


def test_repairs() -> None:
    marked = "L⟦'⟧eau, it isn⟦'⟧t.\n"
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, "L’eau, it isn’t.\n", least=Applicability.UNSAFE)


def test_many_places_are_one_finding() -> None:
    (found,) = assert_flags(RULE, "l⟦'⟧a l'b l'c l'd l'e\n")
    assert "5 places" in found.message


@pytest.mark.parametrize("text", ["L’eau, 'a', 5' `l'eau` <b title=\"l'eau\">c</b>\n", ""])
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "l'" * size), 1_000)
