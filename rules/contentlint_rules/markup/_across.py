"""Bold that was meant to go on from one block of text to the next, where marks cannot."""

from bisect import bisect_left
from operator import attrgetter
from typing import TypeVar

from contentlint import Document, Edit, Fix, Span, Violation, pattern
from contentlint_rules.markup._lone import begins_words
from contentlint_rules.markup._repairs import brief
from contentlint_rules.markup._runs import Run

T = TypeVar("T")
_FARTHEST = 2_000
_MOST_BLOCKS = 6
_ENDS = pattern(r"[\s.,:;!?)”»\"]*\Z")
_FULL_STOPS = frozenset(".!?。")
_KINDS = {"item": "list items", "cell": "cells", "paragraph": "paragraphs"}


def across(document: Document, first: Run, second: Run) -> Violation | None:
    """Return the damage that two marks are which stand in blocks of their own."""
    if not _could_be_one(document, first, second):
        return None
    kind, blocks = _blocks(document, Span(first.block.start, second.block.end))
    bold = _bold(first, second, blocks)
    if not bold or not all(_works(document[span]) for span in bold):
        return None
    span = Span(first.span.start, second.span.end)
    edits = [Edit.insertion(one.end, "**") for one in bold[:-1]]
    edits += [Edit.insertion(one.start, "**") for one in bold[1:]]
    message = f"“{brief(document[span])}” is not read as bold: it runs on across {kind}, "
    message += "so readers see “**”"
    return Violation(span, message, Fix.unsafe(f"Write ** in each of the {kind}", *edits))


def _could_be_one(document: Document, first: Run, second: Run) -> bool:
    if first.signs != "**" or second.signs != "**" or not (first.whole and second.whole):
        return False
    if not (first.opens and not first.closes and second.closes and not second.opens):
        return False
    if second.span.start - first.span.end > _FARTHEST:
        return False
    rest = document.text[first.span.end : first.block.end]
    # A whole sentence behind two asterisks may be a note to what has two at its end.
    ends = _ENDS.match(document.text, second.span.end, second.block.end)
    return (bool(ends) or rest[-1:] not in _FULL_STOPS) and begins_words(first, rest)


def _blocks(document: Document, whole: Span) -> tuple[str, tuple[Span, ...]]:
    """Return the blocks in a span and their kind; none unless they follow each other."""
    blocks = _within(document.blocks, whole)
    kinds = {block.kind for block in blocks}
    parted = any(code.info is not None for code in _within(document.code, whole))
    parted = parted or any(html.block for html in _within(document.html, whole))
    if parted or len(kinds) != 1 or not kinds <= _KINDS.keys() or len(blocks) > _MOST_BLOCKS:
        return "", ()
    return _KINDS[kinds.pop()], tuple(block.span for block in blocks)


def _within(found: tuple[T, ...], whole: Span) -> tuple[T, ...]:
    """Return those, of many in order, that begin in a span."""
    first = bisect_left(found, whole.start, key=_start)
    return found[first : bisect_left(found, whole.end, key=_start)]


_start = attrgetter("span.start")


def _bold(first: Run, second: Run, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what of each block stands between the two marks."""
    if len(blocks) < 2:
        return ()
    starts = [first.span.end, *(block.start for block in blocks[1:])]
    ends = [*(block.end for block in blocks[:-1]), second.span.start]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _works(words: str) -> bool:
    """Whether marks round a block of words show bold and no marks."""
    piece = Document("page.md", f"**{words}**")
    return bool(piece.emphasis) and not piece.delimiters
