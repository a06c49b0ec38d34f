"""The addresses of headings: what a link with “#” leads to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contentlint.document import Document
from contentlint.fix import Fix, apply
from contentlint.markdown import Heading
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

_MARKS = pattern(r"^[ \t]{0,3}#{1,6}(?=[ \t]|$)|(?:(?<=[ \t])|^)#+[ \t]*$")
_UNDERLINE = pattern(r"\n[ \t>]*[-=]+[ \t]*$")
_LABEL = pattern(r"(?m)^[ \t>]{0,9}\[([^\]\n]{1,300})\]:")
_FRAGMENT = pattern(r"(?:\]\(|\]:[ \t]{0,9}|href=[\"'])[^\s)\"'#<>]{0,500}#([^\s)\"'<>]{1,300})")


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
    touched = [edit.span for edit in fix.edits] if wanted else []
    spans = merged(heading.span for heading in document.headings) if touched else ()
    if not any(touches(spans, Span(at.start, max(at.end, at.start + 1))) for at in touched):
        return None
    after = replace(document, text=apply(document.text, fix.edits))
    before, then = _addresses(document), _addresses(after)
    return next((one for one in sorted(before & wanted) if one not in then), None)


def _addresses(document: Document) -> frozenset[str]:
    """Return the anchors of a page's headings, in lower case, as its site makes them."""
    from contentlint import slugs

    made = slugs.anchors(sources(document), slugs.slugger(document.site.slugger or "github"))
    return frozenset(one.lower() for one in made if one)


def all_linked(texts: Iterable[str]) -> frozenset[str]:
    """Return the anchors that the links of several texts lead to."""
    return frozenset(_each(texts))


def _each(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from linked(text)


def places(headings: Iterable[str], text: str, by: str) -> frozenset[str] | None:
    """Return all that a link with “#” can lead to on a page, as a generator makes it.

    ``headings`` are the sources of its headings, ``text`` all of it, ``by`` names the way of
    making addresses (``contentlint.slugs.NAMES``). None where one of them cannot be told.
    """
    from contentlint import slugs

    defined = _LABEL.finditer(text) if "]:" in text else ()
    labels = frozenset(slugs.label(match[1]) for match in defined)
    made = slugs.anchors(headings, slugs.slugger(by), labels)
    if None in made:
        return None
    return frozenset(filter(None, made)) | slugs.ids(text)
