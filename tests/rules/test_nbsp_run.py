"""What the rule nbsp-run flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.nbsp_run import NbspRun

RULE = NbspRun()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Hours:⟦&nbsp;&nbsp;⟧ daily\n", "Hours: daily\n"),
        ("Hours:⟦&nbsp; &nbsp;⟧daily\n", "Hours: daily\n"),
        ("Hours:⟦\xa0\xa0\xa0⟧daily\n", "Hours: daily\n"),
        ("Hours:⟦&#160;&#xA0;\xa0&emsp;⟧daily\n", "Hours: daily\n"),
        ("Tasks:\r\n⟦&nbsp;&nbsp;⟧a. grind\r\n", "Tasks:\r\na. grind\r\n"),
        ("- ⟦\xa0\xa0⟧grind\n", "- grind\n"),
        ("a\n\n⟦&nbsp;⟧\n\nb\n", "a\n\n\n\nb\n"),
        ("a\r\n\r\n⟦\xa0⟧\r\n\r\nb\r\n", "a\r\n\r\n\r\n\r\nb\r\n"),
        ("| a⟦&nbsp;&nbsp;⟧b |\n| - |\n", "| a b |\n| - |\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "5&nbsp;kg and 6\xa0kg\n",
        "The end.&nbsp;&nbsp;\nMore.\xa0 \xa0\r\n\r\nLast\xa0\xa0",
        "`&nbsp;&nbsp;`\n\n```\na\xa0\xa0b\n&nbsp;\n```\n",
        "<td>&nbsp;&nbsp;a</td>\n",
        "---\ntitle: a\xa0\xa0b\n---\n\nc\n",
        "a\n&nbsp;\nb\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["&nbsp;", "\xa0", "&nbsp; ", "\n&nbsp;\n", "a\xa0\xa0"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
