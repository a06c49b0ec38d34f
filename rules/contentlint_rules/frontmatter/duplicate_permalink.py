"""Rule duplicate-permalink."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.frontmatter._claims import (
    Claim,
    apart,
    claims,
    entry_of,
    is_written_out,
    others,
    output,
)
from contentlint_rules.links._judged import LinkFacts

_ADDRESS = {
    "Hugo": ("url",),
    "Zola": ("path",),
    "Docusaurus": ("slug",),
    "Gatsby": ("path", "permalink"),
    "MkDocs": (),
    "VitePress": (),
    "mdBook": (),
}
"""The keys that say where a page will stand; in all other generators it is “permalink”."""
_FORWARDS = {
    "Hugo": ("aliases", "alias"),
    "Zola": ("aliases",),
    "Jekyll": ("redirect_from",),
}
"""The keys with addresses that lead on to the page."""


@dataclass(frozen=True, kw_only=True)
class DuplicatePermalink(LinkFacts, ProjectRule):
    """Every page of the site has an address of its own.

    Two pages that claim one address are made into the same file: the one that comes last stays,
    the other is nowhere, and most generators say nothing of it. This often happens when a page is
    copied for a new one. An old address that leads on to a new page (“aliases”, “redirect_from”)
    must not be that of another page either. Drafts and translations are left alone, and patterns
    such as “/:title/”.

    There is no fix: which page has to move, only the author knows.
    """

    name: ClassVar[str] = "duplicate-permalink"
    family: ClassVar[str] = "metadata"
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            bad="---\ntitle: Rye\npermalink: ⟦/bread/⟧\n---\n",
            good="---\ntitle: Rye\npermalink: /rye/\n---\n",
            fixed=False,
            path="rye.md",
            files={"_config.yml": "", "oat.md": "---\ntitle: Oat\npermalink: /bread/\n---\n"},
        ),
        Example(
            bad='+++\naliases = [⟦"/bread/"⟧]\n+++\n',
            good='+++\naliases = ["/loaf/"]\n+++\n',
            fixed=False,
            path="content/rye.md",
            files={"hugo.toml": "", "content/oat.md": '+++\nurl = "/bread/"\n+++\n'},
        ),
        Example(
            good="---\npermalink: /bread/\n---\n",
            path="en/bread.md",
            files={"_config.yml": "", "de/brot.md": "---\npermalink: /bread/\n---\n"},
            why="Translations stand below an address of their own.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield claims of an address that another page claims too."""
        groups: dict[tuple[str, str, str], list[Claim]] = {}
        for claim in claims(project):
            site = project.site(claim.page)
            if _counts(site.generator, claim):
                at = site.root, _part(site.generator, site.root, claim), output(claim.value)
                groups.setdefault(at, []).append(claim)
        for group in groups.values():
            if len(group) > 1 and len({one.page for one in group}) > 1:
                for several in apart(project, group):
                    yield from _judged(project, several)


def _counts(generator: str, claim: Claim) -> bool:
    """Whether a claim says the whole of an address."""
    if not is_written_out(claim.value):
        return False
    if generator == "Docusaurus" or claim.key in _FORWARDS.get(generator, ()):
        return claim.value.startswith("/") and claim.key in _keys(generator)
    # Jekyll has names for patterns: “pretty”, “date”.
    return claim.key in _keys(generator) and (generator != "Jekyll" or "/" in claim.value)


def _keys(generator: str) -> tuple[str, ...]:
    return _ADDRESS.get(generator, ("permalink",)) + _FORWARDS.get(generator, ())


def _part(generator: str, root: str, claim: Claim) -> str:
    """Return the part of a site that an address counts from."""
    if generator != "Docusaurus":
        return ""
    path = claim.page.removeprefix(f"{root}/")
    parts = path.split("/")
    deep = {"versioned_docs": 2, "i18n": 4}.get(parts[0], 1)
    return "/".join(parts[:deep])


def _judged(project: Project, group: list[Claim]) -> Iterator[Found]:
    forwards = _FORWARDS.get(project.site(group[0].page).generator, ())
    homes = [claim for claim in group if claim.key not in forwards]
    for claim in dict.fromkeys(group):
        rivals = [one for one in homes if one.page != claim.page]
        document = project.document(claim.page)
        entry = entry_of(document, claim)
        if entry is None or (claim.key not in forwards and not rivals):
            continue
        if rivals:
            what = f"“{claim.value}” is also the address of {others(rivals, claim.page)}"
            yield Found(claim.page, Violation(entry.value_span, f"{what}; only one can be there"))
        elif any(one.page != claim.page for one in group):
            what = f"“{claim.value}” also leads to {others(group, claim.page)}"
            message = f"{what}; readers get to one of them only"
            yield Found(claim.page, Violation(entry.value_span, message, level=Severity.WARNING))
