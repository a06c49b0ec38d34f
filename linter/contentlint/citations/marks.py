"""What of a page names a source: links, numbers in brackets, footnotes, keys of a bibliography."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from contentlint.citations.addresses import bare, in_html, is_bare, leads_out
from contentlint.citations.bibliography import Reference
from contentlint.citations.identifiers import register_of
from contentlint.citations.reading import Reader
from contentlint.citations.sources import Sourced, sections, sourced
from contentlint.document import Document
from contentlint.markdown import Link
from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches

_SIGN = pattern(
    r"(?i)[\[(]?(?:[\d¹²³⁰⁴-⁹]{1,3}|\*{1,3}|†|‡|§|[↗↑→⇗]|🔗|sources?|quellen?|fuentes?|fonti?|fontes?|bron|"
    r"bronnen|références?|refs?\.?|references?|link|lien|voir|see|ibid\.?|citation needed)[\])]?"
)
_WORD_BEFORE = pattern(r"[a-zß-öø-ÿ’'] ?\Z")
_BOX = pattern(r"\\?[\[(]\s?\Z|<sup>\s?(?:\\?[\[(])?\Z")
_BOX_END = pattern(r"\s?\\?[\])](?:\s?</sup>)?|\s?</sup>")
_LEAD = pattern(
    r"(?i)(?<!\w)(?:sources?|quellen?|fuentes?|fonti?|fontes?|bron(?:nen)?|réf\.?|références?|"
    r"refs?\.?|references?|voir|see|cf\.?|vgl\.?|siehe|nach|laut|via|d['’]après|selon|based on|"
    r"according to|from|lire|ver|véase|vedi|zie|également|aussi|also|auch|e\.g\.|z\. ?b\.|"
    r"par exemple|and|et|und|y|e|en|&|in|par|by|von|de|pp?\.|s\.|§|et al\.?)(?!\w)"
)
_INTRODUCING = (
    "source sources quelle quellen fuente fuentes font fonti fonte fontes bron "
    "bronnen réf réfs référence références ref refs reference references voir see cf vgl siehe "
    "nach laut via après d selon based on according to from lire ver véase vedi zie également "
    "aussi also auch e g z b par exemple and et und y en in by von de p pp s al"
)
"""All words of ``_LEAD``."""
_LOOSE = pattern(r"[\s\xa0\d.,:;/|–—*_†-]+")
_NAME = pattern(r"[^\W\d_][\w’'.-]{0,30}")
_KEYS = pattern(r"\[(?=[^\[\]@]{0,300}@)[^\[\]]{1,600}+\](?![(\[:{])")
_KEY = pattern(
    r"(?<![\w@.])-?@(?:\{(?P<braced>[^{}\s]{1,100})\}|(?P<plain>\w[\w:.#$%&+?<>~/-]{0,100}))"
)
_NUMBERED_THING = pattern(
    r"(?i)(?:fig|figs|figure|tbl|tab|table|eq|eqn|sec|sect|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|"
    r"sol|nte|tip|wrn|imp|cau|app|ch|alg)[:-]"
)
_NUMBERED_LINK = pattern(r"\[\^[^\[\]\n]{1,100}\]")
_NUMBER_BEFORE = pattern(r"\[\d{1,3}\]\Z")
_DOI = pattern(r"(?i)\bdoi:\s?(10\.\d{4,9}/[^\s<>\"]{1,200})")
_ARXIV = pattern(r"\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d{1,2})?)")
_WRITTEN = pattern(
    r"(?i)(?<![\w./-])10\.\d{4,9}/[^\s<>\"“”«»|\\^`{}]{1,200}|\barXiv:\s?\d{4}\.\d{4,5}"
)
_CUT = pattern(r"(?s).[<>\\^`{}|\"]|[-./_(][ \t]{0,3}\r?\n[ \t]{0,9}[a-z0-9(]\S\S")
"""Where an identifier may go on: behind a sign of Markdown or HTML, or in the next line."""
_ARCHIVE = pattern(r"(?i)https?://(?:web\.)?archive\.(?:org|is|ph|today)/")
MOST_NAMED = 300
"""Code points of what a page says of a source, that are kept."""


class Mark(NamedTuple):
    """Where a page names a source.

    ``kept`` says that its words are part of the sentence round it; ``aside`` that it stands in a
    parenthesis of its own. ``sure`` is False for a note that tells more than its source. ``sign``
    says that it is a link on a number or a sign.
    """

    span: Span
    url: str
    named: str
    kept: bool = False
    aside: bool = False
    sure: bool = True
    sign: bool = False


class Target(NamedTuple):
    """A source: its address, and what the page says of it."""

    url: str
    named: str
    sure: bool = True


class Marks:
    """All that names sources on a page. ``holes`` are the marks that are no words of a sentence."""

    def __init__(self, document: Document, sources: Mapping[str, Reference]) -> None:
        self.document, self.sources = document, sources

    @cached_property
    def reader(self) -> Reader:
        """What reads the page, piece by piece."""
        return Reader(self.document)

    @cached_property
    def links(self) -> tuple[tuple[Link, str], ...]:
        """Links to other sites, with their addresses; those round an image only are left out."""
        return tuple(self._links())

    def _links(self) -> Iterator[tuple[Link, str]]:
        for link in sorted([*self.document.links, *in_html(self.document)], key=_link_place):
            if link.kind == "bare" and not is_bare(self.document, link):
                continue
            url = bare(self.document, link).url if link.kind == "bare" else link.url
            if leads_out(self.document, url):
                yield link, url

    @cached_property
    def lists(self) -> tuple[Span, ...]:
        """Where what is said of sources stands."""
        return source_lists(self.document)

    @cached_property
    def all(self) -> tuple[Mark, ...]:
        """All marks, in order."""
        found = [*self._numbers(), *self._notes(), *self._keys(), *self._written()]
        taken = merged(one.span for one in found)
        links = (one for one in self._linked() if not touches(taken, one.span))
        return tuple(sorted([*found, *links], key=lambda one: (one.span, one.url)))

    def _linked(self) -> Iterator[Mark]:
        groups = _asides(self.document, [link for link, _ in self.links])
        for link, url in self.links:
            words = self.reader.words(link.content)
            aside = groups.get(link.span)
            if aside:
                named = _named(words, link.title)
                yield Mark(aside, url, named, aside=True, sign=words.strip().isdecimal())
            elif _SIGN.fullmatch(words.strip()) and not self._is_in_a_sentence(link, words):
                yield Mark(_boxed(self.document, link.span), url, link.title, sign=True)
            elif link.kind in {"bare", "autolink"}:
                yield Mark(link.span, url, "", kept=True)
            elif words.strip():
                yield Mark(link.span, url, _named(words, link.title), kept=True)

    def _is_in_a_sentence(self, link: Link, words: str) -> bool:
        """Whether a sign is a word of the sentence round it: “follow the [link](…)”."""
        before = self.document.text[max(0, link.span.start - 20) : link.span.start]
        return words.strip().isalpha() and _WORD_BEFORE.search(before) is not None

    def _written(self) -> Iterator[Mark]:
        """Yield the identifiers in lists of sources that lead nowhere, but for those of links."""
        linked = {register_of(url) for _, url in self.links}
        text = self.document.text
        for within in self.lists:
            for found in _WRITTEN.finditer(text, within.start, within.end):
                written = found[0].partition("](")[0].rstrip(".,;:)*_]'’")
                span = Span(found.start(), found.start() + len(written))
                url = _identified(written) or f"https://doi.org/{written}"
                hidden = self.document.is_opaque(span) or self.document.is_in_link(span)
                cut = "&" in written or _CUT.match(text, found.end() - 1)
                if not (hidden or cut or register_of(url) in linked):
                    yield Mark(span, url, "")

    def _numbers(self) -> Iterator[Mark]:
        page = sourced(self.document)
        if page is None:
            return
        targets = dict(self._entries(page))
        for one in page.citations:
            if one.number in targets:
                found = targets[one.number]
                yield Mark(one.span, found.url, found.named, sure=found.sure)

    def _entries(self, page: Sourced) -> Iterator[tuple[int, Target]]:
        for entry in page.entries:
            found = self.first(Span(entry.mark.end, entry.span.end))
            if found:
                yield entry.number, found

    def first(self, span: Span) -> Target | None:
        """Return the source that an entry of a list or a note names first; None without address."""
        first = bisect_left(self.links, span.start, key=_start_of)
        last = bisect_left(self.links, span.end, key=_start_of)
        inside = self.links[first:last]
        urls = [url for _, url in inside if not _ARCHIVE.match(url)] or [url for _, url in inside]
        url = urls[0] if urls else _identified(self.document[span])
        bare_ones = (link.span for link, _ in inside if link.kind in {"bare", "autolink"})
        if not url:
            return None
        words = self.reader.read([span], tuple(sorted(bare_ones))).words.strip(" .:])\n*_,")
        return Target(url, words[:MOST_NAMED], len(words) <= MOST_NAMED)

    def _notes(self) -> Iterator[Mark]:
        notes = {one.label: one for one in self.document.footnotes if one.definition}
        targets: dict[str, Target | None] = {}
        for one in self.document.footnotes:
            if one.definition or one.label not in notes:
                continue
            if one.label not in targets:
                span = notes[one.label].span
                head = _NUMBERED_LINK.match(self.document.text, span.start)
                start = head.end() + 1 if head else span.start
                targets[one.label] = self.first(Span(min(start, span.end), span.end))
            found = targets[one.label]
            if found:
                yield Mark(one.span, found.url, found.named, sure=found.sure)

    def _keys(self) -> Iterator[Mark]:
        for span, key in citation_keys(self.document) if self.sources else ():
            source = self.sources.get(key)
            if source and source.url:
                yield Mark(span, source.url, source.named[:MOST_NAMED])


def source_lists(document: Document) -> tuple[Span, ...]:
    """Return where a page lists its sources, headings included, and the notes that it mentions."""
    listed = [Span(one.start, end) for one, end in sections(document)]
    mentioned = {one.label for one in document.footnotes if not one.definition}
    notes = (one for one in document.footnotes if one.definition and one.label in mentioned)
    return merged([*listed, *(one.span for one in notes)])


def cited(document: Document) -> tuple[Span, ...]:
    """Return where a page names a source or may do so, sorted and apart from each other.

    Links to other sites, numbers in brackets, footnotes' marks and keys of a bibliography, whether
    their source has an address or not.
    """
    page = sourced(document)
    spans = [link.span for link, _ in Marks(document, {}).links]
    spans += [one.span for one in document.footnotes if not one.definition]
    spans += [span for span, _ in citation_keys(document)]
    return merged([*spans, *(one.span for one in (page.citations if page else ()))])


def citation_keys(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the keys of citations in brackets, and the brackets: “[see @weiss2020, p. 3; @kern]”.

    Those in code, links and templates are none, nor are those that number figures, tables and
    sections: “[@fig:mill]”.
    """
    text = document.text
    for box in _KEYS.finditer(text, document.body.start) if "@" in text else ():
        span = Span(*box.span())
        if not (document.is_opaque(span) or document.is_in_link(span)):
            yield from ((span, key) for key in keys(box[0]))


def _link_place(link: Link) -> tuple[int, int]:
    return link.span.start, link.span.end


def _start_of(link: tuple[Link, str]) -> int:
    return link[0].span.start


def keys(box: str) -> Iterator[str]:
    """Yield the keys that brackets hold."""
    for one in _KEY.finditer(box):
        key = one["braced"] or one["plain"].rstrip(":.#$%&+?<>~/-")
        if not _NUMBERED_THING.match(key):
            yield key


def _named(words: str, title: str) -> str:
    words = " ".join(words.split())
    return (title if not words or _SIGN.fullmatch(words) else words)[:MOST_NAMED]


def _identified(words: str) -> str:
    """Return the address of a DOI or an arXiv number that stands in words."""
    doi = _DOI.search(words)
    if doi:
        return f"https://doi.org/{doi[1].rstrip('.,;:)*_')}"
    arxiv = _ARXIV.search(words)
    return f"https://arxiv.org/abs/{arxiv[1]}" if arxiv else ""


def _boxed(document: Document, span: Span) -> Span:
    """Return a link with the brackets or the raised type that it alone stands in."""
    before = _BOX.search(document.text, max(0, span.start - 8), span.start)
    after = _BOX_END.match(document.text, span.end, span.end + 10)
    return Span(before.start(), after.end()) if before and after else span


def _asides(document: Document, links: list[Link]) -> dict[Span, Span]:
    """Return the parentheses that hold nothing but links and what introduces them, by link."""
    found: dict[Span, Span] = {}
    text = document.text
    for index, link in enumerate(links):
        if link.span in found:
            continue
        start = text.rfind("(", max(0, link.span.start - 60), link.span.start)
        if start < 0 or not introduces(text[start + 1 : link.span.start]):
            continue
        inside, end = _aside_end(text, links, index)
        if end:
            number = _NUMBER_BEFORE.search(text, max(0, start - 6), start)
            start = number.start() if number else start
            found.update((one.span, Span(start, end)) for one in inside)
    return found


def _aside_end(text: str, links: list[Link], index: int) -> tuple[list[Link], int]:
    """Return the links of a parenthesis from one on, and where it ends; 0 where more is in it."""
    inside, at = [links[index]], links[index].span.end
    for following in [*links[index + 1 : index + 12], None]:
        close = text.find(")", at, at + 60)
        if close >= 0 and (following is None or close < following.span.start):
            return inside, close + 1 if introduces(text[at:close]) else 0
        if following is None or not introduces(text[at : following.span.start]):
            break
        inside.append(following)
        at = following.span.end
    return inside, 0


def introduces(words: str) -> bool:
    """Whether words round a link say no more than who wrote the source, when, or where to look."""
    if "\n\n" in words or "(" in words or "[" in words or _says_more(words):
        return False
    rest = _LOOSE.sub(" ", _LEAD.sub(" ", words)).split()
    return len(rest) <= 3 and all(_NAME.fullmatch(one) and one[0].isupper() for one in rest)


def _says_more(words: str) -> bool:
    """Whether a word is certainly neither a name nor one that introduces a source: a glance."""
    return any(
        word.islower() and word.isalpha() and word not in _introducing() for word in words.split()
    )


@cache
def _introducing() -> frozenset[str]:
    return frozenset(_INTRODUCING.split())
