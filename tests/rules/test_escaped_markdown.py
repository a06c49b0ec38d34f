"""What the rule escaped-markdown flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.escaped_markdown import EscapedMarkdown

RULE = EscapedMarkdown()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")
    if example.bad and example.good:
        text = unmark(example.bad)[0]
        assert repaired(text, violations(RULE, text), Applicability.UNSAFE) == example.good


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("- ⟦\\*\\*a\\*\\*⟧: b\r\n", "- **a**: b\r\n"),
        ("> ⟦\\*\\*车\\*\\*⟧。\n", "> **车**。\n"),
        ("⟦\\[a\\]\\(https://b.example/c\\)⟧\n", "[a](https://b.example/c)\n"),
        ("⟦\\[a b](/c)⟧ and ⟦\\[d\\](#e)⟧\n", "[a b](/c) and [d](#e)\n"),
        ("| ⟦\\*\\*a\\*\\*⟧ |\n| - |\n", "| **a** |\n| - |\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    for one in assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE):
        assert RULE.severity is Severity.WARNING
        assert one.fix


@pytest.mark.parametrize(
    "text",
    [
        "`\\*\\*a\\*\\*` and\n\n```\n\\[a\\](https://b.example)\n```\n",
        "\\*\\*\\* a \\*\\*\\* and 2 \\*\\* 3 \\*\\* 4 and a\\*\\*b\\*\\*c\n",
        "\\[a\\] (b) \\[c\\](d) \\[sic\\], \\[x^2\\]\n",
        "---\ntitle: \\*\\*a\\*\\*\n---\n\nb\n",
        "**a** [b](https://c.example)\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["\\*\\*", "\\*\\*a", "\\[a", "\\[a\\](/", "\\[a\\](/b"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
