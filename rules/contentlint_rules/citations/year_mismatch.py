"""The rule `year-mismatch`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations._locked import LockFacts, cut
from contentlint_rules.citations._unsupported import differs, unsupported

_WORDS = "See the 2025 report."


class YearMismatch(LockFacts, ProjectRule):
    """A source is of the year that the page gives it.

    “The 2025 report” that leads to the report of 2023 gives readers figures that are two years
    older than they think. The year of a source is what its page says of itself; it was seen by
    “contentlint cite update”.

    There is no fix: correct the year, or link to the right one.
    """

    name: ClassVar = "year-mismatch"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    yields_to: ClassVar = (*LockFacts.yields_to, "unsupported-number", "stale-source")
    examples: ClassVar = (
        Example(
            bad=f"See [the ⟦2025⟧ report]({REPORT}).\n",
            good=f"See [the 2023 report]({REPORT}).\n",
            fixed=False,
            files=locked(claims={_WORDS: fact("year", "2025", "absent", "2023")}),
            why="The page at this address says that it is of 2023.",
        ),
        Example(
            good=f"See [the 2025 report]({REPORT}).\n",
            files=locked(claims={_WORDS: fact("year", "2025", "supported", "2025")}),
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield years that are not those of their sources."""
        for one in unsupported(project, "year"):
            found = one.best.found
            of = f"is of {cut(found)}" if found else "is of another year"
            message = f"{one.best.source} {of}, and {cut(one.written)} does not fit that"
            message = f"{message}: correct the year, or the address"
            yield Found(one.page, differs(project, one, message))
