"""What a generator does to a page's headings, one after the other."""

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from contentlint.patterns import pattern
from contentlint.slugs import _words
from contentlint.slugs._inline import Piece, pieces
from contentlint.slugs._numbering import searched

_MARKED = pattern(r"[\\`*_\[\]<&~:{\"'@]|--|\.\.\.|  |[^\S ]|www\.")
_LONGEST = 2000  # a heading beyond this is not read


class Reading(NamedTuple):
    """How a generator reads a heading before it makes an address of it.

    ``words`` turns the pieces into text, None leaves the source as it is. ``own`` finds an id of
    the author's; what it matches is no part of the text. ``attached`` matches what is
    never read. ``templates`` matches what is filled in first, so that nobody can tell the address.
    """

    words: Callable[[list[Piece]], str] | None = _words.plain
    own: Callable[[str], tuple[str | None, str]] | None = None
    attached: "re.Pattern[str] | None" = None
    templates: "re.Pattern[str] | None" = None


_PLAIN = Reading()


@dataclass(frozen=True, slots=True)
class Slugger:
    """How one generator makes the addresses of headings.

    ``slug`` makes one of the words that a reader sees; None when that cannot be told. ``number``
    gives a slug that was taken before another one, and notes it. ``reserves`` says which ids of
    the author's own count as taken: none, those of headings before (``before``) or those of the
    whole page (``all``). ``finish`` comes last, after numbering. ``bare`` is False where a heading
    without words gets no address.
    """

    name: str
    slug: Callable[[str], str | None]
    reading: Reading = _PLAIN
    number: Callable[[str, dict[str, int]], str] = searched
    reserves: str = ""
    finish: Callable[[str], str] = str
    bare: bool = True

    def own(self, source: str) -> tuple[str | None, str]:
        """Return the id that the author gave to a heading, and its source without it."""
        if self.reading.own is None or source[-1:] not in {"}", "`"}:
            return None, source
        return self.reading.own(source)

    def text(self, source: str, labels: Container[str] = ()) -> str:
        """Return the words of a heading's source as the generator sees them."""
        words, attached = self.reading.words, self.reading.attached
        if words is None or not _MARKED.search(source):
            return source
        if attached:
            source = attached.sub("", source)
        return words(pieces(source, labels))


def heading_text(source: str, by: Slugger, labels: Container[str] = ()) -> str:
    """Return the words that a generator makes a heading's address of."""
    return by.text(by.own(source.strip())[1], labels)


def anchors(headings: Iterable[str], by: Slugger, labels: Container[str] = ()) -> list[str | None]:
    """Return the address of each heading of a page, in order.

    A heading is given as its source, without the marks that make it one; ``labels`` are the names
    of links that the page defines, in the form that ``label()`` gives them. None stands for an
    address that cannot be told, or for none at all.
    """
    told = [by.own(source.strip(" \t\r\n")) for source in headings]
    taken: dict[str, int] = {}
    if by.reserves == "all":
        taken.update((own, 0) for own, _ in told if own)
    return [_anchor(own, source, by, labels, taken) for own, source in told]


def _anchor(
    own: str | None, source: str, by: Slugger, labels: Container[str], taken: dict[str, int]
) -> str | None:
    if own is not None:
        if by.reserves:
            taken.setdefault(own, 0)
        return own
    hidden = by.reading.templates
    if len(source) > _LONGEST or (hidden and hidden.search(source)):
        return None
    text = by.text(source, labels)
    made = by.slug(text) if text or by.bare else None
    if made is None:
        return None
    return by.finish(by.number(made, taken))
