"""Sources that no number points to."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.unused_source import UnusedSource

RULE = UnusedSource()


@pytest.mark.parametrize(
    "text",
    [
        "One [1], three [3].\n\n## Sources\n\n1. Weiss\n⟦2⟧. Kern\n3. Ott\n",
        "One [1], three [3].\n\n## Sources\n\n[1] Weiss\n\n[⟦2⟧] Kern\n\n[3] Ott\n",
        "One [2, 3].\n\n## Sources\n\n⟦1⟧. Weiss, see [1]\n2. Kern\n3. Ott\n",
    ],
)
def test_nobody_points_to_it(text: str) -> None:
    for violation in assert_flags(RULE, text):
        assert "in the text points to this source" in violation.message


@pytest.mark.parametrize(
    "text",
    [
        "One [1-3].\n\n## Sources\n\n1. Weiss\n2. Kern\n3. Ott\n",
        "One [1].\n\n## Sources\n\n1. Weiss\n2. Kern\n",
        "One.\n\n## Sources\n\n1. Weiss\n2. Kern\n",
        "One [1], two [2].\n\n## Sources\n\n1. Weiss\n2. Kern\n\n## Further reading\n\n1. Ott\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)
