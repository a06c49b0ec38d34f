"""The public names: all there, and none costs anything before it is asked for."""

import subprocess
import sys

import pytest

import contentlint


@pytest.mark.parametrize("name", contentlint.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(contentlint, name) is not None


def test_there_are_no_others() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = contentlint.lint  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (["--version"], ["typer", "dataclasses", "yaml", "pyromark", "pathlib"]),
        (
            ["check", "--no-cache", "--no-config", "-"],
            ["typer", "rich", "httpx", "jsonschema", "mistune", "frontmatter", "sqlite3", "yaml"],
        ),
    ],
)
def test_nothing_is_imported_before_it_is_needed(words: list[str], absent: list[str]) -> None:
    code = (
        "import sys; before = set(sys.modules); from contentlint.cli import main\n"
        f"sys.argv = ['contentlint', *{words!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {absent!r} if name in sys.modules and name not in before])"
    )
    done = subprocess.run(
        [sys.executable, "-E", "-c", code],
        input="Some text.\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]", done
