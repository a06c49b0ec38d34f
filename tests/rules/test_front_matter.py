"""Damaged front matter in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.front_matter import FrontMatter

RULE = FrontMatter()
BODY = "---\n\nBody.\n"


def page(lines: str) -> str:
    return f"---\nfirst: 1\n{lines}\nlast: 2\n{BODY}"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("title: ⟦Bread: a story⟧", 'title: "Bread: a story"'),
        ("title: ⟦Bread : a story⟧  ", 'title: "Bread : a story"  '),
        ("title: ⟦Bread:⟧", 'title: "Bread:"'),
        ('title: ⟦The "best": rye⟧', "title: 'The \"best\": rye'"),
        ("title: ⟦C:\\bread: a path⟧", "title: 'C:\\bread: a path'"),
        ("tags:\n  - rye\n  - ⟦@ada⟧", 'tags:\n  - rye\n  - "@ada"'),
        ("seo:\n  title: ⟦Bread: a story⟧", 'seo:\n  title: "Bread: a story"'),
        ("title: ⟦@baker on bread⟧", 'title: "@baker on bread"'),
        ("title: ⟦`bread` in code⟧", 'title: "`bread` in code"'),
        ("title: ⟦%d loaves⟧", 'title: "%d loaves"'),
        ("title: ⟦**Bold** bread⟧", 'title: "**Bold** bread"'),
        ("title: ⟦[Draft] Rye bread⟧", 'title: "[Draft] Rye bread"'),
        ("title: ⟦'L'art du pain'⟧", 'title: "L\'art du pain"'),
        ("title: ⟦'L'art d'un \"pain\"'⟧", "title: 'L''art d''un \"pain\"'"),
        ('title: ⟦"Bread" and wine⟧', "title: '\"Bread\" and wine'"),
        ("title:⟦\u00a0⟧Bread", "title: Bread"),
        ("title: ⟦Bread: a⟧\nnote: ⟦Wine: b⟧", 'title: "Bread: a"\nnote: "Wine: b"'),
        ("tags:\n⟦\t⟧- rye", "tags:\n  - rye"),
        ("⟦title:Bread⟧", "title: Bread"),
        (
            "site:\n⟦  home:https://example.com⟧\n  mail:",
            "site:\n  home: https://example.com\n  mail:",
        ),
    ],
)
def test_what_is_certain_is_repaired(bad: str, good: str) -> None:
    found = assert_flags(RULE, page(bad), page(good))
    for violation in found:
        assert violation.fix
        assert violation.fix.applicability is Applicability.SAFE
    crlf = page(bad).replace("\n", "\r\n")
    assert_flags(RULE, crlf, page(good).replace("\n", "\r\n"))


@pytest.mark.parametrize(
    ("bad", "better"),
    [
        ("title: ⟦“Bread: a story”⟧", 'title: "Bread: a story"'),
        ("title: ⟦«Bread: a story»⟧", 'title: "Bread: a story"'),
        ("title: ⟦“Bread”: a story⟧", 'title: "“Bread”: a story"'),
        ("title: ⟦Bread: a story #1⟧", 'title: "Bread: a story #1"'),
        ("title: ⟦Bread date: 2025-01-31⟧", 'title: "Bread date: 2025-01-31"'),
        ('title: ⟦"Bread⟧', 'title: "Bread"'),
        ('title: ⟦"He said "bread""⟧', "title: 'He said \"bread\"'"),
        ("title: ⟦'a' and 'b'⟧", "title: \"a' and 'b\""),
        ('title: ⟦"C:\\dir"⟧', "title: 'C:\\dir'"),
        ("title: ⟦[a, b] c⟧", 'title: "[a, b] c"'),
        ("list:\n  - a\n  - b: ⟦c: d⟧", 'list:\n  - a\n  - b: "c: d"'),
        ("title: ⟦- item⟧", 'title: "- item"'),
        ("title: ⟦> said⟧", 'title: "> said"'),
    ],
)
def test_what_is_likely_is_only_offered(bad: str, better: str) -> None:
    (violation,) = assert_flags(RULE, page(bad))
    assert violation.fix
    assert violation.fix.applicability < Applicability.SAFE
    assert_flags(RULE, page(bad), page(better), least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("⟦<<<<<<< ours⟧\na: 1\n⟦=======⟧\na: 2\n⟦>>>>>>> theirs⟧", "left by a merge"),
        ("a: x⟦\x92⟧y", "U+0092"),
        ("a: ⟦\x00⟧", "U+0000"),
        ("a: ⟦\ud800⟧", "U+D800"),
        ("a: 1\n⟦a⟧: 2", "stands twice: first on line 3"),
        ("a:\n⟦  \t⟧- b\n  - c", "a tab"),
        ("⟦just words⟧", "no “key: value”"),
        ("a: b\n⟦  c: d⟧", "“c” is indented"),
        ("a:\n  b: c\n⟦ d: e⟧", "“d” is indented"),
        ("a: 'b'\n⟦  c: d⟧", "“c” is indented"),
        ('a: ⟦"b \\x41⟧', "never closed"),
        ("a: ⟦[b, c⟧", "a list"),
        ("a: ⟦Bread: one⟧\n  two", "a colon"),
        ("a:⟦\u00a0⟧'b'c'", "ordinary space"),
    ],
)
def test_the_cause_is_named(bad: str, words: str) -> None:
    for violation in assert_flags(RULE, page(bad)):
        assert words in violation.message
        assert violation.fix is None


def test_a_line_that_says_the_same_again_is_removed() -> None:
    assert_flags(
        RULE,
        f"---\ntitle: Bread\ndraft: true\n⟦draft⟧: true\nlast: 2\n{BODY}",
        f"---\ntitle: Bread\ndraft: true\nlast: 2\n{BODY}",
    )


@pytest.mark.parametrize(
    "lines",
    [
        "a: b\n⟦a⟧: c",
        "a: b\n⟦a⟧: b\n  more",
        "a:\n⟦a⟧:",
        "a: 'b'\n⟦a⟧: 'b'",
        "x: {a: 1, ⟦a⟧: 1}",
    ],
)
def test_a_copy_that_may_differ_stays(lines: str) -> None:
    assert_flags(RULE, page(lines))


def test_an_unclosed_block() -> None:
    bad = "⟦---⟧\ntitle: Bread\n\nFlour: 1 kg\n"
    (violation,) = assert_flags(RULE, bad)
    assert "never ends" in violation.message
    good = "---\ntitle: Bread\n---\n\nFlour: 1 kg\n"
    assert_flags(RULE, bad, good, least=Applicability.SUGGESTION)
    assert_flags(RULE, "⟦+++⟧\na = 1", "+++\na = 1\n+++\n", least=Applicability.SUGGESTION)
    assert_flags(RULE, '⟦{⟧"a": 1,\nBody')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+++\na = 1\nb = ⟦x y⟧\n+++\n", "TOML"),
        ("+++\na = 1\n⟦b = [⟧\n+++\n", "TOML"),
        ('{"a": 1 ⟦"⟧b": 2}\n', "JSON"),
        ("⟦---⟧\na: " + "[" * 300 + "\n---\n", "256"),
        ("---\n⟦[a, b]⟧\n---\n", "YAML"),
    ],
)
def test_other_damage_says_where(text: str, words: str) -> None:
    (violation,) = assert_flags(RULE, text)
    assert words in violation.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body",
        page("title: Bread\nlink: https://example.com/a:b\ndraft: True"),
        page("title: \"Bread: a story\"\nnote: 'L''art: x'"),
        page("text: |\n  a: b: c\n  'x"),
        page("title: {{ .Title }}\ndate: {{ .Date }}: x"),
        "---\n{% include x %}: a\ntitle: a: b\n---\n",
        "---\n\nA rule, and more.\n\n---\n",
        '+++\ntitle = "Bread: a story"\n+++\n',
        '{"title": "Bread: a story"}\n',
    ],
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert_flags(RULE, text)


_VALUES = st.text("abé: #'\"[]{},&*!|>%@`-\\?=~1\t\u00a0“”", max_size=14)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a: ", "b: ", "a:", "  - ", ""]), _VALUES), max_size=4))
def test_whatever_is_written_a_safe_fix_loses_no_word(lines: list[tuple[str, str]]) -> None:
    text = "---\n" + "".join(f"{key}{value}\n" for key, value in lines) + "---\n"
    for violation in violations(RULE, text):
        assert violation.message
        assert violation.span.end <= len(text)
        fix = violation.fix
        if fix and fix.applicability is Applicability.SAFE and "repeated" not in fix.title:
            for edit in fix.edits:
                before = text[edit.span.start : edit.span.end]
                letters = [char for char in before if char.isalnum()]
                assert [char for char in edit.content if char.isalnum()] == letters
