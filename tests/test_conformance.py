"""The suite of another linter is read as its author means it, and counted honestly."""

from pathlib import Path

import pytest
import report
import suite
from differences import DIFFERENCES, Difference
from mapping import TABLE, Row
from suite import Finding, Page, SuiteError, expected, head, names_in, page, pages
from tools import contentlint, missing

from contentlint import Span, Violation

NAMES = {
    "MD001": frozenset({"MD001"}),
    "MD011": frozenset({"MD011"}),
    "NO-REVERSED-LINKS": frozenset({"MD011"}),
    "LINKS": frozenset({"MD011", "MD042"}),
    "MD042": frozenset({"MD042"}),
}


def on(text: str) -> list[str]:
    """Return for each line the rules that are on, by their last digits."""
    return [
        " ".join(sorted(rule[-2:] for rule in rules)) for rules in page("a.md", text, NAMES).on[1:]
    ]


def test_markers_name_a_line() -> None:
    text = (
        "a {MD001} {MD002:7}\r\nb {MD003:+1} {MD004:-1}\rc {MD1} {MD001} {MD001}\n{md005} {MD006:}"
    )
    assert expected(text) == {
        Finding("MD001", 1),
        Finding("MD002", 7),
        Finding("MD003", 3),
        Finding("MD004", 1),
        Finding("MD1", 3),
        Finding("MD001", 3),
    }


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\na: b\n---\n\nText\n", "Text\n"),
        ("---\r\na: b\r\n---\r\nText\r\n", "Text\r\n"),
        ("+++\na = 1\n+++\nText\n", "Text\n"),
        ('{\n"a": 1\n}\nText\n', "Text\n"),
        ("---\na: b\n\nText\n", "---\na: b\n\nText\n"),
        ("Text\n\n---\na: b\n---\n", "Text\n\n---\na: b\n---\n"),
    ],
)
def test_front_matter_is_what_markdownlint_takes_for_it(text: str, body: str) -> None:
    assert text[head(text) :] == body


def test_all_rules_are_on() -> None:
    assert on("a\nb") == ["01 11 42", "01 11 42"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a\n<!-- markdownlint-disable MD011 -->\nb", ["01 11 42", "01 42", "01 42"]),
        ("<!-- markdownlint-disable links -->\n", ["01", "01"]),
        ("<!-- Markdownlint-Disable No-Reversed-Links MD001 -->", ["42"]),
        ("<!-- markdownlint-disable -->\n<!-- markdownlint-enable MD042 -->", ["", "42"]),
        ("a\n<!-- markdownlint-disable-file MD001 -->", ["11 42", "11 42"]),
        ("a <!-- markdownlint-disable-line MD001 -->\nb", ["11 42", "01 11 42"]),
        ("<!-- markdownlint-disable-next-line MD001 -->\nb\nc", ["01 11 42", "11 42", "01 11 42"]),
        (
            "<!-- markdownlint-capture --><!-- markdownlint-disable -->\n"
            "<!-- markdownlint-restore -->",
            ["", "01 11 42"],
        ),
        ("<!-- markdownlint-disable-file MD001 --> <!-- markdownlint-restore -->", ["11 42"]),
        ("<!-- markdownlint-disable MD001\n-->", ["01 11 42", "01 11 42"]),
        ("<!-- markdownlint-disabled MD001 -->", ["01 11 42"]),
        ("<!-- markdownlint-disable-next-line -->", ["01 11 42"]),
        ("---\na: b\n---\nb <!-- markdownlint-disable-line MD001 -->", ["", "", "", "11 42"]),
        ("---\n# <!-- markdownlint-disable -->\na: b\n---\nb", ["", "", "", "", "01 11 42"]),
    ],
)
def test_comments_switch_rules(text: str, states: list[str]) -> None:
    assert on(text) == states


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ('{"default": false, "MD001": true}', ["01"]),
        ('{"Links": false}', ["01"]),
        ('{"MD001": {"enabled": false}}', ["11 42"]),
        ('{"default": false, "MD001": {}}', ["01"]),
        ('{"MD001": "warning", "MD042": null}', ["01 11"]),
        ("{no JSON}", ["01 11 42"]),
    ],
)
def test_a_page_configures_rules(said: str, states: list[str]) -> None:
    assert on(f"<!-- markdownlint-configure-file {said} -->") == states


def test_a_page_configures_options() -> None:
    text = (
        'a\n<!-- markdownlint-configure-file {\n"no-reversed-links": {"severity": "error", "b": 1}}'
        '\n-->\n<!-- markdownlint-configure-file {"MD001": {"c": 2}} -->'
    )
    assert page("a.md", text, NAMES).settings == {"MD011": {"b": 1}, "MD001": {"c": 2}}


def test_lines_are_those_of_the_suite() -> None:
    one = Page("a.md", "ab\rcd\r\nef\n", frozenset(), {}, ())
    assert [one.line_at(offset) for offset in (0, 2, 3, 5, 7, 10)] == [1, 1, 2, 2, 3, 4]
    assert [one.line(number) for number in (0, 1, 2, 3, 4, 5)] == ["", "ab", "cd", "ef", "", ""]


PAGE = """A (reversed)[https://mill.example/] link {MD011} and
([another](https://mill.example/)) that is sound

(silenced)[https://mill.example/] <!-- markdownlint-disable-line MD011 -->

not reversed, they say: {MD011}
(reversed)[https://mill.example/b], and nobody expects it
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "doc").mkdir()
    (tmp_path / "test").mkdir()
    (tmp_path / "doc" / "md011.md").write_text(
        "# `MD011` - Reversed link syntax\n\nTags: `links`\n\nAliases: `no-reversed-links`\n"
    )
    (tmp_path / "doc" / "Rules.md").write_text("# Rules\n\nTags: `none`\n")
    (tmp_path / "test" / "page.md").write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    (tmp_path / "package.json").write_text('{"version": "9.9.9"}')
    return tmp_path


def test_a_checkout_is_read(checkout: Path) -> None:
    rules = frozenset({"MD011"})
    assert names_in(checkout) == {"MD011": rules, "LINKS": rules, "NO-REVERSED-LINKS": rules}
    (one,) = pages(checkout)
    assert one.text == PAGE
    assert one.expected == {Finding("MD011", 1), Finding("MD011", 6)}
    assert not one.is_on(Finding("MD011", 4))
    assert suite.release(checkout) == "v9.9.9"


def test_what_is_no_checkout_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SuiteError, match=r"no checkout of markdownlint"):
        pages(tmp_path)
    monkeypatch.delenv("MARKDOWNLINT", raising=False)
    monkeypatch.setattr(suite, "CACHE", tmp_path / "new")
    monkeypatch.setattr(suite, "REPOSITORY", str(tmp_path / "nowhere"))
    with pytest.raises(SuiteError, match=r"(?s)could not be cloned: .+MARKDOWNLINT=folder"):
        suite.folder()
    monkeypatch.setenv("MARKDOWNLINT", str(tmp_path))
    assert suite.folder() == tmp_path


def test_agreement_is_counted(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pages(checkout)
    found = contentlint(read, [])
    assert {one.line for one in found["page.md"] if one.rule == "MD011"} == {1, 4, 7}
    plain = report.compared(read, found)
    tally = plain.tallies["MD011"]
    assert (tally.expected, tally.found, tally.agreed, tally.less, tally.more) == (2, 2, 1, 0, 0)
    assert (tally.recall, tally.precision) == (0.5, 0.5)
    meant = (
        Difference(("MD011",), "It is the other side that has more.", more=True, text="they say"),
        Difference(("MD011",), "It is another page.", pages="other.md"),
        Difference(("MD011",), "It is another line.", lines=(5,)),
        Difference(("MD042",), "It is another rule."),
        Difference(("MD011",), "It is elsewhere.", where=lambda page, finding: False),
        Difference(("MD011",), "They say so themselves.", pages="p*.md", text="they say"),
        Difference(("MD011",), "It is reversed.", more=True, lines=(7,)),
        Difference(("MD011",), "Never used.", more=True, lines=(1,)),
    )
    monkeypatch.setattr(report, "DIFFERENCES", meant)
    result = report.compared(read, found)
    tally = result.tallies["MD011"]
    assert (tally.agreed, tally.less, tally.more) == (1, 1, 1)
    assert (tally.recall, tally.precision, tally.raw) == (1.0, 1.0, (0.5, 0.5))
    told = list(report.differences(result))
    assert [line.endswith("(1)") for line in told[1:]] == [False] * 5 + [True, True, False]
    assert "none: take it out" in told[1]
    assert len(list(report.details(plain))) == 3
    assert len(list(report.details(result))) == 1


def test_a_rule_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row("MD999", ("no-such-rule", "malformed-link"))
    assert missing(row) == ["no rule “no-such-rule”"]
    row = Row("MD999", ("malformed-link",), lambda _: {"no_such_option": 1})
    assert missing(row) == ["no option “no_such_option”"]
    monkeypatch.setattr(report, "TABLE", (row,))
    monkeypatch.setattr("tools.TABLE", (row,))
    nothing = report.compared([], {})
    assert "not yet: no option" in list(report.table(nothing, nothing))[1]


def test_a_rule_that_breaks_is_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row("MD042", ("malformed-link",), lines=lambda page, violation: 1 // 0)
    monkeypatch.setattr("tools.TABLE", (row,))
    crashes: list[str] = []
    assert contentlint(pages(checkout), crashes) == {"page.md": frozenset()}
    assert [crash[:40] for crash in crashes] == ["MD042 broke on page.md: ZeroDivisionErro"]


def test_options_are_taken_over() -> None:
    rows = {row.rule: row for row in TABLE}
    assert rows["MD033"].options({"allowed_elements": ["b"]}) == {
        "allowed": ("b",),
        "allowed_in_tables": None,
    }
    assert rows["MD026"].options({"punctuation": 10}) == rows["MD026"].options({})
    assert rows["MD024"].options({"siblings_only": True}) == {"everywhere": False}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "title"),
        ({"front_matter_title": "^\\s*alternate\\s*="}, "alternate"),
        ({"front_matter_title": '^\\s*"name"\\s*:'}, "name"),
        ({"front_matter_title": ""}, ""),
        ({"front_matter_title": 10}, "title"),
    ],
)
def test_the_field_of_the_title(said: dict[str, object], field: str) -> None:
    rows = {row.rule: row for row in TABLE}
    assert rows["MD041"].options(said)["front_matter_title"] == field
    assert rows["MD025"].options(said) == {
        "level": 1,
        "front_matter_title": field,
        "title_shown": True if field else None,
    }


def test_options_that_are_read_otherwise() -> None:
    rows = {row.rule: row for row in TABLE}
    assert rows["MD041"].options({"level": 2, "allow_preamble": True})["preamble"] is True
    assert rows["MD041"].options({"level": 2})["level"] == 2
    assert rows["MD031"].options({"list_items": False})["in_lists"] is False
    assert rows["MD051"].options({"ignored_pattern": "^a|^b$|c"})["ignored"] == ("a*", "b", "*c*")
    assert rows["MD051"].options({"ignored_pattern": 1})["ignored"] == ()
    assert rows["MD059"].options({"prohibited_texts": ["a"]}) == {"prohibited": ("a",)}
    assert rows["MD059"].options({"prohibited_texts": []}) == {"prohibited": ("",)}
    assert rows["MD059"].options({"prohibited_texts": 1}) == rows["MD059"].options({})


def test_only_what_means_the_same_is_compared() -> None:
    row = Row("MD011", ("malformed-link",), said="order", text="^[^#]")
    read = page("a.md", "a\n# b\n", NAMES)
    assert list(row.findings(read, Violation(Span(0, 1), "wrong order"))) == [Finding("MD011", 1)]
    assert list(row.findings(read, Violation(Span(0, 1), "a blank"))) == []
    assert list(row.findings(read, Violation(Span(2, 3), "wrong order"))) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("* a\nb*", [1]),
        ("*a\nb *", [2]),
        ("** a\nb ** ", [1, 2]),
        ("*a\nb*", [1]),
        ("[ a\nb](c)", [1]),
        ("[\n a](b)", [2]),
        ("[a \n](b)", [1]),
        ("[a\n ][b]", [2]),
        ("[ \na\n ]", [1, 3]),
        ("a", [1]),
    ],
)
def test_the_line_is_that_of_the_blank(text: str, lines: list[int]) -> None:
    row = next(row for row in TABLE if row.rule == "MD037")
    found = row.findings(page("a.md", text, NAMES), Violation(Span(0, len(text)), "a"))
    assert [one.line for one in found] == lines


EXCUSED = [
    ("MD001", False, "---\ntitle: a\n---\n\n⟦### b⟧\n", True),
    ("MD001", False, "# a\n\n⟦### b⟧\n", False),
    ("MD011", False, "⟦(a)[b]⟧\n", True),
    ("MD011", False, "⟦(a)[https://mill.example/]⟧\n", False),
    ("MD022", True, "⟦# a⟧\nb\n\n<!-- markdownlint-configure-file {'MD022': {}} -->", False),
    (
        "MD022",
        True,
        '⟦# a⟧\n<!-- markdownlint-configure-file {"MD022": {"lines_below": 0}} -->',
        True,
    ),
    ("MD022", False, "⟦# a⟧\n# b {MD022}\n", True),
    ("MD022", False, "⟦# a⟧\n\n# b {MD022}\n", False),
    ("MD022", False, "⟦# a⟧\nb\n", False),
    ("MD025", True, "a\n\n# b\n\n⟦# c⟧\n", True),
    ("MD025", True, "<!-- a -->\n\nb\n=\n\n⟦# c⟧\n", False),
    ("MD025", True, "# b\n\n⟦# c⟧\n", False),
    ("MD028", False, "> a\n⟦⟧\n\n> b\n", False),
    ("MD028", False, "> a\n\n⟦⟧\n> b\n", True),
    ("MD037", False, "a *b {MD037}\n⟦c * d⟧\n", True),
    ("MD037", False, "a *b {MD037}\nc * d\n⟦e⟧\n", False),
    ("MD037", False, "a *b {MD037}\n\n⟦c * d⟧\n", False),
    ("MD037", False, "a ⟦* b *⟧ c\n", True),
    ("MD037", False, "a ⟦* b c *⟧ d\n", False),
    ("MD051", False, '⟦[a](#b)⟧ <p name="b">\n', True),
    ("MD051", False, '⟦[a](#b)⟧ <p name="c">\n', False),
    ("MD051", False, "⟦[a](#b)⟧\n\n{#b}\n", True),
    ("MD058", False, "⟦| a |⟧\n:::\n", True),
    ("MD058", False, "⟦| a |⟧\n\n:::\n", False),
]


@pytest.mark.parametrize(("rule", "more", "marked", "meant"), EXCUSED)
def test_what_a_difference_is_about(rule: str, more: bool, marked: str, meant: bool) -> None:
    number = marked[: marked.index("⟦")].count("\n") + 1
    read = page("a.md", marked.replace("⟦", "").replace("⟧", ""), {rule: frozenset({rule})})
    finding = Finding(rule, number)
    assert any(one.excuses(read, finding, more=more) for one in DIFFERENCES) == meant


def test_the_table_has_a_row_for_each_rule() -> None:
    assert len({row.rule for row in TABLE}) == len(TABLE) == 26
