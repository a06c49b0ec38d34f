"""What the rule multiple-titles flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.config import Config
from contentlint.runner import Run, Task
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.multiple_titles import MultipleTitles

RULE = MultipleTitles()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(MultipleTitles(**example.options), example.bad or example.good or "")


@pytest.mark.parametrize(
    "marked",
    [
        "# a\n\n⟦# b⟧\n\n⟦# c⟧\n",
        "a\n=\n\n⟦b⟧\n===\n",
        "# a\r\n\r\n⟦# b⟧\r\n",
        "# a\n\n> # b\n",
        "# a\n\n> # b\n\n⟦# c⟧\n",
        "# a\n\n## b\n\n### c\n",
        "# a\n\n    # b\n",
        "# a\n\n<!--\n# b\n-->\n",
        "a\n\n# b\n",
        " # a\n\n   ⟦# b⟧\n",
        " a\n =\n\n ⟦b⟧\n =\n",
        "",
    ],
)
def test_headings_of_one_page(marked: str) -> None:
    assert_flags(RULE, marked)


def test_level() -> None:
    rule = MultipleTitles(level=2)
    assert_flags(rule, "# a\n\n## b\n\n# c\n\n⟦## d⟧\n\n⟦e⟧\n-\n\n### f\n")
    assert_flags(MultipleTitles(level=3), "### a\n\n⟦### b⟧\n\nc\n-\n\n## d\n")
    (found,) = violations(rule, "## a\n\n## b\n")
    assert "of level 2" in found.message


@pytest.mark.parametrize(
    ("head", "field", "shown"),
    [
        ("---\ntitle: a\n---\n", "title", True),
        ("---\nTitle: a\n---\n", "title", True),
        ("---\ntitle:\n  a\n---\n", "title", True),
        ('+++\n"title" = "a"\n+++\n', "title", True),
        ('{\n    "title": "a"\n}\n', "title", True),
        ('{\n    "title": "a",\n}\n', "title", True),
        ("---\nname: a\n---\n", "name", True),
        ("---\ntitle: a\n---\n", "name", False),
        ("---\ntitle: a\n---\n", "", False),
        ("---\ntitle:\nname: a\n---\n", "title", False),
        ("---\nseo:\n  title: a\n---\n", "title", False),
        ("---\nsubtitle: a\n---\n", "title", False),
        ("", "title", False),
    ],
)
def test_title_of_the_front_matter(head: str, field: str, shown: bool) -> None:
    rule = MultipleTitles(title_shown=True, front_matter_title=field)
    assert_flags(rule, head + ("\n⟦# a⟧\n" if shown else "\n# a\n"))


def _site(tmp_path, monkeypatch, sign: str, headed: int, pages: int = 30) -> list[tuple[str, int]]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / sign).write_text("")
    for number in range(pages):
        heading = f"# Page {number}\n\n" if number < headed else ""
        (tmp_path / f"{number:02}.md").write_text(f"---\ntitle: a\n---\n\n{heading}text\n")
    config = Config({"multiple-titles": MultipleTitles}).choosing(preset=["recommended"])
    report = Run(Task(config)).over(sorted(path.name for path in tmp_path.glob("*.md")))
    return [(one.path, one.start.line) for one in report.diagnostics]


def test_a_site_that_shows_titles_itself(tmp_path, monkeypatch):
    assert _site(tmp_path, monkeypatch, "hugo.toml", 1) == [("00.md", 5)]


@pytest.mark.parametrize(
    ("sign", "headed", "pages"),
    [("hugo.toml", 4, 30), ("hugo.toml", 1, 10), ("mkdocs.yml", 1, 30), ("README", 1, 30)],
)
def test_sites_of_which_that_is_not_sure(tmp_path, monkeypatch, sign, headed, pages):
    assert _site(tmp_path, monkeypatch, sign, headed, pages) == []


def test_code_is_no_heading_of_a_site(tmp_path, monkeypatch):
    for number in range(30, 35):
        code = f"---\ntitle: a\n---\n\n- b\n  ```\n  # {number}\n  ```\n"
        (tmp_path / f"{number}.md").write_text(code)
    assert _site(tmp_path, monkeypatch, "hugo.toml", 1) == [("00.md", 5)]
