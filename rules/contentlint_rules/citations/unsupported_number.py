"""The rule `unsupported-number`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule
from contentlint_rules.citations._examples import REPORT, locked, number
from contentlint_rules.citations._locked import LockFacts
from contentlint_rules.citations._unsupported import not_said, unsupported

_CLAIM = "The report counts 17 % of the rye."


class UnsupportedNumber(LockFacts, ProjectRule):
    """A number with a source stands on the page of that source.

    A figure is copied with a digit too many, a comma in the wrong place or from the row below, or
    it comes from somewhere else and the source was put beside it later. Readers who look it up lose
    trust in the whole page. What the source says was looked up by “contentlint cite update”, in
    whatever way a number may be written, and is in contentlint.lock. A sentence with several
    sources needs the number at one of them. Where a source could not be read whole, or not at all,
    nothing is told.

    There is no fix: correct the figure, or cite the page that has it. One that you worked out
    yourself stands on no page: say so in a comment, as in “contentlint-disable-next-line
    unsupported-number: derived from 55 % and 78 %”.
    """

    name: ClassVar = "unsupported-number"
    family: ClassVar = "citations"
    examples: ClassVar = (
        Example(
            bad=f"[The report]({REPORT}) counts ⟦17 %⟧ of the rye.\n",
            good=f"[The report]({REPORT}) counts 1.7 % of the rye.\n",
            fixed=False,
            files=locked(
                claims={_CLAIM: number("17 %", "near", "1.7 %", "Of the rye, 1.7 % was lost.")}
            ),
            why="The source was seen to say: “Of the rye, 1.7 % was lost.”",
        ),
        Example(
            bad=f"[This report]({REPORT}) counts ⟦17 %⟧ of the rye.\n",
            fixed=False,
            files=locked(claims={_CLAIM.replace("The", "This"): number("17 %", "absent")}),
            why="All of the source was read, and nothing like it stands there.",
        ),
        Example(
            good=f"[The report]({REPORT}) counts 17 % of the rye.\n",
            files=locked(claims={_CLAIM: number("17 %", "supported", "17 percent")}),
            why="The source says “17 percent”.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield numbers that no source of their sentence holds."""
        advice = "Correct the figure, or cite the page that has it"
        for one in unsupported(project, "number"):
            yield Found(one.page, not_said(project, one, "the figure", advice))
