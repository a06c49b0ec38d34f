"""The rule `french-spacing`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from contentlint import Document, Edit, Example, Fix, Help, Rule, Severity, Violation
from contentlint_rules.prose._french import Place, is_quoted, is_text, possible
from contentlint_rules.prose._shared import looks_french

_SIGNS = (":", ";!?", "«»")


@dataclass(frozen=True, kw_only=True)
class FrenchSpacing(Rule):
    """A French page puts a blank before “:”, “;”, “!”, “?” and inside “« »” everywhere, or nowhere.

    Which of the two is right depends on the country and the house, so what nearly all places of
    the page have is taken for what was meant. Only then do the few others look like slips. Blanks
    of all kinds are equal here, since few authors can see or type others than the common one.

    The fix is unsafe: it writes the place as the others are, but a colon may belong to a name or
    to another language.
    """

    name: ClassVar = "french-spacing"
    family: ClassVar = "prose"
    severity: ClassVar = Severity.WARNING
    presets: ClassVar = ("recommended",)
    triggers: ClassVar = (" :", " ;", " !", " ?", "\xa0", "\u202f", "«", "&nbsp;")
    examples: ClassVar = (
        Example(
            bad="Le moulin est là ! Où ? Ici ! Et pour les autres ? Là ⟦bas!⟧\n",
            good="Le moulin est là ! Où ? Ici ! Et pour les autres ? Là bas !\n",
            path="fr/page.md",
            options={"least": 4, "share": 0.8},
            fixed=False,
        ),
        Example(good="Le moulin est là ! Où ? Et pour les autres?\n", path="fr/page.md"),
        Example(good="The mill is there ! Where ? Not for the others?\n", path="en/page.md"),
    )

    least: Annotated[int, Help("How many places with the same habit a page must have.")] = 10
    share: Annotated[float, Help("Which share of all places they must be.")] = 0.9

    def check(self, document: Document) -> Iterator[Violation]:
        """Yield the few places that differ from all others of the page."""
        if not looks_french(document.text):
            return
        found = possible(document)
        for signs in _SIGNS:
            mine = [one for one in found if one.sign in signs]
            if self._is_mixed(mine) and document.language == "fr":
                yield from self._slips(document, mine)

    def _is_mixed(self, found: list[Place]) -> bool:
        """Whether it pays to look closer: enough places of one kind, and any of the other."""
        few, many = _sorted(found)
        return bool(few) and len(many) >= self.least

    def _slips(self, document: Document, found: list[Place]) -> Iterator[Violation]:
        few, many = _sorted([place for place in found if is_text(document, place)])
        if len(many) < max(self.least, self.share * (len(few) + len(many))):
            return
        ((blank, _),) = Counter(one.blank for one in many).most_common(1)
        for place in few:
            if not is_quoted(document, place):
                yield _violation(place, blank, len(many))


def _sorted(found: list[Place]) -> list[list[Place]]:
    """Return the places with a blank and those without, the fewer first."""
    spaced, glued = [p for p in found if p.blank], [p for p in found if not p.blank]
    return sorted((spaced, glued), key=len)


def _violation(place: Place, blank: str, many: int) -> Violation:
    wanted = "has no blank" if blank else "has a blank"
    side = "after" if place.sign == "«" else "before"
    edit = Edit.replacement(place.gap, blank)
    title = f"Put a blank in {side} it" if blank else "Take the blank out"
    others = "have one" if blank else "have none"
    message = f"“{place.sign}” {wanted} {side} it; {many} others on this page {others}"
    return Violation(place.shown, message, Fix.unsafe(title, edit), Severity.WARNING)
