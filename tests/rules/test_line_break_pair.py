"""What the rule line-break-pair flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.line_break_pair import LineBreakPair

RULE = LineBreakPair()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")
    if example.bad and example.good:
        text = unmark(example.bad)[0]
        assert repaired(text, violations(RULE, text), Applicability.UNSAFE) == example.good


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("a ⟦<br/>\r\n<BR>⟧\r\nb\r\n", "a\r\n\r\nb\r\n"),
        ("a ⟦<br><br><br>⟧\n", "a\n"),
        ("⟦<br><br>⟧ a\n", "a\n"),
        ("- a ⟦<br><br>⟧ b\n", "- a <br><br> b\n"),
        ("> a ⟦<br><br>⟧ b\n", "> a <br><br> b\n"),
        ("**a**⟦<br class='x'> <br>⟧**b**\n", "**a**\n\n**b**\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    text = unmark(marked)[0]
    least = Applicability.UNSAFE
    assert_flags(RULE, marked, None if fixed == text else fixed, least=least)


@pytest.mark.parametrize(
    "text",
    [
        "a<br>b<br>c\n",
        "| a<br><br>b |\n| - |\n| c<br><br>d |\n",
        "<p>a<br><br>b</p>\n",
        "`<br><br>` \\<br>\\<br>\n\n```\n<br><br>\n```\n",
        "<!-- a<br><br>b -->\n",
        "---\na: b<br><br>c\n---\n\nd\n",
        "<brand><brand>\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["<br>", "<br", "<br> ", "<br>\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 500)
