"""How a sentence and its source stand to each other, and what becomes of sources that come in."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from contentlint.citations.audit import Page, Standing, keys, pairs, with_companions
from contentlint.citations.comparing import changes
from contentlint.citations.evidence import Claim, Evidence, Fact, Kind, Support
from contentlint.citations.lock import Entry, Lock, key_of
from contentlint.citations.visit import Paper, Verdict, Visit
from contentlint.cli.cite import searching
from contentlint.cli.cite.searching import Search
from contentlint.span import Position, Span

ONE, TWO = "https://mill.example/a", "https://mill.example/b"
WORDS = "Of the wheels, 17 % still turn."
FACT = Fact(Kind.NUMBER, "17 %", Span(15, 19))
CLAIM = Claim(Span(0, 31), Span(40, 50), WORDS, ONE, (FACT,))
NOW = datetime(2026, 11, 20, tzinfo=UTC)
TEXT = (
    f"{WORDS} " + "The list of mills is kept by hand, and read aloud in winter by the stove. " * 10
)


def page(*claims: Claim, **more: object) -> Page:
    return Page("a.md", claims, tuple(one.url for one in claims), **more)  # type: ignore[arg-type]


def entry(support: Support | None, verdict: Verdict = Verdict.ALIVE, url: str = ONE) -> Entry:
    found = (Evidence(Kind.NUMBER, "17 %", support),) if support else ()
    return Entry(url, verdict, "So.", "2026-11-20T00:00:00Z", claims={key_of(WORDS): found})


def standing(one: Page, *entries: Entry) -> list[Standing]:
    return [pair.standing for pair in pairs([one], Lock().having(entries))]


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (Support.SUPPORTED, Standing.SUPPORTED),
        (Support.NEAR, Standing.NEAR),
        (Support.ABSENT, Standing.ABSENT),
        (Support.ELSEWHERE, Standing.ELSEWHERE),
        (Support.UNKNOWN, Standing.UNKNOWN),
        (None, Standing.UNASKED),
    ],
)
def test_the_evidence_decides(support: Support | None, expected: Standing) -> None:
    assert standing(page(CLAIM), entry(support)) == [expected]


def test_a_dead_source_counts_whatever_it_once_said() -> None:
    assert standing(page(CLAIM), entry(Support.SUPPORTED, Verdict.DEAD)) == [Standing.DEAD]


def test_a_guess_accuses_nobody() -> None:
    loose = replace(CLAIM, loose=True)
    assert standing(page(loose), entry(Support.ABSENT)) == [Standing.PERHAPS]
    assert not Standing.PERHAPS.is_found_wanting
    assert standing(page(loose), entry(Support.SUPPORTED)) == [Standing.SUPPORTED]


def test_a_sentence_without_anything_to_look_for_is_answered_by_the_source_alone() -> None:
    bare = replace(CLAIM, facts=())
    assert standing(page(bare), Entry(ONE, Verdict.ALIVE, "", "")) == [Standing.ANSWERS]
    assert standing(page(bare), Entry(ONE, Verdict.BLOCKED, "", "")) == [Standing.UNKNOWN]
    assert standing(page(bare)) == [Standing.UNASKED]


def test_the_worst_of_what_was_looked_for_is_told() -> None:
    other = Fact(Kind.NUMBER, "44", Span(0, 2))
    found = (Evidence(FACT.kind, FACT.written, Support.SUPPORTED),)
    found += (Evidence(other.kind, other.written, Support.ABSENT),)
    both = replace(CLAIM, facts=(FACT, other))
    known = replace(entry(None), claims={key_of(WORDS): found})
    assert standing(page(both), known) == [Standing.ABSENT]
    assert standing(page(both, silenced=frozenset({(CLAIM.citation, "44")})), known) == [
        Standing.ANSWERED
    ]


def test_the_place_of_a_pair_is_that_of_its_citation() -> None:
    places = {CLAIM.citation: Position(3, 7)}
    (pair,) = pairs([page(CLAIM, places=places)], Lock())
    assert pair.place == Position(3, 7)
    (pair,) = pairs([page(CLAIM)], Lock())
    assert pair.place == Position(1, 1)


def test_what_another_source_of_the_sentence_has_is_not_missed() -> None:
    two = replace(CLAIM, url=TWO, citation=Span(60, 70))
    seen = (entry(Support.SUPPORTED), entry(Support.ABSENT, url=TWO))
    assert standing(page(CLAIM, two), *seen) == [Standing.SUPPORTED, Standing.OTHER]


@pytest.mark.parametrize(
    ("support", "expected"),
    [(Support.NEAR, Standing.PERHAPS), (Support.ABSENT, Standing.ABSENT)],
)
def test_a_title_may_differ_by_a_slip(support: Support, expected: Standing) -> None:
    title = (Evidence(Kind.TITLE, "The mill", support),)
    known = replace(entry(None), claims={key_of(WORDS): title})
    assert standing(page(CLAIM), known) == [expected]


def test_evidence_of_what_the_sentence_no_longer_says_is_left_out() -> None:
    old = (Evidence(Kind.NUMBER, "99 %", Support.ABSENT),)
    known = entry(Support.SUPPORTED)
    known = replace(known, claims={key_of(WORDS): known.claims[key_of(WORDS)] + old})
    assert standing(page(CLAIM), known) == [Standing.SUPPORTED]


def test_parts_of_a_source_are_one_source() -> None:
    part = replace(CLAIM, url=f"{ONE}#wheels")
    assert keys([page(part)]) == {ONE: {key_of(WORDS)}}
    assert standing(page(part), entry(Support.NEAR)) == [Standing.NEAR]


def visit(url: str, text: str = TEXT) -> Visit:
    return Visit(url, Verdict.ALIVE, "So.", NOW, final=url, paper=Paper(text, ("A survey",)))


def test_a_text_is_let_go_once_nothing_more_is_looked_for_in_it() -> None:
    search = Search([page(CLAIM)])
    kept = search.kept(visit(ONE))
    assert kept.paper
    assert kept.paper.text == ""
    assert search.found[ONE][key_of(WORDS)][0].support is Support.SUPPORTED
    assert search.kept(visit("https://other.example/")).paper != visit(ONE).paper


def test_a_sentence_with_two_sources_waits_for_both() -> None:
    search = Search([page(CLAIM, replace(CLAIM, url=TWO, citation=Span(60, 70)))])
    seen = {url: search.kept(visit(url, text)) for url, text in ((ONE, TEXT), (TWO, TEXT[32:]))}
    assert search.found == {}
    search.finish(seen)
    assert search.found[ONE][key_of(WORDS)][0].support is Support.SUPPORTED
    assert search.found[TWO][key_of(WORDS)] == ()


def test_without_one_of_its_sources_a_sentence_is_left_as_it_was() -> None:
    other = replace(CLAIM, url=TWO, citation=Span(60, 70))
    search = Search([page(CLAIM, other)])
    search.finish({ONE: search.kept(visit(ONE))})
    assert search.found == {}
    assert search.left == {ONE: {key_of(WORDS)}, TWO: {key_of(WORDS)}}
    assert with_companions([TWO], [page(CLAIM, other)]) == (TWO, ONE)
    assert with_companions([ONE], [page(CLAIM), page(other)]) == (ONE,)


def test_a_source_that_breaks_its_reader_could_not_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(searching, "judged_together", broken)
    search = Search([page(CLAIM)])
    search.kept(visit(ONE))
    (found,) = search.found[ONE][key_of(WORDS)]
    assert (found.support, found.why) == (
        Support.UNKNOWN,
        "the page could not be searched (RecursionError)",
    )


def told(before: Entry, after: Entry) -> list[tuple[str, bool]]:
    return [(one.words, one.lost) for one in changes(before, after)]


def test_what_changed_between_two_looks() -> None:
    before = replace(entry(Support.SUPPORTED), title="A", digest="1", missing=("x",))
    assert told(before, before) == []
    lost = replace(entry(Support.ABSENT), title="B", digest="2", missing=("x", "y"))
    assert told(before, lost) == [
        ("its title was “A”, now “B”", False),
        ("its text has changed", False),
        ("it no longer has a place “#y”", False),
        ("“17 %” no longer stands there", True),
    ]
    assert told(lost, before)[-1] == ("“17 %” now stands there", False)
    dead = replace(before, verdict=Verdict.DEAD, reason="Gone.")
    assert told(before, dead) == [("alive → dead: Gone.", True)]
    assert told(dead, dead) == []
    failing = replace(before, failed="2026-11-20T00:00:00Z", reason="It may pass.")
    assert told(before, failing) == [("It may pass.", False)]
    assert told(dead, replace(dead, verdict=Verdict.SOFT_404))[0][1] is False
    moved = replace(before, final=TWO)
    assert told(before, moved) == [(f"it now leads to {TWO}", False)]
    assert told(moved, moved) == told(moved, before) == []
    near, absent = entry(Support.NEAR), entry(Support.ABSENT)
    assert told(near, absent) == [("“17 %”: near → absent", False)]
    unknown = entry(Support.UNKNOWN)
    assert [lost for _, lost in told(before, unknown)] == [False, False]


def test_a_guess_is_none_on_a_page_that_rests_on_its_source() -> None:
    """Most of its figures stand there; a year proves nothing, and nothing is asked of it."""
    figures = ("78 %", "55 %", "41 %", "63 %", "17 %", "2019")
    wrong = {"17 %", "2019"}
    loose, known = [], {}
    for at, written in enumerate(figures):
        fact = Fact(Kind.NUMBER, written, Span(at, at + 1))
        loose.append(replace(CLAIM, words=written, loose=True, span=fact.span, facts=(fact,)))
        support = Support.ABSENT if written in wrong else Support.SUPPORTED
        known[key_of(written)] = (Evidence(Kind.NUMBER, written, support),)
    seen = replace(entry(None), claims=known)
    good = [Standing.SUPPORTED] * 4
    assert standing(page(*loose), seen) == [*good, Standing.ABSENT, Standing.PERHAPS]
    assert standing(page(*loose[1:]), seen) == [*good[1:], Standing.PERHAPS, Standing.PERHAPS]
