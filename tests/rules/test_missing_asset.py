"""Files that a field of the type path names."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.missing_asset import MissingAsset

RULE = MissingAsset(
    fields={
        "cover": {"type": ["path", "boolean"]},
        "files": {"type": "list", "items": "path"},
        "seo": {"type": "mapping", "fields": {"image": "path"}},
        "other": "string",
    }
)
FILES = {
    "hugo.toml": 'baseURL = "https://mill.example/site/"\n',
    "static/img/mill.png": "",
    "assets/wheel.svg": "",
    "content/mill/Stone.jpg": "",
    "content/dam.md": "---\ntitle: Dam\n---\n",
}
PATH = "content/mill/index.md"


@pytest.mark.parametrize(
    "lines",
    [
        "cover: /img/mill.png",
        "cover: img/mill.png",
        "cover: wheel.svg",
        "cover: /site/img/mill.png",
        "cover: img/mill.png?v=2",
        "cover: Stone.jpg",
        "cover: ./Stone.jpg",
        "cover: ../dam.md",
        "cover: https://other.example/x.png",
        "cover: //other.example/x.png",
        'cover: "{{ .Cover }}"',
        "cover: data:image/png;base64,AAAA",
        "cover: false",
        "cover:",
        'cover: ""',
        "files: [Stone.jpg, /img/mill.png]",
        "other: nothing.png",
        "cover: ~/images/none.png",
    ],
)
def test_what_is_there_or_elsewhere(lines: str) -> None:
    assert_flags(RULE, f"---\n{lines}\n---\n", path=PATH, files=FILES)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("cover: ⟦none.png⟧", "There is no file “none.png”"),
        ("cover: ⟦/none/none.png⟧", "There is no file “/none/none.png”"),
        ("cover: ⟦/other/mill.png⟧", "perhaps “../../static/img/mill.png” is meant"),
        ("files: [Stone.jpg, ⟦none.pdf⟧]", "There is no file “none.pdf”"),
        ("seo:\n  image: ⟦none.png⟧", "There is no file “none.png”"),
    ],
)
def test_what_is_missing(lines: str, words: str) -> None:
    (violation,) = assert_flags(RULE, f"---\n{lines}\n---\n", path=PATH, files=FILES)
    assert words in violation.message
    assert violation.fix is None


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("stone.jpg", "Stone.jpg"),
        ('"./STONE.jpg"', '"./Stone.jpg"'),
        ("'stone.JPG'", "'Stone.jpg'"),
    ],
)
def test_capitals_count(value: str, better: str) -> None:
    (violation,) = assert_flags(
        RULE,
        f"---\n# One\ncover: ⟦{value}⟧\n---\n",
        f"---\n# One\ncover: {better}\n---\n",
        path=PATH,
        files=FILES,
    )
    assert "servers tell capitals apart" in violation.message


def test_a_schema_may_say_it() -> None:
    rule = MissingAsset(schema={"properties": {"cover": {"format": "x-path"}}})
    assert_flags(rule, "---\ncover: ⟦none.png⟧\n---\n", path=PATH, files=FILES)


def test_a_site_without_a_generator_has_files_too() -> None:
    files = {"img/a.png": ""}
    assert_flags(RULE, "---\nfiles: [img/a.png, ⟦img/b.png⟧]\n---\n", path="a.md", files=files)
