"""The usual ways in which JSON is broken, each with its words and its repair.

A reader of JSON stops at the first fault. A repair is safe if all of the block can be read after
it; where more is broken, the words are given without one.
"""

import re
from collections.abc import Callable

from contentlint import Document, Edit, Fix, FrontMatter, Span, Violation, pattern

_BEFORE = pattern(r"(?P<last>[^\s])\s*+\Z")
_COMMA = pattern(r",(?=\s*\Z)")
_WORD = pattern(r"[A-Za-z_$][\w$-]*+")
_APOSTROPHES = pattern(r"'(?P<inside>[^'\"\\\r\n]*+)'")
_COMMENT = pattern(r"//[^\r\n]*+|/\*.{0,2000}?\*/|#[^\r\n]*+", re.DOTALL)
_SMART = pattern(r"[“„«”‟](?P<inside>[^“”„«»\"\\\r\n]*+)[”“»]")
_WORDS = {
    "true": "true",
    "false": "false",
    "null": "null",
    "none": "null",
    "undefined": "null",
    "nan": "null",
}
_LITERALS = frozenset({"true", "false"})


def damaged(document: Document, block: FrontMatter, at: int) -> Violation | None:
    """Return what is wrong at the place where reading stopped, where it is known."""
    found = (cause(document, block, at) for cause in _CAUSES)
    return next(filter(None, found), None)


def _healed(
    document: Document, block: FrontMatter, title: str, edit: Edit, *, sure: bool = True
) -> Fix | None:
    text, span = document.text, edit.span
    page = text[: span.start] + edit.content + text[span.end : block.span.end]
    changed = Document("", page).front_matter
    if changed is None or changed.problems or changed.kind != "json":
        return None
    return (Fix.safe if sure else Fix.suggestion)(title, edit)


def _trailing_comma(document: Document, block: FrontMatter, at: int) -> Violation | None:
    if document.text[at : at + 1] == ",":
        before = re.match(r",\s*[\]}]", document.text[at : at + 1000])
        comma = Span(at, at + 1) if before else None
    else:
        found = _COMMA.search(document.text, block.span.start, at)
        comma = Span(*found.span()) if found and document.text[at] in "]}" else None
    if comma is None:
        return None
    message = "A comma stands before the closing bracket, where JSON allows none: remove it"
    fix = _healed(document, block, "Remove the comma", Edit.deletion(comma))
    return Violation(comma, message, fix)


def _comment(document: Document, block: FrontMatter, at: int) -> Violation | None:
    comment = _COMMENT.match(document.text, at)
    if comment is None:
        return None
    span = Span(*comment.span())
    fix = _healed(document, block, "Remove the comment", Edit.deletion(span), sure=False)
    return Violation(span, "JSON knows no comments: remove this one", fix)


def _other_quotes(document: Document, block: FrontMatter, at: int) -> Violation | None:
    for form, kind in ((_APOSTROPHES, "single"), (_SMART, "typographic")):
        found = form.match(document.text, at)
        if found:
            span = Span(*found.span())
            message = f'JSON knows no {kind} quotes: use straight double ones (")'
            edit = Edit.replacement(span, f'"{found["inside"]}"')
            return Violation(span, message, _healed(document, block, "Use double quotes", edit))
    return None


def _word(document: Document, block: FrontMatter, at: int) -> Violation | None:
    word = _WORD.match(document.text, at)
    if word is None:
        return None
    span = Span(*word.span())
    if re.match(r"\s*:", document.text[span.end : span.end + 100]):
        message = f"The key “{word.group()}” stands without quotes, which JSON wants: add them"
        edit = Edit.replacement(span, f'"{word.group()}"')
        return Violation(span, message, _healed(document, block, "Add quotes", edit))
    meant = _WORDS.get(word.group().lower())
    if meant is None:
        return Violation(span, "Text stands without quotes, which JSON wants: add them")
    message = f"JSON knows no “{word.group()}”: write {meant}"
    sure = meant in _LITERALS
    edit = Edit.replacement(span, meant)
    return Violation(span, message, _healed(document, block, f"Write {meant}", edit, sure=sure))


def _missing_comma(document: Document, block: FrontMatter, at: int) -> Violation | None:
    before = _BEFORE.search(document.text, max(block.span.start, at - 1000), at)
    if document.text[at : at + 1] not in ('"', "{", "[") or before is None:
        return None
    place = before.end("last")
    if place == at:
        message = 'A quote (") inside this text ends it too early: write it as \\"'
        return Violation(document.lines.span(document.lines.line_at(at)), message)
    if before["last"] in ":,{[":
        return None
    message = "A comma is missing at the end of what stands before this: add one"
    edit = Edit.insertion(place, ",")
    return Violation(Span(at, at + 1), message, _healed(document, block, "Add a comma", edit))


def _in_text(document: Document, block: FrontMatter, at: int) -> Violation | None:
    sign = document.text[at : at + 1]
    if sign == "\\":
        message = "This backslash means nothing to JSON: write two of them for one"
        edit = Edit.insertion(at, "\\")
        fix = _healed(document, block, "Double the backslash", edit, sure=False)
        return Violation(Span(at, at + 1), message, fix)
    if sign == "\t":
        message = "A tab stands in a text, where JSON allows none: write it as \\t"
        edit = Edit.replacement(Span(at, at + 1), "\\t")
        return Violation(Span(at, at + 1), message, _healed(document, block, "Write \\t", edit))
    if sign in ("\n", "\r"):
        line = document.lines.span(document.lines.line_at(at))
        return Violation(line, 'A text that begins on this line is not closed: add a quote (")')
    return None


def _number(document: Document, _: FrontMatter, at: int) -> Violation | None:
    if not document.text[at : at + 1].isdigit() or document.text[max(0, at - 1) : at] != "0":
        return None
    message = "A number begins with 0, which JSON refuses: remove it, or put the number in quotes"
    return Violation(Span(at - 1, at + 1), message)


_CAUSES: tuple[Callable[[Document, FrontMatter, int], Violation | None], ...] = (
    _in_text,
    _trailing_comma,
    _comment,
    _other_quotes,
    _word,
    _missing_comma,
    _number,
)
