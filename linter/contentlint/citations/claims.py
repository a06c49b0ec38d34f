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
from typing import NamedTuple

from contentlint.citations.addresses import Address, addresses, may_lead_out
from contentlint.citations.bibliography import Reference
from contentlint.citations.evidence import Claim, Fact, Kind
from contentlint.citations.marks import MOST_NAMED, Mark, Marks, introduces
from contentlint.citations.reading import Reading
from contentlint.citations.sentences import sentences
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

__all__ = ["Address", "addresses", "claims"]

Facts = Callable[[str, str], tuple[Fact, ...]]
"""Finds the facts of a sentence: its words and its language → facts, with places in the words."""

_STUDY = (
    "report|study|studies|survey|statistics?|poll|findings|whitepaper|census|"
    "press release|rapport|étude|enquête|sondage|baromètre|communiqué|recensement|bericht|studien?|"
    "umfrage|untersuchung|erhebung|statistik|auswertung|informe|estudio|encuesta|relatório|estudo|pesquisa|"
    "rapporto|studio|indagine|ricerca|sondaggio|onderzoek|verslag"
)
_DATA = (
    f"{_STUDY}|paper|article|analysis|analyses|data|dataset|figures|index|research|recherches?|données|"
    "chiffres|bilan|analyse|daten|zahlen|datos|cifras|análisis|dados|dati|cijfers"
)
_SAYS = (
    "says?|said|found|finds|reports?|reported|shows?|showed|estimates?|estimated|indicates?|"
    "suggests?|puts|concludes?|revealed|reveals|announced|indique|montre|révèle|estime|rapporte|"
    "annonce|affirme|constate|note|chiffre|évalue|précise|souligne|zeigt|ergab|berichtet|meldet|"
    "schätzt|beziffert|zufolge|muestra|revela|indica|estima|señala|informa|mostra|aponta|riporta|"
    "stima|rivela|toont|meldt|schat"
)
_TO = (
    "selon|d['’]après|according to|laut|zufolge|nach angaben|según|de acuerdo con|secondo|segundo|"
    "de acordo com|volgens"
)
_THE = "l[ea]s?|the|th[eo]se|this|d(?:er|ie|en|em|as)|el|l[oa]s|[oa]s?|i|gli|il|het|de|ces?|cette"
_IS_STUDY = pattern(rf"(?i)\b(?:{_STUDY})s?\b")
_BEFORE = pattern(
    rf"(?i)\b(?:{_TO}|as (?:reported|shown|estimated) by|reported by|published by|found by|"
    r"estimated by|source ?:|quelle ?:|fuente ?:|fonte ?:|data from|citing|per)"
    r"\W{1,4}(?:[\w’'-]{1,20}\W{1,3}){0,4}\Z"
    rf"|[,»”\"]\s?(?:so|dit|sagt|dice|disse|{_SAYS})\s\Z"
)
_SAID_IN = pattern(rf"(?i)\b(?:{_SAYS})\W{{0,3}}\Z")
_AFTER = pattern(rf"(?i)\W{{0,4}}(?:[\w’'-]{{1,20}}\W{{1,3}}){{0,2}}(?:{_SAYS})\b")
_SPEAKS_OF_IT = pattern(
    rf"(?i)\b(?:{_TO}) (?:(?:{_THE}) )?(?:l['’])?(?:[\w’'-]{{1,20}} ){{0,2}}(?:{_DATA})\b"
    rf"|\b(?:(?:{_THE}) |l['’])(?:[\w’'-]{{1,20}} ){{0,2}}(?:{_DATA})s?\b"
    rf"\W{{0,4}}(?:[\w’'-]{{1,20}}\W{{1,3}}){{0,2}}(?:{_SAYS})\b"
)
_LEADS_ON = pattern(
    r"(?i)\b(?:see|read|check|learn|find out|refer|visit|watch|download|follow|join|consultez|"
    r"consulter|voir|lire|lisez|découvr\w{1,4}|retrouve[rz]?|visite[rz]?|téléchargez|siehe|lesen|"
    r"lies|mehr|besuch\w{1,3}|ver|lee|leer|consulta|visita|vea|leia|veja|leggi|vedi|lees|zie)\b"
    r"[^.!?]{0,60}\Z"
)
_PLACE = pattern(
    r"(?i)(?:the |official |le |la |les )?(?:web ?site|site(?: officiel| web)?|home ?page|"
    r"git ?hub|git ?lab|repo(?:sitory)?|docs?|documentation|npm|pypi|demo|wiki|code|blog|twitter|"
    r"linkedin|mastodon|webseite|download|slides?|vid[eé]os?|papers?|pdf|html|pptx?|recording|"
    r"transcript|talk|podcast|tutorial|example|rfc ?\d+|[#@!][\w/-]+)"
)
_ROOT = pattern(r"(?i)https?://[^/?#]+/?")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_DATED = pattern(r"\b(?:1[5-9]|20)\d\d\b")
"""A year: inside a link it names the source, or what it tells of."""
_LETTERS = pattern(r"[^\W\d_]{2,}")
_DASH = pattern(r"(?i)[—–―]|--|\b(?:sources?|via|quelle|fuente|fonte|bron)\s?:?\s?\(?\Z")
_MORE = pattern(r"[^\n]{0,500}\n(?:[ \t]{0,20}>[ \t]{0,20}\n){0,20}[ \t]{0,20}>[ \t]{0,20}[^\s>]")
_QUOTED = 6
"""Words of a quoted paragraph from which on it can be found at its source."""
_ENOUGH = 3
"""Words of a link that say something, and do not only name a thing."""


class _Piece(NamedTuple):
    """A piece of a page that is read as one: a block, or (``whole``) a row of a table."""

    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    whole: bool = False

    @property
    def extent(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)


class _Region(NamedTuple):
    """What a source may stand for although it is named elsewhere: a table, a list, a page."""

    span: Span
    mark: Mark


class _Sentence(NamedTuple):
    """A sentence of a reading: where its words are, and the marks that are its own.

    ``is_citation`` says that it holds nothing but links and what introduces them.
    """

    reading: Reading
    span: Span
    marks: tuple[Mark, ...]
    is_citation: bool

    @property
    def words(self) -> str:
        return self.reading.words[self.span.start : self.span.end]


def _sentence(reading: Reading, span: Span, marks: tuple[Mark, ...]) -> _Sentence:
    at, rest = span.start, []
    for mark in marks:
        inside = reading.within(mark.span)
        rest.append(reading.words[at : max(at, inside.start)])
        at = max(at, inside.end)
    rest.append(reading.words[at : span.end])
    return _Sentence(reading, span, marks, bool(marks) and introduces(" ".join(rest)))


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
    facts: what they name is all that they say.
    """
    if not (may_lead_out(document.text) or sources):
        return ()
    marks = Marks(document, sources or {})
    if not marks.all:
        return ()
    page = _Page(document, marks, facts or _judged)
    return tuple(sorted(page.claims(), key=lambda one: (one.span, one.citation, one.url)))


def _judged(words: str, language: str) -> tuple[Fact, ...]:
    from contentlint.citations.facts import facts

    return facts(words, language)


_Told = list[tuple[_Piece, tuple[_Sentence, ...]]]
"""Pieces that name sources, with their sentences."""


class _Page:
    """A page while its claims are looked for."""

    def __init__(self, document: Document, marks: Marks, facts: Facts) -> None:
        self.document, self.facts = document, facts
        self.listed = [one for one in marks.all if touches(marks.lists, one.span)]
        self.shown = [one for one in marks.all if not touches(marks.lists, one.span)]
        self.lists, self.reader = marks.lists, marks.reader

    def claims(self) -> Iterator[Claim]:
        """Yield all claims."""
        pieces = [piece for piece in self._pieces() if not touches(self.lists, piece.extent)]
        told = [(piece, self._sentences(piece)) for piece in pieces if piece.marks]
        alone = {piece.extent for piece, cut in told if all(one.is_citation for one in cut)}
        far = self._far(pieces, told, alone)
        yield from self._entries(alone)
        yield from self._block_quotes(pieces, alone)
        for piece, cut in told:
            if piece.extent not in alone:
                yield from self._of_piece(piece, cut, far.get(piece.extent, []))
        for piece in pieces:
            if not piece.marks and piece.extent in far:
                yield from self._of_piece(piece, self._sentences(piece), far[piece.extent])

    def _block_quotes(self, pieces: list[_Piece], alone: set[Span]) -> Iterator[Claim]:
        """Yield quoted paragraphs whose source stands alone behind them."""
        for before, piece in pairwise(sorted(pieces, key=lambda one: one.extent)):
            if piece.extent not in alone or before.marks or before.whole:
                continue
            if not self._attributes(before.extent, piece):
                continue
            reading = self.reader.read(before.spans)
            if len(reading.words.split()) >= _QUOTED:
                page = reading.page(Span(0, len(reading.words)))
                facts = (Fact(Kind.QUOTATION, reading.words, page),)
                for mark in piece.marks:
                    sure = _IS_STUDY.search(mark.named) or _YEAR.search(mark.named)
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
        extents = sorted(piece.extent for piece in pieces)
        found: dict[Span, list[Mark]] = {}
        for region in self._regions(told, alone):
            first = bisect_left(extents, region.span.start, key=_start)
            for extent in extents[first : bisect_left(extents, region.span.end, key=_start)]:
                found.setdefault(extent, []).append(region.mark)
        return found

    def _pieces(self) -> Iterator[_Piece]:
        for block in self.document.blocks:
            if block.kind in {"paragraph", "item"}:
                yield _Piece((block.span,), self._inside(block.span))
        for table in self.document.tables:
            for row in table.rows[1:]:
                if row.cells:
                    yield _Piece(row.cells, self._inside(row.span), whole=True)

    def _inside(self, span: Span) -> tuple[Mark, ...]:
        first = bisect_left(self.shown, span.start, key=_starts)
        return tuple(self.shown[first : bisect_left(self.shown, span.end, key=_starts)])

    def _sentences(self, piece: _Piece) -> tuple[_Sentence, ...]:
        holes = merged(one.span for one in piece.marks if not one.kept)
        reading = self.reader.read(piece.spans, holes)
        whole = (Span(0, len(reading.words)),)
        cut = whole if piece.whole else sentences(reading.words, self.document.language)
        owned = _owned(reading, cut, piece.marks)
        return tuple(_sentence(reading, *pair) for pair in zip(cut, owned, strict=True) if pair[0])

    def _entries(self, alone: set[Span]) -> Iterator[Claim]:
        """Yield what lists of sources hold, each address once."""
        seen = set[str]()
        for mark in [*self.listed, *self._standing(alone)]:
            if mark.url not in seen:
                seen.add(mark.url)
                line = self.document.lines.span(self.document.lines.line_at(mark.span.start))
                words = self.reader.words(line).strip()
                yield Claim(line, mark.span, words, mark.url, (), mark.named or words[:MOST_NAMED])

    def _regions(self, told: _Told, alone: set[Span]) -> Iterator[_Region]:
        tables = [one.span for one in self.document.tables]
        lists = sorted(one.span for one in self.document.lists)
        for piece, cut in told:
            beside = tables if piece.extent in alone else ()
            if cut and cut[-1].words.endswith(":"):
                beside = lists
            for span in _beside(self.document.text, piece.extent, beside):
                yield from (_Region(span, mark) for mark in piece.marks)
        only = {one.url for one in (*self.listed, *self.shown)}
        cited = (*self.listed, *self._standing(alone))
        if len(only) == 1 and cited:
            yield _Region(self.document.body, cited[0])

    def _standing(self, alone: set[Span]) -> Iterator[Mark]:
        """Yield the marks of pieces that hold nothing else."""
        spans = merged(alone)
        return (one for one in self.shown if touches(spans, one.span))

    def _of_piece(
        self, piece: _Piece, cut: tuple[_Sentence, ...], far: list[Mark]
    ) -> Iterator[Claim]:
        own = [one for one in cut if not one.is_citation]
        behind = _behind(piece, cut)
        for index, one in enumerate(own):
            last = index == len(own) - 1
            near = one.marks or (behind if last else ())
            yield from self._of_sentence(one, near, () if near else (*behind, *far))

    def _of_sentence(
        self, one: _Sentence, near: tuple[Mark, ...], far: tuple[Mark, ...]
    ) -> Iterator[Claim]:
        if not (near or far):
            return
        facts = self.facts(one.words, self.document.language)
        marks = near or (far if facts else ())
        page, start = one.reading.page(one.span), one.span.start
        placed = tuple(
            Fact(fact.kind, fact.written, one.reading.page(fact.span.shifted(start)))
            for fact in facts
        )
        for mark in {mark.url: mark for mark in reversed(marks)}.values():
            sure = _is_sure(one, mark, facts) if near else _SPEAKS_OF_IT.search(one.words)
            yield Claim(page, mark.span, one.words, mark.url, placed, mark.named, loose=not sure)


def _starts(mark: Mark) -> int:
    return mark.span.start


def _start(span: Span) -> int:
    return span.start


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


def _behind(piece: _Piece, cut: tuple[_Sentence, ...]) -> tuple[Mark, ...]:
    """Return the marks that stand for a paragraph: in brackets or alone behind its last stop."""
    if cut and cut[-1].is_citation:
        return cut[-1].marks
    if not cut or piece.whole or not cut[-1].marks:
        return ()
    end = cut[-1].reading.page(cut[-1].span).end
    last = [one for one in cut[-1].marks if one.aside and one.span.start >= end]
    return tuple(last) if cut[-1].words[-1:] in _STOPS else ()


_STOPS = frozenset('.!?…。！？”»"')


def _is_sure(one: _Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a sentence rests on a source that it names, and does not only mention it."""
    if mark.kept:
        return _is_asserted(one, mark, facts)
    if mark.aside and mark.named:
        return not _PLACE.fullmatch(mark.named) and (_is_source(mark) or _ends(one, mark))
    return mark.sure


def _ends(one: _Sentence, mark: Mark) -> bool:
    """Whether a parenthesis with one link stands at the end of its sentence."""
    alone = sum(other.span == mark.span for other in one.marks) == 1
    behind = one.reading.words[one.reading.at(mark.span.start) : one.span.end]
    return alone and not behind.strip(' .!?…»”"') and not _ROOT.fullmatch(mark.url)


def _is_source(mark: Mark) -> bool:
    """Whether a link in brackets looks like a source: by a study, a title, a year, a host."""
    words = mark.named
    if _IS_STUDY.search(words) or _YEAR.search(words) or len(words.split()) >= _ENOUGH:
        return True
    host = mark.url.partition("://")[2].partition("/")[0].lower()
    return any(word.lower() in host for word in _LETTERS.findall(words))


def _is_asserted(one: _Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a link inside a sentence stands for what the sentence says."""
    inside = one.reading.within(mark.span)
    before = one.reading.words[max(one.span.start, inside.start - 80) : inside.start]
    if _BEFORE.search(before):
        return True
    if not mark.named or _LEADS_ON.search(before):
        return False
    words = one.reading.words[inside.start : inside.end]
    after = one.reading.words[inside.end : min(one.span.end, inside.end + 60)]
    if _IS_STUDY.search(words) or _SAID_IN.search(words) or _AFTER.match(after):
        return True
    all_inside = all(inside.covers(fact.span.shifted(one.span.start)) for fact in facts)
    figures = any(fact.kind is Kind.NUMBER and not _DATED.search(fact.written) for fact in facts)
    whole = all_inside and (figures or not facts)
    return whole and len(words.split()) >= _ENOUGH and not _ROOT.fullmatch(mark.url)
