"""What a rule finds, and the same once the engine has signed it."""

from dataclasses import dataclass
from enum import IntEnum

from contentlint.fix import Fix
from contentlint.span import Position, Span


class Severity(IntEnum):
    """How much a finding matters; the configuration decides, never the rule."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Violation:
    """Where something is wrong, in words a writer understands, and how to repair it.

    ``level`` lowers one finding below its rule's severity (a doubtful case); it never raises it.
    """

    span: Span
    message: str
    fix: Fix | None = None
    level: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A violation signed by the engine: which file, which rule, how severe, and at which place.

    ``fingerprint`` stays the same when lines are added or removed elsewhere in the file.
    ``note`` says why a fix was held back, when it was.
    """

    path: str
    rule: str
    family: str
    severity: Severity
    violation: Violation
    start: Position
    end: Position
    fingerprint: str
    note: str = ""

    @property
    def span(self) -> Span:
        """The flagged code points of the file on disk."""
        return self.violation.span

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return self.violation.message

    @property
    def fix(self) -> Fix | None:
        """How to repair it, where that is known."""
        return self.violation.fix

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order of a report: file, place, rule."""
        return self.path, self.span.start, self.span.end, self.rule, self.message
