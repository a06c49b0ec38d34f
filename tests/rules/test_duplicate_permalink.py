"""Pages that claim the same address."""

from collections.abc import Mapping

import pytest

from contentlint.testing import assert_flags, violations
from contentlint.violation import Severity
from contentlint_rules.frontmatter.duplicate_permalink import DuplicatePermalink

RULE = DuplicatePermalink()
JEKYLL, HUGO = {"_config.yml": ""}, {"hugo.toml": ""}


def test_both_pages_are_named() -> None:
    one, two = "---\npermalink: ⟦/a/⟧\n---\n", "---\npermalink: /a/\n---\n"
    (found,) = assert_flags(RULE, one, path="one.md", files={**JEKYLL, "two.md": two})
    assert found.message == "“/a/” is also the address of “two.md”; only one can be there"
    (found,) = assert_flags(RULE, one, path="two.md", files={**JEKYLL, "one.md": two})
    assert "“one.md”" in found.message
    files = {**JEKYLL, "two.md": two, "three.md": two}
    (found,) = assert_flags(RULE, one, path="one.md", files=files)
    assert "“three.md” and 1 more;" in found.message


@pytest.mark.parametrize(
    "other", ["/a/", "/a", "a/", "a", "/a/index.html", "'/a/'", "/%61/", "  /a/  "]
)
def test_spellings_of_one_address(other: str) -> None:
    files = {**JEKYLL, "b.md": f"---\npermalink: {other}\n---\n"}
    marked = "---\ntitle: a\npermalink: ⟦/a/⟧\n---\n"
    if "/" in other:
        assert_flags(RULE, marked, path="a.md", files=files)


@pytest.mark.parametrize(
    "value",
    [
        "false", "pretty", "date", "/:title/", "/:categories/:title/", "", "/", "null", "true",
        "'{{ page.title }}'", "/{{ title }}/", "https://mill.example/a/", "/${slug}/", "/b/",
        "/a.html", "/A/", "[]", "{a: b}", "/a/*",
    ],
)  # fmt: skip
def test_values_that_are_no_claim_or_another(value: str) -> None:
    page = f"---\npermalink: {value}\n---\n"
    other = page if value not in {"/b/", "/a.html", "/A/"} else "---\npermalink: /a/\n---\n"
    assert_flags(RULE, page, path="a.md", files={**JEKYLL, "b.md": other})


@pytest.mark.parametrize(
    ("files", "path", "key", "value"),
    [
        (HUGO, "content/{}.md", "url", "/a/"),
        (JEKYLL, "{}.md", "permalink", "/a/"),
        ({"eleventy.config.js": ""}, "content/{}.md", "permalink", "/a/"),
        ({"config.toml": "base_url = 'https://a.example'\n"}, "content/{}.md", "path", "a"),
        ({"docusaurus.config.js": ""}, "docs/{}.md", "slug", "/a"),
        ({"gatsby-config.js": ""}, "content/{}.md", "path", "/a"),
        ({}, "content/{}.md", "permalink", "/a/"),
    ],
)
def test_keys_of_generators(files: Mapping[str, str], path: str, key: str, value: str) -> None:
    other = {path.format("b"): f"---\n{key}: {value}\n---\n"}
    text = f"---\n{key}: ⟦{value}⟧\n---\n"
    assert_flags(RULE, text, path=path.format("a"), files={**files, **other})


@pytest.mark.parametrize(
    ("files", "path", "key"),
    [
        (HUGO, "content/{}.md", "permalink"),
        (HUGO, "content/{}.md", "slug"),
        (HUGO, "content/{}.md", "id"),
        (JEKYLL, "{}.md", "url"),
        ({"mkdocs.yml": ""}, "docs/{}.md", "permalink"),
        ({".vitepress/config.ts": ""}, "{}.md", "permalink"),
        ({"astro.config.mjs": ""}, "src/content/{}.md", "url"),
    ],
)
def test_keys_that_are_something_else_there(files: Mapping[str, str], path: str, key: str) -> None:
    text = f"---\n{key}: /a/\n---\n"
    assert_flags(RULE, text, path=path.format("a"), files={**files, path.format("b"): text})


def test_an_old_address_that_another_page_has() -> None:
    page = "---\naliases:\n  - ⟦/b/⟧\n  - /c/\n---\n"
    files = {**HUGO, "content/b.md": "---\nurl: /b/\n---\n"}
    (found,) = assert_flags(RULE, page, path="content/a.md", files=files)
    assert found.level is Severity.ERROR
    text = "---\nurl: /b/\n---\n"
    files = {**HUGO, "content/a.md": "---\naliases: [/b/]\n---\n"}
    assert_flags(RULE, text, path="content/b.md", files=files)


def test_an_old_address_that_leads_to_two_pages() -> None:
    files = {**JEKYLL, "b.md": "---\nredirect_from: /old/\n---\n"}
    (found,) = assert_flags(RULE, "---\nredirect_from: [⟦/old⟧]\n---\n", path="a.md", files=files)
    assert found.level is Severity.WARNING
    assert found.message == "“/old” also leads to “b.md”; readers get to one of them only"


def test_aliases_that_count_from_the_page_are_left_alone() -> None:
    text = "---\naliases: [old]\n---\n"
    assert_flags(RULE, text, path="content/x/a.md", files={**HUGO, "content/y/b.md": text})


def test_one_page_that_says_it_twice() -> None:
    assert_flags(RULE, "---\nurl: /a/\naliases: [/a/, /a/]\n---\n", path="content/a.md", files=HUGO)


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("content/b.md", "draft: true\n"),
        ("content/b.fr.md", ""),
        ("content/fr/b.md", ""),
        ("content/b.md", "lang: fr\n"),
        ("content/b.md", "date: 2999-01-01\n"),
    ],
)
def test_drafts_and_translations(path: str, head: str) -> None:
    text = "---\nurl: /a/\n---\n"
    files = {**HUGO, path: f"---\n{head}url: /a/\n---\n"}
    assert_flags(RULE, text, path="content/a.md", files=files)


def test_a_draft_is_not_flagged_itself() -> None:
    files = {**HUGO, "content/b.md": "---\nurl: /a/\n---\n"}
    assert_flags(RULE, "---\ndraft: true\nurl: /a/\n---\n", path="content/a.md", files=files)


def test_versions_and_parts_of_docusaurus_have_addresses_of_their_own() -> None:
    text = "---\nslug: /a\n---\n"
    for other in ("blog/b.md", "versioned_docs/version-1/b.md", "i18n/x/docs-plugin/current/b.md"):
        files = {"docusaurus.config.js": "", other: text}
        assert_flags(RULE, text, path="docs/a.md", files=files)
    files = {"docusaurus.config.js": "", "versioned_docs/version-1/b.md": text}
    assert_flags(RULE, text, path="versioned_docs/version-2/a.md", files=files)


def test_sites_do_not_share_addresses() -> None:
    text = "---\npermalink: /a/\n---\n"
    files = {"x/_config.yml": "", "y/_config.yml": "", "y/b.md": text}
    assert_flags(RULE, text, path="x/a.md", files=files)


def test_many_pages_with_one_address_take_no_time(linear) -> None:
    text = "---\npermalink: /a/\n---\n"
    linear(lambda size: violations(RULE, text, "a.md", {f"p{n}.md": text for n in range(size)}), 40)
