"""The rule `numbered-citation`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    NUMBERED,
    Document,
    Edit,
    Example,
    Fix,
    Rule,
    Severity,
    Source,
    Sourced,
    Span,
    Violation,
    pattern,
    sourced,
)

_START = pattern(r" {0,3}(?:\\?\[\d{1,3}\\?\]|\d{1,3}[.)])[ \t]+(?=\S)")
_BLANK_LINE = pattern(r"\n[ \t]*\r?\n|\n[ \t]*\Z")
_HEADING_ONLY = pattern(r"[^\n]*\n(?:[=-]{2,}[ \t]*\r?\n)?\s*")
_ITEM = pattern(r"\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")


class NumberedCitation(Rule):
    """A number in brackets leads to its source.

    “[3]” in plain brackets is no link: readers scroll to the end of the page, search for the third
    source, and then for the place where they were. Footnotes lead there and back, are numbered by
    the site's generator, and a source that is taken out does not move all others.

    The fix makes each number a footnote's mark and each source its note, and takes the heading of
    the list out. It is unsafe: the site has to know footnotes, and the list may be meant to stand
    where it is. There is none where the list holds more than one paragraph a source.
    """

    name: ClassVar = "numbered-citation"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad="It turns ⟦[1]⟧, by night too [1, 2].\n\n## Sources\n\n1. Weiss\n2. Kern\n",
            good="It turns[^1], by night too[^1][^2].\n\n[^1]: Weiss\n[^2]: Kern\n",
            fixed=False,
        ),
        Example(good="It turns [1](https://mill.test/), by night too.[^1]\n\n[^1]: Weiss\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first number that is no link."""
        page = sourced(document)
        if page is None:
            return
        first = page.citations[0]
        shown = document[first.span]
        message = (
            f"“{shown}” is no link: readers have to search for it under “{page.title}”; a footnote "
            f"(“[^{first.number}]”) leads there and back"
        )
        yield Violation(first.span, message, _fix(document, page))


def _fix(document: Document, page: Sourced) -> Fix | None:
    numbers = [one.number for one in page.entries]
    cited = {one.number for one in page.citations}
    if len(numbers) != len(set(numbers)) or not cited.issubset(numbers):
        return None
    if "[^" in document.text or "(#" in document.text or not _is_plain(document, page):
        return None
    notes = [_note(document, entry) for entry in page.entries]
    heading = _heading(document, page.entries[0])
    if heading is None or None in notes:
        return None
    edits = (*_marks(document, page), Edit.deletion(heading), *filter(None, notes))
    return Fix.unsafe("Make them footnotes", *edits)


def _is_plain(document: Document, page: Sourced) -> bool:
    """Whether every source is one paragraph without lists in it."""
    pieces = [document[entry.span] for entry in page.entries]
    return not any(_BLANK_LINE.search(one) or _ITEM.search(one) for one in pieces)


def _heading(document: Document, first: Source) -> Span | None:
    """Return the heading of the list with all up to its first source, if that is nothing else."""
    above = [one for one in document.heading_lines if one.start < first.span.start]
    span = Span(above[-1].start, first.span.start)
    return span if _HEADING_ONLY.fullmatch(document[span]) else None


def _note(document: Document, entry: Source) -> Edit | None:
    start = _START.match(document.text, entry.span.start, entry.span.end)
    if start is None:
        return None
    return Edit.replacement(Span(*start.span()), f"[^{entry.number}]: ")


def _marks(document: Document, page: Sourced) -> Iterator[Edit]:
    """Yield the edits that make marks of footnotes, close to the word before."""
    numbers: dict[Span, list[int]] = {}
    for one in page.citations:
        numbers.setdefault(one.span, []).append(one.number)
    for span, each in numbers.items():
        before = document.text[max(0, span.start - 2) : span.start]
        glued = len(before) == 2 and before[1] == " " and not before[0].isspace()
        whole = Span(span.start - glued, span.end)
        yield Edit.replacement(whole, "".join(f"[^{number}]" for number in each))
