"""The audit for spreadsheets: a line for each thing that was looked for.

A spreadsheet takes a cell that begins like a formula for one, and runs it: such a cell gets an
apostrophe in front (OWASP, CSV Injection).
"""

import csv
from collections.abc import Iterator
from io import StringIO

from contentlint.citations.audit import Pair
from contentlint.reporters.audit import AuditView
from contentlint.reporters.escape import at_line_start

COLUMNS = (
    *("path", "line", "column", "standing", "sentence", "named", "url"),
    *("verdict", "reason", "checked", "title", "kind", "written", "support", "found", "quote"),
    "why",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def render(view: AuditView) -> str:
    """Return the audit with a head line."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair in view.pairs:
        writer.writerows(map(guarded, row) for row in _rows(pair))  # a path begins the line
    return out.getvalue()


def _rows(pair: Pair) -> Iterator[tuple[str, ...]]:
    known = pair.entry
    source = (str(known.verdict), known.reason, known.checked, known.title) if known else ("",) * 4
    first = (
        *(pair.path, str(pair.place.line), str(pair.place.column), str(pair.standing)),
        *(pair.claim.words, pair.claim.named, pair.claim.url),
        *source,
    )
    for one in pair.evidence:
        yield (
            *first,
            *(str(one.kind), one.written, str(one.support), one.found, one.quote, one.why),
        )
    if not pair.evidence:
        yield (*first, *("",) * 5, pair.why_not_asked if pair.excuse else "")


def guarded(cell: str) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula."""
    shown = at_line_start(cell)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) or cell[:1] in _FORMULA else shown
