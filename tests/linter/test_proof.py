import pytest

from contentlint import Document, Edit, Fix, Part, Span, proof
from contentlint.proof import TANGLED, objection


def objected(text: str, old: str, new: str, allowed: Part, *, invents: bool = False) -> str | None:
    at = text.index(old)
    fix = Fix.safe("a", Edit.replacement(Span(at, at + len(old)), new))
    return objection(Document("page.md", text), fix, allowed, invents=invents)


PAGE = """---
title: A page
draft: true
---
# Title

Some **bold** text with [a link](http://a.b/c "T") and `code`.

* one
* two

  more of [cite_start]two

| a | b |
|---|---|
| c | d |
"""


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("[cite_start]", "", Part.TEXT),
        ("**bold**", "bold", Part.EMPHASIS),
        ('(http://a.b/c "T")', "(http://a.b/c)", Part.LINKS),
        ("http://a.b/c", "b/c", Part.LINKS),
        ("`code`", "code", Part.CODE | Part.TEXT),
        ("* two", "two", Part.STRUCTURE | Part.TEXT),
        ("draft: true", "draft: false", Part.METADATA),
        ("  more", "  more", Part.NOTHING),
    ],
)
def test_what_a_rule_may_change_is_not_objected_to(old: str, new: str, allowed: Part) -> None:
    assert objected(PAGE, old, new, allowed) is None


@pytest.mark.parametrize(
    ("old", "new", "allowed", "objection"),
    [
        ("[cite_start]", "", Part.NOTHING, "words that a reader sees"),
        ("**bold**", "bold", Part.TEXT, "bold or italic"),
        ("http://a.b/c", "b/c", Part.TEXT, "change a link"),
        ("`code`", "code", Part.TEXT, "code"),
        ("* two", "two", Part.TEXT, "headings, paragraphs, lists"),
        ("# Title", "Title", Part.TEXT, "headings, paragraphs, lists"),
        ("| c | d |", "c d", Part.TEXT | Part.LINKS, "headings, paragraphs, lists"),
        ("\n\n  more", "\nmore", Part.TEXT, "headings, paragraphs, lists"),
        ("draft: true", "draft: false", Part.TEXT, "change the front matter"),
        ("draft: true", "draft: [", Part.METADATA, "could not be read"),
        ("draft: true\n", "", Part.METADATA, "add or remove a field"),
        ("Some", "None", Part.TEXT, "a word that was not there: “None”"),
    ],
)
def test_all_else_is(old: str, new: str, allowed: Part, objection: str) -> None:
    assert objection in (objected(PAGE, old, new, allowed) or "")


def test_a_repair_of_the_encoding_writes_new_words() -> None:
    assert objected("caf√©", "√©", "é", Part.TEXT) is not None
    assert objected("caf√©", "√©", "é", Part.TEXT, invents=True) is None


def test_a_block_is_looked_at_as_a_whole() -> None:
    text = "```\nfence\n\n[cite_start] in code\n```\n"
    assert objected(text, "[cite_start]", "", Part.TEXT) is not None


def test_broken_front_matter_may_become_readable_but_not_vanish() -> None:
    text = "---\ntitle: a: b\n---\nbody\n"
    assert objected(text, "a: b", '"a: b"', Part.METADATA) is None
    assert objected(text, "---\ntitle", "\n---\ntitle", Part.METADATA) is not None


@pytest.mark.parametrize(
    ("piece", "times"), [("*a _a*_ ", 4_000), ("[", 40_000), ("`a` [b] <c ", 4_000)]
)
def test_a_tangled_page_proves_nothing_and_costs_little(piece: str, times: int, linear) -> None:
    def work(size: int) -> None:
        assert objected(piece * size + "x\n", "x\n", "y\n", Part.TEXT) is TANGLED

    linear(work, times)


def test_only_the_blocks_that_are_touched_are_read() -> None:
    text = "*a _a*_ " * 5_000 + "\n\nsome [cite_start]words\n"
    assert objected(text, "[cite_start]", "", Part.TEXT) is None


def test_a_hostile_front_matter_proves_nothing() -> None:
    text = "---\na: " + "[" * 5000 + "\n---\nx\n"
    assert objected(text, "a:", "b:", Part.METADATA) is not None


def test_words_that_only_the_marker_parted_are_not_new() -> None:
    assert objected("約[cite: 1]束の地", "[cite: 1]", "", Part.TEXT) is None


def test_what_stands_after_an_unclosed_fence_is_no_code() -> None:
    text = "```sh\nmake\n\nsome [cite_start]words\n"
    assert objected(text, "[cite_start]", "", Part.TEXT) is None


def test_a_definition_is_a_link() -> None:
    text = "[a]\n\n[a]: http://a.test/\n"
    assert objected(text, "a.test", "b.test", Part.TEXT) == (
        "it would change a link that it should not touch"
    )
    assert objected(text, "a.test", "b.test", Part.LINKS) is None


# The front matter, by keys.

YAML = "---\na: 1\nb: [x, y]\n# c\nc: z\n---\nBody\n"
TOML = "+++\na = 1\nb = ['x']\n[c]\nd = 'z'\n+++\nBody\n"
JSON = '{\n\t"a": 1,\n\t"b": ["x"],\n\t"c": "z"\n}\nBody\n'


def objected_to(text: str, *edits: Edit, allowed: Part = Part.METADATA) -> str | None:
    return objection(Document("page.md", text), Fix.safe("a", *edits), allowed)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (YAML, "a: 1", "a: 2"),
        (YAML, "a: 1", "d: 1"),
        (YAML, "[x, y]", "[x, q]"),
        (YAML, "# c", "# d"),
        (YAML, "a: 1\n", "a: 1\nd: 2\n"),
        (YAML.replace("---\nBody", "...\nBody"), "a: 1", "a: 2"),
        (YAML.replace("\n", "\r\n"), "a: 1", "a: 2"),
        (YAML.replace("\n", "\r"), "a: 1", "a: 2"),
        (YAML.replace("1", "2025-13-40"), "z", "y"),
        ("---\nx: &x {a: 1}\n<<: *x\nb: 1\n---\n", "b: 1", "b: 2"),
        (TOML, "a = 1", "a = 2"),
        (TOML, "'z'", "'y'"),
        (TOML, "d =", "e ="),
        (TOML, "a = 1\n", "a = 1\ne = 2\n"),
        (JSON, '"z"', '"y"'),
        (JSON, '"a"', '"d"'),
        (JSON, '"a": 1', '"a": 1,\n\t"d": 2'),
        ("---\na: b: c\nd: 1\n---\n", "b: c", '"b: c"'),
        ("---\na: 1\na: 1\nd: 1\n---\n", "a: 1\na", "a"),
    ],
)
def test_the_keys_that_an_edit_touches_may_change(text: str, old: str, new: str) -> None:
    at = text.index(old)
    kept = len(old) if new.startswith(old) else 0
    edit = Edit.replacement(Span(at + kept, at + len(old)), new[kept:])
    assert objected_to(text, edit) is None
    if "#" not in old:
        assert objected_to(text, edit, allowed=Part.TEXT) == "it would change the front matter"


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        (YAML, "a: 1", "a: 1\nd: 2", "add or remove a field"),
        (YAML, "a: 1\n", "", "add or remove a field"),
        (YAML, "a: 1", "b: 1", "could not be read"),
        (YAML, "a: 1", "'a: 1", "could not be read"),
        (YAML, "a: 1", "a: |", None),
        (YAML, "# c", "#", None),
        (YAML, "# c\n", "# ", "“c”, another field"),
        (YAML, "# c", "# c\n  - z", "could not be read"),
        (TOML, "[c]", "[e]", None),
        (TOML, "a = 1\n", "", "add or remove a field"),
        (TOML, "a = 1", "a =", "could not be read"),
        (JSON, '\n\t"a": 1,', "", "add or remove a field"),
        (JSON, '"a": 1', '"a": 1, "d": 2', "add or remove a field"),
        (JSON, '"a": 1', '"b": 1', "could not be read"),
        (JSON, '"z"', '"z', "could not be read"),
    ],
)
def test_no_other_key_may(text: str, old: str, new: str, told: str | None) -> None:
    at = text.index(old)
    found = objected_to(text, Edit.replacement(Span(at, at + len(old)), new))
    assert found is None if told is None else told in (found or "")


@pytest.mark.parametrize(
    ("text", "at", "new", "told"),
    [
        (YAML, "b:", "d: 2\ne: 3\n", "add or remove a field"),
        (YAML, "b:", "- d: 2\n", "could not be read"),
        (YAML, "b:", "  more: 1\n", "could not be read"),
        (YAML, "b:", "d: |\n", None),
        (YAML, "---\nBody", "d: 1\n", None),
        (TOML, "d =", "e = 1\n", "“c”, another field"),
        (TOML, "[c]", "e = 1\n", None),
        (JSON, ',\n\t"b"', ', "d": 1', None),
        (JSON, ',\n\t"b"', ', "d": 1, "e": 2', "add or remove a field"),
    ],
)
def test_one_line_adds_one_key(text: str, at: str, new: str, told: str | None) -> None:
    found = objected_to(text, Edit.insertion(text.index(at), new))
    assert found is None if told is None else told in (found or "")


def test_several_edits_are_judged_together() -> None:
    one = Edit.insertion(YAML.index("b:"), "d: 1\n")
    two = Edit.insertion(YAML.index("# c"), "e: 1\n")
    assert objected_to(YAML, one, two) is None
    gone = Edit.deletion(Span(YAML.index("# c"), YAML.index("---\nBody")))
    assert objected_to(YAML, one, gone) is None  # as if it were renamed
    assert "add or remove" in (objected_to(YAML, gone) or "")


def test_keys_beside_a_damaged_one_stay() -> None:
    text = "---\na: b: c\nd: 1\ne: 2\n---\n"
    quote = Edit.replacement(Span(7, 11), '"b: c"')
    assert objected_to(text, quote) is None
    more = Edit.replacement(Span(7, 11), '"b: c" # x\ne: 3 # ')
    assert "could not be read" in (objected_to(text, more) or "")
    cut = Edit.replacement(Span(7, 16), '"b: c" #')
    assert objected_to(text, cut) is None  # it touches both lines
    inside = Edit.replacement(Span(7, 12), "|\n  ")
    assert "“d”, another field" in (objected_to(text, inside) or "")


def test_what_only_one_reader_takes_is_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (YAML, JSON):
        edit = Edit.replacement(Span(text.index("z"), text.index("z") + 1), "y")
        assert objected_to(text, edit) is None
        for seen in (("map", []), ("map", [(("str", "q"), ("str", "z"))]), ("str", "z"), None):
            with monkeypatch.context() as patched:
                patched.setattr(proof, "read_again", lambda words, seen=seen: seen)
                proof._metadata.cache_clear()
                assert objected_to(text, edit) == "the front matter could not be read afterwards"
    proof._metadata.cache_clear()
    fences = YAML.replace("a: 1", "a: 1\n----")
    edit = Edit.replacement(Span(fences.index("z"), fences.index("z") + 1), "y")
    assert objected_to(fences, edit) == "the front matter could not be read afterwards"


def test_either_reader_may_object(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\na: &x 1\nb: *x\n---\n"
    edit = Edit.replacement(Span(10, 11), "2")
    objection = "it would change “b”, another field of the front matter"
    assert objected_to(text, edit) == objection
    keys = [(("str", key), ("str", "")) for key in "ab"]
    for reader, seen in (("read_again", ("map", keys)), ("_read_first", {"a": "", "b": ""})):
        with monkeypatch.context() as patched:
            patched.setattr(proof, reader, lambda _, seen=seen: seen)
            proof._metadata.cache_clear()
            assert objected_to(text, edit) == objection
    proof._metadata.cache_clear()


def test_empty_front_matter_stays_empty() -> None:
    text = "---\n# why\n---\nBody\n"
    assert objected_to(text, Edit.replacement(Span(6, 9), "who")) is None
    assert objected_to(text, Edit.insertion(10, "a: 1\n")) is None
    assert "add or remove" in (objected_to(text, Edit.replacement(Span(4, 9), "a: 1")) or "")


@pytest.mark.parametrize(
    "text",
    ["---\n{}---\n", "+++\n{}+++\n", "---\na: [{}]\n---\n", '{{\n"a": "",{}\n"b": ""}}\n'],
)
def test_long_front_matter_is_proved_in_linear_time(text: str, linear) -> None:
    piece = {"-": "k{0}: x\n", "+": "k{0} = 1\n", "{": '\n"k{0}": 1,'}[text[0]]
    piece = "x{0}, " if "a: [" in text else piece

    def work(size: int) -> None:
        page = text.format("".join(piece.format(number) for number in range(size)))
        at = page.index("\n") + 1
        edits = (
            [
                Edit.insertion(at, "# x\n" if page[0] != "{" else " "),
                Edit.insertion(page.index("k2"), "k"),
            ]
            if "k2" in page
            else [Edit.insertion(page.index("x2"), "x")]
        )
        assert objected_to(page, *edits) is None

    linear(work, 200)
