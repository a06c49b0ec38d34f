"""One search for many kinds, of which most texts hold hardly any."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Generic, Protocol, TypeVar


class Kind(Protocol):
    """What is looked for: a pattern without groups that capture, and its literals.

    Each match holds one of the ``triggers``.
    """

    @property
    def name(self) -> str:
        """Names it, and the group of the pattern that finds it."""
        ...

    @property
    def pattern(self) -> str:
        """Matches it and nothing else."""
        ...

    @property
    def triggers(self) -> tuple[str, ...]:
        """Literals without one of which a text holds none."""
        ...


_K = TypeVar("_K", bound=Kind)


class Lookup(Generic[_K]):
    """Finds some kinds in one go.

    Only those are tried of which a text holds a trigger: a pattern of them all takes milliseconds
    to get through a page, and one of a single kind leaps through it.
    """

    def __init__(self, kinds: tuple[_K, ...]) -> None:
        self._by_name = {kind.name: kind for kind in kinds}

    def finditer(self, text: str) -> Iterator[tuple[_K, "re.Match[str]"]]:
        """Yield what a text holds, in order, with its kind."""
        held = tuple(name for name, kind in self._by_name.items() if _may_hold(text, kind))
        for match in self._compiled(held).finditer(text) if held else ():
            yield self._by_name[match.lastgroup or ""], match

    @lru_cache(maxsize=64)  # noqa: B019  there is one of each family for good
    def _compiled(self, names: tuple[str, ...]) -> "re.Pattern[str]":
        return re.compile("|".join(f"(?P<{one}>{self._by_name[one].pattern})" for one in names))


def _may_hold(text: str, kind: Kind) -> bool:
    return any(trigger in text for trigger in kind.triggers)
