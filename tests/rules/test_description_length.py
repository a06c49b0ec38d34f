"""Descriptions that are too long or too short."""

import pytest

from contentlint import OptionError, Severity
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.description_length import DescriptionLength

RULE = DescriptionLength()


def test_limits() -> None:
    assert_flags(RULE, f"---\ndescription: {'a' * 50}\n---\n")
    assert_flags(RULE, f"---\ndescription: {'a' * 160}\n---\n")
    (long,) = assert_flags(RULE, f"---\ndescription: ⟦{'a' * 161}⟧\n---\n")
    assert "“description” has 161 characters: search results show about 160" in long.message
    assert long.level is Severity.ERROR
    (short,) = assert_flags(RULE, f"---\ndescription: ⟦{'a' * 49}⟧\n---\n")
    assert "“description” has 49 characters: at least 50" in short.message
    assert short.level is Severity.INFO


@pytest.mark.parametrize(
    "marked",
    [
        "---\ndescription: >-\n  aaaaaaaaaaaaaaaaaaaaaaaaa\n  bbbbbbbbbbbbbbbbbbbbbbbbbb\n---\n",
        "---\ndescription: ⟦>-\n  a\n  b⟧\n---\n",
        "---\ndescription: 水車小屋は川のそばに建っていて、今もライ麦を挽いています。\n---\n",
        "---\ndescription: ''\n---\n",
        "---\ntitle: a\n---\n",
        "---\ndescription: {{ .Summary }}\n---\n",
        "---\nsummary: a\n---\n",
    ],
)
def test_what_counts(marked: str) -> None:
    assert_flags(RULE, marked)


def test_options() -> None:
    assert_flags(DescriptionLength(keys=("summary",)), "---\nsummary: ⟦a⟧\n---\n")
    assert_flags(DescriptionLength(min=0), "---\ndescription: a\n---\n")
    assert_flags(DescriptionLength(unit="characters"), "---\ndescription: ⟦水車小屋⟧\n---\n")
    with pytest.raises(OptionError):
        DescriptionLength(min=200)
    with pytest.raises(OptionError):
        DescriptionLength(keys=("",))
