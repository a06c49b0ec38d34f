"""Keys of citations against bibliographies."""

import pytest

from contentlint.citations.bibliography import references
from contentlint.testing import assert_flags
from contentlint_rules.citations.citation_key import CitationKey

RULE = CitationKey()
HEAD = "---\nbibliography: [refs.bib, data/more.json]\n---\n"
FILES = {
    "refs.bib": "@string{x = {y}}\n@comment{@book{no, title={}}}\n@book{weiss, title={The mill}}\n",
    "data/more.json": '[{"id": "kern:2020", "title": "Dams", "DOI": "10.1000/182"}]',
}


@pytest.mark.parametrize(
    "marked",
    [
        "It turns [see @weiss, p. 3; also -@kern:2020]. ⟦[@ott]⟧\n",
        "It turns [@{weiss}], ⟦[@weiss; @Weiss]⟧.\n",
        "It turns [@weiss]; mail [a@ott.org], [@ott](https://a.org) and `[@ott]`.\n",
        "[@fig:a] [@tbl-b] [@sec:c] <!-- [@ott] -->\n",
    ],
)
def test_every_key_is_looked_up(marked: str) -> None:
    assert_flags(RULE, HEAD + marked, files=FILES)


def test_a_bibliography_that_is_not_there_says_nothing() -> None:
    gone = {"refs.bib": FILES["refs.bib"]}
    assert_flags(RULE, HEAD + "It turns [@ott].\n", files=gone)
    assert_flags(RULE, HEAD + "It turns [@weiss] and ⟦[@ott]⟧.\n", files=gone)
    assert_flags(RULE, HEAD + "It turns [@ott].\n", files={"refs.bib": "", "data/more.json": "{"})


def test_files_above_the_page_are_read_up_to_the_root_of_the_site() -> None:
    files = {"hugo.toml": "", "bib/a.bib": "@book{weiss, title={A}}"}
    text = "[@weiss] and ⟦[@ott]⟧\n"
    assert_flags(RULE, text, path="content/en/page.md", files=files)
    assert_flags(RULE, "[@ott]\n", path="content/en/page.md", files=files)


def test_files_above_the_root_of_the_site_are_those_of_others() -> None:
    files = {"site/hugo.toml": "", "a.bib": "@book{weiss, title={A}}"}
    assert_flags(RULE, "[@weiss] and [@ott]\n", path="site/content/page.md", files=files)
    files["site/b.bib"] = "@book{kern, title={B}}"
    text = "[@kern] and ⟦[@weiss]⟧\n"
    assert_flags(RULE, text, path="site/content/page.md", files=files)


def test_json_is_a_bibliography_where_its_name_says_so() -> None:
    works = '[{"id": "weiss", "title": "The mill"}]'
    text = "[@weiss] and {}[@ott]{}\n"
    assert_flags(RULE, text.format("⟦", "⟧"), files={"references.json": works})
    assert_flags(RULE, text.format("", ""), files={"data.json": works})


def test_an_archive_without_a_number_is_no_address() -> None:
    one, two = references("@misc{a, archiveprefix={arXiv}}\n@misc{b, eprint={2301.01234}}", "x.bib")
    assert (one.url, two.url) == ("", "https://arxiv.org/abs/2301.01234")


def test_works_may_stand_in_the_head_of_the_page() -> None:
    head = "---\nreferences:\n- id: weiss\n  title: The mill\n---\n"
    assert_flags(RULE, head + "[@weiss] and ⟦[@ott]⟧\n")


def test_a_like_key_is_named_and_a_key_of_two_works_is_a_warning() -> None:
    (found,) = assert_flags(RULE, HEAD + "⟦[@wiess]⟧\n", files=FILES)
    assert "“weiss” is there" in found.message
    twice = {
        "a.bib": "@book{k, title={A}}\n@book{k, title={B}}\n@book{l, title={A}}@book{l, title={A}}"
    }
    (found,) = assert_flags(RULE, "⟦[@k]⟧ [@l]\n", files=twice)
    assert "Two different works" in found.message
    assert found.level.name == "WARNING"


def test_what_bibtex_writes_is_read_as_it_shows() -> None:
    text = (
        "@article{a, author = {Wei{\\ss}, Noria and M\\\"uller, J\\'er\\^ome}, year = 2020,\n"
        ' title = "A {"}quoted{"} " # "title", doi = {https://doi.org/10.1000/182}}\n'
        "@misc(b, howpublished={\\url{https://a.org/x_y}}, date={2021-03-01})\n"
        "@online{c,\tEprint                              =   {2301.01234}}\n"
        "@book{d, title={never closed"
    )
    one, two, three, four = references(text, "x.bib")
    assert one.fields["author"] == "Wei{\\ss}, Noria and M\\\"uller, J\\'er\\^ome"
    assert one[1:-1] == (
        "https://doi.org/10.1000/182",
        'Weiß, Noria, Müller, Jérôme, A "quoted" title, 2020',
        'A "quoted" title',
        ("Weiß, Noria", "Müller, Jérôme"),
        "2020",
        "10.1000/182",
    )
    assert (two.url, two.year) == ("https://a.org/x_y", "2021")
    assert three.url == "https://arxiv.org/abs/2301.01234"
    assert four.key == "d"


def test_what_csl_writes_is_read() -> None:
    text = (
        '{"items": [{"id": 7, "title": "T", "issued": {"date-parts": [[2020, 1]]}, "URL": '
        '"https://c.org", "author": [{"family": "W", "given": "N"}, {"literal": "UN"}, 5]}, 6]}'
    )
    (one,) = references(text, "x.json")
    assert one[:-1] == ("7", "https://c.org", "W, N, UN, T, 2020", "T", ("W, N", "UN"), "2020", "")
    assert references("[" * 100_000, "x.json") == ()


@pytest.mark.parametrize(
    "piece", ["@a{k,", "@a{k,t={", '@a{k,t="{', "@a{k,x=a#", "{", "\\", "@a{k,t={\\'{"]
)
def test_a_hostile_bibliography_takes_linear_time(piece: str) -> None:
    assert len(references(piece * 20_000, "x.bib")) <= 20_000
