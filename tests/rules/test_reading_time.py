"""Counting as tools do, and the number that a page states."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Applicability, Document, OptionError, Site, check_paths
from contentlint.config import from_mapping
from contentlint.proof import objection
from contentlint.registry import installed
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.frontmatter._counting import (
    Count,
    count,
    icu_words,
    lodash_words,
    unicode_words,
)
from contentlint_rules.frontmatter._profiles import PROFILES, Text
from contentlint_rules.frontmatter._stated import KEYS, LINES
from contentlint_rules.frontmatter.reading_time import ReadingTime

EXACT = ReadingTime(wpm=200)
TABLE = json.loads((Path(__file__).parent / "data/reading_time.json").read_text("utf-8"))
TEXTS = {name: text * times for name, (text, times) in TABLE["texts"].items()}
SETTINGS = {
    "hugo-unsafe": ("hugo", "markup: {goldmark: {renderer: {unsafe: true}}}"),
    "hugo-cjk": ("hugo", "hasCJKLanguage: true"),
}
"""Columns of the table that a profile gives for a site with certain settings."""
BY_DICTIONARY = {"chinese", "japanese", "mixed", "thai", "huge-cjk", "huge-zh"}
BY_SETTING = {"chinese", "japanese", "korean", "mixed", "huge-cjk", "huge-ko", "huge-zh"}
SOURCE = {"reading-time", "zola", "docusaurus", "devto"}
"""Tools that count the source, to which templates are words."""
WITH_NOTES = {"astro", "remark-reading-time", "gatsby", "hugo", "hugo-213", *SETTINGS, *SOURCE}
"""Tools to which it is known what becomes of footnotes."""


def unsure(tool: str) -> set[str]:
    """Return the texts of which a profile says itself that it does not know, each for a reason."""
    found = {"shortcode"} if tool not in SOURCE else set()
    found |= {"footnotes"} if tool not in WITH_NOTES else set()
    found |= {"admonition", "attributes"} if tool == "mkdocs" else set()
    found |= BY_DICTIONARY if tool == "docusaurus" else set()
    return found | (BY_SETTING if tool == "wordpress" else set())


@cache
def seen(name: str, mentions: str) -> Text:
    return Text(Document("page.md", TEXTS[name], locate=lambda _: Site(mentions=mentions)))


def measured(tool: str, text: str) -> tuple[float, int, bool]:
    name, mentions = SETTINGS.get(tool, (tool, ""))
    profile = PROFILES[name]
    found = profile.measure(seen(text, mentions), profile.speed)
    return found.words, max(1, profile.rounding(found.minutes)), found.sure


def test_every_profile_but_one_is_in_the_table() -> None:
    assert set(PROFILES) - set(TABLE["tools"]) == {"medium"}  # its program is not public
    assert set(TABLE["tools"]) - set(PROFILES) == set(SETTINGS)


@pytest.mark.parametrize("tool", sorted(TABLE["tools"]))
def test_a_profile_gives_what_its_tool_gives(tool: str) -> None:
    """Words where the tool tells them, and minutes: in every cell that the profile is sure of."""
    cells = TABLE["tools"][tool]["cells"]
    assert cells.keys() == TEXTS.keys()
    ours = {name: measured(tool, name) for name in TEXTS}
    assert {name for name, (_, _, sure) in ours.items() if not sure} == unsure(tool)
    wrong = {}
    for name, (words, minutes) in cells.items():
        told = pytest.approx(words) if words is not None else ours[name][0]
        if ours[name][2] and ours[name][:2] != (told, max(1, minutes)):
            wrong[name] = ours[name], cells[name]
    assert wrong == {}


@pytest.mark.parametrize("tool", sorted(TABLE["tools"]))
def test_what_is_not_sure_is_near(tool: str) -> None:
    for name in unsure(tool):
        minutes = max(1, TABLE["tools"][tool]["cells"][name][1])
        assert abs(measured(tool, name)[1] - minutes) <= max(1, minutes / 4)


@pytest.mark.parametrize(
    ("text", "words", "by_browsers"),
    [
        ("l'eau d’été: a:b, x-y", 5, 5),
        ("3,14 1.5.0 5'5 a.5 5.a", 7, 7),
        ("__ _ _a_ a__b", 2, 3),
        ("m² ½ Ⅷ ① 5°", 6, 3),
        ("cafe\u0301 so\u00adft a\u200bb", 4, 4),
        ("צה\"ל ע'", 2, 2),
        ("한국어 1782년 GitHub를", 3, 5),
    ],
)
def test_words_by_unicode(text: str, words: int, by_browsers: int) -> None:
    assert unicode_words(text) == words
    assert icu_words(text) == (by_browsers, True)


def test_words_that_only_a_dictionary_parts() -> None:
    assert icu_words("水車は川のそばに")[1] is False
    assert unicode_words("水車は川のそばに") == 8
    assert unicode_words("カタカナ") == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain words only", 3),
        ("camelCase HTMLParser iPhone", 6),
        ("it's they're 3rd 21st 1st2nd 100km A4", 11),
        ("naïve Café été", 3),
        ("🌾 🇫🇷 👍🏽 ✔", 4),
        ("✔\ufe0f x", 2),
        ("", 0),
    ],
)
def test_words_of_programmers(text: str, words: int) -> None:
    assert lodash_words(text) == words


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
        ("漢 、 word", 1, 1),
        ("一鿿가힣ぁゟ", 0, 6),
        ("a\fb c", 2, 0),
        ("カタカナ", 1, 0),
        ("한국어 글", 0, 4),
        ("a漢b", 2, 1),
        ("\ud800 x", 2, 0),
        ("\U00020000\U00020001", 1, 0),
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


def test_nothing_at_all_is_never_right() -> None:
    assert_flags(
        ReadingTime(wpm=200, tolerance=9), page("readingTime: ⟦0⟧"), page("readingTime: 7")
    )


def test_code_in_a_quote_is_counted_without_the_signs_of_the_quote() -> None:
    text = Text(Document("page.md", "> ```\n> one\n> two\n> ```\n"))
    assert PROFILES["hugo"].measure(text, 212).words == 2


def test_a_line_is_never_rewritten_for_sure() -> None:
    (found,) = violations(EXACT, "---\ntitle: a\n---\n\n" + LINED.format("9 min read"))
    assert found.fix
    assert found.fix.applicability is Applicability.UNSAFE


def test_a_page_without_text_says_nothing() -> None:
    assert_flags(EXACT, "---\nreadingTime: 8\n---\n \n")


def test_keys_can_be_named() -> None:
    rule = ReadingTime(wpm=200, keys=("minutes",))
    assert_flags(rule, page("minutes: ⟦8⟧\nreadingTime: 8"), page("minutes: 7\nreadingTime: 8"))


PROFILE_PAGE = "---\nreadingTime: {}\n---\n" + "some words " * 662 + "some words\n"


@pytest.mark.parametrize(
    ("profile", "minutes", "told"),
    [
        ("reading-time", 7, "1,326 words at 200 a minute = 6.6"),
        ("hugo", 7, "1,326 words at 212 a minute = 6.3"),
        ("astro", 7, "1,326 words at 200 a minute = 6.6"),
        ("zola", 7, "1,326 words at 200 a minute = 6.6"),
        ("docusaurus", 7, "1,326 words at 200 a minute = 6.6"),
        ("wordpress", 7, "1,326 words at 189 a minute = 7.0"),
        ("ghost", 5, "1,326 words at 275 a minute = 4.8"),
        ("gatsby", 5, "1,326 words at 265 a minute = 5.0"),
        ("medium", 6, "1,326 words at 265 a minute = 5.0"),
        ("mkdocs", 6, "1,326 words at 265 a minute = 5.0"),
        ("devto", 5, "1,326 words at 275 a minute = 4.8"),
        ("time-to-read", 6, "5,967 characters at 1000 a minute = 6.0"),
    ],
)
def test_a_profile_has_to_be_met_exactly(profile: str, minutes: int, told: str) -> None:
    rule = ReadingTime(profile=profile)  # type: ignore[arg-type]
    assert_flags(rule, PROFILE_PAGE.format(minutes))
    (found,) = assert_flags(rule, PROFILE_PAGE.format("⟦8⟧"), PROFILE_PAGE.format(minutes))
    assert (
        found.message == f"readingTime says 8, {PROFILES[profile].title} gives {minutes} ({told})"
    )


def test_pictures_take_time() -> None:
    text = "---\nreadTime: ⟦9⟧\n---\n\n" + "![](a.png) " * 12 + "word " * 275
    rule = ReadingTime(profile="ghost")
    (found,) = assert_flags(rule, text, text.replace("⟦9⟧", "2"))
    assert "(275 words at 275 a minute and its pictures = 2.4)" in found.message


def test_characters_take_time_with_medium() -> None:
    body = "word " * 265 + "字" * 1000
    assert_flags(ReadingTime(profile="medium"), f"---\nreadTime: 3\n---\n{body}\n")


@pytest.mark.parametrize(
    ("version", "words", "right"),
    [
        ("0.163", 213, {1}),
        ("0.165.1", 213, {1}),
        ("0.166", 213, {2}),
        ("0.168.0", 212, {1}),
        ("", 213, {1, 2}),
        ("", 212, {1}),
    ],
)
def test_versions_of_hugo(version: str, words: int, right: set[int]) -> None:
    rule = ReadingTime(profile="hugo", version=version)
    assert {n for n in (1, 2, 3) if not violations(rule, page(f"readTime: {n}", words))} == right


def test_the_settings_of_a_site_tell_the_version_and_the_speed() -> None:
    def found(profile: str, mentions: str, words: int) -> set[int]:
        rule = ReadingTime(profile=profile)  # type: ignore[arg-type]
        site = Site(mentions=mentions)
        pages = (
            Document("page.md", page(f"readTime: {minutes}", words), locate=lambda _: site)
            for minutes in range(1, 9)
        )
        return {n for n, one in enumerate(pages, 1) if not list(rule.check(one))}

    assert found("hugo", 'HUGO_VERSION = "0.150.0"', 213) == {1}
    assert found("hugo", "HUGO_VERSION: 0.168.0", 213) == {2}
    assert found("mkdocs", "  - blog:\n      post_readtime_words_per_minute: 300\n", 1326) == {5}
    assert found("mkdocs", "", 1326) == {6}


def test_a_speed_of_ones_own_for_a_profile() -> None:
    rule = ReadingTime(profile="reading-time", wpm=300)
    assert_flags(rule, page("readTime: ⟦7⟧"), page("readTime: 5"))
    rule = ReadingTime(profile="hugo", wpm={"de": 179, "default": 150})
    assert_flags(rule, page("readTime: ⟦7⟧"), page("readTime: 9"))
    assert_flags(rule, page("lang: de\nreadTime: ⟦7⟧"), page("lang: de\nreadTime: 8"))
    rule = ReadingTime(profile="hugo", rounding="floor")
    assert_flags(rule, page("readTime: ⟦7⟧"), page("readTime: 6"))


def test_speeds_by_language() -> None:
    rule = ReadingTime(wpm={"fr": 195, "en": "238wpm", "zh": "500cpm", "de": "920 cpm"})
    french = "lang: fr\nreadTime: {}"
    assert_flags(rule, page(french.format("⟦8⟧")), page(french.format(7)))
    english = "lang: en\nreadTime: {}"
    assert_flags(rule, page(english.format("⟦8⟧")), page(english.format(6)))
    german = "lang: de\nreadTime: {}"
    (found,) = assert_flags(rule, page(german.format("⟦8⟧")), page(german.format(6)))
    assert "(5,304 characters at 920 a minute = 5.8)" in found.message
    chinese = "---\nlang: zh\nreadTime: {}\n---\n\n" + "字" * 1100 + " word" * 100 + "\n"
    (found,) = assert_flags(rule, chinese.format("⟦9⟧"), chinese.format(3))
    assert "(100 words at 200 and 1,100 characters at 500 a minute = 2.7)" in found.message


def test_a_language_without_a_speed_is_judged_as_without_settings() -> None:
    rule = ReadingTime(wpm={"fr": 195})
    assert_flags(rule, page("lang: en\nreadTime: 8"))
    (found,) = assert_flags(rule, page("lang: en\nreadTime: ⟦30⟧"))
    assert found.fix
    assert found.fix.applicability is Applicability.SUGGESTION


@pytest.mark.parametrize(
    ("profile", "body"),
    [
        ("hugo", '{{< figure src="a.png" >}}\n\n'),
        ("astro", "{% include a.md %}\n\n"),
        ("ghost", "A note.[^1]\n\n[^1]: Said.\n\n"),
        ("mkdocs", '!!! note "A title"\n\n'),
        ("docusaurus", "水車は川のそばに。\n\n"),
    ],
)
def test_what_cannot_be_counted_exactly_has_room(profile: str, body: str) -> None:
    rule = ReadingTime(profile=profile)  # type: ignore[arg-type]
    text = "---\nreadTime: N\n---\n\n" + body + "word " * 1326 + "\n"
    for minutes in ("5", "6") if profile in ("ghost", "mkdocs") else ("6", "8"):
        assert_flags(rule, text.replace("N", minutes, 1))
    (found,) = assert_flags(rule, text.replace("N", "⟦30⟧", 1))
    assert found.message.endswith("; some of it can only be guessed)")
    assert len(violations(rule, text.replace("N", "10", 1))) == 1
    assert found.fix
    assert found.fix.applicability is Applicability.SUGGESTION


def test_mdx_is_never_counted_exactly_by_its_tree() -> None:
    rule = ReadingTime(profile="astro")
    text = "---\nreadTime: 8\n---\n\n" + "word " * 1326 + "\n"
    assert violations(rule, text, "page.mdx") == []
    assert len(violations(rule, text, "page.md")) == 1


@pytest.mark.parametrize("value", ["long", "eight minutes", '"TBD"', "soon # by hand", "minutes"])
def test_what_is_no_number(value: str) -> None:
    words, _, comment = value.partition(" #")
    flagged = f"readTime: ⟦{words}⟧" + (f" #{comment}" if comment else "")
    for rule in (EXACT, ReadingTime(), ReadingTime(profile="hugo")):
        (found,) = assert_flags(rule, page(flagged))
        assert "which is no number of minutes" in found.message
        assert found.fix
        assert found.fix.applicability is Applicability.SUGGESTION


LINED = "# Bread\n\nBy Ada\n\n{}\n\n" + "word " * 1326 + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "*Temps de lecture : ⟦9⟧ minutes*",
        "**Temps de lecture :** ⟦9⟧ min",
        "_Durée de lecture estimée : environ ⟦9⟧ minutes._",
        "⏱️ Reading time: ⟦9⟧ min",
        "Reading time: ~⟦9⟧",
        "> Estimated reading time: about ⟦9⟧ minutes",
        "⟦9⟧ min read",
        "⟦9⟧-minute read",
        "*⟦9⟧ minutes read*",
        "2025-01-31 · ⟦9⟧ min read · Ada",
        "By Ada | ⟦9⟧ min read",
        "Ada, ⟦9⟧ min read",
        "(⟦9⟧ min read)",
        "⟦9⟧ minutes de lecture",
        "Lesezeit: ⟦9⟧ Minuten",
        "Lesedauer ca. ⟦9⟧ Min.",
        "⟦9⟧ Min. Lesezeit",
        "Tiempo de lectura: ⟦9⟧ minutos",
        "⟦9⟧ minutos de lectura",
        "Tempo di lettura: ⟦9⟧ minuti",
        "Tempo de leitura: ⟦9⟧ minutos",
        "Leestijd: ⟦9⟧ minuten",
        "Czas czytania: ⟦9⟧ minut",
        "Время чтения: ⟦9⟧ минут",
        "⟦9⟧ мин чтения",
        "読了時間:⟦9⟧分",
        "⟦9⟧分で読めます",
        "阅读时间:⟦9⟧ 分钟",
        "閱讀時間:⟦9⟧分鐘",
        "읽는 시간: ⟦9⟧분",
    ],
)
def test_a_line_near_the_top(line: str) -> None:
    text = LINED.format(line)
    (found,) = assert_flags(EXACT, text, text.replace("⟦9⟧", "7"), least=Applicability.UNSAFE)
    assert found.message.startswith("“")
    assert " says 9, the text gives 7 (1,3" in found.message
    plain = unmark(text)[0]
    assert any(sign in plain for sign in ReadingTime.triggers)
    assert violations(ReadingTime(wpm=200, body=False), plain) == []
    assert violations(EXACT, plain.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "line",
    [
        "*Temps de lecture : 7 minutes*",
        "A reading time of 9 minutes is too long for this page.",
        "This is a 9 min read about mills.",
        "A summary (9 min read)",
        "9 min read · [the next](next.md)",
        "Reading time: 9 minutes is what we aim at.",
        "- [The mill](mill.md) (9 min read)",
        "9 min read\n\n8 min read",
        "| [Mill](m.md) | 9 min read |",
        "## Reading time: 9 minutes",
        "## A section\n\nReading time: 9 minutes",
        "`Reading time: 9 minutes`",
        "```\n9 min read\n```",
        "<!-- 9 min read -->",
        "{{ .ReadingTime }} min read",
        "word " * 400 + "\n\n9 min read",
        "Read it in 9 minutes",
        "Reading time: " + "9" * 30,
        "Version 1.9 min read",
    ],
)
def test_lines_that_state_nothing_of_this_page(line: str) -> None:
    assert_flags(EXACT, LINED.format(line))


def test_a_line_is_looked_at_without_settings() -> None:
    assert_flags(ReadingTime(), LINED.format("8 min read"))
    (found,) = assert_flags(ReadingTime(), LINED.format("⟦45⟧ min read"))
    assert found.fix
    assert found.fix.applicability is Applicability.SUGGESTION


def test_other_units_are_not_taken_for_minutes_without_settings() -> None:
    for line in ("readTime: 397", "reading_time: 397800", "readTime: 7"):
        assert_flags(ReadingTime(), page(line))
    assert_flags(ReadingTime(), page("readTime: ⟦70⟧"))


def test_what_tools_give_is_said() -> None:
    (found,) = violations(ReadingTime(), page("readTime: 30"))
    assert found.message == (
        "readTime says 30, reading-time gives 7 "
        "(1,326 words at 200 a minute = 6.6; Hugo 7, Medium 6)"
    ).replace("; Hugo 7, Medium", "; Hugo 7; Medium")


def test_the_generator_of_the_site_comes_first() -> None:
    (found,) = violations(
        ReadingTime(), page("readTime: 30"), "content/page.md", {"hugo.toml": "baseURL = 'x'"}
    )
    assert found.message.startswith("readTime says 30, Hugo gives 7 (1,326 words at 212 a minute")


def site(
    tmp_path: Path, pages: int, minutes: Callable[[int], object], step: int = 150
) -> list[str]:
    """Return what is said of a site whose last page is far off."""
    for number in range(pages):
        words = step * (number + 1)
        text = f"---\nreadTime: {minutes(words)}\n---\n\n" + "word " * words + "\n"
        (tmp_path / f"page-{number:02}.md").write_text(text)
    (tmp_path / "zz.md").write_text("---\nreadTime: 45\n---\n\n" + "word " * 1326 + "\n")
    config = from_mapping(installed(), {"select": ["reading-time"]})
    return [one.message for one in check_paths([tmp_path], config).diagnostics]


def test_a_site_is_fitted(tmp_path: Path) -> None:
    (message,) = site(tmp_path, 11, lambda words: max(1, round(words / 275 + 1e-9)))
    assert message.startswith(
        "readTime says 45, Ghost, with which 11 of 12 pages agree, gives 5 (1,326 words at 275"
    )


def test_too_few_pages_tell_nothing(tmp_path: Path) -> None:
    (message,) = site(tmp_path, 8, lambda words: max(1, round(words / 275 + 1e-9)))
    assert message.startswith("readTime says 45, reading-time gives 7 (")


def test_pages_that_agree_with_nothing_tell_nothing(tmp_path: Path) -> None:
    (message,) = site(tmp_path, 12, lambda words: words // (175 if words % 800 else 300), 400)
    assert "agree" not in message


def test_of_many_pages_some_are_asked(tmp_path: Path) -> None:
    (message,) = site(tmp_path, 27, lambda words: -(-words // 300), step=75)
    assert "eleventy-plugin-reading-time, with which 14 of 14 pages agree," in message


def test_facts_are_small_and_plain() -> None:
    rule = ReadingTime()
    near = rule.collect(Document("page.md", page("readTime: 7")))
    assert near == {"stated": [7.0]}
    off = rule.collect(Document("page.md", page("readTime: 99")))
    assert off is not None
    assert json.loads(json.dumps(off)) == off
    assert rule.collect(Document("page.md", page("title2: a"))) is None
    assert EXACT.collect(Document("page.md", page("readTime: 99"))) is None
    assert list(rule.check(Document("page.md", page("readTime: 99")))) == []


def test_pages_that_state_nothing_do_not_concern_it() -> None:
    assert not ReadingTime().concerns("---\ntitle: Bread\n---\n\nA page to read in a minute.\n")
    own = ReadingTime(keys=("minutes",))
    assert own.concerns("---\nminutes: 8\n---\n")
    assert set(KEYS) | set(LINES) == set(ReadingTime.triggers)


def test_a_fix_is_proved() -> None:
    text = page('readingTime: "8 min" # by hand')
    (found,) = violations(ReadingTime(profile="hugo"), text)
    assert found.fix
    assert objection(Document("page.md", text), found.fix, ReadingTime.changes) is None


def test_a_number_that_stands_for_another_key_too_is_left_alone() -> None:
    assert_flags(EXACT, page("readTime: &time 8\nother: *time"))


def test_the_text_is_counted_as_repaired() -> None:
    from contentlint import check_text

    text = page("readTime: 7", 0) + "caf\u221a\u00a9 d\u221a\u00a9j\u221a\u00a0 " * 690
    config: dict[str, Any] = {
        "select": ["reading-time", "mojibake"],
        "rules": {"reading-time": {"profile": "zola"}},
    }
    assert {one.rule for one in check_text(text, config=config)} == {"mojibake"}
    config["select"] = ["reading-time"]
    assert {one.rule for one in check_text(text, config=config)} == {"reading-time"}


def test_long_texts_take_linear_time(linear: Callable[..., None]) -> None:
    bodies = ("a.b'c_d-", "camelCase1st", "<b>x</b> ", "&amp;", "字、", "**a** ", "- [ ] x\n")
    for name, body in ((name, body) for body in bodies for name in ("zola", "gatsby", "hugo")):
        profile = PROFILES[name]

        def work(size: int, body: str = body, profile: Any = profile) -> None:
            profile.measure(Text(Document("page.md", body * size)), profile.speed)

        linear(work, 60)


def test_hostile_lines_take_linear_time(linear: Callable[..., None]) -> None:
    for unit in ("reading time ", "9 min ", "~about ", "-9", "temps de lecture : "):
        text = "9 min read\n" + unit

        def work(size: int, text: str = text) -> None:
            list(EXACT.check(Document("page.md", text * size)))

        linear(work, 200)


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"wpm": 0}, "wpm"),
        ({"wpm": True}, "wpm"),
        ({"wpm": 2.5}, "wpm"),
        ({"cjk": -1}, "cjk"),
        ({"tolerance": -1}, "tolerance"),
        ({"rounding": "up"}, "rounding"),
        ({"wpm": "fast"}, "wpm"),
        ({"wpm": "500 lpm"}, "wpm"),
        ({"wpm": {"fr": 0}}, "wpm"),
        ({"profile": "hugolino"}, "profile"),
        ({"profile": "custom"}, "wpm"),
        ({"profile": "hugo", "version": "new"}, "version"),
        ({"profile": "zola", "version": "0.163"}, "version"),
    ],
)
def test_wrong_options(options: Any, option: str) -> None:
    with pytest.raises(
        OptionError, match=r"none of|no whole number|no profile|needs it|no version"
    ) as raised:
        ReadingTime(**options)
    assert raised.value.option == option


@settings(max_examples=40)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_value_and_text(value: str, body: str) -> None:
    for rule in (EXACT, ReadingTime(cjk=500, wpm=None)):
        for violation in violations(rule, f"---\nreadingTime: {value}\n---\n{body}"):
            assert violation.fix


@settings(max_examples=60)
@given(st.text(alphabet="a字カ1.'’_ -*[]()`<>&!|#\n:\u0301한", max_size=60))
def test_any_text_can_be_measured(body: str) -> None:
    text = Text(Document("page.md", f"---\na: 1\n---\n{body}"))
    for profile in PROFILES.values():
        assert profile.rounding(profile.measure(text, profile.speed).minutes) in (0, 1)


@pytest.mark.parametrize(
    "chosen",
    [
        {"wpm": 200},
        {"wpm": "500cpm"},
        {"wpm": {"fr": 195, "zh": "500cpm", "default": 200}},
        {"profile": "hugo", "version": "0.163"},
        {"profile": "custom", "wpm": 180, "rounding": "round", "body": False},
    ],
)
def test_settings(chosen: dict[str, Any]) -> None:
    config = from_mapping(installed(), {"rules": {"reading-time": chosen}})
    (rule,) = (one.rule for one in config.rules_for("a.md") if one.rule.name == "reading-time")
    assert {name: getattr(rule, name) for name in chosen} == chosen
