"""What the rule missing-file flags, and what it leaves alone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from contentlint import Document, Example, Project
from contentlint.ground import Disk
from contentlint.sites import Sites
from contentlint.testing import assert_flags, violations
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


def test_entities_and_percent_signs_in_addresses() -> None:
    files = {"l'eau.png": "", "Caf\u00e9 #1.png": ""}
    text = "<img src='l&#39;eau.png'> ![a](caf%C3%A9%20%231.png) ![b](l&#39;air.png)\n"
    marked = text.replace("caf%C3%A9%20%231.png", "\u27e6caf%C3%A9%20%231.png\u27e7")
    marked = marked.replace("l&#39;air.png", "\u27e6l&#39;air.png\u27e7")
    fixed = text.replace("caf%C3%A9%20%231.png", "Caf\u00e9%20%231.png")
    assert_flags(RULE, marked, fixed, files=files)


@pytest.mark.parametrize(
    "part",
    [
        "<!-- a --> ![b](c.png) ",
        "![b](c.png) ",
        " src='c.png'",
        "<img src='c.png'> ",
        "{{< a >}}![b](c.png) ",
    ],
)
def test_hostile_pages_take_no_time(linear, part: str) -> None:
    linear(lambda size: violations(RULE, part * size), 300)


def test_many_definitions_take_no_time(linear) -> None:
    linear(lambda size: violations(RULE, "".join(f"[{n}]: {n}.png\n" for n in range(size))), 300)


def test_pages_beside_the_content_do_not_decide_for_it() -> None:
    """They are read as a code host shows them; the site's own pages as its generator makes them."""
    page = "<img src='../../img/mill.png'>\n"
    files = {"mkdocs.yml": "", "README.md": page, "docs/img/mill.png": "", "docs/x/a.md": page}
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder).resolve() / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        ground = Disk(Sites(str(Path(folder).resolve())), dict(files))
        facts = {name: RULE.collect(Document(name, page)) for name in ("README.md", "docs/x/a.md")}
        assert list(RULE.check_project(Project(facts, RULE.collect, ground))) == []
