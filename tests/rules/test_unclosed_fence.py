"""What the rule unclosed-fence flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.unclosed_fence import UnclosedFence

RULE = UnclosedFence()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("⟦```⟧\na\n\n# b\n", Severity.ERROR),
        ("⟦```⟧\na\n\nb\n", Severity.WARNING),
        ("a\n\n⟦~~~⟧\nb\n```\n", Severity.WARNING),
        ("```\na\n```\n\n⟦```js⟧\nb\n", Severity.WARNING),
        ("⟦~~~ `a`⟧\nb\n", Severity.WARNING),
        ("⟦```js⟧ \r\na\r\n\r\n# b\r\n", Severity.ERROR),
    ],
)
def test_blocks_without_an_end(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_the_line_that_is_missing_is_shown() -> None:
    (found,) = violations(RULE, "`````sh\na\n")
    assert "a line “`````”" in found.message


UNSAFE = Applicability.UNSAFE


@pytest.mark.parametrize(
    ("marked", "fixed", "said"),
    [
        ("⟦````sh⟧\na\n```\n", "````sh\na\n````\n", "line 3 has too few signs"),
        ("⟦```sh⟧\na\n~~~\n\nb\n", "```sh\na\n```\n\nb\n", "line 3 has other signs"),
        ("⟦```sh⟧\na\n```x\n", "```sh\na\n```\n", "line 3 has “x” behind its signs"),
        ("⟦```sh⟧\na\n```js\n", None, "put a line “```” where it ends"),
        ("⟦````md⟧\n```js\na\n```\n", None, "put a line “````” where it ends"),
    ],
)
def test_an_end_that_is_none(marked: str, fixed: str | None, said: str) -> None:
    (found,) = assert_flags(RULE, marked, fixed, least=UNSAFE)
    assert said in found.message


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("- a\n\n  ⟦```sh⟧\n  b\n```\n\nc\n", "- a\n\n  ```sh\n  b\n  ```\n\nc\n"),
        ("- a\n\n  ⟦```sh⟧\nb\n  c\n  ```\n\nd\n", "- a\n\n  ```sh\n  b\n    c\n  ```\n\nd\n"),
        ("1. a\n   ⟦```⟧\n\nb\n\n```\n", "1. a\n   ```\n\n   b\n\n   ```\n"),
        ("- ⟦```sh⟧\nb\n```\n", None),
        ("- a\r\n  ⟦```sh⟧\r\n  b\r\n```\r\n", "- a\r\n  ```sh\r\n  b\r\n  ```\r\n"),
    ],
)
def test_an_item_that_ends_too_early(marked: str, fixed: str | None) -> None:
    (found,) = assert_flags(RULE, marked, fixed, least=UNSAFE)
    assert "cut off" in found.message


def test_a_line_with_words_ends_nothing() -> None:
    (found,) = assert_flags(RULE, "```sh\na\n⟦```sh⟧\n\nb\n\n```js\nc\n```\n")
    assert "line 1, as words follow its signs" in found.message
    assert_flags(RULE, "> ```sh\n> a\n>\n> ⟦```js⟧\n> c\n> ```\n")


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```\n",
        "````\n```\n````\n",
        "`a` ``` b ``` c\n",
        "> ```\n> a\n> ```\n",
        "- ~~~\n  a\n  ~~~\n",
        "    ```\n    a\n",
        "  ```\na\n  ```\n",
        " ```\na\n```\n",
        "```md\n```js\na\n```\n",
        "```\na\n```js\n```\n",
        "```sh\na\n```and so on (in prose)\n```\n",
        "```sh\n```js\n```\n",
        "```sh\na\n  ```js\n```\n",
        "- a\n\n  ```sh\n  b\n\n  c\n  ```\n",
        "a ```b``` c\n```d``` e\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_elements_indent_what_is_in_them() -> None:
    text = (
        "<Tabs>\n  <Tab>\n    ```ts\n    a\n    ```\n  </Tab>\n  <Tab>\n    ```js\n    b\n    ```\n"
    )
    assert violations(RULE, f"{text}  </Tab>\n</Tabs>\n", "page.mdx") == []


@pytest.mark.parametrize(
    "piece", ["```\n", "- ```\n", "```a\n", " ```\n~~~\n", "   ```\nb\n", "> "]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
