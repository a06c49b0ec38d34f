"""The rule `spanish-marks`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import read

_END = pattern(r"[?!]+(?<=[^\W\d_][?!])(?=[\s)»”\"*_]|\Z)")
_OPEN = {"?": "¿", "!": "¡"}
_SPELT = {"¿": "&iquest;", "¡": "&iexcl;"}
_SENTENCE = pattern(r"[.?!…][\"»”)*_]{0,4}\s|\n\s*\n|\n[ \t>]*(?:[-*+#]|\d+[.)])")
_LONGEST = 600


class SpanishMarks(Rule):
    """A question in Spanish begins with “¿”, and an exclamation with “¡”.

    Without the first mark a reader learns only at the end of a long sentence how to read it. Where
    a question begins in the middle of a sentence the mark stands there, so it is looked for
    anywhere before the end.

    There is no fix: only the author knows where the question begins.
    """

    name: ClassVar = "spanish-marks"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("typography-es",)
    triggers: ClassVar = ("?", "!")
    examples: ClassVar = (
        Example(
            bad="Los molinos del valle. Quién los hizo⟦?⟧ Nadie lo sabe.\n",
            good="Los molinos del valle. ¿Quién los hizo? Nadie lo sabe.\n",
            path="es/page.md",
            fixed=False,
        ),
        Example(good="El molino, ¿quién lo hizo? ¡Nadie! Wikipedia: `a?` b\n", path="es/page.md"),
        Example(good="Who built it?\n", path="en/page.md"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield marks that end a sentence without one that begins it."""
        text = document.text
        if (
            not any(word in text for word in (" los ", " las ", " del "))
            or document.language != "es"
        ):
            return
        for match in read(document, list(_END.finditer(text, document.body.start))):
            if not _is_opened(text, match.start(), _OPEN[match[0][0]]):
                message = f"This sentence ends in “{match[0][0]}” and has no “{_OPEN[match[0][0]]}”"
                yield Violation(Span(*match.span()), message, None, Severity.INFO)


def _is_opened(text: str, end: int, mark: str) -> bool:
    start = max(0, end - _LONGEST)
    for match in _SENTENCE.finditer(text, start, end):
        start = match.end()
    return mark in text[start:end] or _SPELT[mark] in text[start:end]
