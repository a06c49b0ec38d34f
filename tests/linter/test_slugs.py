"""The addresses of headings are those that the generators themselves give."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Document
from contentlint.anchors import sources
from contentlint.slugs import (
    NAMES,
    anchors,
    footnotes,
    heading_text,
    ids,
    label,
    slugger,
    terms,
)

TABLES = Path(__file__).parent / "data/slugs"
TOLD_BY_NOBODY = {"gitlab", "mdbook", "mdx"}


@pytest.mark.parametrize("name", sorted(set(NAMES) - TOLD_BY_NOBODY - {"zola"}))
def test_anchors_are_those_of_the_tool(name: str) -> None:
    by = slugger(name)
    hidden = by.reading.templates
    for page in table(name):
        if not any(hidden and hidden.search(heading) for heading, _ in page):
            ours = anchors([heading for heading, _ in page], by)
            assert named(page, ours) == named(page, [anchor for _, anchor in page])


def test_zola_is_told_where_no_dictionary_is_needed() -> None:
    rows = [
        (heading, ours, anchor)
        for page in table("zola")
        for (heading, anchor), ours in zip(
            page, anchors([heading for heading, _ in page], slugger("zola")), strict=True
        )
    ]
    told = [row for row in rows if row[1] is not None]
    assert [row for row in told if row[1] != row[2]] == []
    assert all(
        heading.isascii() is False or "&" in heading or "{" in heading
        for heading, ours, _ in rows
        if ours is None
    )
    assert len(told) > 290


def table(name: str) -> list[list[tuple[str, str | None]]]:
    return json.loads((TABLES / f"{name}.json").read_text("utf-8"))["pages"]


def named(page: list, found: list) -> list:
    """An empty id is none."""
    return [(heading, anchor or None) for (heading, _), anchor in zip(page, found, strict=True)]


def test_there_is_a_table_for_each() -> None:
    assert {one.stem for one in TABLES.glob("*.json")} == set(NAMES) - TOLD_BY_NOBODY
    for one in TABLES.glob("*.json"):
        held = json.loads(one.read_text("utf-8"))
        assert held["tool"] == one.stem
        assert re.search(r"\d+\.\d+", held["version"])
        assert sum(map(len, held["pages"])) > 270


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["`--passes`: add more passes"], ["--passes-add-more-passes"]),
        (["Method-call 🐙 `expr`", "中文", "Über"], ["method-call--expr", "中文", "über"]),
        (["!!!", "…", "a", "a-1", "a"], ["section", "section-1", "a", "a-1", "a-2"]),
        (["One {#two .c}", "Two"], ["two", "two"]),
        (["❤️ b", "สวัสดี", "नमस्ते", "a\tb"], ["-b", "สวัสดี", "नमसते", "a-b"]),
        (["½ ① Ⓐ _a_", "‿x"], ["½-①-ⓐ-a", "x"]),
    ],
)
def test_mdbook(headings: list[str], expected: list[str]) -> None:
    assert anchors(headings, slugger("mdbook")) == expected


def test_gitlab() -> None:
    headings = ["A -- b", "2024", "Über & so", "a", "a", ":tada: c"]
    assert anchors(headings, slugger("gitlab")) == [
        "a-b", "anchor-2024", "über-so", "a", "a-1", "tada-c",
    ]  # fmt: skip


def test_ids_in_comments() -> None:
    headings = ["État {/*state*/}", "Deux {/* #two */}", "Trois {x}", "![y](z) a"]
    assert anchors(headings, slugger("mdx")) == ["state", "two", "trois-x", "y-a"]


def test_what_is_filled_in_later_cannot_be_told() -> None:
    for name, heading in (
        ("hugo-github", "New in {{< v >}}"),
        ("kramdown-gfm", "{{ page.title }}"),
        ("python-markdown", "{% if a %}b{% endif %}"),
        ("zola", "Hi {{ name() }}"),
    ):
        assert anchors([heading, "b"], slugger(name)) == [None, "b"]
        assert anchors([f"{heading} {{#own}}"], slugger(name)) == ["own"]
    assert anchors(["a" * 2001], slugger("github")) == [None]


def test_headings_without_words_have_no_address_in_hugo() -> None:
    assert anchors(["![](a.png)", "!"], slugger("hugo-github")) == [None, "heading"]


def test_links_by_reference_are_known_by_their_labels() -> None:
    by = slugger("github-slugger")
    assert anchors(["[a b][c]", "[c]", "[d][ ]"], by, {"c"}) == ["a-b", "c", "d-"]
    assert anchors(["[a b][c]"], by) == ["a-bc"]
    assert anchors(["[x][Some  Name]"], by, {label("some NAME")}) == ["x"]


def test_heading_text() -> None:
    by = slugger("github")
    assert heading_text(r"**A** [b *c*](d) ![e](f) `g` &amp; <i>h</i> \*", by) == "A b c  g & h *"
    assert heading_text("a {#b}", slugger("hugo-github")) == "a"
    assert heading_text("__a__ b_c_d _e f", by) == "a b_c_d _e f"
    assert heading_text("`` a`b `` `c", by) == "a`b `c"
    assert heading_text("<https://a.test/_b_> <a@b.test>", by) == "https://a.test/_b_ a@b.test"
    assert heading_text("[a [b](c) d](e)", by) == "[a b d](e)"
    assert heading_text("***a** b* **c*d", by) == "a b **c*d"


def test_own_ids() -> None:
    own = {name: slugger(name).own("A {#b}")[0] for name in NAMES}
    without = {"github", "github-slugger", "astro", "nuxt", "gitlab", "markdown-it-anchor", "mdx"}
    assert {name for name, found in own.items() if found is None} == without
    assert set(own.values()) == {"b", None}


def test_ids() -> None:
    text = (
        '<a name="one"></a> <div class="x" id=two> <p id=\'three\'>\n'
        '<Anchor id={"four"} /> {: #five .c }\n{:.a #six}\n'
        "## A {#seven}\n\nText {/*#eight*/} more ^nine\n"
    )
    assert ids(text) == {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "^nine",
    }  # fmt: skip
    assert ids("nothing here, x^2 and # that") == frozenset()
    assert ids('<p data-id="a" x-name=b>') == frozenset()


@pytest.mark.parametrize(
    "anchor",
    ["fn:1", "fnref:1", "fnref:note:1", "fnref2:note", "fn1", "fnref1:1", "user-content-fn-1",
     "user-content-fnref-1-2", "footnote-1", "fr-1-1", "fn-1"],
)  # fmt: skip
def test_addresses_of_notes(anchor: str) -> None:
    assert footnotes(anchor)


@pytest.mark.parametrize("anchor", ["installation", "a-fn-1", "from", "1", "fnord", "free"])
def test_other_addresses(anchor: str) -> None:
    assert not footnotes(anchor)


def test_terms() -> None:
    text = "`Term`\n: What it is\n\nOther *one*  \r\n: That\n\nNo\n\nText: no\n"
    assert [term for _, term in terms(text)] == ["`Term`", "Other *one*"]
    assert all(text.startswith(term, start) for start, term in terms(text))
    assert terms("no terms: here") == []


def test_sources_of_a_page() -> None:
    text = (
        "# One {#own} #\n\n## C# ##\r\n\nTwo `x`\n===\n\n> ### In *quotes*\n\n- #### Item\n\n"
        "Long\nheading\n---\n\n##\n"
    )
    assert sources(Document("a.md", text)) == [
        "One {#own}", "C#", "Two `x`", "In *quotes*", "Item", "Long heading", "",
    ]  # fmt: skip


WORDS = st.text(st.sampled_from("aB1é京_- *`[](){}<>!&;:#\"'.\\~\u0301\u200d"), max_size=40)


@given(st.lists(WORDS, max_size=6))
def test_any_heading_has_an_answer(headings: list[str]) -> None:
    for name in NAMES:
        by = slugger(name)
        found = anchors(headings, by)
        assert len(found) == len(headings)
        made = [
            one
            for one, source in zip(found, headings, strict=True)
            if one and by.own(source.strip())[0] is None
        ]
        if name not in {"kramdown", "kramdown-gfm", "gitlab", "nuxt"}:
            assert len(made) == len(set(made))


@pytest.mark.parametrize(
    "part",
    ["[", "*a", "**a *b ", "<a ", "<!--", "[](", "![[[", "a**b_", "{#a ", "](", "<a x='", "~~a",
     "{: ", "&a", "a@", "http://", "`a``", ":a"],
)  # fmt: skip
def test_hostile_headings_take_linear_time(part: str, linear) -> None:
    def work(size: int) -> None:
        for name in NAMES:
            anchors([(part * size)[:size] + "}"], slugger(name))

    linear(work, 490)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_equal_headings_takes_linear_time(name: str, linear) -> None:
    assert len(set(anchors(["a"] * 5000, slugger(name)))) == 5000
    linear(lambda size: anchors(["a"] * size, slugger(name)), 2000)


def test_an_unknown_generator() -> None:
    with pytest.raises(KeyError):
        slugger("nobody")
