"""Pages → the collections that they make up, and what the front matter of each holds.

Nothing is invented: what is proposed is what nearly all pages of a collection have in common, with
the count of those that do, and the few that do not are named. Where the pages differ, nothing is
asked.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from contentlint import globs
from contentlint.inference._fields import UNKNOWN, Field, Known, Outlier, fields
from contentlint.inference._groups import LEAST, groups
from contentlint.inference._pages import Page
from contentlint.inference._writing import block, quoted

__all__ = [
    "LEAST",
    "Collection",
    "Field",
    "Inferred",
    "Known",
    "Outlier",
    "Page",
    "block",
    "infer",
    "quoted",
]


_BROKEN = "the front matter cannot be read"


class Collection(NamedTuple):
    """Pages of one kind: which, how many, what their front matter holds, and which differ."""

    name: str
    files: tuple[str, ...]
    pages: int
    fields: tuple[Field, ...] = ()
    outliers: tuple[Outlier, ...] = ()


class Inferred(NamedTuple):
    """All collections, wide ones first, and the patterns of pages in them that are of no kind."""

    collections: tuple[Collection, ...] = ()
    others: tuple[str, ...] = ()
    broken: tuple[Outlier, ...] = ()

    @property
    def outliers(self) -> tuple[Outlier, ...]:
        """What is odd in any of them, and pages whose front matter cannot be read, by place."""
        odd = (it for one in self.collections for it in one.outliers)
        return tuple(sorted([*odd, *self.broken]))

    @property
    def block(self) -> str:
        """The part ``collections:`` of a settings file; empty when there are none."""
        return block(self.collections, self.others) if self.collections else ""


def infer(pages: Iterable[Page], languages: Iterable[str] = (), known: Known = UNKNOWN) -> Inferred:
    """Return the collections that pages make up.

    ``languages`` are those that the site says it has.
    """
    every = list(pages)
    pages = [page for page in every if not page.broken]
    others = {page for page in pages if page.is_other} | _indexes(pages)
    grouped = groups((page for page in pages if page not in others), frozenset(languages))
    found: list[Collection] = []
    for group in grouped.groups:
        if len(group.pages) >= LEAST:
            inside, outliers = fields(group.pages, known)
            one = Collection(group.name, group.files, len(group.pages), inside, outliers)
            if inside or _in_another(group.pages, found):
                found.append(one)
    dropped = [page for page in pages if page not in others and page.path in grouped.dropped]
    names = {page: page.as_other for page in others} | {
        page: grouped.dropped[page.path] for page in dropped
    }
    broken = tuple(Outlier(it.path, it.broken, "", _BROKEN) for it in every if it.broken)
    return Inferred(tuple(found), tuple(sorted(_asked_too_much(names, found))), broken)


def _indexes(pages: Iterable[Page]) -> set[Page]:
    """Return the pages that say what the others of their directory are.

    In a translation that has but the index so far, it is one too: the directory's name tells.
    """
    pages = list(pages)
    folders = {page.folder.rpartition("/")[2] for page in pages if not page.is_index}
    return {page for page in pages if page.is_index and page.folder.rpartition("/")[2] in folders}


def _in_another(pages: Iterable[Page], found: Iterable[Collection]) -> bool:
    """Whether a collection so far would take pages in that it is not to speak of."""
    taken = globs.compiled(each for one in found for each in one.files)
    return taken is not None and any(taken.fullmatch(page.path) for page in pages)


def _asked_too_much(names: Mapping[Page, str], found: Iterable[Collection]) -> set[str]:
    """Return the patterns of pages that a collection takes in and that lack what it asks for."""
    asked = set()
    for one in found:
        taken = globs.compiled(one.files)
        needed = {each.name for each in one.fields if each.rules.get("required")}
        asked |= {
            name
            for page, name in names.items()
            if taken and taken.fullmatch(page.path)
            if page.is_left_out or needed - page.kinds.keys()
        }
    return asked
