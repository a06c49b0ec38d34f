"""What the rule empty-link flags, and what it leaves alone."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.links.empty_link import EmptyLink

RULE = EmptyLink()


@pytest.mark.parametrize(
    "marked",
    [
        '⟦[a]()⟧ ⟦[a](<>)⟧ ⟦[a]( <> "b" )⟧ ⟦[a](\n)⟧\n',
        "⟦[a](#)⟧ ⟦[a]( # )⟧ ⟦[a](# 'b')⟧ ⟦[a](<#>)⟧\n",
        "⟦[a][b]⟧ ⟦[b]⟧[] ⟦[b]⟧\n\n[b]: #\n",
        "⟦[a][b]⟧\n\n[b]: <>\n",
        "⟦[](https://mill.test)⟧ ⟦[ ](/mill)⟧ ⟦[](mailto:a@mill.test)⟧\n",
        "⟦[][b]⟧\n\n[b]: /mill\n",
        "> - ⟦[a](#)⟧\r\n",
        "| a |\n| - |\n| ⟦[a](#)⟧ |\n",
    ],
)
def test_links(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) [a](#b) [![a](b.png)](c) [<i></i>](c)\n",
        "[Back to top](#) [Haut de page](#) [↑](#) [トップ](#)\n",
        "[](){#a} [](#a) [](page.md) and [a](#){.b}\n",
        "list[i]() and f()[x]() and $[a]()\n",
        "`[a]()` and ``[](/b)``\n\n```\n[a](#)\n```\n",
        "[//]: # (A comment)\n[comment]: <> (Another)\n",
        '[a]({{ url }}) [{{ words }}](/b) [a]({{< ref "b" >}})\n',
        "[](https://mill.test)\n\n```{note}\nThis page is for MyST.\n```\n",
        "![a]()\n",
        "---\na: '[b](#)'\n---\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_the_top_may_be_allowed() -> None:
    assert_flags(EmptyLink(top=False), "[a](#) ⟦[a]()⟧\n")


def test_jsx() -> None:
    assert_flags(RULE, "⟦[a](#)⟧ <A b={c[d]()} />\n", path="page.mdx")


@pytest.mark.parametrize(
    ("text", "words"),
    [("[a]()", "no address"), ("[](/b)", "no words"), ("[a](#)", "the top of its own page")],
)
def test_the_message_says_what_is_missing(text: str, words: str) -> None:
    (found,) = violations(RULE, text)
    assert words in found.message


@pytest.mark.parametrize("piece", ["[]( ", "[a]() ", "[](/a) ", "](#", "[]"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
