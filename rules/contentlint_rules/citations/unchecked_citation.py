"""The rule `unchecked-citation`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Span, Violation
from contentlint_rules.citations._examples import REPORT, locked, number
from contentlint_rules.citations._locked import Citations, LockFacts, Said, cited, cut

if TYPE_CHECKING:
    from contentlint import LockEntry

_WORDS = "The report counts 17 % of the rye."
_MOST = 3
_HINT = "“contentlint cite update” looks it up"


class UncheckedCitation(LockFacts, ProjectRule):
    """What a page says of its sources was looked up there.

    Where a site has a contentlint.lock, this shows what has changed since: a new source, a new
    figure, one that was corrected. Nobody has looked yet whether the source says so. A new sentence
    of a source that is known is told where it stands; sources that nobody has asked are told once
    a page, and once for all pages where most have none that was asked. Nothing is wrong so far, so
    it fails no run unless its severity is raised in the settings.

    There is no fix: run “contentlint cite update”, and commit the lock.
    """

    name: ClassVar = "unchecked-citation"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    examples: ClassVar = (
        Example(
            bad=f"[The report]({REPORT}) counts ⟦18 %⟧ of the rye.\n",
            fixed=False,
            files=locked(claims={_WORDS: number("17 %", "supported")}),
            why="The lock knows the sentence with 17 %.",
        ),
        Example(
            bad="It mills rye ([the report](⟦https://mill.test/new⟧)).\n",
            fixed=False,
            files=locked(),
        ),
        Example(
            good=f"[The report]({REPORT}) counts 17 % of the rye.\n",
            files=locked(claims={_WORDS: number("17 %", "supported")}),
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield facts that nobody has looked up, and each page with sources that nobody asked."""
        known = cited(project)
        told: dict[tuple[str, Span], list[Said]] = {}
        for one in filter(_is_unchecked, known.said):
            told.setdefault((one.page, one.citation), []).append(one)
        for (page, _), facts in told.items():
            message = f"Whether the source says {_listed(facts)} was not looked up; {_HINT}"
            yield Found(page, Violation(facts[0].span, message))
        yield from _unasked(known)


def _unasked(known: Citations) -> Iterator[Found]:
    """Yield pages with sources that nobody asked, at the first of them.

    Where most pages have none that was asked, somebody looks up a part of the site: one finding
    stands for those pages then.
    """
    asked, fresh = set[str](), dict[str, dict[str, Span]]()
    for page, url, span, entry in _sources(known):
        if entry is None or entry.verdict == "unchecked":
            fresh.setdefault(page, {}).setdefault(url.partition("#")[0], span)
        else:
            asked.add(page)
    new = [page for page in fresh if page not in asked]
    others = len(new) - 1 if len(new) > max(1, len(asked)) else 0
    for page, sources in fresh.items():
        if page in asked or not others or page == new[0]:
            span = min(sources.values())
            yield Found(page, Violation(span, _told(page, len(sources), page in new and others)))


def _sources(known: Citations) -> Iterator[tuple[str, str, Span, "LockEntry | None"]]:
    yield from known.links
    for one in known.said:
        yield from ((one.page, look.url, one.citation, look.entry) for look in one.looks)


def _told(page: str, count: int, others: int) -> str:
    what = "Nobody has looked at this source yet"
    if count > 1:
        what = f"Nobody has looked at {count} sources of this page yet, of which this is the first"
    if others:
        return f"{what}, nor at those of {others} other pages; “contentlint cite update” does"
    return f"{what}; “contentlint cite update {page}” does"


def _listed(facts: Sequence[Said]) -> str:
    """Return the facts of one sentence as a message has them."""
    written = [cut(one.written) for one in facts]
    if len(written) > _MOST:
        return f"{', '.join(written[:_MOST])} and {len(written) - _MOST} more"
    return " and ".join(filter(None, [", ".join(written[:-1]), written[-1]]))


def _is_unchecked(one: Said) -> bool:
    """Whether somebody could look it up, all sources were asked before, and nobody did."""
    if one.is_loose or any(look.entry is None for look in one.looks):
        return False
    if one.support == "nothing":
        return one.kind == "number" and one.best.is_fresh
    missed = (look.is_fresh for look in one.looks if not look.was_made)
    return one.support == "unknown" and any(missed)
