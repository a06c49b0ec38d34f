"""The rule `duplicate-reference`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Span, Violation
from contentlint_rules.markup._labels import Label, defined, folded, is_text, whole_line


@dataclass(frozen=True, kw_only=True)
class DuplicateReference(Rule):
    """Every label has one address.

    Where “[mill]: …” is written twice, only one of the two counts: the first with most sites, the
    last with some. If their addresses differ, some link leads elsewhere than its author thinks.

    Where both are the same, the unsafe fix takes the second out. Where they differ, there is no
    fix: only the author knows which is right.
    """

    name: ClassVar = "duplicate-reference"
    family: ClassVar = "markup"
    triggers: ClassVar = ("]:",)
    examples: ClassVar = (
        Example(
            bad="[The mill][m] and [the moat][m].\n\n[m]: /mill\n⟦[m]: /moat⟧\n",
            good="[The mill][mill] and [the moat][moat].\n\n[mill]: /mill\n[moat]: /moat\n",
            fixed=False,
        ),
        Example(
            bad="[The mill][m].\n\n[m]: /mill\n⟦[M]: /mill⟧\n",
            good="[The mill][m].\n\n[m]: /mill\n",
            fixed=False,
        ),
        Example(good="[//]: # (One comment)\n[//]: # (And another)\n[^1]: A\n[^1]: B\n"),
        Example(good="```\n[m]: /mill\n[m]: /moat\n```\n"),
    )

    ignored: Annotated[tuple[str, ...], Help("Labels that may be defined again.")] = ("//",)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield definitions of labels that were defined before."""
        found = defined(document.text, document.body.start)
        if len({folded(one.label) for one in found}) == len(found):
            return
        ignored, first = {folded(label) for label in self.ignored}, dict[str, Label]()
        for one in found:
            label = folded(one.label)
            if label in ignored or is_text(document, one.span):
                continue
            before = first.setdefault(label, one)
            if before is not one:
                yield _again(document, before, one)


def _again(document: Document, first: Label, second: Label) -> Violation:
    line = document.lines.span(document.lines.line_at(second.span.start))
    span = Span(second.span.start, line.end)
    number = document.position(first.span.start).line
    if not (second.rest and second.rest == first.rest):
        message = (
            f"“[{second.label}]” has another address in line {number}; only one of them counts"
        )
        alike = _alike(first.rest) == _alike(second.rest)
        return Violation(span, message, None, Severity.INFO if alike else Severity.ERROR)
    message = f"“[{second.label}]” has the same address in line {number} already"
    whole = whole_line(document, second.span.start)
    fix = Fix.unsafe("Take this line out", Edit.deletion(whole))
    return Violation(span, message, fix, Severity.INFO)


def _alike(rest: str) -> str:
    """Return an address without what seldom makes a difference."""
    return rest.casefold().replace("http://", "https://").rstrip("/")
