"""Which triggers a text holds, by either way of looking."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.triggers import Triggers

LITERALS = frozenset(
    {"*", "](", "[cite", "cite index=", "site", "[cit", "†", "\ue200", "导出到", "\nCopy"}
)


def warmed() -> Triggers:
    triggers = Triggers(LITERALS)
    for page in range(30):
        triggers.within("*" * (page % 2))
    return triggers


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("", set()),
        ("a [cite: 1] b", {"[cite", "[cit"}),
        ("a\n导出到\nCopy", {"导出到", "\nCopy"}),
        ("\ud800 † *", {"†", "*"}),
        ("[](a) websites", {"](", "site"}),
    ],
)
def test_both_ways_find_the_same(text: str, held: set[str]) -> None:
    assert Triggers(LITERALS).within(text) == held
    assert warmed().within(text) == held


WARM = warmed()


@given(st.text(alphabet="[cite](:indx=†*\n\ud800" + string.digits, max_size=80))
def test_they_agree_on_any_text(text: str) -> None:
    assert WARM.within(text) == {one for one in LITERALS if one in text}


def test_only_single_characters_are_looked_for_alone() -> None:
    assert WARM._automaton is not None
    assert WARM._plain == {"*", "†", "\ue200"}


def test_there_may_be_none() -> None:
    nothing = Triggers(frozenset())
    assert [nothing.within("a [cite") for _ in range(30)] == [frozenset()] * 30
