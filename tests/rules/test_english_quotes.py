"""Quotations on English pages."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.prose.english_quotes import EnglishQuotes

RULE = EnglishQuotes()


def test_repairs() -> None:
    marked = 'On the ⟦"old"⟧ mill.\n'
    assert_flags(RULE, marked, path="en/a.md")
    assert_flags(RULE, marked, "On the “old” mill.\n", path="en/a.md", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("en/a.md", 'On the “old” mill, `"a"`, 5" wide.\n'),
        ("fr/a.md", 'On the "old" mill.\n'),
        ("a.md", 'On the "old" mill.\n'),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)
