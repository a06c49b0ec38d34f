"""Quotations on French pages."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.french_quotes import FrenchQuotes

RULE = FrenchQuotes()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ('Voici les ⟦"vieux"⟧ moulins.\n', "Voici les «\xa0vieux\xa0» moulins.\n"),
        ("Voici les ⟦“vieux moulins”⟧ là.\r\n", "Voici les «\xa0vieux moulins\xa0» là.\r\n"),
        (
            'Des (⟦"**vieux**"⟧) moulins, les «\xa0beaux\xa0».\n',
            "Des («\xa0**vieux**\xa0») moulins, les «\xa0beaux\xa0».\n",
        ),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, path="fr/a.md")
    assert_flags(RULE, marked, fixed, path="fr/a.md", least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "fr/a.md",
            'Voici les « vieux », `"a"`, 5" et 6", <b title="a">b</b> [a](/b "c") {{ "a" }}\n',
        ),
        ("fr/a.md", 'Tous les " vieux " moulins\n\n"les\n'),
        ("fr/a.md", 'Tous les `a "b` c" et "d `e"` f\n'),
        ("fr/a.md", '!!! note "les moulins"\n    les autres\n'),
        ("en/a.md", 'All les "old" mills.\n'),
        ("a.md", 'Voici les "vieux" moulins.\n'),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, ' les "a' * size, "fr/a.md"), 300)
