"""The rule `line-break-pair`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._places import enclosing

_BREAK = r"<[bB][rR]\b[^<>]{0,40}>"
_PAIR = pattern(rf"{_BREAK}(?:[ \t\r\n]{{0,40}}{_BREAK})+")


class LineBreakPair(Rule):
    """A new paragraph begins with an empty line, and not with line breaks of HTML.

    “<br><br>” looks like a new paragraph, but is none: a screen reader does not stop there, the
    distance is not that of the site's other paragraphs, and where HTML is left out the two run
    together. In tables, where nothing else is possible, and between raw HTML they are left alone.

    The fix puts an empty line in their place; it is only made with `--unsafe-fixes`, since the
    distance may have been meant.
    """

    name: ClassVar = "line-break-pair"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("<br", "<BR", "<Br")
    examples: ClassVar = (
        Example(
            bad="The mill is old.⟦<br><br>⟧It grinds.\n",
            good="The mill is old.\n\nIt grinds.\n",
            fixed=False,
        ),
        Example(
            bad="The mill is old.⟦<br />\n<br />⟧\n\nIt grinds.\n",
            good="The mill is old.\n\nIt grinds.\n",
            fixed=False,
        ),
        Example(good="Mill Lane 1<br>\nMilltown and `<br><br>`\n"),
        Example(good="| Mill |\n| --- |\n| old<br><br>tall |\n\n<div>a<br><br>b</div>\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield two line breaks or more in running text."""
        if not _PAIR.search(document.text):
            return
        inline = {html.span.start for html in document.html if not html.block}
        blocks = sorted(document.blocks)
        for match in _PAIR.finditer(document.text, document.body.start):
            span = Span(*match.span())
            block = enclosing(blocks, span)
            if span.start in inline and block and block.kind != "cell":
                message = "Line breaks in place of a new paragraph: leave an empty line"
                yield Violation(span, message, _parted(document, span, block.span))


def _parted(document: Document, span: Span, block: Span) -> Fix | None:
    """Return how to begin a paragraph; not in a list or a quote, whose lines have marks."""
    text = document.text
    start, end = span.start, span.end
    while start > block.start and text[start - 1].isspace():
        start -= 1
    while end < block.end and text[end].isspace():
        end += 1
    if start == block.start or end == block.end:
        return Fix.unsafe("Take them out", Edit.deletion(Span(start, end)))
    if block.start and text[block.start - 1] not in "\r\n":
        return None
    lines = document.newline * 2
    return Fix.unsafe("Leave an empty line", Edit.replacement(Span(start, end), lines))
