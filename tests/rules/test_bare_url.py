"""What the rule bare-url flags, and what it leaves alone."""

import pytest

from contentlint import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.links.bare_url import BareUrl

RULE = BareUrl()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("See ⟦https://mill.test/a_b?c=d#e⟧.\n", "See <https://mill.test/a_b?c=d#e>.\n"),
        (
            "(⟦http://mill.test⟧), **⟦https://mill.test⟧**\n",
            "(<http://mill.test>), **<https://mill.test>**\n",
        ),
        ("⟦hTTps://mill.test⟧\r\n", "<hTTps://mill.test>\r\n"),
        ("> - ⟦https://mill.test⟧\n", "> - <https://mill.test>\n"),
        ("| a |\n| - |\n| ⟦https://mill.test⟧ |\n", "| a |\n| - |\n| <https://mill.test> |\n"),
        ("a[^1]\n\n[^1]: ⟦https://mill.test⟧\n", "a[^1]\n\n[^1]: <https://mill.test>\n"),
        ("Ask ⟦miller@mill.test⟧: he knows.\n", "Ask <miller@mill.test>: he knows.\n"),
        ("a <br> ⟦https://mill.test⟧ <br>\n", "a <br> <https://mill.test> <br>\n"),
    ],
)
def test_addresses(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "marked",
    ["⟦www.mill.test⟧\n", "⟦https://mill.test/?a=1&amp;b=2⟧\n", "⟦https://mill.test/a⟧\\_b\n"],
)
def test_what_would_change_has_no_fix(marked: str) -> None:
    assert all(found.fix is None for found in assert_flags(RULE, marked))


def test_mdx_knows_no_angle_brackets() -> None:
    fixed = "[https://mill.test/a](https://mill.test/a) and https://mill.test/a_b\n"
    marked = "⟦https://mill.test/a⟧ and ⟦https://mill.test/a_b⟧\n"
    assert_flags(RULE, marked, fixed, path="page.mdx", least=Applicability.UNSAFE)
    assert_flags(RULE, "⟦a@mill.test⟧\n", path="page.mdx", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://mill.test) <https://mill.test> ![a](https://mill.test/b.png)\n",
        "[a]\n\n[a]: https://mill.test\n",
        "[the mill: https://mill.test/a now](https://mill.test)\n",
        "[https://mill.test/a]\n",
        "`https://mill.test`\n\n```\nhttps://mill.test\na@mill.test\n```\n",
        '<a href="https://mill.test">https://mill.test</a> <code>a@mill.test</code>\n',
        "<div>\nhttps://mill.test\n</div>\n",
        "git@mill.test, git@mill.test:a/b.git, me@mill.test:~/a, icon@2x.png\n",
        "vue@3.2.1, @user and a@b\n",
        "email = 'miller@mill.test'\n",
        "<miller@mill.test> [a](mailto:miller@mill.test)\n",
        '{{ url }}/https://mill.test {{< a b="https://mill.test" >}}\n',
        "---\na: https://mill.test\n---\n",
    ],
)
def test_silent(text: str) -> None:
    found = violations(RULE, text)
    assert [text[one.span.start : one.span.end] for one in found] == []


def test_mail_may_be_allowed() -> None:
    assert_flags(BareUrl(mail=False), "a@mill.test ⟦https://mill.test⟧\n")


@pytest.mark.parametrize(
    "piece", ["https://", "https://a.b ", "a@a.aa", "a@", "<b>", "<b>a</b>", "www.a.b ", "a@a."]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
