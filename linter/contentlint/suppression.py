"""Comments that silence a finding, and the ones that silence nothing.

``<!-- contentlint-disable-next-line RULE, RULE: reason -->``, the same with ``-disable-line``,
``-disable`` … ``-enable`` and ``-disable-file``; in MDX ``{/* … */}``; in front matter ``# …``.
A rule's family may stand for its rules; no name at all means every rule. ``until 2027-03-01``
before the colon says on which day it silences for the last time (UTC).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from contentlint.document import Document
from contentlint.fix import Edit, Fix
from contentlint.patterns import pattern
from contentlint.rule import Example, Rule
from contentlint.span import Span
from contentlint.violation import Severity, Violation

TRIGGER = "contentlint-"
_ACTION = r"contentlint-(disable-next-line|disable-line|disable-file|disable|enable)\b"
_COMMENT = pattern(
    rf"<!--[ \t]*{_ACTION}([^\n]{{0,500}}?)-->|\{{/\*[ \t]*{_ACTION}([^\n]{{0,500}}?)\*/\}}"
)
_YAML_COMMENT = pattern(rf"(?m)#[ \t]*{_ACTION}([^\r\n]{{0,500}})$")
_NAME = pattern(r"[\w-]+")
_UNTIL = pattern(r"(?:\A|[\s,])until(?:[ \t]+(?P<day>\S{1,40}))?(?!\S)")
EXPIRY = "suppression until"
"""The name of the fact that a comment of a page ends on a day: the first such day."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: which rules it silences (none named: all), and on which lines, from 1.

    ``enabled`` holds the line of each later comment that ends it, with the names that it has.
    ``until`` is the last day on which it silences; None: for good. ``unclear`` is what stands in
    the place of such a day, where that is none.
    """

    names: tuple[str, ...]
    span: Span
    first: int
    last: int
    enabled: tuple[tuple[int, tuple[str, ...]], ...] = ()
    until: date | None = None
    unclear: str | None = None

    def is_over(self, today: date | None) -> bool:
        """Whether its day has passed; never where nobody says what day it is."""
        return self.until is not None and today is not None and self.until < today

    def covers(self, rule: str, family: str, line: int) -> bool:
        """Whether it silences a finding of a rule on a line."""
        if not _names(self.names, rule, family) or not self.first <= line <= self.last:
            return False
        return not any(at < line for at, names in self.enabled if _names(names, rule, family))

    def names_rule(self, rule: str, family: str) -> bool:
        """Whether it silences findings of a rule, wherever it stands."""
        return _names(self.names, rule, family)

    def useless(self) -> Violation:
        """Return the finding that it silences nothing."""
        message = (
            f"This comment silences nothing: {self._what} finds nothing here. Remove the comment"
        )
        fix = Fix.unsafe("Remove the comment", Edit.deletion(self.span))
        return Violation(self.span, message, fix)

    def over(self) -> Violation:
        """Return the finding that its day has passed."""
        return Violation(
            self.span,
            f"This comment silenced {self._what} until {self.until}, and no longer does: settle "
            "what it was there for and remove it, or give it a later day",
        )

    def endless(self) -> Violation:
        """Return the finding that what should be its last day is none."""
        return Violation(
            self.span,
            f"“until {self.unclear}” names no day, so that this comment silences {self._what} for "
            "good: write the day as in “until 2027-03-01”",
        )

    @property
    def _what(self) -> str:
        return " or ".join(f"“{name}”" for name in self.names) or "any rule"


def _names(names: tuple[str, ...], rule: str, family: str) -> bool:
    return not names or rule in names or family in names


class Suppressions:
    """The comments of one document, and which of them were of use.

    ``today`` is the day by which it is judged whether they still hold; without it all of them do.
    """

    def __init__(self, document: Document, today: date | None = None) -> None:
        self._document, self._today = document, today
        self._used: set[Directive] = set()

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The comments that silence something, in order."""
        if TRIGGER not in self._document.text:
            return ()
        return tuple(_resolved(self._document, list(_comments(self._document))))

    def silences(self, rule: str, family: str, line: int) -> bool:
        """Whether a finding is silenced; remembers by what, or by what it once was."""
        hits = [one for one in self.directives if one.covers(rule, family, line)]
        self._used.update(hits)
        return not all(one.is_over(self._today) for one in hits)

    @property
    def expiry(self) -> date | None:
        """The first day that is the last of a comment."""
        return min((one.until for one in self.directives if one.until), default=None)

    def over(self) -> Iterator[Directive]:
        """Yield the comments whose day has passed, whether they silenced something or not."""
        yield from (one for one in self.directives if one.is_over(self._today))

    def unused(self, ran: Iterable[tuple[str, str]] | None = None) -> Iterator[Directive]:
        """Yield the comments that silenced nothing; ``ran`` names each rule and its family.

        One that names a rule which did not run may be of use in another run.
        """
        known = None if ran is None else {name for pair in ran for name in pair}
        for directive in self.directives:
            if directive not in self._used and (known is None or known.issuperset(directive.names)):
                yield directive


def _comments(document: Document) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield each comment outside code, with its action and its names."""
    body = document.body
    for match in _YAML_COMMENT.finditer(document.text, 0, body.start):
        yield match, match[1], match[2]
    code = [node.span for node in document.code]
    for match in _COMMENT.finditer(document.text, body.start, body.end):
        if not any(match.start() in span for span in code):
            yield match, match[1] or match[3], match[2] or match[4] or ""


def _resolved(
    document: Document, comments: list[tuple[re.Match[str], str, str]]
) -> Iterator[Directive]:
    """Turn comments into directives: an ``enable`` ends every ``disable`` before it."""
    end = len(document.lines)
    enabled: list[tuple[int, tuple[str, ...]]] = []
    for match, action, rest in reversed(comments):
        head = rest.partition(":")[0]
        limit = _UNTIL.search(head)
        names = tuple(_NAME.findall(head, 0, limit.start() if limit else len(head)))
        term = _term(limit["day"] or "") if limit else (None, None)
        line = document.position(match.start()).line
        span = Span(*match.span())
        if action == "enable":
            enabled.append((line, names))
        elif action == "disable":
            yield Directive(names, span, line, end, tuple(enabled), *term)
        else:
            first, last = {"disable-file": (1, end), "disable-line": (line, line)}.get(
                action, (line + 1, line + 1)
            )
            yield Directive(names, span, first, last, (), *term)


def _term(written: str) -> tuple[date | None, str | None]:
    """Return the day that is written, or what is written where that is none."""
    try:
        return (date.fromisoformat(written), None) if len(written) == 10 else (None, written)
    except ValueError:
        return None, written


@dataclass(frozen=True, kw_only=True)
class UnusedSuppression(Rule):
    """Every comment that silences a rule silences something.

    A comment that no longer silences anything hides the next fault of that kind at its place,
    and tells the next writer of a problem that is not there. One that is meant for a time says so,
    as in “contentlint-disable-next-line dead-link until 2027-03-01: the archive is being moved”:
    after that day (UTC) it silences no longer, and is reported too. One for a rule that judges by
    contentlint.lock is left alone: what a source says may change.

    The fix, which removes the comment, is unsafe: it may be there for a rule that finds
    something only on another day.
    """

    name: ClassVar[str] = "unused-suppression"
    family: ClassVar[str] = "suppression"
    severity: ClassVar[Severity] = Severity.WARNING
    triggers: ClassVar[tuple[str, ...]] = (TRIGGER,)
    examples: ClassVar[tuple[Example, ...]] = ()

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield nothing: only the engine knows which comments were of use."""
        del document
        return iter(())
