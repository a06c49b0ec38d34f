"""What the rule missing-table-line flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup import _parsers
from contentlint_rules.markup.missing_table_line import MissingTableLine

RULE = MissingTableLine()
UNSAFE = Applicability.UNSAFE


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good or "", fixed)


@pytest.mark.parametrize(
    ("marked", "fixed", "level"),
    [
        (
            "⟦| a | b |⟧\n| c | d |\n",
            "| a | b |\n| --- | --- |\n| c | d |\n",
            Severity.WARNING,
        ),
        (
            "> ⟦| a | b |⟧\r\n> | c | d |\r\n",
            "> | a | b |\r\n> | --- | --- |\r\n> | c | d |\r\n",
            Severity.WARNING,
        ),
        ("a line\n⟦| a | b |⟧\n| c | d |\n", None, Severity.WARNING),
        (
            "⟦| - | - |⟧\n| c | d |\n",
            "|  |  |\n| - | - |\n| c | d |\n",
            Severity.WARNING,
        ),
        ("a line\n⟦| - | - |⟧\n| c | d |\n", None, Severity.ERROR),
        (
            "| a | b | c |\n⟦| --- | :-: |⟧\n| c | d | e |\n",
            "| a | b | c |\n| --- | :-: | --- |\n| c | d | e |\n",
            Severity.ERROR,
        ),
        (
            "| a | b |\n⟦| --- | --- | --- |⟧\n| c | d |\n",
            "| a | b |\n| --- | --- |\n| c | d |\n",
            Severity.ERROR,
        ),
        ("| a | b |\n⟦| --- | --- | --- |⟧\n| c | d | e |\n", None, Severity.ERROR),
        (
            "| a | b |\n⟦| :–– | —: |⟧\n| c | d |\n",
            "| a | b |\n| :--- | ---: |\n| c | d |\n",
            Severity.ERROR,
        ),
        (
            "| a | b |\n\n⟦| - | - |⟧\n| c | d |\n",
            "| a | b |\n| - | - |\n| c | d |\n",
            Severity.ERROR,
        ),
        (
            "- text\n\n  ⟦| a | b |⟧\n  | c | d |\n",
            "- text\n\n  | a | b |\n  | --- | --- |\n  | c | d |\n",
            Severity.WARNING,
        ),
    ],
)
def test_no_tables(marked: str, fixed: str | None, level: Severity) -> None:
    (found,) = assert_flags(RULE, marked, fixed, least=UNSAFE)
    assert found.level is level


def test_what_is_safe() -> None:
    """A line that is not there might be meant not to be; one that disagrees with all is wrong."""
    for text, sure in (
        ("| a | b |\n| c | d |\n", UNSAFE),
        ("| - | - |\n| c | d |\n", UNSAFE),
        ("| a | b |\n| --- | --- | --- |\n", UNSAFE),
        ("| a | b |\n| --- | --- | --- |\n| c | d |\n", Applicability.SAFE),
    ):
        (found,) = violations(RULE, text)
        assert found.fix
        assert found.fix.applicability is sure


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| - | - |\n| c | d |\n",
        "| a | b |\r\n| - | - |\r\n| c | d |\r\n",
        "text\n| a | b |\n| - | - |\n| c | d |\n",
        "- | a | b |\n  | - | - |\n  | c | d |\n",
        "> | a | b |\n> | - | - |\n> | c | d |\n",
        "| a | b |\n| - | - |\n| c | d | e |\n| f |\n",
        "| a | b | c |\n| d | e |\n",
        "| a |\n| b |\n",
        "|   |   |\n|   |   |\n",
        "| a | b |\n",
        "```\n| a | b |\n| c | d |\n```\n",
        "    | a | b |\n    | c | d |\n",
        "<pre>\n| a | b |\n| c | d |\n</pre>\n",
        "<!--\n| a | b |\n\n| - | - |\n-->\n",
        "| a | b |\n\n| - | - | - |\n",
        "---\nx: |\n  | a | b |\n  | c | d |\n---\ntext\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_kramdown_takes_rows_without_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsers, "parser", lambda _: "kramdown-gfm")
    assert_flags(RULE, "| a | b |\n| c | d |\n")
    assert_flags(RULE, "| - | - |\n| c | d |\n")


@pytest.mark.parametrize("name", ["kramdown", "python-markdown"])
def test_some_parsers_want_a_blank_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsers, "parser", lambda _: name)
    table = "| a | b |\n| - | - |\n| c | d |\n"
    assert_flags(RULE, f"text\n⟦⟧{table}", f"text\n\n{table}")
    assert_flags(RULE, f"text\n\n{table}")
    assert_flags(RULE, table)


@pytest.mark.parametrize("piece", ["|", "| a ", "|-", "| a | b |\n", "| a |\n|\n", "|\n\n|-|\n"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
