"""Addresses that are not written in small letters with hyphens."""

import pytest

from contentlint.testing import violations
from contentlint_rules.frontmatter.slug_form import SlugForm

RULE = SlugForm()


@pytest.mark.parametrize(
    ("slug", "fault"),
    [
        ("old-mill", ""),
        ("mill", ""),
        ("2024", ""),
        ("v1.2-mill", ""),
        ("die-alte-mühle", ""),
        ("पुरानी-चक्की", ""),
        ("水車", ""),
        ("/mills/old-mill/", ""),
        ("Old_Mills/old-mill", ""),
        ("old_mill", "underscores"),
        ("Old-mill", "capitals"),
        ("die-alte-Mühle", "capitals"),
        ("old mill", "blanks"),
        ("old%20mill", "“%”"),
        ("old+mill", "“+”"),
        ("old'mill", "“'”"),
    ],
)
def test_slugs(slug: str, fault: str) -> None:
    found = violations(RULE, f"---\nslug: {slug}\n---\n")
    assert [fault in one.message for one in found] == [True] * bool(fault)
    assert all(one.message.startswith(f"“slug” has {fault}: write small") for one in found)


@pytest.mark.parametrize(
    ("sign", "path", "flagged"),
    [
        ("hugo.toml", "content/old_mill.md", True),
        ("hugo.toml", "content/old-mill.md", False),
        ("hugo.toml", "content/Old-Mill.md", False),
        ("hugo.toml", "content/Old_Mill.md", True),
        ("mkdocs.yml", "docs/Old-Mill.md", True),
        ("mkdocs.yml", "docs/README.md", False),
        ("README", "docs/Old-Mill.md", False),
    ],
)
def test_names_of_files(sign: str, path: str, flagged: bool) -> None:
    files = {sign: "", "content/a.md": "", "docs/a.md": ""}
    assert bool(violations(SlugForm(file_names=True), "", path, files)) == flagged
    assert violations(RULE, "", path, files) == []


def test_a_template_is_left_alone() -> None:
    assert violations(RULE, "---\nslug: {{ .Name }}\n---\n") == []
    assert violations(RULE, "---\nslug: old_mill\ntitle: {{ .Name }}\n---\n") == []
