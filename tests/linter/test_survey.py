import os
from pathlib import Path

import pytest

from contentlint.registry import installed
from contentlint.survey import Survey

PAGE = "---\ntitle: A\n---\n\nText.\n"


@pytest.fixture
def tree(tmp_path):
    """Files of a directory, by their names; a text that is empty is a page."""

    def make(**files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text or PAGE, encoding="utf-8")
        return Survey(tmp_path, installed())

    return make


@pytest.mark.parametrize(
    ("files", "name", "paths"),
    [
        ({"hugo.toml": "x = 1", "content/a.md": ""}, "Hugo", ("content",)),
        ({"mkdocs.yml": "docs_dir: text", "text/a.md": ""}, "MkDocs", ("text",)),
        ({"book.toml": 'src = "text"', "text/a.md": ""}, "mdBook", ("text",)),
        ({".vitepress/config.ts": "srcDir: 'src'", "src/a.md": ""}, "VitePress", ("src",)),
        ({".vitepress/config.ts": "x", "a.md": ""}, "VitePress", (".",)),
        (
            {
                "astro.config.mjs": "x",
                "src/content.config.ts": (
                    'const blog = defineCollection({loader: glob({base: "./src/content/blog"})})'
                ),
                "src/content/blog/a.md": "",
                "src/pages/a.md": "",
            },
            "Astro",
            ("src/content", "src/pages"),
        ),
        (
            {"website/docusaurus.config.js": "x", "website/blog/a.md": ""},
            "Docusaurus",
            ("website/blog",),
        ),
        ({"docs/_config.yml": "x: 1", "docs/_posts/a.md": ""}, "Jekyll", ("docs/_posts",)),
        ({"a/x/b.md": "", "c.md": "", "d/e.md": "Text.\n"}, "", ("a", "c.md")),
        ({"a.md": "Text.\n"}, "", (".",)),
        ({"posts/a.md": "Text.\n"}, "", ("posts",)),
    ],
)
def test_where_pages_lie(tree, files, name, paths):
    found = tree(**files)
    assert (found.generator.name, found.paths) == (name, paths)


def test_pages_of_jekyll_lie_anywhere(tree):
    files = ("_posts/a.md", "_rides/b.md", "about.md", "notes/c.md", "index.markdown")
    not_pages = ("_layouts/a.md", "_site/a.md", "vendor/x.md", ".git/x.md", "_includes/x.md")
    found = tree(
        **{"_config.yml": "x: 1", "README.md": "Text.\n", "lib/x.md": "Text.\n"},
        **dict.fromkeys((*files, *not_pages), ""),
    )
    assert found.paths == ("_posts", "_rides", "about.md", "index.markdown", "notes")


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("package.json", '{"dependencies": {"astro": "1"}}', "Astro"),
        ("package.json", '{"devDependencies": {"@11ty/eleventy": "1"}}', "Eleventy"),
        ("package.json", '{"dependencies": {"next": "1", "astro": "1"}}', "Astro"),
        ("package.json", '{"dependencies": {"next": "1"}}', "Next"),
        ("Gemfile", 'gem "jekyll"\n', "Jekyll"),
        ("Gemfile", "gem 'github-pages'\n", "Jekyll"),
    ],
)
def test_a_generator_without_settings_is_told_by_what_the_site_needs(tree, file, text, name):
    found = tree(**{file: text, "src/content/a.md": "", "posts/a.md": ""})
    assert (found.generator.name, found.told, found.site.generator) == (name, file, name)
    assert set(found.paths) <= {"src", "src/content", "posts"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"dependencies": []}', '{"dependencies": {"left-pad": "1"}}', "[" * 100_000],
)
def test_other_packages_tell_nothing(tree, text):
    found = tree(**{"package.json": text or " ", "a.md": ""})
    assert (found.generator.name, found.told) == ("", "")


def test_a_generator_with_settings_is_not_overruled(tree):
    found = tree(**{"hugo.toml": "x = 1", "package.json": '{"dependencies": {"astro": "1"}}'})
    assert (found.generator.name, found.told) == ("Hugo", "")


def test_what_is_known_of_the_site(tree):
    found = tree(
        **{
            "hugo.toml": 'baseURL = "https://a.example/"\n[languages.en]\n[languages.fr]\n',
            "content/en/a.md": "",
            "content/fr/a.md": "",
        }
    )
    assert found.site.base_url == "https://a.example"
    assert found.languages == ("en", "fr")
    assert found.exclude == ("public", "resources")


def test_what_a_site_in_a_directory_leaves_out_lies_there(tree):
    found = tree(**{"website/docusaurus.config.js": "x", "website/docs/a.md": ""})
    assert (found.house, found.exclude) == ("website", ("website/build",))


def test_the_pages_that_are_read(tree):
    found = tree(
        **{
            "hugo.toml": "x = 1",
            "content/a.md": "---\ntitle: A\n---\n\n$$x$$\n",
            "content/b.md": "Text.\n",
            "content/t.md": "---\ntitle: {{ x }}\n---\n",
            "public/a.md": "",
        }
    )
    (found.folder / "content" / "bad.md").write_bytes(b"\xff\xfe\x00")
    assert [page.path for page in found.pages] == ["content/a.md", "content/b.md"]
    assert (found.unread, found.formulas) == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_text_is_passed_over(tree):
    found = tree(**{"a/p.md": ""})
    folder = os.fsencode(found.folder) + b"/\xff"
    os.mkdir(folder)  # noqa: PTH102
    for number in range(6):
        Path(os.fsdecode(folder), f"p{number}.md").write_text(PAGE)
    again = Survey(found.folder, installed())
    assert again.paths == ("a",)
    everywhere = Survey(found.folder, installed(), (".",))
    assert [page.path for page in everywhere.pages] == ["a/p.md"]


def test_what_astro_wrote_and_what_only_a_program_could_read(tree):
    found = tree(
        **{
            "astro.config.mjs": "x",
            "src/content.config.ts": "throw 1",
            ".astro/collections/blog.schema.json": "{}",
            "src/content/blog/a.md": "",
        }
    )
    assert found.schemas == {"src/content/blog": "blog.schema.json"}
    assert found.programs == ("src/content.config.ts",)


def test_only_some_generators_refuse_a_number_for_a_text(tree):
    pages = {
        f"content/p{number}.md": f"---\ntitle: {'A' if number else 7}\n---\n" for number in range(9)
    }
    found = tree(**{"hugo.toml": "x = 1"}, **pages)
    assert found.inferred.outliers == ()
    (found.folder / "hugo.toml").unlink()
    (found.folder / "nuxt.config.ts").write_text("x")
    assert len(Survey(found.folder, installed()).inferred.outliers) == 1


def test_a_path_of_an_image_that_is_there_is_told(tree):
    pages = {f"content/p{number}.md": "---\nimage: /img/a.png\n---\n" for number in range(6)}
    found = tree(**{"hugo.toml": "x = 1", "static/img/a.png": "x", "vendor/b.png": "x"}, **pages)
    assert found.inferred.collections[0].fields[0].rules["type"] == "path"
    (found.folder / "static" / "img" / "a.png").unlink()
    again = Survey(found.folder, installed())
    assert again.inferred.collections[0].fields[0].rules["type"] == "string"
