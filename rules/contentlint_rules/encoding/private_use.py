"""Characters that mean nothing without a certain font."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.characters import gathered, named, readable, strange

_PRIVATE = pattern(
    "[\ue000-\ue1ff\ue207-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
    "(?:[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]{1,40})?"
)
_APPLE = "\uf8ff"


class PrivateUse(Rule):
    """Every character means the same in every font.

    Unicode leaves some 137,000 numbers to whoever wants them: icon fonts, old word processors,
    Apple's logo. Without the font that was used, a reader sees an empty box or another sign, and
    a screen reader says nothing. In code they are left alone: fonts for terminals have such icons.

    There is no fix: use the character that Unicode has for the sign, an image, or the icon's
    own HTML.
    """

    name: ClassVar = "private-use"
    family: ClassVar = "encoding"
    yields_to: ClassVar = ("citation-marker",)
    severity: ClassVar = Severity.WARNING
    examples: ClassVar = (
        Example(
            bad="⟦\uf0e0⟧ Write to us.\n",
            good="✉ Write to us.\n",
            fixed=False,
            why="An icon that was copied from a page with its own font.",
        ),
        Example(
            bad="Made on a Mac ⟦\uf8ff⟧.\n",
            good="Made on a Mac.\n",
            fixed=False,
            why="Apple's logo, which only Apple's fonts have.",
        ),
        Example(good="The prompt is `\ue0b0`.\n", why="Shown as code."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield a violation for each run, or one for a page with many."""
        text = document.text
        if not any(char >= "\ue000" for char in strange(text)):
            return
        runs = readable(document, _PRIVATE.finditer(text))
        yield from gathered(document, runs, lambda span: _said(text[span.start]))


def _said(char: str) -> str:
    if char == _APPLE:
        return "Apple’s logo (U+F8FF) shows on Apple’s devices only; all others show a box"
    number = named(char)
    return (
        f"This character ({number}) has no meaning of its own: without one certain font it is a box"
    )
