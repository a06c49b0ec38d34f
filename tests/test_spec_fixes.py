"""The repair leaves the specification's examples as they are rendered, or its rules say why not."""

import pytest
import spec

from contentlint import Part

DIFFERENT = {
    28: {"broken-entity": "Write “&nbsp;”"},
    29: {"broken-entity": "Write “&copy;”"},
    379: {"broken-emphasis": "Put the blank outside: **foo bar**"},
    391: {"broken-emphasis": "Put the blank outside: **foo bar**"},
}
"""The examples that are rendered differently: they show what is no entity and no bold, and a rule
of ours takes it for what an author meant to be some."""


@pytest.fixture(scope="module")
def repaired() -> list[spec.Repaired]:
    return list(spec.all_repaired())


def test_which_examples_are_rendered_differently(repaired: list[spec.Repaired]) -> None:
    assert len(spec.examples()) > 640
    found = {
        one.number: {each.rule: each.fix.title for each in one.applied if each.fix}
        for one in repaired
        if not one.same
    }
    assert found == DIFFERENT


def test_nothing_changes_that_no_rule_declares(repaired: list[spec.Repaired]) -> None:
    assert {one.number: one.undeclared for one in repaired if one.undeclared} == {}


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("*a* b\n", "*a*  b\n", Part.NOTHING),
        ("a b\n", "a c\n", Part.TEXT),
        ("a b\n", "a\nb\n", Part.NOTHING),
        ("*a*\n", "a\n", Part.EMPHASIS),
        ("*a* b\n", "*a b*\n", Part.EMPHASIS),
        ("[a](b) c\n", "[a c](b)\n", Part.LINKS),
        ("> a\n\nb\n", "> a\n>\n> b\n", Part.STRUCTURE),
        ("** a**\n", "**a**\n", Part.EMPHASIS | Part.TEXT),
        ("[a](b)\n", "[a](c)\n", Part.LINKS),
        ("![a](b)\n", '![a](b "c")\n', Part.LINKS),
        ("`a`\n", "`b`\n", Part.CODE),
        ("```a\nb\n```\n", "```c\nb\n```\n", Part.CODE),
        ("a <b>\n", "a <i>\n", Part.HTML),
        ("<div>\n", "<p>\n", Part.HTML),
        ("# a\n", "## a\n", Part.STRUCTURE),
        ("a\n- b\n", "a\n\n- b\n", Part.NOTHING),
        ("- a\n- b\n", "1. a\n1. b\n", Part.STRUCTURE),
        ("- a\n- b\n", "- a\n\n- b\n", Part.STRUCTURE),
    ],
)
def test_what_is_rendered_differently(before: str, after: str, parts: Part) -> None:
    assert spec.changed(before, after) == parts


def test_marks_that_were_none_are_emphasis_where_that_may_change() -> None:
    assert spec.changed("** a**\n", "**a**\n", Part.EMPHASIS) == Part.EMPHASIS
    assert spec.changed("** a**\n", "**b**\n", Part.EMPHASIS) == Part.EMPHASIS | Part.TEXT
