"""Links to sources that are gone."""

import pytest

from contentlint import Severity
from contentlint.citations.visit import Verdict
from contentlint.fix import Applicability
from contentlint.testing import assert_flags
from contentlint_rules.citations.dead_link import DeadLink

RULE = DeadLink()
URL = "https://mill.test/report"
COPY = f"https://archive.test/2025/{URL}"


@pytest.mark.parametrize("verdict", ["dead", "soft-404"])
@pytest.mark.parametrize(
    "text",
    [
        f"See [the report](⟦{URL}⟧).\n",
        f"See [the report](⟦{URL}#rye⟧).\n",
        f"See <⟦{URL}⟧>.\n",
        f"See [the report][1].\n\n[1]: ⟦{URL}⟧\n",
        f"See [the report](⟦{URL}⟧), and [again](⟦{URL}⟧).\n",
    ],
)
def test_gone(seen, verdict, text) -> None:
    for found in assert_flags(RULE, text, files=seen(text, {URL: {}}, verdict=verdict)):
        assert found.level is Severity.ERROR
        assert found.message == (
            "This source was gone on 2026-11-20: It answers. Link to where it is now, or to "
            "another source"
        )
        assert found.fix is None


@pytest.mark.parametrize("verdict", [one for one in Verdict if not one.is_dead])
def test_nothing_else_is_called_dead(seen, verdict) -> None:
    text = f"See [the report]({URL}).\n"
    assert_flags(RULE, text, files=seen(text, {URL: {}}, verdict=str(verdict)))


def test_the_copy_is_only_offered(seen) -> None:
    text = f"See [the report](⟦{URL}⟧).\n"
    (found,) = assert_flags(
        RULE,
        text,
        f"See [the report]({COPY}).\n",
        files=seen(text, {URL: {}}, verdict="dead", archive=COPY),
        least=Applicability.SUGGESTION,
    )
    assert found.message.endswith("or to the copy that an archive has")
    assert found.fix.applicability is Applicability.SUGGESTION


def test_an_address_that_is_written_otherwise_is_left_alone(seen) -> None:
    text = "See ⟦www.mill.test/report⟧.\n"
    known = seen(text, {"http://www.mill.test/report": {}}, verdict="dead", archive=COPY)
    (found,) = assert_flags(RULE, text, files=known)
    assert found.message.endswith("or to the copy that an archive has")
    assert found.fix is None


@pytest.mark.parametrize(
    "copy", ["javascript:alert(1)", "https://a.test/x)[y](z", "https://a.test/a b", 'https://a/"']
)
def test_what_cannot_be_an_address_is_not_offered(seen, copy) -> None:
    text = f"See [the report](⟦{URL}⟧).\n"
    (found,) = assert_flags(RULE, text, files=seen(text, {URL: {}}, verdict="dead", archive=copy))
    assert found.fix is None


def test_without_a_lock_or_for_other_sources() -> None:
    assert_flags(RULE, f"See [the report]({URL}).\n")


def test_a_reason_of_many_lines_is_told_in_one(seen) -> None:
    text = f"See [the report](⟦{URL}⟧).\n"
    files = seen(text, {URL: {}}, verdict="dead")
    files["contentlint.lock"] = files["contentlint.lock"].replace(
        "answers.", "was\\nlong" + " ago" * 200
    )
    (found,) = assert_flags(RULE, text, files=files)
    assert "\n" not in found.message
    assert len(found.message) < 400
