"""The rule `unrelated-evidence`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.citations._examples import REPORT, locked, number
from contentlint_rules.citations._locked import LockFacts, cited, cut, quoting

_WORDS = "The report counts 17 mills."


class UnrelatedEvidence(LockFacts, ProjectRule):
    """What a source is cited for stands there in a sentence about the same thing.

    A small number stands somewhere on almost every long page. Where the sentence round it shares
    no word with the one that cites it, it may be a number of something else. Often both only use
    other words, or other languages, so this is worth a look and no more.

    There is no fix: look at the source, and cite the place that is meant.
    """

    name: ClassVar = "unrelated-evidence"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    examples: ClassVar = (
        Example(
            bad=f"[The report]({REPORT}) counts ⟦17⟧ mills.\n",
            fixed=False,
            files=locked(claims={_WORDS: number("17", "elsewhere", "17", "Call extension 17.")}),
            why="The source has the number in this sentence only: “Call extension 17.”",
        ),
        Example(
            good=f"[The report]({REPORT}) counts 17 mills.\n",
            files=locked(claims={_WORDS: number("17", "supported", "17", "It has 17 mills.")}),
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield facts that stand at their source, but in another context."""
        for one in cited(project).said:
            if one.support == "elsewhere":
                message = (
                    f"{one.best.source} has {cut(one.written, 100)} only where it shares no word "
                    f"with this sentence{quoting(one.best)}"
                )
                yield Found(one.page, Violation(one.span, message.rstrip(".")))
