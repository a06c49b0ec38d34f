"""A page's own list of sources, and the numbers in its text that point to it.

```
page ─headings→ the section called “Sources” ─lines→ entries with numbers ┐
page ─all else→ [3], [1, 4], [2–5] ──────────────────────────────────────┴→ who is cited, who is not
```

Where a page counts in several ways, or its numbers may mean something else, nothing is told.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from contentlint.document import Document
from contentlint.glance import HeadingLine
from contentlint.language import unaccented
from contentlint.patterns import pattern
from contentlint.span import Span

_TITLES = (
    "source, sources, reference, references, reference list, list of references, works cited, "
    "cited works, sources cited, citations, sources and references, references and sources, "
    "bibliography, endnotes, sources citees, references bibliographiques, bibliographie, "
    "sources et references, liste des sources, quellen, quellenverzeichnis, quellenangaben, "
    "literatur, literaturverzeichnis, einzelnachweise, quellen und literatur, fuentes, "
    "referencias, bibliografia, referencias bibliograficas, fuentes y referencias, obras citadas, "
    "fonti, riferimenti, riferimenti bibliografici, fontes, bronnen, bronvermelding, literatuur, "
    "referenties, kallor, referenser, kilder, referanser, zrodla, литература, источники, "
    "список литературы, 参考文献, 参考资料, 引用文献, 出典, 来源, 참고문헌, 출처"
)
_PART = r"\d{1,3}(?:[ \xa0]?[-–—][ \xa0]?\d{1,3})?"
_CITED = pattern(
    rf"\[(?<![\\!^]\[)({_PART}(?:[ \xa0]?[,;][ \xa0]?{_PART}){{0,30}})\](?![(:^]|\[[^\d\]])"
)
_ENTRY = pattern(r"(?m)^ {0,3}(?:\\?\[(?P<boxed>\d{1,3})\\?\]:?|(?P<plain>\d{1,3})[.)])[ \t]+\S")
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\D*[-–—]\D*(\d+)")
NUMBERED = tuple(f"[{digit}" for digit in range(1, 10))
"""One of them stands on every page that cites by number."""
MOST = 200
"""Numbers that one pair of brackets may stand for."""


class Source(NamedTuple):
    """One source of the list: its number, where that stands, and where all of it does."""

    number: int
    mark: Span
    span: Span


class Citation(NamedTuple):
    """A number in the text, and the brackets that it stands in."""

    number: int
    span: Span


class Sourced(NamedTuple):
    """A list of sources, what it is called, and all that points to it."""

    title: str
    entries: tuple[Source, ...]
    citations: tuple[Citation, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers that have a source."""
        return frozenset(entry.number for entry in self.entries)


def may_cite(text: str) -> bool:
    """Whether a number in brackets stands anywhere: a glance."""
    return "]" in text and _CITED.search(text) is not None


def sourced(document: Document) -> Sourced | None:
    """Return the one numbered list of sources of a page; None where it is not clear."""
    if not may_cite(document.text):
        return None
    found = list(sections(document))
    if len(found) != 1:
        return None
    heading, end = found[0]
    entries = tuple(_entries(document, heading.end, end))
    if len(entries) < 2:
        return None
    outside = Span(document.body.start, heading.start), Span(end, len(document.text))
    citations = tuple(one for span in outside for one in _citations(document, span))
    found_here = Sourced(heading.words.strip(" *_:#"), entries, citations)
    return found_here if _is_meant(found_here) else None


def sections(document: Document) -> Iterator[tuple[HeadingLine, int]]:
    """Yield the headings that name a list of sources, and where what stands under them ends."""
    for one in document.heading_lines:
        if is_title(one.words):
            yield one, _section_end(document, one)


def is_title(words: str) -> bool:
    """Whether a heading names a list of sources, in one of many languages."""
    return len(words) <= 60 and _folded(words.strip(" *_:#.0123456789")) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(map(_folded, _TITLES.split(", ")))


def _folded(words: str) -> str:
    """Return words without capitals and accents."""
    return unaccented(words.casefold())


def _section_end(document: Document, heading: HeadingLine) -> int:
    behind = (one for one in document.heading_lines if one.start > heading.start)
    return next((one.start for one in behind if one.level <= heading.level), len(document.text))


def _entries(document: Document, start: int, end: int) -> Iterator[Source]:
    """Yield the entries of a list that counts in one way; nothing where it counts in two."""
    lines = list(_ENTRY.finditer(document.text, start, end))
    lines = [line for line in lines if not document.is_opaque(Span(*line.span()))]
    if len({bool(line["boxed"]) for line in lines}) != 1:
        return
    first = int(lines[0]["boxed"] or lines[0]["plain"])
    ends = [line.start() for line in lines[1:]] + [end]
    for index, (line, stop) in enumerate(zip(lines, ends, strict=True)):
        # Markdown counts a list by its first number, whatever the others are.
        number = int(line["boxed"]) if line["boxed"] else first + index
        group = "boxed" if line["boxed"] else "plain"
        written = document.text[line.start() : stop].rstrip()
        span = Span(line.start(), line.start() + len(written))
        yield Source(number, Span(*line.span(group)), span)


def _citations(document: Document, within: Span) -> Iterator[Citation]:
    for box in _CITED.finditer(document.text, within.start, within.end):
        span = Span(*box.span())
        if not (document.is_opaque(span) or document.is_in_link(span)):
            yield from (Citation(number, span) for number in expanded(box[1]))


def expanded(written: str) -> Iterator[int]:
    """Yield the numbers that brackets stand for: “1, 4-6” are 1, 4, 5 and 6."""
    for part in re.split("[,;]", written):
        ends = _RANGE.search(part)
        if ends and int(ends[1]) <= int(ends[2]) < int(ends[1]) + MOST:
            yield from range(int(ends[1]), int(ends[2]) + 1)
        else:
            yield from map(int, _NUMBER.findall(part))


def listed(numbers: Iterable[int]) -> str:
    """Return numbers as a message names them: “1–4, 6”."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _is_meant(page: Sourced) -> bool:
    """Whether the numbers in brackets are most likely citations: most of them have a source."""
    cited = {one.number for one in page.citations}
    hits = len(cited & page.numbers)
    return 0 not in cited and hits >= 2 and hits * 2 >= len(cited)
