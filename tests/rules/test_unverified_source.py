"""Sources that could not be read, and facts that could not be found out."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.unverified_source import UnverifiedSource

RULE = UnverifiedSource()
URL = "https://mill.test/report"
PLAIN = f"[The long report]({URL}) counts 17 % of the rye.\n"


@pytest.mark.parametrize("verdict", ["login", "blocked", "failed", "timeout", "tls", "refused"])
def test_a_source_that_could_not_be_read(seen, verdict) -> None:
    text = f"[The long report](⟦{URL}⟧) counts rye, [it]({URL}) says.\n"
    (found,) = assert_flags(RULE, text, files=seen(text, {URL: {}}, verdict=verdict))
    assert found.message == (
        "This source could not be read on 2026-11-20: It answers; look at it yourself"
    )


def test_a_fact_that_is_not_known(seen) -> None:
    text = PLAIN.replace("17 %", "⟦17 %⟧")
    files = seen(text, {URL: {"17 %": ("unknown", "", "", "only a part was read.")}})
    (found,) = assert_flags(RULE, text, files=files)
    assert found.message == "Whether the source says “17 %” is not known: only a part was read"


@pytest.mark.parametrize("verdict", ["alive", "moved", "dead", "soft-404", "unchecked"])
def test_silent(seen, verdict) -> None:
    assert_flags(RULE, PLAIN, files=seen(PLAIN, {URL: {}}, verdict=verdict))
    assert_flags(RULE, PLAIN)


def test_a_source_that_could_not_be_read_is_told_without_its_facts(seen) -> None:
    text = PLAIN.replace(URL, f"⟦{URL}⟧")
    assert_flags(RULE, text, files=seen(text, {URL: {"17 %": ("unknown",)}}, verdict="blocked"))
