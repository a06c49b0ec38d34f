"""The rule `heading-punctuation`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Rule,
    Severity,
    Span,
    Violation,
    pattern,
)
from contentlint_rules.markup._headings import confirmed, place

_NO_MARK = pattern(r"&(?:#\w{1,8}|\w{1,31});\Z|:[\w+-]{1,60}:\Z")


@dataclass(frozen=True, kw_only=True)
class HeadingPunctuation(Rule):
    """No heading ends like a sentence.

    A heading is a name, and a table of contents a list of names: a full stop or a colon at the end
    of one says that something follows on the line. A question mark is no such sign.

    The fix is unsafe: it takes the marks out, which may change the address of the heading.
    """

    name: ClassVar = "heading-punctuation"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("#", "=", "-")
    examples: ClassVar = (
        Example(
            bad="## The mill is old⟦.⟧\n",
            good="## The mill is old\n",
            fixed=False,
        ),
        Example(bad="## 水车很老⟦。⟧\n", good="## 水车很老\n", fixed=False),
        Example(bad="## Really⟦?⟧\n", options={"marks": "?"}),
        Example(good="## How old?\n\n## The mill &copy;\n\n## Flour :bread:\n"),
    )

    marks: Annotated[str, Help("The characters that no heading should end with.")] = (
        ".,;:!。，；：！"
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the marks that headings end with."""
        ending = (line for line in document.heading_lines if self._ends(line.words))
        for line in confirmed(document, ending):
            end = place(document, line).end
            kept = line.words.rstrip(self.marks)
            span = Span(end - len(line.words) + len(kept), end)
            fix = Fix.unsafe("Take it out", Edit.deletion(span)) if kept else None
            yield Violation(
                span, f"This heading ends with “{document[span]}”: it is no sentence", fix
            )

    def _ends(self, words: str) -> bool:
        return bool(words) and words[-1] in self.marks and not _NO_MARK.search(words)
