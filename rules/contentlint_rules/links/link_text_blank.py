"""The rule `link-text-blank`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern

# A blank before “]” of a link, or after its “[”, also of a shortcut; a box to tick is neither.
_CLOSING = pattern(r"\](?<=[ \t\n]\])[(\[]")
_OPENING = pattern(r"\[[ \t\r\n]+(?![xX]?\])(?:[^\[\]\n]{1,300}\][(\[]|!\[)")
_SHORTCUT = pattern(r"\[(?:[ \t]+[^\[\]\n]{1,100}|[^\[\]\n]{1,100}[ \t])\](?![(\[:])")
_BLANKS = " \t\r\n"


class LinkTextBlank(Rule):
    """No blank stands at the edge of a link's words.

    In “[ the mill ](/mill)” the blanks are part of the link, and many pages underline them: the
    line runs on beyond the words.

    The fix is safe: it takes the blanks out, and puts one outside the link where it parts two
    words.
    """

    name: ClassVar = "link-text-blank"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended",)
    changes: ClassVar = Part.TEXT
    triggers: ClassVar = ("](", "][", "]:")
    yields_to: ClassVar = ("malformed-link",)
    examples: ClassVar = (
        Example(bad="See ⟦[ the mill ](/mill)⟧.\n", good="See [the mill](/mill).\n"),
        Example(bad="See⟦[ the mill](/mill)⟧.\n", good="See [the mill](/mill).\n"),
        Example(bad="See ⟦[the mill ](/mill)⟧and.\n", good="See [the mill](/mill) and.\n"),
        Example(good="- [ ] [a](b), an array [ 1, 2 ] and ![ a ](b.png)\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links with a blank inside their brackets."""
        text, start = document.text, document.body.start
        if not (
            _CLOSING.search(text, start)
            or _OPENING.search(text, start)
            or ("]:" in text and _SHORTCUT.search(text, start))
        ):
            return
        for link in document.links:
            if link.kind in _WRITTEN:
                edges = _edges(text, link.span, link.content)
                if edges:
                    message = "A blank at the edge of this link's words is part of the link"
                    yield Violation(link.span, message, _fix(text, link.span, *edges))


_WRITTEN = frozenset({"inline", "reference", "collapsed", "shortcut"})


def _edges(text: str, link: Span, content: Span) -> tuple[Span, Span] | None:
    """Return the blanks after “[” and before “]”; None where there are none, or no words."""
    start, end = link.start + 1, text.find("]", content.end, link.end)
    first, last = start, end
    while first < end and text[first] in _BLANKS:
        first += 1
    while last > first and text[last - 1] in _BLANKS:
        last -= 1
    if first == last or (first == start and last == end):
        return None
    return Span(start, first), Span(last, end)


def _fix(text: str, link: Span, before: Span, after: Span) -> Fix:
    """Take the blanks out, and where words would then touch the link, put one outside."""
    edits = []
    if len(before):
        outside = " " if text[link.start - 1 : link.start].isalnum() else ""
        edits.append(Edit.replacement(Span(link.start, before.end), f"{outside}["))
    if len(after):
        edits.append(Edit.deletion(after))
        if text[link.end : link.end + 1].isalnum():
            edits.append(Edit.insertion(link.end, " "))
    return Fix.safe("Take the blank out of the link", *edits)
