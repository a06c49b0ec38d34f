"""Marks of emphasis that stayed literal, with what stands round them."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, east_asian_width

from contentlint import Document, Span


class Run(NamedTuple):
    """Marks that a reader sees. ``before`` and ``after`` are the characters beside their run.

    ``whole`` is False where the rest of the run was read as emphasis.
    """

    span: Span
    signs: str
    opens: bool
    closes: bool
    whole: bool
    before: str
    after: str
    block: Span

    @property
    def bold(self) -> bool:
        """Whether it is made of the marks that only bold is written with."""
        return self.signs in {"**", "***"}

    @property
    def parted(self) -> bool:
        """Whether a blank or the edge of a line is on both sides."""
        return self.before.isspace() and self.after.isspace()


def literal_runs(document: Document) -> Iterator[tuple[Run, ...]]:
    """Yield the literal marks of each block of text.

    What a template will put beside a mark decides how the mark is read, so a block where one
    touches a template is left out.
    """
    for _, group in groupby(document.delimiters, key=lambda found: found.block):
        found = tuple(group)
        if not any(_touches_template(document, one.run) for one in found):
            yield tuple(
                _run(document, one.span, one.run, (one.opens, one.closes), one.block)
                for one in found
            )


def _touches_template(document: Document, run: Span) -> bool:
    spans = document.templates
    at = bisect_left(spans, run.start, key=lambda span: span.end)
    return at < len(spans) and spans[at].start <= run.end


def _run(document: Document, span: Span, run: Span, can: tuple[bool, bool], block: Span) -> Run:
    before = document.text[run.start - 1 : run.start] or "\n"
    after = document.text[run.end : run.end + 1] or "\n"
    return Run(span, document[span], *can, span == run, before, after, block)


def is_wide(char: str) -> bool:
    """Whether a character is of a script that is written without blanks between words."""
    return east_asian_width(char) in "WF"


def is_sign(char: str) -> bool:
    """Whether a character is punctuation or a symbol, as CommonMark counts them."""
    return category(char)[0] in "PS"
