"""The splitter and the readers: places, values, bounds; nothing may raise on any text."""

import pytest
import yaml as pyyaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contentlint import Document
from contentlint.frontmatter import FrontMatter, plain, split, toml_reader
from contentlint.frontmatter import yaml_reader as yaml_module
from contentlint.frontmatter.entry import MAX_VALUES
from contentlint.frontmatter.yaml_reader import read


def block_of(text: str) -> FrontMatter:
    block = split(text)
    assert block is not None, text
    return block


def yaml(text: str) -> FrontMatter:
    return block_of(f"---\nfirst: 1\n{text}---\nBody\n")


def source(block: FrontMatter, key: str) -> str:
    entry = block.get(key)
    assert entry is not None
    return block.page[entry.value_span.start : entry.value_span.end]


@pytest.mark.parametrize(
    ("text", "kind", "content", "rest"),
    [
        ("---\na: 1\n---\nBody", "yaml", "a: 1\n", "Body"),
        ("--- \t\na: 1\n---\t \nBody", "yaml", "a: 1\n", "Body"),
        ("---\r\na: 1\r\n---\r\nBody", "yaml", "a: 1\r\n", "Body"),
        ("---\ra: 1\r---\rBody", "yaml", "a: 1\r", "Body"),
        ("---\na: 1\n...\nBody", "yaml", "a: 1\n", "Body"),
        ("---\na: 1\n---", "yaml", "a: 1\n", ""),
        ("---\n---\nBody", "yaml", "", "Body"),
        ("---\n# only a comment\n---\nBody", "yaml", "# only a comment\n", "Body"),
        ("---\na: |\n  ---\n  x\n---\nBody", "yaml", "a: |\n  ---\n  x\n", "Body"),
        ("---\na: 1\n----\nb: 2\n---\nBody", "yaml", "a: 1\n----\nb: 2\n", "Body"),
        ("+++\na = 1\n+++\nBody", "toml", "a = 1\n", "Body"),
        ("+++\n+++\nBody", "toml", "", "Body"),
        ('{\n "a": "}\\"{",\n "b": {}\n}\nBody', "json", '\n "a": "}\\"{",\n "b": {}\n', "Body"),
        ('{"a": 1}', "json", '"a": 1', ""),
        ("\n \r\n---\na: 1\n---\nBody", "yaml", "a: 1\n", "Body"),
        ("\n+++\na = 1\n+++\nBody", "toml", "a = 1\n", "Body"),
        ("--- yml \r\na: 1\r\n---\r\nBody", "yaml", "a: 1\r\n", "Body"),
        ("---JSON\n{}\n---\nBody", "json", "{}\n", "Body"),
        ("---toml\na = 1\n---\nBody", "toml", "a = 1\n", "Body"),
        ("---js\n{a: 1}\n---\nBody", "script", "{a: 1}\n", "Body"),
        (';;;\n"a": 1\n;;;\nBody', "json", '"a": 1\n', "Body"),
    ],
)
def test_splits_at_the_fences(text: str, kind: str, content: str, rest: str) -> None:
    block = block_of(text)
    assert (block.kind, block.text, text[block.span.end :]) == (kind, content, rest)
    assert block.span.start == block.opening.start == len(text) - len(text.lstrip())
    assert block.closing is not None
    assert text[block.opening.start :].startswith(("---", "+++", "{", ";;;"))
    assert text[block.closing.start : block.closing.end] in ("---", "...", "+++", "}", ";;;")


def test_a_program_is_never_run_and_says_nothing() -> None:
    block = block_of("---js\nmodule.exports = {a: 1}\n---\n")
    assert (block.entries, block.data, block.get("a")) == ((), {}, None)
    assert [problem.kind for problem in block.problems] == ["script"]
    assert block.page[block.opening.start : block.opening.end] == "---js"


@pytest.mark.parametrize(
    "text",
    [';;;\n"k": [1]\n;;;\n', ';;;\n{"k": [1]}\n;;;\n', '---json\n\n {"k": [1]}\n---\n'],
)
def test_json_between_fences(text: str) -> None:
    block = block_of(text)
    assert block.data == {"k": [1]}
    assert source(block, "k") == "[1]"
    assert [text[it.key_span.start : it.key_span.end] for it in block.entries] == ['"k"', ""]
    assert block.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body",
        "\n---\n\nA rule.\n\n---\n",
        "\n---\nNote: a heading\n---\n",
        "\n---\na: 1\n",
        "\n" * 30 + "---\na: 1\n---\n",
        "\n ---\na: 1\n---\n",
        " ---\na: 1\n---\n",
        "---python\na: 1\n---\n",
        "---json\n{}\n",
        "--- # c\na: 1\n---\n",
        "---",
        "---\n",
        "----\na: 1\n----\n",
        "---\n\nA paragraph after a rule.\n",
        "---\n\nA paragraph between rules.\n\n---\nMore.\n",
        "---\n\n- **[one](https://example.com/)** and more\n\n---\n",
        "---\nNote: a paragraph after a rule.\n\nAnother.\n",
        "+++\nNo data\n",
        "+++ b\n",
        "{{< note >}}\n",
        "{% raw %}\n",
        '{"just a text"}\n',
        '{"a": 1} and more\n',
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert split(text) is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("---\ntitle: A\ntags:\n- b\n  - c\n\nBody: here\n", "title: A\ntags:\n- b\n  - c\n"),
        ("---\ntitle: A\n# Heading\n", "title: A\n"),
        ("---\ntitle: A", "title: A"),
        ("+++\ntitle = 1\nBody\n", "title = 1\n"),
        ('{\n  "a": 1,\nBody\n', '\n  "a": 1,\n'),
    ],
)
def test_an_unclosed_block_leaves_the_body_alone(text: str, content: str) -> None:
    block = block_of(text)
    assert block.closing is None
    assert block.text == content
    assert block.problems[0].kind == "unclosed"
    assert block.problems[0].span == block.opening
    assert Document("p.md", text).body.start == block.content.end


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml_entries_have_exact_places(newline: str) -> None:
    text = newline.join(
        [
            "---",
            "title: 'Brot 📉 é'  # why",
            "tags:",
            "  - rye",
            '  - "white"',
            "# between",
            "author: {name: Ada, born: 1815-12-10}",
            "text: |",
            "  one",
            "",
            "empty:",
            "---",
            "Body",
        ]
    )
    block = block_of(text)
    found = {
        entry.path: (text[entry.key_span.start : entry.key_span.end], source_of(text, entry))
        for entry in block.entries
    }
    assert found == {
        ("title",): ("title", "'Brot 📉 é'"),
        ("tags",): ("tags", newline.join(["- rye", '  - "white"'])),
        ("tags", 0): ("", "rye"),
        ("tags", 1): ("", '"white"'),
        ("author",): ("author", "{name: Ada, born: 1815-12-10}"),
        ("author", "name"): ("name", "Ada"),
        ("author", "born"): ("born", "1815-12-10"),
        ("text",): ("text", f"|{newline}  one"),
        ("empty",): ("empty", ""),
    }
    styles = [entry.style for entry in block.entries]
    assert styles == [
        "single",
        "block",
        "plain",
        "double",
        "flow",
        "plain",
        "plain",
        "literal",
        "plain",
    ]
    assert block.error is None


def source_of(text: str, entry) -> str:  # type: ignore[no-untyped-def]
    return text[entry.value_span.start : entry.value_span.end]


@pytest.mark.parametrize(
    ("written", "value", "tag"),
    [
        ("True", True, "bool"),
        ("FALSE", False, "bool"),
        ("yes", "yes", "str"),
        ("Off", "Off", "str"),
        ("2019", 2019, "int"),
        ("-1_000", -1000, "int"),
        ("0123", 83, "int"),
        ("-017", -15, "int"),
        ("089", "089", "str"),
        ("0x1F", 31, "int"),
        ("0b11", 3, "int"),
        ("12:30", "12:30", "str"),
        ("1.50", 1.5, "float"),
        ("-.inf", float("-inf"), "float"),
        ("1:30.5", "1:30.5", "str"),
        ("2025-11-27", "2025-11-27", "timestamp"),
        ("2025-13-40", "2025-13-40", "timestamp"),
        ("~", None, "null"),
        ("", None, "null"),
        ("!custom x", "x", "!custom"),
        ("!!int x", "x", "str"),
        ("!!python/object:os.system x", "x", "python/object:os.system"),
        ('"8"', "8", "str"),
        ("9" * 5000, "9" * 5000, "str"),
    ],
)
def test_yaml_values(written: str, value: object, tag: str) -> None:
    entry = yaml(f"key: {written}\n").get("key")
    assert entry is not None
    assert (entry.value, entry.tag) == (value, tag)
    assert type(entry.value) is type(value)


def test_aliases_are_values_with_their_own_place() -> None:
    block = yaml("a: &x [1, 2]\nb: *x\nc: [*x, 3]\nd: {k: *x}\n")
    assert block.data == {
        "first": 1,
        "a": [1, 2],
        "b": [1, 2],
        "c": [[1, 2], 3],
        "d": {"k": [1, 2]},
    }
    assert source(block, "b") == "*x"
    places = {entry.path: source_of(block.page, entry) for entry in block.entries}
    assert places["c", 0] == "*x"
    assert places["d", "k"] == "*x"
    assert ("b", 0) not in places


def test_merge_keys() -> None:
    block = yaml("base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\n")
    assert block.error is None
    block = yaml(
        "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\n"
        "one:\n  <<: *b\n  y: 9\ntwo:\n  <<: [*b, *o]\nthree:\n  <<: 5\n"
    )
    assert block.data["one"] == {"x": 1, "y": 9}
    assert block.data["two"] == {"x": 1, "y": 2, "z": 4}
    assert block.data["three"] == {}


def test_a_byte_order_mark_inside_shifts_nothing() -> None:
    text = "---\n\ufefftitle: é\nb: 1\n---\n"
    assert source(block_of(text), "title") == "é"


def test_keys_that_are_no_text() -> None:
    block = yaml("1: a\n? [x, y]\n: b\nyes: c\n")
    assert block.data == {"first": 1, "1": "a", "[x, y]": "b", "yes": "c"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: b: c\n", "syntax"),
        ("a: 'b'c'\n", "syntax"),
        ("a: *unknown\n", "syntax"),
        ("a: x\x92y\n", "characters"),
        ("a: \x00\n", "characters"),
        ("a: \ud800\n", "characters"),
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: {b: 1, b: 2}\n", "duplicate-key"),
        ("a: " + "[" * 100_000 + "\n", "limit"),
        ("a: " + "- " * 100_000 + "\n", "limit"),
        ("a: &a [*a]\n", "limit"),
        ("a:\n" + "".join(" " * i + "-\n" for i in range(1, 80)), "limit"),
        ("a:\n" + "- x\n" * MAX_VALUES, "limit"),
        ("a: " + "x" * 300_000 + "\n", "limit"),
    ],
)
def test_yaml_problems_leave_the_other_keys(text: str, kind: str) -> None:
    block = yaml(text)
    assert [problem.kind for problem in block.problems] == [kind]
    assert block.error == block.problems[0]
    assert source(block, "first") == "1"


def test_a_list_is_no_front_matter_of_keys() -> None:
    assert split("---\n- a: 1\n---\n") is None
    block = block_of("---\n[a, b]\n---\n")
    assert [problem.kind for problem in block.problems] == ["shape"]


def test_the_loader_of_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_module, "_LOADER", pyyaml.SafeLoader)
    block = yaml("a: 'é📉'\nb: [c, d]\n")
    assert block.data == {"first": 1, "a": "é📉", "b": ["c", "d"]}
    assert source(block, "b") == "[c, d]"


@pytest.mark.parametrize("error", [ValueError, RecursionError, pyyaml.YAMLError])
def test_no_error_of_the_parser_gets_out(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pyyaml, "compose", fail)
    assert [problem.kind for problem in yaml("a: @b\n").problems] == ["syntax", "syntax"]


def test_an_alias_that_is_a_key() -> None:
    assert yaml("a: &x b\n*x : c\n").data == {"first": 1, "a": "b", "b": "c"}


def test_an_alias_that_ends_a_block() -> None:
    block = yaml("a: &x\n  - 1\nb:\n  - 2\n  - *x\nc: 3\n")
    assert source(block, "b").startswith("- 2")
    assert block.data["b"] == [2, [1]]


def test_lines_are_counted_too() -> None:
    block = yaml("k: [\n" + "[" * 300 + "\nv: 1\n" * (MAX_VALUES + 5))
    assert len(block.entries) == MAX_VALUES


def test_keys_of_toml_that_the_scanner_does_not_know_end_the_list() -> None:
    assert list(toml_reader._Scan("é = 1", 0, {"é": 1}).entries()) == []


def test_an_alias_bomb_is_counted_and_not_built() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, last in zip("bcdefgh", "abcdefg", strict=True):
        lines.append(f"{name}: &{name} [" + ", ".join([f"*{last}"] * 9) + "]")
    assert [problem.kind for problem in yaml("\n".join(lines) + "\n").problems] == ["limit"]


def test_each_broken_key_is_a_problem_of_its_own() -> None:
    block = yaml("title: A: b\ntags:\n  - one\n  - two\nnote: C: d\ntime: 8\n")
    stretches = [block.page[p.related.start : p.related.end] for p in block.problems if p.related]
    assert stretches == ["title: A: b", "note: C: d"]
    assert block.data == {
        "first": 1,
        "title": "A: b",
        "tags": ["one", "two"],
        "note": "C: d",
        "time": 8,
    }


def test_a_block_that_is_broken_between_its_keys() -> None:
    block = yaml("a: [x,\ny]\nb: c\n%\n")
    assert [problem.kind for problem in block.problems] == ["syntax"]
    assert block.data["a"] == ["x", "y"]


def test_what_no_key_alone_explains_is_still_a_problem() -> None:
    block = yaml("a: 1\n--- b\nc: 1\n")
    assert [problem.kind for problem in block.problems] == ["syntax"]


def test_two_equal_keys_name_both_places() -> None:
    (problem,) = yaml("title: 1\ntitle: 2\n").problems
    assert problem.related is not None
    assert (problem.related.start, problem.span.start) == (13, 22)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a: b",
        "a: 'x'\nb: \"y\"\nc:\nd: [x, 'y', \"z\", 1 ]\ne:\n  - f\n  - g\nh:\n- i\nj: []\n",
        "a:\n  b: c\n  d:\n    e: f\n\n  g: h\ni: j\n",
        "a:\n  - b: c\n    d: e\n  -   f: g\n      h:\n        - i\n  - j\nk: l\n",
        "a:\n- b: [c]\n  d: e\n- f\ng: h\n",
        "a:\n  b:\nc:\n",
        "# why\n\na: http://example.com/#x  # why\r\nb:   \r\n  - 'it''s' # c\r\n",
        "a: yes\nb: True\nc: 0123\nd: 12:30\ne: 2025-13-40\nf: ~\ng: null\nh: -1.5\ni: .inf\n",
        "2025-01-01: a b\nx/y.z: -c\nyes: é:x",
        'a: [1, yes, no way, é]\nb: (c) [d] {e}\nf: "[g: h]"\n',
        "author handle: C#1\n",
    ],
)
def test_plain_blocks_are_read_as_the_parser_reads_them(text: str) -> None:
    assert plain.read(text, 5) is not None
    _is_the_same(text)


def _is_the_same(text: str) -> None:
    """Hold what is read without a parser to what is read with it, types and places included."""
    short = plain.read(text, 5)
    if short is None:
        return
    whole = read(text, 5)
    assert whole.problems == ()
    assert repr(short.entries) == repr(whole.entries)
    assert repr(short.data) == repr(whole.data)
    for entry in whole.entries:
        if len(entry.path) == 1:
            assert repr(short.get(entry.key)) == repr(entry)


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: b\n  - c\n",
        "a:\n  - b\n- c\n",
        "a:\n    b: c\n  d: e\n",
        "a: b\n- c\n",
        "- c\n",
        "  - c\n",
        "a: b\nb\n",
        "a: b\n  b\n",
        "a: b\na: c\n",
        "a:\n  b: c\n  b: d\n",
        "a:\n  - b: c\n    b: d\n",
        "a:\n  - - b\n",
        "a:\n  -\n  - b\n",
        "a: 'it's'\n",
        'a: "\\d"\n',
        "a: 'b' c\n",
        "a: 'b'#c\n",
        "a: b\u00a0#c\n",
        "a: x\x92\n",
        "a: x\x85b\n",
        "a: x\u2028b\n",
        "a: \ufeffb\n",
        "a: @b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        "a: |\n  b\n",
        "a: [b: c]\n",
        "a: [b\n",
        "a: {b: c}\n",
        "a:\tb\n",
        "a: b\rc: d\n",
        "<<: b\n",
        "a: - b\n",
        "a: " + "b" * 20_000 + "\n",
        "a: '" + "[" * 300 + "'\n",
        "".join(f"{' ' * level}a:\n" for level in range(40)),
    ],
)
def test_what_only_a_parser_can_tell(text: str) -> None:
    assert plain.read(text, 0) is None


def test_a_plain_block_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(yaml_module, "read", fail)
    block = yaml("a: b\nc: [d]\n")
    assert block.problems == ()
    assert block.data == {"first": 1, "a": "b", "c": ["d"]}
    assert source(block, "c") == "[d]"
    assert block.get("d") is None


_MARGINS = st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "   "])
_HEADS = st.sampled_from(
    ["a: ", "b: ", "c:", "d: ", "- ", "- ", "- e: ", "- f:", "-  g: ", "", "#"]
)
_TAILS = st.one_of(
    st.sampled_from(
        ["", "", "x", "x y", "'q'", '"q"', "[a, 'b']", "[]", "1", "yes", "x#y", "x #y"]
    ),
    st.text("abé:#'\"[]{},&*!|>%@`- \\?=~1.<\u00a0", max_size=6),
)
_LINES = st.lists(
    st.builds("{}{}{}{}".format, _MARGINS, _HEADS, _TAILS, st.sampled_from(["\n", " \n", "\r\n"])),
    max_size=7,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(_LINES)
@example("a: -\n")
@example("- a\n")
@example("a:\nb:\n  - c:\n    - d: e\n    - f\n")
def test_reading_without_a_parser_gives_the_same(text: str) -> None:
    _is_the_same(text)
    _is_the_same("a:\n  " + text.replace("\n", "\n  "))


@given(st.text(min_size=1, max_size=30))
def test_reading_any_value_without_a_parser_gives_the_same(value: str) -> None:
    for text in (f"a: {value}\n", f"a: '{value}'\n", f'- "{value}"\n', f"a: [b, {value}]\n"):
        _is_the_same(text)
        _is_the_same(f"{value}: b\n")


def test_toml_entries_have_exact_places() -> None:
    text = (
        '+++\ntitle = "a # é" # c\ndate = 2025-01-31\ntags = [\n "x", # ]\n "y"\n]\n'
        "[params]\na.b = 1\n\"q k\" = '''x\ny'''\nempty = ''\n[[p.q]]\nx = 1\n[[p.q]]\nx=2.5\n"
        "[p.q.z]\nw = {v = [1]}\n+++\nBody\n"
    )
    block = block_of(text)
    found = {
        entry.path: (entry.value, entry.tag, source_of(text, entry)) for entry in block.entries
    }
    assert found["title",] == ("a # é", "str", '"a # é"')
    assert found["date",] == ("2025-01-31", "timestamp", "2025-01-31")
    assert found["tags",] == (["x", "y"], "seq", '[\n "x", # ]\n "y"\n]')
    assert found["params",][1:] == ("map", "[params]")
    assert found["params", "a", "b"] == (1, "int", "1")
    assert found["params", "q k"] == ("x\ny", "str", "'''x\ny'''")
    assert found["params", "empty"] == ("", "str", "''")
    assert found["p", "q", 1, "x"] == (2.5, "float", "2.5")
    assert found["p", "q", 1, "z", "w"] == ({"v": [1]}, "map", "{v = [1]}")
    assert block.data["p"]["q"][0] == {"x": 1}
    assert block.problems == ()


@pytest.mark.parametrize(
    ("text", "kind", "flagged"),
    [
        ("b = \n", "syntax", ""),
        ("b = [1\n", "syntax", ""),
        ("b = 2025-13-40\n", "syntax", "-13-40"),
        ("a=2\n", "duplicate-key", "a"),
        ("[c]\nd = 1\n[c]\n", "duplicate-key", "c"),
        ("[c]\nd = x\n", "syntax", "x"),
        ("b = 1\n[b]\nc = 1\n", "duplicate-key", "b"),
        ("b = " + "[" * 100 + "]" * 100 + "\n", "limit", None),
        ("b = " + "{a=" * 100 + "1" + "}" * 100 + "\n", "limit", None),
        ("b = " + "[ # ]\n" * 70 + "]" * 70 + "\n", "limit", None),
        ("b = " + "9" * 5000 + "\n", "syntax", None),
        ("b = " + "[" * 50_000 + "\n", "limit", None),
        ("a." * 20_000 + "b = 1\n", "limit", None),
        ("b = '" + "x" * 300_000 + "'\n", "limit", None),
    ],
)
def test_toml_problems(text: str, kind: str, flagged: str | None) -> None:
    block = block_of(f"+++\na = 1\n{text}+++\n")
    assert [problem.kind for problem in block.problems] == [kind]
    assert block.get("a") is not None
    span = block.problems[0].span
    if flagged:
        assert block.page[span.start : span.end].startswith(flagged)


def test_what_toml_holds_at_any_depth_has_its_place() -> None:
    text = (
        '+++\na = {x = 1, y.z = [ 2 , {"b c" = "d,]"}], q = \'e\'}\n'
        't = ["x", # , ]\n 2025-01-01 10:00:00 , [ ], """f\n"""]\n[[p]]\nm = [{k = true},{}]\n+++\n'
    )
    block = block_of(text)
    found = [
        (it.path, text[it.key_span.start : it.key_span.end], source_of(text, it), it.style)
        for it in block.entries
    ]
    assert found == [
        (("a",), "a", text[text.index("{") : text.index("\nt")], "flow"),
        (("a", "x"), "x", "1", "plain"),
        (("a", "y", "z"), "y.z", '[ 2 , {"b c" = "d,]"}]', "flow"),
        (("a", "y", "z", 0), "", "2", "plain"),
        (("a", "y", "z", 1), "", '{"b c" = "d,]"}', "flow"),
        (("a", "y", "z", 1, "b c"), '"b c"', '"d,]"', "double"),
        (("a", "q"), "q", "'e'", "single"),
        (("t",), "t", text[text.index('["x"') : text.index("\n[[p")], "flow"),
        (("t", 0), "", '"x"', "double"),
        (("t", 1), "", "2025-01-01 10:00:00", "plain"),
        (("t", 2), "", "[ ]", "flow"),
        (("t", 3), "", '"""f\n"""', "double"),
        (("p", 0), "p", "[[p]]", "flow"),
        (("p", 0, "m"), "m", "[{k = true},{}]", "flow"),
        (("p", 0, "m", 0), "", "{k = true}", "flow"),
        (("p", 0, "m", 0, "k"), "k", "true", "plain"),
        (("p", 0, "m", 1), "", "{}", "flow"),
    ]
    assert [it.tag for it in block.entries if it.path[:1] == ("t",)][2] == "timestamp"
    assert block.problems == ()


def test_each_broken_statement_of_toml_is_a_problem_of_its_own() -> None:
    block = block_of(
        "+++\na = x\nb = [1,\n 2]\n[t]\nc = 'y\nd = 3\n[[p]]\ne = 4\n[[p]]\ne = 5\nf = no\n"
        "[p.q]\ng = 6\n+++\n"
    )
    stretches = [block.page[p.related.start : p.related.end] for p in block.problems if p.related]
    assert stretches == ["a = x", "c = 'y", "f = no"]
    assert block.data == {
        "a": "x",
        "b": [1, 2],
        "t": {"c": "'y", "d": 3},
        "p": [{"e": 4}, {"e": 5, "f": "no", "q": {"g": 6}}],
    }
    places = {entry.path: source_of(block.page, entry) for entry in block.entries}
    assert places["b", 1] == "2"
    assert places["t", "d"] == "3"
    assert places["p", 1, "e"] == "5"


def test_tables_that_are_no_tables_are_survived() -> None:
    block = block_of("+++\na = 1\n[a.b]\nc = 2\n[[a]]\nd = x\n[[p]]\n[p]\ne = 1\n+++\n")
    assert block.data["a"] == 1
    assert block.problems


def test_json_keeps_the_members_that_are_sound() -> None:
    text = '{"a": "x", "b": {"c": 1}, "d": [{"e": 2}], "f": 3 "g": true, "h": "\\q"}\n'
    block = block_of(text)
    assert [problem.kind for problem in block.problems] == ["syntax"]
    assert block.data == {"a": "x", "f": 3, "g": True, "h": "\\q"}
    assert source(block, "f") == "3"
    assert source(block, "h") == '"\\q"'


@pytest.mark.parametrize(
    "page",
    [
        lambda n: "---\n" + "".join(f"k{i}: {'v' * 40}\n" for i in range(n)) + "---\n",
        lambda n: "---\n" + "k: v\n" * n + "---\n",
        lambda n: "---\nk: " + "x" * 20 * n + "\n---\n",
        lambda n: "---\na: 1\n" + "k: v\n" * n,
        lambda n: "---\n" + "".join(f"{' ' * min(i, 90)}k:\n" for i in range(n // 9)) + "---\n",
        lambda n: "---\na: " + "[" * n + "\n---\n",
        lambda n: "---\nk: v: w\n" + "a: b: c\n" * (n // 20) + "---\n",
        lambda n: "+++\n" + "".join(f"k{i} = 1\n" for i in range(n)) + "+++\n",
        lambda n: "+++\n" + "k = x\n" * (n // 20) + "+++\n",
        lambda n: "+++\nk = " + "[" * n + "]" * n + "\n+++\n",
        lambda n: "+++\nk = [" + "{a = [1]}, " * (n // 5) + "]\n+++\n",
        lambda n: '{"k": ' + "[" * n + "\n",
        lambda n: '{"k": ' + '"a": 1 ' * n + "}\n",
        lambda n: "\n" * n + "---\na: 1\n---\n",
        lambda n: ";;;\n" + '"a": 1,\n' * n,
    ],
)
def test_hostile_blocks_cost_time_in_line_with_their_size(page, linear) -> None:  # type: ignore[no-untyped-def]
    def work(size: int) -> object:
        block = split(page(size))
        return block and (block.problems, block.entries, block.data)

    linear(work, 600)


def test_toml_stops_after_many_entries() -> None:
    text = "".join(f"k{i} = 1\n" for i in range(MAX_VALUES + 5))
    assert len(block_of(f"+++\n{text}+++\n").entries) == MAX_VALUES


def test_json_entries_have_exact_places() -> None:
    text = '{"a": "x\\u00e9", "b": [1, {"c": null}], "d": {}, "e": [], "f": true, "a": 2.5}\nBody'
    block = block_of(text)
    found = [
        (entry.path, entry.value, entry.tag, source_of(text, entry)) for entry in block.entries
    ]
    assert found == [
        (("a",), "xé", "str", '"x\\u00e9"'),
        (("b",), [1, {"c": None}], "seq", '[1, {"c": null}]'),
        (("b", 0), 1, "int", "1"),
        (("b", 1), {"c": None}, "map", '{"c": null}'),
        (("b", 1, "c"), None, "null", "null"),
        (("d",), {}, "map", "{}"),
        (("e",), [], "seq", "[]"),
        (("f",), True, "bool", "true"),
        (("a",), 2.5, "float", "2.5"),
    ]
    assert [problem.kind for problem in block.problems] == ["duplicate-key"]
    assert block.data["a"] == 2.5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"a": 1,}\n', "syntax"),
        ('{"a": ' + "9" * 5000 + "}\n", None),
        ('{"a": ' + '{"b":' * 100 + "1" + "}" * 100 + "}\n", "limit"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}\n", "limit"),
        ('{"a": [' + "1," * 20_000 + "1]}\n", "limit"),
        ('{"a": "' + "x" * 300_000 + '"}\n', "limit"),
    ],
)
def test_json_problems(text: str, kind: str | None) -> None:
    assert [problem.kind for problem in block_of(text).problems] == ([kind] if kind else [])


_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["---\n", "+++\n", "{", "}", "a: ", "b = ", '"k": ', "- ", "  ", "\t", "\n", "\r\n"]
        ),
        st.sampled_from(
            ["[", "]", "'", '"', "*x", "&x ", "!!int ", "<<: ", "? ", "| ", "# ", "\\"]
        ),
        st.sampled_from(
            ["2025-13-40", "12:30", "0x", "1e9", "\ufeff", "\x85", "\u2028", "📉", "\x00"]
        ),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["---\na: 1\n", "+++\na = 1\n", '{"a": ', ""]), _PIECES, st.booleans())
@example("---\na: 1\n", "? [a]\n: b", True)
@example("---\na: 1\n", "\ufeffa: \ufeff", True)
def test_any_text_is_read_without_an_error(head: str, middle: str, closed: bool) -> None:
    end = {"-": "\n---\n", "+": "\n+++\n", "{": "}\n"}.get(head[:1], "") if closed else ""
    text = head + middle + end + "Body"
    block = split(text)
    if block is None:
        return
    whole = range(len(text) + 1)
    for problem in block.problems:
        assert problem.span.start in whole
        assert problem.span.end in whole
    for entry in block.entries:
        assert block.span.covers(entry.key_span)
        assert block.span.covers(entry.value_span)
        written = source_of(text, entry)
        if entry.style == "plain" and entry.tag == "str" and "\n" not in written.strip():
            # libyaml does not count a byte order mark to the place of the value it begins.
            assert written.startswith("*") or entry.value.lstrip("\ufeff")[:1] in written
    assert isinstance(block.data, dict)


@given(st.text(max_size=60))
@example("!")
def test_any_plain_value_has_its_exact_place(value: str) -> None:
    text = f'---\na: 1\nkey: {value}\nz: "2"\n---\n'
    block = split(text)
    entry = block.get("key") if block and not block.problems else None
    # A tag alone (“!”) is an empty value.
    if (
        entry
        and entry.value
        and entry.style == "plain"
        and entry.tag == "str"
        and "\n" not in entry.value
    ):
        assert source_of(text, entry).endswith(entry.value[-1:])
        assert source_of(text, entry)[-len(entry.value) :].split() == entry.value.split()
