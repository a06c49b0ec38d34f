"""SARIF 2.1.0, for code scanning.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import inspect
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from contentlint._version import __version__
from contentlint.discovery import Failure
from contentlint.fix import Applicability, Fix
from contentlint.presets import DEFAULT
from contentlint.reporters import View
from contentlint.reporters.escape import as_json, without_surrogates
from contentlint.rule import Rule
from contentlint.span import LineIndex
from contentlint.violation import Diagnostic, Severity

MOST = 25_000
"""The most results that GitHub takes of a run; the least severe are left out beyond it."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(view: View) -> str:
    """Return the report as one SARIF log, in ASCII."""
    found = view.report.diagnostics
    kept = sorted(found, key=lambda one: -one.severity)[:MOST] if len(found) > MOST else found
    names = sorted({one.rule for one in kept})
    indexes = {name: index for index, name in enumerate(names)}
    lines = _Lines(view)
    run = {
        "tool": {"driver": _driver(view, names)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The working directory."}}},
        "invocations": [_invocation(view.report.errors, len(found) - len(kept))],
        "results": [_result(one, indexes[one.rule], lines) for one in kept],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log)


class _Lines:
    """The lines of the pages with fixes, each page looked at once."""

    def __init__(self, view: View) -> None:
        self._text_of = view.text_of
        self._known: dict[str, LineIndex | None] = {}

    def of(self, path: str) -> LineIndex | None:
        if path not in self._known:
            text = self._text_of(path)
            self._known[path] = None if text is None else LineIndex(text)
        return self._known[path]


def _driver(view: View, names: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "contentlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name, view.registry.get(name)) for name in names],
    }


def _rule(name: str, rule: type[Rule] | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "name": rule.__name__,
        "shortDescription": {"text": rule.summary()},
        "fullDescription": {"text": inspect.cleandoc(rule.__doc__ or "")},
        "defaultConfiguration": {
            "level": _LEVELS[rule.severity],
            "enabled": DEFAULT[0] in rule.presets,
        },
        "properties": {"tags": [rule.family]},
    }


def _invocation(errors: tuple[Failure, ...], left_out: int) -> dict[str, Any]:
    notes = [{"level": "error", "message": {"text": _told(error)}} for error in errors]
    if left_out:
        text = f"{left_out:,} findings beyond the {MOST:,} most severe were left out."
        notes.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not errors, "toolExecutionNotifications": notes}


def _told(error: Failure) -> str:
    text = f"{error.path}: {error.message}" if error.path else error.message
    return without_surrogates(text)


def _result(one: Diagnostic, index: int, lines: _Lines) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": without_surrogates(one.message)},
        "locations": [{"physicalLocation": {**_file(one.path), "region": _region(one)}}],
        "partialFingerprints": {"contentlint/v1": one.fingerprint},
    }
    index_of = lines.of(one.path) if one.fix else None
    if one.fix and index_of and one.fix.applicability is not Applicability.SUGGESTION:
        found["fixes"] = [_fix(one.path, one.fix, index_of)]
    return found


def _file(path: str) -> dict[str, Any]:
    raw = path.replace("\\", "/") if "\\" in path and "/" not in path else path
    absolute = raw.startswith(("/", "../"))
    uri = quote(raw.encode("utf-8", "surrogateescape"), safe="/")
    base = {} if absolute else {"uriBaseId": "ROOT"}
    return {"artifactLocation": {"uri": uri, **base}}


def _region(one: Diagnostic) -> dict[str, int]:
    return {
        "startLine": one.start.line,
        "startColumn": one.start.column,
        "endLine": one.end.line,
        "endColumn": one.end.column,
    }


def _fix(path: str, fix: Fix, lines: LineIndex) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        start, end = lines.position(edit.span.start), lines.position(edit.span.end)
        region = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
        content = {"text": without_surrogates(edit.content)}
        replacements.append({"deletedRegion": region, "insertedContent": content})
    change = {**_file(path), "replacements": replacements}
    return {"description": {"text": without_surrogates(fix.title)}, "artifactChanges": [change]}
