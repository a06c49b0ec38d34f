"""What the rule merge-conflict flags, and what it leaves alone."""

import pytest

from contentlint import Example, Severity
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.markup.merge_conflict import MergeConflict

RULE = MergeConflict()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


CONFLICT = "⟦<<<<<<< ours⟧\na\n⟦|||||||⟧\nb\n⟦=======⟧\nc\n⟦>>>>>>> theirs⟧\n"


@pytest.mark.parametrize(
    "marked",
    [
        CONFLICT,
        CONFLICT + "d\n" + CONFLICT,
        CONFLICT + "\nd\n=======\n",
        CONFLICT.replace("\n", "\r\n"),
        "---\n" + CONFLICT + "---\n",
    ],
)
def test_conflicts(marked: str) -> None:
    found = assert_flags(RULE, marked)
    assert {one.level for one in found} == {Severity.ERROR}


def test_in_code_they_may_be_shown() -> None:
    found = assert_flags(RULE, f"```\n{CONFLICT}```\n")
    assert {one.level for one in found} == {Severity.INFO}


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< a\n=======\n",
        "a\n=======\nb\n\n>>>>>>> c\n",
        "<<<<<<<< a\n>>>>>>>> b\n",
        "a <<<<<<< b\n\nc >>>>>>> d\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_what_is_said() -> None:
    said = [one.message for one in violations(RULE, unmark(CONFLICT)[0])]
    assert said[0].startswith("A conflict that git could not solve")
    assert said[1] == said[2] == "Here the other version of the conflict begins"
    assert said[3] == "The conflict that began above ends here"
