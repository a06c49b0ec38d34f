"""Titles that several pages have."""

import pytest

from contentlint import OptionError, Severity
from contentlint.config import Config
from contentlint.runner import Run, Task
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.duplicate_title import DuplicateTitle

RULE = DuplicateTitle()
MILL = "---\ntitle: The mill\n---\n"
MARKED = "---\ntitle: ⟦The mill⟧\n---\n"


@pytest.mark.parametrize(
    ("path", "other", "flagged"),
    [
        ("a/b.md", "a/c.md", True),
        ("b.md", "c.mdx", True),
        ("a/b.fr.md", "a/c.fr.md", True),
        ("a/b.md", "a/b.fr.md", False),
        ("a/b.en.md", "a/b.pt-br.md", False),
        ("a/b.md", "a/c/b.md", False),
        ("a/b.md", "d/b.md", False),
        ("a/b/index.md", "a/c/index.md", True),
        ("a/b/index.md", "a/c/_index.md", True),
        ("a/b/index.fr.md", "a/c/index.fr.md", True),
        ("a/b/index.md", "a/c/index.fr.md", False),
        ("a/b/index.md", "a/b.md", False),
        ("a/b/index.md", "a/c/d.md", False),
        ("a/en/_index.md", "a/fr/_index.md", False),
        ("a/b.md", "a/c.txt", False),
    ],
)
def test_pages_that_stand_side_by_side(path: str, other: str, flagged: bool) -> None:
    assert_flags(RULE, MARKED if flagged else MILL, path=path, files={other: MILL})


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ('---\ntitle: "the  MILL"\n---\n', True),
        ("+++\ntitle = 'The mill'\n+++\n", True),
        ("---\ntitle: >-\n  The\n  mill\n---\n", True),
        ("---\ntitle: The mills\n---\n", False),
        ("---\nhero:\n  title: The mill\n---\n", False),
        ("The mill\n", False),
    ],
)
def test_what_is_the_same(text: str, flagged: bool) -> None:
    assert_flags(RULE, MARKED if flagged else MILL, files={"other.md": text})


def test_what_is_said() -> None:
    (found,) = assert_flags(RULE, MARKED, files={"b.md": MILL})
    assert found.message.startswith("“b.md” has the same title")
    (found,) = assert_flags(RULE, MARKED, files={"b.md": MILL, "c.md": MILL})
    assert found.message.startswith("“b.md” and 1 more page have the same title")
    (found,) = assert_flags(RULE, MARKED, files={"b.md": MILL, "c.md": MILL, "d.md": MILL})
    assert found.message.startswith("“b.md” and 2 more pages have the same title")
    (found,) = assert_flags(RULE, MARKED, path="a/b/index.md", files={"a/c/index.md": MILL})
    assert found.message.startswith("“c/index.md” has the same title")
    assert RULE.severity is Severity.INFO


def test_pages_that_say_nothing() -> None:
    for text in ("---\ntitle: ''\n---\n", "---\ntitle: {{ a }}\n---\n", "---\na: b\n---\n", ""):
        assert_flags(RULE, text, files={"other.md": text})
    assert_flags(RULE, MILL, path="archetypes/b.md", files={"archetypes/c.md": MILL})


def test_all_of_them_are_told(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(MILL if name != "c.md" else "---\ntitle: The dam\n---\n")
    config = Config({"duplicate-title": DuplicateTitle}).choosing(preset=["seo"])
    both = Run(Task(config)).over(["a.md", "b.md", "c.md"]).diagnostics
    assert [one.path for one in both] == ["a.md", "b.md"]
    alone = Run(Task(config)).over(["b.md"]).diagnostics
    assert [(one.path, one.message) for one in alone] == [("b.md", both[1].message)]


def test_options() -> None:
    marked = "---\ntitle: a\nshort: ⟦The mill⟧\n---\n"
    assert_flags(DuplicateTitle(keys=("short", "title")), marked, files={"b.md": MILL})
    with pytest.raises(OptionError):
        DuplicateTitle(keys=())
