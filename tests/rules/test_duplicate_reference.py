"""What the rule duplicate-reference flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.duplicate_reference import DuplicateReference

RULE = DuplicateReference()


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("[m]: /a\n⟦[m]: /b⟧\n", Severity.ERROR),
        ("[M  n]: /a\r\n⟦[m n]: /b⟧\r\n", Severity.ERROR),
        ("[m]: /a\n\n> ⟦[m]: /b⟧\n", Severity.ERROR),
        ("[m]: /a 'b'\n⟦[m]: /a 'c'⟧\n", Severity.ERROR),
        ("[m]: /a\n⟦[m]: /a⟧\n", Severity.INFO),
        ("[m]: http://a.test\n⟦[m]: https://A.test/⟧\n", Severity.INFO),
        ("[m]:\n/a\n\n⟦[m]:⟧\n/b\n", Severity.INFO),
    ],
)
def test_definitions(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_the_second_is_taken_out() -> None:
    text = "[m]: /a\r\n⟦[m]: /a⟧\r\n[n]: /b\r\n"
    assert_flags(RULE, text, "[m]: /a\r\n[n]: /b\r\n", least=Applicability.UNSAFE)
    assert_flags(RULE, "[m]: /a\n⟦[m]: /a⟧", "[m]: /a\n", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        "[m]: /a\n[n]: /a\n",
        "[//]: # (a)\n[//]: # (b)\n[c]: <> (a)\n[c]: <> (b)\n",
        "[^m]: a\n[^m]: b\n",
        "[m]: /a\n\n```\n[m]: /b\n```\n",
        "[m]: /a\n\nSome text and\n[m]: /b\n",
        "<!--\n[m]: /a\n[m]: /b\n-->\n",
        "*[m]: a\n*[m]: b\n",
        "[m]: /a\n\nsee [m]: /b\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_labels_may_be_ignored() -> None:
    assert_flags(DuplicateReference(ignored=("M",)), "[m]: /a\n[m]: /b\n")


@pytest.mark.parametrize("piece", ["[m]: /a\n", "[m]:", "[", "> [m]: /a\n", "[m]: a [m]: a "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
