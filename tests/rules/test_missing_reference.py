"""What the rule missing-reference flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.missing_reference import MissingReference

RULE = MissingReference()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(MissingReference(**example.options), example.bad or example.good or "", fixed)


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
        "[a][b]\n\n{% for c in d %}\n[{{ c }}]: {{ c.url }}\n{% endfor %}\n" + DEFINED,
        "[the mill][mills.Water] and [its wheel][mills.Water.turn()]" + DEFINED,
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_levels() -> None:
    one = "\n\n[mill]: https://mill.test/\n"
    assert [each.level for each in violations(RULE, "[a][b]" + one)] == [Severity.WARNING]
    assert [each.level for each in violations(RULE, "[a][b]" + DEFINED)] == [Severity.ERROR]


@pytest.mark.parametrize(
    "marked",
    [
        "⟦[a][b]⟧\n",
        "⟦[a][]⟧ and [x][] and [a][x] and [a][ ]\n",
        "⟦[a][b\nc]⟧\n",
        "> ⟦[a][b\n> c]⟧\n",
        "[a][b\n> c]\n\n[b c]: /d\n",
        "⟦[![a](b.png)][c]⟧ and [![a](b.png)](c)\n",
        "[⟦![a][b]⟧](c) and [⟦![a][b]⟧][d]\n\n[d]: /e\n",
        "\\[a][b] [a\\][b] [a]\\[b] [a][b\\] `[a][b]`\n",
        "[a\n\nb][c]\n",
    ],
)
def test_everywhere(marked: str) -> None:
    assert_flags(MissingReference(everywhere=True), marked)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦[a]⟧ and ⟦![b]⟧ and [c] and [^1]\n\n[c]: /d\n",
        "- [x] a\n- [ ] b ⟦[d]⟧\n\n[c]: /d\n",
        "[a](b) `[c]` \\[d] [e\\] [f](g)[h] <i title='[j]'>\n\n[k]: /l\n",
    ],
)
def test_shortcuts(marked: str) -> None:
    assert_flags(MissingReference(shortcuts=True), marked)


def test_labels_that_are_ignored() -> None:
    assert_flags(MissingReference(ignored=("b", "C d")), "[a][B] [c D][] ⟦[a][x]⟧" + DEFINED)


@pytest.mark.parametrize("piece", ["[a][b] ", "[![a](b)][c] ", "[", "[a]\n", "[a\n> b]"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    rule = MissingReference(everywhere=True, shortcuts=True)
    linear(lambda size: violations(rule, piece * size), 300)
