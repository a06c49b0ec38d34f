"""Sentences that name their sources.

```
page ─marks→ links, [1], [^1], [@key] ┐
page ─blocks→ words ─sentences→ ──────┴→ Claim(sentence, source, facts)
```

A citation belongs to the sentence that it stands in or right behind. That others rest on it too is
a guess, and so is what a link on a mere name stands for: such claims are ``loose``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from contentlint.citations.addresses import Address, addresses, may_lead_out
from contentlint.citations.asserting import (
    IS_STUDY,
    SPEAKS_OF_IT,
    YEAR,
    Sentence,
    is_sure,
    may_be_own,
)
from contentlint.citations.bibliography import Reference, work_words
from contentlint.citations.entries import Entries
from contentlint.citations.evidence import Claim, Fact, Kind
from contentlint.citations.identifiers import register_of
from contentlint.citations.marks import MOST_NAMED, Mark, Marks, citation_keys, introduces
from contentlint.citations.reading import Reading
from contentlint.citations.sentences import sentences
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

__all__ = ["Address", "addresses", "claims"]

Facts = Callable[[str, str], tuple[Fact, ...]]
"""Finds the facts of a sentence: its words and its language → facts, with places in the words."""

_DASH = pattern(r"(?i)[—–―]|--|\b(?:sources?|via|quelle|fuente|fonte|bron)\s?:?\s?\(?\Z")
_MORE = pattern(r"[^\n]{0,500}\n(?:[ \t]{0,20}>[ \t]{0,20}\n){0,20}[ \t]{0,20}>[ \t]{0,20}[^\s>]")
_LONGEST = 5_000
"""Code points of a sentence: a longer one is a list or a table of data, and none is looked for."""
_MOST = 50
"""Sources and facts of one sentence, at most: each fact is looked for at each source."""
_MOST_OF_PAGE = 2_000
"""Facts of one page that are kept, each of them once for each of its sources."""
_QUOTED = 6
"""Words of a quoted paragraph from which on it can be found at its source."""


class _Piece(NamedTuple):
    """A piece of a page that is read as one: a block, or (``whole``) a row of a table."""

    extent: Span
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    whole: bool = False


class _Region(NamedTuple):
    """What a source may stand for although it is named elsewhere: a table, a list, a page."""

    span: Span
    mark: Mark


def _sentence(reading: Reading, span: Span, marks: tuple[Mark, ...]) -> Sentence:
    at, rest = span.start, []
    for mark in marks:
        inside = reading.within(mark.span)
        rest.append(reading.words[at : max(at, inside.start)])
        at = max(at, inside.end)
    rest.append(reading.words[at : span.end])
    return Sentence(reading, span, marks, bool(marks) and introduces(" ".join(rest)))


def claims(
    document: Document,
    sources: Mapping[str, Reference] | None = None,
    facts: Facts | None = None,
) -> tuple[Claim, ...]:
    """Return the sentences that name a source, each with each of its sources, in order.

    A sentence with two sources gives two claims of the same span: its facts stand at one or the
    other. ``sources`` are the works of the page's bibliography, by key. ``facts`` finds what a
    sentence says that its source should say, with places in its words; those of
    ``contentlint.citations.facts`` if not given. Entries of a list of sources are claims without
    facts: what they name is all that they say. So are works of the bibliography that have a DOI,
    where they are first cited.
    """
    if not (may_lead_out(document.text) or _IDENTIFIER.search(document.text) or sources):
        return ()
    marks = Marks(document, sources or {})
    if not marks.all:
        return ()
    page = _Page(document, marks, facts or _judged)
    return tuple(sorted(page.claims(), key=_order))


def _order(one: Claim) -> tuple[int, int, int, int, str]:
    span, citation = one.span, one.citation
    return span.start, span.end, citation.start, citation.end, one.url


def _judged(words: str, language: str) -> tuple[Fact, ...]:
    from contentlint.citations.facts import facts

    return facts(words, language)


_REFERENCE = pattern(
    r"\A[^\W\d_][^\n()]{0,300}\.,?\s\((?:19|20)\d\d[a-z]?(?:, [^()]{1,20})?\)\.\s"
    r"|\A[^\W\d_][^\n()]{0,600}\b(?:19|20)\d\d;\d{1,4}[(:]"
)
"""“Weiss, N., & Kern, A. (2021). The mill”, “Weiss N. The mill. Mills. 2021;3(2)”."""
_IDENTIFIER = pattern(r"(?<![\w./-])10\.\d{4,9}/|arXiv:")
_Told = list[tuple[_Piece, tuple[Sentence, ...]]]
"""Pieces that name sources, with their sentences."""


class _Page:
    """A page while its claims are looked for."""

    def __init__(self, document: Document, marks: Marks, facts: Facts) -> None:
        self.document, self.facts = document, facts
        self.listed = [one for one in marks.all if touches(marks.lists, one.span)]
        self.shown = [one for one in marks.all if not touches(marks.lists, one.span)]
        self.lists, self.reader = marks.lists, marks.reader
        self.sources, self._left = marks.sources, _MOST_OF_PAGE
        self._read: dict[Span, str] = {}

    def claims(self) -> Iterator[Claim]:
        """Yield all claims."""
        pieces = [piece for piece in self._pieces() if not touches(self.lists, piece.extent)]
        told = [(piece, self._sentences(piece)) for piece in pieces if piece.marks]
        alone = {piece.extent for piece, cut in told if all(one.is_citation for one in cut)}
        far = self._far(pieces, told, alone)
        yield from self._entries(alone)
        yield from self._references(piece for piece, _ in told if piece.extent not in alone)
        yield from self._works()
        yield from self._block_quotes(pieces, alone)
        for piece, cut in told:
            if piece.extent not in alone:
                yield from self._of_piece(piece, cut, far.get(piece.extent, []))
        for piece in pieces:
            if not piece.marks and piece.extent in far:
                yield from self._of_piece(piece, self._sentences(piece), far[piece.extent])

    def _block_quotes(self, pieces: list[_Piece], alone: set[Span]) -> Iterator[Claim]:
        """Yield quoted paragraphs whose source stands alone behind them."""
        for before, piece in pairwise(
            sorted(pieces, key=lambda one: (one.extent.start, one.extent.end))
        ):
            if piece.extent not in alone or before.marks or before.whole:
                continue
            if not self._attributes(before.extent, piece):
                continue
            reading = self.reader.read(before.spans)
            if len(reading.words.split()) >= _QUOTED:
                page = reading.page(Span(0, len(reading.words)))
                facts = (Fact(Kind.QUOTATION, reading.words, page),)
                for mark in piece.marks:
                    sure = IS_STUDY.search(mark.named) or YEAR.search(mark.named)
                    yield Claim(
                        page, mark.span, reading.words, mark.url, facts, mark.named, not sure
                    )

    def _attributes(self, quote: Span, piece: _Piece) -> bool:
        """Whether a piece says whose words are quoted: in the quote, behind a dash, as a source."""
        if not (self._is_quoted(quote) and self._touch(quote, piece.extent)):
            return False
        head = self.document.text[quote.end : piece.marks[0].span.start]
        last = self._is_quoted(piece.extent) and not self._goes_on(piece.extent.end)
        return last or _DASH.search(head) is not None

    def _goes_on(self, end: int) -> bool:
        """Whether a quote has more behind a place of its."""
        return _MORE.match(self.document.text, end) is not None

    def _is_quoted(self, span: Span) -> bool:
        line = self.document.lines.span(self.document.lines.line_at(span.start))
        head = self.document.text[line.start : span.start]
        return ">" in head and not head.strip(" \t>")

    def _touch(self, first: Span, then: Span) -> bool:
        """Whether only blanks and the marks of quotes part two spans."""
        between = self.document.text[first.end : then.start]
        return first.end <= then.start and not between.strip(" \t\r\n>*_—–―-")

    def _far(self, pieces: list[_Piece], told: _Told, alone: set[Span]) -> dict[Span, list[Mark]]:
        """Return the sources that pieces may rest on although others name them."""
        extents = sorted((piece.extent for piece in pieces), key=_places)
        found: dict[Span, list[Mark]] = {}
        for region in self._regions(told, alone):
            first = bisect_left(extents, region.span.start, key=_start)
            for extent in extents[first : bisect_left(extents, region.span.end, key=_start)]:
                found.setdefault(extent, []).append(region.mark)
        return found

    def _pieces(self) -> Iterator[_Piece]:
        for block in self.document.blocks:
            if block.kind in {"paragraph", "item"}:
                yield _Piece(block.span, (block.span,), self._inside(block.span))
        for table in self.document.tables:
            for row in table.rows[1:]:
                if row.cells:
                    extent = Span(row.cells[0].start, row.cells[-1].end)
                    yield _Piece(extent, row.cells, self._inside(row.span), whole=True)

    def _inside(self, span: Span) -> tuple[Mark, ...]:
        first = bisect_left(self.shown, span.start, key=_starts)
        return tuple(self.shown[first : bisect_left(self.shown, span.end, key=_starts)])

    def _sentences(self, piece: _Piece) -> tuple[Sentence, ...]:
        holes = merged(one.span for one in piece.marks if not one.kept)
        reading = self.reader.read(piece.spans, holes)
        whole = (Span(0, len(reading.words)),)
        cut = whole if piece.whole else sentences(reading.words, self.document.language)
        owned = _owned(reading, cut, piece.marks)
        return tuple(
            _sentence(reading, span, marks)
            for span, marks in zip(cut, owned, strict=True)
            if span.start < span.end
        )

    def _entries(self, alone: set[Span]) -> Iterator[Claim]:
        """Yield what lists of sources hold, each address once."""
        seen = set[str]()
        cited = [*self.listed, *self._standing(alone)]
        entries = Entries(self.document, merged((*self.lists, *alone)), cited)
        for mark in cited:
            if mark.url not in seen:
                seen.add(mark.url)
                span, entry = entries.of(mark)
                words = self._words(span)
                named = mark.named or words[:MOST_NAMED]
                yield Claim(span, mark.span, words, mark.url, (), named, entry=entry)

    def _words(self, span: Span) -> str:
        """Return the words of an entry, which are read once however many sources it names."""
        if span not in self._read:
            self._read[span] = self.reader.words(span).strip()[:_LONGEST]
        return self._read[span]

    def _references(self, pieces: Iterable[_Piece]) -> Iterator[Claim]:
        """Yield pieces that have the form of a reference, wherever they stand."""
        for piece in pieces:
            works = {register_of(one.url): one for one in piece.marks}
            text = self.document[piece.extent]
            if len(works) == 1 and "" not in works and not piece.whole and _REFERENCE.search(text):
                (mark,) = works.values()
                words = self.reader.words(piece.extent).strip()
                named = words[:MOST_NAMED]
                yield Claim(piece.extent, mark.span, words, mark.url, (), named, entry=text)

    def _works(self) -> Iterator[Claim]:
        """Yield works of the bibliography that have a DOI, each where it is first cited."""
        cited: dict[str, Span] = {}
        for span, key in citation_keys(self.document) if self.sources else ():
            cited.setdefault(key, span)
        for key, span in cited.items():
            work = self.sources.get(key)
            if work and register_of(work.url):
                named = work.named[:MOST_NAMED]
                yield Claim(span, span, work_words(work), work.url, (), named, work=work)

    def _regions(self, told: _Told, alone: set[Span]) -> Iterator[_Region]:
        tables = [one.span for one in self.document.tables]
        lists = sorted(one.span for one in self.document.lists)
        for piece, cut in told:
            beside = tables if piece.extent in alone else ()
            if cut and cut[-1].words.endswith(":"):
                beside = lists
            for span in _beside(self.document.text, piece.extent, beside):
                yield from (_Region(span, mark) for mark in piece.marks[:_MOST])
        only = {one.url for one in (*self.listed, *self.shown)}
        cited = (*self.listed, *self._standing(alone))
        if len(only) == 1 and cited:
            yield _Region(self.document.body, cited[0])

    def _standing(self, alone: set[Span]) -> Iterator[Mark]:
        """Yield the marks of pieces that hold nothing else."""
        spans = merged(alone)
        return (one for one in self.shown if touches(spans, one.span))

    def _of_piece(
        self, piece: _Piece, cut: tuple[Sentence, ...], far: list[Mark]
    ) -> Iterator[Claim]:
        own = [one for one in cut if not one.is_citation]
        behind = _behind(piece, cut)
        for index, one in enumerate(own):
            last = index == len(own) - 1
            near = one.marks or (behind if last else ())
            yield from self._of_sentence(one, near, () if near else (*behind, *far))

    def _of_sentence(
        self, one: Sentence, near: tuple[Mark, ...], far: tuple[Mark, ...]
    ) -> Iterator[Claim]:
        if not (near or far):
            return
        facts = self._facts(one.words)
        marks = near or (far if facts else ())
        page, start = one.reading.page(one.span), one.span.start
        words = one.words[:_LONGEST]
        for mark in {mark.url: mark for mark in reversed(marks[:_MOST])}.values():
            placed = tuple(
                Fact(
                    fact.kind,
                    fact.written,
                    one.reading.page(fact.span.shifted(start)),
                    not (near and may_be_own(one, mark, fact, facts)),
                )
                for fact in facts
            )
            sure = is_sure(one, mark, facts) if near else SPEAKS_OF_IT.search(one.words)
            self._left -= len(placed)
            yield Claim(page, mark.span, words, mark.url, placed, mark.named, loose=not sure)

    def _facts(self, words: str) -> tuple[Fact, ...]:
        """Return the facts of a sentence; none where it is too long, or the page has had enough."""
        if len(words) > _LONGEST or self._left <= 0:
            return ()
        return self.facts(words, self.document.language)[:_MOST]


_starts = attrgetter("span.start")
_start, _places = attrgetter("start"), attrgetter("start", "end")


def _beside(text: str, extent: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, of some that are sorted, from which only blanks part a piece."""
    index = bisect_left(spans, extent.end, key=_start)
    for span in spans[max(0, index - 1) : index + 1]:
        first, last = sorted((extent, span))
        if first.end <= last.start and not text[first.end : last.start].strip(" \t\r\n>*_"):
            yield span


def _owned(
    reading: Reading, cut: tuple[Span, ...], marks: Iterable[Mark]
) -> list[tuple[Mark, ...]]:
    """Return the marks of each sentence: those inside it or right behind it."""
    owned: list[tuple[Mark, ...]] = [()] * len(cut)
    starts = [one.start for one in cut]
    for mark in marks if cut else ():
        at = reading.at(mark.span.start)
        # A mark that is no word stands behind the last word before it.
        index = bisect_right(starts, at if mark.kept else at - 1) - 1
        owned[max(index, 0)] += (mark,)
    return owned


def _behind(piece: _Piece, cut: tuple[Sentence, ...]) -> tuple[Mark, ...]:
    """Return the marks that stand for a paragraph: in brackets or alone behind its last stop."""
    if cut and cut[-1].is_citation:
        return cut[-1].marks
    if not cut or piece.whole or not cut[-1].marks:
        return ()
    end = cut[-1].reading.page(cut[-1].span).end
    last = [one for one in cut[-1].marks if one.aside and one.span.start >= end]
    return tuple(last) if cut[-1].words[-1:] in _STOPS else ()


_STOPS = frozenset('.!?…。！？”»"')
