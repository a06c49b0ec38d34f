"""Annotations on a pull request, by GitHub's workflow commands."""

from contentlint.discovery import Failure
from contentlint.reporters import View
from contentlint.reporters.escape import escape
from contentlint.violation import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(view: View) -> str:
    """Return a command for each finding, and for each file that could not be checked."""
    found = map(_command, view.report.diagnostics)
    return "".join((*found, *map(_failure, view.report.errors)))


def _failure(failure: Failure) -> str:
    where = f"file={_property(failure.path)}," if failure.path else ""
    return f"::error {where}title=contentlint::{_value(failure.message)}\n"


def _command(one: Diagnostic) -> str:
    place = f"line={one.start.line},endLine={one.end.line}"
    if one.start.line == one.end.line:  # GitHub shows columns only within one line
        place += f",col={one.start.column},endColumn={max(one.start.column, one.end.column - 1)}"
    properties = f"file={_property(one.path)},{place},title={_property(one.rule)}"
    return f"::{_COMMANDS[one.severity]} {properties}::{_value(one.message)}\n"


def _value(text: str) -> str:
    return escape(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")
