"""What the rule split-quote flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.split_quote import SplitQuote

RULE = SplitQuote()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = SplitQuote(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    "marked",
    [
        "> a\n⟦\n⟧> b\n⟦\n  \n⟧> c\n",
        "x\n\n> a\r\n⟦\r\n⟧> b\r\n",
        ">a\n⟦\n⟧  > b\n",
        "- > a\n⟦\n⟧  > b\n",
        "1. x\n\n   > a\n⟦\n⟧   > b\n",
        "> - a\n⟦\n⟧> b\n",
        "> [!NOTE]\n> a\n⟦\n⟧> b\n",
        "---\na: b\n---\n> a\n⟦\n⟧> b\n",
    ],
)
def test_found(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "> a\n>\n> b\n",
        "> a\n\nb\n\n> c\n",
        "> a\n\n<!-- -->\n\n> b\n",
        "> a\n\n{{ b }}\n\n> c\n",
        "> a\n\n> [!TIP]\n> b\n",
        "- > a\n\n> b\n",
        "> a\n\n- > b\n",
        "- x\n\n  > a\n\n> b\n",
        "```\n> a\n\n> b\n```\n",
        "    > a\n\n    > b\n",
        "    > a\n\n> b\n",
        "> a\n\n    > b\n",
        "<pre>\n> a\n\n> b\n</pre>\n",
        "a > b\n\n> c\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["> a\n\n", ">", "\n", "- > a\n\n  > b\n\n", "> a\n\n\n\n\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "> a\n" + piece * size), 300)
