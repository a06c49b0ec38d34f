"""Where “%” and currencies are written in two ways on one page."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.mixed_percent import MixedPercent

RULE = MixedPercent()
SPACED = "Un: 8 %, 9 % et 10 %, puis "
GLUED = "One: 8%, 9% and 10%, then "


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (SPACED + "⟦83%⟧.\n", SPACED + "83 %.\n"),
        (SPACED + "(77-⟦83,5%⟧).\r\n", SPACED + "(77-83,5 %).\r\n"),
        (GLUED + "⟦83 %⟧.\n", GLUED + "83%.\n"),
        (GLUED + "⟦83\xa0%⟧.\n", GLUED + "83%.\n"),
        ("1\u202f% 2\u202f% 3\u202f% et ⟦4%⟧\n", "1\u202f% 2\u202f% 3\u202f% et 4\u202f%\n"),
        ("5 €, 6 €, 7 € or ⟦8€⟧\n", "5 €, 6 €, 7 € or 8 €\n"),
        ("5£, 6£, 7£ or ⟦8 £⟧ **9£**\n", "5£, 6£, 7£ or 8£ **9£**\n"),
        ("> " + SPACED + "**⟦83%⟧**.\n", "> " + SPACED + "**83 %**.\n"),
        (
            "| 1 % | 2 % | 3 % | ⟦4%⟧ |\n| - | - | - | - |\n",
            "| 1 % | 2 % | 3 % | 4 % |\n| - | - | - | - |\n",
        ),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


def test_one_amount_is_enough_where_the_language_asks_for_a_blank() -> None:
    marked = "Il coûte 0,07 $par million de sacs, contre ⟦20,00$⟧ il y a deux ans.\n"
    fixed = "Il coûte 0,07 $par million de sacs, contre 20,00 $ il y a deux ans.\n"
    assert_flags(RULE, marked, fixed, path="fr/a.md")
    assert_flags(RULE, marked.replace("⟦", "").replace("⟧", ""), path="en/a.md")


def test_a_blank_that_the_language_asks_for_is_taken_out_on_request_only() -> None:
    marked = GLUED + "⟦83 %⟧.\n"
    assert_flags(RULE, marked, path="fr/a.md")
    assert_flags(RULE, marked, GLUED + "83%.\n", path="fr/a.md", least=Applicability.UNSAFE)


SILENT = (
    "1 %, 2%, 3 %, 4%\n",
    "1 %, 2 % and 3%\n",
    "1 %, 2 %, 3 %, 4%, 5%\n",
    SPACED + "`4%` [a](/b%20c4%) https://a.test/4%20b\n",
    SPACED + "<b style='width: 4%'>c</b> {{ 4% }} {% if 4 %}\n",
    SPACED + "\n\n```css\nwidth: 4%;\n```\n\n---\n",
    "---\na: 4%\n---\n\n" + SPACED + "\n",
    "1%d 2 %s 3 %(a)s 4%{a}\n",
    SPACED + "the 5%-rule. 1 €, 2 €, 3 € and a 20€-note\n",
    "20 € 30 € 5% 6%\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    for path in ("a.md", "fr/a.md"):
        assert_flags(RULE, text, path=path)


@pytest.mark.parametrize("piece", ["1 % 2% ", "1 $ 2$a ", "9" * 50 + "%, 1 % ", "1 %\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size, "fr/a.md"), 700)
