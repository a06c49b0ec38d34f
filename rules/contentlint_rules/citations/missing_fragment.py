"""The rule `missing-fragment`."""

from collections.abc import Iterator
from html import unescape
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.citations._examples import REPORT, locked
from contentlint_rules.citations._locked import LockFacts, cited, cut


class MissingFragment(LockFacts, ProjectRule):
    """The place on a page of the web that a link points to is there.

    Behind “#” stands the name of a place on the page. Where the page no longer has it, readers land
    at its top and have to search for what is meant. Which places a page has was seen by
    “contentlint cite update”, and only where all of the page was read.

    There is no fix: what the place is called now, or whether it is gone, the page shows.
    """

    name: ClassVar = "missing-fragment"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    examples: ClassVar = (
        Example(
            bad=f"See [the rye](⟦{REPORT}#rye⟧).\n",
            good=f"See [the rye]({REPORT}#grain).\n",
            fixed=False,
            files=locked(missing=["rye"]),
            why="Nothing on the page is called “rye” now.",
        ),
        Example(good=f"See [the rye]({REPORT}#rye).\n", files=locked()),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield addresses whose page has no such place."""
        for link in cited(project).links:
            fragment = unescape(link.url.partition("#")[2])
            if link.entry and link.entry.verdict.is_readable and fragment in link.entry.missing:
                message = (
                    f"The page has no place {cut(f'#{fragment}')} (seen on "
                    f"{link.entry.checked[:10]}), so that readers land at its top; look for its "
                    "new name, or link to the page"
                )
                yield Found(link.page, Violation(link.span, message))
