"""Which signs lack the blank behind them, and which are part of something else."""

import pytest

from contentlint import Document, Part
from contentlint.fix import Applicability
from contentlint.proof import objection
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.glued_punctuation import GluedPunctuation

RULE = GluedPunctuation()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Des moulins ⟦:l'⟧eau et les ailes.\n", "Des moulins : l'eau et les ailes.\n"),
        ("Des moulins\xa0⟦:qu’⟧on voit.\n", "Des moulins\xa0: qu’on voit.\n"),
        ("Des **moulins** ⟦:les⟧ ailes.\n", "Des **moulins** : les ailes.\n"),
        ("> Pour les moulins ⟦:un⟧ jour.\n", "> Pour les moulins : un jour.\n"),
    ],
)
def test_french_colons(marked: str, fixed: str) -> None:
    text = f"\n\nVoilà les autres, à côté des uns.\n\n{marked}"
    assert_flags(RULE, text, text.replace(marked, fixed), path="fr/a.md")
    assert_flags(RULE, text.replace("⟦", "").replace("⟧", ""), path="en/a.md")


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("The mill is ancient⟦.⟧The dam is not.\n", "The mill is ancient. The dam is not.\n"),
        ("Le moulin tourne⟦.⟧Il est vieux.\r\n", "Le moulin tourne. Il est vieux.\r\n"),
        ("The mill is ancient⟦,⟧but not the dam.\n", "The mill is ancient, but not the dam.\n"),
        ("- It costs 20⟦€per⟧ sack.\n", "- It costs 20€ per sack.\n"),
        ("It costs 5 ⟦$each⟧.\n", "It costs 5 $ each.\n"),
        ("| 3 ⟦£per⟧ sack |\n| - |\n", "| 3 £ per sack |\n| - |\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


def test_dollars_that_look_like_a_formula() -> None:
    """A parser reads a formula between the two; the fix undoes it, and the proof lets it."""
    marked = "Il coûte 0,07 ⟦$par⟧ million de sacs, contre 20,00$ il y a deux ans.\n"
    fixed = "Il coûte 0,07 $ par million de sacs, contre 20,00$ il y a deux ans.\n"
    (found,) = assert_flags(RULE, marked, fixed)
    document = Document("a.md", marked.replace("⟦", "").replace("⟧", ""))
    assert document.math
    assert found.fix
    assert objection(document, found.fix, RULE.changes) is None
    assert objection(document, found.fix, Part.TEXT) is not None


def test_a_word_that_may_be_a_name_is_left_to_the_author() -> None:
    marked = "It costs 20⟦€cash⟧ now.\n"
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, "It costs 20€ cash now.\n", least=Applicability.UNSAFE)


SILENT = (
    "Un sourire :les: et :smile: pour les moulins.\n",
    "Des symboles `x :les y` et 12 :30 pour des :D :le-jour :la.\n",
    "Ruby a des symboles :lundi et les :mardi.\n",
    "Terme\n: les moulins des autres\n",
    ":::note les moulins des autres\n:::\n",
    "| des | les |\n| :les | :-: |\n",
    "console.The_mill, Xamarin.Forms and Connect.You_have `mills.The dam` it.\n",
    "See mills.The.dam or www.mill.The dam.\n",
    "[a](https://a.test/mills.The dam)\n",
    "csv,conf and mills,dams,sluices; gears,and_dams.\n",
    "At least 5 $k$-means, `5 $par` and US$5 or $5, ${par} and 5$.\n",
    "Il y a 5 $par mil sacs_{n}$ ou 5 $par + b$ ici.\n",
    "The sum is 5 $x + y$ and 7 $\\alpha$ here.\n",
    "```php\necho 5 $par;\n```\n",
    "{{ 5 $par }} <b data-a='5 $par'>c</b>\n",
    "---\ntitle: ancient.The dam\n---\n",
    "{: .wide title='ancient.The dam' }\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    for path in ("a.md", "fr/a.md"):
        assert_flags(RULE, text, path=path)


@pytest.mark.parametrize(
    "piece", ["a.The ", "5 $par ", " :l'a les ", "mill,and ", "$", "5 $par mil b$"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size, "fr/a.md"), 700)
