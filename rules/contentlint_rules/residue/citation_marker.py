"""The rule `citation-marker`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import ClassVar

from contentlint import Document, Example, Fix, Part, Rule, Span, Violation
from contentlint_rules.residue import spacing
from contentlint_rules.residue.shapes import SHAPES, Marker, Run, markers, opened, runs, triggers


@dataclass(frozen=True, kw_only=True)
class CitationMarker(Rule):
    """No source markers of a chat assistant are left in the text.

    Chat assistants write markers into their answers that only their own window turns into links
    to sources: “[cite_start]”, “:contentReference[oaicite:0]{index=0}”, “【4†source】”. Copied into
    a page they are noise: readers see them as text, search engines index them, and what they
    pointed to is out of reach. Markers in code, formulas and raw HTML are left alone, so a page
    about them can show them as code.

    The fix is safe: it takes out the markers with the blanks that came with them, and nothing
    else. Where only a bullet or a label would remain, text was lost when the answer was copied;
    then there is no fix, since only the author knows what stood there.
    """

    name: ClassVar = "citation-marker"
    family: ClassVar = "residue"
    triggers: ClassVar = triggers(SHAPES)
    changes: ClassVar = Part.TEXT | Part.LINKS | Part.EMPHASIS | Part.STRUCTURE | Part.METADATA
    examples: ClassVar = (
        Example(
            bad="The mill closed in 1911. ⟦[cite_start]⟧It is a museum now⟦[cite: 1, 2]⟧.\n",
            good="The mill closed in 1911. It is a museum now.\n",
        ),
        Example(
            bad="## ⟦[cite\\_start]⟧Opening hours ⟦[cite: 230-234]⟧\n\n"
            "1.  ⟦[cite_start]⟧**Summer:** ten to six ⟦[cite: 4]⟧  \n    daily ⟦[cite_end]⟧\n",
            good="## Opening hours\n\n1.  **Summer:** ten to six  \n    daily\n",
            why="Headings, lists and line breaks stay what they are.",
        ),
        Example(
            bad="Le moulin est ouvert ⟦[cite: 3]⟧ : entrée libre ⟦[cite: 4][cite_start]⟧, tous les "
            "jours.\n",
            good="Le moulin est ouvert : entrée libre, tous les jours.\n",
            why="A blank that French has before a sign stays.",
        ),
        Example(
            bad="水车 ⟦[cite: 1][cite_start]⟧，已修复。 ⟦[cite_start]⟧每日开放。\n",
            good="水车，已修复。每日开放。\n",
        ),
        Example(
            bad="| Mill ⟦[cite: 5]⟧ | Year |\n| --- | --- |\n"
            "| ⟦[cite_start]⟧West | 1820⟦[cite: 6]⟧ |\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n",
        ),
        Example(
            bad="Water is back ⟦:contentReference[oaicite:0]{index=0}⟧.\n\n"
            "⟦::contentReference[oaicite:1]{index=1}⟧\n",
            good="Water is back.\n\n",
        ),
        Example(
            bad="The wheel turns.⟦&#8203;:contentReference[oaicite:2]index=2}⟧ It hums.\n",
            good="The wheel turns. It hums.\n",
        ),
        Example(
            bad="- **Opening hours**: ⟦:contentReference[oaicite:3]{index=3}⟧\n"
            "- ⟦[cite: 7]⟧\n- **Café**: yes\n",
            good="- **Opening hours**: ten to six\n- Guided tours\n- **Café**: yes\n",
            fixed=False,
            why="Words were lost here, and only the author knows them.",
        ),
        Example(
            bad="The wheel is oak⟦【4†source】⟧, the axle iron ⟦【4:0†source】【85†L261-L269】⟧.\n",
            good="The wheel is oak, the axle iron.\n",
        ),
        Example(
            bad="The parser reads both.⟦【F:src/parse.py†L1-L9】【ebecf8†L1-L7】⟧\n",
            good="The parser reads both.\n",
        ),
        Example(
            bad="Built in 1820 ⟦\ue200cite\ue202turn0search0\ue202turn1view2\ue201⟧. "
            "Sold in 1911 (⟦citeturn0search0turn2news1⟧).\n",
            good="Built in 1820. Sold in 1911.\n",
        ),
        Example(
            bad='Open daily ⟦:chatgpt-content-reference{index="0"}⟧[Visits](https://mill.test/).\n',
            good="Open daily [Visits](https://mill.test/).\n",
        ),
        Example(
            bad="⟦[span_0](start_span)⟧The dam leaks⟦[span_0](end_span)⟧ a "
            "little⟦[span_1](start_span)[span_1](end_span)⟧.\n",
            good="The dam leaks a little.\n",
        ),
        Example(
            bad='---\ntitle: "⟦[cite_start]⟧The mill ⟦[cite: 1]⟧"\n---\n\nText\n',
            good='---\ntitle: "The mill"\n---\n\nText\n',
        ),
        Example(
            good="Gemini writes `[cite_start]` and `[cite: 1]`, ChatGPT `【4†source】`.\n\n"
            "```\n[cite_start]\n```\n",
            why="A page about the markers shows them as code.",
        ),
        Example(
            good="See [cite: 1] and [cite: 2](https://mill.test/).\n\n[cite: 1]: https://mill.test/a\n",
            why="These are links of the author's own.",
        ),
        Example(good="[cite], [citation needed], [@doe99], {cite}`doe`, 【注】 and 【1:水车】\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield runs of markers outside code, formulas, raw HTML and templates."""
        found = tuple(markers(document.text))
        if not found:
            return
        head = bisect_left(found, document.body.start, key=lambda marker: marker.start)
        yield from _in_front_matter(document, found[:head])
        if found[head:]:
            yield from _in_body(document, found[head:])


def _in_front_matter(document: Document, found: Iterable[Marker]) -> Iterator[Violation]:
    """Yield runs in values. One fix takes all out: with some left the data may be unreadable."""
    text = document.text
    rooms = {run: spacing.value_room(text, run, _line(document, run)) for run in runs(text, found)}
    rooms = {run: room for run, room in rooms.items() if not _is_list(text, run, room)}
    lost = {run for run, room in rooms.items() if spacing.is_empty_without(text, run, room)}
    edits = [spacing.removal(text, run, rooms[run]).edit for run in rooms if run not in lost]
    fix = Fix.safe("Remove the markers", *edits) if edits else None
    for run in rooms:
        kept = None if run in lost else fix
        yield Violation(run.span, _message(text, run, lost=run in lost), kept)


def _line(document: Document, run: Run) -> Span:
    return document.lines.span(document.lines.line_at(run.start))


def _is_list(text: str, run: Run, room: spacing.Room) -> bool:
    """Whether a run is a whole value without quotation marks: YAML reads a list of words."""
    alone = spacing.is_empty_without(text, run, room)
    return alone and text[room.start - 1 : room.start] not in {'"', "'"}


def _in_body(document: Document, found: Iterable[Marker]) -> Iterator[Violation]:
    text, page = document.text, _Page(document)
    for run in runs(text, page.residue(found)):
        line = _line(document, run)
        removal = _removal(text, page.widened(run), page.room(run, line), line)
        fix = removal and (Fix.safe if removal.certain else Fix.unsafe)(
            f"Remove the marker{'s' * (len(run.markers) > 1)}", removal.edit
        )
        yield Violation(run.span, _message(text, run, lost=removal is None), fix)


def _removal(text: str, run: Run, room: spacing.Room, line: Span) -> spacing.Removal | None:
    """Return how to take a run out; None where text was lost: only a bullet or label remains."""
    run = spacing.with_brackets(text, run, room)
    if spacing.is_empty_without(text, run, room):
        return spacing.line_removal(text, run, line) if room.bare else None
    if spacing.ends_in_label(text, run, room, line) and not opened(text, room.start, run.start):
        return None
    return spacing.removal(text, run, room)


_LONGEST_QUOTE = 60
_PRIVATE_USE = dict.fromkeys(range(0xE200, 0xE203))


def _message(text: str, run: Run, *, lost: bool) -> str:
    shape = run.markers[0].shape
    verb = "was" if len(run.markers) == 1 else "were"
    if lost:
        rest = "stands where words are missing: write what belongs here, or remove what is left"
        return f"{_quote(text, run)} {verb} left by {shape.product} and {rest}"
    return f"{_quote(text, run)} {verb} left by {shape.product}; {shape.seen}"


def _quote(text: str, run: Run) -> str:
    first = run.markers[0]
    whole = text[first.start : run.span.end].translate(_PRIVATE_USE)
    if len(whole) <= _LONGEST_QUOTE:
        return f"“{whole}”"
    more = len(run.markers) - 1
    shown = text[first.start : first.end].translate(_PRIVATE_USE)
    cut = f"{shown[: _LONGEST_QUOTE - 1]}…" if len(shown) > _LONGEST_QUOTE else shown
    return f"“{cut}” and {more} more" if more else f"“{cut}”"


class _Page:
    """What of a page's Markdown decides about markers; read once, asked for each of them."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        links = (*document.links, *document.images)
        self._hidden = _joined(
            (
                *document.opaque,
                *(one.span for one in document.definitions),
                *(one.target for one in links if one.target and one.kind != "bare"),
            )
        )
        inner = [one.content for one in links if one.kind not in {"bare", "autolink", "email"}]
        self._labels = {Span(one.start - 1, one.end + 1) for one in inner if one.start}
        self._emphasis = {one.content: one.span for one in document.emphasis}
        self._starts = {one.start for one in (*inner, *self._emphasis)}
        self._ends = {one.end for one in (*inner, *self._emphasis)}
        self._cells = [
            cell for table in document.tables for row in table.rows for cell in row.cells
        ]

    def residue(self, found: Iterable[Marker]) -> Iterator[Marker]:
        """Yield the markers that readers see as such."""
        for marker in found:
            span = Span(marker.start, marker.end)
            if not self._is_hidden(span) and (marker.opens or span not in self._labels):
                yield marker

    def _is_hidden(self, span: Span) -> bool:
        """Whether something hidden touches a span, what is only a part of it not counted."""
        index = bisect_right(self._hidden, span.start, key=lambda hidden: hidden.end)
        near = takewhile(lambda hidden: hidden.start < span.end, islice(self._hidden, index, None))
        return not all(span.covers(hidden) and span != hidden for hidden in near)

    def widened(self, run: Run) -> Run:
        """Return the run with the marks of what is bold or italic in it alone."""
        span = run.span
        while span in self._emphasis:
            span = self._emphasis[span]
        return run._replace(start=span.start, end=span.end)

    def room(self, run: Run, line: Span) -> spacing.Room:
        """Return the stretch of text that a run is in: a cell, a line, what is bold or linked."""
        cell = self._cell(run)
        room = (
            spacing.Room(cell.start, cell.end) if cell else spacing.line_room(self._text, run, line)
        )
        run = self.widened(run)
        if run.start in self._starts:
            room = room._replace(start=run.start, prose=False, bare=False)
        if run.end in self._ends:
            room = room._replace(end=run.end, bare=False)
        return room

    def _cell(self, run: Run) -> Span | None:
        index = bisect_right(self._cells, run.start, key=lambda cell: cell.start) - 1
        return self._cells[index] if index >= 0 and run.start in self._cells[index] else None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
