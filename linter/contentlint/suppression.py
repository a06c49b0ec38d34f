"""Comments that silence a finding, and the ones that silence nothing.

``<!-- contentlint-disable-next-line RULE, RULE: reason -->``, the same with ``-disable-line``,
``-disable`` … ``-enable`` and ``-disable-file``; in MDX ``{/* … */}``; in front matter ``# …``.
A rule's family may stand for its rules; no name at all means every rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: which rules it silences (none named: all), and on which lines, from 1.

    ``enabled`` holds the line of each later comment that ends it, with the names that it has.
    """

    names: tuple[str, ...]
    span: Span
    first: int
    last: int
    enabled: tuple[tuple[int, tuple[str, ...]], ...] = ()

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
        what = " or ".join(f"“{name}”" for name in self.names) or "any rule"
        message = f"This comment silences nothing: {what} finds nothing here. Remove the comment"
        fix = Fix.unsafe("Remove the comment", Edit.deletion(self.span))
        return Violation(self.span, message, fix)


def _names(names: tuple[str, ...], rule: str, family: str) -> bool:
    return not names or rule in names or family in names


class Suppressions:
    """The comments of one document, and which of them were of use."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._used: set[Directive] = set()

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The comments that silence something, in order."""
        if TRIGGER not in self._document.text:
            return ()
        return tuple(_resolved(self._document, list(_comments(self._document))))

    def silences(self, rule: str, family: str, line: int) -> bool:
        """Whether a finding is silenced; remembers by what."""
        hits = [one for one in self.directives if one.covers(rule, family, line)]
        self._used.update(hits)
        return bool(hits)

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
        names = tuple(_NAME.findall(rest.partition(":")[0]))
        line = document.position(match.start()).line
        span = Span(*match.span())
        if action == "enable":
            enabled.append((line, names))
        elif action == "disable":
            yield Directive(names, span, line, end, tuple(enabled))
        else:
            first, last = {"disable-file": (1, end), "disable-line": (line, line)}.get(
                action, (line + 1, line + 1)
            )
            yield Directive(names, span, first, last)


@dataclass(frozen=True, kw_only=True)
class UnusedSuppression(Rule):
    """Every comment that silences a rule silences something.

    A comment that no longer silences anything hides the next fault of that kind at its place,
    and tells the next writer of a problem that is not there.

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
