"""The rule `unverified-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.citations._examples import REPORT, locked
from contentlint_rules.citations._locked import LockFacts, cited, cut, firsts, sentence

_UNREAD = frozenset({"login", "blocked", "failed", "timeout", "tls", "refused"})


class UnverifiedSource(LockFacts, ProjectRule):
    """Every source could be read when it was looked up.

    Some sources turn programs away, ask for a password, or did not answer: people may well be able
    to read them. Here and there a page could be read only in part. What rests on them was looked
    up by nobody, and this is the list of what to look at oneself.

    There is no fix: nothing is wrong as far as is known.
    """

    name: ClassVar = "unverified-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    examples: ClassVar = (
        Example(
            bad=f"See [the report](⟦{REPORT}⟧).\n",
            fixed=False,
            files=locked(verdict="blocked", reason="It turns programs away (403)."),
            why="The site turned the program away; people may be able to read it.",
        ),
        Example(good=f"See [the report]({REPORT}).\n", files=locked()),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield sources that could not be read, and facts that could not be found out."""
        known = cited(project)
        for link in firsts(known.links):
            if link.entry and link.entry.verdict in _UNREAD:
                message = (
                    f"This source could not be read on {link.entry.checked[:10]}: "
                    f"{sentence(link.entry.reason)}; look at it yourself"
                )
                yield Found(link.page, Violation(link.span, message))
        for one in known.said:
            evidence = one.best.evidence
            if evidence and evidence.support == "unknown" and one.best.is_fresh:
                why = f": {sentence(evidence.why)}" if evidence.why else ""
                message = f"Whether the source says {cut(one.written, 100)} is not known{why}"
                yield Found(one.page, Violation(one.span, message))
