"""The rule `citation-marker`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.residue import spacing
from contentlint_rules.residue.code import CodeMap
from contentlint_rules.residue.kinds import known
from contentlint_rules.residue.shapes import (
    SHAPES,
    Marker,
    Run,
    markers,
    opened,
    parts_around,
    runs,
    triggers,
)

_NAMES = [shape.name for shape in SHAPES]


@dataclass(frozen=True, kw_only=True)
class CitationMarker(Rule):
    """No source markers of a chat assistant are left in the text.

    Chat assistants write markers into their answers that only their own window turns into links
    to sources: “[cite_start]”, “:contentReference[oaicite:0]{index=0}”, “【4†source】”. Copied into
    a page they are noise: readers see them as text, search engines index them, and what they
    pointed to is out of reach. In code, where a page about them would show them, they are only
    mentioned; formulas, raw HTML and templates are left alone.

    The fix is safe: it takes out the markers with the blanks that came with them, and nothing
    else; words that a marker stands round stay. Where only a bullet or a label would remain, text
    was lost when the answer was copied; then there is no fix, since only the author knows what
    stood there. Nothing is changed in code.
    """

    name: ClassVar = "citation-marker"
    family: ClassVar = "residue"
    triggers: ClassVar = triggers(SHAPES)
    changes: ClassVar = (
        Part.TEXT | Part.LINKS | Part.EMPHASIS | Part.HTML | Part.STRUCTURE | Part.METADATA
    )
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
            bad="Gemini writes `⟦[cite_start]⟧` and `⟦[cite: 1]⟧`.\n\n"
            "```\n⟦[cite_start]⟧cd src\n```\n",
            fixed=False,
            why="In code they are mentioned, no more: a page about them shows them so.",
        ),
        Example(
            bad='Sold to ⟦\ue200entity\ue202["company","Mill & Co","a miller"]\ue201⟧ by '
            '⟦<cite index="1-1,1-2">the town</cite>⟧, says '
            "⟦[oai_citation:0‡the paper]⟧(https://mill.test).\n",
            good="Sold to Mill & Co by the town, says [the paper](https://mill.test).\n",
            why="The words inside stay.",
        ),
        Example(
            bad="It was ⟦\ue203sold\ue204⟧, ⟦^[they "
            'say]({"attribution":{"attributableIndex":"1-1"}})⟧.⟦\uea012\uea02⟧\n',
            good="It was sold, they say.\n",
        ),
        Example(
            bad="The dam ⟦[web:1][file:2]⟧ is new ⟦[citation:3]⟧, the wheel ⟦[3](@ref)⟧ old"
            '⟦<grok-card data-id="a1" data-type="citation_card"></grok-card>⟧. '
            '⟦:codex-file-citation[codex-file-citation]{path="a.py"}⟧\n',
            good="The dam is new, the wheel old.\n",
        ),
        Example(
            bad="Take ⟦``【oaicite:1】``⟧ and compare ⟦[^2^][2]⟧.\n",
            good="Take the third and compare them.\n",
            fixed=False,
            why="These took the place of words or of a source.",
        ),
        Example(
            good="See [cite: 1] and [cite: 2](https://mill.test/).\n\n[cite: 1]: https://mill.test/a\n",
            why="These are links of the author's own.",
        ),
        Example(good="[cite], [citation needed], [@doe99], {cite}`doe`, 【注】 and 【1:水车】\n"),
    )

    allow: Annotated[
        tuple[str, ...],
        Help(
            "Markers that are kept on purpose, by kind.",
            {"type": "array", "items": {"enum": _NAMES}, "uniqueItems": True},
        ),
    ] = ()

    def __post_init__(self) -> None:
        known(self.allow, _NAMES, "marker")

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield runs of markers outside formulas and templates."""
        found = tuple(one for one in markers(document.text) if one.shape.name not in self.allow)
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
    residue = list(page.residue(found))
    yield from _in_code(document, page.shown(found), alone=not residue)
    for marker in residue:
        if marker.shape.around or marker.shape.lost:
            yield _unwrapped(document, marker)
    for run in runs(text, (one for one in residue if not (one.shape.around or one.shape.lost))):
        line = _line(document, run)
        removal = _removal(text, page.widened(run), page.room(run, line), line)
        fix = removal and (Fix.safe if removal.certain else Fix.unsafe)(
            f"Remove the marker{'s' * (len(run.markers) > 1)}", removal.edit
        )
        yield Violation(run.span, _message(text, run, lost=removal is None), fix)


def _in_code(document: Document, found: Iterable[Marker], *, alone: bool) -> Iterator[Violation]:
    """Yield runs in code: on purpose, perhaps, unless the running text has some too."""
    text, code = document.text, CodeMap(document)
    for run in runs(text, found):
        shown, product = _quote(text, run), run.markers[0].shape.product
        message = f"{shown} is what {product} leaves behind: meant, in this code?"
        fix = None
        if code.is_program(run.span) and not run.markers[0].shape.around:
            line = _line(document, run)
            room = spacing.Room(line.start, line.end)
            fix = Fix.unsafe("Remove it from the code", spacing.removal(text, run, room).edit)
        yield Violation(run.span, message, fix, Severity.INFO if alone else Severity.WARNING)


def _unwrapped(document: Document, marker: Marker) -> Violation:
    """Return what is said of a marker that stands round words, or in the place of some."""
    text, run = document.text, Run(marker.start, marker.end, (marker,), False)
    if marker.shape.lost:
        fix = _source(document, run) if marker.shape.sourced else None
        return Violation(run.span, _message(text, run, lost=True), fix)
    edits = map(Edit.deletion, parts_around(text, marker))
    return Violation(
        run.span,
        _message(text, run, lost=False),
        Fix.safe("Leave the words alone", *edits),
    )


_NUMBER = pattern(r"\d+")


def _source(document: Document, run: Run) -> Fix | None:
    """Return how to make a marker a link to the source that is defined under its number."""
    number = _NUMBER.search(document.text, run.start, run.end)
    if number is None or all(one.label != number[0] for one in document.definitions):
        return None
    return Fix.unsafe("Make it a link", Edit.replacement(run.span, f"[{number[0]}]"))


def _removal(text: str, run: Run, room: spacing.Room, line: Span) -> spacing.Removal | None:
    """Return how to take a run out; None where text was lost: only a bullet or label remains."""
    run = spacing.with_brackets(text, run, room)
    if spacing.is_empty_without(text, run, room):
        return spacing.line_removal(text, run.start, line) if room.bare else None
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
        self._code = sorted(one.span for one in document.code)
        links = (*document.links, *document.images)
        self._hidden = _joined(
            (
                *self._code,
                *(one.span for one in document.math),
                *document.templates,
                *chain.from_iterable(_markup(self._text, one.span) for one in document.html),
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
            hidden = self._in_code(span) if marker.shape.markup else self._is_hidden(span)
            named = span in self._labels and not (marker.opens or marker.shape.around)
            if not hidden and not named:
                yield marker

    def shown(self, found: Iterable[Marker]) -> Iterator[Marker]:
        """Yield the markers that stand in code."""
        return (one for one in found if self._in_code(Span(one.start, one.end)))

    def _in_code(self, span: Span) -> bool:
        index = bisect_right(self._code, span.start, key=lambda code: code.start) - 1
        return index >= 0 and self._code[index].covers(span) and self._code[index] != span

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


_UNREAD = pattern(r"<(?:!|\?|(?:script|style|pre|code|template|svg)\b)", re.IGNORECASE)
_TAG = pattern(r"<[^<>]{0,2000}>")


def _markup(text: str, html: Span) -> Iterator[Span]:
    """Yield what readers do not see of raw HTML: its tags, or all of a comment, a script, code."""
    if _UNREAD.match(text, html.start, html.end):
        yield html
    else:
        yield from (Span(*tag.span()) for tag in _TAG.finditer(text, html.start, html.end))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
