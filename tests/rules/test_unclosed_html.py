"""What the rule unclosed-html flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.unclosed_html import UnclosedHtml

RULE = UnclosedHtml()
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(
        RULE,
        example.bad or example.good or "",
        example.good if example.bad and example.fixed else None,
    )


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("⟦<div>⟧\n\nText\n", ERROR),
        ("⟦<details>⟧\n<summary>a</summary>\r\n\r\nText\r\n", ERROR),
        ('- a ⟦<a href="/b">⟧c\n', ERROR),
        ("> <div>\n> ⟦<i>⟧a\n> </div>\n", ERROR),
        ("| a |\n| - |\n| b⟦<sup>⟧2 |\n", ERROR),
        ("Text ⟦<span>⟧a\n", INFO),
        ("Text a⟦</span>⟧\n", INFO),
        ("Text a⟦</b>⟧\n", WARNING),
        ("Text\n\n⟦</section>⟧\n", ERROR),
        ("Text\n\n⟦</DIV>⟧\n", ERROR),
        ("<ul>\n<li>a\n</ul>\n⟦</ul>⟧\n", WARNING),
        ('⟦<iframe src="/a" />⟧ text\n', ERROR),
        ("<div><!--> ⟦<b>⟧c</div>\n", ERROR),
        ("<ul>\n<table>\n⟦</ul>⟧\n</table>\n", WARNING),
        ("a <i>b</i> `<b>` ⟦<b>⟧c\n", ERROR),
    ],
)
def test_halves(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_the_other_half_in_indented_lines_makes_it_doubtful() -> None:
    found = assert_flags(RULE, "⟦<div>⟧\n\na\n\n    </div>\n\n⟦<i>⟧b\n")
    assert [one.level for one in found] == [WARNING, ERROR]
    found = assert_flags(RULE, "a\n\n    <div>\n\nb ⟦</div>⟧\n\n⟦<i>⟧b\n")
    assert [one.level for one in found] == [WARNING, ERROR]


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("<b><i>a⟦</b> </i>⟧\n", "<b><i>a</i> </b>\n"),
        ("<u><em><b>a</b>⟦</u></em>⟧\r\n", "<u><em><b>a</b></em></u>\r\n"),
    ],
)
def test_neighbours_change_places(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("x<sup>2<sup> and\n\ny<sup>3<sup>\n", "x<sup>2</sup> and\n\ny<sup>3</sup>\n"),
        ("<b>a <b>b\n", "<b>a <b>b\n"),
        ("<a href='a'>b<a href='c'>d\n", "<a href='a'>b<a href='c'>d\n"),
        ("<h1>Mill<h1>\n", "<h1>Mill</h1>\n"),
    ],
)
def test_a_second_opening_tag_for_the_closing_one(text: str, fixed: str) -> None:
    assert repaired(text, violations(RULE, text), Applicability.UNSAFE) == fixed


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("a\n\n⟦<!--⟧ b\n\nc\n", ERROR),
        ("a\n\n⟦<!--⟧ b\n", WARNING),
        ("a <!-- b --> c\n\n<div>\n⟦<!--⟧ d\n</div>\n", ERROR),
    ],
)
def test_comments(marked: str, level: Severity) -> None:
    assert [one.level for one in violations(RULE, unmark(marked)[0])][-1] is level
    text, (span,) = unmark(marked)
    assert span in [one.span for one in violations(RULE, text)]


@pytest.mark.parametrize(
    "text",
    [
        "<p>a\n<p>b\n\n<ul><li>c<li>d</ul>\n<table><tr><td>e</table>\n",
        "<br> <hr> <img src='a'> <input> <br></br>\n",
        "<div/> <span />\n",
        "<!-- <div> --> <!--> <!---> <?a <b> ?>\n",
        "<script>\nif (a<b>c) '<div>'\n</script>\n<style>a > b</style>\n",
        "<textarea><div></textarea>\n",
        "<svg><a><text></svg>\n",
        "{% include open.html %}\n\na</div>\n",
        "{%- if a -%}<div>{%- endif -%}\n",
        "{% highlight html %}\n<div>\n{% endhighlight %}\n",
        "`<div>` ``</b>`` \\<div> &lt;div>\n\n    <div>\n\n```\n<div>\n```\n\n~~~\n<div>\n~~~\n",
        "<div>\n\n- a <b>c</b>\n\n</div>\n",
        '<a title="</a>">b</a> <DIV>c</div>\n',
        "a <!-- never ends, and is shown\n",
        "1 < 2 <unknown> <mill-wheel>\n",
        "<div>\n\na\n\n    </div>\n",
        "<b>" * 400 + "\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_a_page_of_components_is_left_alone() -> None:
    assert_flags(RULE, "<div>\n", path="page.mdx")


@pytest.mark.parametrize(
    "piece", ["<b>", "</b>", "<b><i></b>", "<!--", "<a '", '<b "', "<b", "<!-- -->"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "<i>" + piece * size), 300)


def test_one_tag_too_early_is_named_once() -> None:
    (found,) = assert_flags(RULE, "<ul><section><div>a⟦</ul>⟧</div></section>\n")
    assert "before “</div>”" in found.message
