"""What the rule bold-heading flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.bold_heading import BoldHeading

RULE = BoldHeading()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = BoldHeading(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("# a\n\n⟦**b**⟧\n\nc\n", "# a\n\n## b\n\nc\n"),
        ("# a\n\nx\n\n⟦__b__⟧  \n\nc\n", "# a\n\nx\n\n## b  \n\nc\n"),
        ("## a\r\n\r\n⟦**b c**⟧\r\n\r\nd\r\n", "## a\r\n\r\n### b c\r\n\r\nd\r\n"),
        ("## a\n\n⟦**b**⟧\n\nc\n\n⟦**d**⟧\n\n- e\n", "## a\n\n### b\n\nc\n\n### d\n\n- e\n"),
        ("## a\n\nx\n\n⟦**b**⟧\n\nc\n\n⟦**d**⟧\n\ne\n", None),
        ("###### a\n\n⟦**b**⟧\n\nc\n", None),
        ("⟦**b**⟧\n\nc\n", None),
        ("---\na: b\n---\n⟦**b**⟧ <!-- c -->\n\nc\n", None),
        ("# 水车\n\n⟦**开放时间**⟧\n\n每天。\n", "# 水车\n\n## 开放时间\n\n每天。\n"),
    ],
)
def test_found(marked: str, fixed: str | None) -> None:
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "**a.**\n\nb\n",
        "**a:**\n\nb\n",
        "**a!**\n\nb\n",
        "**Note: a**\n\nb\n",
        "**1. a**\n\nb\n",
        "**a\nb**\n\nc\n",
        "**a** b\n\nc\n",
        "**a**\nb\n",
        "a\n**b**\n\nc\n",
        "**a** **b**\n\nc\n",
        "**[a](b)**\n\nc\n",
        "**`a`**\n\nc\n",
        "**{{ a }}**\n\nc\n",
        "*a*\n\nb\n",
        "a\n\n**b**\n",
        "**a**\n\n```sh\nb\n```\n",
        "**a**\n\n![b](c.png)\n",
        "**a**\n\n| b | c |\n| - | - |\n",
        "**a**\n\nb | c\n- | -\n",
        "**a**\n\n## b\n",
        "**a**\n\n<div>b</div>\n",
        "**a**\n\n---\n\nb\n",
        "- a\n\n  **b**\n\n  c\n",
        "> **a**\n>\n> b\n",
        "    **a**\n\nb\n",
        "```\n\n**a**\n\nb\n```\n",
        "\\**a**\n\nb\n",
        "<div>\n**a**\n\n</div>\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    "marked",
    ["⟦**a {b}**⟧\n\nc\n", "**{**\n\na\n", "**a {{ b }}**\n\nc\n", "**a {{< b >}}**\n\nc\n"],
)
def test_braces(marked: str) -> None:
    assert_flags(RULE, marked)


def test_braces_in_mdx() -> None:
    assert_flags(RULE, "**a {b}**\n\nc\n", path="page.mdx")


def test_options() -> None:
    assert_flags(BoldHeading(italic=True), "⟦*a*⟧\n\nb\n\n⟦_c_⟧\n\nd\n\n⟦***e***⟧\n\nf\n")
    assert_flags(BoldHeading(italic=True), "***a*\n\nb\n")
    assert_flags(BoldHeading(labels=True), "⟦**Note: a**⟧\n\n```\nb\n```\n\n⟦**c**⟧\n")
    assert_flags(BoldHeading(marks=""), "⟦**a.**⟧\n\nb\n")


@pytest.mark.parametrize(
    "piece", ["**a**\n\n", "**a", "- **a**\n\n", "**", "**a**\n\nb\n\n## c\n\n"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
