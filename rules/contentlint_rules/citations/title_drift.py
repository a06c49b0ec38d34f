"""The rule `title-drift`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations._locked import LockFacts, cut
from contentlint_rules.citations._unsupported import differs, unsupported

_TITLE = "Rye and wheat of the valley"
_LINK = f"See [{_TITLE}]({REPORT}).\n"
_OTHER = {f"See {_TITLE}.": fact("title", _TITLE, "absent", "Ten mills to visit in spring")}
_SAME = {f"See {_TITLE}.": fact("title", _TITLE, "supported")}


class TitleDrift(LockFacts, ProjectRule):
    """A source has the title that the page gives it.

    Where title and page have nothing in common, the address is that of another work, or the page
    that was there has been replaced. Titles are compared without the name of the site, and only
    ones that share next to nothing are told. What the source is called was seen by “contentlint
    cite update”.

    There is no fix: either the title or the address is wrong, and only the author knows which.
    """

    name: ClassVar = "title-drift"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    examples: ClassVar = (
        Example(
            bad=_LINK.replace(_TITLE, f"⟦{_TITLE}⟧"),
            good=f"See [ten mills]({REPORT}).\n",
            fixed=False,
            files=locked(claims=_OTHER),
            why="The page at this address is called “Ten mills to visit in spring”.",
        ),
        Example(good=_LINK, files=locked(claims=_SAME)),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield titles that are not those of their sources."""
        for one in unsupported(project, "title"):
            found = one.best.found
            calls = f"calls itself {cut(found, 100)}" if found else "does not call itself so"
            message = f"{one.best.source} {calls}: correct the title, or the address"
            yield Found(one.page, differs(project, one, message))
