"""Sources without an address in lists where others have one."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.unlocated_source import UnlocatedSource

HEAD = (
    "A [1][2][3][4].\n\n## Sources\n\n1. https://a.org\n2. [B](https://b.org)\n3. doi:10.1000/182\n"
)


@pytest.mark.parametrize(
    "entry",
    [
        "⟦4⟧. Ott, The mill",
        "4. Ott, arXiv:2301.01234",
        "4. Ibid., p. 3",
        "4. Ott, mill.org",
        "4. [Ott][o]",
    ],
)
def test_one_without_an_address_stands_out(entry: str) -> None:
    assert_flags(UnlocatedSource(), f"{HEAD}{entry}\n")


def test_a_list_of_which_many_have_none_is_left_alone() -> None:
    assert_flags(UnlocatedSource(), f"{HEAD}4. Ott\n5. Abt\n")
    assert_flags(UnlocatedSource(), "A [1][2].\n\n## Sources\n\n1. Weiss\n2. Kern\n")
