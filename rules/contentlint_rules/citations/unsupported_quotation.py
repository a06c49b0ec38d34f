"""The rule `unsupported-quotation`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations._locked import LockFacts
from contentlint_rules.citations._unsupported import not_said, unsupported

_SAID = "the wheel turned all night and nobody slept"
_CLAIM = f"[The report]({REPORT}) says: “⟦{_SAID}⟧”.\n"
_WORDS = f"The report says: “{_SAID}”."
_TRUE = "the wheel turned half the night and nobody slept"


class UnsupportedQuotation(LockFacts, ProjectRule):
    """What stands in quotation marks stands at its source in the same words.

    Between quotation marks readers expect what somebody said, to the letter. A quotation that was
    written from memory, translated or smoothed belongs into the author's own words. Quotation
    marks, dashes and blanks may differ, and what “[…]” stands for may be anything. What the source
    says was looked up by “contentlint cite update”, and is in contentlint.lock.

    There is no fix: quote what the source says, or say it in your own words.
    """

    name: ClassVar = "unsupported-quotation"
    family: ClassVar = "citations"
    examples: ClassVar = (
        Example(
            bad=_CLAIM,
            good=f"[The report]({REPORT}) says: “{_TRUE}”.\n",
            fixed=False,
            files=locked(claims={_WORDS: fact("quotation", _SAID, "near", _TRUE)}),
            why=f"The source says: “{_TRUE}”.",
        ),
        Example(
            good=f"[The report]({REPORT}) says: “{_SAID}”.\n",
            files=locked(claims={_WORDS: fact("quotation", _SAID, "supported")}),
            why="The source has these words.",
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield quotations that no source of their sentence holds."""
        advice = "Quote what it says, cite the page that says so, or use words of your own"
        for one in unsupported(project, "quotation"):
            yield Found(one.page, not_said(project, one, "the words", advice))
