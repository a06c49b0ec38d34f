import re

import pytest

from contentlint.patterns import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    letters = pattern("[a-c]+", re.IGNORECASE)
    assert [found[0] for found in letters.finditer("xABx c")] == ["AB", "c"]
    assert letters.sub("-", "abx") == "-x"
    assert letters.pattern == "[a-c]+"


def test_nothing_is_compiled_before_the_first_use() -> None:
    faulty = pattern("(")
    with pytest.raises(re.error):
        faulty.search("x")


def test_a_method_is_looked_up_once() -> None:
    letters = pattern("a")
    assert letters.search is letters.search
