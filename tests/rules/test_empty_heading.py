"""What the rule empty-heading flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.empty_heading import EmptyHeading

RULE = EmptyHeading()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = EmptyHeading(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦#⟧\n",
        "a\n\n⟦##⟧  ",
        "⟦###⟧ ###\r\n\r\nb\r\n",
        "> ⟦##⟧\n",
        "- a\n\n  ⟦##⟧\n",
        "## ⟦****⟧\n",
        "## ⟦&nbsp;⟧\n",
        '## ⟦<a name="b"></a>⟧\n',
        "# ⟦![](mill.png)⟧\n",
        "# ⟦![ ][mill]⟧\n\n[mill]: mill.png\n",
        "⟦![](mill.png)⟧\n===\n",
        "## a\n⟦##⟧\n\n⟦##⟧\n",
    ],
)
def test_found(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "# a\n",
        "## …\n",
        "## 🎉\n",
        "## ![the mill](mill.png)\n",
        "## ![](mill.png) the mill\n",
        '## <a name="b"></a> b\n',
        "## <img alt='b'>\n",
        "## {{ title }}\n",
        "## <Title />\n",
        "## <!-- setting a.b -->\n",
        "## `#`\n",
        "```\n#\n```\n",
        "<!--\n##\n-->\n",
        "<pre>\n#\n</pre>\n",
        "{% highlight sh %}\n#\n{% endhighlight %}\n",
        "a #\n",
        "\\#\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_an_image_needs_words() -> None:
    (found,) = violations(RULE, "# ![](a.png)\n")
    assert "image without words" in found.message


@pytest.mark.parametrize("piece", ["#\n", "# *", "# ![](", "<a ", "# <a <a"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "# " + piece * size), 500)
