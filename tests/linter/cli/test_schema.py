import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from contentlint.config import load
from contentlint.registry import installed

SETTINGS = """\
collections:
  all:
    files: ["**"]
    fields:
      title: string
  posts:
    files: ["posts/**"]
    fields:
      title: { type: string, required: true, max: 60 }
      date: date
      tags: { type: [list, string], required: false }
      any: { pattern: "^a" }
  notes:
    files: ["notes/**"]
    schema: { type: object, required: [title] }
  free:
    files: ["free/**"]
    fields: {}
"""


@pytest.fixture
def settled(site):
    site("contentlint.yaml", SETTINGS)
    for name in ("posts", "notes", "free", "other"):
        site(f"{name}/a.md")


def test_infer_prints_what_settings_could_say(run, site):
    for number in range(7):
        site(f"posts/p{number}.md", f"---\ntitle: A\ndate: 2025-01-{number + 1}\n---\n")
    found = run("schema", "infer", "posts")
    assert found.code == 0
    assert found.out.startswith("collections:\n  posts:  ")
    site("posts/p3.md", "---\ntitle: A\n---\n")
    config = load(installed(), Path(site("made.yaml", found.out)))
    assert config.collections_of("posts/p1.md")[0].name == "posts"
    assert run("schema", "infer").out.startswith("collections:\n  posts:  ")


def test_infer_names_odd_pages_beside_it(run, site):
    for number in range(1, 8):
        site(f"posts/p{number}.md", f"---\ntitle: A\ndate: 2025-01-0{number}\n---\n")
    site("posts/p3.md", "---\ntitle: A\n---\n")
    found = run("schema", "infer")
    assert "p3" not in found.out
    assert found.err == "posts/p3.md:1: “date” is missing; 6 of 7 pages have it\n"


def test_infer_says_when_there_is_nothing(run, site):
    assert run("schema", "infer").err == "contentlint: no page lies in .\n"
    assert run("schema", "infer", "gone").err == "contentlint: gone: no such file or directory\n"
    site("posts/a.md")
    found = run("schema", "infer", "posts")
    assert (found.code, found.out) == (0, "# No 5 pages have front matter in common.\n")
    site("here/a.md")
    assert run("schema", "infer", "..").code == 2


def test_show_says_which_collection_and_where(run, settled):
    found = run("schema", "show", "posts/a.md")
    assert found.code == 0
    assert (
        found.out
        == """\
posts/a.md is in the collection “posts”
  (and in “all”; what comes last counts)
  title  string, required, max: 60  (contentlint.yaml:9)
  date   date  (contentlint.yaml:10)
  tags   list or string  (contentlint.yaml:11)
  any    anything, pattern: "^a"  (contentlint.yaml:12)
"""
    )
    assert "is in the collection “all”\n  title  string  (contentlint.yaml:5)\n" in (
        run("schema", "show", "other/a.md").out
    )
    assert "  a JSON Schema holds for it\n" in run("schema", "show", "notes/a.md").out
    assert "  nothing is asked of its front matter\n" in run("schema", "show", "free/a.md").out


def test_show_of_a_page_in_no_collection(run, site):
    site("a.md")
    assert run("schema", "show", "a.md").out == (
        "a.md is in no collection: nothing is asked of its front matter\n"
    )
    assert run("schema", "show", "gone.md").err == "contentlint: gone.md: no such file\n"


def test_export_is_a_json_schema(run, settled):
    found = json.loads(run("schema", "export", "posts").out)
    Draft202012Validator.check_schema(found)
    assert found["title"] == "posts"
    assert found["required"] == ["title"]
    validator = Draft202012Validator(found)
    assert validator.is_valid({"title": "A", "tags": ["a"]})
    assert not validator.is_valid({"title": "A" * 61})
    assert not validator.is_valid({"date": "2025-01-02"})


def test_export_of_all_has_each_under_its_name(run, settled):
    found = json.loads(run("schema", "export").out)
    assert list(found["$defs"]) == ["all", "posts", "notes", "free"]
    assert found["$defs"]["notes"]["required"] == ["title"]
    Draft202012Validator.check_schema(found)


def test_export_of_the_only_one_needs_no_name(run, site):
    site("contentlint.yaml", "collections:\n  a:\n    files: [x]\n    fields: {t: string}\n")
    found = json.loads(run("schema", "export").out)
    assert (found["title"], list(found["properties"])) == ("a", ["t"])
    both = "    schema: {required: [u]}\n"
    site("b.yaml", f"collections:\n  a:\n    files: [x]\n    fields: {{t: string}}\n{both}")
    found = json.loads(run("schema", "export", "--config", "b.yaml").out)
    assert not Draft202012Validator(found).is_valid({"t": "x"})
    assert not Draft202012Validator(found).is_valid({"t": 1, "u": 1})
    assert Draft202012Validator(found).is_valid({"t": "x", "u": 1})


def test_export_says_what_there_is(run, settled, site):
    found = run("schema", "export", "post")
    assert (found.code, found.out) == (2, "")
    assert "there is no collection “post”. Did you mean “posts”?" in found.err
    assert "There are: all, posts, notes, free." in run("schema", "export", "zzz").err
    site("none.yaml", "paths: [.]\n")
    assert "the settings name no collection" in run("schema", "export", "--config", "none.yaml").err


def test_schema_alone_shows_its_commands(run):
    assert run("schema").code == 2
    assert "infer" in run("schema", "--help").out
