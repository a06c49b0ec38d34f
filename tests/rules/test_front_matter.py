"""Damaged front matter in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Applicability, Document, Edit, Severity, Span, Violation
from contentlint.site import Site
from contentlint.testing import assert_flags, violations
from contentlint_rules.frontmatter._template import metadata_of
from contentlint_rules.frontmatter.front_matter import FrontMatter

RULE = FrontMatter()
BODY = "---\n\nBody.\n"


def page(lines: str) -> str:
    return f"---\nfirst: 1\n{lines}\nlast: 2\n{BODY}"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("title: ⟦Bread: a story⟧", 'title: "Bread: a story"'),
        ("title: ⟦Bread : a story⟧  ", 'title: "Bread : a story"  '),
        ("title: ⟦Bread:⟧", 'title: "Bread:"'),
        ('title: ⟦The "best": rye⟧', "title: 'The \"best\": rye'"),
        ("title: ⟦C:\\bread: a path⟧", "title: 'C:\\bread: a path'"),
        ("tags:\n  - rye\n  - ⟦@ada⟧", 'tags:\n  - rye\n  - "@ada"'),
        ("seo:\n  title: ⟦Bread: a story⟧", 'seo:\n  title: "Bread: a story"'),
        ("title: ⟦@baker on bread⟧", 'title: "@baker on bread"'),
        ("title: ⟦`bread` in code⟧", 'title: "`bread` in code"'),
        ("title: ⟦%d loaves⟧", 'title: "%d loaves"'),
        ("title: ⟦**Bold** bread⟧", 'title: "**Bold** bread"'),
        ("title: ⟦[Draft] Rye bread⟧", 'title: "[Draft] Rye bread"'),
        ("title: ⟦'L'art du pain'⟧", 'title: "L\'art du pain"'),
        ("title: ⟦'L'art d'un \"pain\"'⟧", "title: 'L''art d''un \"pain\"'"),
        ('title: ⟦"Bread" and wine⟧', "title: '\"Bread\" and wine'"),
        ("title:⟦\u00a0⟧Bread", "title: Bread"),
        ("title: ⟦Bread: a⟧\nnote: ⟦Wine: b⟧", 'title: "Bread: a"\nnote: "Wine: b"'),
        ("tags:\n⟦\t⟧- rye", "tags:\n  - rye"),
        ("⟦title:Bread⟧", "title: Bread"),
        (
            "site:\n⟦  home:https://example.com⟧\n  mail:",
            "site:\n  home: https://example.com\n  mail:",
        ),
    ],
)
def test_what_is_certain_is_repaired(bad: str, good: str) -> None:
    found = assert_flags(RULE, page(bad), page(good))
    for violation in found:
        assert violation.fix
        assert violation.fix.applicability is Applicability.SAFE
    crlf = page(bad).replace("\n", "\r\n")
    assert_flags(RULE, crlf, page(good).replace("\n", "\r\n"))


@pytest.mark.parametrize(
    ("bad", "better"),
    [
        ("title: ⟦“Bread: a story”⟧", 'title: "Bread: a story"'),
        ("title: ⟦«Bread: a story»⟧", 'title: "Bread: a story"'),
        ("title: ⟦“Bread”: a story⟧", 'title: "“Bread”: a story"'),
        ("title: ⟦Bread: a story #1⟧", 'title: "Bread: a story #1"'),
        ("title: ⟦Bread date: 2025-01-31⟧", 'title: "Bread date: 2025-01-31"'),
        ('title: ⟦"Bread⟧', 'title: "Bread"'),
        ('title: ⟦"He said "bread""⟧', "title: 'He said \"bread\"'"),
        ("title: ⟦'a' and 'b'⟧", "title: \"a' and 'b\""),
        ('title: ⟦"C:\\dir"⟧', "title: 'C:\\dir'"),
        ("title: ⟦[a, b] c⟧", 'title: "[a, b] c"'),
        ("list:\n  - a\n  - b: ⟦c: d⟧", 'list:\n  - a\n  - b: "c: d"'),
        ("title: ⟦- item⟧", 'title: "- item"'),
        ("title: ⟦> said⟧", 'title: "> said"'),
    ],
)
def test_what_is_likely_is_only_offered(bad: str, better: str) -> None:
    (violation,) = assert_flags(RULE, page(bad))
    assert violation.fix
    assert violation.fix.applicability < Applicability.SAFE
    assert_flags(RULE, page(bad), page(better), least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("⟦<<<<<<< ours⟧\na: 1\n⟦=======⟧\na: 2\n⟦>>>>>>> theirs⟧", "left by a merge"),
        ("a: x⟦\x92⟧y", "U+0092"),
        ("a: ⟦\x00⟧", "U+0000"),
        ("a: ⟦\ud800⟧", "U+D800"),
        ("a: 1\n⟦a⟧: 2", "stands twice: first on line 3"),
        ("a:\n⟦  \t⟧- b\n  - c", "a tab"),
        ("⟦just words⟧", "no “key: value”"),
        ("a: b\n⟦  c: d⟧", "“c” is indented"),
        ("a:\n  b: c\n⟦ d: e⟧", "“d” is indented"),
        ("a: 'b'\n⟦  c: d⟧", "“c” is indented"),
        ('a: ⟦"b \\x41⟧', "never closed"),
        ("a: ⟦[b, c⟧", "a list"),
        ("a: ⟦Bread: one⟧\n  two", "a colon"),
        ("a:⟦\u00a0⟧'b'c'", "ordinary space"),
    ],
)
def test_the_cause_is_named(bad: str, words: str) -> None:
    for violation in assert_flags(RULE, page(bad)):
        assert words in violation.message
        assert violation.fix is None


def test_a_line_that_says_the_same_again_is_removed() -> None:
    assert_flags(
        RULE,
        f"---\ntitle: Bread\ndraft: true\n⟦draft⟧: true\nlast: 2\n{BODY}",
        f"---\ntitle: Bread\ndraft: true\nlast: 2\n{BODY}",
    )


@pytest.mark.parametrize(
    "lines",
    [
        "a: b\n⟦a⟧: c",
        "a: b\n⟦a⟧: b\n  more",
        "a:\n⟦a⟧:",
        "a: 'b'\n⟦a⟧: 'b'",
        "x: {a: 1, ⟦a⟧: 1}",
    ],
)
def test_a_copy_that_may_differ_stays(lines: str) -> None:
    assert_flags(RULE, page(lines))


def test_an_unclosed_block() -> None:
    bad = "⟦---⟧\ntitle: Bread\n\nFlour: 1 kg\n"
    (violation,) = assert_flags(RULE, bad)
    assert "never ends" in violation.message
    good = "---\ntitle: Bread\n---\n\nFlour: 1 kg\n"
    assert_flags(RULE, bad, good, least=Applicability.SUGGESTION)
    assert_flags(RULE, "⟦+++⟧\na = 1", "+++\na = 1\n+++\n", least=Applicability.SUGGESTION)
    assert_flags(RULE, '⟦{⟧"a": 1,\nBody')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+++\na = 1\nb = ⟦[⟧\n+++\n", "never closed"),
        ("+++\na = 1\nb = ⟦[x, y]⟧\n+++\n", "cannot be read"),
        ("+++\na = 1\nb = 2\n⟦a⟧ = 3\n+++\n", "stands twice: first on line 2"),
        ("+++\na = 1\n[b]\n[c]\n[⟦b⟧]\n+++\n", "stands twice: first on line 3"),
        ("+++\na = 1\nb = ⟦012⟧\n+++\n", "begins with 0"),
        ("+++\na = 1\nb = ⟦27/11/2025⟧\n+++\n", "2025-01-31"),
        ("+++\na = 1\nb = ⟦2025-02-30⟧\n+++\n", "no date"),
        ("+++\na = 1\nb = ⟦'x' and 'y⟧\n+++\n", "not closed"),
        ("+++\na = 1\n⟦b = ⟧# none\n+++\n", "No value"),
        ("+++\na = 1\n⟦just words⟧\n+++\n", "cannot be read as TOML from here on"),
        ("+++\na = 1\n⟦[b⟧\nc = 1\n+++\n", "cannot be read as TOML"),
        ('{"a": ⟦words⟧ here}\n', "without quotes"),
        ('{"a": ⟦01⟧}\n', "begins with 0"),
        ('{"a": [1,2⟦}⟧\n}\n', "a comma or a closing bracket is missing"),
        ("⟦---⟧\na: " + "[" * 300 + "\n---\n", "256"),
        ("---\n⟦[a, b]⟧\n---\n", "YAML"),
    ],
)
def test_other_damage_says_where(text: str, words: str) -> None:
    (violation,) = assert_flags(RULE, text)
    assert words in violation.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body",
        page("title: Bread\nlink: https://example.com/a:b\ndraft: True"),
        page("title: \"Bread: a story\"\nnote: 'L''art: x'"),
        page("text: |\n  a: b: c\n  'x"),
        page("title: {{ .Title }}\ndate: {{ .Date }}: x"),
        "---\n{% include x %}: a\ntitle: a: b\n---\n",
        "---\n\nA rule, and more.\n\n---\n",
        '+++\ntitle = "Bread: a story"\n+++\n',
        '{"title": "Bread: a story"}\n',
    ],
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert_flags(RULE, text)


TOML = "+++\nfirst = 1\n{}\nlast = 2\n+++\n\nBody.\n"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("title = ⟦Rye bread⟧", 'title = "Rye bread"'),
        ("title = ⟦C:\\bread⟧", "title = 'C:\\bread'"),
        ("⟦title: 'Rye'⟧", "title = 'Rye'"),
        ("⟦title : Rye bread⟧", 'title = "Rye bread"'),
        ("title = ⟦'L'art du pain'⟧", 'title = "L\'art du pain"'),
        ("draft = ⟦True⟧", "draft = true"),
        ("date = ⟦2025-1-7⟧", "date = 2025-01-07"),
        ("date = ⟦2025/11/27⟧", "date = 2025-11-27"),
        ("date = ⟦2025-01-07T10:00Z⟧", "date = 2025-01-07T10:00:00Z"),
        ("⟦café⟧ = 1", '"café" = 1'),
        ("⟦my key⟧ = 1", '"my key" = 1'),
        ("title = 'a'⟦,⟧", "title = 'a'"),
        ("title = 1⟦ ;⟧", "title = 1"),
        ("a = ⟦x⟧\n[t]\nb = ⟦z⟧\nc = [1]", 'a = "x"\n[t]\nb = "z"\nc = [1]'),
    ],
)
def test_what_is_certain_in_toml_is_repaired(bad: str, good: str) -> None:
    found = assert_flags(RULE, TOML.format(bad), TOML.format(good))
    assert all(it.fix and it.fix.applicability is Applicability.SAFE for it in found)
    crlf = (TOML.format(lines).replace("\n", "\r\n") for lines in (bad, good))
    assert_flags(RULE, *crlf)


@pytest.mark.parametrize(
    ("bad", "better"),
    [
        ("title = ⟦“Bread”⟧", 'title = "Bread"'),
        ("title = ⟦“Bread” and⟧", 'title = "“Bread” and"'),
        ('title = ⟦"Bread⟧', 'title = "Bread"'),
        ('title = ⟦"He "x" said"⟧', "title = 'He \"x\" said'"),
        ('title = ⟦"C:\\dir"⟧', "title = 'C:\\dir'"),
        ("draft = ⟦yes⟧", "draft = true"),
        ("draft = ⟦Off⟧", "draft = false"),
        ("⟦title =⟧", 'title = ""'),
        ("title = 'a' ⟦// why⟧", "title = 'a' # why"),
        ('title = ⟦C# and "x"⟧', "title = 'C# and \"x\"'"),
    ],
)
def test_what_is_likely_in_toml_is_only_offered(bad: str, better: str) -> None:
    assert_flags(RULE, TOML.format(bad))
    assert_flags(RULE, TOML.format(bad), TOML.format(better), least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    ("bad", "good", "safe"),
    [
        ('"a": 1⟦,⟧', '"a": 1', True),
        ('"a": [1⟦,⟧ ]', '"a": [1 ]', True),
        ('"a": 1\n⟦"⟧b": 2', '"a": 1,\n"b": 2', True),
        ('"a": 1,\n⟦b⟧: 2', '"a": 1,\n"b": 2', True),
        ("\"a\": ⟦'x'⟧", '"a": "x"', True),
        ('"a": ⟦“x”⟧', '"a": "x"', True),
        ('"a": ⟦True⟧', '"a": true', True),
        ('"a": ⟦undefined⟧', '"a": null', False),
        ('"a": 1, ⟦// why⟧\n"b": 2', '"a": 1, \n"b": 2', False),
        ('"a": "C:⟦\\⟧dir"', '"a": "C:\\\\dir"', False),
        ('"a": "x⟦\t⟧y"', '"a": "x\\ty"', True),
    ],
)
def test_broken_json(bad: str, good: str, safe: bool) -> None:
    page = "{{\n{}\n}}\n\nBody.\n"
    (violation,) = assert_flags(
        RULE, page.format(bad), page.format(good), least=Applicability.SUGGESTION
    )
    assert violation.fix
    assert (violation.fix.applicability is Applicability.SAFE) is safe


def test_a_second_fault_in_json_leaves_the_first_to_its_author() -> None:
    (violation,) = assert_flags(RULE, '{"a": ⟦True⟧, "b": False}\n')
    assert violation.fix is None


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("---\na: 1\n⟦----⟧\nBody", "---\na: 1\n---\nBody"),
        ("---\na: 1\n⟦ ---⟧\nBody", "---\na: 1\n---\nBody"),
        ("---\na: 1\n⟦—⟧\nBody", "---\na: 1\n---\nBody"),
        ("+++\na = 1\n⟦---⟧\nBody", "+++\na = 1\n+++\nBody"),
    ],
)
def test_a_fence_of_another_kind_does_not_close(bad: str, good: str) -> None:
    assert_flags(RULE, bad)
    assert_flags(RULE, bad, good, least=Applicability.UNSAFE)


def found_at(generator: str, text: str) -> list[Violation]:
    site = Site(generator=generator)
    return list(RULE.check(Document("content/p.md", text, locate=lambda _: site)))


@pytest.mark.parametrize(
    ("generator", "sure"),
    [("Jekyll", True), ("Docusaurus", True), ("MkDocs", True), ("", False), ("Next", False)],
)
def test_blank_lines_before_the_fence(generator: str, sure: bool) -> None:
    (violation,) = found_at(generator, "\n\n---\ntitle: Bread\n---\n\nBody.\n")
    assert violation.fix
    assert (violation.fix.applicability is Applicability.SAFE) is sure
    assert violation.fix.edits == (Edit.deletion(Span(0, 2)),)
    assert violation.span == Span(2, 5)


@pytest.mark.parametrize("generator", ["Hugo", "Astro", "Zola"])
def test_some_generators_skip_blank_lines(generator: str) -> None:
    assert found_at(generator, "\n---\ntitle: Bread\n---\n") == []
    (violation,) = found_at(generator, "\n---\ntitle: a: b\n---\n")
    assert "a colon" in violation.message


def test_dots_close_for_some_generators_only() -> None:
    text = "---\ntitle: Bread\n...\nBody.\n"
    for generator in ("Jekyll", "MkDocs", ""):
        assert found_at(generator, text) == []
    for generator in ("Hugo", "Eleventy", "Docusaurus"):
        (violation,) = found_at(generator, text)
        assert violation.fix
        assert violation.fix.edits == (Edit.replacement(Span(17, 20), "---"),)
        assert generator in violation.message


def test_a_fence_that_names_a_language() -> None:
    (violation,) = found_at("", "---js\n({a: process.exit()})\n---\n")
    assert (violation.level, "run" in violation.message) == (Severity.WARNING, True)
    assert found_at("Eleventy", "---js\n{}\n---\n")[0].level == Severity.INFO
    for text in ('---json\n{"a": 1}\n---\n', "---yaml\na: 1\n---\n"):
        assert found_at("Eleventy", text) == []
        assert "does not take" in found_at("Hugo", text)[0].message


def test_keys_that_differ_in_capitals_are_one_to_hugo() -> None:
    text = "---\nDate: 2025-01-01\ntags: [a]\ndate: 2025-01-02\nmap: {DATE: 1}\n---\n"
    (violation,) = found_at("Hugo", text)
    assert "“date” and “Date” on line 2" in violation.message
    assert text[violation.span.start : violation.span.end] == "date"
    assert found_at("Jekyll", text) == []
    assert found_at("Hugo", "---\na: {a: 1, A: 2}\nb: 1\n---\n") == []


@pytest.mark.parametrize(
    ("lines", "good"),
    [
        ("⟦title：Bread⟧", "title: Bread"),
        ("⟦title ： Bread⟧", "title: Bread"),
        ("⟦title= Bread⟧", None),
    ],
)
def test_another_sign_instead_of_the_colon(lines: str, good: str | None) -> None:
    (violation,) = assert_flags(RULE, page(lines), good and page(good))
    assert "wants a colon and a space" in violation.message


def test_types_that_no_generator_knows() -> None:
    (violation,) = assert_flags(RULE, page("a: ⟦!important x⟧\nb: !!str y"))
    assert "“!important”" in violation.message
    assert_flags(RULE, page("a: ⟦!!python/object:os.system x⟧"))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_comment_before_the_fence(gap: str) -> None:
    assert_flags(RULE, f"⟦<!-- a\nb -->⟧{gap}---\ntitle: Bread\n---\n")
    assert_flags(RULE, f"<!-- a -->{gap}---\n\nA rule.\n\n---\n")
    assert_flags(RULE, f"<!-- a -->{gap}---\n# A heading\n---\n")
    assert_flags(RULE, f"<!-- a -->{gap}---\nNote: a heading\n---\n")
    assert_flags(RULE, f"<!-- a -->{gap}Words\n---\ntitle: Bread\n---\n")


@pytest.mark.parametrize(
    "path",
    [
        "archetypes/default.md",
        "themes/x/archetypes/post/index.md",
        "content/_template.md",
        "docs/TEMPLATE-post.md",
        "posts/post.template.md",
        ".github/ISSUE_TEMPLATE/bug.md",
        "scaffolds/post.md",
    ],
)
def test_forms_are_left_alone(path: str) -> None:
    text = "---\ntitle: a: b\n---\n"
    assert_flags(RULE, text, path=path)
    assert metadata_of(Document(path, "---\ntitle: a\n---\n")) is None


@pytest.mark.parametrize(
    "path",
    [
        "content/templates/index.md",
        "content/my-archetypes/a.md",
        "content/my-archetypes.md",
        "docs/templating.md",
        "github/a.md",
    ],
)
def test_pages_about_forms_are_pages(path: str) -> None:
    document = Document(path, "---\ntitle: a\n---\n")
    assert metadata_of(document) is document.front_matter is not None


def test_metadata_that_a_program_fills_in_is_nobodys() -> None:
    for text in ("---\na: {{ b }}: c\n---\n", '---\na: "{{ b }}"\n---\n'.replace('"', "")):
        assert metadata_of(Document("p.md", text)) is None
    assert metadata_of(Document("p.md", "---js\n{}\n---\n")) is None
    assert metadata_of(Document("p.md", "Body")) is None


_VALUES = st.text("abé: #'\"[]{},&*!|>%@`-\\?=~1\t\u00a0“”", max_size=14)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a: ", "b: ", "a:", "  - ", ""]), _VALUES), max_size=4))
def test_whatever_is_written_a_safe_fix_loses_no_word(lines: list[tuple[str, str]]) -> None:
    text = "---\n" + "".join(f"{key}{value}\n" for key, value in lines) + "---\n"
    for violation in violations(RULE, text):
        assert violation.message
        assert violation.span.end <= len(text)
        fix = violation.fix
        if fix and fix.applicability is Applicability.SAFE and "repeated" not in fix.title:
            for edit in fix.edits:
                before = text[edit.span.start : edit.span.end]
                letters = [char for char in before if char.isalnum()]
                assert [char for char in edit.content if char.isalnum()] == letters
