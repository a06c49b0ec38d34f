"""Headings that links lead to keep their address."""

from contentlint import Document, Edit, Fix, Span, fix_text
from contentlint.anchors import all_linked, linked, moved, places


def test_what_links_lead_to() -> None:
    text = (
        "[a](#One) [b](page.md#two) [c][c] <a href='/x#four'>d</a> # five (#six)\n\n"
        "[c]: https://a.test/#three\n"
    )
    assert linked(text) == {"one", "two", "three", "four"}
    assert linked("no links") == frozenset()
    assert all_linked(["[a](#a)", "[b](#b)"]) == {"a", "b"}


def test_a_heading_that_moves() -> None:
    document = Document("page.md", "# Old mill\n\nOld\n")
    drop = Fix.safe("a", Edit.deletion(Span(2, 6)))
    assert moved(document, drop, frozenset({"old-mill"})) == "old-mill"
    assert moved(document, drop, frozenset({"mill"})) is None
    assert (
        moved(document, Fix.safe("a", Edit.deletion(Span(12, 15))), frozenset({"old-mill"})) is None
    )


HEADING = "# Old [cite: 1]\n"


def test_a_linked_heading_is_left_alone_unless_asked_for() -> None:
    link = "\n[a](#old-cite-1)\n"
    assert fix_text(HEADING).text == "# Old\n"
    fixed = fix_text(HEADING + link)
    assert fixed.text == HEADING + link
    assert [one.note for one in fixed.left] == [
        "links lead to this heading (“#old-cite-1”), and would no longer"
    ]
    assert fix_text(HEADING + link, unsafe=True).text == "# Old\n" + link


def test_places_of_a_page():
    text = "# One\n\n## One\n\n<a id='two'></a>\n\n[b]: c\n"
    assert places(["One", "One", "[a][b] {#three}"], text, "github") >= {"one", "one-1", "two"}
    assert places(["One", "One"], text, "python-markdown") >= {"one", "one_1", "two"}
    assert places(["水车"], text, "zola") is None
