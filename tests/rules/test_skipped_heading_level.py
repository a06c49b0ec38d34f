"""What the rule skipped-heading-level flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.skipped_heading_level import SkippedHeadingLevel

RULE = SkippedHeadingLevel()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = SkippedHeadingLevel(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    "marked",
    [
        "# a\n\n### ⟦b⟧\n\n##### ⟦c⟧\n\n## d\n\n### e\n",
        "a\n=\n\n### ⟦b *c*⟧ ###\r\n",
        "a\n---\r\n\r\n#### ⟦b⟧\r\n",
        "# a\n\n> ## b\n\n### ⟦c⟧\n",
        "- # a\n\n- ### ⟦b⟧\n",
        "# a\n\n```sh\n## b\n```\n\n### ⟦c⟧\n",
        "# a\n\nSince {{ year }}, b.\n\n### ⟦c {#d}⟧\n",
    ],
)
def test_found(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "### a\n\n# b\n\n## c\n\n### d\n\n# e\n",
        "---\ntitle: a\n---\n\n### b\n",
        "# a\n\n<h2>b</h2>\n\n### c\n",
        '# a\n\n<H2 class="b">b</H2>\n\n### c\n',
        "# a\n\n{{< section >}}\n\n### c\n",
        "# a\n\n{% include b.md %}\n\n### c\n",
        "# a\n\n<DeepDive>\n\n#### c\n\n</DeepDive>\n",
        "# a\n\n> ### b\n\n## c\n",
        "# a\n\n<!--\n### b\n-->\n\n## c\n",
        "{% highlight sh %}\n# a\n{% endhighlight %}\n\n### b\n",
        "# a\n\n    ### code\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_it_says_what_is_left_out() -> None:
    (found,) = violations(RULE, "## a\n\n##### b\n")
    assert found.message.startswith("After a heading of level 2 comes one of level 5: level 3")


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "# a\n{{ b }}\n### c\n" * size), 300)
