"""Patterns that are compiled when they are first used: most pages never need most of them."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pattern = re.compile
else:

    class pattern:  # noqa: N801  it stands for re.compile
        """Like ``re.compile``, but nothing is compiled before the first use.

        A fault in the expression (``re.error``) is raised then, and not before.
        """

        def __init__(self, expression: str, flags: int = 0) -> None:
            self._written = expression, flags

        def __getattr__(self, name: str) -> Any:
            value = getattr(re.compile(*self._written), name)
            setattr(self, name, value)  # found without this detour from now on
            return value
