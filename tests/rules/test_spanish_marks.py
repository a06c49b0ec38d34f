"""The first of the two marks of a question in Spanish."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.spanish_marks import SpanishMarks

RULE = SpanishMarks()


@pytest.mark.parametrize(
    "marked",
    [
        "Los molinos. Quién los hizo⟦?⟧\n",
        "¿Los molinos? Quién los hizo⟦?⟧\n",
        "- ¿Los molinos\n- Quién los hizo⟦?⟧\n",
        "¿Los molinos\n\nQuién los hizo⟦?⟧\n",
        "Todos los molinos son viejos⟦!⟧\n",
        "**Todos los molinos son viejos⟦!⟧**\n",
    ],
)
def test_flagged(marked: str) -> None:
    (found,) = assert_flags(RULE, marked, path="es/a.md")
    assert found.level is Severity.INFO


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("es/a.md", "Los molinos, ¿quién los hizo? ¡Nadie! &iquest;Por los otros?\n"),
        ("es/a.md", "Los `a?` http://a.test/b?c=d ![a](/b) y !important\n"),
        ("en/a.md", "Los mills. Who?\n"),
        ("a.md", "Los molinos. Quién?\n"),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, " los a?" * size, "es/a.md"), 300)
