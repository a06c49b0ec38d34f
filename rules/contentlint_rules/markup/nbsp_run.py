"""The rule `nbsp-run`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._places import Piece, enclosing

_ONE = r"(?:&nbsp;|&#160;|&#xa0;|&e[mn]sp;|\u00a0)"
_RUN = pattern(rf"{_ONE}(?:[ \t]{{0,9}}{_ONE})+", re.IGNORECASE)
_ALONE = pattern(rf"^[ \t]{{0,3}}({_ONE})[ \t]{{0,9}}\r?$", re.IGNORECASE | re.MULTILINE)
_SPELT = pattern(r"&(?:nbsp|#160|#[xX][aA]0|e[mn]sp);[ \t]{0,9}(?:[&\u00a0\r\n]|\Z)")
_GLUED = ("\xa0\xa0", "\xa0 \xa0", "\xa0&", "\xa0 &", "\n\xa0")


class NbspRun(Rule):
    """No text is pushed aside with blanks that do not break, and no line holds nothing else.

    A run of “&nbsp;” makes an indent or a gap that fits one width of the screen. On a telephone
    the text runs out of its column, and a screen reader may read each of them. A list, a table or
    a style does what is meant. One “&nbsp;” between two words keeps them together and is fine.

    The fix leaves one plain blank, or none where a line begins, and is only made with
    `--unsafe-fixes`.
    """

    name: ClassVar = "nbsp-run"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("nbsp;", "#160;", "#xA0;", "#xa0;", "emsp;", "ensp;", "\xa0")
    examples: ClassVar = (
        Example(
            bad="Hours:⟦&nbsp;&nbsp;&nbsp;⟧ daily\n",
            good="Hours: daily\n",
            fixed=False,
        ),
        Example(
            bad="The mill.\n\n⟦&nbsp;⟧\n\nIt is old.\n",
            good="The mill.\n\nIt is old.\n",
            fixed=False,
        ),
        Example(good="5&nbsp;kg, « old » and `&nbsp;&nbsp;`\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield runs of blanks that do not break, and lines of one alone."""
        text = document.text
        if not (_SPELT.search(text) or any(glued in text for glued in _GLUED)):
            return
        blocks = sorted(document.blocks)
        for match in _RUN.finditer(text):
            span = Span(*match.span())
            if not _ends_line(text, span.end) and _is_prose(document, span):
                message = "Blanks that do not break, as a gap or an indent: use a list or a style"
                yield Violation(span, message, _shorter(document, blocks, span))
        for match in _ALONE.finditer(text):
            span = Span(*match.span(1))
            if _is_paragraph(document, blocks, span):
                message = (
                    "A line of a blank alone, as a gap: the site's style keeps paragraphs apart"
                )
                yield Violation(span, message, Fix.unsafe("Take it out", Edit.deletion(span)))


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing follows in the line: then nobody sees the blanks."""
    return text[at : at + 9].lstrip(" \t")[:1] in {"", "\r", "\n"}


def _is_prose(document: Document, span: Span) -> bool:
    return span.start >= document.body.start and not document.is_opaque(span)


def _is_paragraph(document: Document, blocks: Sequence[Piece], span: Span) -> bool:
    block = enclosing(blocks, span)
    return block is not None and block.span == span and _is_prose(document, span)


def _shorter(document: Document, blocks: Sequence[Piece], span: Span) -> Fix:
    before = document.text[span.start - 1 : span.start]
    after = document.text[span.end : span.end + 1]
    block = enclosing(blocks, span)
    if before in {"", "\n"} or (block and block.span.start == span.start):
        return Fix.unsafe("Take them out", Edit.deletion(span))
    blank = "" if before in " \t" or after in " \t" else " "
    return Fix.unsafe("Leave one blank", Edit.replacement(span, blank))
