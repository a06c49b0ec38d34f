"""The rule `escaped-markdown`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Rule, Severity, Span, Violation, pattern

# Each begins with a backslash, so that the search leaps from one to the next.
_BOLD = pattern(r"\\\*\\\*(?<![*\\\w]\\\*\\\*)\w(?:[^*\n\\`]{0,200}[^\s*\\`])?\\\*\\\*(?![*\\\w])")
_LINK = pattern(
    r"\\\[[^\[\]\\\n]{1,200}\\?\]\\?\((?:https?://|mailto:|/|\.{1,2}/|#)[^\s()\\<>]{0,500}\\?\)"
)
_ESCAPE = pattern(r"\\(?=[*\[\]()])")


class EscapedMarkdown(Rule):
    """Bold words and links are marked without a backslash, so that the marks do their work.

    An editor that takes Markdown for plain text writes a backslash before each of its marks. Then
    readers see “**old**” and “[the mill](https://…)” as they are written, and cannot follow the
    link. A page that shows how Markdown is written does so in code.

    The fix takes the backslashes out. It is only made with `--unsafe-fixes`, since the marks may
    have been meant to be seen.
    """

    name: ClassVar = "escaped-markdown"
    family: ClassVar = "markup"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = ("\\*\\*", "\\[")
    yields_to: ClassVar = ("pasted-structure",)
    examples: ClassVar = (
        Example(
            bad="The ⟦\\*\\*old\\*\\*⟧ mill.\n",
            good="The **old** mill.\n",
            fixed=False,
        ),
        Example(
            bad="See ⟦\\[the mill\\](https://mill.example)⟧.\n",
            good="See [the mill](https://mill.example).\n",
            fixed=False,
        ),
        Example(
            good="Bold is `\\*\\*old\\*\\*`; 2 \\* 3 \\*\\* 4, card \\*\\*\\*\\* 1234, \\[sic\\]\n"
        ),
        Example(good="The sum \\[a + b\\] (see https://mill.example) is \\[c\\](d).\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield bold words and links all of whose marks are escaped."""
        text = document.text
        for shape, what in ((_BOLD, "these words are not bold"), (_LINK, "this is no link")):
            for match in shape.finditer(text):
                span = Span(*match.span())
                if span.start >= document.body.start and not document.is_opaque(span):
                    message = f"Readers see the marks, and {what}: a backslash stands before each"
                    yield Violation(span, message, _unescaped(document, span))


def _unescaped(document: Document, span: Span) -> Fix:
    signs = _ESCAPE.finditer(document.text, span.start, span.end)
    return Fix.unsafe("Take the backslashes out", *(Edit.deletion(Span(*s.span())) for s in signs))
