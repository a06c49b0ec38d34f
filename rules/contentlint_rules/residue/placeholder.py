"""The rule `placeholder`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Example, Help, Rule, Severity, Span, Violation
from contentlint_rules.residue import stubs
from contentlint_rules.residue.quotes import quoted


@dataclass(frozen=True, kw_only=True)
class Placeholder(Rule):
    """Nothing that an author was to replace is left in the page.

    A draft comes with “[Your Name]”, “2025-XX-XX”, “INSERT_SOURCE_URL” or “Lorem ipsum” for the
    author to fill in. What was overlooked is published: readers see that nobody read the page
    before them. Pages that are templates or examples by their path are left alone, and so is code.

    There is no fix: only the author knows what belongs there.
    """

    name: ClassVar = "placeholder"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = stubs.TRIGGERS
    examples: ClassVar = (
        Example(
            bad="Written by ⟦[Your Name]⟧ for ⟦[Nom de l'entreprise]⟧ on ⟦2026-05-XX⟧.\n",
            good="Written by Ada for the mill on 2026-05-04.\n",
            fixed=False,
        ),
        Example(
            bad="See [the source](https://mill.test/⟦INSERT_SLUG_1⟧). ⟦Lorem ipsum dolor⟧.\n\n"
            "⟦[Image of a water mill]⟧\n\n⟦![Uploading mill.png…]()⟧\n",
            good="See [the source](https://mill.test/). The mill is old.\n",
            fixed=False,
        ),
        Example(
            bad="⟦TODO⟧: when was it built?\n",
            good="Built in 1820.\n",
            options={"todo": True},
            fixed=False,
        ),
        Example(good="Write [Optional], [x], [your federal agency](/agency) or `[Your Name]`.\n"),
        Example(
            good="Hello [Your Name],\n",
            path="content/templates/letter.md",
            why="A page that is to be filled in.",
        ),
        Example(good="## 8.2.0 - 2026-xx-xx\n", path="CHANGELOG.md", why="Not released yet."),
        Example(good="TODO: when was it built?\n"),
    )

    todo: Annotated[bool, Help("Whether TODO, FIXME, TBD and XXX are flagged too.")] = False
    allow: Annotated[tuple[str, ...], Help("Placeholders that are meant, as they stand.")] = ()

    def glance(self, text: str) -> bool:
        """Whether notes to oneself are looked for."""
        return self.todo and stubs.TODO.search(text) is not None

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield what is still to be written."""
        if stubs.ON_PURPOSE.search(document.path):
            return
        yield from self._stubs(document)
        if self.todo:
            for match in stubs.TODO.finditer(document.text):
                span = Span(*match.span())
                if _is_read(document, span):
                    message = f"{quoted(match[0])} is a note to yourself: write what is missing"
                    yield Violation(span, message)

    def _stubs(self, document: Document) -> Iterator[Violation]:
        logs = stubs.CHANGES.search(document.path) is not None
        for stub, match in stubs.ANY.finditer(document.text):
            span = Span(*match.span())
            if match[0] in self.allow or (stub.dated and (logs or _of_version(document, span))):
                continue
            if _is_read(document, span, address=stub.address):
                level = Severity.INFO if stub.shown else Severity.WARNING
                yield Violation(span, f"{quoted(match[0])} {stub.said}", None, level)


def _of_version(document: Document, span: Span) -> bool:
    """Whether a date is that of a version that is not published yet."""
    line = document.lines.span(document.lines.line_at(span.start))
    return stubs.VERSION.search(document.text, line.start, span.start) is not None


def _is_read(document: Document, span: Span, *, address: bool = False) -> bool:
    """Whether readers read a place: no code, no comment, no words of a quote."""
    line = document.lines.span(document.lines.line_at(span.start))
    if document.text[line.start : span.start].lstrip().startswith(">"):
        return False
    if document.is_opaque(span):
        return False
    if address:  # as a whole target it is a link that leads nowhere, and another rule's
        return document.text[span.start - 2 : span.start] != "]("
    return not document.is_in_link(span) or _is_whole_image(document, span)


def _is_whole_image(document: Document, span: Span) -> bool:
    """Whether a place is an image, and not a part of one."""
    return document.text.startswith("![", span.start)
