"""The rule `unchecked-citation`."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Span, Violation
from contentlint_rules.citations._examples import REPORT, locked, number
from contentlint_rules.citations._locked import LockFacts, Said, cited, cut, firsts

_WORDS = "The report counts 17 % of the rye."
_MOST = 3
_HINT = "“contentlint cite update” looks it up"


class UncheckedCitation(LockFacts, ProjectRule):
    """What a page says of its sources was looked up there.

    Where a site has a contentlint.lock, this shows what has changed since: a new source, a new
    figure, one that was corrected. Nobody has looked yet whether the source says so. Nothing is
    wrong so far, so it fails no run unless its severity is raised in the settings.

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
        """Yield facts that nobody has looked up, and sources that nobody has asked."""
        known = cited(project)
        told: dict[tuple[str, Span], list[Said]] = {}
        for one in filter(_is_unchecked, known.said):
            told.setdefault((one.page, one.citation), []).append(one)
        for (page, _), facts in told.items():
            message = f"Whether the source says {_listed(facts)} was not looked up; {_HINT}"
            yield Found(page, Violation(facts[0].span, message))
        done = {(page, look.url) for (page, _), facts in told.items() for look in facts[0].looks}
        for link in firsts(known.links):
            fresh = link.entry is None or link.entry.verdict == "unchecked"
            if fresh and (link.page, link.url) not in done:
                message = f"Nobody has looked at this source yet; {_HINT}"
                yield Found(link.page, Violation(link.span, message))


def _listed(facts: Sequence[Said]) -> str:
    """Return the facts of one sentence as a message has them."""
    written = [cut(one.written) for one in facts]
    if len(written) > _MOST:
        return f"{', '.join(written[:_MOST])} and {len(written) - _MOST} more"
    return " and ".join(filter(None, [", ".join(written[:-1]), written[-1]]))


def _is_unchecked(one: Said) -> bool:
    """Whether somebody could look it up, and nobody did."""
    if one.is_loose:
        return False
    if one.support == "nothing":
        return one.kind == "number" and one.best.is_fresh
    missed = (look.entry is None or look.is_fresh for look in one.looks if not look.was_made)
    return one.support == "unknown" and any(missed)
