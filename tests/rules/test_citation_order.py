"""The order of numbered sources."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.citation_order import CitationOrder

LIST = "\n\n## Sources\n\n[1] Weiss\n[2] Kern\n[3] Abt\n[4] Ott\n"


@pytest.mark.parametrize(
    "marked",
    [
        "A [1] b [3] c ⟦[2]⟧ d [4] e [2]." + LIST,
        "A [3–4] b ⟦[1]⟧ c ⟦[2]⟧." + LIST,
        "A [1][2] b [1] c [3,4]." + LIST,
        "A [1] b [2] c [5].\n\n## Sources\n\n[1] Weiss\n[2] Kern\n[⟦5⟧] Abt\n",
        "A [3] b [4].\n\n## Sources\n\n[3] Weiss\n[4] Kern\n",
        "A [2] b [1].\n\n## Sources\n\n1. Abt\n2. *Kern*\n",
        "A [2] b ⟦[1]⟧.\n\n## Sources\n\n1. Weiss\n2. Abt\n",
        "A [1] b [7] c [2]." + LIST,
        "A [2] b [1].\n",
    ],
)
def test_numbers_come_in_order(marked: str) -> None:
    assert_flags(CitationOrder(), marked)
