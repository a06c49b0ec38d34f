"""Fences that one generator takes and another does not."""

import re
from collections.abc import Iterator

from contentlint import Document, Edit, Fix, FrontMatter, Severity, Span, Violation, pattern

_COMMENT = pattern(r"(?P<comment><!--.{0,4000}?-->)\s{0,200}(?=---[ \t]*[\r\n])", re.DOTALL)
# Which generators read front matter with gray-matter, or with a pattern as strict as its own.
_STRICT = frozenset({"Jekyll", "Eleventy", "VitePress", "Docusaurus", "Gatsby", "MkDocs"})
_SKIP_BLANK_LINES = frozenset({"Hugo", "Astro", "Zola"})
_ONLY_DASHES = frozenset({"Hugo", "Astro", "Zola", "Eleventy", "VitePress", "Docusaurus", "Gatsby"})
_NO_TAGS = frozenset({"Hugo", "Jekyll", "MkDocs", "Zola", "Astro"})


def hidden(document: Document) -> Iterator[Violation]:
    """Yield a block that no generator sees, as a comment stands before it."""
    comment = _COMMENT.match(document.text)
    if comment is None:
        return
    block = Document("", document.text[comment.end() :]).front_matter
    if block is None or block.closing is None or block.problems:
        return
    # A line “Note: …” between two rules is text; keys that generators know begin small.
    if any(key[:1].islower() for key in block.data):
        span = Span(*comment.span("comment"))
        yield Violation(
            span,
            "A comment stands before the front matter, so generators take it for text: move the "
            "comment below it",
        )


def doubtful(document: Document, block: FrontMatter) -> Iterator[Violation]:
    """Yield what the site's generator does not take for a fence."""
    if block.opening.start:
        yield from _blank_lines(document, block)
    if len(block.opening) > len("---"):
        yield from _language(document, block)
    if block.closing and document.text.startswith("...", block.closing.start):
        yield from _dots(document, block.closing)


def _blank_lines(document: Document, block: FrontMatter) -> Iterator[Violation]:
    generator = document.site.generator
    if generator in _SKIP_BLANK_LINES:
        return
    span = Span(0, block.opening.start)
    who = f"{generator} takes" if generator in _STRICT else "most generators take"
    make = Fix.safe if generator in _STRICT else Fix.suggestion
    yield Violation(
        block.opening,
        f"Blank lines stand before the front matter, so {who} it for text: begin the page with it",
        make("Remove the blank lines", Edit.deletion(span)),
    )


def _language(document: Document, block: FrontMatter) -> Iterator[Violation]:
    fence, generator = document[block.opening], document.site.generator
    if block.kind == "script":
        yield Violation(
            block.opening,
            f"The front matter is a program (“{fence}”): some generators run whatever stands in it "
            "and others take it for text; write the values as YAML",
            level=Severity.INFO if generator == "Eleventy" else Severity.WARNING,
        )
    elif generator in _NO_TAGS:
        yield Violation(
            block.opening,
            f"{generator} does not take “{fence}” for the beginning of front matter, so it "
            "publishes the block as text",
        )


def _dots(document: Document, closing: Span) -> Iterator[Violation]:
    generator = document.site.generator
    if generator in _ONLY_DASHES:
        yield Violation(
            closing,
            f"{generator} does not take “...” for the end of front matter: write “---”",
            Fix.safe("Close it with “---”", Edit.replacement(closing, "---")),
        )
