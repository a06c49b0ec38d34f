"""What the rule table-columns flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Document, Example, Severity
from contentlint.proof import objection
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup import _parsers
from contentlint_rules.markup.table_columns import TableColumns

RULE = TableColumns()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed, path=example.path)


HEAD = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        (HEAD + "| c | d |⟦ e |⟧\n", Severity.ERROR),
        (HEAD + "| c | d |⟦ e | f⟧\n", Severity.ERROR),
        (HEAD + "c | d |⟦ e⟧\n", Severity.ERROR),
        (HEAD + "| c | d |⟦ |⟧\n", Severity.INFO),
        (HEAD + "⟦| c |⟧\n", Severity.INFO),
        (HEAD + "| c | d |\n⟦e⟧ | \n".replace("⟦e⟧ | ", "⟦e |⟧"), Severity.INFO),
        ("> | a | b |\n> | - | - |\n> | c | d |⟦ e |⟧\n", Severity.ERROR),
        (HEAD.replace("\n", "\r\n") + "| c | d |⟦ e |⟧\r\n", Severity.ERROR),
    ],
)
def test_rows(marked: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked)
    assert found.level is level


def test_a_bar_in_code_is_explained() -> None:
    (found,) = violations(RULE, HEAD + "| `c | d` | e |\n")
    assert found.message.endswith("for “|” in code write “\\|”")
    (found,) = violations(RULE, HEAD + "| c | d | e |\n")
    assert "in code" not in found.message


@pytest.mark.parametrize(
    ("row", "fixed"),
    [
        ("| `c | d` |⟦ e |⟧", "| `c \\| d` | e |"),
        ("| ``c | ` |⟦ d`` | e |⟧", "| ``c \\| ` \\| d`` | e |"),
        ("| `c` | `d|⟦e` |⟧", "| `c` | `d\\|e` |"),
        ("| `c | d` |⟦ e | f |⟧", None),
    ],
)
def test_bars_in_code(row: str, fixed: str | None) -> None:
    """Certain where the parser splits code (MDX), or the author has escaped one elsewhere."""
    text, good = f"{HEAD}{row}\n", fixed and f"{HEAD}{fixed}\n"
    assert_flags(RULE, text)
    assert_flags(RULE, text, good, path="page.mdx")
    assert_flags(RULE, text, good, least=Applicability.UNSAFE)
    shown = f"\n{HEAD}| `g \\| h` | i |\n"
    assert_flags(RULE, text + shown, good and good + shown)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| c \\| d | e |\n",
        HEAD + "| `c \\| d` | e |\n",
        HEAD + "| c | |\n|  |  |\n",
        "a | b\n- | -\nc | d\n\ne | f | g\n",
        "```\n" + HEAD + "| c | d | e |\n```\n",
        "| a |\n| - |\n| c |\n",
        "a || b and c | d\n\n---\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_some_parsers_read_code_before_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsers, "parser", lambda _: "kramdown-gfm")
    (found,) = violations(RULE, HEAD + "| `c | d` | e |\n")
    assert found.fix is None


@pytest.mark.parametrize(
    ("rows", "fixed"),
    [
        ("⟦| c | d\ne |⟧\n", "| c | d e |\n"),
        ("⟦| c\n| d |⟧\n", "| c | d |\n"),
        ("⟦| c | d\ne\nf |⟧\n| g | h |\n", "| c | d e f |\n| g | h |\n"),
        ("| c | d\n| e | f |\n", None),
        ("| c | d\ne | f |\n", None),
    ],
)
def test_rows_in_several_lines(rows: str, fixed: str | None) -> None:
    good = fixed and HEAD + fixed
    assert_flags(RULE, HEAD + rows, good, least=Applicability.UNSAFE)
    assert_flags(RULE, HEAD + rows)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (HEAD + "| c | d |\n⟦Text.⟧\nMore.\n", HEAD + "| c | d |\n\nText.\nMore.\n"),
        ("> a | b\n> - | -\n> ⟦Text⟧\n", "> a | b\n> - | -\n> \n> Text\n"),
        (HEAD + "| c | d |\n{: .wide}\n", None),
        (HEAD + "| c | d |\n:::\n", None),
        (HEAD + "| c | d |\n\nText.\n", None),
        (HEAD + "| c | d |\n# Text\n", None),
    ],
)
def test_text_below_a_table(marked: str, fixed: str | None) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    for found in assert_flags(RULE, marked, fixed):
        assert found.fix
        assert objection(Document("page.md", text), found.fix, RULE.changes) is None


@pytest.mark.parametrize("piece", ["|", "| a ", "|-", HEAD, "\n|:-"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, "| a |\n| - |\n" + piece * size), 500)
