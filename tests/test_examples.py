"""The example sites, through the command as a user runs it, held against reports that were read.

To accept new reports after reading them: GOLDEN=write pytest tests/test_examples.py
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
CONFIG = "--config=contentlint.yaml"
STYLE = "--config=typography/contentlint.yaml"


def run(folder: Path, *words: str, code: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "contentlint", *words],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A copy, so that repairs leave the project alone."""
    return Path(shutil.copytree(ROOT / "examples", tmp_path / "examples"))


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_the_broken_site(examples: Path, form: str) -> None:
    words = ["check", "--no-cache", CONFIG, "--format", form, "broken-site"]
    report = run(examples, *words, code=1)
    assert_golden(f"broken-site.{form}.txt", re.sub(r"\d+\.\d s\b", "0.0 s", report))


@pytest.mark.parametrize("form", ["text", "concise"])
def test_house_styles(examples: Path, form: str) -> None:
    words = ["check", "--no-cache", STYLE, "--format", form, "typography"]
    report = run(examples, *words, code=0)
    assert_golden(f"typography.{form}.txt", re.sub(r"\d+\.\d s\b", "0.0 s", report))


def _shown(examples: Path, config: str, site: str) -> set[str]:
    words = ["check", "--no-cache", config, "--format", "json", "--fail-on", "never", site]
    report = json.loads(run(examples, *words, code=0))
    return {one["rule"] for one in report["diagnostics"]}


def test_every_kind_of_damage_is_shown(examples: Path) -> None:
    listed = json.loads(run(examples, "rules", "--format", "json", code=0))
    names = {rule["name"] for rule in (listed if isinstance(listed, list) else listed["rules"])}
    shown = _shown(examples, CONFIG, "broken-site") | _shown(examples, STYLE, "typography")
    assert shown == names


def test_repairing_the_broken_site(examples: Path) -> None:
    run(examples, "check", "--no-cache", CONFIG, "--fix", "--quiet", "broken-site", code=1)
    pages = sorted((examples / "broken-site").rglob("*.md"))
    shown = [
        f"==> {page.relative_to(examples).as_posix()}\n{page.read_bytes().decode()}"
        for page in pages
    ]
    assert_golden("broken-site.fixed.txt", "\n".join(shown).replace("\r\n", "␍\n"))
    before = [page.read_bytes() for page in pages]
    run(examples, "check", "--no-cache", CONFIG, "--fix", "--quiet", "broken-site", code=1)
    assert [page.read_bytes() for page in pages] == before


def test_the_clean_site(examples: Path) -> None:
    report = run(examples, "check", "--no-cache", CONFIG, "clean-site", code=0)
    assert re.fullmatch(r"5 files, no problems, \d+\.\d s\n", report)


def test_the_clean_site_is_left_alone(examples: Path) -> None:
    pages = sorted((examples / "clean-site").rglob("*.md*"))
    before = [page.read_bytes() for page in pages]
    run(examples, "check", "--no-cache", CONFIG, "--fix", "--unsafe-fixes", "clean-site", code=0)
    assert [page.read_bytes() for page in pages] == before
