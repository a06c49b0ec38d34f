from pathlib import Path

import pytest

from contentlint import astro
from contentlint.sites import Sites

SETTINGS = """
import { defineCollection, z } from "astro:content";
// const old = defineCollection({ loader: glob({ base: "./src/old" }) });
const blog = defineCollection({
  loader: glob({ pattern: "**/*.{md,mdx}", base: './src/data/blog/' }),
  schema: z.object({}),
});
const noteCollection = defineCollection({
  loader: glob({ pattern: ["notes/**/*.md"], base: "src/data" }),
});
const authors = defineCollection({ loader: file("src/data/authors.json") });
export const collections = {
  blog, 'my-notes': noteCollection, authors,
};
"""


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("", {}),
        (SETTINGS, {"blog": "/r/src/data/blog", "my-notes": "/r/src/data/notes"}),
        (
            'export const collections = { "a-b": defineCollection({loader: glob({base: `x`})}) }',
            {"a-b": "/r/x"},
        ),
        ("const a = defineCollection({ loader: docsLoader() })", {}),
        ("const a = defineCollection({ loader: glob({ base: `${here}/x` }) })", {}),
    ],
)
def test_where_collections_are_loaded_from(site, tmp_path, text, bases):
    site("src/content.config.ts", text)
    found = astro.bases(str(tmp_path))
    assert {name: base.replace(str(tmp_path), "/r") for name, base in found.items()} == bases


def test_a_page_has_the_schema_of_its_collection(site, tmp_path):
    site("astro.config.mjs", "")
    site("src/content/config.js", SETTINGS)
    for name in ("blog", "my-notes", "docs", "authors"):
        site(f".astro/collections/{name}.schema.json", f'{{"title": "{name}"}}')
    site(".astro/collections/other.json", "{}")
    for folder in ("data/blog", "data/notes", "content/docs"):
        site(f"src/{folder}/a.md")
    sites = Sites(str(tmp_path))
    schemas = {
        path: sites(path).schema
        for path in (
            "src/data/blog/a.md",
            "src/data/blog/deep/a.md",
            "src/data/notes/a.md",
            "src/content/docs/a.md",
            "src/data/a.md",
            "src/pages/a.md",
            "README.md",
        )
    }
    assert list(schemas.values()) == [
        '{"title": "blog"}',
        '{"title": "blog"}',
        '{"title": "my-notes"}',
        '{"title": "docs"}',
        "",
        "",
        "",
    ]
    assert sites("src/data/blog/a.md").beside == ""
    assert sites("src/data/blog/a.md") is sites("src/data/blog/b.md")


def test_of_two_collections_in_one_directory_none_is_sure(site, tmp_path):
    site("astro.config.mjs", "")
    site(
        "src/content.config.ts",
        "const a = defineCollection({loader: glob({base: 'src/x'})})\n"
        "const b = defineCollection({loader: glob({base: 'src/x'})})\n",
    )
    for name in "ab":
        site(f".astro/collections/{name}.schema.json", "{}")
    assert astro.collections(str(tmp_path)) == []


def test_other_sites_have_none(site, tmp_path):
    site("hugo.toml", "")
    site("content/a.md")
    site(".astro/collections/blog.schema.json", "{}")
    assert Sites(str(tmp_path))("content/a.md").schema == ""


def test_settings_are_searched_in_linear_time(linear):
    for piece in (
        "a = defineCollection(",
        "glob({ base: ",
        "collections = {a: b, ",
        " // x\n",
        "a:",
    ):
        linear(lambda count, piece=piece: dict(astro._bases("/r", piece * count)), 2000)


def test_what_is_no_file_is_passed_over(site, tmp_path):
    (tmp_path / "src" / "content.config.ts").mkdir(parents=True)
    assert astro.bases(str(tmp_path)) == {}
    assert astro.collections(str(Path(tmp_path, "nothing"))) == []
