"""What rules say of a fact that its sources do not hold."""

from collections.abc import Iterator

from contentlint import Project, Severity, Violation
from contentlint_rules.citations._locked import Look, Said, cited, cut, quoting


def unsupported(project: Project, kind: str) -> Iterator[Said]:
    """Yield facts of a kind that no source of their sentence holds."""
    for one in cited(project).said:
        if one.kind == kind and one.support in {"near", "absent"}:
            yield one


def violation(one: Said, what: str, advice: str) -> Violation:
    """Return the finding: what the source has in the fact's place, or that it has nothing."""
    look = one.best
    told = f"{_source(one, look)} does not hold {what} {cut(one.written, 100)}"
    found = look.evidence.found if look.evidence else ""
    if found:
        told = f"{told}; it says {cut(found, 100)}{quoting(look)}"
    return Violation(one.span, f"{told.rstrip('.')}. {advice}")


def _source(one: Said, look: Look) -> str:
    count = len(one.looks)
    found = bool(look.evidence and look.evidence.found)
    return look.source if count == 1 or found else f"Each of the {count} sources was read and"


def differing(one: Said, message: str) -> Violation:
    """Return the finding that a source says something else of itself; a slip is a small thing."""
    level = Severity.INFO if one.support == "near" else Severity.WARNING
    return Violation(one.span, message, None, level)
