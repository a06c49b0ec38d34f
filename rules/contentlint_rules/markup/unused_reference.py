"""The rule `unused-reference`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Violation, pattern
from contentlint_rules.markup._labels import defined, folded, whole_line

_BRACKETS = pattern(r"\[([^\[\]]{1,300})\]")
_WRAPPED = pattern(r"\n[ \t>]*")

_MANY = 4
"""A page that uses none of more labels than this lists them for other pages."""


@dataclass(frozen=True, kw_only=True)
class UnusedReference(Rule):
    """Every label that has an address is used in the text.

    Nobody sees “[mill]: https://…” by itself. When no link uses it any more, it is left over from
    another version of the text, or the link that should use it misspells its label.

    The unsafe fix takes the line out.
    """

    name: ClassVar = "unused-reference"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("]:",)
    yields_to: ClassVar = ("duplicate-reference",)
    examples: ClassVar = (
        Example(
            bad="See [the mill].\n\n[the mill]: /mill\n⟦[the dam]: /dam⟧\n",
            good="See [the mill].\n\n[the mill]: /mill\n",
            fixed=False,
        ),
        Example(good="[The mill][m], [M][] and ![m].\n\n[m]: /mill\n"),
        Example(good="A page.\n\n[//]: # (A comment)\n\n```\n[a]: /b\n```\n"),
        Example(good="[mill]: /mill\n[dam]: /dam\n", why="A list of addresses for other pages."),
    )

    ignored: Annotated[tuple[str, ...], Help("Labels that need not be used.")] = ("//",)

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield definitions of labels that stand nowhere else."""
        text = document.text
        found = defined(text, document.body.start)
        heads = {one.span.start for one in found}
        used = {
            folded(_WRAPPED.sub(" ", one[1]))
            for one in (_BRACKETS.finditer(text) if found else ())
            if one.start() not in heads
        }
        used.update(map(folded, self.ignored))
        unused = [one for one in found if folded(one.label) not in used]
        if not unused or (len(unused) == len(found) > _MANY) or not document.blocks:
            return
        defines = {one.span.start: one.span for one in document.definitions}
        for one in unused:
            span = defines.get(one.span.start)
            if span and not document.is_opaque(one.span):
                whole = whole_line(document, span.start)
                fix = Fix.unsafe("Take this line out", Edit.deletion(whole))
                message = f"No link uses “[{one.label}]”"
                yield Violation(span, message, fix if whole.end >= span.end else None)
