"""What the rule raw-html flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags
from contentlint_rules.markup.raw_html import RawHtml


@pytest.mark.parametrize("example", RawHtml.examples)
def test_examples(example: Example) -> None:
    assert_flags(RawHtml(**example.options), example.bad or example.good or "")


@pytest.mark.parametrize(
    "marked",
    [
        "- ⟦<b>⟧a</b>\r\n\r\n> ⟦<p>⟧b</p>\r\n",
        "⟦<div\n  class='a'>⟧\n\nb\n\n</div>\n",
        "a⟦<br />⟧b ⟦<mill-wheel>⟧ ⟦<svg>⟧⟦<path d='a'/>⟧</svg>\n",
        "</b> <!-- <b> --> `<b>` \\<b> 1 <2\n\n```\n<b>\n```\n\n<https://mill.example>\n",
        "---\na: <b>\n---\n\nc\n",
    ],
)
def test_every_opening_tag(marked: str) -> None:
    assert_flags(RawHtml(), marked)


def test_what_is_allowed() -> None:
    rule = RawHtml(allowed=("Sub",), allowed_in_tables=("br",))
    assert_flags(rule, "H<SUB>2</SUB>⟦<br>⟧\n\n| a<br>b | ⟦<sub>⟧c</sub> |\n| - | - |\n")
    assert_flags(RawHtml(allowed=("br",)), "a<br>b\n\n| a<br>b |\n| - |\n")


def test_a_page_of_components_is_left_alone() -> None:
    assert_flags(RawHtml(), "<b>a</b>\n", path="page.mdx")


def test_it_is_in_no_set() -> None:
    assert RawHtml.presets == ()
