"""The audit for programs. Keys are only ever added."""

from typing import Any

from contentlint._version import __version__
from contentlint.citations.audit import Pair, place_of
from contentlint.citations.evidence import Evidence
from contentlint.reporters.audit import AuditView, count_sources, counts
from contentlint.reporters.escape import as_json, without_surrogates

VERSION = 1


def render(view: AuditView) -> str:
    """Return the audit as one JSON object, in ASCII: any other character is escaped."""
    found = {
        "version": VERSION,
        "contentlint": __version__,
        "summary": {
            "pages": view.pages,
            "citations": len(view.pairs),
            "sources": count_sources(view.pairs),
            "standings": dict(counts(view.pairs)),
        },
        "citations": [_clean(_pair(pair)) for pair in view.pairs],
    }
    return as_json(found)


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "path": pair.path,
        "line": pair.place.line,
        "column": pair.place.column,
        "offset": place_of(pair.claim).start,
        "end_offset": place_of(pair.claim).end,
        "sentence": pair.claim.words,
        "url": pair.claim.url,
        "named": pair.claim.named,
        "standing": str(pair.standing),
        "source": _source(pair),
        "answered_for": pair.why_not_asked if pair.excuse else "",
        "evidence": [_evidence(pair, each) for each in pair.evidence],
    }


def _source(pair: Pair) -> dict[str, Any] | None:
    if pair.entry is None:
        return None
    names = ("reason", "checked", "seen", "failed", "final", "title", "published", "updated")
    told = {name: getattr(pair.entry, name) for name in (*names, "digest", "archive")}
    notices = [{"kind": one.kind, "says": one.says, "url": one.url} for one in pair.entry.notices]
    return {"verdict": str(pair.entry.verdict), **told, "notices": notices}


def _evidence(pair: Pair, one: Evidence) -> dict[str, str]:
    return {
        "kind": str(one.kind),
        "standing": str(pair.of(one)),
        "written": one.written,
        "support": str(one.support),
        "found": one.found,
        "quote": one.quote,
        "why": one.why,
    }


def _clean(value: Any) -> Any:
    """Return a value whose texts are all valid Unicode."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value
