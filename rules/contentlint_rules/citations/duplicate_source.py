"""The rule `duplicate-source`."""

from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    NUMBERED,
    Document,
    Example,
    Rule,
    Severity,
    Source,
    Violation,
    pattern,
    sourced,
    untracked,
)

_ADDRESS = pattern(r"https?://[^\s<>\"'`|\\]{1,1000}")
_NOISE = pattern(r"(?i)\Ahttps?://(?:www\.)?|#:~:text=.*")
_DOI = pattern(r"(?i)\bdoi\.org/(10\.\S+)")


class DuplicateSource(Rule):
    """Every source stands in the list once, under a number of its own.

    The same page under two numbers looks like two sources that agree. A number that two sources
    have leaves open which of them is meant. Both come from lists that were put together from
    several drafts.

    There is no fix: with an entry taken out, all numbers behind it would change.
    """

    name: ClassVar = "duplicate-source"
    family: ClassVar = "citations"
    severity: ClassVar = Severity.WARNING
    triggers: ClassVar = NUMBERED
    examples: ClassVar = (
        Example(
            bad=(
                "It turns [1], by night too [2].\n\n## Sources\n\n1. Weiss, https://mill.org/wheel\n"
                "⟦2⟧. The wheel, https://www.mill.org/wheel/\n"
            ),
            good=(
                "It turns [1], by night too [2].\n\n## Sources\n\n1. Weiss, https://mill.org/wheel\n"
                "2. The dam, https://www.mill.org/dam/\n"
            ),
            fixed=False,
        ),
        Example(
            bad="It turns [1], by night too [2].\n\n## Sources\n\n[1] Weiss\n[2] Kern\n[⟦2⟧] Ott\n",
            good="It turns [1], by night too [2].\n\n## Sources\n\n[1] Weiss\n[2] Kern\n[3] Ott\n",
            fixed=False,
        ),
        Example(
            good=(
                "It turns [1][2].\n\n## Sources\n\n1. Weiss, https://mill.org/a?page=1\n"
                "2. Weiss, https://mill.org/a?page=2\n"
            )
        ),
    )

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield entries whose number or address an earlier one has."""
        page = sourced(document)
        numbers: set[int] = set()
        places: dict[str, int] = {}
        for entry in page.entries if page else ():
            place = _place(document, entry)
            if entry.number in numbers:
                message = f"Two sources have the number {entry.number}; give each its own"
                yield Violation(entry.mark, message)
            elif place and place in places:
                yield Violation(
                    entry.mark,
                    f"This is the same address as source {places[place]}; cite that one, or write "
                    "which other was meant",
                )
            numbers.add(entry.number)
            places.setdefault(place, entry.number)


def _place(document: Document, entry: Source) -> str:
    """Return what the only address of an entry leads to, less what makes no difference."""
    found = set(_ADDRESS.findall(document[entry.span]))
    if len(found) != 1:
        return ""
    address = found.pop().rstrip(".,;:)]*_")
    doi = _DOI.search(address)
    if doi:
        return doi[1].lower()
    host, slash, rest = _NOISE.sub("", untracked(address)).partition("/")
    return f"{host.lower()}{slash}{rest}".rstrip("/")
