import pytest

from contentlint.globs import compiled


@pytest.mark.parametrize(
    ("glob", "fits", "fits_not"),
    [
        ("drafts", ["drafts", "drafts/a.md", "x/drafts/a.md"], ["mydrafts/a.md", "drafts2"]),
        ("drafts/", ["drafts/a.md", "x/drafts/a.md"], ["draft/a.md"]),
        ("/drafts", ["drafts/a.md"], ["x/drafts/a.md"]),
        ("./drafts/x", ["drafts/x/a.md"], ["y/drafts/x/a.md"]),
        ("*.md", ["a.md", "x/y/a.md"], ["a.mdx", "amd"]),
        ("a/*.md", ["a/b.md"], ["a/b/c.md", "x/a/b.md"]),
        ("a/**", ["a/b", "a/b/c.md"], ["a", "b/a/c"]),
        ("a/**/z.md", ["a/z.md", "a/b/c/z.md"], ["a/bz.md"]),
        ("**/z.md", ["z.md", "a/b/z.md"], ["az.md"]),
        ("?.md", ["a.md"], ["ab.md", "/.md"]),
        ("[ab].md", ["a.md"], ["c.md", "[ab].md"]),
        ("[!ab].md", ["c.md"], ["a.md"]),
        ("[]a].md", ["].md", "a.md"], ["b.md"]),
        ("[.md", ["[.md"], ["a.md"]),
        ("a+b(c).md", ["a+b(c).md"], ["aab(c).md"]),
    ],
)
def test_a_pattern_fits_as_in_gitignore(glob, fits, fits_not):
    pattern = compiled([glob])
    assert pattern is not None
    assert [name for name in fits if not pattern.fullmatch(name)] == []
    assert [name for name in fits_not if pattern.fullmatch(name)] == []


def test_several_patterns_are_one():
    pattern = compiled(["a.md", "b.md"])
    assert pattern is not None
    assert all(map(pattern.fullmatch, ("a.md", "b.md")))
    assert compiled([]) is None


def test_what_is_no_pattern_is_refused():
    with pytest.raises(ValueError, match="“\\[z-a\\]” is not a pattern"):
        compiled(["[z-a]"])
