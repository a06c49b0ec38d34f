"""What no rule about typography may do to a page of good style."""

import pytest

import contentlint
from contentlint_rules import RULES

HABITS = {"rules": {}, "preset": "strict", "select": ["prose"]}
FRENCH = (
    "Voici les moulins des autres : l'eau, c'est la vie ; on y va ! Et après ? Là-bas.\n\n"
    'Bien que "test" : oui ; non ! 30 %\n\n'
    "À 12:30, au format 16:9, dans C:\\moulin, `a :les b` et :smile: :D ;)\n\n"
    "Terme\n: définition\n\n| a | b |\n| :-- | --: |\n| 5 % | 6 % |\n\n"
    '!!! note "Titre:"\n    Texte\n\n:::tip\nLà\n:::\n\n{: .wide style="a: b;" }\n'
)


def test_a_french_page_stays_as_it_is() -> None:
    """A blank before “:” is good French, and straight marks are what a keyboard has."""
    found = contentlint.check_text(FRENCH, path="fr/page.md", config=HABITS)
    assert [(one.rule, one.message) for one in found] == []
    assert contentlint.fix_text(FRENCH, path="fr/page.md", config=HABITS).text == FRENCH


def test_only_what_is_wrong_everywhere_is_on_by_default() -> None:
    on = {rule.name for rule in RULES if rule.family == "prose" and "essential" in rule.presets}
    assert on == {
        "space-before-comma",
        "glued-punctuation",
        "doubled-word",
        "doubled-punctuation",
        "mixed-percent",
    }


@pytest.mark.parametrize("language", ["de", "en", "es", "fr"])
def test_every_house_style_is_a_preset(language: str) -> None:
    preset = f"typography-{language}"
    assert [rule.name for rule in RULES if preset in rule.presets]
