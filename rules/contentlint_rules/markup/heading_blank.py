"""The rule `heading-blank`."""

import re
from collections.abc import Container, Iterator
from functools import cached_property
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._places import enclosing, is_inside
from contentlint_rules.markup._verbatim import verbatim

# Blanks that look like one and are none to Markdown; the fixed ones among them do not break lines.
_WRONG = r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_GLUED = pattern(
    rf"^(?: {{0,3}}>){{0,9}} {{0,3}}(#{{1,6}})({_WRONG}(?:[ \t]|{_WRONG})*|(?=[^\s#!\\]))"
    r"([^\s#][^\r\n]{0,300})",
    re.MULTILINE,
)
# It begins with the sign, so that the search leaps from one to the next.
_MAYBE = pattern(r"#(?<![^\n >]#)#{0,5}[^ \t\r\n#!\\]")
_TAGS = pattern(r"#?[\w/-]{1,60}(?:[ ,]+#[\w/-]{1,60})*[ \t]*$|\d+\b|\w*[a-z][A-Z]")
# Two signs or more that close a heading, glued to its last word or after a special space.
_CLOSED = pattern(
    rf"^(?: {{0,3}}>){{0,9}} {{0,3}}#{{1,6}}[ \t][^\r\n]{{0,300}}(?:[^\s#\\]|({_WRONG}))"
    r"(#{2,6})[ \t]*\r?$",
    re.MULTILINE,
)
_MAYBE_CLOSED = pattern(r"##(?<=[^ \t\r\n#\\]##)#{0,4}[ \t]*\r?(?:\n|\Z)")
_CLOSING = pattern(r"(?<=[^\s#\\])([ \t]*)(#{1,6})[ \t]*\Z")


class HeadingBlank(Rule):
    """Every heading has a blank after its “#”.

    “##Opening hours” is no heading: readers see the signs, and the table of contents lacks it. A
    no-break space is no blank to Markdown either. Signs that close a heading show in it if no
    blank stands before them. Words that begin with one “#” are tags or numbers of tickets, and are
    left alone.

    The fix puts the blank in. It is safe for two signs or more, after a special space and where
    signs close the heading too, since nothing else is written so.
    """

    name: ClassVar = "heading-blank"
    family: ClassVar = "markup"
    changes: ClassVar = Part.STRUCTURE | Part.TEXT
    triggers: ClassVar = ("#",)
    examples: ClassVar = (
        Example(bad="⟦##⟧Opening hours\n\nDaily.\n", good="## Opening hours\n\nDaily.\n"),
        Example(bad="⟦###⟧**The mill**\n", good="### **The mill**\n"),
        Example(
            bad="⟦##\xa0⟧Opening hours\n\nDaily.\n",
            good="## Opening hours\n\nDaily.\n",
            why="A no-break space stands after the signs.",
        ),
        Example(bad="⟦##⟧The mill##\n", good="## The mill ##\n"),
        Example(bad="## The mill⟦##⟧\n", good="## The mill ##\n"),
        Example(
            bad="Text\n\n⟦#⟧The history of the mill\n\nIt is old.\n",
            good="Text\n\n# The history of the mill\n\nIt is old.\n",
            fixed=False,
            why="One sign may also begin a tag.",
        ),
        Example(good="#mill #river\n\n#12 is done.\n\n#!shebang\n\n\\##not\n\n## A\n\n# C#\n"),
        Example(good="```c\n##define\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the signs of lines that were meant as headings, and of headings that show some."""
        text, start = document.text, document.body.start
        found: list[Violation] = []
        if _MAYBE.search(text, start):
            paragraphs = _Starts(document)
            for match in _GLUED.finditer(text, start):
                found += _opening(document, match, paragraphs)
        if _MAYBE_CLOSED.search(text, start):
            for match in _CLOSED.finditer(text, start):
                found += _closing(document, match)
        left_alone = verbatim(document) if found else []
        yield from (one for one in found if not is_inside(left_alone, one.span.start))


class _Starts:
    """Where paragraphs begin: asked of the parser only once somebody wants to know."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __contains__(self, at: object) -> bool:
        return at in self._all

    @cached_property
    def _all(self) -> frozenset[int]:
        blocks = self._document.blocks
        return frozenset(block.span.start for block in blocks if block.kind == "paragraph")


def _opening(
    document: Document, match: "re.Match[str]", paragraphs: Container[int]
) -> Iterator[Violation]:
    """Yield the signs of a line that no blank stands after."""
    span = Span(match.start(1), match.end(2))
    if _is_tag(match) or document.is_opaque(span) or span.start not in paragraphs:
        return
    signs, wrong = match[1], match[2]
    if wrong:
        message = (
            f"After “{signs}” stands a special space, so this is no heading: put a blank there"
        )
    else:
        message = f"Without a blank after “{signs}” this is no heading: readers see the signs"
    closing = _CLOSING.search(match[3])
    edits = [Edit.replacement(Span(match.start(2), match.end(2)), " ")]
    closed = closing is not None and closing[2] == signs
    if closing and closed and not closing[1]:
        edits.append(Edit.insertion(match.start(3) + closing.start(2), " "))
    sure = len(signs) > 1 or wrong or closed
    fix = (Fix.safe if sure else Fix.unsafe)("Put a blank in", *edits)
    yield Violation(span, message, fix, Severity.ERROR if sure else Severity.WARNING)


def _closing(document: Document, match: "re.Match[str]") -> Iterator[Violation]:
    """Yield the signs that close a heading and that no blank stands before."""
    span = Span(*match.span(2))
    if not document.is_opaque(span) and enclosing(document.headings, span):
        message = f"Without a blank before “{match[2]}” at the end, readers see the signs"
        gap = Span(match.start(1), match.end(1)) if match[1] else Span.at(span.start)
        yield Violation(span, message, Fix.safe("Put a blank in", Edit.replacement(gap, " ")))


def _is_tag(match: "re.Match[str]") -> bool:
    """Whether one “#” begins a tag, several tags, or a number."""
    words, closing = match[3], _CLOSING.search(match[3])
    if len(match[1]) > 1 or match[2] or (closing and closing[2] == "#"):
        return False
    return _TAGS.match(words) is not None or not words[0].isalpha() or " " not in words
