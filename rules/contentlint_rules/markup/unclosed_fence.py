"""The rule `unclosed-fence`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation


@dataclass(frozen=True, kw_only=True)
class UnclosedFence(Rule):
    """Every block of code ends where its author meant it to end.

    A block that begins with “```” and has no line of its own with at least as many of the same
    sign goes on to the end of the page: all that follows shows as source text, headings and links
    included.

    Where headings follow it is an error; a last block of code may do no harm yet. There is no fix:
    the author knows where the code ends.
    """

    name: ClassVar = "unclosed-fence"
    family: ClassVar = "markup"
    triggers: ClassVar = ("```", "~~~")
    yields_to: ClassVar = ("assistant-wrapper",)
    examples: ClassVar = (
        Example(
            bad="Start it:\n\n⟦```sh⟧\ngrind --fine\n\nThen wait.\n",
            good="Start it:\n\n```sh\ngrind --fine\n```\n\nThen wait.\n",
            fixed=False,
        ),
        Example(
            bad="⟦````md⟧\na\n```\n\nThen wait.\n",
            good="````md\na\n````\n\nThen wait.\n",
            fixed=False,
            why="The line that ends it needs as many signs as the one that begins it.",
        ),
        Example(good="- a\n\n  ```\n  b\n  ```\n\n~~~\nc\n~~~\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the line that begins a block without an end."""
        if not _may_be_odd(document.text):
            return
        for code in document.code:
            if not code.closed:
                line = document.lines.span(document.lines.line_at(code.span.start))
                end = line.start + len(document[line].rstrip())
                message = (
                    "This block of code never ends, so that all below it shows as code: put a line "
                    f"“{_fence(document[code.span])}” where it ends"
                )
                goes_on = any(one.span.start >= code.span.end for one in document.headings)
                level = Severity.ERROR if goes_on else Severity.WARNING
                yield Violation(Span(code.span.start, end), message, None, level)


def _fence(source: str) -> str:
    return source[: len(source) - len(source.lstrip(source[0]))]


def _may_be_odd(text: str) -> bool:
    """Whether a glance leaves it open that a fence has no end: not as many as they should be."""
    for sign in ("`", "~"):
        three, four = text.count(sign * 3), text.count(sign * 4)
        if three % 2 or four:
            return True
    return text.count("`" * 3) > 0 and text.count("~" * 3) > 0
