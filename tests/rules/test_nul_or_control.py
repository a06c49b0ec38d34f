"""What the rule nul-or-control flags, what it leaves alone, and what its fix deletes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, violations
from contentlint_rules.encoding.nul_or_control import NulOrControl

RULE = NulOrControl()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a⟦\0⟧b\n", "ab\n"),
        ("a⟦\x0b\x1b⟧b\n", "ab\n"),
        ("---\ntitle: a⟦\x07⟧b\n---\n", "---\ntitle: ab\n---\n"),
        ("`a⟦\x07⟧b`\n", None),
        ("a\tb\r\nc\fd\x85e\n", None),
        ("a⟦\x80\x9f⟧b\n", None),
        ("a \u2066b\u2069 c\n", None),
        ("a ⟦\u2066⟧b \u202c c\n", None),
        ("a \u202ab\u202c ⟦\u2067⟧c\n\u2069\n", None),
        ("a \u200f b \u200e c\n", None),
    ],
)
def test_places(text: str, fixed: str | None) -> None:
    assert_flags(RULE, text, fixed)


@pytest.mark.parametrize(
    ("char", "name"),
    [("\0", "U+0000 nul"), ("\x1b", "U+001B escape"), ("\x1f", "U+001F"), ("\x81", "U+0081")],
)
def test_messages_name_the_character(char: str, name: str) -> None:
    (found,) = violations(RULE, f"a{char}b\n")
    assert found.message == f"A control character stands here: {name}. Delete it"


def test_what_is_not_certain_is_unsafe() -> None:
    for text in ("a\x80b\n", "a \u202eb\n"):
        (found,) = violations(RULE, text)
        assert found.fix.applicability is Applicability.UNSAFE
    assert violations(RULE, "`a\0b`\n")[0].fix is None


@given(st.text(st.sampled_from("a `\n\0\x07\x80\u202a\u202c\u2066\u2069")))
def test_every_fix_together_leaves_nothing_but_code(text: str) -> None:
    found = violations(RULE, text)
    fixed = repaired(text, found, Applicability.UNSAFE)
    if "`" not in text:
        assert not violations(RULE, fixed)
