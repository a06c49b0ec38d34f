"""Blanks that keep a French sign with its word."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.french_blanks import FrenchBlanks

RULE = FrenchBlanks()


def test_repairs() -> None:
    marked = "Voici les moulins⟦ ⟧: «⟦ ⟧vieux⟦ ⟧»\r\n"
    assert_flags(RULE, marked, "Voici les moulins\xa0: «\xa0vieux\xa0»\r\n", path="fr/a.md")


def test_many_places_are_one_finding() -> None:
    text = "Voici les moulins⟦ ⟧: un ! deux ! trois ! quatre ? cinq ; six !\n"
    (found,) = assert_flags(
        FrenchBlanks(narrow=True),
        text,
        "Voici les moulins\xa0: un\u202f! deux\u202f! trois\u202f! quatre\u202f? "
        "cinq\u202f; six\u202f!\n",
        path="fr/a.md",
    )
    assert "7 places like this on 1 line" in found.message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("fr/a.md", "Les moulins\xa0: «\xa0vieux\xa0»\u202f! `les :` et les autres: non!\n"),
        ("fr/a.md", "Les moulins :smile: des autres ;)\n\n```\nles :\n```\n"),
        ("en/a.md", "Les mills : old !\n"),
        ("a.md", "Les moulins : vieux !\n"),
    ],
)
def test_silent(path: str, text: str) -> None:
    assert_flags(RULE, text, path=path)


def test_hostile_text_takes_linear_time(linear) -> None:
    linear(lambda size: violations(RULE, "les a : « b » " * size, "fr/a.md"), 300)
