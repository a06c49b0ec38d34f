"""What proves a rule: shipped, so that authors of other rules have it too."""

import re
from collections.abc import Iterable

from contentlint.document import Document, Stored
from contentlint.fix import Applicability, Edit, apply
from contentlint.rule import Rule
from contentlint.span import Span
from contentlint.violation import Violation

_MARK = re.compile("[⟦⟧]")


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Return a text without its ⟦ ⟧ and the spans that stood between them."""
    starts: list[int] = []
    spans: list[Span] = []
    for count, mark in enumerate(_MARK.finditer(marked)):
        at = mark.start() - count
        if mark.group() == "⟦":
            starts.append(at)
        else:
            spans.append(Span(starts.pop(), at))
    if starts:
        raise ValueError("a ⟦ is not closed")
    return _MARK.sub("", marked), sorted(spans)


def mark(text: str, spans: Iterable[Span]) -> str:
    """Return the text with ⟦ ⟧ round the spans, so that a difference shows the place."""
    edges: list[tuple[int, int, str]] = []
    for span in spans:
        # Where two spans meet, the first closes before the second opens.
        edges += (span.start, 1, "⟦"), (span.end, 0 if len(span) else 2, "⟧")
    parts: list[str] = []
    at = 0
    for offset, _, sign in sorted(edges):
        parts += text[at:offset], sign
        at = offset
    return "".join([*parts, text[at:]])


def _stored(text: str) -> Stored:
    """Bytes that are no text are shown as PEP 383 has them."""
    return Stored(whole=not any("\udc80" <= char <= "\udcff" for char in text))


def violations(rule: Rule, text: str, path: str = "page.md") -> list[Violation]:
    """Return what a rule finds in a text, by place."""
    return sorted(
        rule.check(Document(path, text, _stored(text))), key=lambda violation: violation.span
    )


def repaired(text: str, found: Iterable[Violation], least: Applicability) -> str:
    """Return the text with every fix made that is at least that sure and overlaps no other."""
    edits: list[Edit] = []
    for violation in found:
        fix = violation.fix
        if fix and fix.applicability >= least and not _overlap(edits, fix.edits):
            edits += fix.edits
    return apply(text, edits)


def _overlap(edits: list[Edit], others: tuple[Edit, ...]) -> bool:
    return any(a.span.overlaps(b.span) or a.span == b.span for a in edits for b in others)


def assert_flags(
    rule: Rule,
    marked: str,
    fixed: str | None = None,
    *,
    path: str = "page.md",
    least: Applicability = Applicability.SAFE,
) -> list[Violation]:
    """Assert that a rule flags exactly what stands between ⟦ ⟧, and what its fixes give.

    ``fixed`` is the text after all fixes that are at least as sure as ``least``; None: there are
    none. Repairing the repaired text must change nothing. Returns the violations.
    """
    text, expected = unmark(marked)
    found = violations(rule, text, path)
    spans = [violation.span for violation in found]
    assert mark(text, spans) == marked, f"{rule.name} flagged other places"
    assert spans == expected
    result = repaired(text, found, least)
    assert result == (text if fixed is None else fixed), f"{rule.name} repairs it differently"
    again = repaired(result, violations(rule, result, path), least)
    assert again == result, f"{rule.name} is not done after one pass"
    return found
