"""Named sets of rules. Three are levels, each with all of the one before; the others come on top.

A rule says which sets it is in. In none, it runs only where the settings name it.
"""

from collections.abc import Iterable, Mapping

LEVELS = ("essential", "recommended", "strict")
"""What is wrong on every site; what careful sites keep to; what the most careful ones do."""

DEFAULT = ("essential",)


def expanded(chosen: Iterable[str]) -> frozenset[str]:
    """Return the sets that are on: those chosen, with all levels up to the highest of them.

    Without a level, the first is on: the others come on top of it.
    """
    names = frozenset(chosen)
    highest = max((LEVELS.index(name) for name in names if name in LEVELS), default=0)
    return names | frozenset(LEVELS[: highest + 1])


def known(rules: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names of all sets: the levels, and what rules name besides."""
    others = {name for presets in rules for name in presets if name not in LEVELS}
    return (*LEVELS, *sorted(others))


def state(presets: tuple[str, ...]) -> str:
    """Say which sets a rule is in, in words."""
    return f"in {', '.join(presets)}" if presets else "only when named"


def members(rules: Mapping[str, tuple[str, ...]], chosen: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the rules that are on when these sets are chosen."""
    on = expanded(chosen)
    return tuple(name for name, presets in rules.items() if not on.isdisjoint(presets))
