"""What the rule html-element flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules.markup.html_element import HtmlElement

RULE = HtmlElement()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "")
    if example.bad and example.good:
        text = unmark(example.bad)[0]
        assert repaired(text, violations(RULE, text), Applicability.UNSAFE) == example.good


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Give ⟦<your name>⟧ and ⟦<your-name>⟧.\n", "Give `<your name>` and `<your-name>`.\n"),
        ("- a\r\n  - Promise⟦<JSHandle>⟧\r\n", "- a\r\n  - `Promise<JSHandle>`\r\n"),
        ("| a |\n| - |\n| Array⟦<Object>⟧ |\n", "| a |\n| - |\n| `Array<Object>` |\n"),
        ("# The Option⟦<T>⟧ and Vec::⟦<T>⟧\n", "# The `Option<T>` and Vec::`<T>`\n"),
        ("> 取⟦<name>⟧\n", "> `取<name>`\n"),
        ("<td>⟦<author>⟧ is</td>\n", "<td>&lt;author&gt; is</td>\n"),
        ("Some ⟦<stong>⟧old</strong> mill\n", "Some <strong>old</strong> mill\n"),
        ("A ⟦<path>⟧ to it, but <svg><path><g></svg>\n", None),
    ],
)
def test_repairs(marked: str, fixed: str | None) -> None:
    if fixed is None:
        assert_flags(RULE, marked)
    else:
        assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


def test_a_misspelt_element_is_named() -> None:
    found = assert_flags(RULE, "⟦<figurecaption>⟧a⟦</figurecaption>⟧\n")
    assert {one.level for one in found} == {Severity.WARNING}
    assert all("perhaps “figcaption”" in one.message for one in found)


def test_an_element_right_behind_a_word_is_one_where_it_ends() -> None:
    assert_flags(RULE, "⟦<name>⟧ word<details>a</details>\n")


@pytest.mark.parametrize(
    "text",
    [
        "<center>a</center> <font>b</font> <Details>c</Details>\n",
        "<Wheel>a</Wheel> and <Wheel/> and <Wheel size='2'> and <Wheel :size=\"2\">\n",
        "<mill-wheel size=2> and <mill-wheel>a</mill-wheel>\n",
        "<div>\n<mill-wheel>\n</div>\n",
        "<quote>a</quote> <sections>b</sections>\n",
        "`Vec<String>` and ``<name>`` and \\<name>\n\n    <name>\n\n~~~\n<name>\n~~~\n",
        "<!-- <name> --> <script>if (a <b> c) <name></script>\n",
        "A<your_name>, a<b, 1 <2> 3, <https://mill.example>, <a@b.example>\n",
        "{% highlight java %}\nList<String> a;\n{% endhighlight %}\n",
        "{{< highlight java >}}\nList<String> a;\n{{< /highlight >}}\n\nb\n",
        "<svg><circle><text><g></svg> <math><mi>x</mi></math>\n",
        '<a title="a <name> b">c</a>\n',
        "word<b>bold</b> and word<br>word and word<details>a</details>\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_a_page_of_components_is_left_alone() -> None:
    assert_flags(RULE, "Say <name> to <Wheel>\n", path="page.mdx")
    assert_flags(RULE, "Say ⟦<name>⟧ to ⟦<Wheel>⟧\n", path="page.md")


@pytest.mark.parametrize("piece", ["<a", "<name>", "<a 'b", '<name "', "<!--", "`<b", "a<Object>"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "<name> " + piece * size), 300)
