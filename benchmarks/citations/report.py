"""How well citations are judged, in one table: make citations-report.

Public sets of marked claims and references are no part of this project: they are read from folders
that the environment names, and what has no folder is told as not run.

    WICE=folder HALLMARK=folder python benchmarks/citations/report.py
"""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
Row = tuple[str, str, str]


class Part(NamedTuple):
    """A module with ``report()``, and the variable that names the folder that it reads."""

    title: str
    module: str
    variable: str = ""
    needed: bool = False
    """Whether there is nothing to report without the folder."""


PARTS = (
    Part("Numbers", "number_claims", "WICE"),
    Part("Quotations", "quotations", "WICE", needed=True),
    Part("References", "references", "HALLMARK"),
    Part("Links", "linktree"),
)


def rows(part: Part) -> Iterator[Row]:
    """Yield what a part measured, or why it did not."""
    folder = Path(os.environ.get(part.variable) or "/nowhere")
    absent = bool(part.variable) and not folder.is_dir()
    if absent:
        words = "not run" if part.needed else "not run with it"
        yield f"{part.variable}=folder", f"{words}: the variable names no folder", ""
    if absent and part.needed:
        return
    try:
        report = import_module(part.module).report
    except ImportError as error:
        yield part.module, f"not run: {error}", ""
        return
    given = (None if absent and part.module == "references" else folder,)
    yield from report(*given[: len(signature(report).parameters)])


def main() -> None:
    """Print the table, a part at a time: some take a minute."""
    for part in PARTS:
        print(f"\n{part.title}")
        for name, value, bar in rows(part):
            print(f"  {name:<64} {value:<54} {bar}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
