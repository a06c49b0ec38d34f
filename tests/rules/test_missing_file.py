"""What the rule missing-file flags, and what it leaves alone."""

import pytest

from contentlint import Example
from contentlint.testing import assert_flags
from contentlint_rules.links.missing_file import MissingFile

RULE = MissingFile()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    marked = example.bad or example.good or ""
    assert_flags(RULE, marked, fixed, path=example.path, files=example.files)


@pytest.mark.parametrize(
    "marked",
    [
        "![a](⟦b.png⟧)\n",
        "[![a](⟦b.png⟧)](c.md)\n",
        "![a][b]\n\n[b]: ⟦b.png⟧ 'c'\n",
        "[a](⟦b.pdf⟧)\n",
        "<img src='⟦b.png⟧' alt=''>\n",
        "<p>\n<img alt='' src=\"⟦b.svg⟧\">\n</p>\n",
        "![a](img/mill.png) ![b](⟦img/Mill.png⟧)\n",
    ],
)
def test_files_that_are_not_there(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    fixed = text.replace("img/Mill.png", "img/mill.png") if "Mill" in marked else None
    assert_flags(RULE, marked, fixed, files={"img/mill.png": "", "c.md": ""})


@pytest.mark.parametrize(
    "text",
    [
        "![a](img/mill.png) ![b](./img/mill.png?raw=true)\n",
        "![a](https://mill.test/b.png) ![b](data:image/png;base64,AA)\n",
        "`![a](b.png)` <!-- ![a](b.png) -->\n",
        "![a](/media/b.png)\n",
        "[a](b.md)\n",
        "![a]({{ 'b.png' | url }})\n",
        "<Image src='b.png' />\n",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text, files={"img/mill.png": ""})


@pytest.mark.parametrize(
    ("marked", "files"),
    [
        ("![a](/img/b.png) ![c](⟦/img/d.png⟧)\n", {"hugo.toml": "", "static/img/b.png": ""}),
        ("![a](/cdn/b.png)\n", {"hugo.toml": "", "static/img/b.png": ""}),
        ("![a](b.png)\n", {"hugo.toml": "", "assets/b.png": ""}),
        ("![a](b.png)\n", {"hugo.toml": "", "content/a/b.png": ""}),
    ],
)
def test_a_hugo_site(marked: str, files: dict[str, str]) -> None:
    assert_flags(RULE, marked, path="content/a/index.md", files=files)


def test_an_image_beside_the_page_of_a_documentation() -> None:
    files = {"mkdocs.yml": "", "docs/img/b.png": ""}
    assert_flags(RULE, "![a](img/b.png) ![c](⟦b.png⟧)\n", path="docs/a.md", files=files)
