"""The rule `dollar-math`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import (
    Document,
    Edit,
    Example,
    Fix,
    Help,
    Part,
    Rule,
    Span,
    Violation,
    pattern,
)

_DOLLAR = pattern(r"\$(?<!\\\$)")
_MONEY = pattern(r"\$\d|\$(?<=\d\$)|\$(?<=\d[ \u00a0\u202f]\$)")
_FORMULA = pattern(r"[\\^_{}=]")
_WORD = pattern(r"[^\W\d_]{2,}")
_SWITCH = pattern(
    r"(?m)^(?:math|katex|mathjax|latex|use_?math)[ \t]*[:=][ \t]*true\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class DollarMath(Rule):
    """No two dollar signs of amounts turn the words between them into a formula.

    A site that sets formulas reads “$5 and $10” as a formula “5 and ”: readers see it in italics
    and without blanks. Nothing is said where formulas are off, or where that is not known.

    The fix is safe: it puts a backslash before each dollar sign that belongs to an amount.
    """

    name: ClassVar = "dollar-math"
    family: ClassVar = "markup"
    triggers: ClassVar = ("$",)
    changes: ClassVar = Part.CODE | Part.TEXT | Part.EMPHASIS
    examples: ClassVar = (
        Example(
            bad="---\nmath: true\n---\n\nIt costs ⟦$5 and $⟧10, or $x^2$.\n",
            good="---\nmath: true\n---\n\nIt costs \\$5 and \\$10, or $x^2$.\n",
        ),
        Example(
            bad="0,07 ⟦$par million, contre 20,00$⟧ ici.\n",
            good="0,07 \\$par million, contre 20,00\\$ ici.\n",
            options={"math": True},
        ),
        Example(good="It costs $5 and $10.\n", why="No formulas are known to be on."),
        Example(good="Let $a$ be 5, $2$ and $2 + b$.\n", options={"math": True}),
    )

    math: Annotated[
        bool | None, Help("Whether the site sets formulas between dollar signs; none: as it says.")
    ] = None

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield two dollar signs between which money was meant."""
        text = document.text
        if not (_MONEY.search(text) and text.count("$") > 1):
            return
        kind = _kind(document, self.math)
        if not kind:
            return
        hidden = _hidden(document)
        for block in document.blocks:
            if text.count("$", block.span.start, block.span.end) > 1:
                yield from _pairs(document, block.span, hidden, smart=kind == "smart")


def _kind(document: Document, told: bool | None) -> str:
    """Return which dollar signs make formulas, as the option, the site or the page itself says.

    Empty for none, ``dollars`` for any two, ``smart`` for two that touch what is between them.
    """
    if told is not None:
        return "dollars" if told else ""
    if document.site.math:
        return document.site.math
    head = document.text[: document.body.start]
    return "dollars" if head and _SWITCH.search(head) else ""


def _pairs(
    document: Document, block: Span, hidden: frozenset[int], *, smart: bool
) -> Iterator[Violation]:
    """Pair the dollar signs of a block in order, as sites do, less those of real formulas."""
    signs = list(_signs(document, block, hidden))
    at = 0
    while at + 1 < len(signs):
        start, end = signs[at], signs[at + 1]
        if smart and not _touch(document.text, start, end):
            at += 1
            continue
        if not _is_accident(document.text, start, end):
            at += 2
            continue
        closes = _is_money(document.text, end) and not _opens_formula(
            document.text, signs[at + 1 : at + 3]
        )
        yield _violation(start, end, closes=closes)
        at += 2 if closes else 1


def _touch(text: str, start: int, end: int) -> bool:
    """Whether both signs touch what is between them, and no amount begins at the second."""
    inner = text[start + 1 : end]
    return (
        inner[:1].strip() == inner[:1]
        and not inner[-1:].isspace()
        and not (text[end + 1 : end + 2].isdigit())
    )


def _signs(document: Document, block: Span, hidden: frozenset[int]) -> Iterator[int]:
    text = document.text
    for match in _DOLLAR.finditer(text, block.start, block.end):
        one = Span(*match.span())
        double = text[one.start - 1 : one.start] == "$" or text[one.end : one.end + 1] == "$"
        if not (double or document.is_code(one) or one.start in hidden):
            yield one.start


def _hidden(document: Document) -> frozenset[int]:
    """Return the signs that stand in HTML, in a template or in an address."""
    targets = (link.target for link in (*document.links, *document.images) if link.target)
    spans = (*(html.span for html in document.html), *document.templates, *targets)
    signs = (_DOLLAR.finditer(document.text, span.start, span.end) for span in spans)
    return frozenset(sign.start() for found in signs for sign in found)


def _is_money(text: str, at: int) -> bool:
    return _MONEY.match(text, at) is not None


def _is_accident(text: str, start: int, end: int) -> bool:
    """Whether an amount begins or ends at both signs, or words of a sentence stand between."""
    inner = text[start + 1 : end]
    if not _is_money(text, start) or _FORMULA.search(inner):
        return False
    words = len(_WORD.findall(inner))
    followed = text[end + 1 : end + 2].isdigit()
    return (followed and (words > 0 or not inner[-1:].isdigit())) or words > 1


def _opens_formula(text: str, signs: list[int]) -> bool:
    """Whether the first of two signs begins a real formula that the second ends."""
    if len(signs) < 2:
        return False
    inner = text[signs[0] + 1 : signs[1]]
    return _FORMULA.search(inner) is not None or not (" " in inner or inner[-1:].isspace())


def _violation(start: int, end: int, *, closes: bool) -> Violation:
    signs = (start, end) if closes else (start,)
    fix = Fix.safe("Write “\\$”", *(Edit.insertion(at, "\\") for at in signs))
    message = "These dollar signs begin and end a formula here: write “\\$” for an amount"
    return Violation(Span(start, end + 1), message, fix)
