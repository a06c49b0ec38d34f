"""Rule future-date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Document, Example, Found, Project, ProjectRule, Severity, Span, Violation
from contentlint_rules.frontmatter._template import is_form
from contentlint_rules.links._judged import LinkFacts
from contentlint_rules.links._unpublished import absence


@dataclass(frozen=True, kw_only=True)
class FutureDate(LinkFacts, ProjectRule):
    """No page is left out of the site because its date is still to come.

    Hugo and Jekyll make no page whose date is in the future, and say nothing of it: the author
    looks for a page that is not there. Often the year is mistyped. Drafts, pages with a
    “publishDate”, whose day was chosen on purpose, and sites that are made with the pages of the
    future are left alone. So are sites whose generator does not heed dates.

    There is no fix: whether the date or the page has to wait, only the author knows.
    """

    name: ClassVar[str] = "future-date"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: Rye\ndate: ⟦2925-11-24⟧\n---\n",
            good="---\ntitle: Rye\ndate: 2025-11-24\n---\n",
            fixed=False,
            path="content/rye.md",
            files={"hugo.toml": ""},
        ),
        Example(
            good="---\ntitle: Rye\ndate: 2925-11-24\ndraft: true\n---\n",
            path="content/rye.md",
            files={"hugo.toml": ""},
            why="A draft has time.",
        ),
        Example(
            good="---\ntitle: Rye\ndate: 2925-11-24\n---\n",
            path="content/rye.md",
            files={"hugo.toml": "buildFuture = true\n"},
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield pages whose date is later than the run."""
        for page, facts in project.facts.items():
            late = "late" in facts and not is_form(page)
            absent = absence(project, project.absolute(page)) if late else None
            if absent and absent.kind == "later" and not absent.is_planned:
                generator = project.site(page).generator
                message = f"{generator} leaves this page out of the site until {absent.day}"
                yield Found(page, Violation(_place(project.document(page), absent.key), message))


def _place(document: Document, key: str) -> Span:
    """Return where the date of a page stands; its beginning where its name holds the date."""
    front = document.front_matter
    entries = front.entries if front else ()
    tops = (one for one in entries if one.path == (one.key,))
    return next((one.value_span for one in tops if one.key.lower() == key), Span(0, 0))
