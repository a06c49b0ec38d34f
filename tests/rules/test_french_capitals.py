"""Accents that French capitals keep."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.french_capitals import FrenchCapitals

RULE = FrenchCapitals()


def test_repairs() -> None:
    marked = "⟦Etudes⟧ des uns, l'⟦Etat⟧ et les ⟦Ecoles⟧. ⟦Etre⟧ là.\n"
    fixed = "Études des uns, l'État et les Écoles. Être là.\n"
    assert_flags(RULE, marked, path="fr/a.md")
    assert_flags(RULE, marked, fixed, path="fr/a.md", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("fr/a.md", "Les Études, `Etat`, etat, ETAT, Etaples, Etat-Major, Etats.fr des uns.\n"),
        ("fr/a.md", "[a](/les/Etat) <b title='Etat des uns'>c</b>\n"),
        ("en/a.md", "Les Etats\n"),
        ("a.md", "Les Etats\n"),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, " les Etat" * size, "fr/a.md"), 300)
