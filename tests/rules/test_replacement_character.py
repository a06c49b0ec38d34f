"""What the rule replacement-character flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.encoding.replacement_character import ReplacementCharacter

RULE = ReplacementCharacter()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")


@pytest.mark.parametrize(
    "text",
    [
        "Le ⟦mus�e⟧.\n",
        "⟦�⟧ alone.\n",
        "---\ntitle: Le ⟦mus�e⟧\n---\n",
        "L⟦’�t�⟧ et ⟦l'�t�⟧.\n".replace("L⟦", "⟦L"),
        "Code `�` and ⟦not�⟧.\n",
        "<b title='�'>x</b>\n",
        "See https://example.test/�a now.\n",
        "[a](b�.png)\n",
        "Some mojibake: � here.\n",
        "A page in UTF-8: � here.\n",
        "Un mot : â€œouiâ€�, déjà.\n",
    ],
)
def test_places(text: str) -> None:
    assert_flags(RULE, text)


def test_many_are_one() -> None:
    found = violations(RULE, "Le mus�e.\n" * 4)
    assert len(found) == 4
    (found,) = violations(RULE, "Le mus�e.\n" * 5)
    assert found.message == (
        "In “mus�e” a character was lost: “�” stands for it. Write it again; "
        "5 places like this on 5 lines"
    )
    assert found.fix is None
    assert violations(RULE, "a � b\n")[0].message.startswith("Here a character was lost")
