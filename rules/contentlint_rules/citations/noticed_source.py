"""The rule `noticed-source`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from contentlint import Example, Found, Project, ProjectRule, Severity, Violation, pattern
from contentlint_rules.citations._examples import locked
from contentlint_rules.citations._locked import Link, LockFacts, cited, cut, firsts, sentence

if TYPE_CHECKING:
    from contentlint import Notice

_WORK = "https://doi.org/10.5555/mill"
_KINDS = {
    "retraction": (Severity.ERROR, "Cite another work, or tell readers that it was retracted"),
    "withdrawal": (Severity.ERROR, "Cite another work, or tell readers that it was withdrawn"),
    "concern": (Severity.WARNING, "Read the notice before you rely on this work"),
    "correction": (Severity.INFO, "See whether what you cite was corrected"),
    "published": (Severity.INFO, "Cite the published version, if it says the same"),
}
_OTHER = (Severity.INFO, "Read the notice")
_KNOWN = pattern(
    r"(?i)\b(?:retract|r[ée]tract|withdr[ae]w|zur[üu]ckgezogen|zur[üu]ckziehung|retir[ée]e?\b"
    r"|retirad|retratad|ritrattat|ritirat|despublicad)"
)
_AROUND = 300


class NoticedSource(LockFacts, ProjectRule):
    """No work is cited as if nothing had happened that was retracted or corrected since.

    Publishers retract works whose results do not hold, and register that with Crossref; so they do
    with corrections, concerns, and a preprint that has become an article. Works go on being cited
    for years after. “contentlint cite update” asks the register for each DOI. Where the page itself
    speaks of the retraction, nothing is told.

    There is no fix: what the notice means for the page, only a reader of both can tell.
    """

    name: ClassVar = "noticed-source"
    family: ClassVar = "citations"
    examples: ClassVar = (
        Example(
            bad=f"It grinds all grain ([Weiss](⟦{_WORK}⟧)).\n",
            fixed=False,
            files=locked(
                _WORK, notices=[{"kind": "retraction", "says": "It was retracted in 2024."}]
            ),
        ),
        Example(
            good=f"[Weiss]({_WORK}) has been retracted since.\n",
            files=locked(
                _WORK, notices=[{"kind": "retraction", "says": "It was retracted in 2024."}]
            ),
        ),
    )

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield sources of which a register says something, each once a page."""
        for link in firsts(cited(project).sources):
            for notice in noticed(link):
                text = project.document(link.page).text
                around = text[max(0, link.span.start - _AROUND) : link.span.end + _AROUND]
                if not (notice.kind in {"retraction", "withdrawal"} and _KNOWN.search(around)):
                    level, advice = _KINDS.get(notice.kind, _OTHER)
                    message = f"{_told(notice)}. {advice}"
                    yield Found(link.page, Violation(link.span, message, None, level))


def noticed(link: Link) -> "Iterator[Notice]":
    """Yield what registers say of a work that one of them has."""
    notices = link.entry.notices if link.entry else ()
    yield from (one for one in notices if not one.kind.startswith("unregistered"))


def _told(notice: "Notice") -> str:
    where = f" ({cut(notice.url, 100)[1:-1]})" if notice.url else ""
    return f"A register says of this work: {sentence(notice.says)}{where}"
