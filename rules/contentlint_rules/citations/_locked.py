"""What a page says of its sources, held against what was seen of them (``contentlint.lock``).

```
page ─collect→ addresses, claims with their facts (only where there is a lock) ─┐
lock ───────────────────────────────────────────────────────────────────────────┴→ Link, Said
```
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from contentlint import Document, Project, Span

if TYPE_CHECKING:
    from contentlint import Evidence, Lock, LockEntry, Reference

_OF_SENTENCE = frozenset({"number", "quotation"})
"""Kinds of facts that any source of a sentence may bear out; others are about one source."""
_RANKS = ("supported", "unknown", "elsewhere", "near", "absent", "nothing")
"""What is found at one source counts before what is not found at another."""


class LockFacts:
    """What rules about seen sources share: the facts that the first of them collects."""

    shares: ClassVar = "citations"
    by_lock: ClassVar = True
    yields_to: ClassVar[tuple[str, ...]] = (
        "malformed-link", "invalid-address", "deceptive-address", "credentials-in-address",
        "placeholder", "assistant-link", "citation-marker",
    )  # fmt: skip
    """Rules that say why an address is none."""

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return the addresses of a page, and what it says of its sources."""
        if not document.site.locked:
            return None
        from contentlint import addresses, citation_keys

        links = [[one.url, *_plain(one.span)] for one in addresses(document)]
        keys = any(True for _ in citation_keys(document))
        facts = {"links": links, "claims": _claimed(document), "keys": keys}
        return {name: value for name, value in facts.items() if value} or None


def _claimed(document: Document, works: "Mapping[str, Reference] | None" = None) -> list[list[Any]]:
    """Return what a page says of its sources, as facts are kept: see ``Citations``."""
    from contentlint import claims, key_of

    return [
        [
            key_of(one.words),
            one.url,
            *_plain(one.citation),
            one.loose,
            [
                [fact.kind, fact.written, *_plain(fact.span), one.loose or not fact.sure]
                for fact in one.facts
            ],
        ]
        for one in claims(document, works)
    ]


def _plain(span: Span) -> tuple[int, int]:
    return span.start, span.end


class Link(NamedTuple):
    """An address on a page, and what was seen there; None where nobody looked."""

    page: str
    url: str
    span: Span
    entry: "LockEntry | None"


class Look(NamedTuple):
    """What was found of a fact at one source.

    ``was_made`` says that somebody looked there for what the sentence says; without evidence then,
    the source owes nothing, as another one has it. ``is_loose``: the sentence may speak of
    something else than this source.
    """

    url: str
    entry: "LockEntry | None"
    evidence: "Evidence | None"
    was_made: bool
    is_loose: bool

    @property
    def rank(self) -> int:
        """How it compares with a look at another source, the weightiest first."""
        if self.evidence:
            return _RANKS.index(self.evidence.support)
        return _RANKS.index("nothing" if self.was_made else "unknown")

    @property
    def found(self) -> str:
        """What the source has in the place of the fact."""
        return self.evidence.found if self.evidence else ""

    @property
    def source(self) -> str:
        """The source in a sentence: where it is, and when it was read."""
        host = self.url.partition("://")[2].partition("/")[0].removeprefix("www.")
        day = self.entry.seen or (self.entry.checked if self.is_fresh else "") if self.entry else ""
        return f"The source ({host}), {f'read on {day[:10]},' if day else 'when last read,'}"

    @property
    def is_fresh(self) -> bool:
        """Whether what is known of its claims is of the time that its entry tells."""
        return self.entry is not None and self.entry.verdict.is_readable


class Said(NamedTuple):
    """A fact, where it stands, and what was found of it at each source of its sentence."""

    page: str
    kind: str
    written: str
    span: Span
    citation: Span
    looks: tuple[Look, ...]

    @property
    def urls(self) -> tuple[str, ...]:
        """The sources of its sentence."""
        return tuple(look.url for look in self.looks)

    @property
    def is_loose(self) -> bool:
        """Whether it is only a guess that it was said of any of these sources."""
        return self.kind in _OF_SENTENCE and all(look.is_loose for look in self.looks)

    @property
    def best(self) -> Look:
        """The look that decides: where one source bears a fact out, the others need not.

        A source that may not be meant can bear a fact out too, but no more.
        """
        sure = [look for look in self.looks if not look.is_loose or look.rank == 0]
        return min(sure or self.looks, key=lambda look: look.rank)

    @property
    def support(self) -> str:
        """How the sources stand to it; “unknown” where one of them might bear it out."""
        return _RANKS[self.best.rank]


class Citations:
    """All links and facts of all pages, beside what was seen of their sources."""

    def __init__(self, project: Project) -> None:
        self._pages, self._project = project.facts, project
        self._lock: Lock | None = project.lock
        self._today = project.now.date()

    def entry(self, url: str) -> "LockEntry | None":
        """Return what was seen of an address."""
        return self._lock.entry(url) if self._lock else None

    def is_excused(self, url: str) -> bool:
        """Whether the settings answer for a source."""
        return bool(self._lock and self._lock.excuses and self._lock.excuse(url, self._today))

    @cached_property
    def rested_on(self) -> frozenset[tuple[str, str]]:
        """Pages, each with a source that most of its figures stand at: see ``rests_on``."""
        from contentlint import rests_on

        found: dict[tuple[str, str], dict[str, set[str]]] = {}
        for one in self.said:
            for look in one.looks if one.kind == "number" else ():
                if look.evidence:
                    figures = found.setdefault((one.page, look.url), {})
                    figures.setdefault(one.written, set()).add(look.evidence.support)
        return frozenset(place for place, figures in found.items() if rests_on(figures))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The addresses of all pages, in order; each place once."""
        return tuple({(one.page, one.span): one for one in self._links()}.values())

    def _links(self) -> Iterator[Link]:
        for page, facts in self._pages.items():
            for url, start, end in facts.get("links", ()):
                if not self.is_excused(url):
                    yield Link(page, url, Span(start, end), self.entry(url))

    @cached_property
    def sources(self) -> tuple[Link, ...]:
        """The links, and what else names a source: a DOI in words, the key of a work.

        Lists of sources come last among claims, and what stands there names the source best.
        """
        linked = {(one.page, one.url.partition("#")[0]) for one in self.links}
        named = {
            (page, url): Link(page, url, Span(start, end), self.entry(url))
            for page in self._pages
            for _, url, start, end, *_ in self._claims[page]
            if (page, url.partition("#")[0]) not in linked
        }
        return (*self.links, *named.values())

    @cached_property
    def _claims(self) -> dict[str, Sequence[Sequence[Any]]]:
        """What each page says of its sources, and of the works that it cites by their keys."""
        return {page: self._claims_of(page, facts) for page, facts in self._pages.items()}

    def _claims_of(self, page: str, facts: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        works = self._works(page) if "keys" in facts and self._lock else {}
        if not works:
            plain: Sequence[Sequence[Any]] = facts.get("claims", ())
            return plain
        return _claimed(self._project.document(page), works)

    def _works(self, page: str) -> "Mapping[str, Reference]":
        from contentlint import bibliography

        project, document = self._project, self._project.document(page)
        path = project.absolute(page)
        return bibliography(document, path, project.files, project.document).works

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """What all pages say of their sources, in order.

        Nothing is known of a sentence of which a source that nobody asks may be the source. What is
        said of a source itself is told once a page, where it stands last: in the list of
        sources, if there is one.
        """
        found: dict[tuple[Any, ...], list[tuple[Said, Look]]] = {}
        for one in self._said():
            shared = one.kind in _OF_SENTENCE
            place = one.span if shared else (one.written, one.looks[0].url)
            key = one.page, one.kind, place
            found.setdefault(key, []).append((one, one.looks[0]))
        every = (_joined(each) for each in found.values())
        return tuple(one for one in every if not any(map(self.is_excused, one.urls)))

    def _said(self) -> Iterator[Said]:
        for page in self._pages:
            for key, url, start, end, loose, told in self._claims[page]:
                entry = self.entry(url)
                known = entry.claims.get(key) if entry else None
                guessed = {written: guess for _, written, _, _, guess in told}
                for kind, written, place, evidence in _looked_up(told, known or (), (start, end)):
                    guess = guessed.get(written, loose)
                    look = Look(url, entry, evidence, known is not None, guess)
                    yield Said(page, kind, written, Span(*place), Span(start, end), (look,))


_Place = tuple[int, int]


def _looked_up(
    told: Iterable[Sequence[Any]], known: "Sequence[Evidence]", citation: _Place
) -> "Iterator[tuple[str, str, _Place, Evidence | None]]":
    """Yield the facts of a claim, each with its evidence.

    What is known of the source itself stands where the source is named, if not in the sentence.
    """
    places = {(kind, written): (start, end) for kind, written, start, end, _ in told}
    for kind, written, start, end, _ in told:
        if kind in _OF_SENTENCE:
            same = (one for one in known if one.kind == kind and one.written == written)
            yield kind, written, (start, end), next(same, None)
    for one in known:
        if one.kind not in _OF_SENTENCE:
            yield one.kind, one.written, places.get((one.kind, one.written), citation), one


def _joined(found: Sequence[tuple[Said, Look]]) -> Said:
    looks = {look.url: look for _, look in found}
    return found[-1][0]._replace(looks=tuple(looks.values()))


def cited(project: Project) -> Citations:
    """Return all links and facts; the same for all rules of a run."""
    shelf = project.shelf
    if "citations" not in shelf:
        shelf["citations"] = Citations(project)
    found: Citations = shelf["citations"]
    return found


def firsts(links: Iterable[Link]) -> Iterator[Link]:
    """Yield links less those to a source that the page has led to before."""
    seen: set[tuple[str, str]] = set()
    for link in links:
        key = link.page, link.entry.url if link.entry else link.url.partition("#")[0]
        if key not in seen:
            seen.add(key)
            yield link


def cut(text: str, most: int = 60, shown: str = "") -> str:
    """Return a piece in quotation marks, on one line, cut between words where it is too long.

    What is ``shown`` stays in it where it can.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return f"“{line}”"
    at = max(0, line.find(" ".join(shown.split()))) if shown else 0
    start = 0 if at + len(shown) < most - 1 else at - most // 2
    start = line.find(" ", max(0, start), at) + 1 if start > 0 else 0
    end = min(len(line), start + most - 1)
    end = max(line.rfind(" ", start + most // 2, end), start) if end < len(line) else end
    end = end if end > start else start + most - 1
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"“{head}{line[start:end].rstrip(' ,;:–-')}{tail}”"


def sentence(text: str, most: int = 200) -> str:
    """Return a sentence of the lock without its full stop, to stand within another."""
    return cut(text, most)[1:-1].rstrip(".")


def quoting(look: Look) -> str:
    """Return how a message goes on with the source's own sentence, if that says any more."""
    quote = look.evidence.quote if look.evidence else ""
    return f", in: {cut(quote, 200, look.found)}" if len(quote) > 2 * len(look.found) else ""
