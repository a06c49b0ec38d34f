"""The rule `unregistered-doi`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.citations._examples import locked
from contentlint_rules.citations._locked import LockFacts, cited, sentence

_WORK = "https://doi.org/10.5555/mill"
_KINDS = {
    "unregistered": (Severity.ERROR, ""),
    "unregistered-yet": (Severity.WARNING, "It may be too new to be found. "),
}


class UnregisteredDoi(LockFacts, ProjectRule):
    """Every DOI that a page names is known to a register.

    A DOI is registered when a work appears, and stays for good. One that doi.org does not know has
    a wrong digit, or belongs to no work: invented references mostly have such. “contentlint cite
    update” asks; it takes a DOI for unknown only where doi.org says so itself, never because a
    register did not answer. Where the page gives the work the current year, this is a warning only:
    a new DOI may take days until it is found.

    There is no fix: look the work up at its publisher, and copy its DOI from there.
    """

    name: ClassVar = "unregistered-doi"
    family: ClassVar = "citations"
    examples: ClassVar = (
        Example(
            bad=f"It grinds all grain ([Weiss](⟦{_WORK}⟧)).\n",
            fixed=False,
            files=locked(
                _WORK,
                verdict="dead",
                notices=[{"kind": "unregistered", "says": "No register knows 10.5555/mill."}],
            ),
        ),
        Example(good=f"It grinds all grain ([Weiss]({_WORK})).\n", files=locked(_WORK)),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield DOIs that nobody registered."""
        for link in cited(project).sources:
            for notice in link.entry.notices if link.entry else ():
                if notice.kind in _KINDS:
                    level, hint = _KINDS[notice.kind]
                    advice = "Look the work up at its publisher, and copy its DOI from there"
                    message = f"{sentence(notice.says)}. {hint}{advice}"
                    yield Found(link.page, Violation(link.span, message, None, level))
