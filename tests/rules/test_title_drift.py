"""The title of a source; test_author_mismatch.py has what it shares with its author and year."""

from contentlint import Document, claims, key_of
from contentlint.testing import assert_flags
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations.title_drift import TitleDrift

RULE = TitleDrift()


def test_a_source_that_is_cited_often_is_told_once_in_the_list() -> None:
    text = (
        f"It turns [1] at night [2]. It stands in winter [1].\n\n{'Rain falls. ' * 20}\n\n"
        "## Sources\n\n"
        f"1. Weiss, [⟦Rye and wheat⟧]({REPORT})\n2. Kern, <https://weir.test/>\n"
    )
    words = ("It turns at night.", "It stands in winter.", "Weiss, Rye and wheat")
    evidence = fact("title", "Rye and wheat", "absent", "Ten mills to visit")
    known = locked(claims=dict.fromkeys(words, evidence))
    plain = text.replace("⟦", "").replace("⟧", "")
    keys = {key_of(one.words) for one in claims(Document("page.md", plain)) if one.url == REPORT}
    assert keys == {key_of(one) for one in words}
    assert_flags(RULE, text, files=known)
