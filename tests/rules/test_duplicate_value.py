"""Values that no two pages may share."""

from typing import Any

import pytest

from contentlint import OptionError
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.duplicate_value import DuplicateValue

RULE = DuplicateValue(
    fields={
        "title": {"type": "string", "unique": True},
        "aliases": {"type": "list", "unique": True},
        "id": {"type": ["integer", "string"], "unique": True},
        "seo": {"type": "mapping", "fields": {"name": {"unique": True}}},
        "free": "string",
    }
)


@pytest.mark.parametrize(
    ("page", "other", "words"),
    [
        ("title: ⟦Rye⟧", "title: rye", "“title” is “Rye” on “b.md” too; each page needs its own"),
        ("title: ⟦Rye  bread⟧", 'title: "Rye bread"', "“title” is “Rye  bread”"),
        ("id: ⟦3⟧", "id: 3", "“id” is “3” on “b.md” too"),
        ("id: ⟦3⟧", 'id: "3"', "“id” is “3”"),
        ("aliases: [/x, ⟦/y⟧]", "aliases:\n  - /y", "“aliases” is “/y”"),
        ("aliases: [⟦/y⟧]", "aliases: [/y, /z]", "“aliases” is “/y”"),
        ("seo:\n  name: ⟦Rye⟧", "seo: {name: rye}", "“seo.name” is “Rye”"),
    ],
)
def test_a_value_of_another_page_is_told(page: str, other: str, words: str) -> None:
    (violation,) = assert_flags(
        RULE, f"---\n{page}\n---\n", path="a.md", files={"b.md": f"---\n{other}\n---\n"}
    )
    assert words in violation.message


@pytest.mark.parametrize(
    ("page", "other"),
    [
        ("title: Rye", "title: Oat"),
        ("title: Rye", "id: Rye"),
        ("free: Rye", "free: Rye"),
        ("title:", "title:"),
        ('title: ""', 'title: ""'),
        ("title: true", "title: true"),
        ("title: {{ .Title }}", "title: {{ .Title }}"),
        ('title: "a {{ x }}"', 'title: "a {{ x }}"'),
        ("aliases: [/x, /x]", "aliases: [/y]"),
    ],
)
def test_what_may_be_so(page: str, other: str) -> None:
    files = {"b.md": f"---\n{other}\n---\n"}
    assert_flags(RULE, f"---\n{page}\n---\n", path="a.md", files=files)


@pytest.mark.parametrize(
    ("path", "other", "alike"),
    [
        ("fr/a.md", "en/a.md", False),
        ("a.fr.md", "a.de.md", False),
        ("fr/a.md", "fr/b.md", True),
        ("posts/a.md", "notes/b.md", True),
    ],
)
def test_languages_may_share_a_value(path: str, other: str, alike: bool) -> None:
    text = "---\ntitle: Rye\n---\n"
    assert len(violations(RULE, text, path, {other: text})) == alike


def test_several_others_are_counted() -> None:
    text = "---\ntitle: Rye\n---\n"
    (violation,) = violations(RULE, text, "a.md", {"c.md": text, "b.md": text})
    assert " and 1 more too" in violation.message


def test_pages_of_another_collection_are_not_compared() -> None:
    other = DuplicateValue(fields={"title": {"unique": True}})
    assert other.kept != RULE.kept
    assert DuplicateValue(fields=dict(RULE.fields)).kept == RULE.kept


def test_a_schema_may_say_it() -> None:
    rule = DuplicateValue(schema={"properties": {"title": {"x-unique": True}}})
    text = "---\ntitle: ⟦Rye⟧\n---\n"
    assert_flags(rule, text, path="a.md", files={"b.md": "---\ntitle: Rye\n---\n"})


def test_toml_is_compared_too() -> None:
    files = {"b.md": "---\ntitle: Rye\n---\n"}
    assert_flags(RULE, '+++\ntitle = ⟦"Rye"⟧\n+++\n', path="a.md", files=files)


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"fields": ["a"]}, "fields"),
        ({"fields": {"a": "dat"}}, "fields"),
        ({"schema": "a.json"}, "schema"),
        ({"schema": {"type": "x"}}, "schema"),
    ],
)
def test_wrong_options(options: Any, option: str) -> None:
    with pytest.raises(OptionError) as raised:
        DuplicateValue(**options)
    assert raised.value.option == option
