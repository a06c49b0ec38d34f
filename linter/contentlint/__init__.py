"""contentlint finds what makes a Markdown page look broken or untrue.

These are the names that a rule's author and a program need; nothing else is public.
"""

from typing import TYPE_CHECKING, Any

from contentlint._version import __version__
from contentlint.document import Document
from contentlint.fix import Applicability, Edit, Fix
from contentlint.patterns import pattern
from contentlint.rule import Example, Found, Help, OptionError, Part, ProjectRule, Rule
from contentlint.span import Position, Span
from contentlint.violation import Diagnostic, Severity, Violation

if TYPE_CHECKING:
    from contentlint.api import check_paths, check_text, fix_text
    from contentlint.frontmatter import Entry, FrontMatter, Problem

__all__ = [
    "Applicability",
    "Diagnostic",
    "Document",
    "Edit",
    "Entry",
    "Example",
    "Fix",
    "Found",
    "FrontMatter",
    "Help",
    "OptionError",
    "Part",
    "Position",
    "Problem",
    "ProjectRule",
    "Rule",
    "Severity",
    "Span",
    "Violation",
    "__version__",
    "check_paths",
    "check_text",
    "fix_text",
    "pattern",
]

_LATER = {
    "check_paths": "contentlint.api",
    "check_text": "contentlint.api",
    "fix_text": "contentlint.api",
    "Entry": "contentlint.frontmatter",
    "FrontMatter": "contentlint.frontmatter",
    "Problem": "contentlint.frontmatter",
}


def __getattr__(name: str) -> Any:
    """Import what is not always needed when it is first asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
