"""What the rule link-text flags, and what it leaves alone."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.links.link_text import LinkText

RULE = LinkText()


@pytest.mark.parametrize(
    "marked",
    [
        "⟦[here](/a)⟧ ⟦[Click here!](/a)⟧ ⟦[click-here](/a)⟧ ⟦[More …](/a)⟧ ⟦[Read more »](/a)⟧\n",
        "⟦[*here*](/a)⟧ ⟦[__link__](/a)⟧ ⟦[ here ](/a)⟧ ⟦[click\nhere](/a)⟧\n",
        "⟦[here][a]⟧ ⟦[here]⟧[] ⟦[here]⟧\n\n[a]: /a\n[here]: /b\n",
        "⟦[ici](/a)⟧ ⟦[cliquez ici](/a)⟧ ⟦[En savoir plus](/a)⟧ ⟦[plus d’infos](/a)⟧\n",
        "⟦[hier](/a)⟧ ⟦[weiterlesen](/a)⟧ ⟦[aquí](/a)⟧ ⟦[leer más](/a)⟧ ⟦[clicca qui](/a)⟧\n",
        "⟦[clique aqui](/a)⟧ ⟦[saiba mais](/a)⟧ ⟦[lees meer](/a)⟧ ⟦[kliknij tutaj](/a)⟧\n",
        "⟦[こちら](/a)⟧ ⟦[点击这里](/a)⟧ ⟦[這裡](/a)⟧ ⟦[여기](/a)⟧ ⟦[здесь](/a)⟧\r\n",
        "> - ⟦[here](/a)⟧\n",
        "| a |\n| - |\n| ⟦[link](/a)⟧ |\n",
    ],
)
def test_links(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "[the mill here](/a) [more about mills](/a) [link list](/a) [hereafter](/a)\n",
        "[here] and [more] are no links; `[here](/a)` is code\n",
        "[`link`](/a) [<b>link</b>](/a) ![here](a.png) [![here](a.png)](/a)\n",
        "```\n[here](/a)\n```\n\n    [here](/a)\n",
        "---\na: '[here](/a)'\n---\n",
        "<https://here.test> https://here.test [](/a)\n",
        '{{< card "[here](/a)" >}}\n',
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_more_words() -> None:
    rule = LinkText(words=("Our Site!",))
    assert_flags(rule, "⟦[our site](/a)⟧ ⟦[here](/a)⟧ [their site](/a)\n")


def test_nothing_is_prohibited() -> None:
    assert_flags(LinkText(prohibited=("",)), "[here](/a) and [](/b)\n")


def test_other_words() -> None:
    rule = LinkText(prohibited=("our site, which says a good deal and still nothing",))
    long = "our site which says a good deal and still nothing"
    assert_flags(rule, f"⟦[{long}](/a)⟧ [here](/a)\n")


def test_jsx() -> None:
    assert_flags(RULE, "⟦[here](/a)⟧ <A b={'[here](/a)'} />\n", path="page.mdx")


def test_the_message_names_the_words() -> None:
    (found,) = violations(RULE, "[click\nhere](/a)")
    assert found.message == "“click here” does not say where this link leads"


@pytest.mark.parametrize("piece", ["[here](a) ", "[here", "[", "[here]"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
