"""contentlint finds what makes a Markdown page look broken or untrue.

These are the names that a rule's author and a program need; nothing else is public. Each is
imported when it is first asked for (PEP 562): the command answers ``--version`` without any.
"""

from typing import TYPE_CHECKING, Any

from contentlint._version import __version__

if TYPE_CHECKING:
    from contentlint.anchors import places, sources
    from contentlint.api import check_paths, check_text, fix_text
    from contentlint.citations.bibliography import Bibliography, Reference, bibliography
    from contentlint.citations.claims import Address, addresses, claims
    from contentlint.citations.evidence import Claim, Evidence, Fact, Kind, Support
    from contentlint.citations.keys import key_of
    from contentlint.citations.kinds import is_statistic, is_year
    from contentlint.citations.lock import Lock, LockEntry, Notice
    from contentlint.citations.marks import citation_keys, cited, source_lists
    from contentlint.citations.reading import Reader, Reading
    from contentlint.citations.resting import rests_on
    from contentlint.citations.sentences import sentences
    from contentlint.citations.sources import NUMBERED, Source, Sourced, listed, sourced
    from contentlint.citations.tracking import CLICKS, SPLIT, TRACKS, untracked
    from contentlint.citations.visit import Verdict
    from contentlint.document import Document, Stored
    from contentlint.fix import Applicability, Edit, Fix
    from contentlint.forms import FORMS, language_meant
    from contentlint.frontmatter import Entry, FrontMatter, Problem
    from contentlint.frontmatter.dates import (
        hugo_counts,
        hugo_reads,
        impossible,
        in_iso,
        jekyll_refuses,
    )
    from contentlint.frontmatter.dialects import PARSERS, meaning
    from contentlint.frontmatter.moments import Meaning
    from contentlint.glance import HeadingLine
    from contentlint.language import told_by_path, unaccented
    from contentlint.markdown import Code
    from contentlint.numbers import Quantity, quantities
    from contentlint.patterns import pattern
    from contentlint.project import Files, Project
    from contentlint.routes import ASSETS, PAGES, Landing, Routes
    from contentlint.rule import Example, Found, Help, OptionError, Part, ProjectRule, Rule
    from contentlint.schema import FIELDS, compiled
    from contentlint.site import Site
    from contentlint.span import Position, Span, merged, touches
    from contentlint.violation import Diagnostic, Severity, Violation

_HOMES = {
    "anchors": ("places", "sources"),
    "api": ("check_paths", "check_text", "fix_text"),
    "citations.bibliography": ("Bibliography", "Reference", "bibliography"),
    "citations.claims": ("Address", "addresses", "claims"),
    "citations.evidence": ("Claim", "Evidence", "Fact", "Kind", "Support"),
    "citations.keys": ("key_of",),
    "citations.lock": ("Lock", "LockEntry", "Notice"),
    "citations.visit": ("Verdict",),
    "citations.tracking": ("CLICKS", "SPLIT", "TRACKS", "untracked"),
    "citations.marks": ("citation_keys", "cited", "source_lists"),
    "citations.reading": ("Reader", "Reading"),
    "citations.kinds": ("is_statistic", "is_year"),
    "citations.resting": ("rests_on",),
    "citations.sentences": ("sentences",),
    "citations.sources": ("NUMBERED", "Source", "Sourced", "listed", "sourced"),
    "document": ("Document", "Stored"),
    "fix": ("Applicability", "Edit", "Fix"),
    "forms": ("FORMS", "language_meant"),
    "frontmatter": ("Entry", "FrontMatter", "Problem"),
    "frontmatter.dates": ("hugo_counts", "hugo_reads", "impossible", "in_iso", "jekyll_refuses"),
    "frontmatter.dialects": ("PARSERS", "meaning"),
    "frontmatter.moments": ("Meaning",),
    "glance": ("HeadingLine",),
    "language": ("told_by_path", "unaccented"),
    "markdown": ("Code",),
    "numbers": ("Quantity", "quantities"),
    "patterns": ("pattern",),
    "project": ("Files", "Project"),
    "routes": ("ASSETS", "PAGES", "Landing", "Routes"),
    "rule": ("Example", "Found", "Help", "OptionError", "Part", "ProjectRule", "Rule"),
    "schema": ("FIELDS", "compiled"),
    "site": ("Site",),
    "span": ("Position", "Span", "merged", "touches"),
    "violation": ("Diagnostic", "Severity", "Violation"),
}

__all__ = [
    "ASSETS",
    "CLICKS",
    "FIELDS",
    "FORMS",
    "NUMBERED",
    "PAGES",
    "PARSERS",
    "SPLIT",
    "TRACKS",
    "Address",
    "Applicability",
    "Bibliography",
    "Claim",
    "Code",
    "Diagnostic",
    "Document",
    "Edit",
    "Entry",
    "Evidence",
    "Example",
    "Fact",
    "Files",
    "Fix",
    "Found",
    "FrontMatter",
    "HeadingLine",
    "Help",
    "Kind",
    "Landing",
    "Lock",
    "LockEntry",
    "Meaning",
    "Notice",
    "OptionError",
    "Part",
    "Position",
    "Problem",
    "Project",
    "ProjectRule",
    "Quantity",
    "Reader",
    "Reading",
    "Reference",
    "Routes",
    "Rule",
    "Severity",
    "Site",
    "Source",
    "Sourced",
    "Span",
    "Stored",
    "Support",
    "Verdict",
    "Violation",
    "__version__",
    "addresses",
    "bibliography",
    "check_paths",
    "check_text",
    "citation_keys",
    "cited",
    "claims",
    "compiled",
    "fix_text",
    "hugo_counts",
    "hugo_reads",
    "impossible",
    "in_iso",
    "is_statistic",
    "is_year",
    "jekyll_refuses",
    "key_of",
    "language_meant",
    "listed",
    "meaning",
    "merged",
    "pattern",
    "places",
    "quantities",
    "rests_on",
    "sentences",
    "source_lists",
    "sourced",
    "sources",
    "told_by_path",
    "touches",
    "unaccented",
    "untracked",
]


def __getattr__(name: str) -> Any:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
