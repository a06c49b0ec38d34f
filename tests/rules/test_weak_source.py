"""Citations whose address cannot say what is said."""

import pytest

from contentlint.testing import assert_flags
from contentlint_rules.citations.weak_source import WeakSource


@pytest.mark.parametrize(
    "marked",
    [
        "It grew by 12 % ⟦([source](https://www.example.org/a))⟧.\n",
        "It grew by 12 % ⟦([source](https://mill.invalid/a))⟧.\n",
        "It grew by 12 %⟦[1](http://localhost:8000/a)⟧.\n",
        "It grew by 12 % ⟦([Weiss, 2020](https://scholar.google.com/scholar?q=mill))⟧.\n",
        "It grew by 12 %.\n\nSource: ⟦[a talk](https://claude.ai/share/6f1)⟧\n",
        "Selon ⟦[l'office](https://mill.org)⟧, 12 % tournent.\n",
        "It grew [1] by 12 % [2].\n\n## Sources\n\n1. ⟦https://bit.ly/abc⟧\n2. https://mill.org/a\n",
        "It grew by 12 % ([mill.org](https://mill.org)).\n",
        "Selon [mill.org](https://mill.org), 12 % tournent.\n",
        "Selon [l'office](https://mill.org), c'est ouvert depuis 1950.\n",
        "It grew by 12 % with [the office](https://mill.org) of the town.\n",
        "Fill in [the long form of 2018](https://bit.ly/abc).\n",
        "Open https://example.com/a or [12 % more](https://example.com).\n",
        "`It grew by 12 % ([source](https://example.org/a)).`\n",
    ],
)
def test_what_is_cited_can_say_it(marked: str) -> None:
    assert_flags(WeakSource(), marked)


def test_hosts_may_be_allowed() -> None:
    assert_flags(WeakSource(allow=("bit.ly",)), "12 % ([source](https://bit.ly/abc)).\n")
    assert_flags(WeakSource(), "12 % ⟦([source](https://bit.ly/abc))⟧.\n")
