"""The option that several rules of the family have: kinds that are kept on purpose."""

from collections.abc import Collection, Iterable

from contentlint import OptionError


def known(allowed: Iterable[str], kinds: Collection[str], what: str) -> None:
    """Raise OptionError for the first kind that there is not; ``what`` says kinds of what."""
    for name in allowed:
        if name not in kinds:
            raise OptionError("allow", f"{name} is no kind of {what}; there are {sorted(kinds)}")
