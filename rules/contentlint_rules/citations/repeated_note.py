"""The rule `repeated-note`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern

_MARK = pattern(r"\[\^[^\[\]\n]{1,100}\]:")
_BLANK = pattern(r"[\s>]+")


class RepeatedNote(Rule):
    """Every footnote says something of its own.

    The same source in two footnotes looks like two sources that agree, and the list at the end of
    the page is longer than what stands behind it. One note can be mentioned as often as it is
    needed: “[^weiss]” twice. Notes that name other pages of the same work are no repetition, and
    notes without an address or a number of the work are left alone.

    There is no fix: with a note taken out, those that mention it would have to be changed, and
    other numbers too.
    """

    name: ClassVar = "repeated-note"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = ("]:",)
    examples: ClassVar = (
        Example(
            bad="It turns[^1], by night too[^2].\n\n[^1]: Weiss, https://mill.org/wheel\n"
            "⟦[^2]:⟧ Weiss, https://mill.org/wheel.\n",
            good="It turns[^1], by night too[^1].\n\n[^1]: Weiss, https://mill.org/wheel\n",
            fixed=False,
        ),
        Example(
            good="It turns[^1], by night too[^2].\n\n[^1]: Weiss, p. 3, https://mill.org/wheel\n"
            "[^2]: Weiss, p. 5, https://mill.org/wheel\n"
        ),
        Example(good="It turns[^1], too[^2].\n\n[^1]: Ibid.\n[^2]: Ibid.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield notes whose words an earlier one has."""
        if document.text.count("[^") < 4:
            return
        seen: dict[str, str] = {}
        for note in document.footnotes:
            if not note.definition or "://" not in document[note.span]:
                continue
            mark = _MARK.match(document.text, note.span.start)
            if not mark:
                continue
            words = (
                _BLANK.sub(" ", document.text[mark.end() : note.span.end]).strip(" .").casefold()
            )
            before = seen.setdefault(words, note.label)
            if before != note.label:
                message = f"This note says the same as “[^{before}]”; mention that one again"
                yield Violation(Span(*mark.span()), message)
