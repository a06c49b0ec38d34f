"""Numbers that their sources do not hold."""

import pytest

from contentlint import Document, Severity, claims
from contentlint.testing import assert_flags, violations
from contentlint_rules.citations.unsupported_number import UnsupportedNumber

RULE = UnsupportedNumber()
URL, OTHER = "https://www.mill.test/report", "https://weir.test/b"
TEXT = f"[The long report]({URL}) counts ⟦17 %⟧ of the rye.\n"
PLAIN = TEXT.replace("⟦", "").replace("⟧", "")
BOTH = f"[The long report]({URL}) and [another study]({OTHER}) show ⟦17 %⟧ of the rye.\n"


def test_a_slip_is_told_with_what_the_source_says(seen) -> None:
    quote = "Of  the\nrye, 1.7 % was lost."
    files = seen(TEXT, {URL: {"17 %": ("near", "1.7 %", quote)}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert found.message == (
        "The source (mill.test), read on 2026-11-20, does not hold the figure “17 %”; it says "
        "“1.7 %”, in: “Of the rye, 1.7 % was lost.” Correct the figure, or cite the page that has "
        "it"
    )
    assert (found.level, found.fix) == (Severity.ERROR, None)


def test_what_is_absent(seen) -> None:
    (found,) = assert_flags(RULE, TEXT, files=seen(TEXT, {URL: {"17 %": ("absent",)}}))
    assert "does not hold the figure “17 %”. Correct" in found.message


def test_a_long_sentence_of_the_source_is_cut(seen) -> None:
    files = seen(TEXT, {URL: {"17 %": ("near", "1.7 %", "rye " * 100)}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert "…”" in found.message
    assert len(found.message) < 450


@pytest.mark.parametrize("support", ["supported", "elsewhere", "unknown"])
def test_other_evidence_says_nothing(seen, support) -> None:
    assert_flags(RULE, PLAIN, files=seen(PLAIN, {URL: {"17 %": (support,)}}))


def test_nothing_is_known(seen) -> None:
    assert_flags(RULE, PLAIN, files=seen(PLAIN, {}))
    assert_flags(RULE, PLAIN, files=seen(PLAIN, {URL: {}}))
    assert_flags(RULE, PLAIN)
    assert_flags(RULE, PLAIN.replace("17", "18"), files=seen(PLAIN, {URL: {"17 %": ("absent",)}}))


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [
        (("absent",), ("absent",), True),
        (("absent",), ("near", "1.7 %"), True),
        (("absent",), None, True),
        (("absent",), ("supported",), False),
        (("near", "1.7 %"), ("unknown",), False),
        (("near", "1.7 %"), ("elsewhere",), False),
    ],
)
def test_one_source_of_a_sentence_is_enough(seen, one, other, flagged) -> None:
    """Where a source has no evidence, although its sentence was looked up, another one counts."""
    text = BOTH if flagged else BOTH.replace("⟦", "").replace("⟧", "")
    files = seen(text, {URL: {"17 %": one}, OTHER: {"17 %": other} if other else {}})
    found = assert_flags(RULE, text, files=files)
    assert len(found) == flagged


def test_that_none_of_several_sources_has_it_is_said(seen) -> None:
    known = {url: {"17 %": ("absent",)} for url in (URL, OTHER)}
    (found,) = assert_flags(RULE, BOTH, files=seen(BOTH, known))
    assert found.message.startswith(
        "None of the 2 sources of this sentence holds the figure “17 %”."
    )


def test_a_second_source_that_nobody_has_asked_may_have_it(seen) -> None:
    text = BOTH.replace("⟦", "").replace("⟧", "")
    assert_flags(RULE, text, files=seen(text, {URL: {"17 %": ("absent",)}}))


def test_evidence_of_an_earlier_day_does_not_claim_a_day(seen) -> None:
    files = seen(TEXT, {URL: {"17 %": ("absent",)}}, verdict="timeout")
    (found,) = assert_flags(RULE, TEXT, files=files)
    assert found.message.startswith("The source (mill.test), when last read, does not hold")
    known = {"verdict": "timeout", "seen": "2026-10-01T09:00:00Z"}
    (found,) = assert_flags(RULE, TEXT, files=seen(TEXT, {URL: {"17 %": ("absent",)}}, **known))
    assert found.message.startswith("The source (mill.test), read on 2026-10-01, does not hold")


def test_a_number_is_told_once_however_often_its_source_is_named(seen) -> None:
    text = f"[The long report]({URL}) counts ⟦17 %⟧ of rye, as [the long report]({URL}) says.\n"
    assert_flags(RULE, text, files=seen(text, {URL: {"17 %": ("absent",)}}))


def test_the_lock_is_of_other_pages_too(seen) -> None:
    files = {**seen(PLAIN, {URL: {"17 %": ("absent",)}}), "b.md": PLAIN}
    assert len(violations(RULE, PLAIN, "a.md", files)) == 1


LOOSE = f"The study of the guild puts rye at ⟦17 %⟧, and [the archive]({URL}) holds the plans.\n"


def test_where_a_sentence_may_not_speak_of_its_link_only_a_slip_is_told(seen) -> None:
    plain = LOOSE.replace("⟦", "").replace("⟧", "")
    assert [one.loose for one in claims(Document("page.md", plain))] == [True]
    files = seen(LOOSE, {URL: {"17 %": ("near", "1.7 %")}})
    (found,) = assert_flags(RULE, LOOSE, files=files)
    assert found.level is Severity.INFO
    assert_flags(RULE, plain, files=seen(plain, {URL: {"17 %": ("absent",)}}))


def test_a_link_that_may_not_be_meant_can_bear_a_number_out_and_no_more(seen) -> None:
    text = f"[The long report]({OTHER}) puts rye at ⟦17 %⟧, and [the archive]({URL}) holds it.\n"
    plain = text.replace("⟦", "").replace("⟧", "")
    assert [one.loose for one in claims(Document("page.md", plain))] == [False, True]
    absent = {OTHER: {"17 %": ("absent",)}}
    assert_flags(RULE, text, files=seen(text, {**absent, URL: {"17 %": ("unknown",)}}))
    assert_flags(RULE, text, files=seen(text, absent))
    assert_flags(RULE, plain, files=seen(plain, {**absent, URL: {"17 %": ("supported",)}}))


RESTED = (
    "Of the rye, 17 % was lost. It cost 40 € a day, 9 hours and 230 kg.\n\n"
    "In 2019 there were 35 % more.\n\n{}## Sources\n\n- [The long report](" + URL + ")\n"
)
"""A page whose only source stands at its end."""


def test_a_page_that_rests_on_one_source_is_told_what_does_not_stand_there(seen) -> None:
    good = dict.fromkeys(("17 %", "40 €", "230 kg", "9 hours"), ("supported",))
    plain = RESTED.format("")
    marked = plain.replace("35 %", "⟦35 %⟧")
    assert {one.loose for one in claims(Document("page.md", plain)) if one.facts} == {True}
    for wrong in (("absent",), ("near", "53 %")):
        known = {URL: {**good, "35 %": wrong, "2019": ("absent",)}}
        (found,) = assert_flags(RULE, marked, files=seen(marked, known))
        assert found.level is Severity.WARNING
        assert "most other figures of this page stand there" in found.message
    few = {URL: {"17 %": ("supported",), "35 %": ("absent",)}}
    assert_flags(RULE, plain, files=seen(plain, few))


def test_what_is_shown_of_a_source_is_cut_between_words_round_the_figure(seen) -> None:
    quote = f"{'Rye grows by the river. ' * 12}Of it 1.7 % was lost{' and went down the weir' * 9}."
    files = seen(TEXT, {URL: {"17 %": ("near", "1.7 %", quote)}})
    (found,) = assert_flags(RULE, TEXT, files=files)
    shown = found.message.partition("in: “…")[2].partition("…”")[0]
    assert "Of it 1.7 % was lost and went" in shown
    assert f" {shown} " in f" {quote} "
    assert len(shown) < 200
