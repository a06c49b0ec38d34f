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


def test_a_link_that_leads_to_itself_hides_nothing(root, tmp_path):
    (tmp_path / "a/self").symlink_to("self")
    assert Tree().names(f"{root}/a") == {"b": True, "self": False}


def test_nothing_above_the_site_is_listed(root, tmp_path):
    tree = Tree(tops={root})
    assert tree.is_file(f"{root}/img/Mill.png")
    assert tree.alike(f"{root}/img/mill.png", root)
    assert all(folder.startswith(root) for folder in tree._listed)


def test_a_site_with_too_many_entries(root, monkeypatch):
    tree = Tree()
    assert len(list(tree.walk(f"{root}/img"))) == 2
    assert not tree.cut
    monkeypatch.setattr("contentlint.tree._MOST", 1)
    list(tree.walk(root))
    assert tree.cut


def test_many_files_of_one_name(linear):
    def look(size: int) -> None:
        tree = Tree()
        tree._listed = {"/x": {f"{n}": True for n in range(size)}}
        tree._listed |= {f"/x/{n}": {"index.md": False} for n in range(size)}
        assert len(tree.named("/x", "index.md")) == size

    linear(look, 4000)


def test_many_names_that_are_nearly_there(linear):
    def look(size: int) -> None:
        tree = Tree()
        tree._listed = {"/": {"x": True}, "/x": {f"Mill {n}.md": False for n in range(size)}}
        for n in range(size):
            assert tree.alike(f"/x/mill-{n}.md", "/") == (f"/x/Mill {n}.md",)

    linear(look, 2000)
