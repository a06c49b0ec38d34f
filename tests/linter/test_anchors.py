"""Headings that links lead to keep their address."""

import pytest

from contentlint import Document, Edit, Fix, Span, fix_text
from contentlint.anchors import all_linked, linked, moved, slug


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Opening hours", "opening-hours"),
        ("Être là, *déjà*?", "être-là-déjà"),
        ("[cite_start]1. Mills [cite: 1]", "cite_start1-mills-cite-1"),
        ("`a_b`  c", "a_b--c"),
        ("", ""),
    ],
)
def test_slugs(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


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
