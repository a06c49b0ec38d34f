"""The audit for a writer in a terminal: page by page, what was looked for and what stands there."""

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby
from urllib.parse import urlsplit

from rich.box import ASCII, SIMPLE, Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from contentlint.citations.audit import OF_SENTENCE, Pair, Standing
from contentlint.citations.evidence import Evidence, Support
from contentlint.reporters.audit import AuditView, summary
from contentlint.reporters.escape import at_line_start, escape

_STYLES = {
    Standing.DEAD: "bold red",
    Standing.ABSENT: "bold red",
    Standing.NEAR: "bold red",
    Standing.ELSEWHERE: "yellow",
    Standing.UNKNOWN: "yellow",
    Standing.ANSWERED: "dim",
    Standing.OTHER: "",
    Standing.UNASKED: "dim",
    Standing.SUPPORTED: "green",
    Standing.ANSWERS: "",
}
_ASCII = str.maketrans({"…": "~", "“": '"', "”": '"', "’": "'", "–": "-", "─": "-"})


def render(view: AuditView) -> str:
    """Return a table for each page, and a sentence about all."""
    out = StringIO()
    console = Console(
        file=out,
        width=view.width,
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        no_color=not view.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for path, pairs in groupby(view.pairs, key=lambda pair: pair.path):
        console.print(Text(at_line_start(path), style="bold underline"), soft_wrap=True)
        console.print(_table(view, list(pairs)))
    console.print(Text(summary(view), style="bold"), soft_wrap=True)
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    text = "\n".join(lines)
    return text if view.unicode else text.translate(_ASCII)


def _table(view: AuditView, pairs: Sequence[Pair]) -> Table:
    box: Box = SIMPLE if view.unicode else ASCII
    table = Table(box=box, expand=True, show_edge=False, pad_edge=False, header_style="dim")
    overflow = "fold" if view.whole else "ellipsis"
    for name, ratio in (("line", 0), ("", 0), ("the page", 3), ("the source", 6), ("where", 3)):
        table.add_column(
            name,
            ratio=ratio or None,
            no_wrap=not ratio or not view.whole,
            overflow=overflow,  # type: ignore[arg-type]
        )
    for pair in pairs:
        for row in _rows(pair, whole=view.whole):
            table.add_row(*row)
    return table


def _rows(pair: Pair, *, whole: bool) -> Iterator[tuple[Text, ...]]:
    place = f"{pair.place.line}:{pair.place.column}"
    where = escape(pair.claim.url) if whole else _short(pair.claim.url)
    told = pair.standing is Standing.DEAD or not pair.evidence
    if whole:
        words, title = escape(pair.claim.words), escape(pair.entry.title) if pair.entry else ""
        yield _row(place, "", words, title, where)
        place, where = "", ""
    if told:
        yield _row(place, _word(pair.standing), "", _reason(pair), where)
        place, where = "", ""
    for one in pair.evidence:
        yield _row(place, _word(pair.of(one)), _written(one), _said(one), where)
        place, where = "", ""


def _row(place: str, standing: Text | str, *rest: str) -> tuple[Text, ...]:
    word = standing if isinstance(standing, Text) else Text(standing)
    return Text(place), word, *map(Text, rest)


def _word(standing: Standing) -> Text:
    return Text(standing, style=_STYLES[standing])


def _reason(pair: Pair) -> str:
    """Return what is said of the source as a whole."""
    if pair.entry is None:
        return "contentlint cite update asks it"
    if pair.standing is Standing.UNASKED:
        return "the sentence is newer than the last look"
    return escape(pair.entry.reason)


def _written(one: Evidence) -> str:
    """Return what was looked for; a title or a year is not in the sentence, so it is named."""
    named = "" if one.kind in OF_SENTENCE else f"{one.kind}: "
    return f"{named}{escape(one.written)}"


def _said(one: Evidence) -> str:
    """Return what the source has, or why that is not known."""
    if one.support is Support.UNKNOWN:
        return escape(one.why)
    quote = f"“{escape(one.quote)}”" if one.quote else ""
    if one.support is Support.NEAR and one.found:
        return f"{escape(one.found)}: {quote}" if quote else escape(one.found)
    return quote or escape(one.found)


def _short(url: str) -> str:
    """Return where a source lies, without what all addresses have."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return escape(url)
    return escape(f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/"))
