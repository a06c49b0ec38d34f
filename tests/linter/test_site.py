import pytest

from contentlint.sites import detect


@pytest.mark.parametrize(
    ("files", "name", "paths"),
    [
        (["hugo.toml", "content/a.md"], "Hugo", ("content",)),
        (["config.toml", "content/a.md"], "Hugo", ("content",)),
        (["config/_default/x.toml"], "Hugo", (".",)),
        (["astro.config.mjs", "src/content/a.md"], "Astro", ("src/content",)),
        (["_config.yml", "_posts/a.md", "index.md"], "Jekyll", ("_posts", "index.md")),
        ([".eleventy.js", "posts/a.md"], "Eleventy", ("posts",)),
        (["eleventy.config.mjs", "content/a.md"], "Eleventy", ("content",)),
        (["mkdocs.yml", "docs/a.md"], "MkDocs", ("docs",)),
        (["docusaurus.config.ts", "docs/a.md", "blog/b.md"], "Docusaurus", ("docs", "blog")),
        (["next.config.js", "app/a.mdx"], "Next", ("app",)),
        (["README.md"], "", (".",)),
        (["config.toml"], "", (".",)),
        (["docs/a.md"], "", ("docs",)),
    ],
)
def test_a_site_is_known_by_its_files(site, tmp_path, files, name, paths):
    for each in files:
        site(each)
    found = detect(tmp_path)
    assert (found.name, found.paths) == (name, paths)
