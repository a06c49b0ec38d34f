"""The rule `dead-link`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Edit, Example, Fix, Found, Project, ProjectRule, Violation
from contentlint_rules.citations._examples import REPORT, locked
from contentlint_rules.citations._locked import Link, LockFacts, cited, sentence
from contentlint_rules.citations._moves import is_writable, stands


class DeadLink(LockFacts, ProjectRule):
    """Every link to the web leads to a page.

    What rests on a source that is gone nobody can check any longer. Whether one is gone was found
    out by “contentlint cite update”, and is written in contentlint.lock: it does not exist (404,
    410, a host without an address), it says so on a page that pretends to be one, or it has failed
    for more than a day. Sites that turn programs away, ask for a password or are only slow are
    never called dead.

    Where an archive has a copy, that of the page's time is offered; no fix is made by itself, since
    the author may know where the source has gone.
    """

    name: ClassVar = "dead-link"
    family: ClassVar = "citations"
    yields_to: ClassVar = (*LockFacts.yields_to, "unregistered-doi")
    examples: ClassVar = (
        Example(
            bad=f"See [the report](⟦{REPORT}⟧).\n",
            good="See the report of 2025, which is no longer online.\n",
            fixed=False,
            files=locked(verdict="dead", archive=f"https://archive.test/2025/{REPORT}"),
            why="It answers that there is no such page (404), and an archive has a copy.",
        ),
        Example(
            good=f"See [the report]({REPORT}).\n",
            files=locked(verdict="blocked"),
            why="It may answer people: that a program was turned away says nothing of it.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield addresses that lead to nothing."""
        for link in cited(project).links:
            if link.entry and link.entry.verdict.is_dead:
                yield Found(link.page, _dead(project, link))


def _dead(project: Project, link: Link) -> Violation:
    entry = link.entry
    assert entry is not None
    message = f"This source was gone on {entry.checked[:10]}: {sentence(entry.reason)}"
    if not is_writable(entry.archive):
        return Violation(link.span, f"{message}. Link to where it is now, or to another source")
    message = f"{message}. Link to where it is now, or to the copy that an archive has"
    if not stands(project.document(link.page), link.span, link.url):
        return Violation(link.span, message)
    edit = Edit.replacement(link.span, entry.archive)
    return Violation(link.span, message, Fix.suggestion("Link to the copy in the archive", edit))
