"""``contentlint repair``: undo what a wrong encoding did to a file, and show it."""

from collections.abc import Iterator
from typing import Annotated

import typer

from contentlint.cli.console import complain, put
from contentlint.config import Config
from contentlint.fix import Applicability, apply
from contentlint.registry import installed
from contentlint.report import CLEAN, FAILED, FOUND
from contentlint.reporters.escape import at_line_start, escape
from contentlint.runner import Run, Task, examine
from contentlint.source import SourceError, read
from contentlint.violation import Diagnostic

_RULES = ("mojibake", "invalid-encoding", "byte-order-mark")
_SURE = {Applicability.SAFE: "certain", Applicability.UNSAFE: "likely"}


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="The files to look at.")],
    fix: Annotated[bool, typer.Option("--fix", help="Write what is certain.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix, write also what is likely.")
    ] = False,
) -> int:
    """Show what a wrong encoding did to a file, line by line, before and after.

    Says which encoding it was, and whether the repair is certain or likely. Exits with 0 when there
    is nothing to repair, or all is repaired; with 1 when something is left; with 2 when the work
    could not be done.
    """
    registry = installed()
    config = Config(registry).choosing([name for name in _RULES if name in registry], [])
    codes = [_shown(path, config) for path in files]
    if not fix:
        return max(codes)
    least = Applicability.UNSAFE if unsafe_fixes else Applicability.SAFE
    report = Run(Task(config, least), jobs=1, writes=True).over(files)
    for path, message in report.errors:
        complain(f"{path}: {message}" if path else message)
    put(f"{len(report.changes)} of {len(files)} files were repaired.\n")
    return FAILED if report.errors else FOUND if report.diagnostics else CLEAN


def _shown(path: str, config: Config) -> int:
    """Show what would become of a file, and return the exit code for it."""
    try:
        text = read(path).text
    except SourceError as error:
        complain(f"{path}: {error}")
        return FAILED
    found = examine(path, Task(config)).diagnostics
    for diagnostic in found:
        put("".join(f"{line}\n" for line in _lines(text, diagnostic)))
    if not found:
        put(f"{escape(path)}: nothing to repair\n")
    return FOUND if found else CLEAN


def _lines(text: str, diagnostic: Diagnostic) -> Iterator[str]:
    fix = diagnostic.violation.fix
    sure = _SURE.get(fix.applicability, "unsure") if fix else "no repair"
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    yield f"{at_line_start(place)}: {sure}: {escape(diagnostic.message)}"
    if fix:
        after = apply(text, fix.edits).split("\n")
        for number, (old, new) in enumerate(zip(text.split("\n"), after, strict=False), 1):
            if old != new:
                yield f"{number:>6} - {escape(old)}"
                yield f"{'':>6} + {escape(new)}"
