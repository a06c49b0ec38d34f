"""The rule `swallowed-item`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._parsers import lists_need_blank


class SwallowedItem(Rule):
    """Every line that was meant as an item of a list is one.

    Text goes on in the next line, so “2. Water” right below a sentence is part of that sentence:
    only a list that begins with “1.” or a bullet may do without a blank line, and not on every
    site. “-Water” and “2.Water”, without a blank after the mark, are never an item. Readers see all
    of it in one paragraph.

    The fix puts in the blank line, or the blank. It is safe where other lines of the same list tell
    that it is one, or a colon does; lines that begin with hyphens may also be spoken words.
    """

    name: ClassVar = "swallowed-item"
    family: ClassVar = "markup"
    changes: ClassVar = Part.STRUCTURE | Part.TEXT
    examples: ClassVar = (
        Example(
            bad="You still need:\n⟦2.⟧ Water\n3. Corn\n",
            good="You still need:\n\n2. Water\n3. Corn\n",
        ),
        Example(
            bad="1. Stone\n⟦2.⟧Water\n3. Corn\n",
            good="1. Stone\n2. Water\n3. Corn\n",
        ),
        Example(bad="- Stone\n⟦-⟧Water\n- Corn\n", good="- Stone\n- Water\n- Corn\n"),
        Example(good="The mill was built in\n1820. It burnt down in\n1821. So it goes.\n"),
        Example(good="You need:\n1. Stone\n2. Water\n\nIt takes\n-5 degrees.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the mark of each line that is part of the text above it."""
        if _may_swallow(document.text):
            for block in document.blocks:
                if block.kind in {"paragraph", "item"} and "\n" in document[block.span]:
                    yield from _found(document, block.span)
        if lists_need_blank(document) and _may_be_glued(document.text):
            yield from _glued_lists(document)


# A number of three digits at the start of a line is a year, a page or an amount.
_MARK = pattern(r"\n([ \t>]{0,40})(?:\d{1,2}[.)](?:[ \t]|[^\W\d_]{2})|[-+*][^\W\d_]{2})")


def _may_swallow(text: str) -> bool:
    """Whether a glance leaves it open that a line with a mark is part of the text above it."""
    return any(_is_suspicious(text, found) for found in _MARK.finditer(text))


def _is_suspicious(text: str, found: "re.Match[str]") -> bool:
    """Whether a line with a mark may be no item: by what is below “*”, or above a number."""
    if found[0][-1] in " \t":
        return _follows_text(text, found)
    if found[0][-3] != "*":
        return True
    end = text.find("\n", found.end())
    return text.find("*", found.end(), end if end >= 0 else len(text)) < 0


_ABOVE = pattern(
    r"([ \t>]{0,40})(?:(?P<item>\d{1,9}[.)][ \t]|[-+*][ \t])|(?P<other>[#|:=`~<{]|\r?\n|\Z))?"
)


_FIRST = frozenset({"1.", "1)"})  # They begin a list below any text.


def _follows_text(text: str, found: "re.Match[str]") -> bool:
    """Whether the line above a number may be running text that the number would be part of."""
    at = found.start()
    above = _ABOVE.match(text, text.rfind("\n", 0, at) + 1)
    if above is None or above["other"] is not None:
        return False
    depth = len(found[1])
    if found[0].strip(" \t\n>") in _FIRST and "\t" not in found[1]:
        return False
    return depth > len(above[1]) if above["item"] else depth >= len(above[1])


class _Line(NamedTuple):
    """A line of a block that begins with a mark; ``number`` is None for a bullet."""

    mark: Span
    prefix: str
    number: int | None
    sign: str
    bare: bool


_LINE = pattern(
    r"(?:(?<=\n)|\A)([ \t>]*)(?:(?P<number>\d{1,2})(?P<sign>[.)])|(?P<bullet>[-+*]))"
    r"(?:(?P<bare>(?=[^\W\d_]{2}))|[ \t]+(?=\S))"
)
_APART = pattern(r"[ \t>]*(?:===|!!!|\?\?\?|:::|///)")


def _found(document: Document, block: Span) -> Iterator[Violation]:
    text = document[block]
    if _APART.match(text):
        return
    lines = [line for line in _marked(document, block) if not document.is_opaque(line.mark)]
    for run in _in_order([line for line in lines if line.number is not None]):
        sure = len(run) > 1 or _in_chain(document.text, run[0])
        if sure or (run[0].mark.start > block.start and _colon(document, run[0])):
            yield _numbers(document, block, run, sure=sure)
    for run in _adjacent(document, [line for line in lines if line.number is None and line.bare]):
        near = _is_beside_items(document, run)
        if near or len(run) > 1:
            yield _bullets(document, run, sure=near or _colon(document, run[0]))


def _marked(document: Document, block: Span) -> Iterator[_Line]:
    """Yield the lines of a block that begin with a mark; not one that an item begins with."""
    for found in _LINE.finditer(document[block]):
        start = block.start + found.end(1)
        end = block.start + max(found.end("sign"), found.end("bullet"))
        before = document.text[document.text.rfind("\n", 0, start) + 1 : start]
        if before.strip(" \t>"):
            continue
        number = int(found["number"]) if found["number"] else None
        bare = found["bare"] is not None
        yield _Line(Span(start, end), before, number, found["sign"] or found["bullet"], bare)


def _in_order(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield runs of lines whose numbers count on by one."""
    run: list[_Line] = []
    for line in lines:
        if run and (line.number, line.sign) != ((run[-1].number or 0) + 1, run[-1].sign):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _colon(document: Document, line: _Line) -> bool:
    """Whether the text above a line ends with a colon."""
    end = line.mark.start - len(line.prefix)
    return document.text[max(0, end - 50) : end].rstrip(" \t>\r\n").endswith((":", "："))


_NEAR = 2000
_ANY_NUMBER = pattern(r"(?:\n|\A)[ \t>]{0,40}(\d{1,2})[.)]")


def _in_chain(text: str, line: _Line) -> bool:
    """Whether the numbered lines before and after this one are its neighbours in a list."""
    number = line.number or 0
    before = [*_ANY_NUMBER.finditer(text, max(0, line.mark.start - _NEAR), line.mark.start)]
    before = [one for one in before if one.end(1) < line.mark.start]
    after = _ANY_NUMBER.search(text, line.mark.end, line.mark.end + _NEAR)
    return (
        bool(before)
        and after is not None
        and int(before[-1][1]) == number - 1
        and int(after[1]) == number + 1
        and "\n#" not in text[before[-1].end() : after.start()]
    )


def _numbers(document: Document, block: Span, run: Sequence[_Line], *, sure: bool) -> Violation:
    first = run[0]
    edits = [Edit.insertion(line.mark.end, " ") for line in run if line.bare]
    inside = first.mark.start - len(first.prefix) > block.start
    message = _said(document, first)
    level = Severity.ERROR if sure else Severity.WARNING
    if inside and not _continues(document, first):
        if _CODE.search(first.prefix):
            return Violation(first.mark, f"{message}, and not to be indented", None, level)
        edits.append(_blank_line(document, first))
    if not edits:  # It is indented more than the item before it: who knows which is wrong?
        return Violation(first.mark, message, None, level)
    make = Fix.safe if sure else Fix.unsafe
    return Violation(first.mark, message, make(_title(first), *edits), level)


_CODE = pattern(r"\t| {4}")  # After a blank line, what is indented so far is code.


def _continues(document: Document, line: _Line) -> bool:
    """Whether the line above the mark's is the item before it."""
    above = document.lines.line_at(line.mark.start) - 1
    start = document[document.lines.span(above)].strip(" \t>") if above else ""
    return start.startswith(f"{(line.number or 0) - 1}{line.sign}")


def _blank_line(document: Document, line: _Line) -> Edit:
    start = line.mark.start - len(line.prefix)
    return Edit.insertion(start, f"{line.prefix.rstrip()}{document.newline}")


def _adjacent(document: Document, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield runs of lines with the same mark, each right below the one before."""
    run: list[_Line] = []
    for line in lines:
        if run and not (_is_below(document, line, run[-1]) and line.sign == run[-1].sign):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_below(document: Document, line: _Line, other: _Line) -> bool:
    at = document.lines.line_at
    return at(line.mark.start) == at(other.mark.start) + 1


def _is_beside_items(document: Document, run: Sequence[_Line]) -> bool:
    """Whether the line above or below is an item with the same mark at the same depth."""
    first, last = run[0], run[-1]
    number = document.lines.line_at(first.mark.start)
    beside = (number - 1, document.lines.line_at(last.mark.start) + 1)
    start = f"{first.prefix}{first.sign} "
    return any(
        document[document.lines.span(at)].startswith(start)
        for at in beside
        if 0 < at <= len(document.lines)
    )


def _bullets(document: Document, run: Sequence[_Line], *, sure: bool) -> Violation:
    first = run[0]
    edits = [Edit.insertion(line.mark.end, " ") for line in run]
    make = Fix.safe if sure else Fix.unsafe
    level = Severity.ERROR if sure else Severity.WARNING
    return Violation(first.mark, _said(document, first), make(_title(first), *edits), level)


def _title(line: _Line) -> str:
    return "Put a blank in" if line.bare else "Put a blank line in"


def _said(document: Document, line: _Line) -> str:
    mark = document[line.mark]
    if line.bare:
        return f"Without a blank after “{mark}” this is no item of a list: it shows as running text"
    return (
        f"This item is part of the text above it, since a list that begins with “{mark}” needs a "
        "blank line before it"
    )


_ITEM = pattern(r"\n([ \t>]{0,400})([-*+]|\d{1,9}[.)])(?=[ \t\r\n]|\Z)")
_ABOVE_ITEM = pattern(r"([ \t>]{0,400})([-*+]|\d{1,9}[.)])[ \t]+")


def _may_be_glued(text: str) -> bool:
    """Whether a glance leaves it open that a list begins right below a line of text."""
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return True
    return any(_begins_below(text, item) for item in _ITEM.finditer(text))


def _begins_below(text: str, item: "re.Match[str]") -> bool:
    """Whether the line above an item is neither blank nor, plainly, the item before or round it."""
    start = text.rfind("\n", 0, item.start()) + 1
    if not text[start : item.start()].strip(" \t>\r"):
        return False
    above = _ABOVE_ITEM.match(text, start, item.start())
    if above is None or ">" in above[1] or ">" in item[1]:
        return True
    same = item[1] == above[1] and item[2][-1] == above[2][-1]
    return not (same or ("\t" not in above[0] + item[1] and len(item[1]) >= len(above[0])))


def _glued_lists(document: Document) -> Iterator[Violation]:
    """Tell of lists right below a line of text, where the parser takes them for text."""
    ends = {one.span.end for one in document.blocks if one.kind == "paragraph"}
    inside = -1
    for one in sorted(document.lists):
        if one.span.start < inside:
            continue
        inside = one.span.end
        number = document.lines.line_at(one.span.start)
        above = document.lines.span(max(number - 1, 1))
        if number > 1 and above.start + len(document[above].rstrip()) in ends:
            line = document.lines.span(number)
            mark = document[line].lstrip(" \t>").partition(" ")[0]
            at = line.start + document[line].index(mark)
            prefix = document[Span(line.start, at)]
            edit = Edit.insertion(line.start, f"{prefix.rstrip()}{document.newline}")
            message = "Without a blank line above it this list is part of the text"
            yield Violation(Span(at, at + len(mark)), message, Fix.safe("Put it in", edit))
