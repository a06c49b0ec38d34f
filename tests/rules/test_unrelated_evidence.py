"""Facts that stand at their source, but in another context."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.unrelated_evidence import UnrelatedEvidence

RULE = UnrelatedEvidence()
URL = "https://mill.test/report"
TEXT = f"[The long report]({URL}) counts ⟦17 %⟧ of the rye.\n"
PLAIN = TEXT.replace("⟦", "").replace("⟧", "")


def test_elsewhere(seen) -> None:
    files = seen(TEXT, {URL: {"17 %": ("elsewhere", "17 %", "A discount of 17 %.")}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert found.message == (
        "The source (mill.test), read on 2026-11-20, has “17 %” only where it shares no word with "
        "this sentence, in: “A discount of 17 %.”"
    )


@pytest.mark.parametrize("support", ["supported", "near", "absent", "unknown"])
def test_silent(seen, support) -> None:
    assert_flags(RULE, PLAIN, files=seen(PLAIN, {URL: {"17 %": (support,)}}))
