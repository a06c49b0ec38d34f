"""What the rule unclosed-fence flags, and what it leaves alone."""

import pytest

from contentlint import Example, Severity
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
        ("⟦```js⟧ \r\na\r\n\r\n# b\r\n", Severity.ERROR),
    ],
)
def test_blocks_without_an_end(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_the_line_that_is_missing_is_shown() -> None:
    (found,) = violations(RULE, "`````sh\na\n```\n")
    assert "a line “`````”" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```\n",
        "````\n```\n````\n",
        "`a` ``` b ``` c\n",
        "> ```\n> a\n> ```\n",
        "- ~~~\n  a\n  ~~~\n",
        "    ```\n    a\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)
