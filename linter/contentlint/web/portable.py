"""The text of a PDF, if the extra ``pdf`` is installed."""

import time
from typing import Any

from contentlint.citations.visit import Paper
from contentlint.patterns import pattern
from contentlint.web.statements import clean

_PAGES = 400
_SECONDS = 10.0
"""How long one file may be read."""
_CHARACTERS = 4_000_000
_HYPHENS = pattern(r"[\ufffe\x02\xad]\s*|(?<=[a-zß-ÿ])-\r?\n(?=[a-zß-ÿ])")
_INNER_BREAK = pattern(r"(?<![.!?:;])[ \t]*\r?\n[ \t]*(?=\S)")


def read_portable(body: bytes, cut: bool) -> Paper:
    """Return what a PDF says; nothing, and not whole, where it cannot be read."""
    try:
        import pypdfium2
    except ImportError:
        return Paper(kind="pdf", whole=False)
    try:
        document = pypdfium2.PdfDocument(body)
    except Exception:  # the library tells of broken files in many ways
        return Paper(kind="pdf", whole=False)
    try:
        return _paper(document, cut)
    except Exception:
        return Paper(kind="pdf", whole=False)
    finally:
        document.close()


def _paper(document: Any, cut: bool) -> Paper:
    parts, whole = _pages(document)
    told = document.get_metadata_dict(skip_empty=True)
    names = tuple(filter(None, [clean(told.get("Title", ""))]))
    authors = tuple(filter(None, [clean(told.get("Author", ""))]))
    text = "\n".join(filter(None, map(_joined, parts)))
    complete = whole and not cut and bool(text)
    return Paper(text, names, authors, kind="pdf", whole=complete)


def _pages(document: Any) -> tuple[list[str], bool]:
    """Return the text of the pages, and whether these are all."""
    parts: list[str] = []
    until = time.monotonic() + _SECONDS
    for number in range(len(document)):
        if number >= _PAGES or time.monotonic() > until or sum(map(len, parts)) > _CHARACTERS:
            return parts, False
        page = document[number]
        parts.append(page.get_textpage().get_text_bounded())
        page.close()
    return parts, True


def _joined(page: str) -> str:
    """Return lines that belong together as one: a PDF breaks them anywhere."""
    text = _INNER_BREAK.sub(" ", _HYPHENS.sub("", page))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
