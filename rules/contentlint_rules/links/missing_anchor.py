"""The rule `missing-anchor`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from typing import Annotated, ClassVar, NamedTuple

from contentlint import (
    PAGES,
    Document,
    Edit,
    Example,
    Fix,
    Found,
    Help,
    Landing,
    OptionError,
    Part,
    Project,
    ProjectRule,
    Site,
    Span,
    Violation,
    pattern,
    places,
)
from contentlint_rules.links._anchors import (
    IS_OTHER,
    Exact,
    Places,
    address_of,
    is_made_elsewhere,
    key,
)
from contentlint_rules.links._judged import (
    Judged,
    LinkFacts,
    decoded,
    facts_at,
    is_link,
    judged,
)

_ENOUGH = 10
"""Links that lead exactly to a heading, and so tell how a site makes addresses."""
_DOUBT = 0.1
"""The share of links that may be spelt otherwise before that is doubted."""


@dataclass(frozen=True, kw_only=True)
class MissingAnchor(LinkFacts, ProjectRule):
    """Every link to a place on a page leads to a place that is there.

    “[Opening hours](#opening-hours)” leads to the heading “Opening hours”, on this page or with a
    file's name before the “#” on another. When that is renamed, or was never there, readers click
    and nothing happens, or they land at the top. How a heading becomes an address differs from one
    site generator to the next. So letters and digits count at first; signs, accents and capitals
    do so too once the links of the site show that it makes addresses as its generator does.

    Where the heading is there and only its address is spelt otherwise, the fix is safe. Where one
    heading alone is nearly the same, the fix leads there; it is unsafe.
    """

    name: ClassVar = "missing-anchor"
    family: ClassVar = "links"
    changes: ClassVar = Part.LINKS
    by: Annotated[
        str,
        Help("How the site makes addresses of headings, for certain: github, kramdown and others."),
    ] = ""
    ignore_case: Annotated[bool, Help("Take capitals and small letters for the same.")] = False
    ignored: Annotated[
        tuple[str, ...],
        Help("What follows the “#” of links that are made elsewhere; “*” is anything: “figure-*”."),
    ] = ()
    examples: ClassVar = (
        Example(
            bad="See [when](⟦#opening-hour⟧) and [where](⟦#location⟧).\n\n# Opening hours\n",
            good="See [when](#opening-hours) and [where](#place).\n\n# Opening hours\n\n# Place\n",
            fixed=False,
        ),
        Example(
            bad="See [when](⟦#Opening_hours⟧).\n\n# Opening hours\n",
            good="See [when](#opening-hours).\n\n# Opening hours\n",
            options={"by": "github"},
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
        Example(
            good="[a](#Opening-Hours) [b](#figure-2)\n\n# Opening hours\n",
            options={"by": "github", "ignore_case": True, "ignored": ["figure-*"]},
        ),
        Example(good="[a](#made-elsewhere)\n\n{{< include >}}\n", why="A template may make it."),
    )

    def __post_init__(self) -> None:
        if self.by:
            try:
                places([], "", self.by)
            except KeyError as error:
                raise OptionError("by", f"“{self.by}” is no way of making addresses") from error

    @cached_property
    def _ignored(self) -> "re.Pattern[str] | None":
        return re.compile("|".join(map(translate, self.ignored))) if self.ignored else None

    @property
    def _fold(self) -> Callable[[str], str]:
        return str.lower if self.ignore_case else str

    def _is_judged(self, anchor: str) -> bool:
        other = not anchor or IS_OTHER.match(anchor)
        return not (other or (self._ignored and self._ignored.match(anchor)))

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield links whose target is not on the page itself."""
        found = list(_own_links(document, self._is_judged))
        if not found or is_made_elsewhere(document):
            return
        there = Places((document[one.content] for one in document.headings), document.text)
        exact = Exact(document, self.by, self._fold) if self.by else None
        for link in found:
            if not there.leads(link.anchor):
                message = f"There is no heading “{link.anchor}” on this page"
                fix, near = _repair(document, there, link, "", self.by)
                yield Violation(link.span, f"{message}, so the link leads nowhere{near}", fix)
            elif exact and not exact.has(link.anchor):
                yield _misspelt(exact, link.span, "", link.anchor)

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links to other pages that lack the place, and such as are spelt otherwise."""
        survey = _Survey(project, self.by, self._fold)
        for link in (*_within(project), *judged(project)):
            if self._is_judged(link.fragment):
                survey.take(link)
        for link in survey.absent:
            yield from _elsewhere(project, link, survey.by(link.page))
        for link in survey.loose:
            if survey.trusts(link.page) and not (self.by and not link.address):
                yield from _respelt(project, link, survey.by(link.page))


class _Survey:
    """Looks at all links to places: which lead there exactly, which loosely, and which do not."""

    def __init__(self, project: Project, by: str, fold: Callable[[str], str]) -> None:
        self.absent: list[Judged] = []
        self.loose: list[Judged] = []
        self._project, self._given, self._fold = project, by, fold
        self._exactly, self._loosely = Counter[Site](), Counter[Site]()
        self._pages: dict[str, Places] = {}
        self._made: dict[str, frozenset[str]] = {}

    def by(self, page: str) -> str:
        """Return how the site of a page makes addresses, as far as that is known."""
        return self._given or self._project.site(page).slugger or "github"

    def trusts(self, page: str) -> bool:
        """Whether the links of a site show that it makes addresses in that way."""
        site = self._project.site(page)
        exact, loose = self._exactly[site], self._loosely[site]
        known = site.slugger or not site.generator
        shown = exact >= _ENOUGH and loose <= _DOUBT * (exact + loose)
        return bool(self._given or (known and shown))

    def take(self, link: Judged) -> None:
        """Sort a link in."""
        wanted, paths = key(link.fragment), link.landing.paths
        if not wanted or not paths or not all(path.endswith(PAGES) for path in paths):
            return
        site = self._project.site(link.page)
        if any(self._leads(path, link) for path in paths):
            self._exactly[site] += 1
        elif any(self._places(path).has(wanted) for path in paths):
            self._loosely[site] += 1
            self.loose.append(link)
        elif link.address:
            self.absent.append(link)

    def _places(self, path: str) -> Places:
        if path not in self._pages:
            self._pages[path] = Places(facts_at(self._project, path).get("headings", ()))
        return self._pages[path]

    def _leads(self, path: str, link: Judged) -> bool:
        if path not in self._made:
            headings = facts_at(self._project, path).get("headings", ())
            self._made[path] = places(headings, "", self.by(link.page)) or frozenset()
        spelt = link.fragment, self._fold(link.fragment)
        return not self._made[path].isdisjoint(spelt)


def _within(project: Project) -> Iterator[Judged]:
    """Yield the links within pages as if they named their page."""
    for page, facts in project.facts.items():
        landing = Landing("found", (project.absolute(page),))
        for written, start, end in facts.get("own", ()):
            yield Judged(page, Span(start, end), written, "", decoded(written[1:]), landing)


def _targets(project: Project, link: Judged) -> list[Document]:
    """Return the pages that a link may lead to; none where they cannot be judged."""
    targets = [project.document(project.shown(path)) for path in link.landing.paths]
    if any(map(is_made_elsewhere, targets)) or not is_link(project.document(link.page), link):
        return []
    return targets


def _elsewhere(project: Project, link: Judged, by: str) -> Iterator[Found]:
    """Yield a link to a place that another page lacks, once both pages were read again."""
    targets = _targets(project, link)
    there = [_places(project, one) for one in targets]
    if targets and not any(one.leads(link.fragment) for one in there):
        address = link.written.partition("#")[0]
        at = _Link(link.span, link.fragment)
        fix, near = _repair(targets[0], there[0], at, address, by)
        message = f"“{address}” has no heading “{link.fragment}”, so readers land at its top{near}"
        yield Found(link.page, Violation(link.span, message, fix))


def _respelt(project: Project, link: Judged, by: str) -> Iterator[Found]:
    """Yield a link whose heading is there, under an address that is spelt otherwise."""
    targets = _targets(project, link)
    exact = [Exact(one, by) for one in targets]
    if exact and not any(one.has(link.fragment) for one in exact):
        address = link.written.partition("#")[0]
        yield Found(link.page, _misspelt(exact[0], link.span, address, link.fragment))


def _places(project: Project, target: Document) -> Places:
    facts = facts_at(project, project.absolute(target.path))
    read = (target[one.content] for one in target.headings)
    return Places((*facts.get("headings", ()), *read), target.text)


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


def _own_links(document: Document, is_judged: Callable[[str], bool]) -> Iterator[_Link]:
    if not any(sign in document.text for sign in _SIGNS):
        return
    for match in _TARGET.finditer(document.text, document.body.start):
        span, anchor = Span(*match.span(1)), decoded(match[1][1:])
        if not (key(anchor) and is_judged(anchor)) or document.is_code(span):
            continue
        if not (_CREDIT.match(anchor) and "avatars.githubusercontent" in document.text):
            yield _Link(span, anchor)


def _misspelt(exact: Exact, span: Span, address: str, anchor: str) -> Violation:
    """Return the finding of a link whose heading is there under another address."""
    made = exact.address(key(anchor))
    message = f"“#{anchor}” leads nowhere: the address of that heading is spelt otherwise"
    if made is None:
        return Violation(span, message)
    fix = Fix.safe(f"Link to “#{made}”", Edit.replacement(span, f"{address}#{made}"))
    return Violation(
        span, f"“#{anchor}” leads nowhere: that heading has the address “#{made}”", fix
    )


def _repair(
    target: Document, there: Places, link: _Link, address: str, by: str
) -> tuple[Fix | None, str]:
    """Return a fix that leads to the one heading that is near, and what to say of it."""
    near = there.near(key(link.anchor))
    if near is None:
        return None, ""
    made = address_of(near, by or target.site.slugger or "github")
    if not made:
        return None, f"; “{near}” is near"
    edit = Edit.replacement(link.span, f"{address}#{made}")
    return Fix.unsafe(f"Link to “{near}”", edit), f"; “{near}” is near"
