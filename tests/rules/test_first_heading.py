"""What the rule first-heading flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.first_heading import FirstHeading

RULE = FirstHeading()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = FirstHeading(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦a⟧\n",
        "\n\n  ⟦## a⟧  \r\n",
        "<!-- a -->\n⟦b⟧\n\n# c\n",
        "⟦a⟧\n---\n",
        "⟦#a⟧\n",
        "⟦<p>a</p>⟧\n\n# b\n",
        "⟦<h2>a</h2>⟧\n",
        "---\nname: a\n---\n⟦b⟧\n",
        "⟦```⟧\n# a\n```\n",
        "⟦> # a⟧\n",
    ],
)
def test_found(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "# a\n",
        "a\n===\n",
        "\n<!-- a\n# b\n-->\n\n# c\n",
        '<h1 align="center">a</h1>\n',
        '<div align="center">\n<h1>a</h1>\n</div>\n',
        "---\ntitle: a\n---\nb\n",
        "---\nTitle: a\n---\nb\n",
        '+++\ntitle = "a"\n+++\nb\n',
        '{\n  "title": "a"\n}\nb\n',
        "---\nseo:\n  title: a\n---\nb\n",
        "{% include head.md %}\n\nb\n",
        "{{< lead >}}\n\nb\n",
        "---\na: b\n---\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_mdx() -> None:
    assert_flags(RULE, "import A from './a'\n\n# b\n", path="page.mdx")
    assert_flags(RULE, "import A from './a'\n\n⟦b⟧\n", path="page.mdx")
    assert_flags(RULE, "import A from './a'\n\n<A />\n\nb\n", path="page.mdx")


def test_options() -> None:
    assert_flags(FirstHeading(level=2), "## a\n")
    assert_flags(FirstHeading(level=2), "⟦# a⟧\n")
    assert_flags(FirstHeading(front_matter_title=""), "---\ntitle: a\n---\n⟦b⟧\n")
    assert_flags(FirstHeading(front_matter_title="name"), "---\nname: a\n---\nb\n")


@pytest.mark.parametrize(
    "marked",
    [
        "a\n\n# b\n\n## c\n",
        "a\n\n⟦## b⟧\n\n# c\n",
        "a\n\n<h1>b</h1>\n",
        "a\n\n<p>b</p>\n\n⟦<h2>b</h2>⟧\n\n# c\n",
        "⟦a⟧\n",
        "<!-- <h1>a</h1> -->\n\n⟦b⟧\n",
        "a `<h2>`\n\n# b\n",
        "⟦```⟧\n# a\n```\n",
        "```\n## a\n```\n\nb\n===\n",
    ],
)
def test_preamble(marked: str) -> None:
    assert_flags(FirstHeading(preamble=True), marked)


@pytest.mark.parametrize("piece", ["<!-- -->", "<!--", "-", "import a\n\n", " \n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size, "page.mdx"), 500)
    linear(lambda size: violations(FirstHeading(preamble=True), piece * size), 500)
