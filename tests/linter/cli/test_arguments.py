import pytest
from typer.testing import CliRunner

from contentlint.cli import app as module
from contentlint.cli.arguments import Format, Level, Wish, asked, quick

PLAIN = [
    [],
    ["a.md", "b"],
    ["-"],
    ["--fix", "--unsafe-fixes", "--diff", "a"],
    ["--select", "a,b", "--select=c", "--ignore", "d"],
    ["-f", "json", "-o", "x", "-q", "-j", "2"],
    ["--format=sarif", "--fail-on", "never", "--max-findings", "0"],
    ["--config", "c.yaml", "--no-config", "--no-cache", "--statistics", "--show-fixes"],
    ["--stdin-filename", "x.mdx", "-"],
    ["--output-file=-x"],
    [
        "--online",
        "--allow",
        "a:80",
        "--allow=10.0.0.0/8",
        "--endpoint=doi=http://a",
        "--budget",
        "9",
    ],
]


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_line_is_read_as_typer_reads_it(words, monkeypatch):
    wishes = []
    monkeypatch.setattr(module.check, "run", lambda wish: wishes.append(wish) or 0)
    result = CliRunner().invoke(module.app, ["check", *words])
    assert result.exit_code == 0, result.output
    (slow,) = wishes
    fast = quick(words)
    assert fast is not None
    for option in asked():
        name = option.field.name
        assert (getattr(fast, name) or None) == (getattr(slow, name) or None), name


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["-h"],
        ["--nope"],
        ["--"],
        ["-qf", "json"],
        ["--fix=yes"],
        ["--format"],
        ["--format", "nope"],
        ["--format", "--fix"],
        ["--jobs", "x"],
        ["--jobs=-1"],
        ["--max-findings", "-1"],
        ["--paths", "x"],
        ["--fail-on", "fatal"],
    ],
    ids=" ".join,
)
def test_any_other_line_is_left_to_typer(words):
    assert quick(words) is None


def test_values_have_their_types():
    wish = quick(["-f", "github", "--fail-on=info", "-j", "3", "a"])
    assert wish == Wish(paths=["a"], format=Format.github, fail_on=Level.info, jobs=3)


def test_names_may_be_separated_by_commas():
    wish = Wish(select=["a, b", "c,"], ignore=None)
    assert (wish.selected, wish.ignored) == (["a", "b", "c"], [])


def test_formats_are_those_of_the_reporters():
    from contentlint.reporters import FORMATS

    assert tuple(Format) == FORMATS
