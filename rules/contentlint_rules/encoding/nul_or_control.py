"""Characters that are no text: NUL, control characters, and those that turn the direction."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Span, Violation, pattern
from contentlint_rules.characters import gathered, named, strange

_CONTROL = pattern("[\x00-\x08\x0b\x0e-\x1f\x7f]{1,200}|[\x80-\x84\x86-\x9f]{1,200}")
_BIDI = pattern("[\u202a-\u202e\u2066-\u2069]")
_LINE = pattern("[^\n]*[\u202a-\u202e\u2066-\u2069][^\n]*")
_ENDS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}


class NulOrControl(Rule):
    """Every character is text.

    Control characters come from terminals, old word processors and broken tools. Readers do not
    see them, but feeds become invalid XML, YAML refuses the front matter, and a program may take
    the rest of the file for binary data. Signs that turn the direction of writing and are never
    turned back show a line in another order than it has: that has been used to hide code.

    The fix is safe where it deletes control characters of ASCII outside of code. Others may be
    what is left of damaged text, and signs of direction may be meant: those are deleted with
    `--unsafe-fixes` only.
    """

    name: ClassVar = "nul-or-control"
    family: ClassVar = "encoding"
    repairs: ClassVar = True
    changes: ClassVar = Part.TEXT | Part.EMPHASIS | Part.LINKS | Part.STRUCTURE | Part.METADATA
    examples: ClassVar = (
        Example(bad="From a terminal⟦\x08⟧.\n", good="From a terminal.\n"),
        Example(
            bad="A ⟦\u202e⟧line that turns.\n",
            good="A line that turns.\n",
            fixed=False,
            why="Nothing turns the direction back.",
        ),
        Example(good="A name \u2067אבג\u2069 in a line.\n", why="Turned, and turned back."),
        Example(good="Tabs\tand\r\nline breaks.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each run, or one of each sort for a page with many."""
        text = document.text
        if any(char <= "\x9f" for char in strange(text)):
            yield from self._controls(document)
        if any("\u202a" <= char <= "\u2069" for char in strange(text)):
            yield from gathered(document, _turning(text), _said_of_turn, _perhaps)

    def _controls(self, document: Document) -> Iterator[Violation]:
        text = document.text
        found = [Span(*match.span()) for match in _CONTROL.finditer(text)]
        plain = (span for span in found if text[span.start] < "\x80")
        other = (span for span in found if text[span.start] >= "\x80")
        said, delete = partial(_said, text), partial(_deletion, document)
        yield from gathered(document, plain, said, delete)
        yield from gathered(document, other, said, _perhaps)


def _said(text: str, span: Span) -> str:
    return f"A control character stands here: {named(text[span.start])}. Delete it"


def _said_of_turn(span: Span) -> str:
    del span
    return "From here on the line is shown in another order than it has, and nothing ends that"


def _deletion(document: Document, spans: Iterable[Span]) -> Fix | None:
    outside = [span for span in spans if not document.is_opaque(span)]
    return Fix.safe("Delete it", *map(Edit.deletion, outside)) if outside else None


def _perhaps(spans: Iterable[Span]) -> Fix:
    return Fix.unsafe("Delete it", *map(Edit.deletion, spans))


def _turning(text: str) -> Iterator[Span]:
    """Yield the signs that turn the direction of a line and are not taken back in it."""
    for line in _LINE.finditer(text):
        open_: list[int] = []
        for sign in _BIDI.finditer(text, *line.span()):
            if sign.group() not in _ENDS:
                open_.append(sign.start())
            elif open_ and text[open_[-1]] in _ENDS[sign.group()]:
                open_.pop()
        yield from (Span(at, at + 1) for at in open_)
