"""The audit for a writer in a terminal: page by page, what was looked for and what stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from itertools import groupby
from urllib.parse import urlsplit

from rich.box import ASCII, SIMPLE, Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from contentlint.citations.audit import OF_SENTENCE, Pair, Standing, source_of
from contentlint.citations.evidence import Evidence, Support
from contentlint.reporters.audit import AuditView, summary
from contentlint.reporters.escape import at_line_start, escape

_STYLES = {
    Standing.DEAD: "bold red",
    Standing.ABSENT: "bold red",
    Standing.NEAR: "bold red",
    Standing.ELSEWHERE: "yellow",
    Standing.PERHAPS: "yellow",
    Standing.UNKNOWN: "yellow",
    Standing.ANSWERED: "dim",
    Standing.OTHER: "",
    Standing.UNASKED: "dim",
    Standing.SUPPORTED: "green",
    Standing.ANSWERS: "",
}
_ASCII = str.maketrans({"…": "~", "“": '"', "”": '"', "’": "'", "–": "-", "─": "-"})


def render(view: AuditView) -> str:
    """Return a table for each page, or each sentence in full, and a sentence about all."""
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
    box = SIMPLE if view.unicode else ASCII
    for path, pairs in groupby(view.pairs, key=lambda pair: pair.path):
        console.print(Text(at_line_start(path), style="bold underline"), soft_wrap=True)
        for part in map(_in_full, pairs) if view.whole else (_table(list(pairs), box),):
            console.print(part if view.unicode else _spelt(part))
        if not view.whole:
            console.print()
    console.print(Text(summary(view), style="bold"), soft_wrap=True)
    text = "\n".join(map(_line, out.getvalue().split("\n")))
    return text if view.unicode else text.translate(_ASCII)


def _spelt(table: Table) -> Table:
    """Return a table of which each cell is as wide as what a terminal without Unicode shows."""
    for column in table.columns:
        for cell in column._cells:
            if isinstance(cell, Text):
                spelt = cell.plain.translate(_ASCII).encode("ascii", "backslashreplace")
                cell.plain = spelt.decode()
            elif isinstance(cell, Table):
                _spelt(cell)
    return table


def _line(line: str) -> str:
    """Return a line that is no command to GitHub, wherever a text was broken."""
    line = line.rstrip()
    return line.replace("::", "\\x3a:", 1) if line.lstrip().startswith("::") else line


def _table(pairs: Sequence[Pair], box: Box) -> Table:
    table = Table(box=box, expand=True, show_edge=False, pad_edge=False, header_style="dim")
    for name, ratio in (("line", 0), ("", 0), ("the page", 3), ("the source", 6), ("where", 3)):
        table.add_column(name, ratio=ratio or None, no_wrap=True, overflow="ellipsis")
    told: set[tuple[str, Evidence]] = set()
    noticed: set[tuple[str, str]] = set()
    last = "", ""
    for pair in pairs:
        place = _place(pair), _short(pair.claim.url)
        first = ("", "") if place == last and pair.evidence else place
        for row in _rows(replace(pair, evidence=_untold(pair, told)), cut=True):
            table.add_row(Text(first[0]), *row, Text(first[1]))
            first = "", ""
        for says in _notices(pair):
            if (pair.claim.url, says) not in noticed:
                noticed.add((pair.claim.url, says))
                table.add_row("", Text("notice", style="yellow"), Text(), Text(says))
        last = place
    return table


def _notices(pair: Pair) -> Iterator[str]:
    """Yield what registers say of the work, which is no matter of this sentence."""
    yield from (escape(one.says) for one in (pair.entry.notices if pair.entry else ()))


def _untold(pair: Pair, told: set[tuple[str, Evidence]]) -> tuple[Evidence, ...]:
    """Return what was looked for, less what was told of the source itself before.

    Twenty sentences that rest on one report need not say twenty times that its title fits.
    """
    same = {(source_of(pair.claim.url), one): one for one in pair.evidence}
    left = tuple(one for key, one in same.items() if key not in told)
    told.update(key for key, one in same.items() if one.kind not in OF_SENTENCE)
    return left or pair.evidence


def _rows(pair: Pair, *, cut: bool = False) -> Iterator[tuple[Text, Text, Text]]:
    dead = pair.standing is Standing.DEAD
    if dead or not pair.evidence:
        yield _word(pair.standing), Text(), Text(_reason(pair))
    for one in pair.evidence:
        if dead and one.support is Support.UNKNOWN:  # that it is dead says why
            continue
        yield _word(pair.of(one)), Text(_written(one)), Text(_said(one, cut=cut))


def _in_full(pair: Pair) -> Table:
    """Return a sentence, its source, and all that was looked for."""
    lines = Table.grid(padding=(0, 2, 0, 0))
    lines.add_column(min_width=7, no_wrap=True)
    lines.add_column(overflow="fold")
    lines.add_row(Text(_place(pair)), Text(escape(pair.claim.words), style="bold"))
    for line in _of_source(pair):
        lines.add_row("", Text(line, style="dim"))
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True)
    facts.add_column(ratio=1, overflow="fold")
    facts.add_column(ratio=3, overflow="fold")
    for row in _rows(pair):
        facts.add_row(*row)
    lines.add_row("", facts)
    lines.add_row("", "")
    return lines


def _of_source(pair: Pair) -> Iterator[str]:
    """Yield what is known of the source as a whole."""
    yield escape(pair.claim.url)
    known = pair.entry
    if known is None:
        return
    dates = f", of {escape(known.published[:10])}" if known.published else ""
    if known.title:
        yield f"“{escape(known.title)}”{dates}"
    day = escape((known.seen or known.checked)[:10])
    yield f"{known.verdict}: {escape(known.reason)} (seen on {day})"
    yield from (escape(f"{notice.says} {notice.url}") for notice in known.notices)
    if known.archive:
        yield f"a copy: {escape(known.archive)}"


def _place(pair: Pair) -> str:
    return f"{pair.place.line}:{pair.place.column}"


def _word(standing: Standing) -> Text:
    return Text(standing, style=_STYLES[standing])


def _reason(pair: Pair) -> str:
    """Return what is said of the source as a whole."""
    if pair.entry is None:
        return escape(pair.why_not_asked)
    if pair.beside and pair.standing is Standing.ANSWERED:
        return f"the project answers for another source of it: {escape(pair.beside.reason)}"
    if pair.standing is Standing.UNASKED:
        return "the sentence is newer than the last look"
    return escape(pair.entry.reason)


def _written(one: Evidence) -> str:
    """Return what was looked for; a title or a year is not in the sentence, so it is named."""
    named = "" if one.kind in OF_SENTENCE else f"{one.kind}: "
    return f"{named}{escape(one.written)}"


def _said(one: Evidence, *, cut: bool) -> str:
    """Return what the source has, or why that is not known.

    ``cut`` says that there may be room for a beginning only: it is to hold what was found.
    """
    if one.support is Support.UNKNOWN:
        return escape(one.why)
    said = _from(one.quote, one.found) if cut else one.quote
    quote = _quoted(escape(said))
    if one.support in (Support.NEAR, Support.ABSENT) and one.found:
        return f"{escape(one.found)}: {quote}" if quote else escape(one.found)
    if one.support is Support.ABSENT:
        return "nothing like it stands there"
    return quote or escape(one.found)


_LEAD = 24
"""Code points of a sentence before what was found in it, in a table."""


def _from(quote: str, found: str) -> str:
    """Return a sentence from shortly before what was found in it."""
    at = quote.find(found)
    if at <= 2 * _LEAD:
        return quote
    return f"…{quote[quote.find(' ', at - _LEAD, at) + 1 or at :]}"


def _quoted(text: str) -> str:
    """Return a sentence in quotation marks, unless it is one quotation itself."""
    return text if not text or text[0] in "“«„" else f"“{text}”"


def _short(url: str) -> str:
    """Return where a source lies, without what all addresses have."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return escape(url)
    return escape(f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/"))
