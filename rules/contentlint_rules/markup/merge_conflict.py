"""The rule `merge-conflict`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Span, Violation, pattern

_MARK = pattern(r"^(<{7}|\|{7}|={7}|>{7})(?= |\r?$)[^\r\n]{0,200}", re.MULTILINE)
_OPENS, _CLOSES = "<" * 7, ">" * 7


class MergeConflict(Rule):
    """No two versions of a passage stand in the page with the marks of git between them.

    When two people change the same lines, git writes both versions into the file with
    “<<<<<<<”, “=======” and “>>>>>>>” round them. Committed like that, readers see both
    versions and the marks.

    There is no fix: only the author knows which version is right.
    """

    name: ClassVar = "merge-conflict"
    family: ClassVar = "markup"
    triggers: ClassVar = (_OPENS,)
    examples: ClassVar = (
        Example(
            bad="⟦<<<<<<< HEAD⟧\nOpen daily.\n⟦=======⟧\nOpen in summer.\n⟦>>>>>>> summer⟧\n",
            good="Open in summer.\n",
            fixed=False,
        ),
        Example(good="A heading\n=======\n\n<<<<<<< is a mark of git.\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the marks from each that opens a conflict to the one that ends it."""
        marks = list(_MARK.finditer(document.text))
        if not any(mark[1] == _CLOSES for mark in marks):
            return
        inside = False
        for mark in marks:
            inside = inside or mark[1] == _OPENS
            if inside:
                span = Span(*mark.span())
                level = Severity.INFO if document.is_code(span) else Severity.ERROR
                yield Violation(span, _said(mark[1]), None, level)
            inside = inside and mark[1] != _CLOSES


_SAID = {
    _OPENS: "A conflict that git could not solve begins here: keep one of the two versions",
    _CLOSES: "The conflict that began above ends here",
}


def _said(mark: str) -> str:
    return _SAID.get(mark, "Here the other version of the conflict begins")
