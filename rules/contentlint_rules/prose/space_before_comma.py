"""The rule `space-before-comma`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Severity, Span, Violation, pattern
from contentlint_rules.prose._shared import NEAR, read

# Each begins with what it looks for, so that the search leaps from place to place.
_COMMA = pattern(r" ,(?<=[^\W_] ,|[)\]»”’\"*_`] ,)(?=\s|[^\W\d_]{2})")
_STOP = pattern(r" \.(?<=[^\W_] \.|[)\]»”’\"*_`] \.)(?=[ \t]*(?:\r?\n|\Z)|[ \t]+[A-ZÀ-ÖØ-Þ\[*])")
_COMMAND = pattern(r"(?:^|[ \t>*`])(?:-{1,2}[a-z]|[$#%] )|[{}|\\=&;]")


class SpaceBeforeComma(Rule):
    """No blank stands before a comma or a full stop.

    “The mill , built in 1820 .” is a slip in every language. It can also push the sign to the
    start of the next line. Only Latin, Greek and Cyrillic writing is looked at; names that begin
    with a full stop (“.NET”), dots in a row and commands are left alone.

    The fix is safe: it takes the blank out, or moves it behind a comma that a word is glued to.
    """

    name: ClassVar = "space-before-comma"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    changes: ClassVar = Part.TEXT
    triggers: ClassVar = (" ,", " . ", " .\n", " .\r")
    examples: ClassVar = (
        Example(
            bad="The mill⟦ ⟧, built in 1820⟦ ⟧. It grinds.\n",
            good="The mill, built in 1820. It grinds.\n",
        ),
        Example(
            bad="Le [moulin](/moulin)⟦ ⟧, en bois, tourne.\n",
            good="Le [moulin](/moulin), en bois, tourne.\n",
        ),
        Example(good="It runs on .NET and `a , b`. A pause . . . and on. It costs .5 cents.\n"),
        Example(good="Run git add . and then git commit.\n"),
    )

    def glance(self, text: str) -> bool:
        """Whether the page ends in a full stop that stands alone."""
        return text.endswith(" .")

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the blanks before commas and full stops."""
        found = [
            *_COMMA.finditer(document.text, document.body.start),
            *_STOP.finditer(document.text, document.body.start),
        ]
        for match in read(document, [one for one in found if _is_slip(document, one)]):
            span = Span(match.start(), match.start() + 1)
            sign = "comma" if match[0] == " ," else "full stop"
            message = f"A blank stands before the {sign}"
            yield Violation(span, message, _fix(document, match), Severity.WARNING)


def _fix(document: Document, match: re.Match[str]) -> Fix:
    if document.text[match.end() : match.end() + 1].isalpha():
        both = Edit.replacement(Span(*match.span()), ", ")
        return Fix.safe("Put the blank behind the comma", both)
    return Fix.safe("Take the blank out", Edit.deletion(Span(match.start(), match.start() + 1)))


def _is_slip(document: Document, match: re.Match[str]) -> bool:
    """Whether the sign ends or parts words, in an alphabet that knows it."""
    at = match.start()
    if "\u0530" <= document.text[at - 1] < "\u2000" or document.text[at - 1] > "\u2fff":
        return False
    line = document.lines.span(document.lines.line_at(at))
    start = max(line.start, at - NEAR)
    before = document.text[start:at]
    if match[0] == " .":
        return not (
            _is_number(before) or _is_command(document.text[start : min(line.end, at + NEAR)])
        )
    return before.strip(" \t>") != ""


def _is_number(before: str) -> bool:
    """Whether a line begins with a number: “2 . Spring” was meant as an item of a list."""
    return before[-1].isdigit() and not before.strip(" \t>*_0123456789")


def _is_command(line: str) -> bool:
    """Whether a full stop in a line stands for a folder."""
    return _COMMAND.search(line) is not None
