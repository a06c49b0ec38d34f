"""What a text has outside plain ASCII, sifted as bytes: the same as character by character."""

import re

from hypothesis import given
from hypothesis import strategies as st

from contentlint_rules.beyond import (
    beyond,
    glued_after,
    glued_before,
    once_beyond,
    outside_ascii,
)

TEXTS = st.text(alphabet="aZ 0\n\t\x7f\x00é«жЖ\u0370\u052f\u0530—水\ud800😀", max_size=40)


@given(TEXTS)
def test_characters_outside_ascii_are_counted(text: str) -> None:
    assert outside_ascii(text) == sum(char > "\x7f" for char in text)


@given(TEXTS)
def test_runs_are_all_there_once(text: str) -> None:
    found = re.findall(r"[^ -~\t\n\r\x0b\x0c]+", text)
    assert beyond(text) == " ".join(found)
    assert sorted(once_beyond(text).split(" ")) == sorted(set(found) or {""})


@given(TEXTS)
def test_no_letter_that_is_glued_to_another_alphabet_is_missed(text: str) -> None:
    if re.search(r"[A-Za-z][\u0370-\u052f]", text):
        assert glued_before(text)
    if re.search(r"[\u0370-\u052f][A-Za-z]", text):
        assert glued_after(text)


def test_what_stands_apart_is_not_glued() -> None:
    text = "a ж Ж-a éa aé 水a"
    assert not glued_before(text)
    assert not glued_after(text)
