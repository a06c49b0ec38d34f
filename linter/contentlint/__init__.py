"""contentlint finds what makes a Markdown page look broken or untrue.

These are the names that a rule's author needs; nothing else is public.
"""

from contentlint._version import __version__
from contentlint.document import Document
from contentlint.fix import Applicability, Edit, Fix
from contentlint.rule import Example, Found, Help, OptionError, Part, ProjectRule, Rule
from contentlint.span import Position, Span
from contentlint.violation import Diagnostic, Severity, Violation

__all__ = [
    "Applicability",
    "Diagnostic",
    "Document",
    "Edit",
    "Example",
    "Fix",
    "Found",
    "Help",
    "OptionError",
    "Part",
    "Position",
    "ProjectRule",
    "Rule",
    "Severity",
    "Span",
    "Violation",
    "__version__",
]
