"""Footnotes that say the same."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.repeated_note import RepeatedNote


@pytest.mark.parametrize(
    "marked",
    [
        "A[^1] b[^2] c[^3].\n\n[^1]: See\n    https://a.org.\n⟦[^2]:⟧ see https://a.org\n[^3]: https://a.org\n",
        "A[^1] b[^2].\n\n[^1]: See https://a.org, p. 3\n[^2]: See https://a.org, p. 4\n",
        "A[^1] b[^2].\n\n[^1]: The same.\n[^2]: The same.\n",
        "A[^1] b[^1].\n\n[^1]: See https://a.org\n",
        "```\n[^1]: See https://a.org\n[^2]: See https://a.org\n```\n[^1] [^2]\n",
    ],
)
def test_a_note_is_written_once(marked: str) -> None:
    assert_flags(RepeatedNote(), marked)
