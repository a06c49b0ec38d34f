"""Quotations on German pages."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.prose.german_quotes import GermanQuotes

RULE = GermanQuotes()


def test_repairs() -> None:
    marked = 'Das ⟦"Korn"⟧ und die ⟦“Mühle”⟧.\n'
    fixed = "Das „Korn“ und die „Mühle“.\n"
    assert_flags(RULE, marked, path="de/a.md")
    assert_flags(RULE, marked, fixed, path="de/a.md", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("de/a.md", 'Das „Korn“ und die »Mühle« und „Rad” `"a"`.\n'),
        ("de-CH/a.md", 'Das "Korn" und die Mühle.\n'),
        ("en/a.md", 'The "mill" und so.\n'),
        ("a.md", 'Das "Korn" und die Mühle.\n'),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)
