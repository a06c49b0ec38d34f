"""What the rule swallowed-item flags, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, Document, Example
from contentlint.proof import objection
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup import _parsers
from contentlint_rules.markup.swallowed_item import SwallowedItem, _glued_lists, _may_be_glued

RULE = SwallowedItem()
UNSAFE = Applicability.UNSAFE


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("a\n⟦2.⟧ b\n3. c\n", "a\n\n2. b\n3. c\n"),
        ("a\r\n⟦2.⟧ b\r\n3. c\r\n", "a\r\n\r\n2. b\r\n3. c\r\n"),
        ("a\n⟦2)⟧ b\n  c\n3) d\n", "a\n\n2) b\n  c\n3) d\n"),
        ("> a\n> ⟦2.⟧ b\n> 3. c\n", "> a\n>\n> 2. b\n> 3. c\n"),
        ("- a\n  ⟦2.⟧ b\n  3. c\n", "- a\n\n  2. b\n  3. c\n"),
        ("⟦1.⟧Mill\n2.Dam\n", "1. Mill\n2. Dam\n"),
        ("a\n⟦2.⟧Mill\n3.Dam\n", "a\n\n2. Mill\n3. Dam\n"),
        ("1. Mill\n⟦2.⟧Dam\n3. Lake\n", "1. Mill\n2. Dam\n3. Lake\n"),
        ("1. a\n\nb\n⟦2.⟧ c\n\nd\n\n3. e\n", "1. a\n\nb\n\n2. c\n\nd\n\n3. e\n"),
        ("- Mill\n⟦-⟧Dam\n", "- Mill\n- Dam\n"),
        ("* Mill\n⟦*⟧Dam\n* Lake\n", "* Mill\n* Dam\n* Lake\n"),
        ("Both:\n⟦-⟧Mill\n-Dam\n", "Both:\n- Mill\n- Dam\n"),
        ("    a\n\nb:\n⟦2.⟧水车\n3.水坝\n", "    a\n\nb:\n\n2. 水车\n3. 水坝\n"),
    ],
)
def test_items(marked: str, fixed: str) -> None:
    (found,) = assert_flags(RULE, marked, fixed)
    assert found.fix
    text = marked.replace("⟦", "").replace("⟧", "")
    assert objection(Document("page.md", text), found.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("It needs:\n⟦2.⟧ b\n", "It needs:\n\n2. b\n"),
        ("⟦-⟧Good day.\n-Good evening.\n", "- Good day.\n- Good evening.\n"),
        ("a\n\t⟦2.⟧ b\n\t3. c\n", None),
        ("a\n\t⟦1.⟧ b\n\t2. c\n", None),
        ("1. a\n   ⟦2.⟧ b\n   3. c\n", None),
    ],
)
def test_items_perhaps(marked: str, fixed: str | None) -> None:
    """After a blank line, what is indented by a tabulator would be code."""
    for found in assert_flags(RULE, marked):
        assert (found.fix is None) == (fixed is None)
    assert_flags(RULE, marked, fixed, least=UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "In the year\n1984. It was\n",
        "In chapter\n2. That is\n",
        "It fell from 3 to\n2. Then to\n1. Then it rose.\n",
        "a\n1. b\n2. c\n",
        "a\n- b\n- c\n",
        "1. a\nb\n2. c\n",
        "Call\n555-1234\n-12\n",
        "1.5 miles\n2.5 miles\n",
        "1.x is old\n2.x is new\n",
        "1.Mill\n\n2.Dam\n",
        "Yours,\n-Anna\n",
        "-v says more\n-q says less\n",
        "*Mill* and\n*dam*\n",
        "*Mill and\ndam*\n",
        "- a\n  -b c\n",
        '=== "A"\n    2. b\n    3. c\n',
        "```diff\n-Mill\n-Dam\n```\n",
        "<pre>\n-Mill\n-Dam\n</pre>\n",
        "{{< a >}}\n-Mill\n-Dam\n{{< /a >}}\n".replace("-Mill\n-Dam", "x"),
        "<!--\na\n2. b\n3. c\n-->\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("name", ["kramdown", "python-markdown"])
def test_some_parsers_want_a_blank_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsers, "parser", lambda _: name)
    assert_flags(RULE, "a\n⟦-⟧ b\n- c\n", "a\n\n- b\n- c\n")
    assert_flags(RULE, "> a\n> ⟦1.⟧ b\n", "> a\n>\n> 1. b\n")
    assert_flags(RULE, "a\n\n- b\n  - c\n")
    assert_flags(RULE, "# a\n- b\n")


PIECES = (
    "a",
    "- b",
    "* c",
    "1. d",
    "2) e",
    "\n",
    "\r\n",
    "\r",
    "  ",
    "    ",
    "> ",
    "-",
    "\t",
    "# f",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_glance_misses_no_list_right_below_a_text(text: str) -> None:
    if list(_glued_lists(Document("page.md", text))):
        assert _may_be_glued(text)


def test_the_glance_passes_over_lists_with_a_blank_line() -> None:
    assert not _may_be_glued("a\n\n- b\n- c\n  - d\n\n1. e\n2. f\n")


def test_jekyll_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsers, "parser", lambda _: "kramdown-gfm")
    assert_flags(RULE, "a\n- b\n- c\n")


@pytest.mark.parametrize("piece", ["a\n2. b\n", "-ab\n", "*ab", "a\n2. b\n\n", "1.ab\n2.ab\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
