"""Numbers that were notes: those of a report that was copied without its links to the sources."""

import re
from collections.abc import Iterator

from contentlint import Document, Edit, Fix, Severity, Span, Violation, pattern

TRIGGERS = (
    *("orks cited", "ources des citations", "bras citadas", "eferências citadas", "eferenzen"),
    *("itierte Quellen", "引用文献", "引用的著作", "引用的文献", "참고 자료", "arya yang dikutip"),
    *("guồn trích dẫn", "ORKS CITED"),
)
_HEADING = pattern(
    r"\**(?:Works cited|Sources des citations|Obras citadas|Referências citadas|Referenzen"
    r"|Zitierte Quellen|引用文献|引用的著作|引用的文献|참고 자료|Karya yang dikutip"
    r"|Nguồn trích dẫn)[ :]{0,2}\**[ \t]*",
    re.IGNORECASE,
)
_NUMBER = pattern(
    r"(?:(?<=[^\W\d_][.,;:!?。、！？」)”\"’»])|(?<=[^\W\d_][)”\"’»][.,;:!?])|(?<=[a-zà-ÿ]{3})"
    r"|(?<=[\u3040-\u30ff\u4e00-\u9fff]))(\d{1,3})(?=[ \t\r\n]|[.,;。、](?:\s|$)|[。、]|\Z)"
)
_ENTRY = pattern(r"^[ \t]{0,3}(\d{1,3})\.[ \t]+(?=\S)", re.MULTILINE)
_FEWEST = 3


def numbers(document: Document) -> Iterator[Violation]:
    """Yield the heading of a list of sources that numbers in the text stand for."""
    headings = [one.span for one in document.headings if _is_of_sources(document[one.content])]
    for heading in headings[-1:]:
        yield from _listed(document, heading)


def _is_of_sources(heading: str) -> bool:
    return _HEADING.fullmatch(heading.strip()) is not None


def _listed(document: Document, heading: Span) -> Iterator[Violation]:
    text = document.text
    end = text.find("\n#", heading.end)
    entries = list(_ENTRY.finditer(text, heading.end, end if end >= 0 else len(text)))
    last = len(entries)
    counted = [int(one[1]) for one in entries] == list(range(1, last + 1))
    if not counted or "http" not in text[heading.end :]:
        return
    spans = [
        Span(*one.span(1))
        for one in _NUMBER.finditer(text, document.body.start, heading.start)
        if 0 < int(one[1]) <= last
    ]
    found = [span for span in spans if not document.is_opaque(span)]
    if len(found) < _FEWEST:
        return
    message = (
        f"{len(found)} numbers in the text stand for the {last} sources of this list, but lead "
        "nowhere: make them footnotes"
    )
    flagged = Span(heading.start, heading.start + len(document[heading].rstrip()))
    edits = (*_notes(document, found), *_definitions(heading, entries))
    yield Violation(flagged, message, Fix.unsafe("Make footnotes", *edits), Severity.WARNING)


def _notes(document: Document, found: list[Span]) -> Iterator[Edit]:
    for span in found:
        yield Edit.replacement(span, f"[^{document[span]}]")


def _definitions(heading: Span, entries: list[re.Match[str]]) -> Iterator[Edit]:
    yield Edit.replacement(Span(heading.start, entries[0].end()), "[^1]: ")
    for entry in entries[1:]:
        yield Edit.replacement(Span(*entry.span()), f"[^{entry[1]}]: ")
