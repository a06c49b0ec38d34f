"""The addresses of headings: what a link with “#” leads to."""

from collections.abc import Iterable, Iterator

from contentlint.document import Document
from contentlint.fix import Edit, Fix, apply
from contentlint.markdown import Heading
from contentlint.patterns import pattern

_DROPPED = pattern(r"[^\w\- ]")
_MARKS = pattern(r"^[ \t]{0,3}#{1,6}(?=[ \t]|$)|(?:(?<=[ \t])|^)#+[ \t]*$")
_UNDERLINE = pattern(r"\n[ \t>]*[-=]+[ \t]*$")
_FRAGMENT = pattern(r"(?:\]\(|\]:[ \t]{0,9}|href=[\"'])[^\s)\"'#<>]{0,500}#([^\s)\"'<>]{1,300})")


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub and most generators make it."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def sources(document: Document) -> list[str]:
    """Return the headings of a page as ``contentlint.slugs`` wants them: all but their marks.

    What parsers take for attributes (``{#id}``) stays.
    """
    return [_source(document, heading) for heading in document.headings]


def _source(document: Document, heading: Heading) -> str:
    text = document[heading.span].rstrip()
    if text.startswith("#"):
        return _MARKS.sub("", text).strip()
    return _UNDERLINE.sub("", text).replace("\r", "").replace("\n", " ").strip()


def linked(text: str) -> frozenset[str]:
    """Return the anchors that the links of a text lead to, on whatever page, in lower case."""
    if "#" not in text:
        return frozenset()
    return frozenset(match[1].lower() for match in _FRAGMENT.finditer(text))


def moved(document: Document, fix: Fix, wanted: frozenset[str]) -> str | None:
    """Return the anchor of a heading that links lead to and that a fix would change."""
    for heading in document.headings if wanted else ():
        span = heading.content
        edits = [edit for edit in fix.edits if span.covers(edit.span)]
        if edits:
            anchor = slug(document[span])
            inside = (Edit(edit.span.shifted(-span.start), edit.content) for edit in edits)
            if anchor in wanted and slug(apply(document[span], inside)) != anchor:
                return anchor
    return None


def all_linked(texts: Iterable[str]) -> frozenset[str]:
    """Return the anchors that the links of several texts lead to."""
    return frozenset(_each(texts))


def _each(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from linked(text)
