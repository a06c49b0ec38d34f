"""Descriptions that have the words of the title."""

import pytest

from contentlint import Document
from contentlint.config import Config
from contentlint.runner import Run, Task
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.description_is_title import DescriptionIsTitle
from contentlint_rules.frontmatter.description_length import DescriptionLength
from contentlint_rules.frontmatter.duplicate_description import DuplicateDescription

RULE = DescriptionIsTitle()


@pytest.mark.parametrize(
    "marked",
    [
        "---\ntitle: The mill\ndescription: ⟦The mill⟧\n---\n",
        "---\ndescription: ⟦the  Mill.⟧\ntitle: The mill\n---\n",
        '---\ntitle: "The mill\'s wheel"\ndescription: ⟦The mill’s wheel⟧\n---\n',
        "---\ntitle: La Rue\ndescription: ⟦LA RUE!⟧\n---\n",
        "---\ntitle: 水車\ndescription: ⟦「水車」⟧\n---\n",
        '+++\ntitle = "The mill"\ndescription = ⟦"The mill"⟧\n+++\n',
        "---\ntitle: The mill\ndescription: The mill by the river\n---\n",
        "---\ntitle: The mill by the river\ndescription: The mill\n---\n",
        "---\ntitle: '!'\ndescription: '?'\n---\n",
        "---\ntitle: ''\ndescription: ''\n---\n",
        "---\ntitle: The mill\ndescription:\n---\n",
        "---\ndescription: The mill\n---\n",
        "---\ntitle: The mill\nseo:\n  description: The mill\n---\n",
        "---\ntitle: '{{ a }}'\ndescription: '{{ a }}'\n---\n",
        "---\ntitle: a\n---\n\ndescription: a\n",
    ],
)
def test_same_words(marked: str) -> None:
    assert_flags(RULE, marked)


def test_archetypes_are_left_alone() -> None:
    text = "---\ntitle: a\ndescription: a\n---\n"
    assert list(RULE.check(Document("archetypes/post.md", text))) == []
    assert len(list(RULE.check(Document("content/post.md", text)))) == 1


def test_nothing_else_is_said_of_such_a_description(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\ntitle: The mill\ndescription: The mill\n---\n")
    rules = DescriptionIsTitle, DescriptionLength, DuplicateDescription
    registry = {rule.name: rule for rule in rules}
    found = Run(Task(Config(registry).choosing(preset=["seo"]))).over(["a.md", "b.md"])
    assert {one.rule for one in found.diagnostics} == {"description-is-title"}
    without = Config(registry).choosing(preset=["seo"], ignore=["description-is-title"])
    found = Run(Task(without)).over(["a.md", "b.md"])
    assert {one.rule for one in found.diagnostics} == {
        "description-length",
        "duplicate-description",
    }
