"""The audit: each sentence with each of its sources, and what the lock says of the two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from contentlint.citations.evidence import Claim, Evidence, Kind, Support
from contentlint.citations.excuses import Excuse
from contentlint.citations.identifiers import register_of
from contentlint.citations.kinds import is_year
from contentlint.citations.lock import Entry, Lock, key_of
from contentlint.citations.resting import rests_on
from contentlint.span import Position, Span


class Standing(StrEnum):
    """How a sentence and its source stand to each other, the most urgent first."""

    DEAD = "dead"
    """Readers find nothing there."""
    ABSENT = "not found"
    """Something of the sentence does not stand there."""
    NEAR = "near miss"
    """Something stands there that differs by a slip."""
    ELSEWHERE = "elsewhere"
    """It stands there, where other things are spoken of."""
    PERHAPS = "perhaps not"
    """It does not stand there like that, but that may be right: the sentence may rest on something
    else, named further off; of a title or a name, an honest reference may differ so."""
    UNKNOWN = "cannot verify"
    """It could not be found out."""
    ANSWERED = "answered for"
    """The author answers for it, in a comment on the page, or the project, in its settings: for
    this source, or for another of the sentence, at which it may stand."""
    OTHER = "other source"
    """What does not stand there stands at another source of the sentence."""
    UNASKED = "not asked"
    """Nobody has looked for this sentence there yet."""
    SUPPORTED = "supported"
    """All that was looked for stands there."""
    ANSWERS = "answers"
    """The source is there; the sentence holds nothing that can be looked for."""

    @property
    def is_found_wanting(self) -> bool:
        """Whether somebody has to look at it."""
        return self in (Standing.DEAD, Standing.ABSENT, Standing.NEAR)


OF = {
    Support.ABSENT: Standing.ABSENT,
    Support.NEAR: Standing.NEAR,
    Support.ELSEWHERE: Standing.ELSEWHERE,
    Support.UNKNOWN: Standing.UNKNOWN,
    Support.SUPPORTED: Standing.SUPPORTED,
}
"""How a sentence stands to its source as far as one thing in it goes."""
ORDER = tuple(Standing)
OF_SENTENCE = frozenset({Kind.NUMBER, Kind.QUOTATION})
"""What any source of a sentence may bear out; the rest is about one source."""
RULES = {
    Kind.NUMBER: "unsupported-number",
    Kind.QUOTATION: "unsupported-quotation",
    Kind.TITLE: "title-drift",
    Kind.AUTHOR: "author-mismatch",
    Kind.YEAR: "year-mismatch",
}
"""Which rule says in a check what the audit says of a fact."""
OF_RECORDS = "reference-mismatch"
"""Which rule says it where a register is asked, and not the source itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's claims and addresses; spans are those of the file on the disk.

    ``places`` tells lines and columns of what ``place_of`` gives. ``silenced`` is what the author
    answers for, as a comment says: a citation, with what is written of it, or the name of a rule
    about the source itself, or nothing where it is the link.
    ``date`` is the day of the page, in ISO form; empty where it tells none.
    """

    path: str
    claims: tuple[Claim, ...] = ()
    urls: tuple[str, ...] = ()
    places: Mapping[Span, Position] = field(default_factory=dict)
    silenced: frozenset[tuple[Span, str]] = frozenset()
    language: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence on a page and one of its sources; ``entry`` is None where nobody asked it.

    ``borne_out`` is what in the sentence another of its sources supports, as written; ``rested``
    says that most figures of the page stand at the source, so that others should too;
    ``answered`` what the author answers for, and empty among it where it is the link itself.
    ``excuse`` is there where the project answers for the source as a whole; ``beside`` where it
    does for another source of the sentence, at which anything may stand. ``instead`` is how what
    does not stand here stands to another source, where that leaves it open.
    """

    path: str
    place: Position
    claim: Claim
    entry: Entry | None
    evidence: tuple[Evidence, ...]
    answered: frozenset[str] = frozenset()
    borne_out: frozenset[str] = frozenset()
    rested: bool = False
    excuse: Excuse | None = None
    beside: Excuse | None = None
    instead: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def standing(self) -> Standing:
        """How the two stand to each other: as the worst of what was looked for."""
        if self.excuse:
            return Standing.ANSWERED
        if self.entry is None:
            return Standing.UNASKED
        if self.entry.verdict.is_dead:
            return Standing.ANSWERED if "" in self.answered else Standing.DEAD
        if self.evidence:
            return min(map(self.of, self.evidence), key=ORDER.index)
        if not self.entry.verdict.is_readable:
            return Standing.UNKNOWN
        return self._unlooked if self._lacks_evidence else Standing.ANSWERS

    @property
    def _unlooked(self) -> Standing:
        return Standing.ANSWERED if self.beside else Standing.UNASKED

    @property
    def why_not_asked(self) -> str:
        """Why nothing is known of the source, in words; empty where something is."""
        if self.excuse:
            until = f" (until {self.excuse.until})" if self.excuse.until else ""
            return f"{self.excuse.reason}{until}"
        return "" if self.entry else "contentlint cite update asks it"

    @property
    def was_asked(self) -> bool:
        """Whether somebody has looked at the source for what the sentence says."""
        return self.entry is not None and key_of(self.claim.words) in self.entry.claims

    @property
    def _lacks_evidence(self) -> bool:
        facts = {fact.written for fact in self.claim.facts if fact.kind in OF_SENTENCE}
        return not facts <= self.borne_out

    def of(self, one: Evidence) -> Standing:
        """Return how the two stand to each other as far as one thing in the sentence goes."""
        found = OF[one.support]
        shared = one.kind in OF_SENTENCE and one.support is not Support.SUPPORTED
        if shared and one.written in self.borne_out:
            return Standing.OTHER
        if not found.is_found_wanting:
            return found
        if one.written in self.answered or (self.beside and one.kind in OF_SENTENCE):
            return Standing.ANSWERED
        if one.kind in OF_SENTENCE and one.written in self.instead:
            return self.instead[one.written]
        small = one.kind not in OF_SENTENCE and found is Standing.NEAR
        return Standing.PERHAPS if small or self._is_guess(one) else found

    def _is_guess(self, one: Evidence) -> bool:
        """Whether the sentence may speak of something else than this source."""
        if one.kind not in OF_SENTENCE:
            return False
        sure = self.rested and one.kind is Kind.NUMBER and not is_year(one.written)
        unsure = {fact.written for fact in self.claim.facts if not fact.sure}
        return (self.claim.loose or one.written in unsure) and not sure


_NEAR = 300
"""Code points between a sentence and what names its source, up to which the two are seen as one."""


def place_of(claim: Claim) -> Span:
    """Return where to look on the page: at what names the source, or at the sentence if far off."""
    sentence, citation = claim.span, claim.citation
    is_near = sentence.start - _NEAR <= citation.end and citation.start <= sentence.end + _NEAR
    return citation if is_near else sentence


def source_of(url: str) -> str:
    """Return the address of the source itself, whatever part of it is linked to."""
    return url.partition("#")[0]


def pairs(pages: Iterable[Page], lock: Lock, today: date = date.min) -> Iterator[Pair]:
    """Yield each claim of each page with what is known of its source, in order.

    ``today`` is the day by which it is judged whether a project still answers for a source.
    """
    for page in pages:
        found = [_pair(page, claim, lock, today) for claim in page.claims]
        held: dict[Span, set[str]] = {}
        for pair in found:
            good = (one.written for one in pair.evidence if one.support is Support.SUPPORTED)
            held.setdefault(pair.claim.span, set()).update(good)
        rested, answered, instead = _rested(found), _answered(page, found), _instead(found)
        excused = {pair.claim.span: pair.excuse for pair in found if pair.excuse}
        for pair in found:
            claim = pair.claim
            yield replace(
                pair,
                answered=pair.answered | answered.get(claim.url, set()),
                borne_out=frozenset(held[claim.span]),
                rested=claim.url in rested,
                beside=None if pair.excuse else excused.get(claim.span),
                instead=instead.get(claim.span, {}),
            )


def _instead(found: Iterable[Pair]) -> dict[Span, dict[str, Standing]]:
    """Return what a source that a sentence surely rests on leaves open, by the sentence.

    It has it where other things are spoken of; or nobody could look, or has looked there.
    """
    left: dict[Span, dict[str, Standing]] = {}
    for pair in found:
        known = {one.written: one.support for one in pair.evidence if one.kind in OF_SENTENCE}
        unseen = Support.ABSENT if pair.was_asked else Support.UNKNOWN
        for fact in pair.claim.facts if not pair.claim.loose else ():
            support = known.get(fact.written, unseen)
            if fact.sure and support in _OPEN:
                left.setdefault(pair.claim.span, {})[fact.written] = _OPEN[support]
    return left


_OPEN = {Support.ELSEWHERE: Standing.OTHER, Support.UNKNOWN: Standing.UNKNOWN}


def _rule(one: Evidence) -> str:
    return OF_RECORDS if one.by else RULES.get(one.kind, OF_RECORDS)


def _answered(page: Page, found: Iterable[Pair]) -> dict[str, set[str]]:
    """Return what the author answers for of the sources themselves.

    A check tells it once a page, where it stands last: a comment there is one for all places.
    """
    if not page.silenced:
        return {}
    told = {
        (pair.claim.url, one.kind, one.written): _rule(one) in pair.answered
        for pair in found
        for one in pair.evidence
        if one.kind not in OF_SENTENCE
    }
    answered: dict[str, set[str]] = {}
    for (url, _, written), is_answered in told.items():
        if is_answered:
            answered.setdefault(url, set()).add(written)
    return answered


def _rested(found: Iterable[Pair]) -> frozenset[str]:
    """Return the sources of a page that most of its figures stand at."""
    seen: dict[str, dict[str, set[str]]] = {}
    for pair in found:
        for one in pair.evidence:
            if one.kind is Kind.NUMBER:
                figures = seen.setdefault(pair.claim.url, {})
                figures.setdefault(one.written, set()).add(one.support)
    return frozenset(url for url, figures in seen.items() if rests_on(figures))


def _pair(page: Page, claim: Claim, lock: Lock, today: date) -> Pair:
    excuse = lock.excuse(claim.url, today)
    known = None if excuse else lock.entry(claim.url)
    found = known.claims.get(key_of(claim.words), ()) if known else ()
    mine = {fact.written for fact in claim.facts}
    evidence = tuple(one for one in found if one.kind not in OF_SENTENCE or one.written in mine)
    answered = frozenset(written for span, written in page.silenced if span == claim.citation)
    place = page.places.get(place_of(claim), Position(1, 1))
    return Pair(page.path, place, claim, known, evidence, answered, excuse=excuse)


def keys(pages: Iterable[Page]) -> dict[str, set[str]]:
    """Return the sources of pages in order, each with the keys of the claims that rest on it."""
    found: dict[str, set[str]] = {}
    for page in pages:
        for url in page.urls:
            found.setdefault(source_of(url), set())
        for claim in page.claims:
            mine = found.setdefault(source_of(claim.url), set())
            if claim.facts or (claim.describes and register_of(claim.url)):
                mine.add(key_of(claim.words))
    return found


def without_excused(page: Page, lock: Lock, today: date) -> Page:
    """Return a page on which nothing is to be looked for where nobody can say that it is absent.

    That is so in sentences of which the project answers for a source: it is not asked.
    """
    excused = {claim.span for claim in page.claims if lock.excuse(claim.url, today)}
    if not excused:
        return page
    claims = (replace(one, facts=()) if one.span in excused else one for one in page.claims)
    return replace(page, claims=tuple(claims))


def sentences(page: Page) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of each sentence: one for each of its sources."""
    found: dict[Span, list[Claim]] = {}
    for claim in page.claims:
        found.setdefault(claim.span, []).append(claim)
    yield from map(tuple, found.values())


def with_companions(urls: Iterable[str], pages: Iterable[Page]) -> tuple[str, ...]:
    """Return sources with all others of the sentences that they stand in.

    What stands at one of them need not at another: they can only be judged together.
    """
    wanted = dict.fromkeys(urls)
    more: list[str] = []
    for page in pages:
        for claims in sentences(page):
            sources = [source_of(claim.url) for claim in claims]
            if any(source in wanted for source in sources):
                more += sources
    return tuple(dict.fromkeys((*wanted, *more)))
