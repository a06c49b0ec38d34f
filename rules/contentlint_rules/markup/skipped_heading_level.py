"""The rule `skipped-heading-level`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from contentlint import Document, Example, HeadingLine, Rule, Severity, Span, Violation
from contentlint_rules.markup._headings import confirmed, is_quoted, may_hold_heading, place


class SkippedHeadingLevel(Rule):
    """Headings go down one level at a time.

    Many readers move through a page by its headings, and everybody sees its table of contents: a
    heading two levels below the one before it looks as if a part of the page were missing. Going
    up, any number of levels is fine, and the first heading may have any level, since a layout
    often puts the title above it.

    There is no fix: whether the heading is too deep or one above it is missing, only the author
    knows.
    """

    name: ClassVar = "skipped-heading-level"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("###",)
    examples: ClassVar = (
        Example(
            bad="# The mill\n\n### ⟦Opening hours⟧\n\nDaily.\n",
            good="# The mill\n\n## Opening hours\n\nDaily.\n",
            fixed=False,
        ),
        Example(good="### First\n\n## Second\n\n### Third\n\n#### Fourth\n\n# Fifth\n"),
        Example(good="# The mill\n\n<h2>Work</h2>\n\n### Sails\n\n> ##### Quoted\n\n#### Cloth\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield headings that are more than one level below the one before."""
        own = [line for line in document.heading_lines if not is_quoted(document, line.start)]
        if not any(_skips(*pair) for pair in pairwise(own)):
            return
        for above, line in pairwise(confirmed(document, own)):
            if _skips(above, line) and not may_hold_heading(document, Span(above.end, line.start)):
                message = (
                    f"After a heading of level {above.level} comes one of level {line.level}: "
                    f"level {above.level + 1} is left out"
                )
                yield Violation(place(document, line), message)


def _skips(above: HeadingLine, line: HeadingLine) -> bool:
    return line.level > above.level + 1
