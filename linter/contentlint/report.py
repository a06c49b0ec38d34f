"""What a run found, repaired and could not do; and what that means for its exit code."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from contentlint.discovery import Failure
from contentlint.fix import Applicability, Edit, Fix
from contentlint.source import Origin
from contentlint.span import Position, Span
from contentlint.violation import Diagnostic, Severity, Violation

CLEAN, FOUND, FAILED = 0, 1, 2


class Change(NamedTuple):
    """A page before and after its repair, and what is needed to write it back."""

    origin: Origin
    before: str
    after: str


class Summary(NamedTuple):
    """The numbers of a report. ``fixable`` counts what ``--fix`` would repair now."""

    files: int
    errors: int
    warnings: int
    infos: int
    fixable: int
    fixed: int


@dataclass(frozen=True)
class Report:
    """The outcome of a run, in the order of files and places.

    ``diagnostics`` are what is wrong (after the repair, if there was one), ``fixed`` what was
    repaired, ``errors`` the work that could not be done, ``changes`` the repaired pages,
    ``seconds`` the time it took.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    errors: tuple[Failure, ...] = ()
    files: int = 0
    seconds: float = 0.0
    changes: tuple[Change, ...] = ()

    @property
    def summary(self) -> Summary:
        """Count what there is."""
        counts = Counter(diagnostic.severity for diagnostic in self.diagnostics)
        return Summary(
            self.files,
            counts[Severity.ERROR],
            counts[Severity.WARNING],
            counts[Severity.INFO],
            sum(map(is_fixable, self.diagnostics)),
            len(self.fixed),
        )

    def exit_code(self, fail_on: Severity | None = Severity.WARNING) -> int:
        """Return 0 when all is well, 1 with findings that severe, 2 when work was left undone.

        ``fail_on`` is the least severity that counts; with None findings never do.
        """
        if self.errors:
            return FAILED
        if fail_on is None:
            return CLEAN
        return FOUND if any(one.severity >= fail_on for one in self.diagnostics) else CLEAN


def is_fixable(diagnostic: Diagnostic, least: Applicability = Applicability.SAFE) -> bool:
    """Whether a finding has a fix that is at least that sure and was not held back."""
    fix = diagnostic.fix
    return fix is not None and fix.applicability >= least and not diagnostic.note


def statistics(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """Return each rule with its number of findings and of safe fixes, the most frequent first."""
    diagnostics = list(diagnostics)
    counts = Counter(diagnostic.rule for diagnostic in diagnostics)
    fixable = Counter(one.rule for one in diagnostics if is_fixable(one))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(rule, count, fixable[rule]) for rule, count in ordered]


def packed(diagnostic: Diagnostic) -> list[Any]:
    """Return a finding as plain lists, which JSON and other processes can carry."""
    fix = diagnostic.fix
    edits = fix and [[edit.span.start, edit.span.end, edit.content] for edit in fix.edits]
    return [
        diagnostic.rule,
        diagnostic.family,
        int(diagnostic.severity),
        [diagnostic.span.start, diagnostic.span.end, *diagnostic.start, *diagnostic.end],
        diagnostic.message,
        fix and [fix.title, int(fix.applicability), edits, fix.recodes],
        int(diagnostic.violation.level),
        diagnostic.fingerprint,
        diagnostic.note,
    ]


def unpacked(path: str, plain: list[Any]) -> Diagnostic:
    """Return the finding that packed() made plain."""
    rule, family, severity, place, message, fix, level, fingerprint, note = plain
    start, end, line, column, end_line, end_column = place
    violation = Violation(Span(start, end), message, fix and _fix(*fix), Severity(level))
    return Diagnostic(
        path,
        rule,
        family,
        Severity(severity),
        violation,
        Position(line, column),
        Position(end_line, end_column),
        fingerprint,
        note,
    )


def _fix(title: str, applicability: int, edits: list[Any], recodes: int) -> Fix:
    made = tuple(Edit(Span(start, end), content) for start, end, content in edits)
    return Fix(title, made, Applicability(applicability), bool(recodes))


Facts = Mapping[str, Any]
"""What project rules want to know of a page, by rule name, as JSON has it."""
