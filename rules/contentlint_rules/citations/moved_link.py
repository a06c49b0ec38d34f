"""The rule `moved-link`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Part,
    Project,
    ProjectRule,
    Severity,
    Violation,
)
from contentlint_rules.citations._examples import REPORT, locked
from contentlint_rules.citations._locked import Link, LockFacts, cited, cut
from contentlint_rules.citations._moves import (
    is_seen,
    is_writable,
    leads_to_start,
    moved_to,
    on_same_site,
    stands,
)

_NEW = "https://mill.test/reports/2025"


class MovedLink(LockFacts, ProjectRule):
    """Links lead to where a page is, and not to where it was.

    A site that has moved a page for good (301, 308) sends readers on for a time; one day it no
    longer will. Moves for now are left alone, and so are addresses that are made to stay and to
    lead on, like those of doi.org.

    The fix writes the new address. It is safe where the page stayed on its site; elsewhere, and
    where readers see the address itself, it is unsafe: whoever has a site now can lead its readers
    anywhere, to a page of the same title too. What only leads to the first page of a site gets
    none.
    """

    name: ClassVar = "moved-link"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    changes: ClassVar = Part.LINKS | Part.HTML
    examples: ClassVar = (
        Example(
            bad=f"See [the report](⟦{REPORT}#rye⟧).\n",
            good=f"See [the report]({_NEW}#rye).\n",
            files=locked(verdict="moved", final=f"{_NEW}?utm_source=rss", permanent=True),
            why="The site says that the page has moved for good.",
        ),
        Example(
            bad=f"See [the report](⟦{REPORT}⟧).\n",
            good="See [the report](https://weir.test/mill).\n",
            fixed=False,
            files=locked(verdict="moved", final="https://weir.test/mill", permanent=True),
            why="The site is another one: somebody has to look whether the page is the same.",
        ),
        Example(
            good=f"See [the report]({REPORT}).\n",
            files=locked(final="https://mill.test/en/report"),
            why="It leads there for now only.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield addresses that lead on to others for good."""
        for link in cited(project).links:
            entry = link.entry
            if entry and entry.verdict == "moved" and entry.permanent and entry.final:
                new = moved_to(link.url, entry.final)
                if new:
                    yield Found(link.page, _moved(project.document(link.page), link, new))


def _moved(document: Document, link: Link, new: str) -> Violation:
    if leads_to_start(link.url, new):
        message = (
            f"This address leads to the first page of a site now, {cut(new)}: link to the page"
        )
        return Violation(link.span, message)
    message = f"This page has moved to {cut(new, 100)}"
    if not is_writable(new) or not stands(document, link.span, link.url):
        return Violation(link.span, message)
    make = (
        Fix.safe if on_same_site(link.url, new) and not is_seen(document, link.span) else Fix.unsafe
    )
    edit = Edit.replacement(link.span, new)
    return Violation(link.span, message, make("Link to the new address", edit))
