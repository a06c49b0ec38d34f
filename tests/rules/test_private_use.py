"""What the rule private-use flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.encoding.private_use import PrivateUse

RULE = PrivateUse()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: ⟦\uf0e0\uf0e1⟧ mail\n---\n",
        "a ⟦\U000f0001⟧ b ⟦\U0010fffd⟧ c\n",
        "`\uf0e0`\n\n```\n\uf0e0\n```\n\n<i>\uf0e0</i>\n".replace(
            "<i>\uf0e0</i>", "<i t='\uf0e0'>"
        ),
        "a \ue200cite\ue202turn0search0\ue201 b\n",
        "a \ufffd b\n",
        "plain\n",
    ],
)
def test_places(text: str) -> None:
    assert_flags(RULE, text)


def test_messages_never_hold_the_character() -> None:
    (icon,) = violations(RULE, "a \uf0e0 b\n")
    assert icon.message == (
        "This character (U+F0E0) has no meaning of its own: without one certain font it is a box"
    )
    (apple,) = violations(RULE, "a \uf8ff b\n")
    assert apple.message.startswith("Apple’s logo (U+F8FF)")
    (many,) = violations(RULE, "a \uf0e0 b\n" * 7)
    assert many.message.endswith("; 7 places like this on 7 lines")
