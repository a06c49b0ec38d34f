"""One line a finding: ``path:line:column: severity rule: message``, as editors and grep like it."""

from contentlint.reporters import View
from contentlint.reporters.escape import at_line_start, escape
from contentlint.violation import Diagnostic


def render(view: View) -> str:
    """Return all findings, a line each."""
    return "".join(map(_line, view.report.diagnostics))


def _line(one: Diagnostic) -> str:
    place = f"{at_line_start(one.path)}:{one.start.line}:{one.start.column}"
    return f"{place}: {one.severity} {one.rule}: {escape(one.message)}\n"
