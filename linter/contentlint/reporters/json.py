"""The report for programs. Keys are only ever added."""

from typing import Any

from contentlint._version import __version__
from contentlint.fix import Fix
from contentlint.reporters import View
from contentlint.reporters.escape import as_json, without_surrogates
from contentlint.violation import Diagnostic


def render(view: View) -> str:
    """Return the report as one JSON object, in ASCII: any other character is escaped."""
    report = view.report
    found = {
        "version": __version__,
        "summary": report.summary._asdict(),
        "diagnostics": [_diagnostic(one) for one in report.diagnostics],
        "errors": [
            {"path": without_surrogates(path), "message": without_surrogates(message)}
            for path, message in report.errors
        ],
    }
    return as_json(found)


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "path": without_surrogates(one.path),
        "rule": one.rule,
        "family": one.family,
        "severity": str(one.severity),
        "message": without_surrogates(one.message),
        "line": one.start.line,
        "column": one.start.column,
        "end_line": one.end.line,
        "end_column": one.end.column,
        "offset": one.span.start,
        "end_offset": one.span.end,
        "fingerprint": one.fingerprint,
        "fix": one.fix and _fix(one.fix),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": without_surrogates(fix.title),
        "applicability": fix.applicability.name.lower(),
        "edits": [
            {
                "offset": edit.span.start,
                "end_offset": edit.span.end,
                "content": without_surrogates(edit.content),
            }
            for edit in fix.edits
        ],
    }
