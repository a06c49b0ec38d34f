"""What the rule duplicate-heading flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.duplicate_heading import DuplicateHeading

RULE = DuplicateHeading()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = DuplicateHeading(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    "marked",
    [
        "## a\n\n## ⟦a⟧\n\n## ⟦a⟧ ##\n",
        "## The  mill\r\n\r\n## ⟦the mill⟧\r\n",
        "a\n---\n\n## b\n\n⟦a⟧\n---\n",
        "## a\n\n### b\n\n#### c\n\n### ⟦b⟧\n",
        "## a\n\n<!-- x -->\n\n## ⟦a <!-- x -->⟧\n",
        "- ## a\n- ## ⟦a⟧\n",
        "## a\n\n```\n## a\n```\n\n## ⟦a⟧\n",
    ],
)
def test_found(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "## a\n\n## b\n",
        "## 2\n\n### Added\n\n## 1\n\n### Added\n",
        "# a\n\n## a\n\n### a\n",
        "## a {#one}\n\n## a {#two}\n",
        "## a\n\n> ## a\n",
        "##\n\n##\n",
        "## {{ a }}\n\n## {{ a }}\n",
        "## a\n\n```\n## a\n```\n",
        "<!--\n## a\n-->\n\n## a\n",
        "{% raw %}\n## a\n{% endraw %}\n\n## a\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_everywhere() -> None:
    everywhere = DuplicateHeading(everywhere=True)
    assert_flags(everywhere, "# a\n\n## ⟦a⟧\n\n## b\n\n### ⟦a⟧\n\n### ⟦b⟧\n")


def test_it_says_where_the_first_is() -> None:
    (found,) = violations(RULE, "# a\n\n## b\n\n## b\n")
    assert found.message.startswith("Line 3 ")


@pytest.mark.parametrize("piece", ["# a\n", "## a\n### b\n# c\n", "###### a\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 500)
    linear(lambda size: violations(RULE, "".join(f"# {n}\n" for n in range(size))), 1000)
