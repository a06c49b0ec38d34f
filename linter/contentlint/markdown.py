"""The facts of a Markdown text, with a span for each; the only module that knows the parser.

pyromark (pulldown-cmark) reads CommonMark to the letter and gives exact byte ranges, so what it
leaves as literal text is what a reader will see. Ranges become code points here.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark

from contentlint.patterns import pattern
from contentlint.span import Span, merged, touches
from contentlint.templates import masked, template_spans

_O = pyromark.Options
OPTIONS = (
    _O.ENABLE_TABLES
    | _O.ENABLE_FOOTNOTES
    | _O.ENABLE_STRIKETHROUGH
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_MATH
    | _O.ENABLE_HEADING_ATTRIBUTES
)


class Heading(NamedTuple):
    """A heading; ``content`` is its text without the marks."""

    span: Span
    content: Span
    level: int


class Link(NamedTuple):
    """A link or an image.

    ``kind`` is inline, reference, collapsed, shortcut, autolink, email or bare; ``content`` is
    the text, ``target`` where the address stands in this link (None for a reference), ``url``
    the address as a browser would get it.
    """

    span: Span
    content: Span
    target: Span | None
    url: str
    title: str
    kind: str
    image: bool = False


class Emphasis(NamedTuple):
    """Italic or (``strong``) bold text; ``content`` is what stands between the marks."""

    span: Span
    content: Span
    strong: bool


class Delimiter(NamedTuple):
    """Characters ``*`` or ``_`` that stayed literal.

    ``run`` is the whole run that they are part of; ``opens`` and ``closes`` say what that run
    could do by CommonMark's flanking rules; ``block`` is the block of text that holds it.
    """

    span: Span
    run: Span
    mark: str
    opens: bool
    closes: bool
    block: Span


class Code(NamedTuple):
    """A code span or block. ``info`` is what follows the fence, None for a span.

    ``closed`` is False for a fence that is never closed; its block then ends at the first
    blank line, so that it hides nothing from the rules.
    """

    span: Span
    content: Span
    info: str | None = None
    closed: bool = True


class Html(NamedTuple):
    """Raw HTML as it stands in the source."""

    span: Span
    block: bool


class Math(NamedTuple):
    """A formula; ``display`` for one that stands alone."""

    span: Span
    content: Span
    display: bool


class Row(NamedTuple):
    """A row of a table and its cells."""

    span: Span
    cells: tuple[Span, ...]


class Table(NamedTuple):
    """A table; its first row is its head."""

    span: Span
    rows: tuple[Row, ...]


class Item(NamedTuple):
    """An item of a list; ``done`` is None unless it is a task."""

    span: Span
    done: bool | None


class List(NamedTuple):
    """A list; ``start`` is its first number, None when it is not numbered."""

    span: Span
    start: int | None
    items: tuple[Item, ...]


class Footnote(NamedTuple):
    """A reference to a note, or (``definition``) the note."""

    span: Span
    label: str
    definition: bool


class Block(NamedTuple):
    """A block of running text. ``kind`` is paragraph, heading, cell or item."""

    span: Span
    kind: str


class Facts(NamedTuple):
    """All that one reading of the text yields, each in the order of the text."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    emphasis: tuple[Emphasis, ...]
    code: tuple[Code, ...]
    html: tuple[Html, ...]
    math: tuple[Math, ...]
    tables: tuple[Table, ...]
    lists: tuple[List, ...]
    footnotes: tuple[Footnote, ...]
    blocks: tuple[Block, ...]
    text: tuple[Span, ...]


class Definition(NamedTuple):
    """Where a reference label gets its address: ``[label]: url "title"``."""

    span: Span
    label: str
    url: str
    title: str


_FLAT = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))
_SURROGATE = pattern(r"[\ud800-\udfff]")
_BLOCKS = frozenset(
    {"Paragraph", "Heading", "CodeBlock", "HtmlBlock", "List", "Item", "BlockQuote"}
    | {"Table", "TableHead", "TableRow", "TableCell", "FootnoteDefinition", "Rule"}
)


def _code_points(text: str) -> Callable[[int], int]:
    """Return what turns UTF-8 byte offsets of the text into code points."""
    if text.isascii():
        return int
    counts = array("I", [0])
    counts.extend(accumulate(text.encode().translate(_FLAT)))
    return counts.__getitem__


class _Node:
    """One construct of the parser: what it holds, and where it stands."""

    __slots__ = ("children", "data", "end", "name", "start")

    def __init__(self, name: str, data: Any, start: int, end: int) -> None:
        self.name, self.data, self.start, self.end = name, data, start, end
        self.children: list[_Node] = []

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def _tree(text: str, base: int) -> tuple[_Node, list[_Node]]:
    """Return the whole text as a tree, and its nodes in order; offsets count from ``base``.

    The innermost loop of a reading, so it calls as little as it can.
    """
    at = _code_points(text)
    root = _Node("Document", None, base, base + len(text))
    stack, order = [root], []
    event: Any
    for event, bounds in pyromark.events_with_range(text, options=OPTIONS):
        name: str
        data: Any = None
        starts = False
        if type(event) is str:
            name = event
        else:
            ((name, data),) = event.items()
            if name == "End":
                stack.pop()
                continue
            starts = name == "Start"
        if starts:
            name, data = _named(data)
        node = _Node(name, data, at(bounds["start"]) + base, at(bounds["end"]) + base)
        stack[-1].children.append(node)
        order.append(node)
        if starts:
            stack.append(node)
    return root, order


def _named(value: Any) -> tuple[str, Any]:
    """Take apart what the parser writes as a bare name or as a dict of one entry."""
    if isinstance(value, str):
        return value, None
    ((name, data),) = value.items()
    return name, data


class _Collector:
    """Turns the tree into facts, one method for each construct of the parser."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.emphasis: list[Emphasis] = []
        self.code: list[Code] = []
        self.html: list[Html] = []
        self.math: list[Math] = []
        self.tables: list[Table] = []
        self.lists: list[List] = []
        self.footnotes: list[Footnote] = []
        self.blocks: list[Block] = []
        self.text: list[Span] = []

    def facts(self, order: list[_Node]) -> Facts:
        """Return all facts of a tree's nodes."""
        for node in order:
            handle = _HANDLERS.get(node.name)
            if handle:
                handle(self, node)
        return Facts(*(tuple(getattr(self, name)) for name in Facts._fields))

    def heading(self, node: _Node) -> None:
        content = _extent(node, Span.at(node.span.end))
        self.headings.append(Heading(node.span, content, int(node.data["level"][1:])))
        self.blocks.append(Block(content, "heading"))

    def paragraph(self, node: _Node) -> None:
        self.blocks.append(Block(_extent(node, node.span), "paragraph"))

    def item(self, node: _Node) -> None:
        """A tight item holds its text without a paragraph."""
        run: list[_Node] = []
        for child in [*node.children, _Node("Rule", None, node.end, node.end)]:
            if child.name not in _BLOCKS:
                run.append(child)
            elif run:
                self.blocks.append(Block(Span(run[0].start, run[-1].end), "item"))
                run = []

    def link(self, node: _Node) -> None:
        content = _extent(node, Span.at(node.span.start + (2 if node.name == "Image" else 1)))
        kind = node.data["link_type"].lower()
        url = node.data["dest_url"]
        if kind in {"autolink", "email"}:
            target: Span | None = Span(node.span.start + 1, node.span.end - 1)
            content = Span(node.span.start + 1, node.span.end - 1)
        else:
            target = _target(self.source, content.end, node.span) if kind == "inline" else None
        url = f"mailto:{url}" if kind == "email" else url
        image = node.name == "Image"
        found = Link(node.span, content, target, url, node.data["title"], kind, image)
        (self.images if image else self.links).append(found)

    def emphasized(self, node: _Node) -> None:
        width = 2 if node.name == "Strong" else 1
        content = Span(node.span.start + width, node.span.end - width)
        self.emphasis.append(Emphasis(node.span, content, strong=width == 2))

    def code_block(self, node: _Node) -> None:
        content = _extent(node, Span.at(node.span.end))
        _, info = _named(node.data)
        closed = info is None or _is_closed(self.source[node.span.start : node.span.end])
        self.code.append(Code(node.span, content, info or "", closed))

    def code_span(self, node: _Node) -> None:
        source = self.source[node.span.start : node.span.end]
        width = len(source) - len(source.lstrip("`"))
        content = Span(node.span.start + width, node.span.end - width)
        self.code.append(Code(node.span, content))

    def html_block(self, node: _Node) -> None:
        self.html.append(Html(node.span, block=True))

    def html_inline(self, node: _Node) -> None:
        self.html.append(Html(node.span, block=False))

    def formula(self, node: _Node) -> None:
        width = 1 if node.name == "InlineMath" else 2
        content = Span(node.span.start + width, node.span.end - width)
        self.math.append(Math(node.span, content, display=width == 2))

    def table(self, node: _Node) -> None:
        rows = [Row(row.span, tuple(cell.span for cell in row.children)) for row in node.children]
        self.tables.append(Table(node.span, tuple(rows)))

    def cell(self, node: _Node) -> None:
        self.blocks.append(Block(_extent(node, node.span), "cell"))

    def bullet_list(self, node: _Node) -> None:
        items = (Item(item.span, _done(item)) for item in node.children)
        self.lists.append(List(node.span, node.data, tuple(items)))

    def note(self, node: _Node) -> None:
        definition = node.name == "FootnoteDefinition"
        self.footnotes.append(Footnote(node.span, node.data, definition))

    def words(self, node: _Node) -> None:
        if self.code and node.end <= self.code[-1].span.end and self.code[-1].info is not None:
            return
        if self.text and self.text[-1].end == node.start:
            self.text[-1] = Span(self.text[-1].start, node.end)
        else:
            self.text.append(node.span)


_HANDLERS: dict[str, Callable[[_Collector, _Node], None]] = {
    "Heading": _Collector.heading,
    "Paragraph": _Collector.paragraph,
    "Item": _Collector.item,
    "Link": _Collector.link,
    "Image": _Collector.link,
    "Emphasis": _Collector.emphasized,
    "Strong": _Collector.emphasized,
    "CodeBlock": _Collector.code_block,
    "Code": _Collector.code_span,
    "HtmlBlock": _Collector.html_block,
    "InlineHtml": _Collector.html_inline,
    "InlineMath": _Collector.formula,
    "DisplayMath": _Collector.formula,
    "Table": _Collector.table,
    "TableCell": _Collector.cell,
    "List": _Collector.bullet_list,
    "FootnoteReference": _Collector.note,
    "FootnoteDefinition": _Collector.note,
    "Text": _Collector.words,
}


def _extent(node: _Node, empty: Span) -> Span:
    """From the first thing inside a node to the last; ``empty`` where it holds nothing."""
    if not node.children:
        return empty
    return Span(node.children[0].start, max(child.end for child in node.children))


def _done(item: _Node) -> bool | None:
    """Whether a task is ticked; None for an item that is no task."""
    inner = [*item.children[:1], *(item.children[0].children[:1] if item.children else ())]
    return next((bool(node.data) for node in inner if node.name == "TaskListMarker"), None)


_FENCE_LINE = pattern(r"[ \t>]*(`{3,}|~{3,})[ \t\r]*\Z")


def _is_closed(block: str) -> bool:
    """Whether the last line of a fenced block's source closes its fence."""
    opening = re.match(r"`+|~+", block)
    rest = block.rstrip("\r\n").partition("\n")[2]
    last = _FENCE_LINE.match(rest.rpartition("\n")[2])
    return bool(opening and last and rest and last[1].startswith(opening[0]))


_DESTINATION = pattern(r"\](\()[ \t\r\n>]*")


def _target(source: str, start: int, link: Span) -> Span | None:
    """Return where the address of an inline link stands, without its angle brackets."""
    opening = _DESTINATION.search(source, max(start, link.start), link.end)
    if not opening:
        return None
    at = opening.end()
    if source.startswith("<", at):
        return Span(at + 1, _angle_end(source, at + 1, link.end))
    return Span(at, _bare_end(source, at, link.end))


def _angle_end(source: str, at: int, limit: int) -> int:
    while at < limit and source[at] != ">":
        at += 2 if source[at] == "\\" else 1
    return min(at, limit)


def _bare_end(source: str, at: int, limit: int) -> int:
    depth = 0
    while at < limit and source[at] not in " \t\r\n":
        char = source[at]
        if char == "(":
            depth += 1
        elif char == ")":
            if depth == 0:
                break
            depth -= 1
        at += 2 if char == "\\" else 1
    return min(at, limit)


@dataclass(frozen=True)
class Markdown:
    """The Markdown between the span ``body`` of a page; each fact is found when first asked for.

    ``mdx`` says that imports, exports, JSX and expressions are template syntax.
    """

    source: str
    body: Span
    mdx: bool = False

    @cached_property
    def templates(self) -> tuple[Span, ...]:
        """Template syntax, sorted."""
        return template_spans(self.source, self.body.start, mdx=self.mdx)

    @cached_property
    def parsed(self) -> str:
        """What the parser gets: the body, templates overwritten, as long as the body is."""
        return masked(self.source, self.body.start, self.templates)

    @cached_property
    def _encodable(self) -> str:
        """``parsed`` as the parser can take it: it wants UTF-8, which has no lone surrogates."""
        try:
            self.parsed.encode()
        except UnicodeEncodeError:
            return _SURROGATE.sub("\ufffd", self.parsed)
        return self.parsed

    @cached_property
    def _read(self) -> "_Reading":
        """One reading. A fence that is never closed is code only up to the first blank line."""
        reading = _Reading.of(self._encodable, self.source, self.body.start)
        for _ in range(_MOST_UNCLOSED):
            hidden = _hidden_by_fence(reading, self.body.start)
            if hidden is None:
                break
            text = masked(reading.text, 0, (hidden.span.shifted(-self.body.start),))
            unclosed = [*reading.unclosed, hidden]
            reading = _Reading.of(text, self.source, self.body.start, unclosed)
        return reading

    @cached_property
    def facts(self) -> Facts:
        """All facts, each kind in the order of the text."""
        return self._read.facts

    @property
    def outermost(self) -> tuple[Span, ...]:
        """The blocks that are in no other block, in order."""
        return self._read.outermost

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Reference definitions, the first of each label, in order."""
        if "]:" not in self.parsed:
            return ()
        at = _code_points(self._encodable)
        found = pyromark.reference_definitions(self._encodable, options=OPTIONS)
        return tuple(
            Definition(
                Span(at(it["span"]["start"]), at(it["span"]["end"])).shifted(self.body.start),
                label,
                it["dest"],
                it["title"] or "",
            )
            for label, it in found.items()
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links of every kind, bare addresses included, in order."""
        return tuple(sorted([*self.facts.links, *self._bare()]))

    def _bare(self) -> Iterator[Link]:
        taken = merged(link.span for link in (*self.facts.links, *self.facts.images))
        for run in self.facts.text:
            for match in _BARE.finditer(self.source, run.start, run.end):
                span = Span(match.start(), match.start() + len(_trimmed(match[0])))
                if not touches(taken, span):
                    yield Link(span, span, span, self.source[span.start : span.end], "", "bare")

    @cached_property
    def delimiters(self) -> tuple[Delimiter, ...]:
        """Runs of ``*`` and ``_`` that a reader will see, in order; not those inside a name."""
        if not self.delimiters_possible or not self._may_have_delimiters():
            return ()
        return tuple(_delimiters(self.source, self.prose, self.facts.blocks))

    @cached_property
    def delimiters_possible(self) -> bool:
        """Whether a glance, without the parser, leaves it open that there are delimiters."""
        return not all_marks_pair(self.parsed)

    def _may_have_delimiters(self) -> bool:
        """Look quickly, without spans, whether any text still holds a mark."""
        in_code, last = False, None
        event: Any
        for event in pyromark.events(self._encodable, options=OPTIONS):
            last = event
            if isinstance(event, str):
                continue
            words = event.get("Text")
            if words is not None:
                if not in_code and ("*" in words or ("_" in words and _LOOSE.search(words))):
                    return True
            elif "Start" in event:
                in_code = in_code or (
                    not isinstance(event["Start"], str) and "CodeBlock" in event["Start"]
                )
            elif event == _END_OF_CODE:
                in_code = False
        return last == _END_OF_CODE

    @cached_property
    def prose(self) -> tuple[Span, ...]:
        """The spans of text that a reader reads: no code, math, raw HTML or templates."""
        if not self.templates:
            return self.facts.text
        return tuple(_without(self.facts.text, self.templates))


_MOST_UNCLOSED = 8
_END_OF_CODE = {"End": "CodeBlock"}
_LOOSE = pattern(r"(?<!\w)_|_(?!\w)")
# As GitHub reads bare addresses: up to white space or "<", less the punctuation of the sentence.
_BARE = pattern(r"\bhttps?://[^\s<]+|\bwww\.[^\s<]+\.[^\s<]+", re.IGNORECASE)


def _trimmed(url: str) -> str:
    while True:
        shorter = url.rstrip("?!.,:*_~'\"")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == url:
            return url
        url = shorter


class _Reading(NamedTuple):
    """What the parser made of a text; fences that hid the rest of it are ``unclosed``."""

    text: str
    facts: Facts
    outermost: tuple[Span, ...]
    unclosed: tuple[Code, ...]

    @classmethod
    def of(cls, text: str, source: str, base: int, unclosed: Iterable[Code] = ()) -> "_Reading":
        root, order = _tree(text, base)
        facts = _Collector(source).facts(order)
        code = tuple(sorted([*facts.code, *unclosed]))
        outermost = tuple(node.span for node in root.children)
        return cls(text, facts._replace(code=code), outermost, tuple(unclosed))


_BLANK = pattern(r"\n[ \t>]*\r?\n(?=[ \t>]*[^\s>])")


def _hidden_by_fence(reading: _Reading, base: int) -> Code | None:
    """Return the fence that is never closed and hides text, cut at its first blank line."""
    text = reading.text
    end = base + len(text.rstrip())
    for code in reversed(reading.facts.code):
        if code.info is not None and not code.closed and code.span.end >= end:
            blank = _BLANK.search(text, code.span.start - base, code.span.end - base)
            if blank:
                stop = blank.start() + 1 + base
                content = Span(min(code.content.start, stop), stop)
                return code._replace(span=Span(code.span.start, stop), content=content)
    return None


def _without(spans: Iterable[Span], holes: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what is left of spans once the holes, sorted, are cut out."""
    for span in spans:
        at = span.start
        index = max(bisect_right(holes, at, key=lambda hole: hole.end), 0)
        for hole in holes[index:]:
            if hole.start >= span.end:
                break
            if hole.start > at:
                yield Span(at, hole.start)
            at = max(at, hole.end)
        if at < span.end:
            yield Span(at, span.end)


# Bold round nothing but words, with no letter and no other mark next to it.
_PLAIN_BOLD = pattern(
    r"\*\*(?<![\w*\\]\*\*)(?=[^\W_])[^*_\n`\[\]|<\\]++\*\*(?<=[^\W_]\*\*)(?![\w*])"
)
# A line that begins with a sign or a number may begin a block of its own.
_BETWEEN = pattern(r"\n[ \t>]*(?:\r?\n|[-+#=>~:]|\d{1,9}[.)])|\r(?!\n)|[`\[\]|<\\]")
_SIMPLE_LINK = pattern(r"\[[^\[\]`<\\|\n]*\]\([^\s()<>`\\|]*\)")
_MARKS_ALONE = frozenset({"*", "**", "***", "_", "__", "___"})


_PLAIN_ITALIC = pattern(
    r"\*(?<![^\s(\"'“«]\*)(?:(?=[^\W_])[^*_\n`\[\]|<\\]++(?<=[^\W_])"
    r"|\[[^*_\n`\[\]|<\\]*\]\([^\s()<>`\\|*_]*\))\*(?=[\s.,;:!?)\"'”»]|\Z)"
)


def all_marks_pair(text: str) -> bool:
    """Whether it is plain at a glance that a parser would leave no ``*`` and no ``_`` literal.

    True only where every run but those inside names opens next to a word, and the next run is
    the same, closes next to one, and nothing that could come between them does: no blank line,
    new block, code, bracket, tag, cell or backslash. False says nothing. This saves the parser
    for most pages.
    """
    if "*" not in text and "_" not in text:
        return True
    text = _without_fences(text)
    if "*" in text:
        text = _PLAIN_ITALIC.sub("x", _PLAIN_BOLD.sub("x", text))
    opened: tuple[int, int] | None = None
    for start, end in _marks(text):
        before, after, mark = text[start - 1 : start], text[end : end + 1], text[start:end]
        if mark[0] == "_" and before.isalnum() and after.isalnum():
            continue
        if opened is None:
            if after in _BLANKS and mark == "*" and _begins_item(text, start):
                continue
            if not _surely_opens(before, after) or mark not in _MARKS_ALONE:
                return False
            opened = start, end
        else:
            if mark != text[slice(*opened)] or not _surely_opens(after, before):
                return False
            if not _surely_joined(text[opened[1] : start]):
                return False
            opened = None
    return opened is None


def _marks(text: str) -> list[tuple[int, int]]:
    """Return where the runs of ``*`` and of ``_`` stand. str.find is far faster than a regex."""
    runs: list[tuple[int, int]] = []
    for sign in "*_":
        at = text.find(sign)
        while at >= 0:
            end = at + 1
            while text[end : end + 1] == sign:
                end += 1
            runs.append((at, end))
            at = text.find(sign, end)
    runs.sort()
    return runs


def _surely_joined(between: str) -> bool:
    """Whether nothing between two marks could come between them."""
    found = _BETWEEN.search(between)
    return not found or (found[0] == "[" and not _BETWEEN.search(_SIMPLE_LINK.sub("", between)))


def _surely_opens(outside: str, inside: str) -> bool:
    """Whether marks between these two characters face the word whatever stands further off."""
    return (not outside or outside in _OUTSIDE) and (inside.isalnum() or inside in _BRACKETS)


_BRACKETS = frozenset("[]()")
_OUTSIDE = frozenset(" \t\r\n.,;:!?()\"'/-…—–“”«»‘’")
_BLANKS = frozenset({" ", "\t"})


def _without_fences(text: str) -> str:
    """Return the text less its fenced code, as far as fences are plain: alone at a line's start.

    A blank line takes its place: no paragraph goes on behind it.
    """
    if "```" not in text:
        return text
    parts: list[str] = []
    at = 0
    while (start := text.find("\n```", at)) >= 0:
        end = text.find("\n```\n", start + 4)
        if end < 0 or "`" in text[start + 4 : text.index("\n", start + 4)]:
            break
        parts.append(text[at:start])
        at = end + 4
    return "\n".join([*parts, text[at:]])


def _begins_item(text: str, start: int) -> bool:
    """Whether an asterisk is a bullet: only blanks before it on its line, and a text after it."""
    line = text.rfind("\n", 0, start) + 1
    first = text[start + 1 : start + 4].lstrip(" \t")[:1]
    return start - line < 12 and not text[line:start].strip(" \t") and first not in "\r\n"


_MARKS = pattern(r"\*+|_+")


def _delimiters(source: str, prose: Iterable[Span], every: Iterable[Block]) -> Iterator[Delimiter]:
    blocks = sorted(every)
    previous = -1
    for text in prose:
        for match in _MARKS.finditer(source, text.start, text.end):
            start, end = match.span()
            if start == text.start and source[start - 1 : start] == "\\" and previous < start:
                start += 1
            if start < end and not _inside_word(source, start, end):
                yield _delimiter(source, Span(start, end), blocks)
        previous = text.end


def _inside_word(source: str, start: int, end: int) -> bool:
    """Whether underscores join two words, as in a name: nobody means emphasis by them."""
    around = source[start - 1 : start] + source[end : end + 1]
    return source[start] == "_" and start > 0 and len(around) == 2 and around.isalnum()


def _delimiter(source: str, span: Span, blocks: list[Block]) -> Delimiter:
    mark = source[span.start]
    run = _whole_run(source, span, mark)
    before = source[run.start - 1 : run.start] or "\n"
    after = source[run.end : run.end + 1] or "\n"
    opens, closes = flanks(before, after, mark)
    return Delimiter(span, run, mark, opens, closes, _block_of(span, blocks))


def _whole_run(source: str, span: Span, mark: str) -> Span:
    start, end = span.start, span.end
    while start and source[start - 1] == mark:
        start -= 1
    while source[end : end + 1] == mark:
        end += 1
    return Span(start, end)


def _block_of(span: Span, blocks: list[Block]) -> Span:
    """Return the innermost block round a span; the span itself where there is none."""
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start)
    for block in reversed(blocks[:index]):
        if block.span.covers(span):
            return block.span
    return span


def flanks(before: str, after: str, mark: str) -> tuple[bool, bool]:
    """Return whether a run between two characters can open emphasis, and whether it can close it.

    CommonMark 0.31, section 6.2: white space and punctuation on either side decide.
    """
    space_before, space_after = _is_space(before), _is_space(after)
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    if mark == "*":
        return left, right
    return left and (not right or sign_before), right and (not left or sign_after)


def _is_space(char: str) -> bool:
    return char in "\t\n\f\r " or unicodedata.category(char) == "Zs"


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
