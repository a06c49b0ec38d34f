"""What the rule unnormalized flags, what it leaves alone, and that its fix joins only accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, violations
from contentlint_rules.encoding.unnormalized import Unnormalized

RULE = Unnormalized()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "", example.good if example.bad else None)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("---\ntitle: ⟦e\u0301te\u0301⟧\n---\n", "---\ntitle: été\n---\n"),
        ("**⟦cafe\u0301⟧**\n", "**café**\n"),
        ("[⟦cafe\u0301⟧](cafe\u0301.md)\n", "[café](cafe\u0301.md)\n"),
        ("<a href='cafe\u0301'>x</a>\n", None),
        ("https://example.test/cafe\u0301\n", None),
        ("\u212b and \u2126\u0301\n", None),
        ("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd\n", None),
        ("a\u0323\u0302b\n".replace("a\u0323\u0302b", "⟦a\u0323\u0302b⟧"), "ậb\n"),
        ("\u0301 alone\n", None),
        ("k̂ and i̯\n", None),
    ],
)
def test_places(text: str, fixed: str | None) -> None:
    assert_flags(RULE, text, fixed)


def test_many_are_one() -> None:
    (found,) = violations(RULE, "cafe\u0301\n\n" * 6)
    assert found.message == ("“café” is spelt with separate accents; 6 places like this on 6 lines")
    assert len(found.fix.edits) == 6


@given(st.text(st.sampled_from("aeno \u0301\u0302\u0323\u0308\u0141\u05b8`(")))
def test_a_fix_keeps_the_meaning_and_leaves_nothing(text: str) -> None:
    fixed = repaired(text, violations(RULE, text), Applicability.SAFE)
    assert unicodedata.normalize("NFC", fixed) == unicodedata.normalize("NFC", text)
    assert not violations(RULE, fixed)
