"""What rules say of a fact that its sources do not hold."""

import re
from collections.abc import Iterator

from contentlint import Document, Project, Severity, Span, Violation, pattern
from contentlint_rules.citations._locked import Said, cited, cut, quoting


def unsupported(project: Project, kind: str) -> Iterator[Said]:
    """Yield facts of a kind that no source of their sentence holds.

    Where the sentence may speak of something else than its source, a slip in a statistic only is
    told, unless the page rests on that source as a whole.
    """
    for one in cited(project).said:
        if one.kind == kind and one.support in ("near", "absent") and _is_told(project, one):
            yield one


def _is_told(project: Project, one: Said) -> bool:
    """Whether a fact that its sources do not hold is worth a word; of records others tell."""
    from contentlint import is_statistic

    if one.best.evidence is not None and one.best.evidence.by:
        return False
    if not one.is_loose or is_rested(project, one):
        return True
    return one.support == "near" and (one.kind != "number" or is_statistic(one.written))


def is_rested(project: Project, one: Said) -> bool:
    """Whether a figure should stand at a source because most others of its page do."""
    from contentlint import is_year

    rested = (one.page, one.best.url) in cited(project).rested_on
    return rested and one.kind == "number" and not is_year(one.written)


def not_said(project: Project, one: Said, what: str, advice: str) -> Violation:
    """Return the finding: what the source has in the fact's place, or that it has nothing."""
    look = one.best
    found = f"; it says {cut(look.found, 100)}{quoting(look)}" if look.found else ""
    lacks = f"{look.source} does not hold"
    if len(one.looks) > 1 and not look.found:
        lacks = f"None of the {len(one.looks)} sources of this sentence holds"
    told = f"{lacks} {what} {cut(one.written, 100)}{found}"
    rested = one.is_loose and is_rested(project, one)
    others = "; most other figures of this page stand there" if rested else ""
    level = Severity.WARNING if rested else Severity.INFO if one.is_loose else Severity.ERROR
    told += others
    stop = "" if told.endswith((".”", "!”", "?”", "…”")) else "."
    return Violation(one.span, f"{told}{stop} {advice}", None, level)


def differs(project: Project, one: Said, message: str) -> Violation:
    """Return the finding that a source says something else of itself; a slip is a small thing."""
    level = Severity.INFO if one.support == "near" else Severity.WARNING
    return Violation(place_of(project.document(one.page), one), message, None, level)


_LONGEST = 1_000
"""Code points of what is looked for; the lock may hold anything, and a pattern is made of it."""
_AROUND = 120
"""Code points beside what names a source in which its author or year may stand."""


_BREAK = pattern(r"\n[ \t\r>]{0,20}\n")
"""What parts two paragraphs."""


def _around(text: str, start: int, end: int) -> Span:
    """Return the surroundings of a place, as far as its paragraph goes."""
    first = max(0, start - _AROUND)
    first = max((one.end() for one in _BREAK.finditer(text, first, start)), default=first)
    behind = _BREAK.search(text, end, end + _AROUND)
    return Span(first, behind.start() if behind else end + _AROUND)


def place_of(document: Document, one: Said) -> Span:
    """Return where a page says something of its source: in what names it, before or behind."""
    written = one.written.strip()
    if one.span != one.citation or not 0 < len(written) <= _LONGEST:
        return one.span
    look = re.compile(r"\s+".join(map(re.escape, one.written.split())))
    start, end = one.citation.start, one.citation.end
    around = _around(document.text, start, end)
    for first, last in ((start, end), (around.start, end), (start, around.end)):
        match = look.search(document.text, first, last)
        if match:
            return Span(*match.span())
    return one.citation
