"""One key or value changes, in the quotes that are there, and no other byte does."""

import json
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contentlint.fix import Edit, apply
from contentlint.frontmatter import Entry, FrontMatter, proving, second, split
from contentlint.frontmatter.proving import Proof
from contentlint.frontmatter.writing import Wanted, double, is_date, is_plain, wanted
from contentlint.span import Span


def block_of(page: str) -> FrontMatter:
    block = split(page)
    assert block is not None, page
    return block


def page_of(kind: str, text: str) -> str:
    fences = {"yaml": ("---\n", "---\nBody: 1\n"), "toml": ("+++\n", "+++\n"), "json": ("", "\n")}
    before, behind = fences[kind]
    return f"{before}{text}{behind}"


def entry_at(block: FrontMatter, *path: str | int) -> Entry:
    return next(entry for entry in block.entries if entry.path == path)


def changed(page: str, edit: Edit | None) -> str | None:
    """Return the page with an edit made, between its fences; None where there is no edit."""
    if edit is None:
        return None
    text = apply(page, [edit])
    assert text.startswith(page[: edit.span.start])
    assert text.endswith(page[edit.span.end :])
    assert "\n" not in page[edit.span.start : edit.span.end]
    return text


def rewritten(kind: str, text: str, path: Any, value: Any, **how: Any) -> str | None:
    page = page_of(kind, text)
    block = block_of(page)
    steps = path if isinstance(path, tuple) else (path,)
    after = changed(page, block.rewritten(entry_at(block, *steps), value, **how))
    return None if after is None else block_of(after).text


def renamed(kind: str, text: str, path: Any, key: str) -> str | None:
    page = page_of(kind, text)
    block = block_of(page)
    steps = path if isinstance(path, tuple) else (path,)
    after = changed(page, block.renamed(entry_at(block, *steps), key))
    return None if after is None else block_of(after).text


def added(kind: str, text: str, key: str, value: Any, *after: str, **how: Any) -> str | None:
    page = page_of(kind, text)
    new = changed(page, block_of(page).added(key, value, after, **how))
    return None if new is None else block_of(new).text


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: Bread\n", "Rye, and more", "a: Rye, and more\n"),
        ("a: Bread\n", "12 ways: a list", 'a: "12 ways: a list"\n'),
        ("a: Bread  # why\n", "Rye", "a: Rye  # why\n"),
        ("a:   Bread \t\n", "Rye", "a:   Rye \t\n"),
        ("a: 'Bread'\n", "it's", "a: 'it''s'\n"),
        ("a: 'Bread'  # 'why'\n", "Rye", "a: 'Rye'  # 'why'\n"),
        ('a: "Bread"\n', 'say "hi" \\ there', 'a: "say \\"hi\\" \\\\ there"\n'),
        ('a: "Bread"\t# tab\n', "Rye", 'a: "Rye"\t# tab\n'),
        ("a: 'Bread'\n", "two\nlines\ttab", 'a: "two\\nlines\\ttab"\n'),
        ("a: Bread\n", "\x07\x85\u2028", 'a: "\\u0007\\u0085\\u2028"\n'),
        ("a: Bread\n", 'say "hi"', 'a: say "hi"\n'),
        ("a: Bread\n", '"hi"', "a: '\"hi\"'\n"),
        ("a: Bread\n", "C:\\dir", "a: C:\\dir\n"),
        ("a: Bread\n", "- \\", "a: '- \\'\n"),
        ("a: Bread\n", "'\"", 'a: "\'\\""\n'),
        ("a: Bread\n", "", 'a: ""\n'),
        ("a: ''\n", "x", "a: 'x'\n"),
        ("a: Bread\n", "パン 🍞 é", "a: パン 🍞 é\n"),
        ("a: Bread\n", "http://a.test/#b", "a: http://a.test/#b\n"),
        ("a: 'true'\n", True, "a: true\n"),
        ("a: True\n", True, "a: true\n"),
        ("a: x\n", False, "a: false\n"),
        ("a: 8\n", 7, "a: 7\n"),
        ("a: x\n", 0.5, "a: 0.5\n"),
        ("a: x\n", 1e22, "a: 1.0e+22\n"),
        ("a: x\n", 1e-7, "a: 1.0e-07\n"),
        ("a: x\n", -3, "a: -3\n"),
        ("a: x\n", None, "a: null\n"),
        ("a: null\n", "x", "a: x\n"),
        ("a: 5\n", "five", "a: five\n"),
        ("a:\n", "x", "a: x\n"),
        ("a: \n", "x", "a: x\n"),
        ("a:   \n", "x", "a: x  \n"),
        ("a: # why\n", "x", "a: x # why\n"),
        ("a:\r\nb: 1\r\n", "x", "a: x\r\nb: 1\r\n"),
        ("a: y\r\nb: 1\r\n", "x", "a: x\r\nb: 1\r\n"),
        ("b: |\n  Bread\na: y\n", "x", "b: |\n  Bread\na: x\n"),
        ("{a: y, b: 2}\n", "x", "{a: x, b: 2}\n"),
        ("{a: y, b: 2}\n", "x, y", '{a: "x, y", b: 2}\n'),
        ("b: &x 1\na: y\nc: *x\n", "x", "b: &x 1\na: x\nc: *x\n"),
        ("? a\n: z\nb: 1\n", "x", "? a\n: x\nb: 1\n"),
    ],
)
def test_a_value_keeps_its_style_in_yaml(before: str, value: Any, after: str) -> None:
    assert rewritten("yaml", before, "a", value) == after


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "No", "ON", "off", "y", "N", "true", "False", "null", "~", "Null", "nan", ".inf"),
        *("12:30", "12:30:45", "2025-01-01", "2025-01-01 10:00", "2025-1-7", "27/11/2025", "0123"),
        *(
            "089",
            "0o17",
            "0x1F",
            "0b1",
            "1.0",
            "1",
            "-1",
            "+1",
            "1_000",
            "1,000",
            "1e3",
            "12e3",
            ".5",
        ),
        *(
            "1.",
            "-.inf",
            "+.inf",
            "=",
            "<<",
            "-",
            ".",
            "a #b",
            "a: b",
            "a:",
            ":a",
            "- a",
            "? a",
            "#a",
        ),
        *(
            "[a]",
            "{a}",
            "]",
            "}",
            ",a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "'a'",
            '"a"',
        ),
        *(
            " a",
            "a ",
            "\xa0a",
            "a\xa0",
            "a\t#b",
            "a\tb",
            "---",
            "a:\tb",
            "",
            "\ufeffa",
            "3D",
            "a:\xa0b",
        ),
    ],
)
def test_what_is_something_else_without_quotes_is_quoted(text: str) -> None:
    assert not is_plain(text)
    for old in ("a: Bread\n", "a: 1\n", "a:\n", "a: 2025-01-01\n"):
        if old.endswith("01\n") and text == "2025-01-01":
            continue
        after = rewritten("yaml", old, "a", text)
        assert after is not None
        assert after[3] in "\"'"
        assert yaml.safe_load(after) == {"a": text}


@pytest.mark.parametrize(
    "text",
    [
        "Bread",
        "7 ways",
        "a, b",
        "a [b]",
        "C#",
        "a#b",
        "a:b",
        "L'Asie",
        "/a.png",
        "x y  z",
        "été",
        "«a» ?",
        "v1.2",
    ],
)
def test_what_can_only_be_text_needs_no_quotes(text: str) -> None:
    assert is_plain(text)
    assert rewritten("yaml", "a: Bread\n", "a", text) == f"a: {text}\n"


@pytest.mark.parametrize("text", ["a, b", "a]", "{a", "a:b", "a?", "a[0]"])
def test_between_brackets_more_is_quoted(text: str) -> None:
    assert not is_plain(text, in_flow=True)
    assert rewritten("yaml", "a: [b, c]\n", ("a", 1), text) == f'a: [b, "{text}"]\n'


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a:\n  b:\n    c: x # why\n", ("a", "b", "c"), "z", "a:\n  b:\n    c: z # why\n"),
        ("a:\n- x\n- 'y'\n", ("a", 1), "z", "a:\n- x\n- 'z'\n"),
        ("a:\n  - \n  - y\n", ("a", 0), "x", "a:\n  - x\n  - y\n"),
        ("a:\n  - y\n  -\n", ("a", 1), "x", "a:\n  - y\n  - x\n"),
        ("a:\n  - y\n  - \n", ("a", 1), "x", "a:\n  - y\n  - x\n"),
        ("a:\n  - \n", ("a", 0), "x", "a:\n  - x\n"),
        ("a:\n  - # why\nb: 1\n", ("a", 0), "x", "a:\n  - x # why\nb: 1\n"),
        ("a:\n  b:\nc: 1\n", ("a", "b"), "x", "a:\n  b: x\nc: 1\n"),
        ("a: [x,y]\n", ("a", 0), "z", "a: [z,y]\n"),
        ("a: [ 'x', y ] # why\n", ("a", 0), 5, "a: [ 5, y ] # why\n"),
        ("a: {b: x, c: }\n", ("a", "c"), "z", "a: {b: x, c: z}\n"),
        ("a: [{b: x}, y]\n", ("a", 0, "b"), "z", "a: [{b: z}, y]\n"),
        ("a:\n  - b: x\n    c: y\n", ("a", 0, "c"), "z", "a:\n  - b: x\n    c: z\n"),
        (
            "x: &x\n  a: 1\nb: {<<: *x, c: y}\n",
            ("b", "c"),
            "z",
            "x: &x\n  a: 1\nb: {<<: *x, c: z}\n",
        ),
    ],
)
def test_a_value_at_any_depth(before: str, path: Any, value: Any, after: str) -> None:
    assert rewritten("yaml", before, path, value) == after


@pytest.mark.parametrize(
    ("before", "path", "value"),
    [
        ("a: |\n  x\n", "a", "y"),
        ("a: >-\n  x\n", "a", "y"),
        ("a: [x]\n", "a", "y"),
        ("a: {b: x}\n", "a", "y"),
        ("a: one\n  two\n", "a", "y"),
        ("a: 'one\n  two'\n", "a", "y"),
        ('a: "one\n  two"\n', "a", "y"),
        ("a: &x y\n", "a", "z"),
        ("a: &x 'y'\n", "a", "z"),
        ("b: &x y\na: *x\n", "a", "z"),
        ("a: !!str 5\n", "a", "6"),
        ("a: !own x\n", "a", "y"),
        ("a: ! x\n", "a", "y"),
        ("b: &x {a: 1}\nc: *x\n", ("b", "a"), 2),
        ("b: &x {a: 1}\nc: {<<: *x}\n", ("b", "a"), 2),
        ("a: {b}\n", ("a", "b"), "x"),
        ("a: x\n", "a", "\ud800"),
        ("a: x\n", "a", float("nan")),
        ("a: x\n", "a", float("-inf")),
        ("a: x\n", "a", 10**400),
        ("a: x\n", "a", [1]),
        ("a: x\n", "a", {"b": 1}),
        ("a: x\na: y\n", "a", "z"),
        ("a: x\nb: c: d\n", "a", "z"),
    ],
)
def test_what_is_not_certain_stays_as_it_is(before: str, path: Any, value: Any) -> None:
    assert rewritten("yaml", before, path, value) is None


@pytest.mark.parametrize(
    ("kind", "before", "value", "how", "after"),
    [
        ("yaml", "a: 2025-01-07\n", "2025-01-08", {}, "a: 2025-01-08\n"),
        ("yaml", "a: 2025-01-07\n", "2025-01-08T10:00:00Z", {}, "a: 2025-01-08T10:00:00Z\n"),
        ("yaml", "a: 2025-01-07\n", "8 January", {}, "a: 8 January\n"),
        ("yaml", "a: 2025-01-07\n", "2025-13-01", {}, 'a: "2025-13-01"\n'),
        ("yaml", "a: 2025-01-07\n", "2025-01-08", {"dated": False}, 'a: "2025-01-08"\n'),
        ("yaml", "a: '2025-01-07'\n", "2025-01-08", {}, "a: '2025-01-08'\n"),
        ("yaml", "a: 7/1/2025\n", "2025-01-07", {}, 'a: "2025-01-07"\n'),
        ("yaml", "a: 7/1/2025\n", "2025-01-07", {"dated": True}, "a: 2025-01-07\n"),
        ("yaml", "a: 7/1/2025\n", "soon", {"dated": True}, "a: soon\n"),
        ("yaml", "a: 2025-01-07\n", 5, {}, "a: 5\n"),
        ("toml", "a = 2025-01-07\n", "2025-01-08", {}, "a = 2025-01-08\n"),
        ("toml", "a = 2025-01-07\n", "2025-01-08T10:00:00Z", {}, "a = 2025-01-08T10:00:00Z\n"),
        ("toml", "a = 2025-01-07\n", "soon", {}, 'a = "soon"\n'),
        ("toml", 'a = "2025-01-07"\n', "2025-01-08", {}, 'a = "2025-01-08"\n'),
        ("toml", 'a = "2025-01-07"\n', "2025-01-08", {"dated": True}, "a = 2025-01-08\n"),
        ("json", '{"a": "2025-01-07"}', "2025-01-08", {"dated": True}, '"a": "2025-01-08"'),
    ],
)
def test_a_date_stays_a_date(kind: str, before: str, value: Any, how: Any, after: str) -> None:
    assert rewritten(kind, before, "a", value, **how) == after


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2025-01-31", True),
        ("2024-02-29 10:00:00", True),
        ("2024-02-29T10:00:00.5+01:00", True),
        ("2025-02-29", False),
        ("2025-1-7", False),
        ("2025-01-31T10:00", False),
        ("2025-01-31T29:00:00Z", False),
        ("2025-01-31 10:00:00 -0500", False),
        ("x", False),
    ],
)
def test_a_date_is_one_that_yaml_toml_and_the_calendar_know(text: str, dated: bool) -> None:
    assert is_date(text) is dated


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ('a = "x" # why\n', "a", "y", 'a = "y" # why\n'),
        ("a   = 'x'\n", "a", "y", "a   = 'y'\n"),
        ("a = 'x'\n", "a", "it's", 'a = "it\'s"\n'),
        ("a = 'x'\n", "a", "C:\\dir", "a = 'C:\\dir'\n"),
        ('a = "x"\n', "a", 'C:\\dir "é"\n', 'a = "C:\\\\dir \\"é\\"\\n"\n'),
        ('a = "x"\n', "a", True, "a = true\n"),
        ('a = "8"\n', "a", 8, "a = 8\n"),
        ("a = 8\n", "a", "8", 'a = "8"\n'),
        ("a = 1\n", "a", 1e21, "a = 1.0e+21\n"),
        ("[a]\nb = 'x'\n", ("a", "b"), "y", "[a]\nb = 'y'\n"),
        ("[a]\nb.c = 'x'\n[d]\n", ("a", "b", "c"), "y", "[a]\nb.c = 'y'\n[d]\n"),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\n", ("a", 1, "b"), 2, "[[a]]\nb = 1\n[[a]]\nb = 2\n"),
        ("a = 1\r\nb = 2\r\n", "a", 3, "a = 3\r\nb = 2\r\n"),
    ],
)
def test_a_value_in_toml(before: str, path: Any, value: Any, after: str) -> None:
    assert rewritten("toml", before, path, value) == after


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("a = 1\n", None),
        ('a = """x"""\n', "y"),
        ("a = '''x'''\n", "y"),
        ("a = [1]\n", 1),
        ("a = 10:00:00\n", [1]),
        ("a = {b = 1}\n", 1),
    ],
)
def test_what_stays_in_toml(before: str, value: Any) -> None:
    assert rewritten("toml", before, "a", value) is None


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ('{"a": "x", "b": 1}', "a", "y", '"a": "y", "b": 1'),
        ('{"a":"x"}', "a", 'q"\\\n\u2028é🍞', '"a":"q\\"\\\\\\n\\u2028é🍞"'),
        ('{\n\t"a": {"b": ["x", null]}\n}', ("a", "b", 1), "y", '\n\t"a": {"b": ["x", "y"]}\n'),
        ('{"a": "true"}', "a", True, '"a": true'),
        ('{"a": 1}', "a", None, '"a": null'),
        ('{"a": 1}', "a", 1e21, '"a": 1.0e+21'),
        ('{"a": 1}', "a", "yes", '"a": "yes"'),
        ('{"a": "\\ud83c\\udf5e", "b": 1}', "b", 2, '"a": "\\ud83c\\udf5e", "b": 2'),
    ],
)
def test_a_value_in_json(before: str, path: Any, value: Any, after: str) -> None:
    assert rewritten("json", before, path, value) == after


@pytest.mark.parametrize(
    ("kind", "before", "path", "key", "after"),
    [
        ("yaml", "tilte: x # why\nb: 1\n", "tilte", "title", "title: x # why\nb: 1\n"),
        ("yaml", "'a': x\nb: 1\n", "a", "it's", "'it''s': x\nb: 1\n"),
        ("yaml", '"a": x\n', "a", "b", '"b": x\n'),
        ("yaml", "a: x\n", "a", "yes", '"yes": x\n'),
        ("yaml", "a: x\n", "a", "5", '"5": x\n'),
        ("yaml", "a: x\n", "a", "b: c", '"b: c": x\n'),
        ("yaml", "a: x\n", "a", "cspell:ignore", "cspell:ignore: x\n"),
        ("yaml", "a: x\n", "a", "<<", '"<<": x\n'),
        ("yaml", "a: x\n", "a", "", '"": x\n'),
        ("yaml", "a:\n  b:\n    - c: x\n", ("a", "b", 0, "c"), "d", "a:\n  b:\n    - d: x\n"),
        ("yaml", "a:\n  b:\n    - c: x\n", ("a",), "d", "d:\n  b:\n    - c: x\n"),
        ("yaml", "a: {b: x, c: y}\n", ("a", "b"), "d", "a: {d: x, c: y}\n"),
        ("yaml", "a: |\n  x\n", "a", "b", "b: |\n  x\n"),
        ("yaml", "a: &x 1\nb: *x\n", "b", "c", "a: &x 1\nc: *x\n"),
        ("toml", "a = 1\n", "a", "b", "b = 1\n"),
        ("toml", '"a" = 1\nc = 1\n', "a", 'b"', '"b\\"" = 1\nc = 1\n'),
        ("toml", "'a' = 1\n", "a", "b", "'b' = 1\n"),
        ("toml", "'a' = 1\n", "a", "b'", '"b\'" = 1\n'),
        ("toml", "a = 1\n", "a", "b c", '"b c" = 1\n'),
        ("toml", "x.a = 1\n", ("x", "a"), "b", "x.b = 1\n"),
        ("toml", "[x]\ny . 'a' = 1\n", ("x", "y", "a"), "b", "[x]\ny . 'b' = 1\n"),
        ("toml", "[x]\na = 1\n", ("x",), "b", "[b]\na = 1\n"),
        ("json", '{"a": 1, "b": 2}', "a", "c", '"c": 1, "b": 2'),
        ("json", '{"a": {"b": 2}}', ("a", "b"), 'c"', '"a": {"c\\"": 2}'),
    ],
)
def test_a_key_gets_another_name(kind: str, before: str, path: Any, key: str, after: str) -> None:
    assert renamed(kind, before, path, key) == after


@pytest.mark.parametrize(
    ("kind", "before", "path", "key"),
    [
        ("yaml", "a: x\nb: y\n", "a", "b"),
        ("yaml", "a:\n- x\n", ("a", 0), "b"),
        ("yaml", "a:\n- b: x\n", ("a", 0), "b"),
        ("yaml", "b: 1\n&x a: 1\n", "a", "c"),
        ("yaml", "b: 1\n!!str a: 1\n", "a", "c"),
        ("yaml", "x: &x {a: 1}\nb: {<<: *x}\n", ("b", "<<"), "c"),
        ("yaml", "x: &x {a: 1}\nb: *x\n", ("x", "a"), "c"),
        ("yaml", "a: 1\n", "a", "\ud800"),
        ("yaml", "a: 1\na: 1\n", "a", "b"),
        ("toml", "a = 1\nb = 2\n", "a", "b"),
        ("toml", "[a]\nx = 1\n[a.b]\nx = 1\n", ("a",), "c"),
        ("toml", "[[a]]\nx = 1\n[[a]]\nx = 1\n", ("a", 0), "c"),
        ("json", '{"a": 1, "b": 2}', "a", "b"),
        ("json", '{"a": [1]}', ("a", 0), "b"),
    ],
)
def test_a_name_that_is_not_certain_stays(kind: str, before: str, path: Any, key: str) -> None:
    assert renamed(kind, before, path, key) is None


@pytest.mark.parametrize(
    ("before", "value", "below", "after"),
    [
        ("a: 1\nb: 2\n", "x", ("a",), "a: 1\nnew: x\nb: 2\n"),
        ("a: 1\nb: 2\n", "x", ("b", "a"), "a: 1\nb: 2\nnew: x\n"),
        ("a: 1\nb: 2\n", "x", ("none",), "a: 1\nb: 2\nnew: x\n"),
        ("a: 1 # why\nb: 2\n", "x", ("a",), "a: 1 # why\nnew: x\nb: 2\n"),
        ("a:\n- 1\n- 2 # why\nb: 2\n", "x", ("a",), "a:\n- 1\n- 2 # why\nnew: x\nb: 2\n"),
        (
            "a:\n  - 1\n  # why\n\n  # more\n# b is\nb: 2\n",
            "x",
            ("a",),
            "a:\n  - 1\n  # why\n\n  # more\nnew: x\n# b is\nb: 2\n",
        ),
        ("a:\n  - 1\n\nb: 2\n", "x", ("a",), "a:\n  - 1\nnew: x\n\nb: 2\n"),
        ("a: |\n  # text\n  x\nb: 2\n", "x", ("a",), "a: |\n  # text\n  x\nnew: x\nb: 2\n"),
        ("a: |+\n  x\n\n\nb: 2\n", "x", ("a",), "a: |+\n  x\n\n\nnew: x\nb: 2\n"),
        ("a: |\n  x\n\nb: 2\n", "x", ("a",), "a: |\n  x\nnew: x\n\nb: 2\n"),
        ("a: one\n  two\nb: 2\n", "x", ("a",), "a: one\n  two\nnew: x\nb: 2\n"),
        ("a:\nb: 2\n", "x", ("a",), "a:\nnew: x\nb: 2\n"),
        ("a: [1,\n  2] # why\nb: 2\n", "x", ("a",), "a: [1,\n  2] # why\nnew: x\nb: 2\n"),
        ("a: 1\r\nb: 2\r\n", "x", ("a",), "a: 1\r\nnew: x\r\nb: 2\r\n"),
        ("a: 1\rb: 2\r", "x", ("a",), "a: 1\rnew: x\rb: 2\r"),
        ("  a: 1\n  b: 2\n", "x", ("a",), "  a: 1\n  new: x\n  b: 2\n"),
        ("", "x", (), "new: x\n"),
        ("# why\n", "x", (), "new: x\n# why\n"),
        ("a: 1\n\n", "x", (), "a: 1\nnew: x\n\n"),
        ("a: 1\n", "yes", (), 'a: 1\nnew: "yes"\n'),
        ("a: 1\n", False, (), "a: 1\nnew: false\n"),
        ("a: 1\n", [], (), "a: 1\nnew: []\n"),
        ("a: 1\n", ["x", "y, z", True], (), 'a: 1\nnew: [x, "y, z", true]\n'),
        ("a: 1\n", {"x": {"z": 1}, "no": [2]}, (), 'a: 1\nnew: {x: {z: 1}, "no": [2]}\n'),
        ("a: &x 1\nb: *x\n", "x", ("a",), "a: &x 1\nnew: x\nb: *x\n"),
        ("a:\n  c: &x 1\n  d: *x\nb: 2\n", 1, ("a",), "a:\n  c: &x 1\n  d: *x\nnew: 1\nb: 2\n"),
    ],
)
def test_a_key_is_added_in_yaml(before: str, value: Any, below: Any, after: str) -> None:
    assert added("yaml", before, "new", value, *below) == after


def test_a_date_is_added_with_quotes_or_without() -> None:
    assert added("yaml", "a: 1\n", "d", "2025-01-07") == 'a: 1\nd: "2025-01-07"\n'
    assert added("yaml", "a: 1\n", "d", "2025-01-07", dated=True) == "a: 1\nd: 2025-01-07\n"
    assert added("toml", "a = 1\n", "d", "2025-01-07", dated=True) == "a = 1\nd = 2025-01-07\n"
    assert added("json", '{"a": 1}', "d", "2025-01-07", dated=True) == '"a": 1, "d": "2025-01-07"'


@pytest.mark.parametrize("key", ["yes", "a b: c", "it's", "2024", "<<", "ключ", ""])
def test_a_key_that_is_added_can_be_any_text(key: str) -> None:
    for kind, text in (("yaml", "a: 1\n"), ("toml", "a = 1\n"), ("json", '{"a": 1}')):
        after = added(kind, text, key, 2)
        assert after is not None
        data = {
            "yaml": yaml.safe_load,
            "toml": tomllib.loads,
            "json": lambda it: json.loads(f"{{{it}}}"),
        }
        assert data[kind](after) == {"a": 1, key: 2}


@pytest.mark.parametrize(
    ("before", "value", "below", "after"),
    [
        ("a = 1\nb = 2\n", "x", ("a",), 'a = 1\nnew = "x"\nb = 2\n'),
        ("a = 1\n\n[b]\nc = 1\n", "x", (), 'a = 1\nnew = "x"\n\n[b]\nc = 1\n'),
        ("a = 1 # why\n[b]\nc = 1\n", "x", ("b",), 'a = 1 # why\nnew = "x"\n[b]\nc = 1\n'),
        ("[b]\nc = 1\n", "x", (), 'new = "x"\n[b]\nc = 1\n'),
        ("a = [\n  1, # one\n]\nb = 2\n", 5, ("a",), "a = [\n  1, # one\n]\nnew = 5\nb = 2\n"),
        ("a.b = 1\nc = 2\n", 5, ("a",), "a.b = 1\nnew = 5\nc = 2\n"),
        ("a = 1\r\n", ["x", 1], (), 'a = 1\r\nnew = ["x", 1]\r\n'),
        ("a = 1\n", {}, (), "a = 1\nnew = {}\n"),
        ("", 5, (), "new = 5\n"),
    ],
)
def test_a_key_is_added_in_toml(before: str, value: Any, below: Any, after: str) -> None:
    assert added("toml", before, "new", value, *below) == after


@pytest.mark.parametrize(
    ("before", "below", "after"),
    [
        ('{"a": 1, "b": 2}', ("a",), '"a": 1, "new": "x", "b": 2'),
        ('{"a": 1, "b": 2}', (), '"a": 1, "b": 2, "new": "x"'),
        ('{\n  "a": [1],\n  "b": 2\n}', ("a",), '\n  "a": [1],\n  "new": "x",\n  "b": 2\n'),
        ('{\r\n\t"a": 1\r\n}', (), '\r\n\t"a": 1,\r\n\t"new": "x"\r\n'),
        ('{"a": 1,\n  "b": 2}', (), '"a": 1,\n  "b": 2,\n  "new": "x"'),
    ],
)
def test_a_key_is_added_in_json(before: str, below: Any, after: str) -> None:
    assert added("json", before, "new", "x", *below) == after


@pytest.mark.parametrize(
    ("kind", "before", "key", "value"),
    [
        ("yaml", "a: 1\n", "a", 2),
        ("yaml", "a: 1\nb: c: d\n", "x", 2),
        ("yaml", "{a: 1}\n", "x", 2),
        ("yaml", "a: 1\n", "x", {1, 2}),
        ("yaml", "a: 1\n", "x", [object()]),
        ("yaml", "a: 1\n", "x", "\ud800"),
        ("yaml", "a: 1\n", "\ud800", 1),
        ("toml", "a = 1\n", "a", 2),
        ("toml", "a.b = 1\n", "a", 2),
        ("toml", "a = 1\n", "x", None),
        ("toml", "a = 1\n", "x", [None]),
        ("toml", "a = 1\n", "x", {"y": [None]}),
        ("json", '{"a": 1}', "a", 2),
    ],
)
def test_what_is_there_or_cannot_be_written_is_not_added(
    kind: str, before: str, key: str, value: Any
) -> None:
    assert added(kind, before, key, value) is None


def test_front_matter_that_never_ends_is_not_edited() -> None:
    block = block_of("---\ntitle: Bread\n\nBody\n")
    assert block.rewritten(block.entries[0], "x") is None
    assert block.renamed(block.entries[0], "x") is None
    assert block.added("x", 1) is None


# What an edit must not do, each kept out by the readers alone.


@pytest.mark.parametrize(
    ("before", "span", "content"),
    [
        ("a: x\nb: 1\n", "x", "y # z"),
        ("a: x\nb: 1\n", "x", "y\nc: 2"),
        ("a: x\nb: 1\n", "x\nb", "y\nc"),
        ("a: x\nb: 1\n", "x", "'y'"),
        ("a: x\nb: 1\n", "x", "yes"),
        ("a: x\nb: 1\n", "x", "y\n---\n"),
        ("a: x\nb: 1\n", "x", "[y"),
        ("a: x\nb: 1\n", "x", "!!int y"),
        ("a: x\nb: 1\n", "a: x", "a: y "),
    ],
)
def test_the_proof_holds_an_edit_to_the_value(before: str, span: str, content: str) -> None:
    block = block_of(page_of("yaml", before))
    at = block.page.index(span)
    edit = Edit.replacement(Span(at, at + len(span)), content)
    wish = Wanted("str", "yes" if content == "yes" else "y")
    assert not Proof(block, edit).rewrites(("a",), wish, content if content == "yes" else "y")


def test_no_fence_may_be_added() -> None:
    block = block_of(page_of("yaml", "a: x\n"))
    assert Proof(block, Edit.insertion(9, "new: x\n")).adds("new", ("new", "x"), "x", dated=False)
    fence = Edit.insertion(9, "new: x\n---\n")
    assert not Proof(block, fence).adds("new", ("new", "x"), "x", dated=False)


def test_both_readers_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {
        "yaml": "a: x\nb: {c: 1}\n",
        "toml": "a = 'x'\n[b]\nc = 1\n",
        "json": '{"a": "x", "b": {"c": 1}}',
    }
    blocks = [block_of(page_of(kind, text)) for kind, text in pages.items()]
    for block in blocks:
        entry = entry_at(block, "b", "c")
        assert block.rewritten(entry, 2)
        assert block.renamed(entry, "d")
        assert block.added("e", 1)
    monkeypatch.setattr(second, "read", lambda text: ("map", []))
    for block in blocks:
        entry = entry_at(block, "b", "c")
        assert block.rewritten(block.entries[0], "y") is None
        assert block.rewritten(entry, 2) is None
        assert block.renamed(entry, "d") is None
        assert block.added("e", 1) is None


def test_the_first_reader_is_asked_about_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    block = block_of(page_of("yaml", "a: x\nb: {c: 1}\n"))
    monkeypatch.setattr(proving, "_place", lambda entry: None)
    assert block.rewritten(block.entries[0], "y") is None
    assert block.renamed(block.entries[0], "y") is None
    assert block.added("y", 1) is None


# The second reader by itself.


def test_the_second_reader_sees_tags_and_text() -> None:
    assert second.read("a: yes\n") == ("map", [(("str", "a"), ("bool", "yes"))])
    assert second.read("- 1\n- 'x'\n") == ("seq", [("int", "1"), ("str", "x")])
    assert second.read("") is None
    assert second.read("a: [") is None
    assert second.read('{\n\t"a":\t1\n}') == ("map", [(("str", "a"), ("int", "1"))])
    assert second.members(second.read("a: 1\na: 2\n")) == {"a": ("int", "2")}
    assert second.members(second.read("- a\n")) is None
    assert second.members(None) is None


def test_aliases_do_not_explode() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    assert second.read(bomb) is None
    assert second.read("a: &a [*a]\n") is None


@pytest.mark.parametrize("path", [("a", 0), ("b",), ("a", "x"), ("c", "x"), ("c", 1), ("d", "x")])
def test_a_path_that_leads_nowhere_gives_nothing_that_can_be_seen(path: Any) -> None:
    seen = second.read("a: {b: 1}\nc: [1]\nd: 1\n")
    assert seen is not None
    after = second.changed(seen, path, lambda key, _: (key, ("str", "y")))
    assert second.NOTHING in [after, *(value for _, value in after[1] or ())]


# Arbitrary values and pages.

TEXT = st.one_of(
    st.text(
        alphabet=st.sampled_from("ab 1-:#'\"\\,[]{}&*!|>%@`~=.\t\n\r\x85\u2028é🍞y"), max_size=12
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
VALUES = st.one_of(
    TEXT, st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans()
)
STYLES = st.sampled_from(["x", "'x'", '"x"', "1", "true", "2025-01-01", "[a, b]", "|\n  x", ""])


@given(st.lists(STYLES, min_size=1, max_size=4), st.data(), VALUES, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=150)
@example(["x"], None, "2025-01-01", "\n")
def test_exactly_one_value_changes_in_yaml(
    styles: list[str], data: Any, value: Any, newline: str
) -> None:
    lines = "".join(
        f"k{n}: {style}  # k{n}\n" if "|" not in style else f"k{n}: {style}\n"
        for n, style in enumerate(styles)
    )
    page = f"---\n{lines}deep:\n  - a: x\n    b: [y, 'z']\n---\n".replace("\n", newline)
    block = block_of(page)
    entry = block.entries[0] if data is None else data.draw(st.sampled_from(block.entries))
    edit = block.rewritten(entry, value)
    if edit is None:
        assert entry.style in ("flow", "block", "literal")
        return
    text = changed(page, edit)
    assert text is not None
    before, after = (yaml.safe_load(it[4 : it.rindex("---")]) for it in (page, text))
    _put(before, entry.path, value)
    if entry.tag == "timestamp" and isinstance(value, str) and is_date(value):
        assert _take(after, entry.path).isoformat()[: len(value)]
        _put(after, entry.path, value)
    assert repr(after) == repr(before)
    assert newline == "\n" or "\n" not in text.replace("\r\n", "")


@given(TEXT, VALUES)
@settings(max_examples=100)
@example("c", "")
@example("-", "")
def test_exactly_one_value_changes_in_toml_and_json(key: str, value: Any) -> None:
    for kind, load in (("toml", tomllib.loads), ("json", json.loads)):
        text = "a = 'x' # a\n[b]\nc = \"x\"\n" if kind == "toml" else '{"a": "x", "b": {"c": "x"}}'
        page = page_of(kind, text)
        block = block_of(page)
        for path in (("a",), ("b", "c")):
            after = changed(page, block.rewritten(entry_at(block, *path), value))
            assert after is not None
            wished = load(text)
            _put(wished, path, value)
            assert repr(load(after.strip("+\n"))) == repr(wished)
        new = changed(page, block.renamed(entry_at(block, "b", "c"), key))
        assert (new is None) is (key == "c")
        assert new is None or load(new.strip("+\n"))["b"] == {key: "x"}


def _take(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    _take(data, path[:-1])[path[-1]] = value


@given(TEXT)
@settings(max_examples=300)
@example("a:\xa0b")
@example("a\xa0: b")
def test_a_text_is_that_text_in_double_quotes_and_without_when_it_can_be(text: str) -> None:
    assert json.loads(double(text)) == text
    assert yaml.safe_load(double(text)) == text
    assert tomllib.loads(f"a = {double(text)}") == {"a": text}
    if is_plain(text):
        for loader in (yaml.SafeLoader, yaml.CSafeLoader):
            assert yaml.load(f"a: {text} # b\n", Loader=loader) == {"a": text}
    if is_plain(text, in_flow=True):
        assert yaml.safe_load(f"[{text},{text}]") == [text, text]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_that_number_to_all_three(number: float) -> None:
    one = wanted(number)
    assert one is not None
    assert repr(yaml.safe_load(one.text)) == repr(number)
    assert repr(json.loads(one.text)) == repr(number)
    assert repr(tomllib.loads(f"a = {one.text}")["a"]) == repr(number)


def test_an_edit_costs_as_much_as_its_block(linear) -> None:
    def work(size: int) -> None:
        block = block_of("---\n" + "".join(f"k{n}: x\n" for n in range(size)) + "---\n")
        assert block.rewritten(block.entries[0], "y")

    linear(work, 300)
