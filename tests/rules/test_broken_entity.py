"""What the rule broken-entity flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.broken_entity import BrokenEntity

RULE = BrokenEntity()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("a⟦&nbsp⟧\r\nb⟦&#8217⟧ c⟦&#x2019⟧\n", "a&nbsp;\r\nb&#8217; c&#x2019;\n"),
        ("- ⟦& amp;⟧ b\n", "- &amp; b\n"),
        ("| a⟦& nbsp;⟧b |\n| - |\n", "| a&nbsp;b |\n| - |\n"),
    ],
)
def test_safe_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("a⟦&nbsp⟧, b⟦&#8221⟧**\n", "a&nbsp;, b&#8221;**\n"),
        ("a⟦&mdahs;⟧b ⟦&Nbsp;⟧c\n", "a&mdash;b &nbsp;c\n"),
        ("<div>\na⟦&nbps;⟧b⟦& copy;⟧\n</div>\n", "<div>\na&nbsp;b&copy;\n</div>\n"),
    ],
)
def test_unsafe_repairs(marked: str, fixed: str) -> None:
    text = unmark(marked)[0]
    found = assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)
    assert repaired(text, found, Applicability.UNSAFE) == fixed


def test_two_characters_may_be_meant() -> None:
    (found,) = assert_flags(RULE, "a⟦&mndash;⟧b\n", least=Applicability.UNSAFE)
    assert "perhaps “&ndash;” or “&mdash;” was meant" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "&nbsp; &copy; &eacute; &notin; &CounterClockwiseContourIntegral; &#8217; &#x2019;\n",
        "&mill; &amount &copyright &lter &lt= &reg_ R&D A & B & west; C\n",
        "`&nbsp`\n\n```\n& nbsp; &eacut;\n```\n",
        "[a](/b?c&copy) <https://mill.example/?a&reg> https://mill.example/?a&lt\n",
        '<a href="?a&copy&nbps;">b</a> <b>\n\n<div title="&eacut;">\n&copy 1820\n</div>\n',
        "---\ntitle: a &nbsp b\n---\n\nc\n",
        "{{ a | replace: '&nbsp ', '' }}\n",
        "Written as “& copy;” it is seen, and so is “&nbsp”.\n",
        "<!-- & nbsp; -->\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["&nbsp ", "&", "& ", "&abcdefghijkl", "<b>& nbsp;"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)


def test_a_semicolon_is_only_surely_missing_before_a_blank() -> None:
    assert_flags(RULE, "a⟦&nbsp⟧, b⟦&#8221⟧**\n")
