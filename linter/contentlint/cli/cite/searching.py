"""Looks for what pages say in the texts of their sources, as these come in.

A sentence with one source is judged at once, and the text let go: those of thousands of pages take
room. One with several has to wait for all of them, since what stands at one need not at another;
where one of them was not asked, what was known before holds.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import inf

from contentlint.citations.audit import Page, sentences, source_of
from contentlint.citations.evidence import Claim, Evidence, Kind, Support
from contentlint.citations.judging import Judge, judged_together
from contentlint.citations.lock import key_of
from contentlint.citations.visit import Verdict, Visit

Said = dict[str, tuple[Evidence, ...]]
"""Evidence by the keys of claims."""
_AT_ONCE = 16
"""Sources with several sentences that are held ready for being searched."""
_Sentence = tuple[str, tuple[Claim, ...]]
"""The language of a page, and the claims of one of its sentences."""


class Search:
    """What is to be looked for at which source, and what came of it.

    ``left`` are the keys of claims that were not looked for, by the source; ``late`` are
    those sources that there was no time to judge, ``problems`` say what broke here, by the source.
    """

    def __init__(self, pages: Iterable[Page], until: float = inf) -> None:
        """Sort the sentences of pages by whether they have one source or several.

        ``until`` is the monotonic time after which nothing more is judged: thousands of sentences
        about one long source take longer than the web.
        """
        self._until = until
        self.found: dict[str, Said] = {}
        self.left: dict[str, set[str]] = {}
        self.problems: dict[str, str] = {}
        self.late: dict[str, None] = {}
        self._alone: dict[str, list[_Sentence]] = {}
        self._shared: list[_Sentence] = []
        for page in pages:
            for claims in sentences(page):
                sources = {source_of(claim.url) for claim in claims}
                if len(sources) == 1:
                    self._alone.setdefault(sources.pop(), []).append((page.language, claims))
                else:
                    self._shared.append((page.language, claims))
        several = (claim for _, claims in self._shared for claim in claims)
        self._waiting = {source_of(claim.url) for claim in several}

    def kept(self, visit: Visit) -> Visit:
        """Judge what rests on a source alone; return it with no more text than is still needed."""
        if visit.verdict is Verdict.UNCHECKED:
            return visit
        if visit.url in self._alone:
            judge_of = lru_cache(1)(lambda _: Judge(visit))
            for language, claims in self._alone[visit.url]:
                self._add(claims, judge_of, language)
        if visit.url in self._waiting or visit.paper is None:
            return visit
        return replace(visit, paper=replace(visit.paper, text=""))

    def finish(self, seen: Mapping[str, Visit]) -> None:
        """Judge the sentences with several sources, if all of these were asked."""

        @lru_cache(maxsize=_AT_ONCE)
        def judge_of(source: str) -> Judge:
            return Judge(seen[source])

        for language, claims in self._shared:
            if all(source_of(claim.url) in seen for claim in claims):
                self._add(claims, lambda url: judge_of(source_of(url)), language)
            else:
                self._leave(claims)

    def _leave(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            self.left.setdefault(source_of(claim.url), set()).add(key_of(claim.words))

    def _add(
        self, claims: Sequence[Claim], judge_of: Callable[[str], Judge], language: str
    ) -> None:
        if time.monotonic() > self._until:
            self._leave(claims)
            for claim in claims:
                self.late[source_of(claim.url)] = None
            return
        for claim, evidence in self._judged(claims, judge_of, language):
            if claim.facts or evidence:
                by_key = self.found.setdefault(source_of(claim.url), {})
                key = key_of(claim.words)
                by_key[key] = tuple(dict.fromkeys((*by_key.get(key, ()), *evidence)))

    def _judged(
        self, claims: Sequence[Claim], judge_of: Callable[[str], Judge], language: str
    ) -> Iterator[tuple[Claim, tuple[Evidence, ...]]]:
        """Yield claims with their evidence; a source that breaks its judge is told of."""
        try:
            yield from tuple(judged_together(claims, judge_of, language))
        except Exception as error:  # a source is anybody's work; what it breaks is ours
            for claim in claims:
                words = f"{type(error).__name__}: {error}"[:_LONGEST]
                self.problems.setdefault(source_of(claim.url), words)
                yield claim, tuple(_unknown(claim, f"({type(error).__name__})"))


_LONGEST = 300
"""Code points of what broke, which may quote a page."""


def _unknown(claim: Claim, why: str) -> Iterator[Evidence]:
    for one in claim.facts:
        if one.kind in (Kind.NUMBER, Kind.QUOTATION):
            told = f"the page could not be searched {why}"
            yield Evidence(one.kind, one.written, Support.UNKNOWN, why=told)
