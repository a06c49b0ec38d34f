"""Texts of front matter that several pages have in common."""

from collections.abc import Iterator
from typing import Any

from contentlint import Document, Found, Project, Span, Violation, pattern
from contentlint_rules.frontmatter._keys import held, is_page
from contentlint_rules.frontmatter._shelf import Shelf, pages, shelf

_BLANKS = pattern(r"\s+")


def collect(document: Document, keys: tuple[str, ...]) -> list[Any] | None:
    """Return the text of the first of the keys, and its place."""
    found = held(document, keys)
    return [found.text, found.start, found.end] if found and found.text else None


def repeated(project: Project, what: str) -> Iterator[Found]:
    """Yield the places of what another page of the same directory and language has too."""
    known: dict[Shelf, dict[str, list[str]]] = {}
    for path, (text, start, end) in project.facts.items():
        place = shelf(project.absolute(path))
        if place is None:
            continue
        if place not in known:
            known[place] = _by_text(project, place)
        others = [one for one in known[place][_same(text)] if one != path]
        if others and is_page(project.document(path), text):
            yield Found(path, Violation(Span(start, end), _said(path, others, what)))


def _by_text(project: Project, place: Shelf) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in pages(project, place):
        fact = project.fact(path)
        if fact:
            found.setdefault(_same(fact[0]), []).append(path)
    return found


def _same(text: str) -> str:
    return _BLANKS.sub(" ", text).casefold()


def _said(path: str, others: list[str], what: str) -> str:
    name = others[0].rpartition("/")[2]
    if name == path.rpartition("/")[2]:
        name = "/".join(others[0].split("/")[-2:])
    more = f" and {len(others) - 1} more page{'s' * (len(others) > 2)}" if others[1:] else ""
    have = "have" if more else "has"
    return f"“{name}”{more} {have} the same {what}: tell the pages apart"
