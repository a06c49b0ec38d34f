import os
from dataclasses import replace
from pathlib import Path

import pytest

from contentlint.config import Config
from contentlint.discovery import discover


def _found(registry, *paths, **settings):
    return discover(paths or (".",), replace(Config(registry), **settings))


def test_pages_are_found_below_sorted_with_forward_slashes(registry, site):
    for name in ("b.md", "a/z.MDX", "a/y.markdown", "a/x.txt", "c/d/e.mkd", "c/f.mdown"):
        site(name)
    assert _found(registry).files == ("a/y.markdown", "a/z.MDX", "b.md", "c/d/e.mkd", "c/f.mdown")
    assert _found(registry, "./a/").files == ("a/y.markdown", "a/z.MDX")
    assert _found(registry, extensions=(".txt",)).files == ("a/x.txt",)


def test_paths_above_and_absolute_ones_stay_what_they_are(registry, site, tmp_path, monkeypatch):
    site("a/x.md")
    site("b/y.md")
    monkeypatch.chdir(tmp_path / "b")
    assert _found(registry, "../a").files == ("../a/x.md",)
    assert _found(registry, str(tmp_path / "a")).files == (f"{tmp_path}/a/x.md",)


def test_a_named_file_is_checked_whatever_it_is_called_and_once(registry, site):
    site("notes.txt")
    site(".hidden.md")
    site("node_modules/x.md")
    found = _found(registry, "notes.txt", ".hidden.md", "node_modules/x.md", "./notes.txt")
    assert found.files == (".hidden.md", "node_modules/x.md", "notes.txt")
    assert _found(registry, "node_modules").files == ("node_modules/x.md",)


def test_a_missing_path_is_an_error(registry, site):
    site("a.md")
    found = _found(registry, "a.md", "gone")
    assert found.files == ("a.md",)
    assert found.errors == (("gone", "no such file or directory"),)


def test_hidden_and_vendored_directories_are_passed_and_counted(registry, site):
    for name in (".git/a.md", ".hidden/b.md", "node_modules/c.md", "vendor/d.md", ".e.md"):
        site(name)
    found = _found(registry)
    assert found.files == ()
    assert found.reasons() == "1 hidden, 1 in node_modules, 1 in vendor"


def test_gitignore_holds_at_every_level(registry, site):
    site(".gitignore", "*.tmp.md\n/build/\nlogs\n!keep.tmp.md\n")
    site("sub/.gitignore", "local.md\n!again.tmp.md\n")
    kept = ("a.md", "keep.tmp.md", "sub/again.tmp.md", "sub/build/x.md")
    ignored = (
        "a.tmp.md",
        "build/b.md",
        "logs/c.md",
        "sub/logs/d.md",
        "sub/local.md",
        "sub/x.tmp.md",
    )
    for name in kept + ignored:
        site(name)
    found = _found(registry)
    assert found.files == kept
    assert found.reasons() == "6 by .gitignore"


def test_gitignore_above_counts_up_to_the_repository_or_the_working_directory(
    registry, site, tmp_path, monkeypatch
):
    site(".gitignore", "a.md\n")
    site("site/.gitignore", "b.md\n")
    for name in ("a.md", "b.md", "c.md"):
        site(f"site/content/{name}")
    assert _found(registry, "site/content").files == ("site/content/c.md",)
    monkeypatch.chdir(tmp_path / "site")
    assert _found(registry, "content").files == ("content/a.md", "content/c.md")
    (tmp_path / ".git").mkdir()
    assert _found(registry, "content").files == ("content/c.md",)
    (tmp_path / "site" / ".git").mkdir()
    assert _found(registry, ".").files == ("content/a.md", "content/c.md")


def test_without_a_repository_nothing_above_the_walk_counts(registry, site, tmp_path, monkeypatch):
    site("outer/.gitignore", "*.md\n")
    site("outer/in/a.md")
    site("other/x.md")
    monkeypatch.chdir(tmp_path / "other")
    assert _found(registry, "../outer/in").files == ("../outer/in/a.md",)


def test_a_broken_gitignore_ignores_nothing(registry, site):
    Path(".gitignore").mkdir()
    site("a.md")
    assert _found(registry).files == ("a.md",)


def test_excludes_hold_for_named_files_too(registry, site):
    for name in ("a.md", "drafts/b.md", "en/drafts/c.md"):
        site(name)
    found = _found(registry, ".", "drafts/b.md", exclude=("drafts",))
    assert found.files == ("a.md",)
    assert found.reasons() == "3 by “exclude”"
    only = _found(registry, "a.md", exclude=("*.md",))
    assert (only.files, only.reasons()) == ((), "1 by “exclude”")


def test_loops_end_and_links_inside_give_no_page_twice(registry, site):
    site("a/x.md")
    site("a/raw.txt")
    Path("a/loop").symlink_to("..")
    Path("a/self").symlink_to(".")
    Path("a/again.md").symlink_to("x.md")
    Path("a/linked.md").symlink_to("raw.txt")
    assert _found(registry).files == ("a/linked.md", "a/x.md")


def test_linked_directories_that_link_to_each_other_end(registry, site):
    site("content/a.md")
    site("shared/b.md")
    Path("content/one").symlink_to("../shared")
    Path("content/two").symlink_to("../shared")
    Path("shared/self").symlink_to("../shared")
    found = _found(registry, "content")
    assert found.errors == ()
    assert found.files in (
        ("content/a.md", "content/one/b.md"),
        ("content/a.md", "content/two/b.md"),
    )


def test_links_out_of_the_project_are_not_followed(registry, site, tmp_path, monkeypatch):
    site("secret/s.md")
    site("project/content/a.md")
    Path("project/content/dir").symlink_to("../../secret")
    Path("project/content/file.md").symlink_to("../../secret/s.md")
    Path("project/content/shared").symlink_to("../shared")
    site("project/shared/.git.md")
    site("project/shared/b.md")
    monkeypatch.chdir(tmp_path / "project")
    found = _found(registry, "content")
    assert found.files == ("content/a.md", "content/shared/b.md")
    assert found.reasons() == "1 by links that lead out of the project, 1 hidden"


def test_a_linked_directory_is_passed_where_its_name_is(registry, site):
    site("real/a.md")
    site("content/b.md")
    Path("content/.dot").symlink_to("../real")
    Path("content/vendor").symlink_to("../real")
    assert _found(registry, "content").files == ("content/b.md",)


def test_a_link_to_nowhere_is_kept_so_that_it_is_told(registry, site):
    Path("dangling.md").symlink_to("nowhere.md")
    assert _found(registry).files == ("dangling.md",)
    assert _found(registry, "dangling.md").files == ("dangling.md",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every directory")
def test_a_directory_that_cannot_be_read_is_an_error(registry, site):
    site("closed/a.md")
    Path("closed").chmod(0)
    found = _found(registry)
    Path("closed").chmod(0o755)
    assert found.errors == (("closed", "permission denied"),)


def test_a_directory_that_fails_is_an_error_and_the_others_are_read(registry, site, monkeypatch):
    site("closed/a.md")
    site("open/b.md")
    scan = os.scandir

    def failing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", failing)
    found = _found(registry)
    assert found.files == ("open/b.md",)
    assert found.errors == (("closed", "permission denied"),)


def test_counting_what_was_passed_ends(registry, site, monkeypatch):
    monkeypatch.setattr("contentlint.discovery._MOST_COUNTED", 1)
    for name in "abcd":
        site(f"node_modules/{name}/x.md")
    assert _found(registry).reasons() == "2 in node_modules"


def test_names_that_are_no_text_are_found(registry, site):
    try:
        site(os.fsdecode(b"caf\xe9.md"))
    except OSError:
        pytest.skip("the file system refuses such names")
    assert _found(registry).files == ("caf\udce9.md",)
