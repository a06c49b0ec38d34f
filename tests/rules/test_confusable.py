"""What the rule confusable flags, what it leaves alone, and what its fix writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, repaired, violations
from contentlint_rules.encoding.confusable import _TO_LATIN, Confusable

RULE = Confusable()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "", example.good if example.bad else None)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("---\ntitle: the ⟦p\u0430ge⟧\n---\n", "---\ntitle: the page\n---\n"),
        ("⟦\u0421offee⟧ and ⟦\u039fpen⟧\n", "Coffee and Open\n"),
        ("**⟦Москвa⟧**\n", "**Москва**\n"),
        ("⟦caf\u0435\u0301s⟧".replace("\u0435\u0301", "é") + "\n", None),
        ("`p\u0430ge`, <b title='p\u0430ge'>, https://p\u0430ge.test\n", None),
        ("Pythonу, Gitа, APIшка, IDе\n", None),
        ("x-координата, web-сайт, IT-отдел\n", None),
        ("kΩ, 5Ω, µmeter, λx, ξ-axis, Eξ, Δtime\n", None),
        ("Homoglyphs: p\u0430ge\n", None),
        ("p\u0430y\n", None),
        ("ра\u0441\u0435s\n", None),
        ("шведский English язык\n", None),
        ("中文p\u0430ge\n", None),
    ],
)
def test_places(text: str, fixed: str | None) -> None:
    if "é" in text:
        text = text.replace("⟦", "").replace("⟧", "")
    assert_flags(RULE, text, fixed)


def test_the_message_names_the_character() -> None:
    (found,) = violations(RULE, "the p\u0430ge\n")
    assert found.message == (
        "“p\u0430ge” mixes two alphabets: U+0430 cyrillic small letter a only looks like a letter "
        "of this word"
    )


def test_the_twins_are_letters_of_other_alphabets() -> None:
    assert all(char > "\u036f" and twin.isascii() for char, twin in _TO_LATIN.items())
    assert all(char.isupper() == twin.isupper() for char, twin in _TO_LATIN.items())


@given(st.text(st.sampled_from("aceoxyаеохуЯжωο bT-`")))
def test_a_fix_leaves_nothing(text: str) -> None:
    fixed = repaired(text, violations(RULE, text), Applicability.SAFE)
    assert not violations(RULE, fixed)
    assert len(fixed) == len(text)
