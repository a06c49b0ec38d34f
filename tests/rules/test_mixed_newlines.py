"""What the rule mixed-newlines flags, and that its fix changes line breaks only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, violations
from contentlint_rules.encoding.mixed_newlines import MixedNewlines

RULE = MixedNewlines()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = MixedNewlines(**example.options)
    if not example.options:
        fixed = example.good if example.bad else None
        assert_flags(rule, example.bad or example.good or "", fixed)
    else:
        bad = (example.bad or "").replace("⟦", "").replace("⟧", "")
        assert repaired(bad, violations(rule, bad), Applicability.SAFE) == example.good


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a\nb⟦\r\n⟧c", "a\nb\nc"),
        ("a\r\nb⟦\n⟧c\r\n", "a\r\nb\r\nc\r\n"),
        ("a\rb⟦\n⟧c\r", "a\rb\rc\r"),
        ("a\r\nb\r\n", None),
        ("a\rb", None),
        ("a", None),
        ("", None),
    ],
)
def test_places(text: str, fixed: str | None) -> None:
    assert_flags(RULE, text, fixed)


def test_the_message_counts() -> None:
    (found,) = violations(RULE, "a\nb\nc\r\nd\re")
    assert found.message == (
        "Lines end in different ways (2 in LF, 1 in CRLF, 1 in CR); LF was expected"
    )


def test_a_style_may_be_asked_for() -> None:
    assert violations(MixedNewlines(style="lf"), "a\r\nb\r\n")
    assert violations(MixedNewlines(style="crlf"), "a\nb\n")
    assert MixedNewlines(style="crlf").concerns("a\n")
    assert not MixedNewlines(style="lf").concerns("a\n")


@given(st.text(st.sampled_from("a\r\n")))
def test_a_fix_leaves_one_kind(text: str) -> None:
    fixed = repaired(text, violations(RULE, text), Applicability.SAFE)
    assert fixed.split() == text.split()
    assert not violations(RULE, fixed)
