"""The rule `draft-link`."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.links._judged import LinkFacts, facts_at, is_link, judged

_SHOWING = frozenset({"VitePress", "mdBook"})
"""Generators that publish a page whatever its front matter says."""


class DraftLink(LinkFacts, ProjectRule):
    """No published page links to a draft.

    A page with “draft: true” or “published: false” is left out of the site, where its generator
    knows drafts. On the author's computer the link works; readers find an error page.

    There is no fix: publish the draft, or take the link out.
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

        @cache
        def is_hidden(path: str) -> bool:
            return bool(facts_at(project, path).get("hidden"))

        for link in judged(project):
            paths = link.landing.paths
            if not paths or not all(map(is_hidden, paths)):
                continue
            shown = is_hidden(project.absolute(link.page)) or (
                project.site(link.page).generator in _SHOWING
            )
            if not shown and is_link(project.document(link.page), link):
                message = f"“{link.written}” leads to a draft, which readers will not find"
                yield Found(link.page, Violation(link.span, message))
