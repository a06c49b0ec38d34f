"""The rows of a table as they are written."""

from collections.abc import Iterator, Sequence

from contentlint import pattern

_BAR = pattern(r"(?<!\\)(?:\\\\)*\|")
_TICKS = pattern(r"(?<!\\)`+")
_MOST_TICKS = 60
DASHES = pattern(r"[ \t>]{0,20}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*")
"""A line under the head of a table, without its line break."""


def inner(row: str) -> list[int]:
    """Return where the cells of a row begin, the first one left out."""
    bars = [at.end() for at in _BAR.finditer(row)]
    first = len(row) - len(row.lstrip(" \t>"))
    last = len(row.rstrip())
    return [at for at in bars if first < at - 1 and at < last]


def cells(row: str) -> int:
    """Return how many cells a row has."""
    if "\\" in row:
        return len(inner(row)) + 1
    row = row.lstrip(" \t>").rstrip()
    return max(row.count("|") + 1 - row.startswith("|") - row.endswith("|"), 1)


_DASHED = pattern(r"\|[ \t]{0,20}:?-")


def next_head(text: str, at: int) -> tuple[int, int] | None:
    """Return how many cells the next line of dashes has, and where the line after it begins."""
    while found := _DASHED.search(text, at):
        start = text.rfind("\n", at, found.start()) + 1 or at
        at = text.find("\n", found.end()) + 1 or len(text)
        line = text[start:at].rstrip()
        if DASHES.fullmatch(line):
            return cells(line), at
    return None


def bars_in_code(row: str) -> list[int]:
    """Return where each “|” stands that a writer put into code without a backslash."""
    ticks = [run.span() for run in _TICKS.finditer(row)] if "`" in row else []
    return list(_in_code(row, ticks)) if len(ticks) < _MOST_TICKS else []


def _in_code(row: str, ticks: Sequence[tuple[int, int]]) -> Iterator[int]:
    at = 0
    while at < len(ticks):
        start, end = ticks[at]
        closing = next((it for it in ticks[at + 1 :] if it[1] - it[0] == end - start), None)
        if closing:
            yield from (bar.end() - 1 for bar in _BAR.finditer(row, end, closing[0]))
            at = ticks.index(closing)
        at += 1


def number(cells: int) -> str:
    """Return “1 cell”, “2 cells” and so on."""
    return "1 cell" if cells == 1 else f"{cells} cells"
