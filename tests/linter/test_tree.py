"""What files there are: names as they are spelt, each directory listed once."""

import pytest

from contentlint.tree import Tree


@pytest.fixture
def root(site, tmp_path):
    for name in ("img/Mill.png", "img/old_mill.png", "a/b/c.md", "node_modules/x.md", ".h/y.md"):
        site(name)
    return str(tmp_path)


def test_files_and_folders(root):
    tree = Tree()
    assert tree.is_file(f"{root}/img/Mill.png")
    assert not tree.is_file(f"{root}/img")
    assert tree.is_folder(f"{root}/img")
    assert not tree.is_folder(f"{root}/nothing")
    assert tree.names(f"{root}/a") == {"b": True}
    assert tree.names(f"{root}/a/b/c.md") == {}


def test_capitals_count_even_where_the_disk_does_not_care(root):
    tree = Tree()
    assert not tree.is_file(f"{root}/img/mill.png")
    # As a file system that ignores capitals would answer.
    tree._listed[f"{root}/IMG"] = tree.names(f"{root}/img")
    assert not tree.is_file(f"{root}/IMG/Mill.png")


@pytest.mark.parametrize(
    ("path", "alike"),
    [
        ("img/mill.png", ["img/Mill.png"]),
        ("IMG/MILL.PNG", ["img/Mill.png"]),
        ("img/old mill.png", ["img/old_mill.png"]),
        ("img/old-mill.png", ["img/old_mill.png"]),
        ("img/new.png", []),
        ("other/Mill.png", []),
    ],
)
def test_names_that_are_alike(root, path, alike):
    assert list(Tree().alike(f"{root}/{path}", root)) == [f"{root}/{each}" for each in alike]


def test_files_of_a_name(root):
    tree = Tree()
    assert tree.named(root, "c.md") == (f"{root}/a/b/c.md",)
    assert tree.named(root, "x.md") == tree.named(root, "y.md") == ()
    assert sorted(tree.walk(f"{root}/img")) == [f"{root}/img/Mill.png", f"{root}/img/old_mill.png"]


def test_a_directory_is_listed_once(root, site):
    tree = Tree()
    assert not tree.is_file(f"{root}/a/new.md")
    site("a/new.md")
    assert not tree.is_file(f"{root}/a/new.md")
