"""Quotations that their sources do not hold."""

from contentlint.testing import assert_flags
from contentlint_rules.citations.unsupported_quotation import UnsupportedQuotation

RULE = UnsupportedQuotation()
URL = "https://mill.test/report"
SAID = "the wheel turned all night and nobody slept"
TEXT = f"[The long report]({URL}) says: “⟦{SAID}⟧”.\n"


def test_what_the_source_says_instead(seen) -> None:
    files = seen(TEXT, {URL: {SAID: ("near", "the wheel turned half the night", "")}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert f"does not hold the words “{SAID}”; it says “the wheel turned half" in found.message


def test_a_sentence_that_is_hardly_more_is_not_told_again(seen) -> None:
    told = "the wheel turned half the night"
    files = seen(TEXT, {URL: {SAID: ("near", told, f"{told}, she said.")}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert f"it says “{told}”. Quote what" in found.message


def test_nothing_like_it(seen) -> None:
    (found,) = assert_flags(RULE, TEXT, files=seen(TEXT, {URL: {SAID: ("absent",)}}))
    assert found.message.endswith("or use words of your own")


def test_what_may_be_a_title_has_no_evidence(seen) -> None:
    text = TEXT.replace("⟦", "").replace("⟧", "")
    assert_flags(RULE, text, files=seen(text, {URL: {}}))
    assert_flags(RULE, text, files=seen(text, {URL: {SAID: ("supported",)}}))
