"""The rule `bold-heading`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    HeadingLine,
    Help,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._headings import confirmed
from contentlint_rules.markup._places import is_inside, outermost_lists

# Words without links, code, images and tags, alone on a line: they begin with the mark, so that
# the search leaps from mark to mark.
_WORDS = r"(?![\s*_])([^*_\n\[\]`<>|\\]{1,200})(?<!\s)"
_END = r"[ \t]*(?:<!--[^\n]{0,200}-->[ \t]*)?\r?(?=\n|\Z)"
_BOLD = (
    pattern(rf"\*\*(?<![^\n ]\*\*){_WORDS}\*\*{_END}"),
    pattern(rf"__(?<![^\n ]__){_WORDS}__{_END}"),
)
_ITALIC = (
    pattern(rf"\*(?<![^\n ]\*)(?:\*\*)?{_WORDS}(?:\*\*)?\*{_END}"),
    pattern(rf"_(?<![^\n ]_)(?:__)?{_WORDS}(?:__)?_{_END}"),
)
_LABEL = pattern(r": |\A[-–—•\d]")
# Below it stands what a caption or a label stands above, another heading, or nothing.
_LABELLED = pattern(r"\s*(?:\Z|```|~~~|\||<|!\[|\{|#{1,6}[ \t]|[-*_]{3,}[ \t]*\r?\n|[^\n|]*\|)")


@dataclass(frozen=True, kw_only=True)
class BoldHeading(Rule):
    """What looks like the heading of a passage is a heading.

    A bold line alone above a passage looks like one, but the table of contents lacks it, no link
    leads to it, and a screen reader reads it as a sentence. What stands above code, a table or an
    image may be its caption, and is left alone, as is what ends like a sentence.

    The fix is unsafe, and there is one only where a single level fits: below the title of the
    page, and where the first such line comes right after another heading.
    """

    name: ClassVar = "bold-heading"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("*", "_")
    examples: ClassVar = (
        Example(
            bad="# The mill\n\n⟦**Opening hours**⟧\n\nDaily from nine.\n",
            good="# The mill\n\n## Opening hours\n\nDaily from nine.\n",
            fixed=False,
        ),
        Example(
            bad="# The mill\n\n⟦*Opening hours*⟧\n\nDaily from nine.\n",
            options={"italic": True},
        ),
        Example(good="**Closed on Mondays.**\n\nIt is open on all other days.\n"),
        Example(good="**mill.toml**\n\n```toml\nsails = 4\n```\n"),
        Example(good="- a\n\n  **b**\n\n  c\n\n> **d**\n>\n> e\n"),
    )

    marks: Annotated[str, Help("The characters that end a sentence or a label.")] = (
        ".,;:!?。，；：！？"
    )
    italic: Annotated[bool, Help("Whether a line in italics may be a heading too.")] = False
    labels: Annotated[
        bool, Help("Whether a line above code, a table or an image may be a heading too.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield bold lines that stand above a passage."""
        shapes = (*_BOLD, *_ITALIC) if self.italic else _BOLD
        suspects = sorted(span for shape in shapes for span in self._suspects(document, shape))
        found = _paragraphs(document, suspects) if suspects else []
        levels = _levels(document, found) if found else {}
        for span in found:
            level = levels.get(span)
            message = "This line looks like a heading and is none: write it as one, with “#”"
            yield Violation(span, message, (level and _fix(document, span, level)) or None)

    def _suspects(self, document: Document, shape: "re.Pattern[str]") -> Iterator[Span]:
        text, start = document.text, document.body.start
        for match in shape.finditer(text, start):
            words = match[1]
            if words[-1] in self.marks or not any(map(str.isalnum, words)):
                continue
            if not _stands_alone(text, match, start):
                continue
            if self.labels or not (_LABEL.search(words) or _LABELLED.match(text, match.end())):
                end = match.end(1) + match.start(1) - match.start()
                yield Span(match.start(), end)


def _stands_alone(text: str, match: "re.Match[str]", start: int) -> bool:
    """Whether the line is between blank lines."""
    line = text.rfind("\n", start, match.start())
    if text[max(line + 1, start) : match.start()].strip():
        return False
    above = text[max(start, text.rfind("\n", start, line) + 1) : line] if line > start else ""
    end = text.find("\n", match.end() + 1)
    below = text[match.end() : end if end >= 0 else len(text)]
    return not (above.strip() or below.strip())


def _paragraphs(document: Document, suspects: list[Span]) -> list[Span]:
    """Return what is a paragraph of its own, all bold or italic, and in no list."""
    emphasized = {one.span for one in document.emphasis}
    paragraphs = {one.span.start for one in document.blocks if one.kind == "paragraph"}
    lists = outermost_lists(document)
    return [
        span
        for span in suspects
        if span in emphasized
        and span.start in paragraphs
        and not is_inside(lists, span.start)
        and not document.is_opaque(span)
    ]


def _levels(document: Document, found: list[Span]) -> dict[Span, int]:
    """Return the level of those for which only one is right.

    Below the title that is the second. Below another heading it is one level deeper if nothing
    stands between the two; the others in that part of the page are then like the first.
    """
    headings = confirmed(document, document.heading_lines)
    starts = [line.start for line in headings]
    deeper: dict[int, bool] = {}
    levels = {}
    for span in found:
        index = bisect_right(starts, span.start) - 1
        if index >= 0:
            above = headings[index]
            after = deeper.setdefault(index, _follows(document, above, span))
            if (after or above.level == 1) and above.level < _DEEPEST:
                levels[span] = above.level + 1
    return levels


_DEEPEST = 6


def _follows(document: Document, above: HeadingLine, span: Span) -> bool:
    return not document.text[above.end : span.start].strip()


def _fix(document: Document, span: Span, level: int) -> Fix:
    words = document[span].strip("*_")
    made = Edit.replacement(span, f"{'#' * level} {words}")
    return Fix.unsafe(f"Make it a heading of level {level}", made)
