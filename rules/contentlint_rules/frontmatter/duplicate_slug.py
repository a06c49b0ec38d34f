"""Rule duplicate-slug."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Site, Violation, pattern
from contentlint_rules.frontmatter._claims import (
    Claim,
    apart,
    claims,
    entry_of,
    is_written_out,
    others,
)
from contentlint_rules.links._judged import LinkFacts

_HEEDED = frozenset({"Astro", "Docusaurus", "Gatsby", "Hugo", "Jekyll", "Next", "Nuxt", "Zola"})
"""Generators that make the last part of an address from a slug, or whose sites mostly do."""
_DATED = pattern(
    r"(?im)^[^#\n]*\bpermalinks?\b[^\n]*(?:\n[ \t[][^\n]*){0,40}?"
    r":(?:year|yy|month|day|date|filename|pretty)"
    r"|\bpermalink:[ \t]*[\"']?(?:date|pretty|ordinal|weekdate)\b"
)
"""Settings that put the date into addresses."""


@dataclass(frozen=True, kw_only=True)
class DuplicateSlug(LinkFacts, ProjectRule):
    """No two pages of one section have the same slug.

    The slug is the last part of an address. Two pages of one directory with one slug get one
    address, and only one of them is made. This happens when a page is copied for a new one. Sites
    whose settings put the date into addresses are left alone, and so are drafts and translations.

    There is no fix: which page has to move, only the author knows.
    """

    name: ClassVar[str] = "duplicate-slug"
    family: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.WARNING
    presets: ClassVar[tuple[str, ...]] = ("recommended",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: Rye\nslug: ⟦bread⟧\n---\n",
            good="---\ntitle: Rye\nslug: rye-bread\n---\n",
            fixed=False,
            path="content/posts/rye.md",
            files={"hugo.toml": "", "content/posts/oat.md": "---\nslug: bread\n---\n"},
        ),
        Example(
            good="---\ntitle: Rye\nslug: bread\n---\n",
            path="content/posts/rye.md",
            files={"hugo.toml": "", "content/cakes/oat.md": "---\nslug: bread\n---\n"},
            why="Another section.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield slugs that stand twice in a directory."""
        groups: dict[tuple[str, str], list[Claim]] = {}
        dated: dict[str, bool] = {}
        for claim in claims(project):
            site = project.site(claim.page)
            if claim.key != "slug" or site.generator not in _HEEDED:
                continue
            if site.root not in dated:
                dated[site.root] = _has_dates(site)
            if not dated[site.root] and is_written_out(claim.value):
                at = _section(claim.page), claim.value.strip("/")
                groups.setdefault(at, []).append(claim)
        for group in groups.values():
            for several in apart(project, group) if len(group) > 1 else ():
                for claim in several:
                    entry = entry_of(project.document(claim.page), claim)
                    if entry:
                        said = f"is also the slug of {others(several, claim.page)}"
                        message = f"“{claim.value}” {said}; only one of the pages can be there"
                        yield Found(claim.page, Violation(entry.value_span, message))


def _has_dates(site: Site) -> bool:
    if site.generator == "Jekyll":
        return "permalink:" not in site.mentions or bool(_DATED.search(site.mentions))
    return bool(_DATED.search(site.mentions))


def _section(page: str) -> str:
    """Return the directory whose address the last part is added to."""
    folder, name = posixpath.split(page)
    return posixpath.dirname(folder) if name.startswith("index.") else folder
