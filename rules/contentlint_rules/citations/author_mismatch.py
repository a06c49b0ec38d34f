"""The rule `author-mismatch`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations._locked import LockFacts, cut
from contentlint_rules.citations._unsupported import differs, unsupported

_WORDS = "See the report by Weiss."


class AuthorMismatch(LockFacts, ProjectRule):
    """A source is by whom the page says.

    Where the names that a source gives and those beside it on the page have nothing in common,
    the address is most often that of another work. Who wrote it was seen by “contentlint cite
    update”, where the source says so.

    There is no fix: either the name or the address is wrong, and only the author knows which.
    """

    name: ClassVar = "author-mismatch"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    examples: ClassVar = (
        Example(
            bad=f"See [the report]({REPORT}) by ⟦Weiss⟧.\n",
            good=f"See [the report]({REPORT}) by Kern.\n",
            fixed=False,
            files=locked(claims={_WORDS: fact("author", "Weiss", "absent", "Ada Kern")}),
            why="The page at this address says that it is by Ada Kern.",
        ),
        Example(
            good=f"See [the report]({REPORT}) by Weiss.\n",
            files=locked(claims={_WORDS: fact("author", "Weiss", "supported", "Anna Weiss")}),
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield names that are not those of the authors of their sources."""
        for one in unsupported(project, "author"):
            found = one.best.found
            by = f"is by {cut(found, 100)}" if found else "names somebody else"
            message = f"{one.best.source} {by}, and {cut(one.written)} does not fit that"
            message = f"{message}: correct the name, or the address"
            yield Found(one.page, differs(project, one, message))
