"""The rule `uncited-number`."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern

if TYPE_CHECKING:
    from contentlint import Quantity

_FIGURE = pattern(
    r"(?i)\d[\xa0\u202f ]?%|\bper ?cent|pour cent|prozent|por ciento|por cento|per cento|[€$£¥]"
    r"|\d[\d.,\xa0\u202f ']{3,}\d|\d ?(?:x|×)\b|\bfois\b|fold\b|\bfach\b|\bmal\b|\bveces\b"
    r"|\bvezes\b|\bvolte\b|million|milliard|billion|millón|mil millones|milhõ|bilhõ|milion"
    r"|miliard|\b[A-Z]{3}\b"
)
_DIGIT = pattern(r"\d")
_WHOLE = (0, 100)
_SET = frozenset("=\"'")
_DOTTED = frozenset({"de", "es", "it", "pt", "nl", "da"})
_TIMES = 5
"""A multiple from which on it is a figure: “twice” is a word like any other."""
_COMPARED = pattern(
    r"(?i)[\xa0 ](?:more|less|worse|as|the|plus|moins|mehr|weniger|so|más|menos|mais|più|meno|"
    r"[^\W\d_]{2,20}er)\b"
)
_CURRENCY = pattern(r"[A-Z]{3}")
_OWN = pattern(
    r"(?i)\b(?:we|our|ours|my|i|let's|suppose|example|imagine|if|nous|notre|nos|mon|ma|mes|je|"
    r"exemple|imaginons|supposons|wir|unser\w{0,2}|mein\w{0,2}|ich|beispiel|angenommen|nosotros|"
    r"nuestr\w{1,2}|ejemplo|nós|nosso|nossa|exemplo|noi|nostr\w|esempio)\b"
)


@dataclass(frozen=True, kw_only=True)
class UncitedNumber(Rule):
    """Every statistic has its source in its paragraph.

    A percentage, a large sum of money, “ten times as many” or a large count makes a statement sound
    certain. Readers can check it only if they see where it comes from. A paragraph with a link to
    another site, a footnote or a number of a source has one; so has a list whose introduction has
    one. Sentences about the author's own work, examples, tables and headings are left alone.

    There is no fix: cite the source, or leave the figure out.
    """

    name: ClassVar = "uncited-number"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    examples: ClassVar = (
        Example(
            bad="Last year ⟦78 %⟧ of all mills used it, up from 55 %.\n",
            good="Last year 78 % of all mills used it, up from 55 % ([Weiss](https://mill.org/a)).\n",
            fixed=False,
        ),
        Example(good="We doubled it: 78 % of our mills use it.\n", why="The author's own figures."),
        Example(
            good="Of [all mills](https://mill.org/a):\n\n- 78 % use it\n- 12 % do not\n",
        ),
        Example(good="Set it to `78%`; it has 12 wheels, since 1820.\n"),
    )

    least: Annotated[
        int, Help("From which number on a count or a sum of money needs a source.")
    ] = 10_000

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the first statistic of each paragraph without a source."""
        if not _FIGURE.search(document.text, document.body.start):
            return
        from contentlint import Reader, quantities

        reader, language = Reader(document), document.language
        for block in _without_source(document):
            reading = reader.read([block])
            if not _FIGURE.search(reading.words) or _OWN.search(reading.words):
                continue
            for one in quantities(reading.words, language):
                place = reading.page(one.span)
                if self._is_statistic(one, reading.words, language) and not document.is_opaque(
                    place
                ):
                    message = (
                        f"“{one.written}” has no source in its paragraph: say where it comes from"
                    )
                    yield Violation(place, message)
                    break

    def _is_statistic(self, one: "Quantity", words: str, language: str) -> bool:
        from decimal import Decimal

        numbers = [value for value in one.values if isinstance(value, Decimal)]
        if (
            not (numbers and _DIGIT.search(one.written))
            or words[one.span.start - 1 : one.span.start] in _SET
        ):
            return False
        if one.unit == "%":
            return any(value not in _WHOLE for value in numbers)
        if one.unit == "x":
            return max(numbers) >= _TIMES and _is_multiple(one, words)
        if one.unit == "points":
            return True
        # “137.603” is a count in German, and a measure in English.
        least = max(numbers) if language in _DOTTED else min(numbers)
        return (not one.unit or _CURRENCY.fullmatch(one.unit) is not None) and least >= self.least


def _is_multiple(one: "Quantity", words: str) -> bool:
    """Whether “10x” multiplies something, as in “10x faster”: “the 10x team” is a name."""
    behind = words[one.span.end : one.span.end + 30]
    return not one.written.endswith(("x", "×")) or _COMPARED.match(behind) is not None


def _without_source(document: Document) -> Iterator[Span]:
    """Yield the paragraphs and items without a source of their own, of their list, or before it."""
    from contentlint import cited, merged, touches

    sources = cited(document)
    lists = merged(one.span for one in document.lists)
    before = Span.at(0)
    for block in document.blocks:
        if block.kind not in {"paragraph", "item"}:
            continue
        at = bisect_right(lists, block.span.start, key=_start) - 1
        whole = lists[at] if at >= 0 and lists[at].covers(block.span) else None
        listed = whole is not None and (touches(sources, whole) or touches(sources, before))
        if not (listed or touches(sources, block.span)):
            yield block.span
        if whole is None:
            before = block.span


def _start(span: Span) -> int:
    return span.start
