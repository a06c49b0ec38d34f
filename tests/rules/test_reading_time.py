"""Counting as tools do, and the number that a page states."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Applicability, OptionError
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter._counting import Count, count
from contentlint_rules.frontmatter.reading_time import ReadingTime

EXACT = ReadingTime(wpm=200)


def page(line: str, words: int = 1326) -> str:
    return f"---\ntitle: Bread and salt\n{line}\n---\n\n" + "word " * words + "\n"


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("", 0, 0),
        ("one two\tthree\r\nfour", 4, 0),
        ("l'eau : 40\u00a0% – [a b](https://example.com/c)", 6, 0),
        ("漢字かな", 0, 4),
        ("漢字、かな。 word", 1, 4),
        ("カタカナ", 1, 0),
        ("한국어 글", 0, 4),
        ("a漢b", 2, 1),
        ("\ud800 x", 2, 0),
    ],
)
def test_counting(text: str, words: int, characters: int) -> None:
    assert count(text) == Count(words, characters)
    assert count(text).total == words + characters


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("readingTime: ⟦8⟧", "readingTime: 7"),
        ('readingTime: "⟦8⟧"', 'readingTime: "7"'),
        ("readingTime: '⟦8⟧'", "readingTime: '7'"),
        ("reading_time: ⟦8⟧ min", "reading_time: 7 min"),
        ("reading-time: ⟦8⟧min", "reading-time: 7min"),
        ("readtime: ⟦8⟧ min read # by hand", "readtime: 7 min read # by hand"),
        ("readTime: PT⟦8⟧M", "readTime: PT7M"),
        ("timeToRead: ⟦8⟧分", "timeToRead: 7分"),
        ("time_to_read: ⟦8⟧ мин", "time_to_read: 7 мин"),
        ("temps_lecture: ⟦8⟧ minutes de lecture", "temps_lecture: 7 minutes de lecture"),
        ("readingTime: ~⟦8⟧", "readingTime: ~7"),
        ("readingTime: ⟦0⟧", "readingTime: 7"),
        ("readingTime: ⟦-7⟧", "readingTime: 7"),
        ('readingTime: "⟦-7⟧"', 'readingTime: "7"'),
        ("readingTime: ⟦8.5⟧", "readingTime: 7"),
        ('readingTime: "⟦7,5⟧ min"', 'readingTime: "7 min"'),
        ("readingTime: ⟦8⟧\nreadTime: ⟦9⟧", "readingTime: 7\nreadTime: 7"),
        ("readingTime: ⟦8⟧\nnote: a: b", "readingTime: 7\nnote: a: b"),
    ],
)
def test_only_the_digits_are_rewritten(bad: str, good: str) -> None:
    for violation in assert_flags(EXACT, page(bad), page(good)):
        assert violation.fix
        assert violation.fix.applicability is Applicability.SAFE


@pytest.mark.parametrize(
    "line",
    [
        "readingTime: 7",
        'readingTime: "7 min"',
        "readingTime: 6.63",
        "readingTime: 6.6",
        "author: Ada",
        "readingTime:",
        "readingTime: false",
        "readingTime: less than a minute",
        "readingTime: 5-9 min",
        "readingTime: 1 h 8 min",
        "readingTime: 8 h",
        "readingTime: 480 seconds",
        "readingTime: PT8H",
        "readingTime: [8]",
        "readingTime: {minutes: 8}",
        "readingTime: 2025-01-31",
        'readingTime: "{{ .ReadingTime }}"',
        "readingTime: more than 8 minutes, or so they say, but nobody has ever counted it by hand",
        "seo: {readingTime: 8}",
    ],
)
def test_what_is_left_alone(line: str) -> None:
    assert_flags(EXACT, page(line))


@pytest.mark.parametrize(
    ("head", "good"),
    [
        ("+++\nreadingTime = ⟦8⟧\n+++\n", "+++\nreadingTime = 7\n+++\n"),
        ('{\n"readingTime": "⟦8⟧ min"\n}\n', '{\n"readingTime": "7 min"\n}\n'),
    ],
)
def test_toml_and_json(head: str, good: str) -> None:
    body = "word " * 1326
    assert_flags(EXACT, head + body, good + body)


@pytest.mark.parametrize(
    ("options", "words", "expected"),
    [
        ({}, 1326, 7),
        ({}, 1200, 6),
        ({}, 1200.8, 6),
        ({}, 1202, 7),
        ({}, 1, 1),
        ({"rounding": "floor"}, 1326, 6),
        ({"rounding": "floor"}, 100, 1),
        ({"rounding": "round"}, 1300, 7),
        ({"rounding": "round"}, 1299, 6),
        ({"wpm": 265}, 1326, 5),
        ({"wpm": 265}, 1328, 6),
    ],
)
def test_rounding(options: Any, words: float, expected: int) -> None:
    rule = ReadingTime(**{"wpm": 200, **options})
    (violation,) = violations(rule, page("readingTime: 99", int(words)))
    assert violation.fix
    assert violation.fix.edits[0].content == str(expected)
    assert_flags(rule, page(f"readingTime: {expected}", int(words)))


@pytest.mark.parametrize(
    ("options", "body", "message"),
    [
        (
            {"wpm": 200},
            "word " * 1326,
            "readingTime says 99, the text gives 7 (1,326 words at 200 a minute = 6.6)",
        ),
        (
            {"wpm": 200},
            "word " * 200 + "字" * 400,
            "readingTime says 99, the text gives 3 "
            "(200 words and 400 characters at 200 a minute = 3.0)",
        ),
        (
            {"wpm": 200, "cjk": 500},
            "word " * 200 + "字" * 1000,
            "readingTime says 99, the text gives 3 "
            "(200 words at 200 and 1,000 characters at 500 a minute = 3.0)",
        ),
    ],
)
def test_the_sum_is_shown(options: Any, body: str, message: str) -> None:
    (found,) = violations(ReadingTime(**options), f"---\nreadingTime: 99\n---\n{body}")
    assert found.message == message


@pytest.mark.parametrize("stated", [4, 5, 6, 7, 8])
def test_without_a_speed_what_some_tool_gives_is_right(stated: int) -> None:
    assert_flags(ReadingTime(), page(f"readingTime: {stated}"))


@pytest.mark.parametrize("stated", [60, 69])
def test_without_a_speed_long_texts_have_room(stated: int) -> None:
    assert_flags(ReadingTime(), page(f"readingTime: {stated}", 12_000))
    assert_flags(ReadingTime(), page("readingTime: 40", 12_000))


@pytest.mark.parametrize("stated", [0, -1, 3, 10, 15])
def test_without_a_speed_only_a_suggestion_is_made(stated: int) -> None:
    found = assert_flags(ReadingTime(), page(f"readingTime: ⟦{stated}⟧"))
    assert found[0].fix
    assert found[0].fix.applicability is Applicability.SUGGESTION


def test_tolerance() -> None:
    rule = ReadingTime(wpm=200, tolerance=1)
    assert_flags(rule, page("readingTime: 8"))
    assert_flags(rule, page("readingTime: 6"))
    assert_flags(rule, page("readingTime: ⟦9⟧"), page("readingTime: 7"))
    assert_flags(ReadingTime(tolerance=0), page("readingTime: ⟦8⟧"))
    assert_flags(ReadingTime(tolerance=9), page("readingTime: ⟦0⟧"))


def test_a_page_without_text_says_nothing() -> None:
    assert_flags(EXACT, "---\nreadingTime: 8\n---\n \n")


def test_keys_can_be_named() -> None:
    rule = ReadingTime(wpm=200, keys=("minutes",))
    assert_flags(rule, page("minutes: ⟦8⟧\nreadingTime: 8"), page("minutes: 7\nreadingTime: 8"))


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"wpm": 0}, "wpm"),
        ({"wpm": True}, "wpm"),
        ({"wpm": 2.5}, "wpm"),
        ({"cjk": -1}, "cjk"),
        ({"tolerance": -1}, "tolerance"),
        ({"rounding": "up"}, "rounding"),
    ],
)
def test_wrong_options(options: Any, option: str) -> None:
    with pytest.raises(OptionError, match=r"none of|no whole number") as raised:
        ReadingTime(**options)
    assert raised.value.option == option


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_value_and_text(value: str, body: str) -> None:
    for rule in (EXACT, ReadingTime(cjk=500, wpm=None)):
        for violation in violations(rule, f"---\nreadingTime: {value}\n---\n{body}"):
            assert violation.fix
