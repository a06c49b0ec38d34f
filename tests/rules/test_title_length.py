"""Titles that are too long or too short, and how long a text is to a reader."""

import pytest

from contentlint import OptionError, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter._measure import length
from contentlint_rules.frontmatter.title_length import TitleLength

RULE = TitleLength()


@pytest.mark.parametrize(
    ("text", "characters", "width"),
    [
        ("", 0, 0),
        ("mill", 4, 4),
        ("a &amp; b", 5, 5),
        ("a & b", 5, 5),
        ("été", 3, 3),
        ("e\u0301te\u0301", 3, 3),
        ("q\u0323", 1, 1),
        ("パン", 2, 4),
        ("ＡＢ", 2, 4),
        ("\u1112\u1161\u11ab", 1, 2),
        ("हिन्दी", 3, 3),
        ("a\u200bb\u00ad", 2, 2),
        ("👍🏽", 1, 2),
        ("👨‍👩‍👧", 1, 2),
        ("❤️", 1, 1),
        ("🇫🇷🇩🇪", 2, 2),
    ],
)
def test_length(text: str, characters: int, width: int) -> None:
    assert (length(text, "characters"), length(text, "width")) == (characters, width)


def test_limits() -> None:
    assert_flags(RULE, f"---\ntitle: {'a' * 60}\n---\n")
    (found,) = assert_flags(RULE, f"---\ntitle: ⟦{'a' * 61}⟧\n---\n")
    assert "“title” has 61 characters: search results show about 60" in found.message
    rule = TitleLength(min=5, max=9)
    (found,) = assert_flags(rule, "---\ntitle: ⟦abcd⟧\n---\n")
    assert "“title” has 4 characters: at least 5" in found.message
    (found,) = assert_flags(TitleLength(min=2), "---\ntitle: ⟦a⟧\n---\n")
    assert "has 1 character:" in found.message
    assert_flags(rule, "---\ntitle: abcde\n---\n")
    assert_flags(rule, "---\ntitle: abcdefghi\n---\n")
    assert_flags(rule, "---\ntitle: ⟦abcdefghij⟧\n---\n")


def test_no_search_engine_publishes_a_limit() -> None:
    assert RULE.severity is Severity.WARNING
    assert RULE.presets == ("seo",)


def test_units() -> None:
    (found,) = assert_flags(TitleLength(max=5), "---\ntitle: ⟦パンの⟧\n---\n")
    assert "“title” is 6 letters wide" in found.message
    characters = TitleLength(max=3, unit="characters")
    assert_flags(characters, "---\ntitle: パンの\n---\n")
    (found,) = assert_flags(characters, "---\ntitle: ⟦パンの作⟧\n---\n")
    assert "“title” has 4 characters" in found.message


@pytest.mark.parametrize(
    "marked",
    [
        "---\r\ntitle: ⟦abcdef⟧\r\n---\r\n",
        '+++\ntitle = ⟦"abcdef"⟧\n+++\n',
        '{\n  "title": ⟦"abcdef"⟧\n}\n',
        '---\ntitle: ⟦"abc\n  def"⟧\n---\n',
        "---\ntitle: ''\n---\n",
        "---\ntitle:\n---\n",
        "---\ntitle: {{ .Title }}\n---\n",
        "---\ntitle: abc {{ def }}\n---\n",
        "---\ntitle: [abcdefg]\n---\n",
        "---\nhero:\n  title: abcdef\n---\n",
        "title: abcdef\n",
        "---\n\ntitle: abcdef\n",
        "",
    ],
)
def test_places(marked: str) -> None:
    assert_flags(TitleLength(max=5), marked)


def test_keys() -> None:
    rule = TitleLength(max=5, keys=("seo_title", "title"))
    (found,) = assert_flags(rule, "---\ntitle: abc\nseo_title: ⟦abcdef⟧\n---\n")
    assert found.message.startswith("“seo_title”")
    assert_flags(rule, "---\ntitle: abcdef\nseo_title: abc\n---\n")
    assert_flags(rule, "---\ntitle: ⟦abcdef⟧\n---\n")


def test_what_lies_beside_a_site_is_none_of_it() -> None:
    text = "---\ntitle: abcdef\n---\n"
    files = {"hugo.toml": "", "content/page.md": text}
    rule = TitleLength(max=5)
    assert len(violations(rule, text, "content/page.md")) == 1
    assert violations(rule, text, "README.md", files) == []
    assert len(violations(rule, text, "content/other.md", files)) == 1


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"max": -1}, "max"),
        ({"max": True}, "max"),
        ({"min": "a"}, "min"),
        ({"min": 10, "max": 5}, "min"),
        ({"unit": "px"}, "unit"),
        ({"keys": ()}, "keys"),
    ],
)
def test_options_that_cannot_be(options, option) -> None:
    with pytest.raises(OptionError) as caught:
        TitleLength(**options)
    assert caught.value.option == option


def test_time_is_linear(linear) -> None:
    linear(lambda size: violations(RULE, "---\n" + "title: 'a\n" * size + "---\n"), 2_000)
    linear(lambda size: violations(RULE, "---\ntitle: " + "a:#' " * size + "\n---\n"), 2_000)
