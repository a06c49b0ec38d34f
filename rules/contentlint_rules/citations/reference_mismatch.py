"""The rule `reference-mismatch`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation
from contentlint_rules.citations._examples import fact, locked
from contentlint_rules.citations._locked import LockFacts, Said, cited, cut
from contentlint_rules.citations._unsupported import place_of

if TYPE_CHECKING:
    from contentlint import Evidence

_WORK = "https://doi.org/10.5555/mill"
_LINE = "Weiss, N. ({}). The mill and its river."
_PAGE = "## Sources\n\n" + _LINE + " " + f"<{_WORK}>\n"
_PARTS = {
    "title": "has the title {found}, and here it is called {said}",
    "author": "names as its authors {found}, and here stands {said}",
    "year": "has the year {found}, and here stands {said}",
    "venue": "says that it appeared in {found}, and here stands {said}",
}
_KINDS = frozenset({"work", *_PARTS})
_WANTING = frozenset({"near", "absent"})
_LONGEST = 160
"""Code points of what a message repeats of a record or a reference."""


def _recorded(year: str, **evidence: str) -> dict[str, Any]:
    """Return the lock of an example, in which a register has another year."""
    words = f"{_LINE.format(year)} {_WORK}"
    return locked(_WORK, claims={words: {**fact(**evidence), "by": "10.5555/mill"}})


class ReferenceMismatch(LockFacts, ProjectRule):
    """A reference describes the work that its DOI leads to.

    Registers hold the title, the authors, the year and the journal of every DOI. “contentlint cite
    update” asks for the record, and compares the entry of the list of sources with it, or the entry
    of the bibliography that “[@key]” cites. Readers who look for a work by a wrong title or name do
    not find it, and where title and authors both differ, the DOI is that of another work. Typing
    errors, initials, accents, subtitles, “et al.” and a year between online and print are no
    difference. What an honest reference may differ in too is told as a hint (info): look at it.

    There is no fix: either the reference or the DOI is wrong, and sometimes it is the record.
    """

    name: ClassVar = "reference-mismatch"
    family: ClassVar = "citations"
    examples: ClassVar = (
        Example(
            bad=_PAGE.format("⟦2012⟧"),
            good=_PAGE.format("2021"),
            fixed=False,
            files=_recorded("2012", kind="year", written="2012", support="absent", found="2021"),
            why="The register has the work with the year 2021.",
        ),
        Example(good=_PAGE.format("2021"), files=locked(_WORK)),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield the parts of references that are not as in the record of their work."""
        for one in cited(project).said:
            evidence = one.best.evidence
            if evidence and evidence.by and one.support in _WANTING and one.kind in _KINDS:
                span = place_of(project.document(one.page), one)
                level = _level(one)
                yield Found(one.page, Violation(span, _message(one, evidence), None, level))


def _level(one: Said) -> Severity:
    if one.support == "near":
        return Severity.INFO
    return Severity.ERROR if one.kind == "work" else Severity.WARNING


def _message(one: Said, evidence: "Evidence") -> str:
    if one.kind == "work":
        found, said = (_line(text) for text in (evidence.found, evidence.written))
        return (
            f"{evidence.by} is another work, {found}; here stands {said}: look up which of the two "
            "is meant"
        )
    parts = {"found": cut(evidence.found, _LONGEST), "said": cut(evidence.written, _LONGEST)}
    told = _PARTS[one.kind].format(**parts)
    hint = one.support == "near"
    advice = "this may be right, but look at it" if hint else "look up which is right"
    return f"The record of {evidence.by} {told}: {advice}"


def _line(text: str) -> str:
    """Return what a work is called and by whom, which has its own quotation marks."""
    return cut(text, 2 * _LONGEST)[1:-1]
