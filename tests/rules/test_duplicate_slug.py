"""Pages of one section with the same slug."""

from collections.abc import Mapping

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.duplicate_slug import DuplicateSlug

RULE = DuplicateSlug()
HUGO = {"hugo.toml": ""}
TEXT, MARKED = "---\nslug: bread\n---\n", "---\nslug: ⟦bread⟧\n---\n"


@pytest.mark.parametrize(
    "files",
    [
        HUGO,
        {"hugo.toml": "[permalinks]\nposts = '/:section/:slug/'\n"},
        {"config.toml": "base_url = 'https://a.example'\n"},
        {"astro.config.mjs": ""},
        {"_config.yml": "permalink: /:slug/\n"},
        {"next.config.js": ""},
    ],
)
def test_flagged(files: Mapping[str, str]) -> None:
    path, other = "{}/a.md", "{}/b.md"
    folder = "src/content/x" if "astro.config.mjs" in files else "content/x"
    both = {**files, other.format(folder): TEXT}
    (found,) = assert_flags(RULE, MARKED, path=path.format(folder), files=both)
    shown = other.format(folder)
    start = f"“bread” is also the slug of “{shown}”"
    assert found.message == f"{start}; only one of the pages can be there"


@pytest.mark.parametrize(
    "files",
    [
        {"hugo.toml": "[permalinks]\nposts = '/:year/:month/:slug/'\n"},
        {"hugo.toml": "[permalinks]\n[permalinks.page]\nposts = '/:year/:slug/'\n"},
        {"hugo.yaml": "permalinks:\n  posts: /:section/:year/:slug/\n"},
        {"_config.yml": ""},
        {"_config.yml": "permalink: pretty\n"},
        {"_config.yml": "permalink: /:year/:title/\n"},
        {"mkdocs.yml": ""},
        {"eleventy.config.js": ""},
        {},
    ],
)
def test_sites_with_dates_in_their_addresses_or_without_slugs(files: Mapping[str, str]) -> None:
    for folder in ("content/x", "docs/x"):
        assert_flags(RULE, TEXT, path=f"{folder}/a.md", files={**files, f"{folder}/b.md": TEXT})


@pytest.mark.parametrize(
    ("path", "other", "head"),
    [
        ("content/x/a.md", "content/y/b.md", ""),
        ("content/x/a.md", "content/x/b.fr.md", ""),
        ("content/x/a.md", "content/x/b.md", "draft: true\n"),
        ("content/x/a.md", "content/x/b.md", "lang: fr\n"),
        ("content/x/one/index.md", "content/y/two/index.md", ""),
        ("content/x/a.md", "content/x/a/index.md/b.md", ""),
    ],
)
def test_other_sections_translations_and_drafts(path: str, other: str, head: str) -> None:
    files = {**HUGO, other: f"---\n{head}slug: bread\n---\n"}
    assert_flags(RULE, TEXT, path=path, files=files)


def test_bundles_stand_in_the_directory_above() -> None:
    files = {**HUGO, "content/x/two/index.md": TEXT}
    assert_flags(RULE, MARKED, path="content/x/one/index.md", files=files)
    assert_flags(RULE, MARKED, path="content/x/one.md", files=files)


def test_spellings_of_one_slug_and_others() -> None:
    files = {**HUGO, "content/b.md": "---\nslug: /bread/\n---\n"}
    assert_flags(RULE, MARKED, path="content/a.md", files=files)
    for value in ("breads", "Bread", ":bread", "'{{ bread }}'", ""):
        files = {**HUGO, "content/b.md": f"---\nslug: {value}\n---\n"}
        assert_flags(RULE, TEXT, path="content/a.md", files=files)
