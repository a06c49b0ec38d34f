"""Addresses that are too long."""

import pytest

from contentlint import OptionError
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.slug_length import SlugLength

RULE = SlugLength(max=10)


@pytest.mark.parametrize(
    "marked",
    [
        "---\nslug: ⟦the-old-mil⟧\n---\n",
        "---\nslug: the-old-mi\n---\n",
        "---\nslug: ⟦/mills/the-old-mill/⟧\n---\n",
        "---\nslug: /mills-by-the-river/old\n---\n",
        "---\nslug: ''\n---\n",
        "---\nslug: /\n---\n",
        "---\nslug: '{{ .Name }} by the river'\n---\n",
    ],
)
def test_slugs(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    ("path", "flagged"),
    [
        ("content/the-old-mill.md", True),
        ("content/the-old-mi.md", False),
        ("content/the-old-mi.fr.md", False),
        ("content/the-old-mi.pt-br.mdx", False),
        ("content/2020-01-01-the-old-mi.md", False),
        ("content/2020-01-01-the-old-mill.md", True),
        ("content/the-old-mill/index.md", False),
        ("content/the-old-mill/_index.fr.md", False),
        ("content/_the-old-mill.md", False),
        ("archetypes/the-old-mill.md", False),
        ("the-old-mill.md", False),
    ],
)
def test_names_of_files(path: str, flagged: bool) -> None:
    found = violations(RULE, "The mill is old.\n", path, {"hugo.toml": "", "content/a.md": ""})
    assert bool(found) == flagged
    assert violations(RULE, "The mill is old.\n", path) == []


@pytest.mark.parametrize("key", ["url", "permalink", "path"])
def test_an_address_in_the_front_matter(key: str) -> None:
    text = f"---\n{key}: /a/\n---\n"
    files = {"hugo.toml": "", "content/a.md": ""}
    assert violations(RULE, text, "content/the-old-mill.md", files) == []


def test_what_is_said() -> None:
    (found,) = violations(RULE, "---\nslug: the-old-mill\n---\n")
    assert found.message.startswith("“slug” has 12 characters: at most 10")
    files = {"hugo.toml": "", "content/a.md": ""}
    (found,) = violations(RULE, "", "content/the-old-mill.md", files)
    assert found.message.startswith("the name of the file has 12 characters")


@pytest.mark.parametrize("most", [0, True, "a"])
def test_options(most) -> None:
    with pytest.raises(OptionError):
        SlugLength(max=most)
