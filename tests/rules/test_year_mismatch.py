"""The year of a source; test_author_mismatch.py has what it shares with its author and title."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations.year_mismatch import YearMismatch

RULE = YearMismatch()
LIST = "One [1], two [2].\n\n## Sources\n\n1. {entry}\n2. Kern, <https://weir.test/>\n"


@pytest.mark.parametrize(
    ("support", "level"), [("absent", Severity.WARNING), ("near", Severity.INFO)]
)
def test_the_year_is_shown_where_an_entry_has_it(support: str, level: Severity) -> None:
    words = "Weiss (2024), The long report"
    known = locked(claims={words: fact("year", "2024", support, "2021")})
    entry = f"Weiss (⟦2024⟧), [The long report]({REPORT})"
    (found,) = assert_flags(RULE, LIST.format(entry=entry), files=known)
    assert found.level is level
    assert "2024" in found.message
    assert "2021" in found.message
