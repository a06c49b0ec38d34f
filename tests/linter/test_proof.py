import pytest

from contentlint import Document, Edit, Fix, Part, Span
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


@pytest.mark.parametrize("piece", ["*a _a*_ ", "[", "`a` [b] <c "])
def test_a_tangled_page_proves_nothing_and_costs_little(piece: str, linear) -> None:
    def work(size: int) -> None:
        assert objected(piece * size + "x\n", "x\n", "y\n", Part.TEXT) is TANGLED

    linear(work, 12_000)


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
