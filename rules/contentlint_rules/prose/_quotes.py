"""Quotation marks that are not those of the language."""

from collections.abc import Iterator
from typing import NamedTuple

from contentlint import Document, Edit, Fix, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import is_prose


class Marks(NamedTuple):
    """What a quotation begins and ends with."""

    opening: str
    closing: str


_STRAIGHT = pattern(r'"(?<![\w=\\]")([^\s"“”«»„](?:[^"“”«»„\n]{0,300}[^\s"“”«»„=])?)"(?![\w"])')
_CURLY = pattern(r'“([^\s"“”«»„](?:[^"“”«»„\n]{0,300}[^\s"“”«»„])?)”')


def foreign(
    document: Document, language: str, own: Marks, *, curly: bool = True
) -> Iterator[Violation]:
    """Yield a page's quotations in straight marks, and (``curly``) in English ones."""
    kinds = (_STRAIGHT, _CURLY) if curly else (_STRAIGHT,)
    found = [one for kind in kinds for one in kind.finditer(document.text, document.body.start)]
    if not found or document.language != language:
        return
    for match in found:
        first, last = Span(match.start(), match.start() + 1), Span(match.end() - 1, match.end())
        if is_prose(document, first) and is_prose(document, last):
            yield _violation(document, first, last, own)


def _violation(document: Document, first: Span, last: Span, own: Marks) -> Violation:
    shown = f"{own.opening.strip()}…{own.closing.strip()}"
    edits = Edit.replacement(first, own.opening), Edit.replacement(last, own.closing)
    fix = Fix.unsafe(f"Write “{shown}”", *edits)
    message = (
        f"“{document[first]}…{document[last]}” is not how this language quotes: write “{shown}”"
    )
    return Violation(Span(first.start, last.end), message, fix, Severity.INFO)
