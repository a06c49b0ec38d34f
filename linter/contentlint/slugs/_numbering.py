"""How generators tell apart headings that would have the same address.

``taken`` holds the addresses of the page so far; what it says of each is for the function that
filled it.
"""

from contentlint.patterns import pattern

_COUNT = pattern(r"^(.*)_([0-9]+)$")


def counted(slug: str, taken: dict[str, int]) -> str:
    """Return ``slug-1``, ``slug-2`` … without a look at whether that is free."""
    count = taken[slug] = taken.get(slug, -1) + 1
    return f"{slug}-{count}" if count else slug


def searched(slug: str, taken: dict[str, int]) -> str:
    """Return the first of ``slug-1``, ``slug-2`` … that is free."""
    free = slug
    while free in taken:  # what was tried once stays taken, so it is not tried again
        taken[slug] += 1
        free = f"{slug}-{taken[slug]}"
    taken[free] = 0
    return free


def underscored(slug: str, taken: dict[str, int]) -> str:
    """Return ``slug_1``, ``slug_2`` … that is free; ``slug_1`` itself goes on with ``slug_2``."""
    free = slug
    if slug in taken or not slug:
        match = _COUNT.match(slug)
        base, count = (match[1], int(match[2])) if match else (slug, 0)
        count = max(count, taken.get(slug, 0)) + 1
        while f"{base}_{count}" in taken:
            count += 1
        free = f"{base}_{count}"
        taken[slug] = count
    taken.setdefault(free, 0)
    return free
