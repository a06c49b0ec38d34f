"""Facts that nobody has looked up, and sources that nobody has asked."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.citations.unchecked_citation import UncheckedCitation

RULE = UncheckedCitation()
URL = "https://mill.test/report"
PLAIN = f"[The long report]({URL}) counts 17 % of the rye.\n"
KNOWN = {URL: {"17 %": ("supported",)}}


def test_a_figure_that_was_changed_since(seen) -> None:
    changed = PLAIN.replace("17 %", "⟦18 %⟧")
    (found,) = assert_flags(RULE, changed, files=seen(PLAIN, KNOWN))
    assert RULE.severity is Severity.INFO
    assert found.message == (
        "Whether the source says “18 %” was not looked up; “contentlint cite update” looks it up"
    )


def test_a_new_sentence_about_a_known_source(seen) -> None:
    text = f"{PLAIN}\n[The long report]({URL}) counts ⟦3 %⟧ of the wheat.\n"
    assert_flags(RULE, text, files=seen(PLAIN, KNOWN))


def test_a_new_source_is_told_once(seen) -> None:
    text = f"{PLAIN}\nAnd [the dam](⟦https://dam.test/a⟧), [again](https://dam.test/a#b).\n"
    (found,) = assert_flags(RULE, text, files=seen(PLAIN, KNOWN))
    assert found.message.startswith("Nobody has looked at this source yet")


def test_new_sources_of_a_page_are_told_together(seen) -> None:
    text = (
        f"{PLAIN}\n[The new report](⟦https://dam.test/a⟧) counts 3 % of the wheat, [another]"
        "(https://weir.test/b) 4 %; see [the first](https://dam.test/a#b).\n"
    )
    (found,) = assert_flags(RULE, text, path="a.md", files=seen(PLAIN, KNOWN))
    assert found.message == (
        "Nobody has looked at 2 sources of this page yet, of which this is the first; "
        "“contentlint cite update a.md” does"
    )


def test_pages_that_nobody_has_looked_up_are_told_together(seen) -> None:
    """Unless most pages were looked up: then each of the others is a new one."""
    new = "See [the dam](https://dam.test/a) and [the weir](https://weir.test/b).\n"
    files = {"a.md": PLAIN, **seen(PLAIN, KNOWN)}
    some = {**files, **{f"{name}.md": new for name in "bcd"}}
    (found,) = violations(RULE, new, "b.md", some)
    assert found.message == (
        "Nobody has looked at 2 sources of this page yet, of which this is the first, nor at those "
        "of 2 other pages; “contentlint cite update” does"
    )
    assert violations(RULE, new, "c.md", some) == []
    most = {**files, **{f"{name}.md": PLAIN for name in "bcd"}, "e.md": new, "f.md": new}
    for name in ("e.md", "f.md"):
        (found,) = violations(RULE, new, name, most)
        assert found.message.endswith(f"the first; “contentlint cite update {name}” does")


def test_a_work_that_is_cited_by_its_key(seen) -> None:
    url = "https://dam.test/rye"
    bib = {"refs.bib": f"@misc{{rye, title = {{Rye}}, url = {{{url}}}}}\n"}
    head = "---\nbibliography: refs.bib\n---\n"
    text = f"{head}The mill loses 17 % of it [@rye].\n"
    marked = text.replace("[@rye]", "⟦[@rye]⟧")
    assert_flags(RULE, marked, files={**seen("", {URL: {}}), **bib})
    files = {**seen("", {url: {}}), **bib}
    assert_flags(RULE, text.replace("17 %", "⟦17 %⟧"), files=files)


def test_one_for_which_there_was_no_time(seen) -> None:
    text = f"See [the report](⟦{URL}⟧).\n"
    assert_flags(RULE, text, files=seen(text, {URL: {}}, verdict="unchecked"))


def test_a_number_without_evidence_where_the_source_that_had_it_is_gone(seen) -> None:
    """Its sentence was looked up when it named two sources, of which the other had the number."""
    text = PLAIN.replace("17 %", "⟦17 %⟧")
    assert_flags(RULE, text, files=seen(PLAIN, {URL: {}}))


def test_what_was_seen_of_a_page_that_has_moved_holds_for_its_new_address(seen) -> None:
    new = "https://mill.test/2025/report"
    moved = {"verdict": "moved", "permanent": True, "final": f"{new}?utm_source=x"}
    text = PLAIN.replace(URL, new)
    assert_flags(RULE, text, files=seen(PLAIN, KNOWN, **moved))
    assert_flags(RULE, text.replace("17 %", "⟦18 %⟧"), files=seen(PLAIN, KNOWN, **moved))


def test_what_was_seen_of_an_address_holds_without_its_tracking_parameters(seen) -> None:
    marked = f"[The report]({URL}?utm_source=twitter.com) counts 17 % of the rye.\n"
    files = seen(marked, {f"{URL}?utm_source=twitter.com": {"17 %": ("supported",)}})
    assert_flags(RULE, marked, files=files)
    assert_flags(RULE, marked.replace("?utm_source=twitter.com", ""), files=files)
    other = marked.replace("(https", "(⟦https").replace("?utm_source=twitter.com", "?id=2⟧")
    assert_flags(RULE, other.replace(" 17 %", " much"), files=files)


def test_silent(seen) -> None:
    assert_flags(RULE, PLAIN, files=seen(PLAIN, KNOWN))
    assert_flags(RULE, PLAIN)
    for support in ("absent", "near", "unknown", "elsewhere"):
        assert_flags(RULE, PLAIN, files=seen(PLAIN, {URL: {"17 %": (support,)}}))
    for verdict in ("blocked", "dead", "timeout"):
        changed = PLAIN.replace("17", "18")
        assert_flags(RULE, changed, files=seen(PLAIN, KNOWN, verdict=verdict))


def test_a_second_source_that_nobody_has_asked_is_told_as_a_source_alone(seen) -> None:
    text = f"Of the rye, 17 % is left ([report 2025]({URL}), [dam 2025](⟦https://dam.test/⟧)).\n"
    (found,) = assert_flags(RULE, text, files=seen(text, KNOWN))
    assert found.message.startswith("Nobody has looked at this source yet")


def test_what_may_not_be_said_of_a_source_need_not_be_looked_up_there(seen) -> None:
    text = f"The study of the guild puts rye at 17 %, and [the archive]({URL}) holds the plans.\n"
    assert_flags(RULE, text, files=seen(PLAIN, KNOWN))


@pytest.mark.parametrize(
    ("numbers", "listed"),
    [
        ("18 % of the rye and 3 % of the oats", "“18 %” and “3 %”"),
        ("18 % of rye, 3 % of oats, 4 % of wheat", "“18 %”, “3 %” and “4 %”"),
        ("18 % of rye, 3 % of oats, 4 % of wheat, 5 % of corn", "“18 %”, “3 %”, “4 %” and 1 more"),
    ],
)
def test_the_facts_of_a_sentence_are_told_together(seen, numbers: str, listed: str) -> None:
    text = f"[The long report]({URL}) counts ⟦18 %⟧{numbers[4:]}.\n"
    (found,) = assert_flags(RULE, text, files=seen(PLAIN, KNOWN))
    assert f"says {listed} was not looked up" in found.message
