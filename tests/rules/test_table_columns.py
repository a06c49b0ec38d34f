"""What the rule table-columns flags, and what it leaves alone."""

import pytest

from contentlint import Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.table_columns import TableColumns

RULE = TableColumns()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


HEAD = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        (HEAD + "| c | d |⟦ e |⟧\n", Severity.ERROR),
        (HEAD + "| c | d |⟦ e | f⟧\n", Severity.ERROR),
        (HEAD + "c | d |⟦ e⟧\n", Severity.ERROR),
        (HEAD + "| c | d |⟦ |⟧\n", Severity.INFO),
        (HEAD + "⟦| c |⟧\n", Severity.INFO),
        (HEAD + "| c | d |\n⟦e⟧ | \n".replace("⟦e⟧ | ", "⟦e |⟧"), Severity.INFO),
        ("> | a | b |\n> | - | - |\n> | c | d |⟦ e |⟧\n", Severity.ERROR),
        (HEAD.replace("\n", "\r\n") + "| c | d |⟦ e |⟧\r\n", Severity.ERROR),
    ],
)
def test_rows(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_a_bar_in_code_is_explained() -> None:
    (found,) = violations(RULE, HEAD + "| `c | d` | e |\n")
    assert found.message.endswith("for “|” in code write “\\|”")
    (found,) = violations(RULE, HEAD + "| c | d | e |\n")
    assert "in code" not in found.message


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| c \\| d | e |\n",
        HEAD + "| `c \\| d` | e |\n",
        HEAD + "| c | |\n|  |  |\n",
        "a | b\n- | -\nc | d\n\ne | f | g\n",
        "```\n" + HEAD + "| c | d | e |\n```\n",
        "| a |\n| - |\n| c |\n",
        "a || b and c | d\n\n---\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["|", "| a ", "|-", HEAD, "\n|:-"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "| a |\n| - |\n" + piece * size), 500)
