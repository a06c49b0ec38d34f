"""What the rule missing-reference flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.missing_reference import MissingReference

RULE = MissingReference()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


DEFINED = "\n\n[mill]: https://mill.test/\n[dam]: https://dam.test/\n"


@pytest.mark.parametrize(
    "marked",
    [
        "⟦[a][b]⟧" + DEFINED,
        "⟦[mil][]⟧" + DEFINED,
        "⟦![a][b]⟧" + DEFINED,
        "**⟦[a][b]⟧** and [c][Mill]" + DEFINED,
    ],
)
def test_references(marked: str) -> None:
    assert_flags(RULE, marked)


def test_one_near_label_is_suggested() -> None:
    marked = "⟦[a][mil]⟧" + DEFINED
    assert_flags(RULE, marked, "[a][mill]" + DEFINED, least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    "text",
    [
        "[a][b]\n",
        "[a][b c]\n\n[b\nc]: https://mill.test/\n[dam]: https://dam.test/\n",
        "[a][mill] [b][MILL] [mill][] [dam]" + DEFINED,
        "a[0][1] `[a][b]` \\[a][b] ![x](y)[a][b]" + DEFINED,
        "[a][b](c) [a][b]: c [a][^1] [a][@b]" + DEFINED,
        "```\n[a][b]\n```" + DEFINED,
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_levels() -> None:
    one = "\n\n[mill]: https://mill.test/\n"
    assert [each.level for each in violations(RULE, "[a][b]" + one)] == [Severity.WARNING]
    assert [each.level for each in violations(RULE, "[a][b]" + DEFINED)] == [Severity.ERROR]
