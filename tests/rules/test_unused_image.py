"""Images that no page shows."""

import json
from pathlib import Path

import pytest

from contentlint.cli import main
from contentlint.testing import assert_flags
from contentlint_rules.links.unused_image import UnusedImage

RULE = UnusedImage()


@pytest.mark.parametrize(
    "mention",
    [
        "![a](wheel.svg)",
        "![a](img/wheel.svg#only-dark)",
        '<img src="/img/WHEEL.svg?v=2">',
        "---\nimage: wheel\n---\n",
        '{{< figure src="wheel.png" >}}',
        "![a](wheel@2x.png)",
        "![a](/big%20wheel.svg)",
    ],
)
def test_a_name_in_any_text_is_a_use(mention: str) -> None:
    for name in ("docs/page.md", "layouts/a.html", "data/a.yaml"):
        assert_flags(
            RULE, "<svg/>\n", path="docs/wheel.svg", files={name: mention, "docs/b.md": ""}
        )


@pytest.mark.parametrize(
    "name", ["docs/wheel.svg", "docs/img/wheel-800x600.svg", "docs/a wheel.svg"]
)
def test_a_name_in_none_is_flagged(name: str) -> None:
    (found,) = assert_flags(
        RULE, "⟦⟧<svg/>\n", path=name, files={"docs/b.md": "![a](wheels.svg) wh eel"}
    )
    assert Path(name).name in found.message


@pytest.mark.parametrize(
    "name", ["docs/favicon.svg", "docs/cover.svg", "docs/fr.svg", "other/wheel.svg"]
)
def test_what_themes_ask_for_and_what_is_outside_stays(name: str) -> None:
    assert_flags(RULE, "<svg/>\n", path=name, files={"docs/b.md": "", "mkdocs.yml": ""})


def test_parts_of_paths_can_be_left_alone() -> None:
    rule = UnusedImage(ignored=("/old/",))
    assert_flags(rule, "<svg/>\n", path="docs/old/wheel.svg", files={"docs/b.md": ""})


@pytest.mark.parametrize("kind", ["text", "concise", "json", "github", "sarif"])
def test_a_file_that_is_no_text_can_be_reported(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.md").write_text("# Mill\n")
    (tmp_path / "wheel.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\xff\xd8")
    monkeypatch.chdir(tmp_path)
    options = ["--no-cache", "--no-config", "--select", "unused-image", "--format", kind]
    monkeypatch.setattr("sys.argv", ["contentlint", "check", *options, "."])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "wheel.png" in shown
    if kind == "json":
        (found,) = json.loads(shown)["diagnostics"]
        assert (found["path"], found["line"], found["column"]) == ("wheel.png", 1, 1)
