"""Which addresses pages claim in their front matter, and which pages claim the same."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint import Document, Project, Span, told_by_path
from contentlint_rules.frontmatter._scalars import scalars
from contentlint_rules.frontmatter._template import is_form
from contentlint_rules.links._judged import decoded
from contentlint_rules.links._unpublished import absence


class Claim(NamedTuple):
    """A value that a page claims in its front matter."""

    page: str
    key: str
    value: str


def claims(project: Project) -> Iterator[Claim]:
    """Yield what the pages claim."""
    for page, facts in project.facts.items():
        if not is_form(page):
            yield from (Claim(page, key, value) for key, value in facts.get("urls", ()))


def tongue(project: Project, page: str) -> str:
    """Return the language of a page: translations may claim the same address, below another."""
    front = project.document(page).front_matter
    stated = (front.data.get(key) for key in ("lang", "language", "locale")) if front else ()
    told = next((one for one in stated if isinstance(one, str)), "")
    return told.lower() or "-".join(filter(None, told_by_path(page)[0]))


def apart(project: Project, group: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Yield claims of one thing by language, where several pages of a language make them.

    Drafts claim nothing.
    """
    by_tongue: dict[str, list[Claim]] = {}
    for claim in group:
        if absence(project, project.absolute(claim.page)) is None:
            by_tongue.setdefault(tongue(project, claim.page), []).append(claim)
    for found in by_tongue.values():
        if len({claim.page for claim in found}) > 1:
            yield found


def place_of(document: Document, claim: Claim) -> Span | None:
    """Return where a claim stands in the front matter."""
    found = (
        one.span
        for one in scalars(document.front_matter)
        if one.keys[:1] == (claim.key,) and str(one.value) == claim.value
    )
    return next(found, None)


def others(group: Iterable[Claim], page: str) -> str:
    """Return the other pages of a group in words."""
    names = dict.fromkeys(claim.page for claim in group if claim.page != page)
    first = next(iter(names))
    return f"“{first}”" + (f" and {len(names) - 1} more" if len(names) > 1 else "")


def is_written_out(value: str) -> bool:
    """Whether a value is an address as it is: no pattern, no template and nothing elsewhere."""
    return bool(value.strip("/ ")) and not any(sign in value for sign in (":", "{", "*", "$", "<"))


def output(value: str) -> str:
    """Return the file that an address leads to, as all its spellings have it."""
    bare = decoded(value.strip()).removesuffix("index.html").strip("/")
    return bare or "/"
