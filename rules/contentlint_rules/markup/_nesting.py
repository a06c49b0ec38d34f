"""Which tags of a page have no other half, and which close in the wrong order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from contentlint_rules.markup._elements import PAIRED, RAW
from contentlint_rules.markup._tags import Tag

_DEEPEST = 300
"""Elements in each other, far more than any page has; beyond them nothing is said."""


@dataclass(frozen=True, slots=True)
class Nesting:
    """``opened`` are never closed, ``strays`` close nothing, ``swapped`` close in the wrong order.

    ``swapped`` has for each tag that closes too early the first that it should have waited for.
    """

    opened: list[Tag] = field(default_factory=list)
    strays: list[Tag] = field(default_factory=list)
    swapped: dict[Tag, Tag] = field(default_factory=dict)

    @classmethod
    def of(cls, tags: Iterable[Tag]) -> "Nesting":
        """Return what does not nest among the tags of a page, which come in order."""
        found, early = cls(), dict[Tag, Tag]()
        for tag in tags:
            if tag.name not in PAIRED:
                continue
            if len(found.opened) > _DEEPEST:
                return cls()
            if not tag.closing:
                # A frame, a script and the like hide all that follows; others may be the site's.
                if not tag.slashed or tag.name in RAW:
                    found.opened.append(tag)
                continue
            found._close(tag, early)
        return found

    def _close(self, tag: Tag, early: dict[Tag, Tag]) -> None:
        """``early`` says by which closing tag one was passed over that is still open."""
        for at in range(len(self.opened) - 1, -1, -1):
            if self.opened[at].name == tag.name:
                early.update((each, tag) for each in self.opened[at + 1 :])
                passed = early.pop(self.opened.pop(at), None)
                if passed:
                    self.swapped.setdefault(passed, tag)
                return
        self.strays.append(tag)
