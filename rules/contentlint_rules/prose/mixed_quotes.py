"""The rule `mixed-quotes`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import read

_STRAIGHT = pattern(r'"(?<![\d\\]")')
_CURLY = pattern("[“”„]")
_STRAIGHT_MARK = pattern(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_CURLY_MARK = pattern(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")


@dataclass(frozen=True, kw_only=True)
class MixedQuotes(Rule):
    """A page has straight quotation marks and apostrophes, or curly ones, but not both.

    Both in one page show that it was put together from two sources. Many site generators turn
    straight ones into curly ones themselves; then nobody sees a difference, and this rule is best
    left out.

    There is no fix: which of the two belongs there is a matter of the house.
    """

    name: ClassVar = "mixed-quotes"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("“", "”", "„", "’")
    examples: ClassVar = (
        Example(
            bad='The “old” mill, the “new” one and the ⟦"⟧good" one.\n',
            good="The “old” mill, the “new” one and the “good” one.\n",
            fixed=False,
        ),
        Example(
            bad="It isn't old, it won't stop, and it⟦’⟧s mine.\n",
            good="It isn't old, it won't stop, and it's mine.\n",
            fixed=False,
        ),
        Example(good='The “old” mill is 5" wide, `"old"`, and it’s mine.\n'),
        Example(good="It isn't and it’s.\n", options={"apostrophes": False}),
    )

    apostrophes: Annotated[bool, Help("Whether apostrophes are looked at too.")] = True

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first sign of the kind that the page has less of."""
        yield from _mixed(document, _STRAIGHT, _CURLY, "quotation marks")
        if self.apostrophes:
            yield from _mixed(document, _STRAIGHT_MARK, _CURLY_MARK, "apostrophes")


def _mixed(
    document: Document, straight: re.Pattern[str], curly: re.Pattern[str], what: str
) -> Iterator[Violation]:
    start = document.body.start
    raw = [list(each.finditer(document.text, start)) for each in (straight, curly)]
    if not all(raw):
        return
    kinds = [list(read(document, found)) for found in raw]
    if all(kinds):
        counts = f"{len(kinds[0])} straight {what} and {len(kinds[1])} curly ones"
        first = min(kinds, key=len)[0]
        message = f"This page has {counts}: choose one of the two"
        yield Violation(Span(*first.span()), message, None, Severity.INFO)
