"""Translations that lack what their original says."""

from collections.abc import Mapping

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.translation_keys import TranslationKeys

RULE = TranslationKeys()
FULL = "---\ntitle: a\ndescription: b\n---\n"
BARE = "⟦---⟧\ntitle: a\n---\n"


def pairs(one: str, two: str, count: int = 10) -> dict[str, str]:
    """Return so many other pages that all are there twice, and hold all keys."""
    return {path.format(n): FULL for n in range(count) for path in (one, two)}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("en/{}.md", "fr/{}.md"),
        ("content/en/x/{}.md", "content/fr/x/{}.md"),
        ("{}.en.md", "{}.fr.md"),
        ("{}.md", "{}.fr.md"),
        ("docs/{}.md", "docs/fr/{}.md"),
        ("pt-br/{}.md", "zh-CN/{}.md"),
        ("docs/{}.md", "i18n/fr/docusaurus-plugin-content-docs/current/{}.md"),
        ("blog/{}.md", "i18n/fr/docusaurus-plugin-content-blog/{}.md"),
    ],
)
def test_how_translations_are_found(one: str, two: str) -> None:
    files = {**pairs(one, two), one.format("x"): FULL}
    (found,) = assert_flags(RULE, BARE, path=two.format("x"), files=files)
    name = one.format("x")
    assert found.message == f"This translation has no “description”; “{name}” has"
    files = {**pairs(one, two), two.format("x"): FULL}
    is_original = one.format("x") in {"x.md", "docs/x.md", "blog/x.md"}
    text = BARE.replace("⟦", "").replace("⟧", "") if is_original else BARE
    assert_flags(RULE, text, path=one.format("x"), files=files)


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("fr/x.md", "fr/y.md"),
        ("fr/x.md", "en/y.md"),
        ("x.fr.md", "y.md"),
        ("ui/x.md", "js/x.md"),
        ("a/x.md", "b/x.md"),
        ("x.md", "y.md"),
    ],
)
def test_pages_that_are_no_translations(path: str, other: str) -> None:
    files = {**pairs("en/{}.md", "fr/{}.md"), other: FULL}
    assert_flags(RULE, BARE.replace("⟦", "").replace("⟧", ""), path=path, files=files)


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: a\ndescription:\n---\n", '+++\ntitle = "a"\ndescription = "b"\n+++\n',
     '{\n"title": "a",\n"description": "b"\n}\n', "---\r\ntitle: a\r\ndescription: b\r\n---\r\n"],
)  # fmt: skip
def test_a_key_is_a_key_in_any_syntax(text: str) -> None:
    files = {**pairs("en/{}.md", "fr/{}.md"), "en/x.md": FULL}
    assert_flags(RULE, text, path="fr/x.md", files=files)


def test_keys_that_few_translations_hold_are_not_asked_for() -> None:
    text = "---\ntitle: a\n---\n"
    mixed = {f"en/{n}.md": FULL for n in range(10)} | {f"fr/{n}.md": text for n in range(3)}
    mixed |= {f"fr/{n}.md": FULL for n in range(3, 10)}
    assert_flags(RULE, text, path="fr/x.md", files={**mixed, "en/x.md": FULL})
    assert_flags(RULE, text, path="fr/x.md", files={"en/x.md": FULL})


def test_a_language_may_do_without() -> None:
    """Where no page of a language holds a key, that is how it is meant."""
    text = "---\ntitle: a\n---\n"
    files = pairs("en/{}.md", "de/{}.md", 50) | {f"fr/{n}.md": text for n in range(5)}
    assert_flags(RULE, text, path="fr/x.md", files={**files, "en/x.md": FULL, "de/x.md": FULL})


def test_what_one_translation_adds_is_its_own_affair() -> None:
    text = "---\ntitle: a\n---\n"
    files = pairs("en/{}.md", "fr/{}.md") | pairs("de/{}.md", "es/{}.md")
    third = {**files, "en/x.md": text, "fr/x.md": text, "de/x.md": FULL}
    assert_flags(RULE, text, path="es/x.md", files=third)
    most = {**files, "en/x.md": FULL, "fr/x.md": FULL, "de/x.md": text}
    assert_flags(RULE, BARE, path="es/x.md", files=most)


def test_the_original_decides_where_it_is_known() -> None:
    text = "---\ntitle: a\n---\n"
    site = {"hugo.toml": "defaultContentLanguage = 'en'\n"}
    files = {**site, **pairs("content/{}.en.md", "content/{}.fr.md")}
    assert_flags(RULE, text, path="content/x.en.md", files={**files, "content/x.fr.md": FULL})
    assert_flags(RULE, BARE, path="content/x.fr.md", files={**files, "content/x.en.md": FULL})


def test_keys_can_be_asked_for_and_left_out() -> None:
    files: Mapping[str, str] = {"en/x.md": FULL}
    assert_flags(TranslationKeys(keys=("description",)), BARE, path="fr/x.md", files=files)
    files = {**pairs("en/{}.md", "fr/{}.md"), "en/x.md": FULL}
    text = "---\ntitle: a\n---\n"
    assert_flags(TranslationKeys(ignored=("description",)), text, path="fr/x.md", files=files)


def test_many_pages_take_no_time(linear) -> None:
    linear(lambda size: violations(RULE, FULL, "en/x.md", pairs("en/{}.md", "fr/{}.md", size)), 20)
