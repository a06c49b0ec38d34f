"""Which words that stand twice are flagged, by language."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose._doubles import LEGAL, NEVER
from contentlint_rules.prose.doubled_word import DoubledWord

RULE = DoubledWord()
EVERY = DoubledWord(every=True)


@pytest.mark.parametrize(
    ("language", "marked", "fixed"),
    [
        ("en", "At ⟦the the⟧ mill.\n", "At the mill.\n"),
        ("en", "⟦The the⟧ mill.\n", "The mill.\n"),
        ("en", "At ⟦the\nthe⟧ mill.\n", "At the\nmill.\n"),
        ("en", "At ⟦the\r\nthe⟧ mill.\r\n", "At the\r\nmill.\r\n"),
        ("en", "> At ⟦the\n> the⟧ mill.\n", "> At the\n> mill.\n"),
        ("en", "- At ⟦the\n  the⟧ mill.\n", "- At the\n  mill.\n"),
        ("en", "Out ⟦of of⟧.\n", "Out of.\n"),
        ("en", "Here ⟦is is⟧ a mill, and it is is.\n", "Here is a mill, and it is is.\n"),
        ("en", "| At ⟦the the⟧ mill |\n| - |\n", "| At the mill |\n| - |\n"),
        ("fr", "Le bord ⟦de de⟧ l'eau.\n", "Le bord de l'eau.\n"),
        ("fr", "À ⟦la la⟧ roue, oh la la, là.\n", "À la roue, oh la la, là.\n"),
        ("es", "Sin necesidad ⟦de de⟧ agua.\n", "Sin necesidad de agua.\n"),
        ("de", "Wasser ⟦und und⟧ Korn.\n", "Wasser und Korn.\n"),
        ("it", "Il mulino ⟦di di⟧ Anna.\n", "Il mulino di Anna.\n"),
        ("pt", "O moinho ⟦da da⟧ Ana.\n", "O moinho da Ana.\n"),
        ("nl", "De molen ⟦van van⟧ Anna.\n", "De molen van Anna.\n"),
    ],
)
def test_repairs(language: str, marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, path=f"{language}/a.md")
    assert_flags(RULE, marked, fixed, path=f"{language}/a.md", least=Applicability.UNSAFE)


SILENT = (
    ("en", "He said that that had had no effect, as it is is.\n"),
    ("en", "`the the` and\n\n```\nthe the\n```\n"),
    ("en", "At the\n\nthe mill.\n\n# At the\nthe mill\n\n- the\n- the mill\n"),
    ("en", "the the the mill and of of of of it\n"),
    ("en", "bathe the mill, the then, x-the the-x, the' the\n"),
    ("en", "[the](/a) the mill **the** the\n"),
    ("en", "---\ntitle: the the mill\n---\n"),
    ("en", "<!-- the the --> {{ the the }} <p title='the the'>\n"),
    ("en", '!!! note "the the mill"\n    a\n'),
    ("en", "der der de de und und\n"),
    ("fr", "Vous vous levez, nous nous aimons, il le faire faire, en en parlant.\n"),
    ("fr", "À l'est est le moulin.\n"),
    ("de", "Die, die die Mühle kennen, und das das Korn, der der Müller.\n"),
    ("id", "Orang orang the the de de.\n"),
    ("", "At the the mill.\n"),
)


@pytest.mark.parametrize("gap", [" of of ", " of\nof ", "\nof of "])
def test_common_words_are_seen_at_the_edges_of_lines(gap: str) -> None:
    assert RULE.concerns(f"a{gap}b")


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_silent(language: str, text: str) -> None:
    assert_flags(RULE, text, path=f"{language or 'content'}/a.md")


def test_every_word() -> None:
    assert_flags(EVERY, "The ⟦wheel wheel⟧ and ⟦the the⟧ dam, very very old.\n", path="en/a.md")
    assert_flags(EVERY, "A a 1 1 | | and - - x2 x2.\n", path="en/a.md")
    assert EVERY.concerns("anything")
    assert not RULE.concerns("anything")


def test_what_is_allowed() -> None:
    assert_flags(DoubledWord(allow=("the",)), "Of the the and ⟦of of⟧ it.\n", path="en/a.md")


def test_no_word_is_in_both_lists_but_those_that_are_looked_at_closely() -> None:
    both = {word for name in NEVER for word in NEVER[name] & LEGAL[name]}
    assert both <= {"is", "la", "les", "a", "ein", "na"}
    assert NEVER.keys() == LEGAL.keys()


@pytest.mark.parametrize("piece", ["the the ", "the\n", "of ", "a a\n> "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    for rule in (RULE, EVERY):
        linear(lambda size, rule=rule: violations(rule, piece * size, "en/a.md"), 1_000)
