"""The rule `stale-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import Document, Example, Rule, Severity, Violation, pattern
from contentlint_rules.citations._study import STUDY

_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STUDY = pattern(rf"(?i)(?:{STUDY})s?\b")
_NAMED = pattern(
    r"://[^\s/]{1,253}/[^\s()<>\"']{0,500}?(?:[a-z][-_.]?(?:19|20)\d\d|(?:19|20)\d\d[-_.]?[a-z])"
)
_WORDY = pattern(r"(?i)[a-z]{3,}")
_SPAN = pattern(r"(?:19|20)\d\d\s?[-–/]\s?\d\d")


class StaleSource(Rule):
    """A report of one year does not lead to that of an earlier one.

    Pages are brought up to date by writing the new year into them, and the link of last year's
    report stays. Readers who open it find other figures than those of the page. Only links whose
    words name a report, a study or a survey and one year are looked at, and only addresses that
    name exactly one other, earlier year in words: “/ai-index-2023/”, not the date in
    “/2023/05/ai-index/”.

    There is no fix: the address of the other report has to be looked up.
    """

    name: ClassVar = "stale-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.INFO
    presets: ClassVar = ("strict",)
    triggers: ClassVar = ("://",)
    examples: ClassVar = (
        Example(
            bad="See the [2025 mill report](⟦https://mill.org/mill-report-2023.pdf⟧).\n",
            good="See the [2025 mill report](https://mill.org/mill-report-2025.pdf).\n",
            fixed=False,
        ),
        Example(
            bad="Voir [le rapport annuel 2024](⟦https://mill.org/rapport-2022/⟧).\n",
            good="Voir [le rapport annuel 2024](https://mill.org/rapport-2024/).\n",
            fixed=False,
        ),
        Example(good="See the [2025 mill report](https://mill.org/2023/05/mill-report.pdf).\n"),
        Example(good="See the [2023 mill report](https://mill.org/mill-report-2024.pdf).\n"),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield addresses that name an earlier year than their link."""
        if not _NAMED.search(document.text) or not _STUDY.search(document.text):
            return
        from contentlint import addresses

        places = {one.span for one in addresses(document)}
        for link in document.links:
            said = _said(document[link.content]) if link.target in places else 0
            led = _led(link.url) if said else 0
            if led and led < said and link.target is not None:
                message = (
                    f"The link speaks of {said}, its address of {led}: look for that of {said}, "
                    "or write the year of what is cited"
                )
                yield Violation(link.target, message)


def _said(words: str) -> int:
    """Return the one year of a link's words that name a study; 0 for none."""
    years = set(_YEAR.findall(words))
    if len(years) != 1 or _SPAN.search(words) or not _STUDY.search(words):
        return 0
    return int(years.pop())


def _led(url: str) -> int:
    """Return the one year that an address names among words; 0 for none, or for several."""
    path = url.partition("://")[2].partition("/")[2]
    parts = [part for part in path.split("/") if _WORDY.search(part.replace("html", ""))]
    if _SPAN.search(path):
        return 0
    every = set(_YEAR.findall(path))
    named = {year for part in parts for year in _YEAR.findall(part)}
    return int(named.pop()) if len(every) == 1 and len(named) == 1 else 0
