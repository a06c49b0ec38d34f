"""The report for a writer: what is wrong, how it looks to a reader, what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from contentlint.fix import Applicability, Edit
from contentlint.patterns import pattern
from contentlint.report import Summary, is_fixable, statistics
from contentlint.reporters import View
from contentlint.reporters.escape import at_line_start, escape
from contentlint.reporters.excerpt import Page, cells
from contentlint.violation import Diagnostic, Severity

_SURE = {
    Applicability.SAFE: "safe fix",
    Applicability.UNSAFE: "unsafe fix",
    Applicability.SUGGESTION: "suggestion",
}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_ASCII = str.maketrans(
    {"│": "|", "‾": "^", "…": "...", "“": '"', "”": '"', "’": "'", "␣": "_", "–": "-"}
)
_VARIABLE = pattern(r"“[^”]*”|\d+")
_PLACES = 3
_AS_REPAIRED = "  (quoted as it reads once its encoding is repaired)"
_Piece = tuple[str, str]
"""A text and its style; no style is the terminal's own."""


def render(view: View) -> str:
    """Return the findings by file, the lines they are on, and what can be done."""
    return _painted(view, _pieces(view))


def _painted(view: View, pieces: Iterable[_Piece]) -> str:
    if view.colour:
        from contentlint.reporters.colour import painted

        text = painted(pieces)
    else:
        text = "".join(text for text, _ in pieces)
    return text if view.unicode else text.translate(_ASCII)


def _pieces(view: View) -> Iterator[_Piece]:
    if view.show_fixes:
        yield from _repaired(view)
    if view.statistics:
        yield from _statistics(view)
    else:
        for path, found in groupby(view.report.diagnostics, key=lambda one: one.path):
            yield from _file(view, path, list(found))
    if not view.quiet:
        yield from _summary(view)


def _file(view: View, path: str, found: list[Diagnostic]) -> Iterator[_Piece]:
    text = view.text_of(path)
    place = max(6, *(len(f"{one.start.line}:{one.start.column}") for one in found))
    name = max(len(one.rule) for one in found)
    repairs = _repairs(view, found)
    page = text and Page(text, repairs, unicode=view.unicode)
    yield at_line_start(path), "bold underline"
    said = any(not view.registry[one.rule].repairs for one in found if one.rule in view.registry)
    yield f"{_AS_REPAIRED if repairs and said else ''}\n", ""
    for group in _folded(found, view.max_findings):
        one = group[0]
        yield f"  {f'{one.start.line}:{one.start.column}':<{place}}  ", ""
        yield f"{one.severity!s:<7}  ", _STYLES[one.severity]
        yield f"{one.rule:<{name}}  ", "bold"
        yield f"{escape(one.message)}{_times(group)}\n", ""
        if page and one.span.start <= len(page.text):
            yield from _quoted(view, page, one, place)
        if one.note:
            yield f"{' ' * (place + 4)}│ not repaired: {escape(one.note)}\n", "dim"
    yield "\n", ""


def _repairs(view: View, found: list[Diagnostic]) -> tuple[Edit, ...]:
    """Return the edits that repair the encoding: what is quoted is shown with them made."""
    rules = view.registry
    fixes = [one.fix for one in found if one.rule in rules and rules[one.rule].repairs]
    safe = [fix for fix in fixes if fix and fix.applicability is Applicability.SAFE]
    return tuple(sorted({edit for fix in safe for edit in fix.edits}))


def _folded(found: list[Diagnostic], most: int) -> Iterator[list[Diagnostic]]:
    """Yield findings alone, but those of one kind together where there are more than ``most``."""
    kinds = [_kind(one) for one in found]
    counts = Counter(kinds)
    groups: dict[tuple[str, int, str], list[Diagnostic]] = {}
    for one, kind in zip(found, kinds, strict=True):
        groups.setdefault(kind, []).append(one)
    for one, kind in zip(found, kinds, strict=True):
        if not most or counts[kind] <= most:
            yield [one]
        elif groups[kind][0] is one:
            yield groups[kind]


def _kind(one: Diagnostic) -> tuple[str, int, str]:
    return one.rule, one.severity, _VARIABLE.sub("", one.message)


def _times(group: list[Diagnostic]) -> str:
    if len(group) == 1:
        return ""
    others = ", ".join(f"{one.start.line}:{one.start.column}" for one in group[1:_PLACES])
    more = len(group) - _PLACES
    return f" ({len(group):,} like this: also at {others}{f' and {more:,} more' if more else ''})"


def _quoted(view: View, page: Page, one: Diagnostic, place: int) -> Iterator[_Piece]:
    indent = f"{' ' * (place + 4)}│ "
    room = max(20, view.width - len(indent))
    repairing = one.rule in view.registry and view.registry[one.rule].repairs
    page = page.raw() if repairing else page
    quoted = page.excerpt(one.span, room)
    tag = _tag(one)
    after = one.fix and page.after(one.span, one.fix, room - 10 - len(tag))
    yield f"{indent}{quoted.text}\n", ""
    sign = "‾" * quoted.length
    beside = "" if after else tag
    line = f"{indent}{' ' * quoted.start}{sign}"
    yield _beside(line, beside, view.width), _STYLES[one.severity]
    if after and one.fix:
        sure = one.fix.applicability is not Applicability.SUGGESTION
        yield (
            _beside(f"{indent}{'becomes' if sure else 'perhaps'} {after}", tag, view.width),
            "green",
        )


def _tag(one: Diagnostic) -> str:
    return _SURE[one.fix.applicability] if one.fix and not one.note else ""


def _beside(line: str, tag: str, width: int) -> str:
    if not tag:
        return f"{line}\n"
    gap = max(2, width - cells(line) - len(tag))
    return f"{line}{' ' * gap}{tag}\n"


def _repaired(view: View) -> Iterator[_Piece]:
    for path, fixed in groupby(view.report.fixed, key=lambda one: one.path):
        yield at_line_start(path), "bold underline"
        yield "\n", ""
        for one in fixed:
            title = one.fix.title if one.fix else one.message
            place = f"{one.start.line}:{one.start.column}"
            yield f"  {place:<8}  repaired  {one.rule}  {escape(title)}\n", "green"
        yield "\n", ""


def _statistics(view: View) -> Iterator[_Piece]:
    rows = statistics(view.report.diagnostics)
    wide = len(f"{rows[0][1]:,}") if rows else 0
    name = max((len(rule) for rule, _, _ in rows), default=0)
    for rule, count, fixable in rows:
        able = f"{fixable:,} can be repaired" if fixable else ""
        yield f"{f'{count:,}':>{wide}}  {rule:<{name}}  {able}".rstrip() + "\n", ""
    if rows:
        yield "\n", ""


def _summary(view: View) -> Iterator[_Piece]:
    report, summary = view.report, view.report.summary
    time = f"{report.seconds:.1f} s"
    if view.repaired and summary.fixed:
        changed = len(report.changes)
        places = _count(summary.fixed, "place")
        yield f"Repaired {places} in {_count(changed, 'file')}.\n", "green"
    if not report.diagnostics:
        left = " left" if summary.fixed else ""
        undone = f", {_count(len(report.errors), 'file')} not checked" if report.errors else ""
        yield f"{_count(summary.files, 'file')}, no problems{left}{undone}, {time}\n", ""
        return
    yield f"{_totals(view, summary)} in {time}.\n", "bold"
    yield from _advice(view, summary)


def _totals(view: View, summary: Summary) -> str:
    found = view.report.diagnostics
    named = (("error", summary.errors), ("warning", summary.warnings), ("info", summary.infos))
    parts = ", ".join(_count(count, name) for name, count in named if count)
    where = len({one.path for one in found})
    left = " left" if summary.fixed else ""
    files = f"{where:,} of {_count(summary.files, 'file')}"
    return f"{_count(len(found), 'problem')}{left} in {files} ({parts})"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _advice(view: View, summary: Summary) -> Iterator[_Piece]:
    again = f" {escape(view.again)}" if view.again else ""
    likely = sum(is_fixable(one, Applicability.UNSAFE) for one in view.report.diagnostics)
    likely -= summary.fixable
    if summary.fixable and not view.repaired:
        yield f"{summary.fixable:,} can be repaired now:  contentlint check --fix{again}", ""
        yield "     (look first:  --diff)\n", ""
    if likely:
        yield f"{likely:,} more can likely be repaired:  --fix --unsafe-fixes", ""
        yield "     (look first:  --diff)\n", ""
    rule = view.report.diagnostics[0].rule
    yield f"contentlint explain {rule}  tells more.\n", ""
