"""The rule `missing-blank-line`."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, NamedTuple

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._places import is_inside, outermost_lists
from contentlint_rules.markup._verbatim import verbatim

Around = Literal["headings", "fences", "lists", "tables"]

_WHAT = {
    "headings": "this heading",
    "fences": "this block of code",
    "lists": "this list",
    "tables": "this table",
}
# What divides blocks as a blank line does: comments, templates, attributes, definitions, and the
# marks of containers.
_APART = pattern(r"[ \t>]*(?:<!--.*|.*-->|\{.*\}|:{2,}.*|%%.*|\[[^\]\n]*\]:.*)?")
_QUOTE_MARKS = pattern(r"(?:[ \t]{0,3}>)*")


class _Gap(NamedTuple):
    """Where a blank line is missing: before the offset ``at``. ``line`` is what is flagged."""

    at: int
    line: Span
    kind: str
    above: bool


@dataclass(frozen=True, kw_only=True)
class MissingBlankLine(Rule):
    """Blank lines stand around headings, lists, tables and blocks of code.

    Sites differ in how they read Markdown: without a blank line, some take a list, a table or a
    heading for a part of the paragraph above it, and readers see its signs in the middle of the
    text.

    The fix is safe where the page stays the same for those that read it as it was meant: it puts
    a blank line in. Inside a list it is unsafe, since a blank line there spreads the list out.
    """

    name: ClassVar = "missing-blank-line"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("strict",)
    changes: ClassVar = Part.TEXT  # and not the structure: the proof holds that it stays
    triggers: ClassVar = ("#", "=", "-", "*", "+", ". ", ") ", "```", "~~~")
    examples: ClassVar = (
        Example(
            bad="The mill:\n⟦- grinds corn⟧\n- is old\n",
            good="The mill:\n\n- grinds corn\n- is old\n",
        ),
        Example(
            bad="⟦## The mill⟧\nIt is old.\n",
            good="## The mill\n\nIt is old.\n",
        ),
        Example(
            bad="> Run:\n> ⟦```sh⟧\n> grind\n> ```\n",
            good="> Run:\n>\n> ```sh\n> grind\n> ```\n",
        ),
        Example(
            bad="- Run:\n  ⟦```sh⟧\n  grind\n  ```\n",
            good="- Run:\n\n  ```sh\n  grind\n  ```\n",
            fixed=False,
        ),
        Example(good="# The mill\n\nIt:\n\n- grinds\n  - corn\n\n| a |\n| - |\n\n```\nb\n```\n"),
        Example(good="It:\n- grinds\n- is old\n", options={"around": ("headings",)}),
        Example(good="- Run:\n  ```sh\n  grind\n  ```\n", options={"in_lists": False}),
    )

    around: Annotated[tuple[Around, ...], Help("What has to have blank lines around it.")] = (
        "headings",
        "fences",
        "lists",
        "tables",
    )
    in_lists: Annotated[bool, Help("Whether they have to stand inside lists, too.")] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield lines that touch the block next to them."""
        wanted = self._wanted(document)
        if not any(_GLANCES[kind](document) for kind in wanted):
            return
        notes = (one.span for one in document.footnotes if one.definition)
        held = sorted([*outermost_lists(document), *notes])
        left_alone = verbatim(document)
        seen: set[int] = set()
        for gap in sorted(_gaps(document, wanted), key=lambda gap: (gap.at, not gap.above)):
            meant = not self.in_lists and is_inside(held, gap.at)
            if gap.at not in seen and not meant and not is_inside(left_alone, gap.at):
                seen.add(gap.at)
                where = "above" if gap.above else "below"
                message = f"No blank line stands {where} {_WHAT[gap.kind]}: some sites join the two"
                yield Violation(gap.line, message, _fix(document, gap.at, held))

    def _wanted(self, document: Document) -> Collection[str]:
        """Return around what blank lines matter in this page."""
        del document
        return self.around


def _gaps(document: Document, wanted: Collection[str]) -> Iterator[_Gap]:
    for kind in wanted:
        for block in _BLOCKS[kind](document):
            start, end = _start(document, block), _end(document, block)
            line = document.text.rfind("\n", 0, start) + 1
            if _touches_above(document, start):
                yield _Gap(line, Span(start, _line_end(document, start)), kind, above=True)
            if _touches_below(document, end):
                first = start if kind == "headings" else _line_start(document, end)
                yield _Gap(
                    document.text.index("\n", end) + 1,
                    Span(first, _line_end(document, first)),
                    kind,
                    above=False,
                )


def _headings(document: Document) -> Iterator[Span]:
    return (heading.span for heading in document.headings)


def _fences(document: Document) -> Iterator[Span]:
    for code in document.code:
        if code.info is not None and document.text.startswith(("```", "~~~"), code.span.start):
            yield code.span


def _tables(document: Document) -> Iterator[Span]:
    return (table.span for table in document.tables)


_BLOCKS: dict[str, Callable[[Document], Iterable[Span]]] = {
    "headings": _headings,
    "fences": _fences,
    "lists": outermost_lists,
    "tables": _tables,
}


def _start(document: Document, block: Span) -> int:
    """Return where a block begins, after the blanks that indent it."""
    text = document[block]
    return block.start + len(text) - len(text.lstrip(" \t"))


def _end(document: Document, block: Span) -> int:
    """Return a place in the last line of a block, without what only divides it from the next."""
    end = block.end
    while end > block.start:
        line = document.text.rfind("\n", 0, end - 1) + 1
        if line <= block.start or not _divides(document, line, end):
            break
        end = line
    return max(block.start, end - 1)


def _line_start(document: Document, at: int) -> int:
    """Return where the text of a line begins, after blanks and the marks of a quote."""
    start = document.text.rfind("\n", 0, at) + 1
    line = document.text[start:at]
    return start + len(line) - len(line.lstrip(" \t>"))


def _line_end(document: Document, at: int) -> int:
    end = document.text.find("\n", at)
    return at + len(document.text[at : end if end >= 0 else None].rstrip())


def _touches_above(document: Document, at: int) -> bool:
    """Whether what begins a line has a line right above it that does not divide blocks."""
    text = document.text
    start = text.rfind("\n", 0, at) + 1
    if start <= document.body.start or text[start:at].strip(" \t>"):
        return False
    above = text.rfind("\n", 0, start - 1) + 1
    return not _divides(document, max(above, document.body.start), start - 1)


def _touches_below(document: Document, at: int) -> bool:
    """Whether the line below the one that holds a place does not divide blocks."""
    start = document.text.find("\n", at) + 1
    if not start:
        return False
    end = document.text.find("\n", start)
    return not _divides(document, start, end if end >= 0 else len(document.text))


def _divides(document: Document, start: int, end: int) -> bool:
    """Whether a line divides what stands above it from what stands below."""
    line = document.text[start:end].strip()
    return _APART.fullmatch(line) is not None or (
        document.suffix == ".mdx" and line.startswith("<")
    )


def _fix(document: Document, at: int, held: list[Span]) -> Fix:
    """Put in a blank line, with the marks of a quote that both lines are in."""
    above = document.text.rfind("\n", 0, at - 1) + 1
    quoted = min(_quote(document, above), _quote(document, at), key=len)
    edit = Edit.insertion(at, f"{quoted}{document.newline}")
    return (Fix.unsafe if is_inside(held, at) else Fix.safe)("Put a blank line in", edit)


def _quote(document: Document, line: int) -> str:
    marks = _QUOTE_MARKS.match(document.text, line)
    return marks[0] if marks else ""


def _heading_may_touch(document: Document) -> bool:
    return any(
        _touches_above(document, line.start) or _touches_below(document, line.end)
        for line in document.heading_lines
    )


def _fence_may_touch(document: Document) -> bool:
    return any(
        _touches_above(document, start) or _touches_below(document, end - 1)
        for start, end in document.fence_lines
    )


_ITEM = pattern(r"\n([ \t>]{0,20})([-*+]|\d{1,9}[.)])[ \t][^\n]*")
_ABOVE_ITEM = pattern(r"((?:[ \t]?>)*[ \t]?)(?:([-*+]|\d{1,9}[.)])[ \t]|[^\s<{:>])")
_BELOW_ITEM = pattern(
    r"\n {0,3}(?:#{1,6}[ \t]|```|~~~|[<>|]|([-*_])[ \t]?\1[ \t]?\1[ \t]*\r?(?:\n|\Z))"
)


def _list_may_touch(document: Document) -> bool:
    text, start = document.text, document.body.start
    for item in _ITEM.finditer(text, max(0, start - 1)):
        near = _follows_text(text, item, start) or _BELOW_ITEM.match(text, item.end())
        if near and not _in_fence(document, item.start()):
            return True
    return False


def _follows_text(text: str, item: "re.Match[str]", start: int) -> bool:
    """Whether the line above an item is text, or an item of another list."""
    line = max(start, text.rfind("\n", 0, item.start()) + 1)
    above = _ABOVE_ITEM.match(text, line, max(line, item.start()))
    if above is None or len(item[1]) > len(above[1]) + 3:
        return False
    if above[2] is None:
        return True
    # A number goes on a numbered list, and a bullet only one of its own kind.
    other = above[2][-1] != item[2][-1]
    return other and len(item[1]) <= len(above[1]) + 1


def _in_fence(document: Document, at: int) -> bool:
    last = bisect_right(document.fence_lines, (at,)) - 1
    return last >= 0 and at < document.fence_lines[last][1]


_UNDER_HEAD = pattern(
    r"\n[ \t>]{0,20}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*(?=\r?\n)"
)


def _table_may_touch(document: Document) -> bool:
    """Whether the line above the first row of a table, or the one below its last, is no blank."""
    text = document.text
    for match in _UNDER_HEAD.finditer(text, document.body.start) if "|" in text else ():
        head = _line_start(document, match.start())
        if "|" in text[head : match.end()] and (
            _touches_above(document, head) or _touches_below(document, _last_row(text, match.end()))
        ):
            return True
    return False


def _last_row(text: str, at: int) -> int:
    """Return a place in the last of the lines from one on that hold a “|”."""
    while True:
        start = text.find("\n", at) + 1
        end = text.find("\n", start) if start else -1
        if not start or "|" not in text[start : end if end >= 0 else len(text)]:
            return at
        at = start


_GLANCES: dict[str, Callable[[Document], bool]] = {
    "headings": _heading_may_touch,
    "fences": _fence_may_touch,
    "lists": _list_may_touch,
    "tables": _table_may_touch,
}
