"""What the rule heading-blank flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.heading_blank import HeadingBlank

RULE = HeadingBlank()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("⟦##⟧a\n", "## a\n"),
        ("  ⟦###⟧a b\n\nc\n", "  ### a b\n\nc\n"),
        ("> ⟦##⟧a\n", "> ## a\n"),
        ("> > ⟦##⟧a\n", "> > ## a\n"),
        ("a\n\n⟦##⟧**b**\n", "a\n\n## **b**\n"),
        ("⟦##\xa0⟧a\n", "## a\n"),
        ("⟦#\u3000 ⟧a\n\nb\n", "# a\n\nb\n"),
        ("⟦##⟧a##\n", "## a ##\n"),
        ("⟦#⟧The mill#\r\n\r\nb\r\n", "# The mill #\r\n\r\nb\r\n"),
        ("⟦#⟧mill #\n", "# mill #\n"),
        ("⟦##⟧C#\n", "## C#\n"),
        ("## a⟦##⟧ \n", "## a ## \n"),
        ("# a\xa0⟦##⟧\n", "# a ##\n"),
        ("> ### a⟦##⟧\n", "> ### a ##\n"),
        ("⟦######⟧1. a\r\n\r\nb\r\n", "###### 1. a\r\n\r\nb\r\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


def test_one_sign_may_begin_a_tag() -> None:
    (found,) = assert_flags(RULE, "⟦#⟧The old mill\n")
    assert found.level is Severity.WARNING
    assert_flags(RULE, "⟦#⟧The old mill\n", "# The old mill\n", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "#mill\n",
        "#mill #river, #old\n",
        "#12 is done\n",
        "####### seven\n",
        "#!/bin/sh\n",
        "text\n##a\n",
        "```\n##a\n```\n",
        "<div>\n##a\n</div>\n",
        "## a\n",
        "\\##a\n",
        "# C#\n\n## F#\n\n### a #\n",
        "## a \\##\n\n## a\\##\n",
        "## a\n\n`b##`\n\nc##\n",
        "#GivingTuesday is a day\n",
        "```\n# a##\n```\n",
        "{% highlight c %}\n##define\n{% endhighlight %}\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["##a\n\n", "#", "# a##\n", "## ", "##\xa0", "> "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 600)
