from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from contentlint import Document, Edit, Fix, Rule, Span, Violation
from contentlint.fix import Applicability
from contentlint.testing import assert_flags, mark, repaired, unmark


@dataclass(frozen=True, kw_only=True)
class Letter(Rule):
    """There is no letter x."""

    name: ClassVar[str] = "letter"
    family: ClassVar[str] = "test"
    instead: str = ""

    def check(self, document: Document) -> Iterator[Violation]:
        for at, char in enumerate(document.text):
            if char == "x":
                span = Span(at, at + 1)
                yield Violation(span, "x", Fix.safe("No x", Edit.replacement(span, self.instead)))


def test_unmark_and_mark_are_inverse() -> None:
    text, spans = unmark("a⟦b⟧c⟦⟧d⟦e⟦f⟧⟧")
    assert (text, spans) == ("abcdef", [Span(1, 2), Span(3, 3), Span(4, 6), Span(5, 6)])
    assert mark("abc", [Span(0, 1), Span(2, 3)]) == "⟦a⟧b⟦c⟧"


def test_an_open_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        unmark("a⟦b")


def test_a_rule_that_keeps_its_word() -> None:
    assert_flags(Letter(), "a⟦x⟧b⟦x⟧", "ab")
    assert_flags(Letter(), "ab")


@pytest.mark.parametrize(
    ("rule", "marked", "fixed", "complaint"),
    [
        (Letter(), "⟦a⟧x", "a", "other places"),
        (Letter(), "ax", "a", "other places"),
        (Letter(), "a⟦x⟧", "b", "differently"),
        (Letter(), "a⟦x⟧", None, "differently"),
        (Letter(instead="xx"), "a⟦x⟧", "axx", "not done"),
    ],
)
def test_a_rule_that_does_not(rule: Rule, marked: str, fixed: str | None, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        assert_flags(rule, marked, fixed)


def test_only_fixes_that_are_sure_enough_are_made() -> None:
    unsafe = Violation(Span(0, 1), "", Fix.unsafe("", Edit.deletion(Span(0, 1))))
    assert repaired("ab", [unsafe], Applicability.SAFE) == "ab"
    assert repaired("ab", [unsafe], Applicability.UNSAFE) == "b"


def test_overlapping_fixes_are_not_both_made() -> None:
    one = Violation(Span(0, 2), "", Fix.safe("", Edit.deletion(Span(0, 2))))
    two = Violation(Span(1, 3), "", Fix.safe("", Edit.deletion(Span(1, 3))))
    assert repaired("abcd", [one, two], Applicability.SAFE) == "cd"


def test_a_rule_across_files_gets_the_facts_of_all_pages(toys) -> None:
    marked = "⟦same⟧\n"
    assert_flags(toys.Twins(), marked, path="b.md", files={"a.md": "same\n", "c.txt": "same\n"})
    assert_flags(toys.Twins(), "same\n", path="b.md", files={"a.txt": "same\n"})
