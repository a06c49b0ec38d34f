"""The rule `unclosed-fence`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint import (
    Code,
    Document,
    Edit,
    Example,
    Fix,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._fences import Fence, fences


class UnclosedFence(Rule):
    """Every block of code ends where its author meant it to end.

    A block that begins with “```” and has no line of its own with at least as many of the same
    sign goes on to the end of the page: all that follows shows as source text, headings and links
    included. A line that has words behind its signs ends nothing, so that the text below it shows
    as code. In an item of a list, a line that is indented less than the item ends the item and
    cuts the block: its rest shows as text.

    Where headings follow it is an error; a last block of code may do no harm yet. Where the next
    line of signs has too few of them, or the wrong ones, the fix writes the right ones; where a
    list cuts the block, it indents the lines. Both are unsafe: the author knows where code ends.
    """

    name: ClassVar = "unclosed-fence"
    family: ClassVar = "markup"
    triggers: ClassVar = ("```", "~~~")
    yields_to: ClassVar = ("assistant-wrapper",)
    examples: ClassVar = (
        Example(
            bad="Start it:\n\n⟦```sh⟧\ngrind --fine\n\nThen wait.\n",
            good="Start it:\n\n```sh\ngrind --fine\n```\n\nThen wait.\n",
            fixed=False,
        ),
        Example(
            bad="⟦````md⟧\na\n```\n\nThen wait.\n",
            good="````md\na\n````\n\nThen wait.\n",
            fixed=False,
            why="The line that ends it needs as many signs as the one that begins it: unsafe.",
        ),
        Example(
            bad="```sh\ngrind --fine\n⟦```sh⟧\n\nThen wait.\n\n```sh\nstop\n```\n",
            good="```sh\ngrind --fine\n```\n\nThen wait.\n\n```sh\nstop\n```\n",
            fixed=False,
        ),
        Example(
            bad="1. Start it:\n\n   ⟦```sh⟧\n   grind --fine\n```\n\n2. Wait.\n",
            good="1. Start it:\n\n   ```sh\n   grind --fine\n   ```\n\n2. Wait.\n",
            fixed=False,
            why="The line that ends it is not indented, so it ends the item first: unsafe.",
        ),
        Example(good="- a\n\n  ```\n  b\n  ```\n\n~~~\nc\n~~~\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the line that begins a block without an end, is no end, or is cut off."""
        lines = list(fences(document.text))
        if document.suffix == ".mdx":
            # What is indented by its element is no code there, and ends no item.
            lines = [line._replace(before="") for line in lines]
        if _may_be_odd(document.text, lines):
            yield from _found(document, lines)


def _may_be_odd(text: str, lines: Sequence[Fence]) -> bool:
    """Whether a glance leaves it open that a block does not end where it should."""
    opened: Fence | None = None
    for line in lines:
        if opened is None:
            opened = line
        elif line.closes(opened):
            if _is_cut(text, opened, line):
                return True
            opened = None
        elif _begins_another(opened, line):
            return True
    return opened is not None


# What shows Markdown, or nothing in particular, may hold lines of signs.
_SHOWS = frozenset({"", "markdown", "md", "mdx", "mdoc", "rmd", "qmd", "text", "txt", "plain"})
_LANGUAGE = pattern(r"[A-Za-z][\w+#-]{0,30}[ \t]*(?:\Z|[{\[:,\"]|[\w-]{1,30}=)")


def _begins_another(opened: Fence, line: Fence) -> bool:
    """Whether a line in a block looks as if another block began there."""
    if line.signs != opened.signs or line.before != opened.before:
        return False
    shows = opened.info.split(maxsplit=1)[0].lower() if opened.info else ""
    return shows not in _SHOWS and _LANGUAGE.match(line.info) is not None


def _is_cut(text: str, opened: Fence, end: Fence) -> bool:
    """Whether a line is indented less than the block that it is in, which may be an item's."""
    depth = len(opened.before)
    return depth > 1 and (
        len(end.before) < depth or _outside(depth).search(text, opened.end, end.start) is not None
    )


def _outside(depth: int) -> "re.Pattern[str]":
    """What matches the beginning of a line that is indented less."""
    return re.compile(rf"\n[ \t>]{{0,{depth - 1}}}(?=[^ \t>\r\n])")


def _found(document: Document, lines: Sequence[Fence]) -> Iterator[Violation]:
    blocks = {code.span.start: code for code in document.code if code.info is not None}
    told: set[int] = set()
    for line, end in _pairs(lines):
        if end.start in blocks and _is_cut(document.text, line, end):
            told |= {line.start, end.start}
            yield _cut(document, line, end)
    for at, line in enumerate(lines):
        code = blocks.get(line.start)
        if code is None or line.start in told:
            continue
        rest = lines[at + 1 :]
        if code.closed:
            yield from _words(document, line, code, rest)
        else:
            after = rest[0] if rest and _is_meant(line, rest) else None
            told.update({after.start} if after else ())
            yield _endless(document, line, code, after)


def _pairs(lines: Sequence[Fence]) -> Iterator[tuple[Fence, Fence]]:
    """Yield the lines that begin and end blocks, whatever they are indented by."""
    opened: Fence | None = None
    for line in lines:
        if opened is None:
            opened = line
        elif line.closes(opened):
            yield opened, line
            opened = None


def _is_meant(line: Fence, rest: Sequence[Fence]) -> bool:
    """Whether the next line of signs was meant to end a block, and cannot."""
    after = rest[0]
    slip = len(rest) == 1 and after.signs == line.signs and len(after.info) == 1
    return not after.info or slip


def _words(
    document: Document, line: Fence, code: Code, rest: Sequence[Fence]
) -> Iterator[Violation]:
    """Tell of the first line in a block that looks as if it should end it, or begin another."""
    for other in rest:
        if other.start >= code.span.end or other.closes(line):
            return
        apart = document.text[line.end : other.start].strip()
        if apart and _begins_another(line, other):
            message = (
                f"This line does not end the block of code that begins in line "
                f"{document.position(line.start).line}, as words follow its signs: what follows "
                f"shows as code; if it begins a block, a line “{line.signs}” is missing above it"
            )
            yield Violation(Span(other.start, other.end), message)
            return


def _cut(document: Document, line: Fence, end: Fence) -> Violation:
    message = (
        f"This block of code is cut off where a line is indented less than it, as that ends the "
        f"item of the list: indent all of it, and the line “{end.signs}” too"
    )
    return Violation(Span(line.start, line.end), message, _indented(document, line, end))


_INDENT = pattern(r"\n([ \t]*)(?=[^ \t\r\n])")


def _indented(document: Document, line: Fence, end: Fence) -> Fix | None:
    """Return the fix that moves a block as far in as its first line is."""
    depth = len(line.before)
    if line.before.strip() or "\t" in line.before:
        return None
    stop = end.start - len(end.before)
    found = list(_INDENT.finditer(document.text, line.end, stop))
    missing = depth - min((len(one[1]) for one in found), default=depth)
    blanks = [(one.end(), missing) for one in found] if missing > 0 else []
    blanks.append((end.start, max(depth - len(end.before), 0)))
    edits = [Edit.insertion(at, " " * count) for at, count in blanks if count]
    return Fix.unsafe("Indent the block of code", *edits) if edits else None


def _endless(document: Document, line: Fence, code: Code, after: Fence | None) -> Violation:
    span = Span(line.start, line.end)
    fix = None
    message = "This block of code never ends, so that all below it shows as code"
    if any(span.start in it.span for one in document.lists for it in one.items):
        message = "This block of code never ends, so that all of the item below it shows as code"
    if after:
        number = document.position(after.start).line
        message += f": line {number} has {_fault(line, after)}"
        edit = Edit.replacement(Span(after.start, after.end), line.signs)
        fix = Fix.unsafe(f"Write “{line.signs}” there", edit)
    else:
        message += f": put a line “{line.signs}” where it ends"
    goes_on = any(one.span.start >= code.span.end for one in document.headings)
    level = Severity.ERROR if goes_on else Severity.WARNING
    return Violation(span, message, fix, level)


def _fault(line: Fence, after: Fence) -> str:
    if after.info:
        return f"“{after.info}” behind its signs"
    wrong = "too few signs" if after.signs[0] == line.signs[0] else "other signs"
    return f"{wrong}, “{after.signs}” for “{line.signs}”"
