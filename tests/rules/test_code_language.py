"""What the rule code-language flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.code_language import CodeLanguage

RULE = CodeLanguage()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = CodeLanguage(**example.options)
    assert_flags(rule, example.bad or example.good or "", None)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦~~~⟧\na\n~~~\n",
        "⟦````⟧ \r\n```\r\na\r\n````\r\n",
        "- a\n\n  ⟦```⟧\n  b\n  ```\n",
        "1. ⟦```⟧\n   b\n   ```\n",
        "> ⟦```⟧\n> b\n> ```\n",
        "```sh\na\n```\n⟦```⟧\nb\n```\n",
    ],
)
def test_no_language(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "text",
    [
        "```sh\na\n```\n",
        "~~~ {.sh}\na\n~~~\n",
        "```{r}\na\n```\n",
        "    a\n    b\n",
        "````md\n```\na\n```\n````\n",
        "`a` and ```b```\n",
        "```a``` b\n",
        "~~~ `a\nb\n~~~\n",
        "<pre>\n```\na\n```\n</pre>\n",
        "<!--\n```\na\n```\n-->\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_languages_that_are_allowed() -> None:
    rule = CodeLanguage(allowed=("sh", "js"))
    assert_flags(rule, "```⟦py⟧\na\n```\n\n```sh\nb\n```\n\n⟦```⟧\nc\n```\n\n~~~⟦Sh a⟧\nd\n~~~\n")


def test_nothing_but_the_language() -> None:
    rule = CodeLanguage(language_only=True)
    assert_flags(rule, "```⟦sh {1}⟧\na\n```\n\n```sh\nb\n```\n")
    assert_flags(rule, "``` sh \na\n```\n")


@pytest.mark.parametrize("piece", ["```\n", "~~~a\n", "> ```\n", "```a"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
