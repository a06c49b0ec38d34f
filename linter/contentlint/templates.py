"""Template syntax in a page: what a site generator replaces before it reads the Markdown.

Hugo shortcodes, Liquid, Jinja and Nunjucks tags everywhere; in MDX also imports, exports, JSX and
expressions. Found by scanning, since no parser of Markdown knows them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from contentlint.patterns import pattern
from contentlint.span import Span, merged

# Every alternative stops at the next opening of its kind, so that the search stays linear; none
# but a shortcode crosses a back quote, as a page that shows `{{` and `}}` in code does.
_TAGS = pattern(
    r"\{\{<(?:[^>{]|>(?!\}\})|\{(?!\{<))*>\}\}"
    r"|\{\{%(?:[^%{]|%(?!\}\})|\{(?!\{%))*%\}\}"
    r"|\{%(?:[^%{`\n]|%(?!\})|\{(?!%))*%\}"
    r"|\{\{[^{}`\n]*\}\}"
    r"|\{#[^#{}`\n]*#\}"
)
_VERBATIM = pattern(
    r"\{%-?[ \t]{0,9}(raw|verbatim|highlight|comment|codeblock"
    r"|set(?=[ \t]{1,9}\w{1,60}[ \t]{0,9}-?%))\b"
)
_ENDS = pattern(r"\{%-?[ \t]{0,9}end")
_MDX_MODULE = pattern(r"^(?:import|export)[ {*][^\n]*(?:\n(?![ \t]*\r?\n)[^\n]+)*", re.MULTILINE)
_JSX = pattern(r"</?>|</?[A-Za-z][\w.:-]*(?=[\s/>{])|(?<!\\)\{")
_BRACE = pattern(r"(?<!\\)[{}]")
_FENCE = pattern(r"^[ \t>]*(`{3,}|~{3,})", re.MULTILINE)
_CODE_SPAN = pattern(r"(?<!`)(`{1,4})(?!`)[^`\n]{1,500}(?<!`)\1(?!`)")
_LONGEST = 10_000


def template_spans(text: str, start: int, *, mdx: bool) -> tuple[Span, ...]:
    """Return the spans of template syntax from ``start`` on, sorted and apart from each other.

    ``mdx`` says whether the page is MDX. A construct of over 10,000 code points is not one.
    """
    found = list(_tags(text, start))
    if mdx:
        found += _mdx(text, start)
    return merged(found)


def _tags(text: str, start: int) -> Iterator[Span]:
    if "{" in text and ("{{" in text or "{%" in text or "{#" in text):
        found = [Span(*match.span()) for match in _TAGS.finditer(text, start)]
        yield from found
        if "{%" in text and _VERBATIM.search(text, start):
            yield from _verbatim(text, found)


def _verbatim(text: str, tags: list[Span]) -> Iterator[Span]:
    """Yield blocks whose text is shown as it stands, or not at all, and so is no Markdown."""
    opened: tuple[str, int] | None = None
    for tag in tags:
        if opened is None:
            match = _VERBATIM.match(text, tag.start)
            opened = (match[1], tag.start) if match else None
        elif _ENDS.match(text, tag.start, tag.end) and opened[0] in text[tag.start : tag.end]:
            yield Span(opened[1], tag.end)
            opened = None


def _mdx(text: str, start: int) -> Iterator[Span]:
    code = merged([*_fences(text, start), *_code_spans(text, start)])
    for match in _MDX_MODULE.finditer(text, start):
        if not _inside(code, match.start()):
            yield Span(*match.span())
    yield from _jsx(text, start, code)


def _inside(spans: tuple[Span, ...], offset: int) -> bool:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset in spans[index]


def _code_spans(text: str, start: int) -> Iterator[Span]:
    for match in _CODE_SPAN.finditer(text, start):
        yield Span(*match.span())


def _fences(text: str, start: int) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]):
            yield Span(opened.start(), match.end())
            opened = None


def _jsx(text: str, start: int, code: tuple[Span, ...]) -> Iterator[Span]:
    """Tags with their braces, and expressions in braces, outside code."""
    closed = _braces(text, start, code)
    at = start
    while match := _JSX.search(text, at):
        at = match.end()
        if _inside(code, match.start()):
            continue
        if match[0] == "{":
            end = closed.get(match.start())
        else:
            end = match.end() if match[0].endswith(">") else _tag_end(text, match.end(), closed)
        if end is not None:
            yield Span(match.start(), end)
            at = end


def _braces(text: str, start: int, code: tuple[Span, ...]) -> dict[int, int]:
    """Return where each brace that is closed ends."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text, start):
        if _inside(code, match.start()):
            continue
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            closed[opened.pop()] = match.end()
    return closed


def _tag_end(text: str, at: int, closed: dict[int, int]) -> int | None:
    """Return where a tag ends; None where it is no tag after all."""
    limit = min(len(text), at + _LONGEST)
    while at < limit:
        char = text[at]
        if char == ">":
            return at + 1
        if char == "<":
            return None
        end: int | None = at + 1
        if char in "\"'":
            end = text.find(char, at + 1, limit) + 1 or None
        elif char == "{":
            end = closed.get(at)
        if end is None:
            return None
        at = end
    return None


def masked(text: str, start: int, spans: tuple[Span, ...]) -> str:
    """Return the text from ``start`` on with the spans overwritten, line breaks kept.

    A letter stands for each code point, so that what is round a template parses as it will when
    the generator has put words there; a template alone on its lines leaves them blank, since it
    divides blocks.
    """
    if not spans:
        return text[start:]
    parts: list[str] = []
    at = start
    for span in spans:
        parts += text[at : span.start], _cover(text, span)
        at = span.end
    return "".join([*parts, text[at:]])


_VISIBLE = pattern(r"[^\r\n]")


def _cover(text: str, span: Span) -> str:
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    end = text.find("\n", span.end)
    after = text[span.end : end if end >= 0 else len(text)]
    filler = " " if not before.strip() and not after.strip() else "x"
    return _VISIBLE.sub(filler, text[span.start : span.end])
