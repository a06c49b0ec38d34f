"""Blanks before “?” and “!” where the language has none."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.space_before_mark import SpaceBeforeMark

RULE = SpaceBeforeMark()


@pytest.mark.parametrize("language", ["en", "de", "es", "it", "pt", "nl"])
def test_repairs(language: str) -> None:
    marked = "Get on board⟦ ⟧! Who built this⟦ ⟧?\r\n"
    assert_flags(RULE, marked, path=f"{language}/a.md")
    fixed = "Get on board! Who built this?\r\n"
    assert_flags(RULE, marked, fixed, path=f"{language}/a.md", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("fr/a.md", "Le moulin tourne ! Qui le dit ?\n"),
        ("a.md", "Get on board ! Who ?\n"),
        ("en/a.md", "The ? Operator, STACK ? STACK, Use the ? Operator\n"),
        ("en/a.md", "if ready ? yes : no, or not !important\n"),
        ("en/a.md", "`board ! A` {{ board ! A }} [Allons enfants ! Le](/a)\n"),
        ("en/a.md", "```\nboard ! A\n```\n"),
        ("en/a.md", ""),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "board ! A " * size, "en/a.md"), 700)
