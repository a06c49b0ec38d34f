"""Pages with straight and curly signs."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags
from contentlint_rules.prose.mixed_quotes import MixedQuotes

RULE = MixedQuotes()


def test_the_first_of_the_fewer_is_shown() -> None:
    (found,) = assert_flags(RULE, 'The ⟦“⟧old” "mill" and the "dam".\n')
    assert found.message.startswith("This page has 4 straight quotation marks and 2 curly ones")
    assert found.level is Severity.INFO
    (found,) = assert_flags(RULE, "It’s l’eau, isn⟦'⟧t it?\n")
    assert "1 straight apostrophes and 2 curly ones" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "It’s “old”.\n",
        'It\'s "old".\n',
        'The “old” `"mill"` <b title="a">b</b> {{ "a" }} [a](/b "c")\n',
        'The “old” mill is 5" wide.\n',
        '---\ntitle: "a"\n---\n\nThe “old” mill.\n',
        '{: .wide title="a" }\nThe “old” mill.\n',
        '!!! note "Mill"\n    The “old” mill.\n',
        "It’s 'old'.\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_apostrophes_may_be_left_out() -> None:
    assert_flags(MixedQuotes(apostrophes=False), "It’s l’eau, isn't it?\n")
