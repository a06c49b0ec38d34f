"""The rule `empty-heading`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.markup._headings import confirmed, place

# What shows no words: marks of emphasis, anchors, images that nothing describes.
_WORDLESS = pattern(
    r"(?:[\s*_~]|&nbsp;|!\[[ \t]{0,9}\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])"
    r"|<a\s[^<>\n]{1,300}>|</a>|\{#[\w:.-]{1,100}\})*"
)
# Signs with nothing after them, or with something that may show no words.
_MAYBE = pattern(r"#[ \t]*(?:[\r\n*_~!<&{]|\Z)")


class EmptyHeading(Rule):
    """Every heading has words.

    A heading without words leaves a gap in the page and a blank line in its table of contents, and
    a screen reader announces a heading and then says nothing. An image counts as words if its
    brackets describe it.

    There is no fix: the words may be missing, or the signs may be too many.
    """

    name: ClassVar = "empty-heading"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = ("#", "=", "-")
    examples: ClassVar = (
        Example(
            bad="The mill is old.\n\n⟦##⟧\n\nIt grinds.\n",
            good="The mill is old.\n\n## Work\n\nIt grinds.\n",
            fixed=False,
        ),
        Example(
            bad="# ⟦![](mill.png)⟧\n\nIt grinds.\n",
            good="# ![The mill](mill.png)\n\nIt grinds.\n",
            fixed=False,
        ),
        Example(good="## …\n\n### 1\n\n```sh\n#\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield headings that show no words."""
        if not (_MAYBE.search(document.text) or "![](" in document.text):
            return
        empty = [line for line in document.heading_lines if _WORDLESS.fullmatch(line.words)]
        for line in confirmed(document, empty):
            if "![" in line.words:
                message = "This heading is an image without words: say in its brackets “![…]” what"
                message += " it shows"
            else:
                message = "This heading has no words: write some, or take the signs out"
            yield Violation(place(document, line), message)
