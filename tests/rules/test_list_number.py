"""What the rule list-number flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.list_number import ListNumber

RULE = ListNumber()
UNSAFE = Applicability.UNSAFE


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed", "level"),
    [
        ("1. a\n2. b\n⟦2.⟧ c\n3. d\n", "1. a\n2. b\n3. c\n4. d\n", Severity.INFO),
        ("1. a\n⟦3.⟧ b\n4. c\n", "1. a\n2. b\n3. c\n", Severity.INFO),
        ("1. a\n⟦4.⟧ b\n5. c\n", "1. a\n2. b\n3. c\n", Severity.INFO),
        ("1. a\n1. b\n⟦2.⟧ c\n", "1. a\n1. b\n3. c\n", Severity.INFO),
        ("8) a\n⟦10)⟧ b\n", "8) a\n9) b\n", Severity.INFO),
        ("> 1. a\r\n> 2. b\r\n> ⟦4.⟧ c\r\n", "> 1. a\r\n> 2. b\r\n> 3. c\r\n", Severity.INFO),
        ("- x\n  1. a\n  ⟦3.⟧ b\n", "- x\n  1. a\n  2. b\n", Severity.INFO),
        ("⟦5.⟧ a\n4. b\n3. c\n", None, Severity.ERROR),
        ("1. a\n2. b\n⟦1.⟧ c\n2. d\n", None, Severity.WARNING),
        ("1. a\n⟦4.⟧ b\n8. c\n", None, Severity.WARNING),
        ("a\n\n1. b\n\n   c\n\n⟦3.⟧ d\n", "a\n\n1. b\n\n   c\n\n2. d\n", Severity.INFO),
    ],
)
def test_numbers(marked: str, fixed: str | None, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked, fixed, least=UNSAFE)
    assert found.level is level


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("1. a\n\nb\n\n⟦1.⟧ c\n\nd\n\n1. e\n", "1. a\n\nb\n\n2. c\n\nd\n\n3. e\n"),
        (
            "1. a\n1. b\n\n  ```\n  c\n  ```\n\n⟦1.⟧ d\n\n  ```\n  e\n  ```\n\n1. f\n",
            "1. a\n1. b\n\n  ```\n  c\n  ```\n\n3. d\n\n  ```\n  e\n  ```\n\n4. f\n",
        ),
    ],
)
def test_steps_that_begin_anew(marked: str, fixed: str) -> None:
    (found,) = assert_flags(RULE, marked, fixed, least=UNSAFE)
    assert found.level is Severity.WARNING
    assert "Each of these 3 steps" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n3. c\n",
        "1. a\n1. b\n1. c\n",
        "0. a\n0. b\n",
        "0. a\n1. b\n",
        "7. a\n8. b\n",
        "1. a\n2. b\n1. c\n1. d\n",
        "1. a\n2) b\n",
        "1. a\n   1. b\n   2. c\n2. d\n   1. e\n",
        "- a\n  2. b\n",
        "1. a\n\nb\n\n2. c\n",
        "1. a\n\nb\n\n1. c\n",
        "1. a\n\nb\n\n1. c\n2. d\n\ne\n\n1. f\n",
        "1. a\n\n# b\n\n1. c\n\n# d\n\n1. e\n",
        "1. a\n\n**b**\n\n1. c\n\n**d**\n\n1. e\n",
        "1. a\n\nb:\n\n1. c\n\nd:\n\n1. e\n",
        "1. a\n\n---\n\n1. c\n\n---\n\n1. e\n",
        "1. a\n\n<hr>\n\n1. c\n\n<hr>\n\n1. e\n",
        "1. a\n\n{{< b >}}\n\n1. c\n\n{{< d >}}\n\n1. e\n",
        "```\na # (1)\n```\n\n1. b\n\n```\nc # (1)\n```\n\n1. d\n\n```\ne # (1)\n```\n\n1. f\n",
        "1. a\n2. b\n{{< c >}}\n1. d\n2. e\n",
        "```\n1. a\n3. b\n```\n",
        "<pre>\n1. a\n3. b\n</pre>\n",
        "---\na: |\n  1. a\n  3. b\n---\n",
        "It cost\n3. Then\n5. more.\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    "piece", ["1. a\n", "1. a\n3. b\n", "1. a\n\nb\n\n", " 1. ", "9. a\n8. b\n\n"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
