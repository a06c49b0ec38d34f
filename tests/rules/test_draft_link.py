"""What the rule draft-link flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags
from contentlint_rules.links.draft_link import DraftLink

RULE = DraftLink()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "", path=example.path, files=example.files)


@pytest.mark.parametrize(
    "head",
    [
        "---\ndraft: true\n---\n",
        "---\ntitle: a\npublished: false\n---\n",
        '---\n"draft": "true"\n---\n',
        "+++\ndraft = true\n+++\n",
        "---\nDraft: True\n---\n",
    ],
)
def test_drafts(head: str) -> None:
    assert_flags(RULE, "[a](⟦b.md⟧) `[a](b.md)`\n", files={"b.md": head})
    assert_flags(RULE, f"{head}[a](b.md)\n", files={"b.md": head})


@pytest.mark.parametrize(
    "head",
    ["---\ndraft: false\n---\n", "---\nundraft: true\n---\n", "---\ntitle: a\n---\ndraft: true\n"],
)
def test_pages_that_are_no_drafts(head: str) -> None:
    assert_flags(RULE, "[a](b.md)\n", files={"b.md": head})


def test_a_link_that_may_lead_to_another_page() -> None:
    draft = "---\ndraft: true\n---\n"
    files = {"hugo.toml": "", "content/a/b.md": draft, "content/b.md": "text"}
    assert_flags(RULE, "[a](../b/)\n", path="content/a/c.md", files=files)


@pytest.mark.parametrize(
    ("site", "folder", "head", "is_absent"),
    [
        ({"hugo.toml": ""}, "content", "date: 2999-01-02", True),
        ({"hugo.toml": ""}, "content", "publishDate: 2999-01-02", True),
        ({"hugo.toml": ""}, "content", "expiryDate: 2020-01-02", True),
        ({"hugo.toml": ""}, "content", "expiryDate: 2999-01-02", False),
        ({"hugo.toml": "buildExpired = true"}, "content", "expiryDate: 2020-01-02", False),
        ({"hugo.toml": "buildFuture = true"}, "content", "date: 2999-01-02", False),
        ({"hugo.toml": ""}, "content", "build:\n  render: never", True),
        ({"hugo.toml": ""}, "content", "build: {render: link}", True),
        ({"hugo.toml": ""}, "content", "_build:\n  render: never", True),
        ({"hugo.toml": ""}, "content", "cascade:\n  build:\n    render: never", False),
        ({"hugo.toml": ""}, "content", "headless: true", True),
        ({"hugo.toml": ""}, "content", "permalink: false", False),
        ({"hugo.toml": ""}, "content", "extra:\n  draft: true", False),
        ({"eleventy.config.js": ""}, "content", "permalink: false", True),
        ({"eleventy.config.js": ""}, "content", "permalink: /b/", False),
        ({"eleventy.config.js": ""}, "content", "eleventyExcludeFromCollections: true", False),
        ({"docusaurus.config.js": ""}, "docs", "draft: true", True),
        ({"docusaurus.config.js": ""}, "docs", "unlisted: true", False),
        ({"docusaurus.config.js": ""}, "docs", "date: 2999-01-02", False),
        ({"mkdocs.yml": ""}, "docs", "draft: true", False),
        ({"mkdocs.yml": ""}, "docs/blog/posts", "draft: true", True),
        ({"_config.yml": ""}, "pages", "headless: true", False),
        ({"astro.config.mjs": ""}, "src/content", "draft: true", True),
    ],
)
def test_what_each_generator_leaves_out(
    site: dict[str, str], folder: str, head: str, is_absent: bool
) -> None:
    link = "[a](⟦b.md⟧)\n" if is_absent else "[a](b.md)\n"
    files = {**site, f"{folder}/b.md": f"---\n{head}\n---\n"}
    assert_flags(RULE, link, path=f"{folder}/a.md", files=files)


def test_drafts_of_jekyll() -> None:
    files = {"_config.yml": "", "_drafts/b.md": "---\ntitle: a\n---\n"}
    assert_flags(RULE, "[a](⟦../_drafts/b.md⟧)\n", path="pages/a.md", files=files)
    assert_flags(RULE, "[a](b.md)\n", path="_drafts/a.md", files=files)
    files = {"mkdocs.yml": "", "docs/_drafts/b.md": "---\ntitle: a\n---\n"}
    assert_flags(RULE, "[a](_drafts/b.md)\n", path="docs/a.md", files=files)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("draft: true", "a draft, which readers will not find"),
        ("date: 2999-01-02", "a page that is left out of the site until 2999-01-02"),
        ("expiryDate: 2020-01-02", "a page that expired on 2020-01-02"),
    ],
)
def test_what_is_said(head: str, said: str) -> None:
    files = {"hugo.toml": "", "content/b.md": f"---\n{head}\n---\n"}
    (found,) = assert_flags(RULE, "[a](⟦b.md⟧)\n", path="content/a.md", files=files)
    assert found.message.startswith(f"“b.md” leads to {said}")


@pytest.mark.parametrize("sign", [".vitepress/config.ts", "book.toml"])
def test_generators_without_drafts(sign: str) -> None:
    files = {sign: "", "src/b.md": "---\ndraft: true\n---\n"}
    assert_flags(RULE, "[a](b.md)\n", path="src/a.md", files=files)
