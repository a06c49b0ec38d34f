"""What the rule missing-blank-line flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Document, Example, Part
from contentlint.proof import objection
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.markup.missing_blank_line import MissingBlankLine

RULE = MissingBlankLine()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = MissingBlankLine(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("a\n⟦# b⟧\n\nc\n", "a\n\n# b\n\nc\n"),
        ("⟦# a⟧\r\nb\r\n", "# a\r\n\r\nb\r\n"),
        ("⟦a⟧\n===\nb\n", "a\n===\n\nb\n"),
        ("- a\n⟦# b⟧\n", "- a\n\n# b\n"),
        ("a\n⟦```⟧\nb\n⟦```⟧\nc\n", "a\n\n```\nb\n```\n\nc\n"),
        ("a\n⟦~~~ sh⟧\nb\n~~~", "a\n\n~~~ sh\nb\n~~~"),
        ("a\n⟦- b⟧\n- c\n", "a\n\n- b\n- c\n"),
        ("a\n ⟦1) b⟧\n", "a\n\n 1) b\n"),
        ("- a\n⟦- b⟧\n***\n", "- a\n- b\n\n***\n"),
        ("- a\n⟦* b⟧\n", "- a\n\n* b\n"),
        ("| a |\n| - |\n⟦| b |⟧\n> c\n", "| a |\n| - |\n| b |\n\n> c\n"),
        ("# a\n\nb\n⟦| c |⟧\n| - |\n", "# a\n\nb\n\n| c |\n| - |\n"),
        ("> a\n> ⟦- b⟧\n", "> a\n>\n> - b\n"),
        ("> ⟦# a⟧\n> > b\n", "> # a\n>\n> > b\n"),
        ("> > a\n> > ⟦## b⟧\n", "> > a\n> >\n> > ## b\n"),
        ("---\na: b\n---\n⟦# a⟧\nb\n", "---\na: b\n---\n# a\n\nb\n"),
        ("# a\n⟦## b⟧\n", "# a\n\n## b\n"),
    ],
)
def test_found(marked: str, fixed: str) -> None:
    for violation in assert_flags(RULE, marked, fixed):
        assert violation.fix
        document = Document("page.md", marked.replace("⟦", "").replace("⟧", ""))
        assert objection(document, violation.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("- a\n  ⟦```⟧\n  b\n  ```\n", "- a\n\n  ```\n  b\n  ```\n"),
        ("- ```\n  a\n  ⟦```⟧\n- b\n", "- ```\n  a\n  ```\n\n- b\n"),
        ("- a\n  ⟦## b⟧\n", "- a\n\n  ## b\n"),
    ],
)
def test_inside_a_list_it_is_unsafe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "# a\n\nb\n\n- c\n  - d\n    e\n- f\n\ng\n\n```\nh\n```\n\n| i |\n| - |\n| j |\n",
        "# a",
        "- a\nlazy\n",
        "- a\n  b\n  - c\n",
        "a\n2. b\n",
        "a\n-b\n",
        "> # a\n>\n> b\n",
        "<!-- a -->\n# b\n<!-- c -->\n\nd\n",
        "{{< a >}}\n- b\n{{< /a >}}\n",
        "## a\n{: .no_toc }\n\n- b\n{: .c }\n",
        "::: note\n# a\n:::\n",
        "- a\n[b]: c\n",
        "$$\na\n+ b\n$$\n",
        "{% highlight diff %}\n a\n- b\n{% endhighlight %}\n",
        "{% set a %}{% raw %}\n# b\nc\n{% endraw %}\n",
        "```\na\n- b\n# c\n```\n",
        "<div>\n# a\nb\n</div>\n",
        "    a\n    # b\n",
        "a\r# b\rc\r",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_components_of_mdx_divide_blocks() -> None:
    assert_flags(RULE, "<Steps>\n1. a\n</Steps>\n", path="page.mdx")


def test_one_place_is_found_once() -> None:
    (found,) = assert_flags(RULE, "# a\n⟦- b⟧\n", "# a\n\n- b\n")
    assert found.message.startswith("No blank line stands above this list")


KINDS = {
    "headings": "a\n⟦# b⟧\n\nc\n- d\n\ne\n```\nf\n```\n",
    "fences": "a\n# b\n\nc\n- d\n\ne\n⟦```⟧\nf\n```\n",
    "lists": "a\n# b\n\nc\n⟦- d⟧\n\ne\n```\nf\n```\n",
    "tables": "# a\nb\n⟦| c |⟧\n| - |\n",
}


@pytest.mark.parametrize(("kind", "marked"), KINDS.items())
def test_around_what_is_an_option(kind: str, marked: str) -> None:
    assert [
        one.span for one in violations(MissingBlankLine(around=(kind,)), unmark(marked)[0])
    ] == (unmark(marked)[1])
    assert violations(MissingBlankLine(around=()), unmark(marked)[0]) == []


def test_the_structure_has_to_stay() -> None:
    assert Part.STRUCTURE not in RULE.changes


@pytest.mark.parametrize(
    "piece", ["# a\n", "- a\n", "a\n- b\n\n", "a\n```\nb\n```\n", "|a|\n|-|\n>b\n"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 100)


@pytest.mark.parametrize("blank", [True, False])
def test_what_stands_in_lists(blank: bool) -> None:
    marked = "a\n⟦- b⟧\n  ⟦```⟧\n  c\n  ⟦```⟧\n- d\n\n⟦# e⟧\nf\n"
    inside = marked if blank else marked.replace("⟦```⟧", "```")
    rule = MissingBlankLine(in_lists=blank)
    assert [one.span for one in violations(rule, unmark(inside)[0])] == unmark(inside)[1]
