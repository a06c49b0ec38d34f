"""The rule `missing-reference`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern
from contentlint_rules.markup._labels import folded

_REFERENCE = pattern(r"(?<![\\\]\w!)])!?\[([^\[\]\n]{1,200})\]\[([^\[\]\n^@]{0,100})\](?![(\[:{])")

_DEFINED = pattern(r"\[([^\[\]\n]{1,300})\]:")


@dataclass(frozen=True, kw_only=True)
class MissingReference(Rule):
    """Every “[words][label]” has a definition of its label.

    A link of that form takes its address from a line “[label]: https://…” elsewhere on the page.
    Without such a line there is no link, and readers see two pairs of brackets.

    Where one defined label is nearly the same, it is suggested; there is no other fix.
    """

    name: ClassVar = "missing-reference"
    family: ClassVar = "markup"
    triggers: ClassVar = ("][",)
    yields_to: ClassVar = ("citation-marker", "malformed-link")
    examples: ClassVar = (
        Example(
            bad="See ⟦[the mill][mil]⟧ and [the dam][dam].\n\n"
            "[mill]: https://mill.test/\n[dam]: https://dam.test/\n",
            good="See [the mill][mill] and [the dam][dam].\n\n"
            "[mill]: https://mill.test/\n[dam]: https://dam.test/\n",
            fixed=False,
        ),
        Example(good="See [the mill][1].\n\n[1]: https://mill.test/\n"),
        Example(good="Take a[0][1], matrix [i][j] and [x][].\n", why="No page of references."),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield references without a definition, in a page that defines some."""
        text = document.text
        written = {folded(one[1]) for one in _DEFINED.finditer(text)} if "]:" in text else set()
        found = [
            one
            for one in _REFERENCE.finditer(text, document.body.start)
            if written and folded(one[2] or one[1]) not in written
        ]
        labels = {folded(one.label): one.label for one in document.definitions} if found else {}
        for match in found if labels else ():
            span, label = Span(*match.span()), match[2] or match[1]
            if not (document.is_opaque(span) or document.is_in_link(span)):
                message = f"There is no line “[{label}]: …” with the address of this link"
                near = _near(folded(label), labels)
                fix = near and Fix.suggestion(
                    f"Write “[{near}]”", Edit.replacement(Span(*match.span(2)), near)
                )
                level = Severity.ERROR if near or len(labels) > 1 else Severity.WARNING
                yield Violation(span, message, fix or None, level)


def _near(label: str, labels: dict[str, str]) -> str | None:
    """Return the one defined label that is one letter or sign away."""
    from difflib import get_close_matches

    found = get_close_matches(label, labels, n=2, cutoff=0.8)
    return labels[found[0]] if len(found) == 1 else None
