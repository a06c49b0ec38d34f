"""The rule `duplicate-heading`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, HeadingLine, Help, Rule, Severity, Violation, pattern
from contentlint_rules.markup._headings import confirmed, is_quoted, place
from contentlint_rules.markup._labels import folded

_UNSEEN = pattern(r"<!--[^\n]{0,300}?-->|</?a\b[^<>\n]{0,300}>")


@dataclass(frozen=True, kw_only=True)
class DuplicateHeading(Rule):
    """No two headings in one part of a page have the same words.

    A link to a heading is made of its words, so that a link to the second one leads to the first,
    and readers of the table of contents cannot tell the two apart. Under different headings the
    same words may come again, as “Added” does in a list of changes.

    There is no fix: only the author knows how the two differ.
    """

    name: ClassVar = "duplicate-heading"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("#", "=", "-")
    examples: ClassVar = (
        Example(
            bad="## Hours\n\nDaily.\n\n## ⟦Hours⟧\n\nNot on Mondays.\n",
            good="## Hours in summer\n\nDaily.\n\n## Hours in winter\n\nNot on Mondays.\n",
            fixed=False,
        ),
        Example(
            bad="## Hours\n\n### Summer\n\n## Prices\n\n### ⟦Summer⟧\n",
            options={"everywhere": True},
        ),
        Example(good="## 1.1\n\n### Added\n\nA mill.\n\n## 1.0\n\n### Added\n\nA dam.\n"),
    )

    everywhere: Annotated[
        bool, Help("Whether the same words may not come again under another heading either.")
    ] = False

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield headings whose words stood in one before."""
        if not _repeated(document.heading_lines, everywhere=self.everywhere):
            return
        lines = confirmed(document, document.heading_lines)
        own = [line for line in lines if not is_quoted(document, line.start)]
        for first, line in _repeated(own, everywhere=self.everywhere):
            span = place(document, line)
            if not any(one.overlaps(span) for one in document.templates):
                number = document.lines.line_at(first.start)
                message = f"Line {number} has the same heading: links to this one lead there"
                yield Violation(span, message)


def _repeated(
    lines: Sequence[HeadingLine], *, everywhere: bool
) -> list[tuple[HeadingLine, HeadingLine]]:
    """Return headings with the words of one before, and that one before each."""
    found = []
    seen: list[dict[str, HeadingLine]] = [{} for _ in range(_LEVELS)]
    for line in lines:
        level = 0 if everywhere else line.level
        for deeper in seen[level + 1 :]:
            deeper.clear()
        words = _UNSEEN.sub("", line.words) if "<" in line.words else line.words
        first = seen[level].setdefault(folded(words), line)
        if first is not line and words:
            found.append((first, line))
    return found


_LEVELS = 7
