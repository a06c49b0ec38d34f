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
from contentlint.citations.bibliography import Reference, work_words
from contentlint.citations.entries import Entries
from contentlint.citations.evidence import Claim, Fact, Kind
from contentlint.citations.identifiers import register_of
from contentlint.citations.kinds import is_dated, is_statistic
from contentlint.citations.marks import MOST_NAMED, Mark, Marks, citation_keys, introduces
from contentlint.citations.reading import Reading
from contentlint.citations.sentences import sentences
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

__all__ = ["Address", "addresses", "claims"]

Facts = Callable[[str, str], tuple[Fact, ...]]
"""Finds the facts of a sentence: its words and its language → facts, with places in the words."""

_STUDY = (
    "report|study(?! group)|studies|survey|statistics?|findings|whitepaper|"
    "(?:census|poll)(?! (?!of|by|on|in)[A-Za-z])|"
    "press release|rapport|étude|enquête|sondage|baromètre|communiqué|recensement|bericht|studien?|"
    "umfrage|untersuchung|erhebung|statistik|auswertung|informe|estudio|encuesta|relatório|estudo|pesquisa|"
    "rapporto|studio|indagine|ricerca|sondaggio|onderzoek|verslag"
)
_DATA = (
    f"{_STUDY}|paper|article|analysis|analyses|data|dataset|figures|index|research|recherches?|données|"
    "chiffres|bilan|analyse|daten|zahlen|datos|cifras|análisis|dados|dati|cijfers"
)
_SAYS = (
    "says?|said|found|finds|reports|reported|shows?|showed|estimates?|estimated|indicates?|"
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
_GAP = r"[ \xa0’'“”\"«»(*_]"
_BEFORE = pattern(
    rf"(?i)(?<!és )(?<!ées )(?<!er )\b(?:{_TO}|as (?:reported|shown|estimated) by|reported by|"
    r"published by|found by|"
    r"estimated by|source ?:|quelle ?:|fuente ?:|fonte ?:|citing|(?-i:Per))"
    rf"{_GAP}{{1,4}}(?:[\w’'-]{{1,20}}{_GAP}{{1,3}}){{0,4}}\Z"
    rf"|[,»”\"]\s?(?:so|dit|sagt|dice|disse|{_SAYS})\s\Z"
)
_SAID_IN = pattern(rf"(?i)(?<![’'])\b(?:{_SAYS})\W{{0,3}}\Z")
_SOME_REPORTS = pattern(
    r"\b(?!who\b|that\b|it\b)[a-z]+ (?:reports|shows|estimates|notes?)\W{0,3}\Z"
)
"""“error reports”, which say nothing, and not “Kern reports”."""
_LINKS_ON = (
    "to|of|and|or|with|for|by|in|on|at|as|was|were|is|are|be|been|à|de|et|pour|par|und|zu|y|e"
)
_AFTER = pattern(
    rf"(?i)[ \xa0)”\"»’'*_\]]{{0,4}}"
    rf"(?:(?!(?:{_LINKS_ON})\b|s['’])[\w’'-]{{1,20}}[ \xa0]{{1,2}}){{0,2}}"
    rf"(?<!s['’])(?:{_SAYS})\b(?! by\b)"
)
_WHICH = pattern(
    r"(?i)\W{0,3}(?:that|which|qui|où|der|die|das|que|che|has|had|counts?|counted|puts?|gives?|gave|"
    r"lists?|contains?|covers?|got|received|asked|compte|donne|recense|contient|a|zählt|nennt|"
    r"enthält|hat|cuenta|recoge|tiene|conta|ha)\b"
)
"""What a study does that stands before it."""
_ATTRIBUTES = pattern(rf"(?i)\b(?:{_TO}|{_SAYS})\b")
_OWN = pattern(
    r"\bI(?:['’][a-z]{1,2})?\s[a-z]|(?i:\b(?:we|our|ours|my|let['’]s|us|nous|notre|nos|mon|ma|je|wir"
    r"|unser\w{0,2}|mein\w{0,2}|ich|nosotros|nuestr\w{1,2}|nós|nosso|nossa|noi|nostr\w)\b|\b[jJ]['’])"
)
"""Somebody who speaks of what they did and saw themselves."""
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
_ACTS = pattern(
    r"(?i)(?:please |you can )?(?:sign|register|join|add|check|find|view|try|watch|download|follow|"
    r"subscribe|play|listen|get|go|click|contact|apply|book|buy|visit|read more|learn|"
    r"inscri\w{1,6}|ajout\w{1,4}|écout\w{1,3}|consult\w{1,4}|télécharg\w{1,4}|anmeld\w{1,3}|"
    r"see\b(?! (?:[\w’'-]{1,20} ){0,3}(?:report|study|survey|paper|article))|okay|maybe|now|same|"
    r"available|lien|link|ansehen|mehr|más|more|plus d|\+ d|"
    r"for example|par exemple|zum beispiel|por ejemplo)\b"
)
_POINTS = pattern(
    r"(?i)\b(?:here|ici|hier|aquí|aqui|qui|there|agenda|schedule|time ?zone)\W{0,2}\Z"
)
_PLACE = pattern(
    r"(?i)(?:the |official |le |la |les |calendar )?(?:event|agenda|calendar|programme?|poster|"
    r"(?:slides?|vid[eé]o|recording|notes?|minutes) in \w{1,20}|"
    r"web ?site|site(?: officiel| web)?|home ?page|"
    r"git ?hub|git ?lab|repo(?:sitory)?|docs?|documentation|npm|pypi|demo|wiki|code|blog|twitter|"
    r"linkedin|mastodon|webseite|download|slides?|vid[eé]os?|papers?|pdf|html|pptx?|recording|"
    r"transcript|talk|podcast|tutorial|example|rfc ?\d+|[#@!][\w/-]+)"
)
_OF_SOMEBODY = pattern(
    r"(?i)https?://[^/?#]+/(?:about|a-propos|team|people|authors?|profiles?|users?|members?|in|@)\b.*"
    r"|https?://(?:[\w-]{1,30}\.)?(?:github|gitlab|twitter|x|linkedin|facebook|instagram|bsky)"
    r"\.(?:com|app)/[^/?#]+/?"
)
"""The address of somebody, rather than of something that they said."""
_REMARK = pattern(r"(?:(?<![^\W_])[a-zß-öø-ÿ’']{1,30},? ){5}")
_ROOT = pattern(r"(?i)https?://[^/?#]+/?(?:[a-z]{2}/?)?")
_OF_PEOPLE = pattern(
    r"(?i)https?://(?:[\w-]{1,30}\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|"
    r"npmjs\.com|twitter\.com|x\.com|linkedin\.com|facebook\.com|instagram\.com|bsky\.app|"
    r"youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|calendar\.google\.com|timeanddate\.com|"
    r"docs\.google\.com|drive\.google\.com)(?:[/?#]|\Z)"
)
"""Where people, code, films and appointments are: what a text says beside is seldom read there."""
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_LETTERS = pattern(r"[^\W\d_]{2,}")
_DASH = pattern(r"(?i)[—–―]|--|\b(?:sources?|via|quelle|fuente|fonte|bron)\s?:?\s?\(?\Z")
_MORE = pattern(r"[^\n]{0,500}\n(?:[ \t]{0,20}>[ \t]{0,20}\n){0,20}[ \t]{0,20}>[ \t]{0,20}[^\s>]")
_LONGEST = 5_000
"""Code points of a sentence: a longer one is a list or a table of data, and none is looked for."""
_MOST = 50
"""Sources and facts of one sentence, at most: each fact is looked for at each source."""
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
    facts: what they name is all that they say. So are works of the bibliography that have a DOI,
    where they are first cited.
    """
    if not (may_lead_out(document.text) or _IDENTIFIER.search(document.text) or sources):
        return ()
    marks = Marks(document, sources or {})
    if not marks.all:
        return ()
    page = _Page(document, marks, facts or _judged)
    return tuple(sorted(page.claims(), key=lambda one: (one.span, one.citation, one.url)))


def _judged(words: str, language: str) -> tuple[Fact, ...]:
    from contentlint.citations.facts import facts

    return facts(words, language)


_REFERENCE = pattern(
    r"\A[^\W\d_][^\n()]{0,300}\.,?\s\((?:19|20)\d\d[a-z]?(?:, [^()]{1,20})?\)\.\s"
    r"|\A[^\W\d_][^\n()]{0,600}\b(?:19|20)\d\d;\d{1,4}[(:]"
)
"""“Weiss, N., & Kern, A. (2021). The mill”, “Weiss N. The mill. Mills. 2021;3(2)”."""
_IDENTIFIER = pattern(r"(?<![\w./-])10\.\d{4,9}/|arXiv:")
_Told = list[tuple[_Piece, tuple[_Sentence, ...]]]
"""Pieces that name sources, with their sentences."""


class _Page:
    """A page while its claims are looked for."""

    def __init__(self, document: Document, marks: Marks, facts: Facts) -> None:
        self.document, self.facts = document, facts
        self.listed = [one for one in marks.all if touches(marks.lists, one.span)]
        self.shown = [one for one in marks.all if not touches(marks.lists, one.span)]
        self.lists, self.reader = marks.lists, marks.reader
        self.sources = marks.sources

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
        cited = [*self.listed, *self._standing(alone)]
        entries = Entries(self.document, merged((*self.lists, *alone)), cited)
        for mark in cited:
            if mark.url not in seen:
                seen.add(mark.url)
                span, entry = entries.of(mark)
                words = self.reader.words(span).strip()
                named = mark.named or words[:MOST_NAMED]
                yield Claim(span, mark.span, words, mark.url, (), named, entry=entry)

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
        short = len(one.words) <= _LONGEST
        facts = self.facts(one.words, self.document.language)[:_MOST] if short else ()
        marks = near or (far if facts else ())
        page, start = one.reading.page(one.span), one.span.start
        words = one.words[:_LONGEST]
        for mark in {mark.url: mark for mark in reversed(marks[:_MOST])}.values():
            placed = tuple(
                Fact(
                    fact.kind,
                    fact.written,
                    one.reading.page(fact.span.shifted(start)),
                    not (near and _may_be_own(one, mark, fact, facts)),
                )
                for fact in facts
            )
            sure = _is_sure(one, mark, facts) if near else _SPEAKS_OF_IT.search(one.words)
            yield Claim(page, mark.span, words, mark.url, placed, mark.named, loose=not sure)


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
    if mark.kept and _is_attributed(one, mark):
        return True
    names_a_place = _ROOT.fullmatch(mark.url) or (
        (mark.aside or mark.sign) and _OF_PEOPLE.match(mark.url)
    )
    if _is_own(one, facts) or (names_a_place and (mark.kept or mark.aside or mark.sign)):
        return False
    if mark.kept:
        return _is_asserted(one, mark, facts)
    if mark.aside and mark.named:
        sourced = _ends(one, mark) or (_is_source(mark) and _is_beside_a_fact(one, mark, facts))
        return sourced and not _leads_elsewhere(mark)
    return mark.sure and not (_is_remark(mark.named) or _OF_SOMEBODY.fullmatch(mark.url))


def _is_remark(named: str) -> bool:
    """Whether a note tells something of its own, and does not name a work."""
    return not (_YEAR.search(named) or _IS_STUDY.search(named)) and bool(_REMARK.search(named))


_BESIDE = 80
"""Code points before a link in brackets in which it stands for what is said."""


def _is_beside_a_fact(one: _Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether something that a source may say ends shortly before a link in brackets."""
    at = one.reading.at(mark.span.start) - one.span.start
    return not facts or any(at - _BESIDE <= fact.span.end <= at for fact in facts)


def _leads_elsewhere(mark: Mark) -> bool:
    """Whether the words of a link say what to do there, or what kind of thing it is."""
    named = mark.named
    return any(
        found for found in (_PLACE.fullmatch(named), _ACTS.match(named), _POINTS.search(named))
    )


def _is_own(one: _Sentence, facts: tuple[Fact, ...]) -> bool:
    """Whether a sentence tells, outside quotations, of who writes it."""
    words = one.words
    for fact in facts:
        if fact.kind is Kind.QUOTATION:
            blank = " " * (fact.span.end - fact.span.start)
            words = words[: fact.span.start] + blank + words[fact.span.end :]
    return _OWN.search(words) is not None


def _ends(one: _Sentence, mark: Mark) -> bool:
    """Whether a parenthesis with one link stands at the end of its sentence."""
    alone = sum(other.span == mark.span for other in one.marks) == 1
    behind = one.reading.words[one.reading.at(mark.span.start) : one.span.end]
    return alone and not behind.strip(' .!?…»”"')


def _is_source(mark: Mark) -> bool:
    """Whether a link in brackets looks like a source: by a study, a title, a year and a name."""
    words = mark.named
    if _IS_STUDY.search(words) or len(words.split()) >= _ENOUGH:
        return True
    return bool(_YEAR.search(words) and _LETTERS.search(words))


def _around(one: _Sentence, mark: Mark) -> tuple[str, str, str]:
    """Return what stands in a sentence before a link, in it and behind it."""
    inside = one.reading.within(mark.span)
    words = one.reading.words
    return (
        words[max(one.span.start, inside.start - 80) : inside.start],
        words[inside.start : inside.end],
        words[inside.end : min(one.span.end, inside.end + 60)],
    )


def _is_attributed(one: _Sentence, mark: Mark) -> bool:
    """Whether a sentence says that what a link stands on has said it."""
    before, words, after = _around(one, mark)
    if _BEFORE.search(before):
        return True
    if not mark.named or _LEADS_ON.search(before):
        return False
    if _SAID_IN.search(words) and not _SOME_REPORTS.search(words):
        return True
    speaks = _AFTER.match(after) is not None
    somebody = _ROOT.fullmatch(mark.url) or _OF_SOMEBODY.fullmatch(mark.url)
    return speaks and not somebody


def _is_asserted(one: _Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a link inside a sentence stands for what the sentence says."""
    before, words, after = _around(one, mark)
    if not mark.named or _LEADS_ON.search(before):
        return False
    if _IS_STUDY.search(words) and (_WHICH.match(after) or _ATTRIBUTES.search(before + after)):
        return True
    inside = one.reading.within(mark.span)
    all_inside = all(inside.covers(fact.span.shifted(one.span.start)) for fact in facts)
    figures = any(fact.kind is Kind.NUMBER and is_statistic(fact.written) for fact in facts)
    whole = all_inside and (figures or not facts)
    return whole and len(words.split()) >= _ENOUGH and not _OF_PEOPLE.match(mark.url)


def _may_be_own(one: _Sentence, mark: Mark, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of what the page tells, rather than one that a source tells.

    That is so outside a link, unless “according to” stands before it, and where brackets hold a
    mere name or number behind a sentence that has nothing but dates. The first page of a site may
    have said anything.
    """
    if mark.kept and _ROOT.fullmatch(mark.url):
        return True
    if fact.kind is not Kind.NUMBER or not is_dated(fact.written):
        return False
    if mark.aside or mark.sign:
        named = bool(_IS_STUDY.search(mark.named) or _YEAR.search(mark.named))
        named = named or (mark.aside and not mark.named)
        return not named and all(one.kind is Kind.NUMBER and is_dated(one.written) for one in facts)
    if not mark.kept:
        return False
    inside = one.reading.within(mark.span)
    before, _, _ = _around(one, mark)
    return not (inside.covers(fact.span.shifted(one.span.start)) or _BEFORE.search(before))
