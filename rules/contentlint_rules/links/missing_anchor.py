"""The rule `missing-anchor`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from contentlint import (
    PAGES,
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Project,
    ProjectRule,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.links._anchors import IS_OTHER, Places, is_made_elsewhere, key
from contentlint_rules.links._judged import (
    Judged,
    LinkFacts,
    decoded,
    facts_at,
    is_link,
    judged,
)


@dataclass(frozen=True, kw_only=True)
class MissingAnchor(LinkFacts, ProjectRule):
    """Every link to a place on a page leads to a place that is there.

    “[Opening hours](#opening-hours)” leads to the heading “Opening hours”, on this page or with a
    file's name before the “#” on another. When that is renamed, or was never there, readers click
    and nothing happens, or they land at the top. How a heading becomes an address
    differs from one site generator to the next, so only what no generator would make is flagged:
    letters and digits count, and signs, accents and capitals do not.

    Where one heading alone is nearly the same, the fix leads there; it is unsafe.
    """

    name: ClassVar = "missing-anchor"
    family: ClassVar = "links"
    yields_to: ClassVar = ("invisible-character",)
    examples: ClassVar = (
        Example(
            bad="See [when](⟦#opening-hour⟧) and [where](⟦#location⟧).\n\n# Opening hours\n",
            good="See [when](#opening-hours) and [where](#place).\n\n# Opening hours\n\n# Place\n",
            fixed=False,
        ),
        Example(
            good="[a](#opening-hours) [b](#Opening_hours-1) [c](#cafe)\n\n"
            "# Opening hours!\n\n# 1. Café\n",
        ),
        Example(good='[a](#here) [b](#there) [c](#top)\n\n<a id="here"></a>\n\n# A {#there}\n'),
        Example(
            bad="See [the dam](mill.md#dam) and [its wheel](⟦mill.md#sails⟧).\n",
            good="See [the dam](mill.md#dam) and [its wheel](mill.md#wheel).\n",
            fixed=False,
            files={"mill.md": "# The mill\n\n## Wheel\n\n## Dam\n"},
        ),
        Example(good="[a](#made-elsewhere)\n\n{{< include >}}\n", why="A template may make it."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links whose target is not on the page itself."""
        found = list(_own_links(document))
        if not found or is_made_elsewhere(document):
            return
        places = Places((document[one.content] for one in document.headings), document.text)
        for link in found:
            if not places.leads(link.anchor):
                fix, near = _repair(places, link.span, "", link.anchor)
                message = (
                    f"There is no heading “{link.anchor}” on this page, so the link leads nowhere"
                )
                yield Violation(link.span, message + near, fix)

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links to other pages that lack the place."""
        pages: dict[str, Places] = {}
        for link in judged(project):
            wanted = key(link.fragment)
            paths = link.landing.paths
            if not wanted or not all(map(_is_page, paths)) or IS_OTHER.match(link.fragment):
                continue
            for path in paths:
                if path not in pages:
                    pages[path] = Places(facts_at(project, path).get("headings", ()))
            if paths and not any(pages[path].has(wanted) for path in paths):
                yield from _elsewhere(project, link)


def _is_page(path: str) -> bool:
    return path.endswith(PAGES)


def _elsewhere(project: Project, link: Judged) -> Iterator[Found]:
    """Yield a link to a place that another page lacks, once both pages were read again."""
    targets = [project.document(project.shown(path)) for path in link.landing.paths]
    if any(map(is_made_elsewhere, targets)) or not is_link(project.document(link.page), link):
        return
    all_places = [_places(project, one) for one in targets]
    places = all_places[0]
    if not any(one.leads(link.fragment) for one in all_places):
        address = link.written.partition("#")[0]
        fix, near = _repair(places, link.span, address, link.fragment)
        message = f"“{address}” has no heading “{link.fragment}”, so readers land at its top{near}"
        yield Found(link.page, Violation(link.span, message, fix))


class _Link(NamedTuple):
    """A link to a place on the page: its target, and what follows the “#”."""

    span: Span
    anchor: str


_TARGET = pattern(r"(?:\]\(|\]:[ \t]{1,4}|href=[\"'])(#[^\s)\"'<>]{1,300})")
_CREDIT = pattern(
    r"(?:a11y|audio|blog|bug|business|code|content|data|design|doc|eventOrganizing|example|financial"
    r"|fundingFinding|ideas|infra|maintenance|mentoring|platform|plugin|projectManagement|promotion"
    r"|question|research|review|security|talk|test|tool|translation|tutorial|userTesting|video)-"
)
"""Anchors in tables of contributors, which lead nowhere on purpose (allcontributors.org)."""
_SIGNS = ("](#", "]: #", 'href="#', "href='#")


def _own_links(document: Document) -> Iterator[_Link]:
    if not any(sign in document.text for sign in _SIGNS):
        return
    for match in _TARGET.finditer(document.text, document.body.start):
        span, anchor = Span(*match.span(1)), decoded(match[1][1:])
        if not key(anchor) or IS_OTHER.match(anchor) or document.is_code(span):
            continue
        if not (_CREDIT.match(anchor) and "avatars.githubusercontent" in document.text):
            yield _Link(span, anchor)


def _places(project: Project, target: Document) -> Places:
    facts = facts_at(project, project.absolute(target.path))
    return Places(facts.get("headings", ()), target.text)


def _repair(places: Places, span: Span, address: str, anchor: str) -> tuple[Fix | None, str]:
    """Return a fix that leads to the one heading that is near, and what to say of it."""
    heading = places.near(key(anchor))
    if heading is None:
        return None, ""
    words = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
    edit = Edit.replacement(span, f"{address}#{words}")
    return Fix.unsafe(f"Link to “{heading}”", edit), f"; “{heading}” is near"
