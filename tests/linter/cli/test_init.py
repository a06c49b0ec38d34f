import os
from pathlib import Path

import pytest

from contentlint import __version__
from contentlint.config import load
from contentlint.located import read_yaml
from contentlint.registry import installed

PAGE = "---\ntitle: A {n}\ndate: 2025-01-{n:02}\n---\n\nText.\n"


@pytest.fixture
def blog(site):
    """A Hugo site of seven posts, one of which has no good date."""
    site("hugo.toml", 'baseURL = "https://a.example/"\n')
    for number in range(1, 8):
        site(f"content/posts/p{number}.md", PAGE.format(n=number))
    site("content/posts/p4.md", "---\ntitle: A 4\ndate: 2025-1-4\n---\n\nText.\n")


def test_init_writes_settings_that_hold(run, blog):
    found = run("init")
    assert (found.code, found.err) == (0, "")
    assert (
        found.out
        == """\
Found a Hugo site: 7 pages in content, 1 collection.

Odd ones out, which contentlint check will report too:
  content/posts/p4.md:3  “date” is “2025-1-4”, not a date as 2025-11-27, as 6 of 7 are

Wrote contentlint.yaml.
Next:  contentlint check
"""
    )
    config = load(installed(), Path("contentlint.yaml"))
    assert (config.paths, config.exclude) == (("content",), ("public", "resources"))
    (collection,) = config.collections_of("content/posts/p1.md")
    assert collection.name == "posts"
    checked = run("check", "--no-cache", "-f", "concise")
    assert checked.code == 1
    assert [line.split(" ")[0] for line in checked.out.splitlines()] == ["content/posts/p4.md:3:7:"]


def test_a_second_run_says_that_it_is_there(run, blog):
    run("init")
    before = Path("contentlint.yaml").read_bytes()
    again = run("init")
    assert (again.code, again.err) == (0, "")
    assert again.out == (
        "Found a Hugo site.\ncontentlint.yaml is already there; it was left as it is.\n"
    )
    assert Path("contentlint.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("contentlint.yml", "paths: [x]\n"),
        (".contentlint.yaml", ""),
        ("pyproject.toml", "[tool.contentlint]\n"),
    ],
)
def test_settings_of_any_name_are_left_alone(run, site, name, text):
    site(name, text)
    found = run("init")
    assert found.out.endswith(f"{name} is already there; it was left as it is.\n")
    assert not Path("contentlint.yaml").exists()


def test_settings_above_are_spoken_of(run, site):
    site("contentlint.yaml", "paths: [.]\n")
    site("docs/a.md")
    found = run("init", "docs")
    assert "Wrote docs/contentlint.yaml.\n" in found.out
    assert "It takes the place of contentlint.yaml for what is below it.\n" in found.out


def test_a_dry_run_writes_nothing(run, blog):
    before = sorted(Path().rglob("*"))
    found = run("init", "--dry-run", "--pre-commit", "--github")
    assert found.code == 0
    for name in (
        "contentlint.yaml",
        ".pre-commit-config.yaml",
        ".github/workflows/contentlint.yml",
    ):
        assert f"Would write {name}:\n\n    " in found.out
    assert "Wrote" not in found.out
    assert "Next:" not in found.out
    assert sorted(Path().rglob("*")) == before


def test_a_dry_run_shows_what_is_written(run, blog):
    shown = run("init", "--dry-run").out.partition("Would write contentlint.yaml:\n\n")[2]
    run("init")
    lines = [f"    {line}".rstrip() for line in Path("contentlint.yaml").read_text().split("\n")]
    assert shown.rstrip() == "\n".join(lines).rstrip()


def test_what_init_comments_out_would_hold_too(run, site):
    site("content/a.md")
    run("init")
    text = Path("contentlint.yaml").read_text()
    keys = ("rules:", "site:", "preset:", "  ", "fail-on", "max-f", "ext", "over", "collections:")
    open_again = "\n".join(
        line[2:] if line.startswith(tuple(f"# {key}" for key in keys)) else line
        for line in text.split("\n")
    )
    config = load(installed(), Path(site("all.yaml", open_again)))
    assert [one.name for one in config.overrides] == ["posts", ""]
    assert config.site["math"] == ""
    assert config.settings


def test_an_empty_directory_has_settings_too(run, site):
    found = run("init")
    assert found.out.startswith("Found no site generator that is known: 0 pages.\n")
    assert load(installed(), Path("contentlint.yaml")).paths == (".",)


def test_init_says_why_it_could_not(run, blog, monkeypatch):
    opened = Path.open

    def failing(path, mode="r", **more):
        if mode == "x":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **more)

    assert run("init", "gone").err == "contentlint: gone: no such directory\n"
    monkeypatch.setattr(Path, "open", failing)
    found = run("init")
    assert (found.code, found.err) == (2, "contentlint: contentlint.yaml: permission denied\n")


def test_the_site_is_told_in_comments(run, site):
    site(
        "hugo.toml",
        'baseURL = "https://a.example/"\ndefaultContentLanguage = "fr"\n[languages.fr]\n',
    )
    site("content/a.md", "---\ntitle: A\nreadingTime: 8\n---\n\n$$x$$\n")
    run("init")
    text = Path("contentlint.yaml").read_text()
    assert (
        """
# site:
#   generator: Hugo
#   base-url: "https://a.example"
#   language: fr
#   languages: [fr]
#   math: "off"  # 1 page has “$$”: say dollars if they are formulas
#   anchors: hugo-github  # how the addresses of headings are made
"""
        in text
    )
    assert "#   reading-time: { wpm: 200 }  # 1 page has “readingTime”; with wpm" in text


def test_a_generator_that_only_dependencies_tell_is_written_down(run, site):
    site("package.json", '{"dependencies": {"astro": "5"}}')
    site("src/content/a.md")
    assert run("init").out.startswith("Found an Astro site: 1 page in src/content.\n")
    config = load(installed(), Path("contentlint.yaml"))
    assert config.locate("src/content/a.md").generator == "Astro"


def test_what_astro_wrote_is_used(run, site):
    site("astro.config.mjs")
    site("src/content.config.ts", "throw 1")
    for number in range(6):
        site(f"src/content/blog/p{number}.md", "---\ntitle: A\n---\n")
    run("init", "--dry-run")
    assert "# src/content.config.ts may say more: it is a program" in run("init", "--dry-run").out
    site(".astro/collections/blog.schema.json", "{}")
    out = run("init").out
    assert out.startswith("Found an Astro site: 6 pages in src/content.\n")
    text = Path("contentlint.yaml").read_text()
    assert "Astro has written to .astro/collections: blog.\n" in text
    assert "collections" not in read_yaml(text).plain()
    Path("contentlint.yaml").unlink()
    for number in range(6):
        site(f"src/content/notes/p{number}.md", "---\ntitle: A\n---\n")
    run("init")
    assert list(read_yaml(Path("contentlint.yaml").read_text()).plain()["collections"]) == ["notes"]


def test_a_site_in_a_directory_of_a_project(run, site):
    site("website/docusaurus.config.js")
    site("website/docs/a.md")
    out = run("init").out
    assert out.startswith("Found a Docusaurus site in website: 1 page in website/docs.\n")


def test_many_odd_pages_are_counted(run, site):
    for number in range(2000):
        bad = "2025-1-4" if number < 25 else "2025-01-04"
        site(f"posts/p{number}.md", f"---\ndate: {bad}\n---\n")
    out = run("init", "--dry-run").out
    assert out.count("  posts/p") == 20
    assert "\n  … and 5 more\n" in out


# Hooks and workflows


def test_hooks_and_workflows_are_written(run, blog):
    out = run("init", "--pre-commit", "--github").out
    assert "Wrote .pre-commit-config.yaml.\nWrote .github/workflows/contentlint.yml.\n" in out
    hooks = read_yaml(Path(".pre-commit-config.yaml").read_text()).plain()
    (repository,) = hooks["repos"]
    assert repository["rev"] == f"v{__version__}"
    assert repository["hooks"] == [{"id": "contentlint", "files": "^content(/|$)"}]
    workflow = read_yaml(Path(".github/workflows/contentlint.yml").read_text()).plain()
    step = workflow["jobs"]["contentlint"]["steps"][-1]["run"]
    assert step == f"pipx run contentlint=={__version__} check --format github"
    assert workflow["permissions"] == {"contents": "read"}


def test_the_hook_is_one_that_there_is(run, blog):
    run("init", "--pre-commit")
    offered = Path(__file__).parents[3] / ".pre-commit-hooks.yaml"
    ids = {line.split()[-1] for line in offered.read_text().split("\n") if line.startswith("- id")}
    hooks = read_yaml(Path(".pre-commit-config.yaml").read_text()).plain()
    assert {one["id"] for one in hooks["repos"][0]["hooks"]} <= ids


def test_hooks_that_are_there_are_added_to_by_hand(run, blog, site):
    site(".pre-commit-config.yaml", "repos: []\n")
    site(".github/workflows/contentlint.yml", "mine\n")
    found = run("init", "--pre-commit", "--github")
    assert found.code == 0
    assert (
        ".pre-commit-config.yaml is already there; add to its “repos”:\n  - repo: https"
        in found.out
    )
    assert (
        ".github/workflows/contentlint.yml is already there; it was left as it is.\n" in found.out
    )
    assert Path(".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert Path(".github/workflows/contentlint.yml").read_text() == "mine\n"


def test_hooks_that_call_it_already_are_left_alone(run, blog):
    run("init", "--pre-commit")
    again = run("init", "--pre-commit")
    assert again.out.endswith(
        ".pre-commit-config.yaml calls contentlint already; it was left as it is.\n"
    )


def test_hooks_of_a_site_in_a_directory_lie_at_the_top(run, blog, site):
    Path(".git").mkdir()
    for number in range(6):
        site(f"my site/content/p{number}.md", "---\ntitle: A\n---\n")
    site("my site/hugo.toml")
    out = run("init", "my site", "--pre-commit", "--github").out
    assert "Wrote my site/contentlint.yaml.\nNext:" in out
    assert "Wrote .pre-commit-config.yaml.\nWrote .github/workflows/contentlint.yml.\n" in out
    hook = read_yaml(Path(".pre-commit-config.yaml").read_text()).plain()["repos"][0]["hooks"][0]
    assert hook["args"] == ["--config=my site/contentlint.yaml"]
    assert hook["files"] == r"^my\ site/content(/|$)"
    workflow = Path(".github/workflows/contentlint.yml").read_text()
    assert workflow.endswith("--format github --config 'my site/contentlint.yaml'\n")
    lock = "'my site/contentlint.lock'"
    assert f"git checkout FETCH_HEAD -- {lock} || rm -f {lock}\n" in workflow


# Names and content come from strangers


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_no_name_and_no_value_steers_a_terminal(run, site):
    name = "posts\x1b[31m\n::error::x"
    for number in range(7):
        site(f"{name}/p{number}.md", "---\ntitle: A\ndate: 2025-01-02\n---\n")
    site(f"{name}/p3.md", '---\ntitle: A\ndate: "\\e[31mx"\n---\n')
    found = run("init")
    assert found.code == 0
    assert "\x1b" not in found.out
    assert not any(line.lstrip().startswith("::") for line in found.out.splitlines())
    text = Path("contentlint.yaml").read_text()
    assert "\x1b" not in text
    config = load(installed(), Path("contentlint.yaml"))
    assert config.collections_of(f"{name}/p1.md")
    assert run("check", "--no-cache").code == 1
    assert "\x1b" not in run("init", "--dry-run").out


@pytest.mark.parametrize(
    "key", ['"on"', "'a: b'", '"#x"', '"\\u202e"', "a b", '"\\n"', "~", "-x", "?x"]
)
def test_keys_of_any_kind_can_be_written_down(run, site, key):
    for number in range(7):
        site(f"posts/p{number}.md", f"---\ntitle: A\n{key}: x\n---\n")
    assert run("init").code == 0
    assert run("check", "--no-cache").code == 0
