"""What the rule missing-page flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example
from contentlint.testing import assert_flags
from contentlint_rules.links.missing_page import MissingPage

RULE = MissingPage()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    marked = example.bad or example.good or ""
    assert_flags(RULE, marked, fixed, path=example.path, files=example.files)


@pytest.mark.parametrize(
    "marked",
    [
        "[a](⟦mil.md⟧)\n",
        "[a](⟦mil.md#wheel⟧ 'title')\n",
        "[a](<⟦mil.md⟧>)\n",
        "[a][b]\n\n[b]: ⟦mil.md⟧\n",
        '<a href="⟦mil.md⟧">a</a>\n',
        "- [a](⟦mil.md⟧)\r\n> [b](⟦mil.md⟧)\r\n",
        "[a](⟦%6Dil.md⟧)\n",
        "| a |\n| - |\n| [b](⟦mil.md⟧) |\n",
    ],
)
def test_pages_that_are_not_there(marked: str) -> None:
    assert_flags(RULE, marked, files={"mill.md": ""})


@pytest.mark.parametrize(
    "text",
    [
        "[a](mill.md) [b](./mill.md?x=1#wheel) [c](%6Dill.md) [d](<mill.md>)\n",
        "[a](https://mill.test/mil.md) [b](mailto:a@mill.test) [c](//mill.test/x.md)\n",
        "[a](#wheel) [b](tel:123) [c](ftp://mill.test/x.md)\n",
        "`[a](mil.md)`\n\n    [a](mil.md)\n\n```\n[a](mil.md)\n```\n",
        "<!-- [a](mil.md) -->\n\n<pre>\n[a](mil.md)\n</pre>\n",
        "[a]({{ url }}/mil.md) [b]({% x %}mil.md)\n",
        "\\[a](mil.md)\n",
        "[a](mil.md\n",
        "[a](../../../outside.md)\n",
        "[a](mil)\n",
        '<Card href="mil.md" />\n',
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text, files={"mill.md": ""})


def test_a_page_of_that_name_elsewhere() -> None:
    files = {"docs/mill.md": ""}
    (found,) = assert_flags(RULE, "[a](⟦mill.md?b#c⟧)\n", files=files)
    assert found.message == "“mill.md?b#c” leads to no page of this site; “docs/mill.md” is there"
    fixed = "[a](docs/mill.md?b#c)\n"
    assert_flags(RULE, "[a](⟦mill.md?b#c⟧)\n", fixed, files=files, least=Applicability.UNSAFE)


def test_two_pages_of_that_name_are_both_shown() -> None:
    (found,) = assert_flags(RULE, "[a](⟦mill.md⟧)\n", files={"x/mill.md": "", "y/mill.md": ""})
    assert found.fix is None
    assert "“x/mill.md”" in found.message
    assert "“y/mill.md”" in found.message


@pytest.mark.parametrize(
    ("written", "file", "fixed"),
    [
        ("mill.md", "Mill.md", "Mill.md"),
        ("the_mill.md", "the-mill.md", "the-mill.md"),
        ("the%20mill.md", "the-mill.md", "the-mill.md"),
        ("the-mill.md#a", "the mill.md", "the%20mill.md#a"),
        ("Docs/mill.md", "docs/mill.md", "docs/mill.md"),
    ],
)
def test_a_name_that_is_spelt_otherwise(written: str, file: str, fixed: str) -> None:
    assert_flags(RULE, f"[a](⟦{written}⟧)\n", f"[a]({fixed})\n", files={file: ""})


HUGO = {"hugo.toml": "baseURL = 'https://mill.test/'\n", "content/posts/b.md": ""}


@pytest.mark.parametrize(
    "marked",
    [
        "[a](/posts/b/) [b](../b/) [c](b.md) [d](⟦/posts/d/⟧)\n",
        '{{< ref "b.md" >}} {{% relref \'posts/b#c\' %}} {{< ref "⟦d.md⟧" >}}\n',
        '[a]({{< relref "⟦/posts/d⟧" >}}) {{</* ref "d" */>}} {{< ref "https://a.test" >}}\n',
        "[a](/tags/d/) [b](/d/) [c](/posts/index.xml)\n",
    ],
)
def test_a_hugo_site(marked: str) -> None:
    assert_flags(RULE, marked, path="content/posts/a.md", files=HUGO)


JEKYLL = {"_config.yml": "", "_posts/2026-01-02-b.md": "", "docs/b.md": ""}


@pytest.mark.parametrize(
    "marked",
    [
        "{% post_url 2026-01-02-b %} {% link docs/b.md %} {% post_url ⟦2026-01-03-b⟧ %}\n",
        "[a]({{ site.baseurl }}/docs/b.html) [b]({{ site.url }}{{ site.baseurl }}/docs/b)\n",
        "{% raw %}{% post_url 2026-01-03-b %} [a](c.md){% endraw %}\n",
        "{% highlight md %}\n[a](./c.md)\n{% endhighlight %}\n",
    ],
)
def test_a_jekyll_site(marked: str) -> None:
    assert_flags(RULE, marked, path="docs/a.md", files=JEKYLL)
