"""The rule `draft-link`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.links._judged import LinkFacts, is_link, judged
from contentlint_rules.links._unpublished import Absence, absence


@dataclass(frozen=True, kw_only=True)
class DraftLink(LinkFacts, ProjectRule):
    """No published page links to a draft.

    A page with “draft: true” or “published: false” is left out of the site, where its generator
    knows drafts. So is one in Jekyll's directory of drafts, one of which Eleventy or Hugo is told
    to make no page, and one whose date is still to come or that has expired, where the generator
    heeds dates. On the author's computer the link works; readers find an error page.

    There is no fix: publish the page, or take the link out.
    """

    name: ClassVar = "draft-link"
    family: ClassVar = "links"
    severity: ClassVar = Severity.WARNING
    examples: ClassVar = (
        Example(
            bad="See [the dam](⟦dam.md⟧).\n",
            good="See [the mill](mill.md).\n",
            fixed=False,
            path="content/page.md",
            files={
                "hugo.toml": "",
                "content/dam.md": "---\ntitle: The dam\ndraft: true\n---\n",
                "content/mill.md": "---\ntitle: The mill\ndraft: false\n---\n",
            },
        ),
        Example(
            good="---\ndraft: true\n---\n\nSee [the dam](dam.md).\n",
            files={"dam.md": "---\ndraft: true\n---\n"},
            why="A draft may link to a draft.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links of published pages that lead to drafts."""
        for link in judged(project):
            absences = [absence(project, path) for path in link.landing.paths]
            if not absences or None in absences or absence(project, project.absolute(link.page)):
                continue
            if is_link(project.document(link.page), link):
                message = f"“{link.written}” leads to {_said(absences[0])}"
                yield Found(link.page, Violation(link.span, message))


def _said(absent: Absence | None) -> str:
    kind, day, _ = absent or Absence("draft")
    if kind == "later":
        return f"a page that is left out of the site until {day}, which readers will not find"
    if kind == "over":
        return f"a page that expired on {day}, which readers will not find"
    return "a draft, which readers will not find"
