"""The last part of a page's address, as the page or the name of its file says it."""

from typing import NamedTuple

from contentlint import Document, Span, pattern
from contentlint_rules.frontmatter._keys import held, is_page

_ENDING = pattern(r"\.[A-Za-z]{2,9}\Z")
_LANGUAGE = pattern(r"\.[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")
_DATE = pattern(r"\A\d{4}-\d{1,2}-\d{1,2}-")
_TOLD = ("slug", "url", "permalink", "path")


class Slug(NamedTuple):
    """The last part of an address, where it stands, and what says it."""

    text: str
    span: Span
    source: str
    is_name: bool


def slug(document: Document, *, names: bool = True) -> Slug | None:
    """Return the last part of a page's address, as far as the page or its name tells.

    The names of files tell it on sites whose generator is known, and with an address in the front
    matter they do not.
    """
    found = held(document, ("slug",))
    if found is not None:
        text = found.text.strip("/").rpartition("/")[2]
        return Slug(text, found.span, "“slug”", is_name=False) if text else None
    if not names or held(document, _TOLD) is not None:
        return None
    name = document.path.rpartition("/")[2]
    stem = _LANGUAGE.sub("", _ENDING.sub("", name))
    if stem.lower() in _INDEXES:
        return None
    stem = _DATE.sub("", stem)
    return Slug(stem, Span(0, 0), "the name of the file", is_name=True)


_INDEXES = frozenset({"index", "_index", "readme"})


def is_told(document: Document, found: Slug) -> bool:
    """Whether the address of the page is surely made of that."""
    if found.is_name and (not document.site.generator or found.text.startswith("_")):
        return False
    return is_page(document, found.text)
