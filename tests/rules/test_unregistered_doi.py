"""DOIs that nobody has registered."""

import pytest

from contentlint import Severity
from contentlint.citations.lock import Notice
from contentlint.testing import assert_flags
from contentlint_rules.citations.dead_link import DeadLink
from contentlint_rules.citations.noticed_source import NoticedSource
from contentlint_rules.citations.unregistered_doi import UnregisteredDoi

RULE = UnregisteredDoi()
URL = "https://doi.org/10.5555/mill"
TEXT = f"It grinds all grain ([Weiss](⟦{URL}⟧)), rye too ([Weiss](⟦{URL}⟧)).\n"
PLAIN = TEXT.replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize(
    ("kind", "level", "hint"),
    [
        ("unregistered", Severity.ERROR, False),
        ("unregistered-yet", Severity.WARNING, True),
    ],
)
def test_it_is_told_wherever_it_stands(seen, kind, level, hint) -> None:
    notice = Notice(kind, "No register knows 10.5555/mill.")
    files = seen(TEXT, {URL: {}}, notices=(notice,), verdict="dead")
    for found in assert_flags(RULE, TEXT, files=files):
        assert found.level is level
        assert found.message.startswith("No register knows 10.5555/mill. ")
        assert ("too new" in found.message) is hint
    assert_flags(NoticedSource(), PLAIN, files=files)


def test_nobody_says_twice_that_it_is_gone() -> None:
    assert "unregistered-doi" in DeadLink.yields_to


def test_other_notices_are_not_told(seen) -> None:
    notice = Notice("retraction", "It was retracted.")
    assert_flags(RULE, PLAIN, files=seen(TEXT, {URL: {}}, notices=(notice,)))
    assert_flags(RULE, PLAIN)
