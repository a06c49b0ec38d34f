"""What the README says is so."""

import re
import tomllib
from pathlib import Path

import pytest

from contentlint import check_text, fix_text
from contentlint.config import load
from contentlint.registry import installed

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_rules_is_that_of_the_rules() -> None:
    rows = dict(re.findall(r"(?m)^\| `([a-z-]+)` \| (.+) \|$", README))
    assert rows == {name: rule.summary() for name, rule in installed().items()}


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["pdf"]]
    wanted = {re.split(r"[^\w-]", name)[0].lower() for name in needed}
    table = README.partition("| package | why |")[2].partition("\n\n")[0]
    rows = re.findall(r"(?m)^\| (\w[^|]+) \| [^|]+ \|$", table)
    assert {name.lower() for row in rows for name in row.split(", ")} == wanted


@pytest.mark.parametrize("block", re.findall(r"(?s)```yaml\n(paths:.*?)```", README))
def test_the_settings_shown_are_sound(block: str, tmp_path: Path) -> None:
    file = tmp_path / "contentlint.yaml"
    file.write_text(block, encoding="utf-8")
    config = load(installed(), file)
    (rule,) = (
        one.rule
        for one in config.rules_for(str(tmp_path / "content/fr/a.md"))
        if one.rule.name == "reading-time"
    )
    assert rule.wpm == 195  # type: ignore[attr-defined]


def test_the_program_shown_runs() -> None:
    text = "Some text [cite: 1]."
    assert [one.rule for one in check_text(text)] == ["citation-marker"]
    assert fix_text(text).text == "Some text."
