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


@pytest.mark.parametrize("sign", [".vitepress/config.ts", "book.toml"])
def test_generators_without_drafts(sign: str) -> None:
    files = {sign: "", "src/b.md": "---\ndraft: true\n---\n"}
    assert_flags(RULE, "[a](b.md)\n", path="src/a.md", files=files)
