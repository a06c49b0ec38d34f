"""A claim and a source that was visited: what it was seen to say, and why nothing is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from contentlint import Span
from contentlint.citations.evidence import Claim, Evidence, Fact, Kind, Support
from contentlint.citations.facts import facts
from contentlint.citations.judging import Judge, judged_together, why_unread
from contentlint.citations.visit import Paper, Verdict, Visit

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEXT = (
    "Mills of the county\n"
    "Of the water of the river 78 % is used by the mills, and 1.7 % by the town. In 1999 there were"
    " 280 mills. “The wheel turned slower every year”, says their keeper, who has seen it.\n"
    "Nobody knows what they will do when the dam is old, but they have a plan for it and for the"
    " people who live on the river, and it was made with all of them in the town hall.\n"
    "The plan is on show in the library until the end of the summer, and whoever wants to see it"
    " has to ask at the desk, where they will also give you a copy to take with you for a small fee"
    " that is used to print more of them.\n"
    "It has been there for a year, and not many have come.\n"
)
PAPER = Paper(TEXT, ("Mills of the county and their water",), published="2021-05-04")
ABSENT = Support.ABSENT
WHEEL = "the wheel turned slower every year"
URL, OTHER, THIRD = "https://a.example/", "https://b.example/", "https://c.example/"


def visit(
    paper: Paper | None = PAPER, verdict: Verdict = Verdict.ALIVE, url: str = URL, **rest
) -> Visit:
    return Visit(url, verdict, rest.pop("reason", "it answers"), NOW, paper=paper, **rest)


def claim(
    words: str, url: str = URL, named: str = "", at: int = 0, citation: Span | None = None
) -> Claim:
    """A sentence as a page of plain text has it, its source behind it."""
    placed = tuple(Fact(one.kind, one.written, one.span.shifted(at)) for one in facts(words, "en"))
    span = Span(at, at + len(words))
    return Claim(span, citation or Span(span.end, span.end + 3), words, url, placed, named)


def judge(one: Claim, seen: Visit) -> tuple[Evidence, ...]:
    """Return what a source says of a claim, as if it were the only one of its sentence."""
    ((_, evidence),) = judged_together([one], lambda _: Judge(seen))
    return evidence


def told(evidence: Sequence[Evidence]) -> list[tuple[Kind, str, Support]]:
    return [(one.kind, one.written, one.support) for one in evidence]


def supports(evidence: Sequence[Evidence]) -> list[Support]:
    return [one.support for one in evidence]


def test_facts_of_a_sentence_are_its_numbers_and_quotations() -> None:
    words = f"In 1999, 78 % of it was used: “{WHEEL}”, they say, “slow”."
    found = facts(words, "en")
    assert [(one.kind, words[one.span.start : one.span.end]) for one in found] == [
        (Kind.NUMBER, "1999"),
        (Kind.NUMBER, "78 %"),
        (Kind.QUOTATION, WHEEL),
    ]
    assert all(words[one.span.start : one.span.end] == one.written for one in found)
    assert facts("Nothing is said of one or two of them.", "en") == ()
    assert facts("") == ()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The mill closed 15 years ago.", "en"),
        ("It was built sixteen years ago.", "en"),
        ("It opened again 25 years later.", "en"),
        ("Le moulin a fermé il y a 15 ans.", "fr"),
        ("Il a fermé il y a environ 15 jours.", "fr"),
        ("Il a rouvert 25 ans plus tard.", "fr"),
        ("Die Mühle schloss vor 15 Jahren.", "de"),
        ("El molino cerró hace unos 15 años.", "es"),
        ("Il mulino ha chiuso 15 anni fa.", "it"),
        ("O moinho fechou há 15 anos.", "pt"),
        ("Read more :octicons-arrow-right-24: now", "en"),
        ("Read more {: .md-button-24 } now", "en"),
        ("The wheel and the dam (2/3) by its keeper", "en"),
    ],
)
def test_what_depends_on_the_writer_is_no_fact(words: str, language: str) -> None:
    assert facts(words, language) == ()


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Il y a 280 moulins sur la rivière.", "fr", "280"),
        ("Sie spielten vor 300 Zuschauern.", "de", "300"),
        ("It took 15 years to build.", "en", "15"),
        ("There are 280 later mills on it.", "en", "280"),
        ("Two of three (67 %) are later ones.", "en", "67 %"),
    ],
)
def test_other_numbers_are_facts(words: str, language: str, found: str) -> None:
    assert found in [one.written[: len(found)] for one in facts(words, language)]


def test_what_stands_there_is_supported_and_quoted() -> None:
    evidence = judge(claim(f"78 % of the river's water is used by mills; “{WHEEL}”."), visit())
    assert told(evidence) == [
        (Kind.NUMBER, "78 %", Support.SUPPORTED),
        (Kind.QUOTATION, WHEEL, Support.SUPPORTED),
    ]
    assert evidence[0].found == "78 %"
    assert evidence[0].quote.startswith("Of the water of the river 78 % is used")
    assert evidence[1].quote.startswith("“The wheel turned slower every year”")
    assert not any(one.why for one in evidence)


def test_a_slip_is_near_and_what_is_nowhere_is_absent() -> None:
    near = judge(claim("In the county, 17 % of the water is used by the town."), visit())
    assert told(near) == [(Kind.NUMBER, "17 %", Support.NEAR)]
    assert near[0].found == "1.7 %"
    gone = judge(
        claim("It cost $3.4 million, and “the owner of the town sold all of the mills”."), visit()
    )
    assert supports(gone) == [Support.ABSENT, Support.ABSENT]
    assert not any(one.found for one in gone)


def test_a_number_may_stand_in_the_name_or_the_date_of_a_source() -> None:
    paper = Paper(TEXT, ("Mills: 4,312 of them in the county",), published="2021-05-04")
    assert supports(judge(claim("There are 4,312 mills in the county."), visit(paper))) == [
        Support.SUPPORTED
    ]
    assert supports(judge(claim("The county wrote of mills on 4 May 2021."), visit(paper))) == [
        Support.SUPPORTED
    ]


UNREADABLE = "the page could not be read"
UNREAD = [
    (visit(None, Verdict.BLOCKED, status=403), "the page could not be read: it answered 403"),
    (visit(None, Verdict.DEAD, status=404), "the page could not be read: it answered 404"),
    (visit(None, Verdict.DEAD, reason="no such host"), "the page could not be read: no such host"),
    (visit(None, Verdict.FAILED, reason=""), "the page could not be read: no answer"),
    (visit(None, Verdict.TIMEOUT), "the page could not be read: it did not answer in time"),
    (visit(PAPER, Verdict.LOGIN), "the page could not be read: it asks to sign in"),
    (visit(PAPER, Verdict.SOFT_404), f"{UNREADABLE}: it says that there is no such page"),
    (visit(None, Verdict.UNCHECKED), "the page could not be read: it was not asked"),
    (visit(Paper("")), "the page holds hardly any text"),
    (visit(Paper("Loading …", whole=False)), "the page shows its text only with scripts"),
    (visit(Paper("", kind="pdf")), "the PDF could not be read as text"),
    (visit(Paper("", kind="other", whole=False)), "the file is no text"),
    (visit(Paper(TEXT, whole=False)), "only a part of the page could be read"),
    (visit(Paper(TEXT, kind="pdf", whole=False)), "only a part of the page could be read"),
    (visit(None, Verdict.FAILED, status=400), f"{UNREADABLE}: it answered 400"),
]  # fmt: skip


@pytest.mark.parametrize(("seen", "why"), UNREAD)
def test_what_is_absent_from_what_was_not_read_is_unknown(seen: Visit, why: str) -> None:
    assert why_unread(seen) == why
    evidence = judge(
        claim("It cost $3.4 million, and “the owner of the town sold all of the mills”."), seen
    )
    assert supports(evidence) == [Support.UNKNOWN, Support.UNKNOWN]
    assert {one.why for one in evidence} == {why}


def test_a_page_that_was_read_needs_no_reason() -> None:
    assert why_unread(visit()) == ""
    assert why_unread(visit(verdict=Verdict.MOVED)) == ""


def test_what_is_found_in_a_part_is_found_and_a_slip_in_it_unknown() -> None:
    part = visit(Paper(TEXT, whole=False))
    assert supports(judge(claim(f"78 % of the water is used by mills: “{WHEEL}”."), part)) == [
        Support.SUPPORTED,
        Support.SUPPORTED,
    ]
    (near,) = judge(claim("In the county, 17 % of the water is used by the town."), part)
    assert near.support is Support.UNKNOWN
    assert near.found == "1.7 %"


def test_what_stands_on_a_page_to_sign_in_proves_nothing() -> None:
    assert supports(
        judge(claim("78 % of the water is used by mills."), visit(verdict=Verdict.LOGIN))
    ) == [Support.UNKNOWN]


def test_a_translated_quotation_is_unknown_and_says_so() -> None:
    words = "Le gardien le dit : « la roue tourne plus lentement chaque année »."
    (evidence,) = judge(claim(words), visit())
    assert evidence.support is Support.UNKNOWN
    assert evidence.why == "the page is in another language"


def test_a_title_in_marks_is_no_quotation() -> None:
    said = "how to mend an old wheel of wood"
    words = f"He wrote “{said}” in the paper."
    assert judge(claim(words, named=f"“{said}”"), visit()) == ()
    assert supports(judge(claim(words), visit())) == [Support.ABSENT]
    found = claim(f"He wrote “{WHEEL}” in the paper.", named=WHEEL)
    assert Support.SUPPORTED in supports(judge(found, visit()))


def test_a_link_inside_a_quotation_is_not_where_it_comes_from() -> None:
    words = "She says “we have always read that paper with care”."
    inside = words.index("that paper")
    linked = claim(words, named="that paper", citation=Span(inside, inside + 10))
    assert judge(linked, visit()) == ()
    end = words.index("”")
    numbered = claim(words, citation=Span(end - 4, end - 1))
    assert supports(judge(numbered, visit())) == [Support.ABSENT]
    assert supports(judge(claim(words, citation=Span(0, 3)), visit())) == [Support.ABSENT]


def test_a_number_in_the_words_of_a_link_is_looked_for() -> None:
    words = "In all, 33 % of the boats of the lake were sold."
    assert supports(judge(claim(words, named="33 % of the boats"), visit())) == [Support.ABSENT]


def test_the_words_round_a_number_say_how_firmly_it_is_meant() -> None:
    about = claim("About 80 % of the water is used by the mills.")
    assert supports(judge(about, visit())) == [Support.SUPPORTED]
    firmly = claim("Of the water, 80 % is used by the mills.")
    assert Support.SUPPORTED not in supports(judge(firmly, visit()))
    elsewhere = Claim(Span(0, 5), Span(5, 6), "", URL, (Fact(Kind.NUMBER, "78 %", Span(0, 4)),))
    assert supports(judge(elsewhere, visit())) == [Support.SUPPORTED]


def test_title_year_and_author_of_an_entry_are_compared() -> None:
    paper = Paper(TEXT, PAPER.names, ("Jane Okafor",), published="2021-05-04")
    right = claim("", named="Okafor, J. (2021). Mills of the county and their water.")
    assert [(one.kind, one.support) for one in judge(right, visit(paper))] == [
        (Kind.TITLE, Support.SUPPORTED),
        (Kind.AUTHOR, Support.SUPPORTED),
        (Kind.YEAR, Support.SUPPORTED),
    ]
    wrong = claim("", named="Mbeki, T. (2024). “How the price of copper has doubled for us”.")
    assert judge(wrong, visit(paper)) == (
        Evidence(Kind.TITLE, "How the price of copper has doubled for us", ABSENT, paper.title),
        Evidence(Kind.AUTHOR, "Mbeki", ABSENT, "Jane Okafor"),
        Evidence(Kind.YEAR, "2024", ABSENT, "2021"),
    )
    unread = judge(wrong, visit(Paper(TEXT, PAPER.names, ("Jane Okafor",), "2021", whole=False)))
    assert set(supports(unread)) == {Support.UNKNOWN}
    assert judge(wrong, visit(None, Verdict.BLOCKED, status=403)) == ()


def test_facts_of_a_name_are_taken_where_they_are_given() -> None:
    name = "How the price of copper has doubled for us"
    given = (Fact(Kind.TITLE, f"“{name}”", Span(0, 10)),)
    one = Claim(Span(0, 10), Span(10, 12), "See there.", URL, given, "there")
    assert told(judge(one, visit())) == [(Kind.TITLE, name, ABSENT)]


def page(words: str, visits: Sequence[Visit]) -> dict[str, list[tuple[Support, str]]]:
    claims = [claim(words, one.url) for one in visits]
    judges = {one.url: Judge(one) for one in visits}
    judged = judged_together(claims, judges.__getitem__)
    return {one.url: [(each.support, each.why) for each in evidence] for one, evidence in judged}


EMPTY = Paper(
    "Nothing of it stands here, and nobody will ever find it. " * 20, ("Another page altogether",)
)
MILLS = "78 % of the water is used by the mills of the county."


def test_one_of_several_sources_is_enough() -> None:
    got = page(
        MILLS, [visit(EMPTY), visit(PAPER, url=OTHER), visit(None, Verdict.BLOCKED, url=THIRD)]
    )
    assert got == {URL: [], OTHER: [(Support.SUPPORTED, "")], THIRD: []}


def test_absent_needs_all_sources_to_be_read() -> None:
    assert page(MILLS, [visit(EMPTY), visit(EMPTY, url=OTHER)]) == {
        URL: [(Support.ABSENT, "")],
        OTHER: [(Support.ABSENT, "")],
    }
    got = page(MILLS, [visit(EMPTY), visit(None, Verdict.BLOCKED, url=OTHER, status=403)])
    unread = "the page could not be read: it answered 403"
    assert got == {
        URL: [(Support.UNKNOWN, f"another source of the sentence may have it: {unread}")],
        OTHER: [(Support.UNKNOWN, unread)],
    }


def test_a_slip_at_one_source_may_be_right_at_another() -> None:
    words = "In the county, 17 % of the water is used by the town."
    assert page(words, [visit(PAPER), visit(EMPTY, url=OTHER)]) == {
        URL: [(Support.NEAR, "")],
        OTHER: [],
    }
    got = page(words, [visit(PAPER), visit(None, Verdict.TIMEOUT, url=OTHER)])
    assert [one for ((one, _),) in got.values()] == [Support.UNKNOWN, Support.UNKNOWN]


def test_a_source_that_was_not_asked_is_unknown() -> None:
    got = page(MILLS, [visit(EMPTY), visit(None, Verdict.UNCHECKED, OTHER)])
    ((first, _),), ((second, why),) = got.values()
    assert first is second is Support.UNKNOWN
    assert why == "the page could not be read: it was not asked"


def test_a_source_is_read_once_for_many_claims(monkeypatch) -> None:
    from contentlint.citations import judging

    read: list[str] = []
    figures = judging.Figures
    monkeypatch.setattr(
        judging, "Figures", lambda text, language: read.append(text) or figures(text, language)
    )
    once = Judge(visit())
    for at in range(0, 1000, 100):
        assert len(list(judged_together([claim(MILLS, at=at)], lambda _: once))) == 1
    assert len(read) == 1


def test_a_sentence_twice_on_a_page_is_judged_twice() -> None:
    claims = [claim(MILLS), claim(MILLS, at=100)]
    assert [
        supports(evidence) for _, evidence in judged_together(claims, lambda _: Judge(visit()))
    ] == [
        [Support.SUPPORTED],
        [Support.SUPPORTED],
    ]


def test_what_a_file_is_and_paragraphs_are_no_facts() -> None:
    for words in (
        "The plan (PDF, 1.5 MB, 54 pages, May 2017) is there.",
        "Slide 14: the wheels of the Million Hearts are on #goals-2025h1.",
        "It is a 501(c)(3) and answers at 1-844-USA-GOV1.",
    ):
        assert facts(words, "en") == ()
    assert [one.written for one in facts("Es kostet eine Million Euro.", "de")]
    assert [one.written for one in facts("The plan (54 pages) costs 12 %.", "en")] == ["54", "12 %"]


def test_a_date_that_the_page_may_mean_is_not_absent() -> None:
    """A month without a year, a day of the week in which the page appeared."""
    paper = replace(
        PAPER, text=TEXT + "They met in October, and in June 2020. All of it in 2021.\n"
    )
    for written, support in (
        ("October 2021", Support.UNKNOWN),
        ("June 2021", Support.ABSENT),
        ("October 1990", Support.ABSENT),
        ("5 May 2021", Support.UNKNOWN),
        ("12 May 2021", Support.UNKNOWN),
        ("13 May 2021", Support.ABSENT),
    ):
        (one,) = judge(claim(f"They met on the weirs of the river in {written}."), visit(paper))
        assert (one.written, one.support) == (written, support)
