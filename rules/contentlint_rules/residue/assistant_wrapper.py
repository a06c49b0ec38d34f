"""The rule `assistant-wrapper`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

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
from contentlint_rules.residue import frames, spacing
from contentlint_rules.residue.code import CodeMap, language
from contentlint_rules.residue.kinds import known

if TYPE_CHECKING:
    from contentlint import Code

_NAMES = [frame.name for frame in frames.FRAMES]
_MARKDOWN = ("```md", "```mark", "``` m", "~~~md", "~~~mark", "~~~ m")
"""Fences that a whole answer stands in."""


@dataclass(frozen=True, kw_only=True)
class AssistantWrapper(Rule):
    """Nothing of the window or file that an answer was copied from stands round it.

    A chat puts an answer into a frame: a logo, buttons such as “Export to Sheets” and “Copy code”,
    “ChatGPT said:”, “:::writing{…}”, or a block of code round the whole page, which then shows as
    source text. Readers see what only the window needed.

    The fix is safe where a line says nothing to readers, and where all of the page stands in one
    block of code. Notes made before the answer and a last line of “```” are only taken out by
    an unsafe fix. What may be meant, or has lost its other half, is reported.
    """

    name: ClassVar = "assistant-wrapper"
    family: ClassVar = "residue"
    triggers: ClassVar = (*frames.TRIGGERS, *_MARKDOWN)
    changes: ClassVar = (
        Part.TEXT | Part.LINKS | Part.EMPHASIS | Part.CODE | Part.HTML | Part.STRUCTURE
    )
    examples: ClassVar = (
        Example(
            bad='⟦:::writing{variant="document" id="84571"}⟧\n# The mill\n\nIt is old.\n⟦:::⟧\n',
            good="# The mill\n\nIt is old.\n",
        ),
        Example(
            bad="⟦:::écriture{variante=“document” id=“84571”}⟧\n\nIt is old.\n",
            good="It is old.\n",
            fixed=False,
            why="Where the other half is missing, more may be.",
        ),
        Example(
            bad="⟦```markdown⟧\n# The mill\n\nIt is **old**.\n```\n",
            good="# The mill\n\nIt is **old**.\n",
        ),
        Example(
            bad='⟦<img src="https://r2cdn.perplexity.ai/pplx-full-logo-dark.png"/>⟧\n\n# Mills\n\n'
            'Old.[^1_1]\n\n⟦<span style="display:none">[^1_2][^1_3]</span>⟧\n\n'
            '⟦<div align="center">⁂</div>⟧\n\n[^1_1]: https://mill.test/\n',
            good="# Mills\n\nOld.[^1_1]\n\n[^1_1]: https://mill.test/\n",
        ),
        Example(
            bad="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n\n⟦Export to Sheets⟧\n\nOld.\n",
            good="| Mill | Year |\n| --- | --- |\n| West | 1820 |\n\nOld.\n",
        ),
        Example(
            bad="Start the mill:\n\n⟦bash\nCopy code⟧\ncd mill\n",
            good="Start the mill:\n\n```bash\ncd mill\n```\n",
            fixed=False,
            why="Where the code ends, only its author knows.",
        ),
        Example(
            bad="⟦You said:⟧\n\nHow old?\n\n⟦ChatGPT said:⟧\n\nVery old.\n",
            good="Very old.\n",
            fixed=False,
        ),
        Example(
            bad="⟦<think>⟧\nA mill, then.\n⟦</think>⟧\n\nThe mill is old.\n",
            good="The mill is old.\n",
            fixed=False,
        ),
        Example(bad="The mill is old.\n\n⟦```⟧\n", good="The mill is old.\n", fixed=False),
        Example(
            good=':::tip{title="variant"}\nGo early.\n:::\n\nPress **Export to Sheets**.\n',
            why="A box of the site's own, and the name of a button.",
        ),
        Example(good="A link:\n\n```markdown\n[a](b)\n```\n", why="A page about Markdown."),
        Example(good="```html\n<think>\n</think>\n```\n", why="Shown as code."),
    )

    allow: Annotated[
        tuple[str, ...],
        Help(
            "Frames that are kept on purpose, by kind.",
            {"type": "array", "items": {"enum": _NAMES}, "uniqueItems": True},
        ),
    ] = ()

    def __post_init__(self) -> None:
        known(self.allow, _NAMES, "frame")

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield lines of frames, and blocks of code that are one."""
        yield from _whole(document)
        yield from _last(document)
        yield from self._lines(document)

    def glance(self, text: str) -> bool:
        """Whether a page ends with a fence that closes nothing."""
        end = text[-200:].rstrip()
        if not end.endswith(("```", "~~~")):
            return False
        return (text.count("\n" + end[-3:]) + text.startswith(end[-3:])) % 2 == 1

    def _lines(self, document: Document) -> Iterator[Violation]:
        found = [one for one in frames.lines(document.text) if one.frame.name not in self.allow]
        shown = _shown(document, found) if found else []
        names = {one.frame.name for one in shown}
        for line in shown:
            if not line.frame.together or line.frame.together in names:
                yield from _framed(document, line)


def _shown(document: Document, found: list[frames.Line]) -> list[frames.Line]:
    """Return the lines that are not in code, nor in anything else that is no running text."""
    code = CodeMap(document)
    return [
        one
        for one in found
        if one.span.start >= document.body.start
        and not (code.holds(one.span) if one.frame.markup else document.is_opaque(one.span))
    ]


def _framed(document: Document, line: frames.Line) -> Iterator[Violation]:
    """Yield a line, and the one that belongs to it: both have the same fix."""
    spans = (line.span, line.end) if line.end else (line.span,)
    fix = _thoughtless(document, line) or _removal(document, line, spans)
    level = Severity.ERROR if line.frame.needless else Severity.WARNING
    for span in spans:
        yield Violation(span, line.frame.said, fix, level)


def _removal(document: Document, line: frames.Line, spans: tuple[Span, ...]) -> Fix | None:
    text = document.text
    alone = line.frame.closes and not line.end
    if not line.frame.needless or alone or not _follows(text, line):
        return None
    removals = [spacing.line_removal(text, span.start, _lines(document, span)) for span in spans]
    edits = [one.edit for one in removals if one and one.certain]
    title = "Remove the lines" if line.end else "Remove the line"
    return Fix.safe(title, *edits) if len(edits) == len(spans) else None


_NEAR = 5_000
"""How far back the last line before a frame may begin, in code points."""


def _follows(text: str, line: frames.Line) -> bool:
    """Whether a line stands where it must for it to be needless."""
    near = text[max(0, line.span.start - _NEAR) : line.span.start]
    return near.rstrip().rpartition("\n")[2].lstrip().startswith(line.frame.after)


def _lines(document: Document, span: Span) -> Span:
    """Return the whole lines that a span stands in."""
    lines = document.lines
    return Span(
        lines.span(lines.line_at(span.start)).start, lines.span(lines.line_at(span.end)).end
    )


_END_OF_THOUGHTS = pattern(r"</think(?:ing)?>\s{0,100}")


def _thoughtless(document: Document, line: frames.Line) -> Fix | None:
    """Return how to take out notes that the page begins with."""
    start = document.body.start
    if line.frame.name != "thoughts" or document.text[start : line.span.start].strip():
        return None
    end = _END_OF_THOUGHTS.search(document.text, line.span.end)
    return Fix.unsafe("Remove the notes", Edit.deletion(Span(start, end.end()))) if end else None


_FENCE = pattern(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)


_BEGINS = pattern(r"\s{0,200}(?:`{3,}|~{3,})[ \t]{0,9}(?:markdown|md)[ \t]*\r?\n")


def _whole(document: Document) -> Iterator[Violation]:
    """Yield the fence that all of the page stands in."""
    if not _BEGINS.match(document.text, document.body.start):
        return
    code = next((one for one in document.code if one.info is not None), None)
    if code is None or language(code) not in {"markdown", "md"} or not code.closed:
        return
    text = document.text
    before, after = text[document.body.start : code.span.start], text[code.span.end :]
    if before.strip() or after.strip() or not text[code.content.start : code.content.end].strip():
        return
    made = Fix.unsafe if _FENCE.search(text, code.content.start, code.content.end) else Fix.safe
    message = "The whole page stands in a block of code, so that readers see its source text"
    opening = document.lines.span(document.lines.line_at(code.span.start))
    flagged = Span(code.span.start, opening.start + len(text[opening.start : opening.end].rstrip()))
    yield Violation(flagged, message, made("Take the page out", *_fences(document, code)))


def _fences(document: Document, code: "Code") -> tuple[Edit, Edit]:
    return (
        Edit.deletion(Span(document.body.start, code.content.start)),
        Edit.deletion(Span(code.content.end, len(document.text))),
    )


def _last(document: Document) -> Iterator[Violation]:
    """Yield a fence that nothing stands behind."""
    text = document.text
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    if not text[start:end].startswith(("```", "~~~")) or text[start:end].strip("`~"):
        return
    if len(_FENCE.findall(text)) % 2 == 0 and start > 0:
        return  # most likely it closes one; the parser need not be asked
    if any(one.closed and one.span.end >= end for one in document.code):
        return
    message = "This opens a block of code with nothing in it: readers see an empty box"
    removal = spacing.line_removal(text, start, Span(start, end))
    fix = removal and Fix.unsafe("Remove the line", removal.edit)
    yield Violation(Span(start, end), message, fix, Severity.WARNING)
