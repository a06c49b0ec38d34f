import pytest

from contentlint import Document, Position, Span
from contentlint.testing import mark


def test_a_span_slices_the_text() -> None:
    assert Document("a.md", "héllo")[Span(1, 3)] == "él"


@pytest.mark.parametrize(
    ("text", "newline"),
    [("", "\n"), ("a", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\r\nb\nc\n", "\n"), ("a\rb\r", "\r")],
)
def test_newline(text: str, newline: str) -> None:
    assert Document("a.md", text).newline == newline


def test_position() -> None:
    assert Document("a.md", "a\nbé").position(3) == Position(2, 2)


@pytest.mark.parametrize(
    ("path", "suffix"), [("a/b.MDX", ".mdx"), ("README", ""), ("a.b/c.md", ".md")]
)
def test_suffix(path: str, suffix: str) -> None:
    assert Document(path, "").suffix == suffix


@pytest.mark.parametrize(
    ("text", "body"),
    [("text", "text"), ("---\na: é\n---\ntext", "text"), ("---\r\na: b\r\n---\r\nx", "x")],
)
def test_the_body_follows_the_front_matter(text: str, body: str) -> None:
    document = Document("a.md", text)
    assert document[document.body] == body


EVERYTHING = """---
title: T
---
# Head *em*

A [link](u) ![img](v) `code` **strong** $m$ <b>html</b> {{ tpl }} note[^1] open **here

| a | b |
|---|---|
| c | d |

* item

[ref]: /url

[^1]: the note
"""


def test_every_fact_is_at_hand() -> None:
    document = Document("a.md", EVERYTHING)
    seen = {
        name: [document[getattr(one, "span", one)] for one in getattr(document, name)]
        for name in (
            "headings", "links", "images", "emphasis", "delimiters", "code", "html", "math",
            "tables", "lists", "footnotes", "definitions", "templates",
        )
    }  # fmt: skip
    assert seen == {
        "headings": ["# Head *em*\n"],
        "links": ["[link](u)"],
        "images": ["![img](v)"],
        "emphasis": ["*em*", "**strong**"],
        "delimiters": ["**"],
        "code": ["`code`"],
        "html": ["<b>", "</b>"],
        "math": ["$m$"],
        "tables": ["| a | b |\n|---|---|\n| c | d |\n"],
        "lists": ["* item\n\n"],
        "footnotes": ["[^1]", "[^1]: the note\n"],
        "definitions": ["[ref]: /url"],
        "templates": ["{{ tpl }}"],
    }
    assert [block.kind for block in document.blocks] == [
        "heading", "paragraph", "cell", "cell", "cell", "cell", "item", "paragraph",
    ]  # fmt: skip


def test_what_is_not_running_text() -> None:
    document = Document("a.md", EVERYTHING)
    shown = mark(document.text, document.opaque).split("\n")[5]
    assert shown == (
        "A [link](u) ![img](v) ⟦`code`⟧ **strong** ⟦$m$⟧ ⟦<b>⟧html⟦</b>⟧ ⟦{{ tpl }}⟧"
        " note[^1] open **here"
    )


@pytest.mark.parametrize("marked", ["⟦x⟧ `code` y", "x ⟦`⟧code` y", "x `code⟦` y⟧", "x `code`⟦ ⟧y"])
def test_is_opaque(marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    document = Document("a.md", "x `code` y")
    assert document.is_opaque(Span(start, end)) == ("`" in marked[start : end + 1])


def test_what_is_code_and_what_is_in_a_link() -> None:
    document = Document("page.md", "a `b` [c](d) ![e](f) [g]\n\n[g]: h\n\n```\ni\n```\n")
    where = {char: document.text.index(char) for char in "abcdefghi"}
    spans = {char: Span(at, at + 1) for char, at in where.items()}
    assert [char for char in spans if document.is_code(spans[char])] == ["b", "i"]
    assert [char for char in spans if document.is_in_link(spans[char])] == list("cdefgh")
