"""The rule `heading-blank`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern

_GLUED = pattern(r"^ {0,3}(#{1,6})(?=[^\s#!\\])([^\r\n]{1,300})", re.MULTILINE)
_MAYBE = pattern(r"\n {0,3}#{1,6}[^\s#!\\]")  # no “^”, so that line breaks are found at once
_TAGS = pattern(r"#?[\w/-]{1,60}(?:[ ,]+#[\w/-]{1,60})*[ \t]*$|\d+\b")


@dataclass(frozen=True, kw_only=True)
class HeadingBlank(Rule):
    """Every heading has a blank after its “#”.

    “##Opening hours” is no heading: readers see the signs, and the table of contents lacks it.
    Words that begin with one “#” are tags or numbers of tickets, and are left alone.

    The fix is safe for two signs or more, since nothing else begins so: it puts the blank in.
    """

    name: ClassVar = "heading-blank"
    family: ClassVar = "markup"
    changes: ClassVar = Part.STRUCTURE | Part.TEXT
    triggers: ClassVar = ("#",)
    examples: ClassVar = (
        Example(bad="⟦##⟧Opening hours\n\nDaily.\n", good="## Opening hours\n\nDaily.\n"),
        Example(bad="⟦###⟧**The mill**\n", good="### **The mill**\n"),
        Example(
            bad="Text\n\n⟦#⟧The history of the mill\n\nIt is old.\n",
            good="Text\n\n# The history of the mill\n\nIt is old.\n",
            fixed=False,
            why="One sign may also begin a tag.",
        ),
        Example(good="#mill #river\n\n#12 is done.\n\n#!shebang\n\n\\##not\n\n## A\n"),
        Example(good="```c\n##define\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the signs of lines that were meant as headings."""
        if not (_MAYBE.search(document.text) or _GLUED.match(document.text, document.body.start)):
            return
        for match in _GLUED.finditer(document.text, document.body.start):
            span = Span(*match.span(1))
            if _is_tag(match) or document.is_opaque(span) or not _starts_block(document, span):
                continue
            message = (
                f"Without a blank after “{match[1]}” this is no heading: readers see the signs"
            )
            made = Fix.safe if len(match[1]) > 1 else Fix.unsafe
            fix = made("Put a blank in", Edit.insertion(span.end, " "))
            level = Severity.ERROR if len(match[1]) > 1 else Severity.WARNING
            yield Violation(span, message, fix, level)


def _is_tag(match: "re.Match[str]") -> bool:
    """Whether one “#” begins a tag, several tags, or a number."""
    return len(match[1]) == 1 and (
        _TAGS.match(match[2]) is not None or not match[2][0].isalpha() or " " not in match[2]
    )


def _starts_block(document: Document, span: Span) -> bool:
    """Whether a paragraph begins there, so that nothing but the blank is missing."""
    return any(
        block.kind == "paragraph" and block.span.start == span.start for block in document.blocks
    )
