"""What the rule missing-footnote flags, and what it leaves alone."""

import pytest

from contentlint import Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.missing_footnote import MissingFootnote

RULE = MissingFootnote()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("a⟦[^1]⟧ b\n", Severity.WARNING),
        ("a⟦[^x]⟧ b[^y]\n\n[^y]: c\n", Severity.ERROR),
        ("a[^Y]\n\n[^y]: c\n⟦[^z]:⟧ d\n", Severity.WARNING),
        ("a⟦[^1]⟧[^2].\n\n[^2]: c\n", Severity.ERROR),
    ],
)
def test_notes(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]: b\n\n[^1]: c\n",
        "`[^1]` and\n\n```\n[^2]: a\n```\n",
        "[^abc] is a class, and so is [^a-z]\n",
        "a[^1](b) a[^1][c] \\[^1] x[^1]^\n\n[c]: d\n",
        "a [^1]\n\n> [^1]: b\n",
        "- a[^1]\n\n  [^1]: b\n",
        "^[An inline note]\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["[^1]", "[^", "[^1]: a\n", "a[^1]\n\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
