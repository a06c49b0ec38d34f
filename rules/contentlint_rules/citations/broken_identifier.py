"""The rule `broken-identifier`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Edit, Example, Fix, Part, Rule, Span, Violation
from contentlint_rules.citations._identifiers import Fault, faults


class BrokenIdentifier(Rule):
    """The number of a book, an article or a person can be right.

    An ISBN, an ISSN or an ORCID iD ends in a digit that is worked out from the others, a DOI and
    the numbers of arXiv and PubMed have a form of their own. So one wrong or missing digit shows
    without asking anybody. With it, no reader finds the source, and invented sources often have
    numbers that cannot be. Code is left alone.

    The fix takes out a “https://doi.org/” that stands twice, which is safe. Which digit is wrong
    nobody can tell from the number: look it up at the source.
    """

    name: ClassVar = "broken-identifier"
    family: ClassVar = "citations"
    changes: ClassVar = Part.LINKS | Part.TEXT
    triggers: ClassVar = (
        "ISBN", "ISSN", "orcid.org/", "doi.org/", "DOI.org/", "arxiv.org/", "arXiv:", "PMID",
        "pubmed.ncbi.nlm.nih.gov/",
    )  # fmt: skip
    examples: ClassVar = (
        Example(
            bad="Noria Weiss, *The mill*, ISBN ⟦978-0-306-40615-8⟧.\n",
            good="Noria Weiss, *The mill*, ISBN 978-0-306-40615-7.\n",
            fixed=False,
            why="The last digit would have to be 7.",
        ),
        Example(
            bad="[The wheel](https://arxiv.org/abs/⟦2313.01234⟧)\n",
            good="[The wheel](https://arxiv.org/abs/2312.01234)\n",
            fixed=False,
            why="There is no month 13.",
        ),
        Example(
            bad="[The wheel](https://doi.org/⟦https://doi.org/10.1000/182⟧)\n",
            good="[The wheel](https://doi.org/10.1000/182)\n",
        ),
        Example(good="ISBN 0-306-40615-2, ISSN 2049-3630, arXiv:2312.01234v2, PMID: 17284678\n"),
        Example(good="`ISBN 978-0-306-40615-8` and <https://orcid.org/0000-0002-1825-0097>\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield numbers that cannot be right."""
        found = sorted(faults(document.text, document.body.start))
        hidden = (*document.templates, *document.comments) if found else ()
        for span, fault in found:
            if not document.is_code(span) and not any(map(span.overlaps, hidden)):
                yield _told(document, span, fault)


def _told(document: Document, span: Span, fault: Fault) -> Violation:
    shown = document[span]
    if not fault.instead:
        message = f"“{shown}” cannot be right: {fault.why}; look the number up at the source"
        return Violation(span, message)
    surplus = Span(span.start, span.end - len(fault.instead))
    fix = Fix.safe(f"Write {fault.instead}", Edit.deletion(surplus))
    return Violation(span, f"“{shown}”: {fault.why}; write it once", fix)
