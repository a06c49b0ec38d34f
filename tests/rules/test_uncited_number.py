"""Statistics without a source."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.uncited_number import UncitedNumber


@pytest.mark.parametrize(
    "marked",
    [
        "Selon eux, ⟦**12,5 %**⟧ tournent. Et 7 %.\n\nPuis ⟦12 millions d’euros⟧.\n",
        "Over ⟦25,000⟧ turn.\n\nSome 9,000 do not.\n",
        "It is ⟦280 times⟧ cheaper, and twice as old.\n",
        "- ⟦12 %⟧ turn\n- it has `12 %`\n",
        "It grinds ⟦10x⟧ faster.\n\nIt costs ⟦10x⟧ the price.\n\nEs mahlt ⟦10x⟧ schneller.\n",
        "The 10x team meets.\n\nSubmit it to 10x.\n\nSeveral 10x-funded mills, and 10x grants.\n",
        "12 % turn.[^1]\n\n[^1]: Weiss\n",
        "12 % turn [1].\n\n## Sources\n\n1. Weiss\n2. Kern\n\n## Then\n\nThis [2].\n",
        "12 % turn [@weiss].\n",
        "See the mil, a million times.\n",
        "Of all ([a](https://a.org)):\n\n* 12 % turn\n",
        "Nous avons 12 % de rabais. ",
        "It is 100 % open. ![x](/a.png){width=85%}\n",
        "# 12 % turn\n\n| a |\n|---|\n| 12 % |\n",
    ],
)
def test_a_statistic_has_a_source(marked: str) -> None:
    marked = marked.replace("⟦**12,5 %**⟧", "**⟦12,5 %⟧**")
    assert_flags(UncitedNumber(), marked)


def test_from_which_count_on_is_an_option() -> None:
    assert_flags(UncitedNumber(least=500), "Some ⟦9,000⟧ turn.\n")
