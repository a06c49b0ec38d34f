"""Which pages stand side by side: those of one directory and one language."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from contentlint import PAGES, Project, pattern

_INDEX = pattern(r"_?index(?:\.[A-Za-z_-]{2,8})?\.[a-z]{2,9}\Z")
_LANGUAGE = pattern(r"\.([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\.[a-z]{2,9}\Z")
_TONGUE = pattern(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?\Z")


class Shelf(NamedTuple):
    """A directory, absolute, and the language that file names tell.

    Where each page has a directory of its own (``post/index.md``), it is the one above those.
    """

    folder: str
    language: str
    bundles: bool


def shelf(path: str) -> Shelf | None:
    """Return where a page stands by its absolute path; None for the first page of a language."""
    folder, name = posixpath.split(path)
    told = _LANGUAGE.search(name)
    bundles = _INDEX.match(name) is not None
    above, own = posixpath.split(folder)
    if bundles and _TONGUE.match(own):
        return None
    return Shelf(above if bundles else folder, told[1] if told else "", bundles)


def pages(project: Project, place: Shelf) -> Iterator[str]:
    """Yield the pages that stand there, checked or not, as they are named."""
    for name, is_folder in sorted(project.files.names(place.folder).items()):
        path = posixpath.join(place.folder, name)
        if is_folder and place.bundles:
            within = (posixpath.join(path, one) for one in sorted(project.files.names(path)))
            yield from (project.shown(one) for one in within if _stands(one, place))
        elif not is_folder and not place.bundles and _stands(path, place):
            yield project.shown(path)


def _stands(path: str, place: Shelf) -> bool:
    return path.endswith(PAGES) and shelf(path) == place
