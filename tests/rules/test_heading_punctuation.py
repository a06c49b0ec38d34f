"""What the rule heading-punctuation flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.heading_punctuation import HeadingPunctuation

RULE = HeadingPunctuation()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = HeadingPunctuation(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("# a⟦.⟧\n", "# a\n"),
        ("## a *b*⟦...⟧ ##\r\n", "## a *b* ##\r\n"),
        ("a\nb⟦:⟧\n===\n", "a\nb\n===\n"),
        ("> # 水车⟦：⟧\n", "> # 水车\n"),
        ("# a⟦;⟧\n", "# a\n"),
        ("# a &copy; b⟦;⟧\n", "# a &copy; b\n"),
    ],
)
def test_found(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "# a?\n",
        "# a &copy;\n\n## b &#169;\n\n## c &#x00A9;\n",
        "# a :smile:\n",
        "# `a.`\n",
        "# (a.)\n",
        "#\n",
        "# a. {#b}\n",
        "```\n# a.\n```\n",
        "{% highlight sh %}\n# a.\n{% endhighlight %}\n",
        "<!--\n# a.\n-->\n",
        "text.\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_marks_alone_have_no_fix() -> None:
    (found,) = assert_flags(RULE, "# ⟦...⟧\n")
    assert found.fix is None


def test_marks_are_an_option() -> None:
    assert_flags(HeadingPunctuation(marks=""), "# a.\n")
    assert violations(HeadingPunctuation(marks="?"), "# a.\n\n# b?\n")[0].span.start == 9
