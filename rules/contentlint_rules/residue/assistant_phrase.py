"""The rule `assistant-phrase`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation, pattern
from contentlint_rules.residue import phrases
from contentlint_rules.residue.quotes import quoted


@dataclass(frozen=True, kw_only=True)
class AssistantPhrase(Rule):
    """No sentence of a chat round the text was copied into the page.

    “Certainly! Here is a README for your project”, “Would you like me to add more detail?”, “As an
    AI language model, I cannot…”: such sentences were said to the person who asked, and say
    nothing to readers. Greetings and offers are looked for only where a page begins or ends, since
    people write them too.

    There is no fix: take the sentence out, and see whether more was copied that was not meant for
    readers.
    """

    name: ClassVar = "assistant-phrase"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = tuple(phrases.ANYWHERE)
    examples: ClassVar = (
        Example(
            bad="⟦Certainly! Here is⟧ a short history of the mill.\n\n# The mill\n\nIt is old.\n",
            good="# The mill\n\nIt is old.\n",
            fixed=False,
        ),
        Example(
            bad="# Le moulin\n\n⟦Bien sûr ! Voici⟧ l'histoire du moulin.\n\n"
            "Il est vieux.\n\n⟦Souhaitez-vous que je⟧ développe ce point ?\n",
            good="# Le moulin\n\nIl est vieux.\n",
            fixed=False,
        ),
        Example(
            bad="The mill is old. ⟦As an AI language model, I do not⟧ know how old.\n\nMore.\n",
            good="The mill is old; nobody knows how old.\n\nMore.\n",
            fixed=False,
        ),
        Example(
            bad="水车很旧。\n\n⟦要不要我再⟧写一个更短的版本？\n",
            good="水车很旧。\n",
            fixed=False,
        ),
        Example(
            good="Of course, the mill is old. Certainly nobody knows how old.\n\n"
            "Would you like to help? Let me know.\n",
            why="People write like this.",
        ),
        Example(good="> As an AI language model, I do not know.\n", why="A quotation."),
        Example(good="It answered: “As an AI language model, I cannot say.”\n"),
    )

    allow: Annotated[
        tuple[str, ...], Help("Phrases that are meant, as they stand in the page.")
    ] = ()

    def glance(self, text: str) -> bool:
        """Whether the page begins or ends as an answer in a chat does."""
        return _may_open(text) or _may_close(text)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield sentences that were said to somebody else."""
        found = (*_openers(document), *_closers(document), *_anywhere(document))
        for span, what in sorted(set(found)):
            shown = document[span]
            if not any(phrase in shown or shown in phrase for phrase in self.allow):
                yield Violation(span, f"{quoted(shown)} {what}: take the sentence out")


_OPENS = "is how a chat begins its answer, and means nothing to readers"
_CLOSES = "is what a chat offers after its answer, and means nothing to readers"
_SAYS = "is what a chat says of itself, and means nothing to readers"
_EDGE = 300
"""How far from the end of a page its last words may begin, in code points."""
_FIRST = pattern(r"(?:[ \t]*(?:#[^\n]*|<[^\n]*|!\[[^\n]*)?\n){0,20}[\s>*_#\"“]{0,9}([^\n]{1,200})")
"""The first line that is no heading, HTML or image."""


def _may_open(text: str) -> bool:
    head = text[:3]
    end = text.find("\n" + head, 3) if head in {"---", "+++"} else -1
    first = _FIRST.match(text, text.find("\n", end + 1) + 1 if end > 0 else 0)
    if first is None or not first[1].lower().startswith(phrases.OPENER_STARTS):
        return False
    return phrases.OPENER.match(first[1]) is not None


def _may_close(text: str) -> bool:
    return any(map(text[-_EDGE:].lower().__contains__, phrases.CLOSERS))


def _openers(document: Document) -> Iterator[tuple[Span, str]]:
    text = document.text
    if not _may_open(text):
        return
    for block in _paragraphs(document)[:1]:
        opening = phrases.OPENER.match(text, block.start, block.end)
        if opening and not _is_quoted(document, block):
            yield Span(block.start, opening.end()), _OPENS


def _closers(document: Document) -> Iterator[tuple[Span, str]]:
    text = document.text
    if not _may_close(text):
        return
    for block in _paragraphs(document)[-1:]:
        start = max(block.start, len(text.rstrip()) - _EDGE)
        for closing in phrases.CLOSER.finditer(text, start, block.end):
            span = Span(*closing.span())
            if not _is_quoted(document, span):
                yield span, _CLOSES


def _paragraphs(document: Document) -> list[Span]:
    return [one.span for one in document.blocks if one.kind != "heading"]


def _anywhere(document: Document) -> Iterator[tuple[Span, str]]:
    for match in phrases.SAID.finditer(document.text, document.body.start):
        span = Span(*match.span())
        if not document.is_opaque(span) and not _is_quoted(document, span):
            yield span, _SAYS


_OPENING = pattern(r"[“„«‘「『][^”»’」』]{0,300}\Z|[`*_]\Z")


def _is_quoted(document: Document, span: Span) -> bool:
    """Whether words stand in quotation marks, in a quote, or in another's emphasis."""
    line = document.lines.span(document.lines.line_at(span.start))
    before = document.text[line.start : span.start]
    straight = before.count('"') % 2 == 1
    return straight or before.lstrip().startswith(">") or bool(_OPENING.search(before[-320:]))
