"""The rule `citation-key`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from contentlint import (
    Document,
    Example,
    Found,
    Project,
    ProjectRule,
    Severity,
    Violation,
    pattern,
)

if TYPE_CHECKING:
    from contentlint import Bibliography

_MAYBE = pattern(r"\[(?=[^\[\]]{0,600}?(?<![\w@.])@[\w{])[^\[\]]{1,600}+\](?![(\[:{])")
"""Brackets with a key: no address of a person, no link."""
_MADE = "R-"
"""How the keys begin that bookdown makes for the packages of R, in a file that no one stores."""
_MOST = 2000
"""Keys of a bibliography among which a like one is looked for."""
_BIB = "@book{weiss2020, title={The mill}, year=2020}\n"


class CitationKey(ProjectRule):
    """Every key that a text cites stands in its bibliography, for one work.

    “[@weiss2020]” becomes a name, a year and an entry in the list of sources, if the bibliography
    has that key. If it has not, readers see “(weiss2020?)” or the key itself, and no source. A key
    that two different works have leaves to chance which of them is shown. Bibliographies are what
    the head of the page names (“bibliography”, “references”), else the .bib and CSL-JSON files
    beside the page and in the directories above it; there, one key of the page has to be found
    before another is missed. Where none can be read, nothing is said.

    There is no fix: a key that looks alike is named, but only the author knows what was meant.
    """

    name: ClassVar = "citation-key"
    family: ClassVar = "citations"
    triggers: ClassVar = ("@",)
    examples: ClassVar = (
        Example(
            bad="---\nbibliography: refs.bib\n---\nIt turns ⟦[see @wiess2020, p. 3]⟧.\n",
            good="---\nbibliography: refs.bib\n---\nIt turns [see @weiss2020, p. 3].\n",
            files={"refs.bib": _BIB},
            fixed=False,
        ),
        Example(
            bad="It turns [@weiss2020], by night too ⟦[@kern2021]⟧.\n",
            good="It turns [@weiss2020], by night too.\n",
            files={"refs.bib": _BIB},
            fixed=False,
        ),
        Example(
            bad="It turns ⟦[@weiss2020]⟧.\n",
            good="It turns [@weiss2021].\n",
            files={"refs.bib": _BIB + _BIB.replace("mill", "dam") + _BIB.replace("2020", "2021")},
            fixed=False,
            why="Two works have this key.",
        ),
        Example(good="Thanks to [@weiss2020] and [@kern].\n", why="No bibliography is near."),
        Example(good="Thanks to [@kern].\n", files={"refs.bib": _BIB}, why="A name of a person."),
        Example(
            good="---\nbibliography: refs.bib\n---\nSee [@fig:mill] and `[@kern]`.\n",
            files={"refs.bib": _BIB},
        ),
    )

    def collect(self, document: Document) -> bool | None:
        """Return whether a page may cite by keys: without the parser."""
        return _MAYBE.search(document.text, document.body.start) is not None or None

    def check_project(self, project: Project) -> Iterator[Found]:
        """Yield the keys that no bibliography of their page has, or that two works have."""
        for path in project.facts:
            yield from _of_page(project, path)


def _of_page(project: Project, path: str) -> Iterator[Found]:
    from contentlint import bibliography, citation_keys

    document = project.document(path)
    cited = list(citation_keys(document))
    if not cited:
        return
    known = bibliography(document, project.absolute(path), project.files, project.document)
    if known.works and (known.sure or any(key in known.works for _, key in cited)):
        for span, key in cited:
            message = _wrong(project, known, key)
            certain = known.sure and key not in known.works
            level = Severity.ERROR if certain else Severity.WARNING
            if message:
                yield Found(path, Violation(span, message, None, level))


def _wrong(project: Project, known: "Bibliography", key: str) -> str:
    where = (
        ", ".join(f"“{project.shown(file)}”" for file in known.files[:3]) or "the head of the page"
    )
    if key in known.twice:
        return f"Two different works have the key “{key}” in {where}; give each its own"
    if key in known.works or (key.startswith(_MADE) and not known.sure):
        return ""
    from difflib import get_close_matches

    keys = list(known.works)[:_MOST]
    like = get_close_matches(key, keys, 1, 0.8)
    hint = f"“{like[0]}” is there" if like else "add the work, or correct the key"
    return f"There is no “{key}” in {where}; {hint}"
