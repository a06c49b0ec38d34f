"""What the rule unused-reference flags, and what it leaves alone."""

import pytest

from contentlint import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.markup.unused_reference import UnusedReference

RULE = UnusedReference()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Text [a].\n\n[a]: /a\n⟦[b]: /b⟧\n", "Text [a].\n\n[a]: /a\n"),
        ("Text.\r\n\r\n⟦[b]: /b 'c'⟧\r\n[//]: # (d)\r\n", "Text.\r\n\r\n[//]: # (d)\r\n"),
        ("Text.\n\n⟦[b]: /b⟧", "Text.\n\n"),
    ],
)
def test_definitions(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


def test_an_address_on_the_next_line_has_no_fix() -> None:
    (found,) = assert_flags(RULE, "Text.\n\n⟦[b]:\n/b⟧\n")
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "[a][B] [c][] [d] ![e][f]\n\n[b]: /b\n[c]: /c\n[D]: /d\n[f]: /f\n",
        "> [a][b\n> c]\n\n[b c]: /b\n",
        "[![a][b]][c]\n\n[b]: /b.png\n[c]: /c\n",
        "Text.\n\n```\n[b]: /b\n```\n\n<!-- [c]: /d -->\n\n[^1]: a\n",
        "Text and\n[b]: /b\n",
        "[b]: /b\n",
        "# Addresses\n\n[a]: /a\n[b]: /b\n[c]: /c\n[d]: /d\n[e]: /e\n",
        "*[HTML]: A language\n",
        "Text.\n\n{% for c in d %}\n[#{{ c }}]: /{{ c }}\n{% endfor %}\n",
        "",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_labels_may_be_ignored() -> None:
    assert_flags(UnusedReference(ignored=("B",)), "Text.\n\n[b]: /b\n")


@pytest.mark.parametrize("piece", ["[m]: /a\n", "[m]:", "[", "a\n\n[m]: /a\n", "[a]"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
