"""Numbers in brackets that could be footnotes."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.citations.numbered_citation import NumberedCitation

RULE = NumberedCitation()
LIST = "## Sources\n\n1. Weiss, <https://mill.test/>\n2. Kern\n3. Ott\n"
NOTES = "[^1]: Weiss, <https://mill.test/>\n[^2]: Kern\n[^3]: Ott\n"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (f"A ⟦[1]⟧. B [2, 3].\n\n{LIST}", f"A[^1]. B[^2][^3].\n\n{NOTES}"),
        (f"A ⟦[1–3]⟧ and `[1]`.\n\n{LIST}", f"A[^1][^2][^3] and `[1]`.\n\n{NOTES}"),
        (f"A.⟦[1]⟧[2]\n\n{LIST}\n# More\n\nB\n", f"A.[^1][^2]\n\n{NOTES}\n# More\n\nB\n"),
        (
            f"⟦[1]⟧ A\n[2] B\n\n{LIST.replace('## Sources', 'Sources' + chr(10) + '-------')}",
            f"[^1] A\n[^2] B\n\n{NOTES}",
        ),
        (
            "A ⟦[1]⟧, B [2].\n\n## Sources\n\n[1] Weiss\n\n[2] Kern\n",
            "A[^1], B[^2].\n\n[^1]: Weiss\n\n[^2]: Kern\n",
        ),
        (
            "A ⟦[1]⟧, B [2].\r\n\r\n## Sources\r\n\r\n1. Weiss\r\n2. Kern\r\n",
            "A[^1], B[^2].\r\n\r\n[^1]: Weiss\r\n[^2]: Kern\r\n",
        ),
    ],
)
def test_they_become_footnotes(text: str, fixed: str) -> None:
    (found,) = assert_flags(RULE, text, fixed, least=Applicability.UNSAFE)
    assert found.fix is not None
    assert found.fix.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    "text",
    [
        f"A ⟦[1]⟧, B [2], C [7].\n\n{LIST}",
        f"A ⟦[1]⟧, B [2], [below](#sources).\n\n{LIST}",
        f"A ⟦[1]⟧, B [2].[^a]\n\n{LIST}\n[^a]: b\n",
        "A ⟦[1]⟧, B [2].\n\n## Sources\n\nThese are:\n\n1. Weiss\n2. Kern\n",
        "A ⟦[1]⟧, B [2].\n\n## Sources\n\n1. Weiss\n2. Kern\n\nLooked up in 2025.\n",
        "A ⟦[1]⟧, B [2].\n\n## Sources\n\n1. Weiss\n   - Rye\n2. Kern\n",
    ],
)
def test_what_is_not_so_plain_is_left_to_the_author(text: str) -> None:
    (found,) = assert_flags(RULE, text, least=Applicability.UNSAFE)
    assert found.fix is None


@pytest.mark.parametrize(
    "text", [f"A.\n\n{LIST}", "A [1], B [2].\n", "A[^1].\n\n[^1]: Weiss\n", "`[1]` and [2](a.md)\n"]
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)
