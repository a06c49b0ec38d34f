"""One page: its text, and lazily all that the rules want to know of it."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from contentlint.patterns import pattern
from contentlint.site import UNKNOWN, Site
from contentlint.span import LineIndex, Position, Span, merged, touches

if TYPE_CHECKING:
    from contentlint import markdown as md
    from contentlint.frontmatter import FrontMatter
    from contentlint.glance import HeadingLine
    from contentlint.language import Language


_NO_TEXT = pattern("[\udc80-\udcff]")
_COMMENT = pattern(r"<!--.*?(?:-->|\Z)|\{/\*.*?(?:\*/\}|\Z)", re.DOTALL)
_start = attrgetter("start")


class Stored(NamedTuple):
    """How a file holds its text: the encoding, and the byte order mark that stands before it.

    Where ``whole`` is False, there are bytes that are no text: they stand in it as the code points
    U+DC80 to U+DCFF (PEP 383).
    """

    encoding: str = "utf-8"
    mark: bytes = b""
    whole: bool = True


_PLAIN = Stored()


def _nowhere(path: str) -> Site:
    del path
    return UNKNOWN


@dataclass(frozen=True)
class Document:
    """A page as its file holds it, line breaks included, without a byte order mark.

    Spans are code points into ``text``. Every fact is found once, when first asked for. ``locate``
    tells the site that a path belongs to.
    """

    path: str
    text: str
    stored: Stored = _PLAIN
    locate: Callable[[str], Site] = field(default=_nowhere, repr=False, compare=False)

    @cached_property
    def site(self) -> Site:
        """The site that the page is for, as far as it is known."""
        return self.locate(self.path)

    @cached_property
    def undecoded(self) -> bool:
        """Whether bytes that are no text stand in it; most rules cannot look at such a page."""
        return not self.stored.whole and _NO_TEXT.search(self.text) is not None

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def lines(self) -> LineIndex:
        """Where the lines start."""
        return LineIndex(self.text)

    def position(self, offset: int) -> Position:
        """Return line and column of an offset."""
        return self.lines.position(offset)

    @cached_property
    def newline(self) -> str:
        """The line break that the page uses most."""
        crlf = self.text.count("\r\n")
        lf = self.text.count("\n") - crlf
        lone = self.text.count("\r") - crlf
        return max((lf, "\n"), (crlf, "\r\n"), (lone, "\r"), key=lambda pair: pair[0])[1]

    @cached_property
    def suffix(self) -> str:
        """The file name's ending, lower case, with its dot."""
        return PurePosixPath(self.path).suffix.lower()

    @cached_property
    def front_matter(self) -> "FrontMatter | None":
        """The block of metadata at the head of the page; None where there is none."""
        from contentlint.frontmatter import split

        return split(self.text)

    @cached_property
    def body(self) -> Span:
        """All that follows the front matter."""
        start = self.front_matter.span.end if self.front_matter else 0
        return Span(start, len(self.text))

    @cached_property
    def _tongue(self) -> "Language":
        from contentlint.language import of_page

        return of_page(self)

    @property
    def language(self) -> str:
        """The language of the page, as “fr”: as it or its path says, else by its words.

        Empty where that is not clear: then nothing that depends on the language is certain.
        """
        return self._tongue.name

    @property
    def region(self) -> str:
        """The region that goes with the language, as “ca” in “fr-CA”; empty where none is told."""
        return self._tongue.region

    @cached_property
    def markdown(self) -> "md.Markdown":
        """The facts of the Markdown in the body."""
        from contentlint.markdown import Markdown

        return Markdown(self.text, self.body, mdx=self.suffix == ".mdx")

    @cached_property
    def heading_lines(self) -> tuple["HeadingLine", ...]:
        """Lines that look like headings, found without the parser: all headings and some more."""
        from contentlint.glance import heading_lines

        return heading_lines(self.text, self.body.start)

    @cached_property
    def fence_lines(self) -> tuple[tuple[int, int], ...]:
        """Where fenced code begins and ends, fences included, found without the parser."""
        from contentlint.glance import fence_lines

        return fence_lines(self.text, self.body.start)

    @property
    def headings(self) -> tuple["md.Heading", ...]:
        """Headings, in order."""
        return self.markdown.facts.headings

    @property
    def links(self) -> tuple["md.Link", ...]:
        """Links of every kind, in order: inline, reference, autolink, bare address."""
        return self.markdown.links

    @property
    def images(self) -> tuple["md.Link", ...]:
        """Images, in order."""
        return self.markdown.facts.images

    @property
    def emphasis(self) -> tuple["md.Emphasis", ...]:
        """What is italic or bold."""
        return self.markdown.facts.emphasis

    @property
    def delimiters(self) -> tuple["md.Delimiter", ...]:
        """Runs of ``*`` and ``_`` that stayed literal: a reader sees them as characters."""
        return self.markdown.delimiters

    @property
    def delimiters_possible(self) -> bool:
        """Whether a glance leaves it open that there are ``delimiters``; False is certain."""
        return self.markdown.delimiters_possible

    @property
    def code(self) -> tuple["md.Code", ...]:
        """Code spans and code blocks."""
        return self.markdown.facts.code

    @property
    def html(self) -> tuple["md.Html", ...]:
        """Raw HTML, inline and in blocks, comments included."""
        return self.markdown.facts.html

    @property
    def math(self) -> tuple["md.Math", ...]:
        """Formulas between dollar signs."""
        return self.markdown.facts.math

    @property
    def tables(self) -> tuple["md.Table", ...]:
        """Tables with their rows and cells."""
        return self.markdown.facts.tables

    @property
    def lists(self) -> tuple["md.List", ...]:
        """Lists with their items."""
        return self.markdown.facts.lists

    @property
    def footnotes(self) -> tuple["md.Footnote", ...]:
        """Footnotes: references and definitions."""
        return self.markdown.facts.footnotes

    @property
    def blocks(self) -> tuple["md.Block", ...]:
        """The blocks that hold running text: paragraphs, headings, table cells, tight items."""
        return self.markdown.facts.blocks

    @property
    def definitions(self) -> tuple["md.Definition", ...]:
        """Reference definitions, the first of each label."""
        return self.markdown.definitions

    @property
    def templates(self) -> tuple[Span, ...]:
        """Template syntax: shortcodes, Liquid and Jinja tags, MDX imports, exports and JSX."""
        return self.markdown.templates

    @property
    def prose(self) -> tuple[Span, ...]:
        """The spans of the body that a reader reads."""
        return self.markdown.prose

    def is_prose(self, span: Span) -> bool:
        """Whether a span lies wholly inside one stretch of ``prose``."""
        index = bisect_right(self.prose, span.start, key=_start) - 1
        return index >= 0 and self.prose[index].covers(span)

    @cached_property
    def opaque(self) -> tuple[Span, ...]:
        """Code, math, raw HTML and templates of the body: what is not running text.

        Sorted, and joined where they touch.
        """
        spans = {node.span for node in self.code} | {node.span for node in self.math}
        return merged([*spans, *(node.span for node in self.html), *self.templates])

    @cached_property
    def _in_code(self) -> tuple[Span, ...]:
        return merged(node.span for node in self.code)

    def is_code(self, span: Span) -> bool:
        """Whether a span touches a code span or a block of code."""
        return touches(self._in_code, span)

    @cached_property
    def _in_links(self) -> tuple[Span, ...]:
        links = (*self.links, *self.images)
        return merged([*(link.span for link in links), *(one.span for one in self.definitions)])

    def is_in_link(self, span: Span) -> bool:
        """Whether a span touches a link, an image or a reference definition."""
        return touches(self._in_links, span)

    @cached_property
    def targets(self) -> frozenset[Span]:
        """Where the addresses of inline links and images stand."""
        links = (*self.links, *self.images)
        return frozenset(link.target for link in links if link.target is not None)

    @cached_property
    def comments(self) -> tuple[Span, ...]:
        """Comments of HTML and MDX, sorted; one that is never closed runs to the end."""
        found = (Span(*match.span()) for match in _COMMENT.finditer(self.text, self.body.start))
        return tuple(found) if "<!--" in self.text or "{/*" in self.text else ()

    def is_opaque(self, span: Span) -> bool:
        """Whether a span touches code, math, raw HTML or a template."""
        return touches(self.opaque, span)
