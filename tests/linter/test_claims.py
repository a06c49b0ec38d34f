"""Sentences that name their sources, and the addresses of a page."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from contentlint import Document, Span, addresses, claims, sentences
from contentlint.citations import marks
from contentlint.citations.bibliography import Reference
from contentlint.citations.evidence import Fact, Kind
from contentlint.citations.facts import facts
from contentlint.citations.marks import introduces
from contentlint.site import Site

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def numbers(words: str, language: str) -> tuple[Fact, ...]:
    """Return plain numbers, whatever the language."""
    del language
    return tuple(Fact(Kind.NUMBER, one[0], Span(*one.span())) for one in _NUMBER.finditer(words))


def said(text: str, **sources: str) -> list[tuple[str, str, list[str], bool]]:
    """Return words, address, facts and looseness of the claims of a page."""
    known = {key: Reference(key, url) for key, url in sources.items()}
    found = claims(Document("page.md", text), known, numbers)
    for one in found:
        assert one.span.start <= one.span.end <= len(text)
        assert all(text[fact.span.start : fact.span.end] == fact.written for fact in one.facts)
    return [(one.words, one.url, [fact.written for fact in one.facts], one.loose) for one in found]


def led(text: str) -> list[tuple[str, str]]:
    """Return the addresses of a page, and what stands at their places."""
    return [
        (one.url, text[one.span.start : one.span.end]) for one in addresses(Document("p.md", text))
    ]


SURE = [
    ("Fell by **280** fold ([source](https://a.org/x)). No more.", "Fell by 280 fold.", ["280"]),
    ("It rose by 5 %.[¹](https://a.org/x)\n", "It rose by 5 %.", ["5"]),
    ("It rose[[1]](https://a.org/x) by 5 %. Else 7.", "It rose by 5 %.", ["5"]),
    ("It rose by 5 %[1]([The report](https://a.org/x)).", "It rose by 5 %.", ["5"]),
    ("Selon [l'étude](https://a.org/x), 12,5&nbsp;% exportent.",
     "Selon l'étude, 12,5\xa0% exportent.", ["12,5"]),
    ("The [2024 survey](https://a.org/x) has 9 answers.", "The 2024 survey has 9 answers.",
     ["2024", "9"]),
    ("---\nlang: de\n---\nNach Angaben von [Weiss](https://a.org/x) am 3. März 12 Fälle.",
     "Nach Angaben von Weiss am 3. März 12 Fälle.", ["3", "12"]),
    ("[Weiss](https://a.org/x) reports 9 cases.", "Weiss reports 9 cases.", ["9"]),
    ("See 4. Then [7800 of all mills](https://a.org/x) turn.", "Then 7800 of all mills turn.",
     ["7800"]),
    ("It has 5 wheels, [the water board says](https://a.org/x).",
     "It has 5 wheels, the water board says.", ["5"]),
    ("Il a 5 roues, précise [la même régie](https://a.org/x).",
     "Il a 5 roues, précise la même régie.", ["5"]),
    ("It has 5 wheels ([page twelve](https://a.org/x)).", "It has 5 wheels.", ["5"]),
    ("It turns <a href='https://a.org/x'>5000 times a day</a>.", "It turns 5000 times a day.",
     ["5000"]),
    ("It turns 5 times (see [Weiss, 2020](https://a.org/x)).", "It turns 5 times.", ["5"]),
    ("It turns 5 times[^a].\n\n[^a]: Weiss, <https://a.org/x>\n", "It turns 5 times.", ["5"]),
    ("* It has 5\n  wheels ([source](https://a.org/x))\n", "It has 5 wheels.", ["5"]),
    ("It has `5` wheels [@a, p. 3].", "It has 5 wheels.", ["5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "facts"), SURE)
def test_a_citation_goes_with_its_sentence(text: str, words: str, facts: list[str]) -> None:
    url = "https://a.org/x"
    found = [one for one in said(text, a=url) if one[2]]
    assert [(one[0].rstrip("."), *one[1:]) for one in found] == [
        (words.rstrip("."), url, facts, False)
    ]


LOOSE = [
    "We use [Python](https://python.org) with 5 wheels.",
    "In 2023 we moved, see [our long guide to it](https://a.org/x).",
    "It turns 5 times ([website](https://a.org/x)).",
    "It turns 5 times ([Weir](https://a.org/)).",
    "It is part of [the long meeting of 2019](https://a.org/x).",
    "Those at [Weir](https://a.org/x) have 5 wheels.",
    "It turns 5 times, see https://a.org/x.",
    "I turned 5 wheels ([the long guide](https://a.org/x)).",
    "Nous avons 5 roues ([le rapport](https://a.org/x)).",
    "This year, [we turned 7800 wheels](https://a.org/x).",
    "Come on 5 May ([find your time](https://a.org/x)).",
    "Come on 5 May ([see it here](https://a.org/x)).",
    "It turns 5 times ([Weir](https://github.com/weir)).",
    "[Weiss](https://x.com/weiss) said that 5 turn.",
    "[Weir](https://a.org/about) reports 5 wheels.",
    "It turns 5 times ([available there](https://a.org/x)).",
    "The [Weir](https://a.org/x), announced with 5 wheels, is there.",
    "There are [5 ways to turn](https://a.org/x).",
    "In the [survey](https://a.org/x) was a call, and 73 answered it.",
    "Of the [error reports](https://a.org/x), 5 came.",
    "The [long letters](https://a.org/x) to scouting reports are 5.",
    "Of 5 wheels, ordered by weight, the [Weir](https://a.org/x) and its mill are the best known.",
    "It turns 5 times[^a].\n\n[^a]: I would like to say more about this, see <https://a.org/x>\n",
    "It has 5, which you see if you follow the [link](https://a.org/x).",
    "Those who like may read [the 2024 report on mills](https://a.org/x) at home.",
    "It turns 5 times ([licence](https://a.org/x)).",
    "It turns 5 times (slides in Dutch: [1](https://a.org/x)).",
    "Here is [a mill of 5000 wheels](https://a.org/x).",
    "Some are large (an example: [a mill of 5000 wheels](https://a.org/x)).",
    "Pour voir cela, voici [un moulin de 5000 roues](https://a.org/x).",
    "There are now [5000 mills in use](https://a.org/x).",
    "Turn wheels and [register with 5000 € of credit](https://a.org/x).",
    "It has [a wheel of 5000 mm](https://a.org/shop/wheel).",
    "It is sold as [the grand wheel for 12 €](https://a.org/x).",
    "It was built [100 % by local hands](https://a.org/x).",
    "They bought [the old Noria 5000](https://a.org/x).",
    "That film, which includes [data from the survey](https://a.org/x), found 5 wheels.",
    "According to an analysis of [the mill report](https://a.org/x), 5 turn.",
    "Of 5 wheels this would mean 3 each[^a].\n\n[^a]: Weiss, <https://a.org/x>\n",
    "Per the [mill licence](https://a.org/x), 5 have to turn.",
    "Of 5 wheels none is backed by [the findings](https://a.org/x) that exist.",
    "It has 5 wheels, as [the mill](https://a.org/x) says:",
    "Selon [Weir](https://a.org/about), 5 roues tournent.",
    "水车转了 5 次[^a]。\n\n[^a]: 如果没记错的话，应该还有更多，见 <https://a.org/x>\n",
]


@pytest.mark.parametrize("text", LOOSE)
def test_a_link_that_only_leads_on_is_loose(text: str) -> None:
    assert [one[3] for one in said(text) if one[2]] == [True]


def test_a_date_round_a_link_may_be_that_of_the_page() -> None:
    """And so may one in a sentence of dates before a mere name in brackets."""

    def sure(text: str) -> dict[str, bool]:
        found = claims(Document("p.md", text))
        return {fact.written: fact.sure for one in found for fact in one.facts}

    report = "In May 2017 [a study of the 2016 rye](https://a.org/x) found that 12 % is lost.\n"
    assert sure(report) == {"May 2017": False, "2016": True, "12 %": True}
    told = report.replace("In May 2017 [a", "According to [a").replace("12 %", "in May 2017 12 %")
    assert sure(told) == {"May 2017": True, "2016": True, "12 %": True}
    aside = "It was built in 1823 ([the mill](https://a.org/x)).\n"
    assert sure(aside) == {"1823": False}
    assert sure(aside.replace("in 1823", "in 1823 for 900 €")) == {"1823": True, "900 €": True}
    assert sure(aside.replace("the mill", "Weiss, 2020")) == {"1823": True}
    assert sure("It was built in 1823[[1]](https://a.org/x).\n") == {"1823": False}
    assert sure("Selon [Weir](https://a.org), 12 % tournent.\n") == {"12 %": False}
    assert sure("It was built in 1823 ([1](https://a.org/x), [2](https://a.org/y)).\n") == {
        "1823": False
    }
    assert sure("Selon [Weir](https://a.org//#top), 12 % tournent.\n") == {"12 %": False}
    assert sure("It was built in 1823[^a].\n\n[^a]: https://a.org/x\n") == {"1823": True}


def test_a_citation_alone_behind_a_paragraph_may_stand_for_all_of_it() -> None:
    text = "One has 4. Two has 5. ([Weiss, 2020](https://a.org/x))\n\nThree has 6.\n"
    assert said(text)[:2] == [
        ("One has 4.", "https://a.org/x", ["4"], True),
        ("Two has 5.", "https://a.org/x", ["5"], False),
    ]
    assert [one[0] for one in said(text.replace("5. (", "5 ("))] == ["Two has 5"]
    between = "One has 4. [[1]](https://a.org/x)Two has 5.\n"
    assert [one[:2] for one in said(between)] == [("One has 4.", "https://a.org/x")]
    own = "One has 4 ([A](https://a.org/x)). Two has 5. Source: [B](https://b.org/y).\n"
    assert [one[:2] for one in said(own)] == [
        ("One has 4.", "https://a.org/x"),
        ("Two has 5.", "https://b.org/y"),
    ]


def test_only_the_last_sentence_has_what_stands_in_it() -> None:
    text = "One has 4. Two has 5 ([A](https://a.org/x)). See [B](https://b.org).\n"
    assert [one[0] for one in said(text) if one[1] == "https://a.org/x"] == ["Two has 5."]


def test_numbers_lead_to_the_list_of_sources() -> None:
    copy = "https://web.archive.org/web/2020/https://b.org/x"
    text = (
        "It has 4 [1]. It has 5 [2, 3].\n\n## Sources\n\n1. [Weiss](https://a.org)\n"
        f"2. Kern, [copy]({copy}) https://b.org/x.\n3. Ott, doi:10.1000/182.\n"
    )
    found = claims(Document("page.md", text), facts=numbers)
    assert [(one.words, one.url, one.named) for one in found if one.facts] == [
        ("It has 4.", "https://a.org", "Weiss"),
        ("It has 5.", "https://b.org/x", "Kern, copy"),
        ("It has 5.", "https://doi.org/10.1000/182", "Ott, doi:10.1000/182"),
    ]
    listed = ["https://a.org", copy, "https://b.org/x", "https://doi.org/10.1000/182"]
    assert [one.url for one in found if not one.facts] == listed


def test_a_row_has_the_citation_of_its_cells_and_a_caption_may_stand_for_all() -> None:
    text = (
        "| a | b |\n|---|---|\n| x | 5 [^1] |\n| y | 6 |\n\nSource: [Tab](https://t.org/t)\n\n"
        "[^1]: https://a.org/x\n"
    )
    assert [one for one in said(text) if one[2]] == [
        ("x | 5", "https://a.org/x", ["5"], False),
        ("y | 6", "https://t.org/t", ["6"], True),
    ]


def test_a_quoted_paragraph_rests_on_what_stands_alone_behind_it() -> None:
    text = "> A wheel that *stands* still\n> rarely turns again.\n>\n> — [Weiss, 2020](https://a.org/x)\n"
    (found,) = (one for one in claims(Document("page.md", text), facts=numbers) if one.facts)
    (fact,) = found.facts
    assert (found.url, found.loose, fact.kind) == ("https://a.org/x", False, Kind.QUOTATION)
    assert fact.written == found.words == "A wheel that stands still rarely turns again."
    assert text[fact.span.start : fact.span.end].startswith("A wheel")
    assert fact.span.end == text.index(".") + 1
    beside = text.replace(">\n> —", "\n—")
    assert any(one.facts for one in claims(Document("page.md", beside), facts=numbers))
    for other in (
        text.replace(">", ""),
        beside.replace("— ", ""),
        text.replace("that *stands* still", ""),
    ):
        assert not any(one.facts for one in claims(Document("page.md", other), facts=numbers))
    name = text.replace("Weiss, 2020", "Noria").replace("/x", "/")
    (found,) = (one for one in claims(Document("page.md", name), facts=numbers) if one.facts)
    assert found.loose


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("According to a [2016 mill survey](https://a.org/x), 12 % turn.", {"2016": False}),
        ("According to [Memo 19-17](https://a.org/x), 12 % turn.", {"17": False}),
        ("Source : [The mill](https://a.org/x), Nora Weiss (2016, Weir Press)", {"2016": False}),
        ("The [survey of 1816](https://a.org/x) found that 12 % turn.", {"1816": True}),
        ("As of May 2016, 12 % turn[^a].\n\n[^a]: https://a.org/x\n", {"May 2016": False}),
        ("It runs Racer 2.5 and 12 % turn[^a].\n\n[^a]: https://a.org/x\n", {"2.5": False}),
        ("It runs 2.5 racers and 12 % turn[^a].\n\n[^a]: https://a.org/x\n", {"2.5": True}),
    ],
)
def test_a_number_may_be_the_name_of_a_source(text: str, kept: dict[str, bool]) -> None:
    (found,) = (one for one in claims(Document("p.md", text)) if one.facts)
    rest = {"12 %": True} if "12 %" in text else {}
    assert {fact.written: fact.sure for fact in found.facts} == kept | rest


@pytest.mark.parametrize(
    "words",
    [
        "A study ( PDF, 191 kb, 19 pages) turned.",
        "It is the HHS Million Hearts page.",
        "A 6 – 10 Day Temperature Outlook came.",
        "It was at 2008.12.13~14 there.",
        "See 10.1111/j.1558-5646.2011.01374.x there.",
        "It stands at localhost:27017/mill now.",
        "They had 15，000 wheels.",
        "It runs on a Racer 3970x there.",
        "It holds an ESP8266 chip.",
        "Call it with rsa:4096 there.",
        "2026-05 – The mill turned.",
    ],
)
def test_what_only_names_a_thing_is_no_figure(words: str) -> None:
    assert [one.written for one in facts(words)] == (
        ["2008.12.13"] if "~" in words else ["2026"] if "2026" in words else []
    )


def test_a_row_without_words_says_nothing() -> None:
    text = (
        "| a | b |\n|---|---|\n| ![](a.png) | <br> |\n| y | 6 |\n\nSource: [Tab](https://t.org/t)\n"
    )
    assert [one[0] for one in said(text) if one[2]] == ["y | 6"]


def test_what_introduces_a_list_may_stand_for_its_items() -> None:
    text = "Three things ([A, 2020](https://a.org/x)):\n\n- it has 5\n- it has 6\n\nSee https://b.org.\n"
    found = [one for one in said(text) if one[2]]
    assert found == [
        ("it has 5", "https://a.org/x", ["5"], True),
        ("it has 6", "https://a.org/x", ["6"], True),
    ]


def test_a_page_with_one_source_rests_on_it() -> None:
    text = (
        "Selon le rapport, 78 % l'utilisent. Nous avons 5 chats.\n\n"
        "*Sources : [Le rapport 2025](https://a.org/x).*\n"
    )
    assert said(text) == [
        ("Selon le rapport, 78 % l'utilisent.", "https://a.org/x", ["78"], False),
        ("Nous avons 5 chats.", "https://a.org/x", ["5"], True),
        ("Sources : Le rapport 2025.", "https://a.org/x", [], False),
    ]
    two = text + "\nOder [hier](https://b.org).\n"
    assert [one[0] for one in said(two) if one[1] == "https://a.org/x"] == [
        "Sources : Le rapport 2025."
    ]


def test_what_is_no_citation_makes_no_claim() -> None:
    assert said("No source has 5.") == []
    assert said("![5](https://a.org/x.png) and `https://a.org` and [own](/x) have 5.") == []
    assert said("[![5](https://a.org/x.png)](https://a.org/y) has 5.") == []
    assert said("It has 5 [@unknown] and a@b.org.", a="https://a.org") == []


def test_links_into_the_own_site_are_left_out() -> None:
    site = replace(Site(), base_url="https://www.mill.org/docs/")
    page = Document(
        "p.md",
        "[5](https://mill.org/x) [6](https://www.mill.org) [b 6](https://dam.org)",
        locate=lambda _: site,
    )
    assert [one.url for one in addresses(page)] == ["https://dam.org"]
    assert {one.url for one in claims(page, facts=numbers)} == {"https://dam.org"}


def test_addresses_are_where_they_are_written() -> None:
    text = (
        "---\nurl: https://no.org\n---\n[a](https://a.org/(x)?b=1&amp;c 'T') <https://b.org/&amp;>\n"
        "https://c.org/a\\_b). www.d.org/x, [e], [f][e]\n<a class=\"x\" href='https://g.org?a&amp;b'>g</a>\n"
        "<!-- <a href='https://no.org'>n</a> -->`https://no.org` {{ 'https://no.org' }}\n"
        "![i](https://no.org/i.png) [own](/x) mailto:a@b.org [m](ftp://no.org)\n\n"
        "[e]: <https://e.org/x> 'T'\n[unused]: https://no.org\n"
    )
    assert led(text) == [
        ("https://a.org/(x)?b=1&c", "https://a.org/(x)?b=1&amp;c"),
        ("https://b.org/&amp;", "https://b.org/&amp;"),
        ("https://c.org/a_b", "https://c.org/a\\_b"),
        ("http://www.d.org/x", "www.d.org/x"),
        ("https://g.org?a&b", "https://g.org?a&amp;b"),
        ("https://e.org/x", "https://e.org/x"),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("見て https://a.org/x。次", "https://a.org/x"),
        ("(https://a.org/x)", "https://a.org/x"),
        ("« https://a.org/x_(y) »", "https://a.org/x_(y)"),
        ("Siehe „https://a.org/x“.", "https://a.org/x"),
        ("[https://a.org/x]", "https://a.org/x"),
        ("**https://a.org/x**", "https://a.org/x"),
    ],
)
def test_a_bare_address_ends_where_its_sentence_goes_on(text: str, url: str) -> None:
    assert led(text) == [(url, url)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. März stieg es, z. B. in Köln, um 5 %.|Dr. Weiss: „Ja.“|Bis 2020.|Dann."),
        ("fr", "Selon M. Dupont, 1.200 cas.|« Oui. »|Puis rien !|Voir p. 12 et fig. 3.|Fin"),
        ("en", "J. K. Rowling sold 5.5 million, e.g. here.|The rest… went.|See No. 5.|Yes? No."),
        ("en", "The answer is no.|The rest came on Sept. 5.|It ended in 2020.|50 % left."),
        ("es", "Según el Sr. López, p. ej. hoy, son 5.|¿Y ayer?|Nada."),
        ("ja", "売上は5％増えた。|次の文。"),
        ("de", "Sind es wirklich 5?|Ja, am 12. Mai.|Es waren erst 3...|Dann 120.|Dann mehr."),
        ("en", "It came from the USA.|Then it fell.|Was it No.?|5 of them saw it.|Ask Dr!|Now."),
        ("", "1. The first.|The second."),
        ("", ""),
    ],
)  # fmt: skip
def test_sentences_end_where_readers_end_them(language: str, text: str) -> None:
    expected = [part for one in text.split("|") for part in re.split(r"(?<=\?) ", one) if part]
    words = text.replace("。|", "。").replace("|", " ")
    found = [words[one.start : one.end] for one in sentences(words, language)]
    assert found == expected


@pytest.mark.parametrize("words", ["", "see ", "Weiss 2021, ", "Weiss and Kern, ", "by A B C, "])
def test_what_only_leads_to_a_source(words: str) -> None:
    assert introduces(words)


@pytest.mark.parametrize(
    "words", ["Weiss Kern Ott Roth, ", "the wheels, ", "Weiss\n\n", "(Weiss", "see [this] "]
)
def test_what_says_something_of_its_own(words: str) -> None:
    assert not introduces(words)


def test_a_work_without_an_address_is_no_source() -> None:
    page = Document("p.md", "There, 17 % turn [@weiss].\n")
    assert claims(page, {"weiss": Reference("weiss", named="Weiss, The mill")}, numbers) == ()
    (found,) = claims(page, {"weiss": Reference("weiss", "https://a.org/x")}, numbers)
    assert found.url == "https://a.org/x"


def test_hostile_pages_take_linear_time() -> None:
    for piece in (
        "[",
        "[1]",
        "[@a",
        "(https://a.org ",
        "<a href=",
        "[a](https://a.org)(",
        "(",
        "&a",
    ):
        text = piece * (60_000 // len(piece)) + " https://a.org"
        assert isinstance(
            claims(Document("p.md", text), {"a": Reference("a", "u")}, numbers), tuple
        )


@pytest.mark.parametrize(
    ("head", "behind"),
    [
        ("## Sources\n\n", ""),
        ("", ":\n\n- It has 12 %.\n- It has 13 %.\n"),
        ("", "\n\n| a |\n|---|\n| 12 % |\n"),
    ],
)
def test_many_sources_in_one_place_take_linear_time(
    linear: Callable[[Callable[[int], object], int], None], head: str, behind: str
) -> None:
    def work(count: int) -> object:
        links = " ".join(f"[mill {at}](https://m.example/{at})" for at in range(count))
        return claims(Document("p.md", head + links + behind * count), None, numbers)

    linear(work, 150)


def test_the_facts_of_a_page_are_bounded(
    linear: Callable[[Callable[[int], object], int], None],
) -> None:
    links = " ".join(f"[mill {at}](https://m.example/{at})" for at in range(50))
    sentence = " ".join(f"{at} km" for at in range(11, 61)) + f" {links}.\n\n"
    found = claims(Document("p.md", sentence * 20))
    assert 2_000 <= sum(len(one.facts) for one in found) < 2_000 + 50 * 50
    assert len(found) == 20 * 50
    linear(lambda count: claims(Document("p.md", sentence * count)), 8)


def test_the_glance_knows_all_words_that_introduce_a_source() -> None:
    lead = marks._LEAD
    words = {*re.findall(r"[^\W\d_]+", lead.pattern), "sources", "quellen", "bronnen", "références"}
    known = {word for word in words if lead.fullmatch(word)}
    assert len(known) > 40
    assert known <= marks._introducing()


def test_a_sentence_without_end_is_none() -> None:
    text = " and ".join(f"[the mill](https://m.example/r{i}) has {i}.5 %" for i in range(900)) + "."
    found = claims(Document("a.md", text))
    assert len(found) == 50
    assert not any(one.facts for one in found)
    assert max(len(one.words) for one in found) == 5_000
    assert len(addresses(Document("a.md", text))) == 900
    figures = " ".join(f"{i}.5 %," for i in range(200))
    (one,) = claims(
        Document("a.md", f"[The report](https://m.example/) counts {figures} and more.")
    )
    assert len(one.facts) == 50
