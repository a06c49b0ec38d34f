"""The rule `ellipsis`."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.characters import gathered
from contentlint_rules.prose._shared import read

_DOTS = pattern(r"\.\.\.(?<!\.\.\.\.)(?<![/\[(<]\.\.\.)(?![.\w/\])>])")


class EllipsisSign(Rule):
    """A pause is written with the one character “…”.

    Three full stops may be torn apart at the end of a line, and some voices read them out one by
    one. Books have one character for them. Paths, code and what is left out in brackets stay.

    The fix is unsafe: it writes “…”, and the dots may be part of an address or a command.
    """

    name: ClassVar = "ellipsis"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-de", "typography-en", "typography-es", "typography-fr")
    triggers: ClassVar = ("...",)
    examples: ClassVar = (
        Example(bad="It turns⟦...⟧ and stops.\n", good="It turns… and stops.\n", fixed=False),
        Example(good="It turns… `and...` stops .... Pass ...args or mill/... or [...].\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield three full stops in running text."""
        found = read(document, list(_DOTS.finditer(document.text, document.body.start)))
        places = (Span(*match.span()) for match in found)
        yield from gathered(document, places, _said, _fix, Severity.INFO)


def _said(span: Span) -> str:
    del span
    return "Three full stops stand for a pause: write “…”"


def _fix(spans: Iterable[Span]) -> Fix:
    return Fix.unsafe("Write “…”", *(Edit.replacement(span, "…") for span in spans))
