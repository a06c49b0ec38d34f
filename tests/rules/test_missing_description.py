"""Pages without a description among others that have one."""

import pytest

from contentlint import OptionError
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.missing_description import MissingDescription

RULE = MissingDescription()
BARE = "---\ntitle: The mill\n---\n"
MARKED = "⟦---⟧\ntitle: The mill\n---\n"


def beside(full: int, bare: int = 0, key: str = "description") -> dict[str, str]:
    files = {f"a/{one}.md": f"---\ntitle: a\n{key}: b\n---\n" for one in range(full)}
    return files | {f"a/bare{one}.md": BARE for one in range(bare)}


@pytest.mark.parametrize(
    ("full", "bare", "flagged"),
    [(9, 0, False), (10, 0, True), (10, 1, False), (18, 1, True), (18, 2, False), (0, 0, False)],
)
def test_how_many_others_have_one(full: int, bare: int, flagged: bool) -> None:
    assert_flags(RULE, MARKED if flagged else BARE, path="a/b.md", files=beside(full, bare))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("---\ntitle: a\nsummary: b\n---\n", "a/b.md"),
        ("---\ntitle: a\nexcerpt: b\n---\n", "a/b.md"),
        ("---\ntitle: a\ndescription: ''\nsummary: b\n---\n", "a/b.md"),
        ("---\nlayout: a\n---\n", "a/b.md"),
        ("# A page\n", "a/b.md"),
        ("---\ntitle: {{ a }}\n---\n", "a/b.md"),
        (BARE, "a/b/index.md"),
        (BARE, "a/b.fr.md"),
        (BARE, "b.md"),
    ],
)
def test_pages_that_need_none(text: str, path: str) -> None:
    assert_flags(RULE, text, path=path, files=beside(20))


def test_what_is_said() -> None:
    (found,) = assert_flags(RULE, MARKED, path="a/b.md", files=beside(10))
    assert "no “description”, and 10 of the 11 pages" in found.message
    (found,) = assert_flags(RULE, MARKED, path="a/b.md", files=beside(10, key="summary"))
    assert "no “summary”, and 10 of the 11 pages" in found.message
    mixed = beside(9, key="summary") | {"a/x.md": "---\ndescription: a\n---\n"}
    (found,) = assert_flags(RULE, MARKED, path="a/b.md", files=mixed)
    assert "no “summary”" in found.message


@pytest.mark.parametrize(
    "marked",
    [
        "---\n⟦description⟧:\n---\n",
        "---\n⟦description⟧: ''\n---\n",
        "---\n⟦summary⟧: ' '\n---\n",
        "---\ndescription: a\nsummary:\n---\n",
        '+++\n⟦description⟧ = ""\n+++\n',
        "---\ndescription: []\n---\n",
    ],
)
def test_empty_ones(marked: str) -> None:
    for found in assert_flags(RULE, marked):
        assert "is empty" in found.message


def test_archetypes_are_left_alone() -> None:
    assert_flags(RULE, "---\ndescription:\n---\n", path="archetypes/a.md")


def test_options() -> None:
    rule = MissingDescription(keys=("lead",))
    assert_flags(rule, MARKED, path="a/b.md", files=beside(10, key="lead"))
    assert_flags(rule, BARE, path="a/b.md", files=beside(10))
    with pytest.raises(OptionError):
        MissingDescription(keys=())
