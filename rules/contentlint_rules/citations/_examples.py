"""A lock file for an example: what was seen of one source."""

import json
from collections.abc import Mapping
from typing import Any

from contentlint import key_of

REPORT = "https://mill.test/report"
_REASONS = {"alive": "It answers.", "moved": "It moved for good."}


def locked(
    url: str = REPORT,
    verdict: str = "alive",
    claims: Mapping[str, Mapping[str, str]] | None = None,
    **more: Any,
) -> dict[str, str]:
    """Return the lock as the file that an example has beside its page.

    ``claims`` holds the evidence of one fact of each sentence, by what the sentence says.
    """
    entry = {"verdict": verdict, "reason": _REASONS.get(verdict, "It answers with 404.")}
    entry |= {"checked": "2026-11-20T10:00:00Z", **more}
    evidence = {key_of(words): [dict(one)] for words, one in (claims or {}).items()}
    sources = {url: {**entry, "claims": evidence}}
    return {"contentlint.lock": json.dumps({"version": 1, "sources": sources})}


def number(written: str, support: str, found: str = "", quote: str = "") -> dict[str, str]:
    """Return the evidence of a number."""
    return fact("number", written, support, found, quote)


def fact(kind: str, written: str, support: str, found: str = "", quote: str = "") -> dict[str, str]:
    """Return the evidence of a fact of some kind."""
    told = {"kind": kind, "written": written, "support": support, "found": found, "quote": quote}
    return {name: value for name, value in told.items() if value}
