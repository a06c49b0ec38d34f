"""Images that the front matter names and that are not there."""

from collections.abc import Mapping

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter.missing_image import MissingImage

RULE = MissingImage()
HUGO = {"hugo.toml": "", "static/img/mill.png": ""}


@pytest.mark.parametrize(
    "head",
    [
        "---\nimage: ⟦/img/dam.png⟧\n---\n",
        "---\nimage: ⟦img/dam.png⟧\n---\n",
        "---\nimages:\n  - /img/mill.png\n  - ⟦/img/dam.png⟧\n---\n",
        "---\ncover:\n  image: ⟦/img/dam.png⟧\n  alt: dam.png\n---\n",
        "---\nimage:\n  src: ⟦/img/dam.png⟧\n---\n",
        "---\nog:\n  image: ⟦/img/dam.png⟧\n---\n",
        "---\nog_image: ⟦'/img/dam.png'⟧\n---\n",
        "---\nogImage: ⟦/img/dam.JPG⟧\n---\n",
        "---\nFeatured-Image: ⟦/img/dam.webp⟧\n---\n",
        "---\r\nthumbnail: ⟦/img/dam.svg?v=2⟧\r\n---\r\n",
        '+++\nimage = ⟦"/img/dam.png"⟧\n+++\n',
        '{\n"image": ⟦"/img/dam.png"⟧\n}\n',
        '+++\nimages = [\n  "/img/mill.png",\n  ⟦"/img/dam.png"⟧,\n]\n+++\n',
        "---\nimage: ⟦/img/Mill.png⟧\n---\n",
        "---\nnote: /img/dam.png\nimage: ⟦/img/dam.png⟧\n---\n",
    ],
)
def test_flagged(head: str) -> None:
    assert_flags(RULE, head, path="content/a.md", files=HUGO)


@pytest.mark.parametrize(
    "value",
    [
        "/img/mill.png", "img/mill.png", "mill.png", "../static/img/mill.png", "/img/mill.png?v=2",
        "https://mill.example/a.png", "//mill.example/a.png", "data:image/png,a.png",
        "'{{ .Site.Params.image }}.png'", "'{% asset a.png %}'", "/uploads/2020/dam.png",
        "~/img/dam.png", "@/assets/dam.png", "dam", "fa-home", "", "null", "[]", "/img/dam.pdf",
        "'A photo of dam.png, by me'", "'img/*.png'", "/other/place/dam.png", "https://a.b/dam.png?x",
        "../../../../dam.png",
    ],
)  # fmt: skip
def test_silent(value: str) -> None:
    assert_flags(RULE, f"---\nimage: {value}\n---\n", path="content/a.md", files=HUGO)


def test_only_what_ends_as_an_image_is_one() -> None:
    head = "---\nimage: /img/dam.pdf\nlogo: /img/mill.png\n---\n"
    assert_flags(RULE, head, path="content/a.md", files=HUGO)


@pytest.mark.parametrize(
    ("path", "value", "files"),
    [
        ("content/a/index.md", "mill.png", {"hugo.toml": "", "content/a/mill.png": ""}),
        ("content/a.md", "mill.png", {"hugo.toml": "", "assets/x/mill.png": ""}),
        ("content/a.md", "/x/mill.png", {"hugo.toml": "", "themes/t/static/x/mill.png": ""}),
        ("src/content/a.md", "../../assets/m.png", {"astro.config.mjs": "", "assets/m.png": ""}),
        ("src/content/a.md", "~/assets/m.png", {"astro.config.mjs": "", "src/assets/m.png": ""}),
        ("src/content/a.md", "/m.png", {"astro.config.mjs": "", "public/m.png": ""}),
        ("_posts/a.md", "/assets/m.png", {"_config.yml": "", "assets/m.png": ""}),
        ("_posts/a.md", "/b/assets/m.png", {"_config.yml": "url: https://x.y\nbaseurl: /b\n",
                                            "assets/m.png": ""}),
        ("docs/a.md", "../img/m.png", {"mkdocs.yml": "", "docs/img/m.png": ""}),
        ("docs/a.md", "/img/m%20n.png", {"docusaurus.config.js": "", "static/img/m n.png": ""}),
    ],
)  # fmt: skip
def test_where_files_may_be(path: str, value: str, files: Mapping[str, str]) -> None:
    head = f"---\nimage: {value}\n---\n"
    assert_flags(RULE, head, path=path, files=files)


@pytest.mark.parametrize(
    ("path", "value", "files"),
    [
        ("content/a/index.md", "dam.png", {"hugo.toml": "", "content/a/mill.png": ""}),
        ("content/a.md", "x/dam.png", {"hugo.toml": "", "assets/x/mill.png": ""}),
        ("src/content/a.md", "../../assets/d.png", {"astro.config.mjs": "", "assets/m.png": ""}),
        ("src/content/a.md", "/d.png", {"astro.config.mjs": "", "public/m.png": ""}),
        ("src/content/a.md", "./d.png", {"astro.config.mjs": "", "public/m.png": ""}),
        ("_posts/a.md", "/assets/d.png", {"_config.yml": "", "assets/m.png": ""}),
        ("_posts/a.md", "/b/assets/d.png", {"_config.yml": "url: https://x.y\nbaseurl: /b\n",
                                            "assets/m.png": ""}),
        ("docs/x/a.md", "../img/d.png", {"mkdocs.yml": "", "docs/img/m.png": ""}),
        ("docs/a.md", "/img/d%20n.png", {"docusaurus.config.js": "", "static/img/m n.png": ""}),
    ],
)  # fmt: skip
def test_where_files_should_be(path: str, value: str, files: Mapping[str, str]) -> None:
    assert_flags(RULE, f"---\nimage: ⟦{value}⟧\n---\n", path=path, files=files)


@pytest.mark.parametrize(
    ("path", "value", "files"),
    [
        ("content/a.md", "dam.png", {"hugo.toml": "", "assets/x/mill.png": ""}),
        ("content/a.md", "/x/dam.png", {"hugo.toml": "", "themes/t/static/x/mill.png": ""}),
        ("src/content/a.md", "~/assets/d.png", {"astro.config.mjs": "", "src/assets/m.png": ""}),
        ("src/content/a.md", "./x/d.png", {"astro.config.mjs": "", "public/m.png": ""}),
    ],
)
def test_where_nobody_knows(path: str, value: str, files: Mapping[str, str]) -> None:
    assert_flags(RULE, f"---\nimage: {value}\n---\n", path=path, files=files)


def test_without_a_generator_nothing_is_known() -> None:
    assert_flags(RULE, "---\nimage: img/dam.png\n---\n", files={"img/mill.png": ""})


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: /img/dam.png\n---\n",
        "---\ncaption:\n  text: /img/dam.png\n---\n",
        "---\nimage_alt: /img/dam.png\n---\n",
        "---\ndescription: |\n  image: /img/dam.png\n---\n",
        "---\ntitle: a\n---\n\nimage: /img/dam.png\n",
        "---\nresources:\n  - src: /img/dam.png\n---\n",
    ],
)
def test_other_keys(head: str) -> None:
    assert_flags(RULE, head, path="content/a.md", files=HUGO)


def test_more_keys_can_be_named() -> None:
    rule = MissingImage(keys=("header_bg",))
    assert_flags(rule, "---\nheader_bg: ⟦/img/dam.png⟧\n---\n", path="content/a.md", files=HUGO)


def test_sites_whose_images_lie_elsewhere() -> None:
    """Most of them are not there: they come from somewhere else when the site is made."""
    files = {f"content/{n}.md": f"---\nimage: /img/{n}.png\n---\n" for n in range(6)}
    head = "---\nimage: /img/dam.png\n---\n"
    assert_flags(RULE, head, path="content/a.md", files={**HUGO, **files})
    there = {f"static/img/{n}.png": "" for n in range(6)}
    assert violations(RULE, head, "content/a.md", {**HUGO, **files, **there})
    other = {name: text.replace("image", "cover") for name, text in files.items()}
    assert violations(RULE, head, "content/a.md", {**HUGO, **other})


def test_what_is_said() -> None:
    files = {**HUGO, "static/old/dam.png": ""}
    (found,) = violations(RULE, "---\nimage: /img/dam.png\n---\n", "content/a.md", files)
    assert found.message == ("There is no image “/img/dam.png”; “static/old/dam.png” has that name")
    (found,) = violations(RULE, "---\nimage: /img/dam.png\n---\n", "content/a.md", HUGO)
    assert found.message == "There is no image “/img/dam.png”"


@pytest.mark.parametrize("part", ["image: /img/a.png\n", "images: [a.png, ", "../", ".png"])
def test_hostile_pages_take_no_time(linear, part: str) -> None:
    linear(lambda size: violations(RULE, "---\na: b\n" + part * size + "\n---\n"), 200)
