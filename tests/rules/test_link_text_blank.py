"""What the rule link-text-blank flags, and how it puts the blanks right."""

import pytest

from contentlint import Document
from contentlint.proof import objection
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.links.link_text_blank import LinkTextBlank

RULE = LinkTextBlank()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("⟦[ a](b)⟧", "[a](b)"),
        ("⟦[a ](b)⟧", "[a](b)"),
        ("x ⟦[\ta ](b)⟧ y", "x [a](b) y"),
        ("x⟦[ a ](b)⟧y", "x [a](b) y"),
        ("(⟦[ a ](b)⟧)", "([a](b))"),
        ("⟦[ `a` ](b)⟧ ⟦[ *a* ](b)⟧", "[`a`](b) [*a*](b)"),
        ("⟦[ ![a](b.png) ](c)⟧", "[![a](b.png)](c)"),
        ("⟦[a\n](b)⟧", "[a](b)"),
        ("⟦[\r\na](b)⟧\r\n", "[a](b)\r\n"),
        ("⟦[ a][b]⟧ ⟦[b ]⟧[] ⟦[ b ]⟧\n\n[b]: c\n", "[a][b] [b][] [b]\n\n[b]: c\n"),
        ("- ⟦[ a](b)⟧\n", "- [a](b)\n"),
        ("| a |\n| - |\n| ⟦[a ](b)⟧ |\n", "| a |\n| - |\n| [a](b) |\n"),
        ("⟦[磨坊 ](b)⟧开放。\n", "[磨坊](b) 开放。\n"),
    ],
)
def test_links(marked: str, fixed: str) -> None:
    text, _ = unmark(marked)
    for found in assert_flags(RULE, marked, fixed):
        assert found.fix is not None
        assert objection(Document("page.md", text), found.fix, RULE.changes) is None


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) [a b][c] [c]\n\n[c]: d\n",
        "- [ ] [a](b)\n- [x] [a](b)\n",
        "[ 1, 2 ] and ![ a ](b.png) and [ ](c)\n",
        "`[ a ](b)` and \\[ a ](b)\n\n```\n[ a ](b)\n```\n",
        "{{< card >}}[ ]{{< /card >}}\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["[ a ](b) ", "[ ", " ](", "[ a ", "[\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
