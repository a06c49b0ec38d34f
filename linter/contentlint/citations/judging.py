"""What a source was seen to say of each thing that a sentence says of it.

```
Claim.facts ─Judge(visit)→ Evidence of one source ─judged_together→ of all of its sentence
Claim.named ─titles──────→ Evidence of title, author, year, where there is no doubt
```

What is absent is told only of a page that was read as a whole: what is found is found anyway.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from contentlint.citations import titles
from contentlint.citations.evidence import Claim, Evidence, Fact, Kind, Match, Support
from contentlint.citations.quotations import seek
from contentlint.citations.visit import Paper, Verdict, Visit
from contentlint.citations.wording import Wording, shortened
from contentlint.numbers import Figures, Quantity, quantities
from contentlint.numbers.days import is_of_that_week

LEAST = 600
"""Code points of text that a page has at least to be taken for one that was read."""
_LOOKED_FOR = (Kind.NUMBER, Kind.QUOTATION)
_UNREAD = {
    Verdict.LOGIN: "it asks to sign in",
    Verdict.SOFT_404: "it says that there is no such page",
    Verdict.TIMEOUT: "it did not answer in time",
    Verdict.UNCHECKED: "it was not asked",
}


_WITHOUT_TEXT = {
    "pdf": "the PDF could not be read as text",
    "other": "the file is no text",
}


def why_unread(visit: Visit) -> str:
    """Return why a page may say more than was read of it, in words; empty where all was read."""
    if not visit.verdict.is_readable or visit.paper is None:
        return f"the page could not be read: {_answer(visit)}"
    paper = visit.paper
    if len(paper.text) < LEAST and paper.kind in _WITHOUT_TEXT:
        return _WITHOUT_TEXT[paper.kind]
    if len(paper.text) < LEAST and not paper.whole:
        return "the page shows its text only with scripts"
    if len(paper.text) < LEAST:
        return "the page holds hardly any text"
    return "" if paper.whole else "only a part of the page could be read"


def _answer(visit: Visit) -> str:
    if visit.verdict in _UNREAD:
        return _UNREAD[visit.verdict]
    return f"it answered {visit.status}" if visit.status >= 400 else visit.reason or "no answer"


class Judge:
    """One source, read once, and asked for many claims."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.why = why_unread(visit)
        readable = visit.verdict.is_readable
        self.paper = visit.paper if visit.paper and readable else Paper(whole=False)

    @cached_property
    def wording(self) -> Wording:
        """Its words, its names among them."""
        return Wording("\n".join((*self.paper.names, self.paper.text)), self.paper.language)

    @cached_property
    def figures(self) -> Figures:
        """Its numbers, those of its names and dates among them."""
        dates = filter(None, (self.paper.published[:10], self.paper.updated[:10]))
        text = "\n".join((*self.paper.names, *dates, self.paper.text))
        return Figures(text, self.wording.language)

    def of_facts(self, claim: Claim, language: str = "") -> dict[Fact, Evidence]:
        """Return what the source says of the numbers and quotations of a claim.

        A quotation that may as well be a title is among them only if it is found.
        """
        counted = {one.written: one for one in quantities(claim.words, language)}
        found = {
            fact: self._of_number(fact, counted, claim.words)
            if fact.kind is Kind.NUMBER
            else self._of_quotation(fact)
            for fact in claim.facts
            if fact.kind in _LOOKED_FOR
        }
        return {
            fact: evidence
            for fact, evidence in found.items()
            if evidence.support is Support.SUPPORTED or not _names_it(fact, claim)
        }

    def of_name(self, claim: Claim) -> Iterator[Evidence]:
        """Yield what the source says of the title, the author and the year that it is given."""
        named = {fact.kind: fact.written for fact in claim.facts if fact.kind not in _LOOKED_FOR}
        paper, given = self.paper, named.get(Kind.TITLE, claim.named)
        if not paper.text:
            return
        looked = {
            Kind.TITLE: titles.title(given, paper, self.wording, claim.words),
            Kind.AUTHOR: titles.author(named.get(Kind.AUTHOR, claim.named), paper, self.wording),
            Kind.YEAR: titles.year(named.get(Kind.YEAR, claim.named), paper, claim.words),
        }
        for kind, compared in looked.items():
            if compared is not None:
                yield self._evidence(kind, shortened(compared.written), compared.match)

    def _of_number(self, fact: Fact, counted: Mapping[str, Quantity], words: str) -> Evidence:
        wanted = counted.get(fact.written) or next(iter(quantities(fact.written)), None)
        if wanted is None:
            why = "such a number cannot be looked for"
            return Evidence(fact.kind, fact.written, Support.UNKNOWN, why=why)
        found = self._evidence(fact.kind, fact.written, self.figures.seek(wanted, words))
        if found.support is Support.ABSENT and is_of_that_week(self.paper.published, wanted):
            why = "the page is of that week, and may say “on Tuesday”"
            return replace(found, support=Support.UNKNOWN, why=why)
        return found

    def _of_quotation(self, fact: Fact) -> Evidence:
        return self._evidence(fact.kind, fact.written, seek(fact.written, self.wording))

    def _evidence(self, kind: Kind, written: str, match: Match) -> Evidence:
        support, found, quote = match
        why = ""
        if support not in (Support.SUPPORTED, Support.ELSEWHERE) and self.why:
            support, why = Support.UNKNOWN, self.why
        elif support is Support.UNKNOWN:
            number = kind is Kind.NUMBER
            why = (
                "the page may say it in another way"
                if number
                else "the page is in another language"
            )
        return Evidence(kind, written, support, shortened(found), shortened(quote), why)


def _names_it(fact: Fact, claim: Claim) -> bool:
    """Whether marks stand round a title or round what holds the link: not for what is said there.

    The number of a source may stand before the closing mark.
    """
    if fact.kind is not Kind.QUOTATION:
        return False
    held = fact.span.start <= claim.citation.start and claim.citation.end < fact.span.end - 2
    return held or " ".join(fact.written.split()) in " ".join(claim.named.split())


def judged_together(
    claims: Sequence[Claim], judge_of: Callable[[str], Judge], language: str = ""
) -> Iterator[tuple[Claim, tuple[Evidence, ...]]]:
    """Yield the claims of one sentence with their evidence, each seen in the light of the others.

    Facts come first, in their order; then the title, the author and the year, where something
    certain can be said of them. A fact stands at one source or at another. Where one has it, the
    others owe nothing and have no evidence of it; that it is absent needs all of them to have been
    read. ``judge_of`` gives the judge of an address.
    """
    asked = [judge_of(claim.url) for claim in claims]
    said = [one.of_facts(claim, language) for one, claim in zip(asked, claims, strict=True)]
    settled: list[dict[Fact, Evidence]] = [{} for _ in claims]
    for fact in dict.fromkeys(fact for one in said for fact in one):
        having = [index for index, one in enumerate(said) if fact in one]
        for index, left in zip(having, _settled([said[i][fact] for i in having]), strict=True):
            if left is not None:
                settled[index][fact] = left
    for claim, one, known in zip(claims, asked, settled, strict=True):
        yield claim, (*known.values(), *one.of_name(claim))


_RANK = (
    Support.ABSENT,
    Support.UNKNOWN,
    Support.NEAR,
    Support.ELSEWHERE,
    Support.SUPPORTED,
)


def _settled(evidence: Sequence[Evidence]) -> list[Evidence | None]:
    """Return what remains of the evidence of one fact at all sources of its sentence."""
    best = max(evidence, key=lambda one: _RANK.index(one.support)).support
    unread = next((one.why for one in evidence if one.support is Support.UNKNOWN), "")
    if unread and best in (Support.NEAR, Support.UNKNOWN):
        why = f"another source of the sentence may have it: {unread}"
        return [
            one
            if one.support is Support.UNKNOWN
            else replace(one, support=Support.UNKNOWN, why=why)
            for one in evidence
        ]
    return [one if one.support is best else None for one in evidence]
