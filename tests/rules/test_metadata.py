"""What the rules about front matter across pages share, and how they do in a whole run."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from contentlint import Document
from contentlint import ground as module
from contentlint.cache import Cache
from contentlint.config import Config
from contentlint.fix import Applicability
from contentlint.registry import installed
from contentlint.runner import Run, Task
from contentlint_rules.frontmatter._facts import MetadataFacts
from contentlint_rules.frontmatter._scalars import scalars

RULES = (
    "date-order", "future-date", "duplicate-permalink", "duplicate-slug", "tag-spelling",
    "missing-image", "translation-keys", "draft-link",
)  # fmt: skip


def facts(text: str, path: str = "a.md") -> Any:
    return MetadataFacts().collect(Document(path, text))


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("tags: [a, 'b c', \"d, e\"]", ["a", "b c", "d, e"]),
        ("tags: ['l''eau', 'a ']", ["l'eau", "a "]),
        ("tags:\n  - a # one\n  - 'b # two'\n- c", ["a", "b # two", "c"]),
        ("tags:\r\n- a\r\n- b\r\n", ["a", "b"]),
        ("tags: a", ["a"]),
        ('tags = ["a",\n  "b"]', ["a", "b"]),
        ('"tags": ["a"],', ["a"]),
        ("tags: C#", ["C#"]),
    ],
)
def test_labels_are_found_without_a_parser(written: str, labels: list[str]) -> None:
    document = Document("a.md", f"---\ntitle: b\n{written}\n---\n")
    assert MetadataFacts().collect(document) == {"labels": [["tags", *labels]]}
    assert document.front_matter is not None
    assert "_reading" not in document.front_matter.__dict__


@pytest.mark.parametrize(
    "text",
    ["", "text", "---\ntitle: a\n---\n", "---\ntitle: tags\n---\ntags: [a]\n", "---\ntags:\n---\n"],
)
def test_most_pages_have_no_facts(text: str) -> None:
    assert facts(text) is None


def test_facts_are_plain_and_small() -> None:
    text = "---\ntitle: a\ntags: [x, y]\nimage: a.png\n---\n" + "text\n" * 1000
    found = facts(text, "fr/a.md")
    images = [["a.png", "image"]]
    labels = [["tags", "x", "y"]]
    assert found == {"labels": labels, "images": images, "keys": "title tags image"}
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    "part", ["tags: [", "tags:\n- ", "- a\n", "tags: a\n", "'", "tags: ['a', ", "a.png ", "tags:\n"]
)
def test_hostile_front_matter_takes_no_time(linear, part: str) -> None:
    linear(lambda size: facts("---\na: b\ntags: [\n" + part * size + "\n---\n", "fr/a.md"), 2000)


def test_scalars_have_their_keys_and_places() -> None:
    text = "---\na: 1\nb:\n  c: [x, y]\n  d:\n    - e: z\n---\n"
    front = Document("a.md", text).front_matter
    found = [(one.keys, text[one.span.start : one.span.end]) for one in scalars(front)]
    assert found == [
        (("a",), "1"), (("b", "c"), "x"), (("b", "c"), "y"), (("b", "d", "e"), "z"),
    ]  # fmt: skip
    assert list(scalars(None)) == []


@pytest.mark.parametrize("items", ["\"x\", 'y', 3", '\n  "x",\n  \'y\', # "z"\n  3,\n'])
def test_items_without_a_place_of_their_own_are_looked_for(items: str) -> None:
    text = f"+++\na = [{items}]\n+++\n"
    front = Document("a.md", text).front_matter
    found = [(one.keys, text[one.span.start : one.span.end]) for one in scalars(front)]
    assert [keys for keys, _ in found] == [("a",)] * 3
    assert [words.strip("\"'") for _, words in found] == ["x", "y", "3"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A small site in which each of the rules finds something."""
    pages = {
        "hugo.toml": "defaultContentLanguage = 'en'\n",
        "static/img/mill.png": "",
        "content/a.md": "---\nurl: /a/\ntags: [open data]\n---\n[e](e.md)\n",
        "content/f.md": "---\ndate: 2029-05-01\n---\n",
        "content/b.md": "---\nurl: /a/\ntags: [open data]\nimage: /img/dam.png\n---\n",
        "content/c.md": "---\nslug: s\ntags: [opendata]\n---\n",
        "content/d.md": "---\nslug: s\ndate: 2020-02-01\nlastmod: 2020-01-01\n---\n",
        "content/e.md": "---\ndraft: true\n---\n",
    }
    for number in range(6):
        for language in ("en", "fr"):
            pages[f"content/t{number}.{language}.md"] = "---\ntitle: t\nsummary: s\n---\n"
    pages["content/x.en.md"] = "---\ntitle: t\nsummary: s\n---\n"
    for number in range(5, 20):
        pages[f"content/t{number}.fr.md"] = pages[f"content/t{number}.en.md"] = pages[
            "content/x.en.md"
        ]
    pages["content/x.fr.md"] = "---\ntitle: t\n---\n"
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return sorted(name for name in pages if name.endswith(".md"))


def config() -> Config:
    return Config(installed()).choosing(list(RULES))


def test_a_warm_run_says_what_a_cold_one_says(site: list[str], tmp_path: Path) -> None:
    def run() -> Any:
        cache = Cache(config(), tmp_path / ".cache")
        return Run(Task(config(), hashed=True), jobs=1, cache=cache).over(site)

    cold, warm = run(), run()
    assert {one.rule for one in cold.diagnostics} == set(RULES)
    assert replace(cold, seconds=0) == replace(warm, seconds=0)
    Path("content/b.md").write_text("---\nurl: /b/\n---\n")
    found = [one.rule for one in run().diagnostics]
    assert "duplicate-permalink" not in found
    assert "duplicate-slug" in found


def test_a_warm_run_knows_what_time_it_is(
    site: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rules_on(now: datetime) -> set[str]:
        class Clock(datetime):
            @classmethod
            def now(cls, zone: Any = None) -> datetime:
                return now

        monkeypatch.setattr(module, "datetime", Clock)
        cache = Cache(config(), tmp_path / ".cache")
        report = Run(Task(config(), hashed=True), jobs=1, cache=cache).over(site)
        return {one.rule for one in report.diagnostics}

    day = datetime(2029, 5, 1, tzinfo=UTC)
    assert "future-date" in rules_on(day - timedelta(days=30))
    assert "future-date" not in rules_on(day + timedelta(days=1))
    assert "future-date" in rules_on(day - timedelta(days=1))


def test_a_spelling_is_repaired_on_request_only(site: list[str]) -> None:
    report = Run(Task(config(), Applicability.SAFE), jobs=1, writes=True).over(site)
    assert report.fixed == ()
    report = Run(Task(config(), Applicability.UNSAFE), jobs=1, writes=True).over(site)
    assert [one.rule for one in report.fixed] == ["tag-spelling"]
    assert Path("content/c.md").read_text() == "---\nslug: s\ntags: [open data]\n---\n"


def test_a_sure_spelling_is_proved_and_written(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    files = [f"{number}.md" for number in range(21)]
    for name in files:
        Path(name).write_text("---\ntags:\n  - open data\n---\n")
    Path("0.md").write_text("---\ntags:\n  - Open Data # as ever\n---\n")
    report = Run(Task(config(), Applicability.SAFE), jobs=1, writes=True).over(files)
    assert [one.path for one in report.fixed] == ["0.md"]
    assert Path("0.md").read_text() == "---\ntags:\n  - open data # as ever\n---\n"
    assert report.diagnostics == ()
