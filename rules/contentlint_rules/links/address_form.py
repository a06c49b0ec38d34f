"""The rule `address-form`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from contentlint import (
    PAGES,
    Edit,
    Example,
    Fix,
    Found,
    Help,
    Project,
    ProjectRule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.links._judged import Judged, LinkFacts, is_link, judged

_ENDED = pattern(r"\.[A-Za-z0-9]{1,8}\Z")
_UNWRITTEN = pattern(r"[{}<>$|*`\\]")
_FEW = 5
"""So many links have to agree before what most of them do is what the site does."""


@dataclass(frozen=True, kw_only=True)
class AddressForm(LinkFacts, ProjectRule):
    """All links between pages are written in one way.

    “/hours” and “/hours/” may be the same page, but servers send readers from one to the other, and
    search engines take them for two. “hours.md” is right where the generator turns it into an
    address or pages are read on a code host, and wrong where it does not. What a site wants its
    settings say: with neither option nothing is looked at.

    The fix adds or takes away the slash; it is unsafe, since with a link from the page's own place
    the slash may count. For the ending of pages there is no fix but that of leaving it out.
    """

    name: ClassVar = "address-form"
    family: ClassVar = "links"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ()
    examples: ClassVar = (
        Example(
            bad="See [the hours](⟦/hours⟧) and [the map](/map/?a#b).\n",
            good="See [the hours](/hours/) and [the map](/map/?a#b).\n",
            options={"trailing_slash": "always"},
            fixed=False,
        ),
        Example(
            bad="See [the hours](⟦/hours/#today⟧) and [home](/).\n",
            good="See [the hours](/hours#today) and [home](/).\n",
            options={"trailing_slash": "never"},
            fixed=False,
        ),
        Example(
            bad="See [the hours](⟦hours.md#today⟧).\n",
            good="See [the hours](hours#today).\n",
            options={"page_ending": "never"},
            fixed=False,
        ),
        Example(
            bad="See [the hours](⟦hours⟧).\n",
            good="See [the hours](hours.md).\n",
            options={"page_ending": "always"},
            fixed=False,
            files={"hours.md": ""},
        ),
        Example(
            good="See [the hours](/hours/), [a](/a), [b](b.md), [c](c.pdf).\n",
            why="No option is set.",
        ),
    )

    trailing_slash: Annotated[
        Literal["ignore", "always", "never", "majority"],
        Help("Whether links to pages end with a slash; “majority”: as most links of the site do."),
    ] = "ignore"
    page_ending: Annotated[
        Literal["ignore", "always", "never", "majority"],
        Help("Whether links to pages end with “.md” or its like; “majority”: as most of them do."),
    ] = "ignore"

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield links between pages that are written otherwise."""
        if self.trailing_slash == self.page_ending == "ignore":
            return
        links = [one for one in judged(project) if _is_of_page(one)]
        slash = _wanted(self.trailing_slash, (_slashed(one) for one in links if not _ended(one)))
        ending = _wanted(self.page_ending, (_ended(one) for one in links))
        for link in links:
            found = _slash(link, wanted=slash) or _ending(link, wanted=ending)
            if found and is_link(project.document(link.page), link):
                yield Found(link.page, found)


def _path(link: Judged) -> str:
    return link.written.partition("#")[0].partition("?")[0]


def _is_of_page(link: Judged) -> bool:
    """Whether a link names a page: no file, no place on its own page, nothing of a template."""
    path = _path(link)
    name = path.rstrip("/").rpartition("/")[2]
    if link.form or link.is_asset or not name.strip(".") or _UNWRITTEN.search(path):
        return False
    return _ended(link) or _ENDED.search(path.rstrip("/")) is None


def _slashed(link: Judged) -> bool:
    return _path(link).endswith("/")


def _ended(link: Judged) -> bool:
    return _path(link).lower().endswith(PAGES)


def _wanted(policy: str, each: Iterable[bool]) -> bool | None:
    """Return whether links should have what a policy is about; None where they may."""
    if policy != "majority":
        return {"always": True, "never": False}.get(policy)
    counted = Counter(each)
    most, least = max(counted[True], counted[False]), min(counted[True], counted[False])
    return counted[True] > counted[False] if most >= max(_FEW, 2 * least) else None


def _slash(link: Judged, *, wanted: bool | None) -> Violation | None:
    if wanted is None or _ended(link) or _slashed(link) == wanted:
        return None
    path = _path(link)
    end = link.span.start + len(path)
    edit = Edit.insertion(end, "/") if wanted else Edit.deletion(Span(end - 1, end))
    verb, title = ("have", "Add the slash") if wanted else ("do not have", "Take the slash out")
    message = f"Links to pages {verb} a slash at their end on this site, unlike “{path}”"
    return Violation(link.span, message, Fix.unsafe(title, edit))


def _ending(link: Judged, *, wanted: bool | None) -> Violation | None:
    path = _path(link)
    if wanted is None or _ended(link) == wanted or (wanted and not _leads_to_file(link)):
        return None
    if wanted:
        message = f"Links to pages name the file with its ending on this site, unlike “{path}”"
        return Violation(link.span, message)
    dot = path.rindex(".")
    edit = Edit.deletion(Span(link.span.start + dot, link.span.start + len(path)))
    message = f"Links to pages do not end with “{path[dot:]}” on this site, unlike “{path}”"
    return Violation(link.span, message, Fix.unsafe("Leave the ending out", edit))


def _leads_to_file(link: Judged) -> bool:
    """Whether there is a page whose name needs nothing but its ending."""
    name = link.address.rstrip("/").rpartition("/")[2]
    return any(path.rpartition("/")[2].rpartition(".")[0] == name for path in link.landing.paths)
