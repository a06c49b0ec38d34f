"""Where a French page departs from its own habit."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.french_spacing import FrenchSpacing

RULE = FrenchSpacing()
SPACED = "Voici les moulins des autres :\n\n" + "Le moulin : vieux ! Où ? Là ; ici !\n\n" * 10
GLUED = "Voici les moulins des autres:\n\n" + "Le moulin: vieux! Où? Là; ici!\n\n" * 10


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Le ⟦reste:⟧ rien.\n", "Le reste : rien.\n"),
        ("Le ⟦reste!⟧\r\n", "Le reste !\r\n"),
        ("**Le ⟦reste?⟧** Oui.\n", "**Le reste ?** Oui.\n"),
        ("- Le (⟦reste)⟧; oui\n".replace("⟦reste)⟧;", "reste)⟦;⟧"), "- Le (reste) ; oui\n"),
        ("> Le ⟦reste!!!⟧ Oui.\n", "> Le reste !!! Oui.\n"),
    ],
)
def test_a_blank_is_missing(marked: str, fixed: str) -> None:
    assert_flags(RULE, SPACED + marked, path="fr/a.md")
    assert_flags(RULE, SPACED + marked, SPACED + fixed, path="fr/a.md", least=Applicability.UNSAFE)


def test_a_blank_is_too_much() -> None:
    marked = GLUED + "Le ⟦reste :⟧ rien.\n"
    assert_flags(
        RULE, marked, GLUED + "Le reste: rien.\n", path="fr/a.md", least=Applicability.UNSAFE
    )


@pytest.mark.parametrize("blank", ["\xa0", "\u202f", "\u2009", "&nbsp;", "&#8239;"])
def test_all_blanks_are_equal_and_the_commonest_is_written(blank: str) -> None:
    page = SPACED.replace(" :", f"{blank}:")
    assert_flags(RULE, page + "Le reste : rien.\n", path="fr/a.md")
    fixed = page + f"Le reste{blank}: rien.\n"
    assert_flags(
        RULE, page + "Le ⟦reste:⟧ rien.\n", fixed, path="fr/a.md", least=Applicability.UNSAFE
    )


def test_quotation_marks() -> None:
    page = "Voici les « vieux » moulins des « autres ».\n\n" * 6
    assert_flags(RULE, page + "Les « ⟦vieux»⟧ et les ⟦«a⟧utres ».\n", path="fr/a.md")


SILENT = (
    "À 12:30, 16:9, C:\\, http://a.test/b?c et http://a.test/?\n",
    "Un sourire :smile: et :fontawesome-solid-eye: et ;) et :) et :D\n",
    "`key: value`\n\n```yaml\nkey: value\nok: oui\n```\n",
    "Terme\n: définition\n",
    "*[PNI]: Pôle\n\n[a]: /b\n",
    '{: style="border: none;" }\n',
    '!!! note "Le reste:"\n    Là\n',
    ":::note\nLà\n:::\n",
    "| a | b |\n| :-- | --: |\n",
    '<p>Type <code>(params: <a href="/b">c</a>)</code></p>\n',
    "Type <code>(les: des)</code> oui\n",
    "[The mill: a story](/b) et Yahoo! ou Joomla! sont là\n",
    "Warning: the child of a list must have the key.\n",
    "{{< a b: c >}} {{ d: e }}\n",
    "&lt; &amp; &eacute; là\n",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, SPACED + text, path="fr/a.md")


def test_faces_are_no_signs() -> None:
    assert_flags(RULE, GLUED + "Un sourire ;) et :) là\n", path="fr/a.md")


def test_code_makes_no_habit() -> None:
    page = "Voici les moulins:\n\n" + "`a : b`\n\n" * 12
    assert_flags(RULE, page, path="fr/a.md")


def test_no_habit_no_finding() -> None:
    assert_flags(RULE, SPACED + "Le reste: rien. Le bord: ici.\n" * 3, path="fr/a.md")
    assert_flags(RULE, "Les uns : là. Les autres: ici. Et des ailes : là.\n", path="fr/a.md")


@pytest.mark.parametrize("path", ["en/a.md", "de/a.md"])
def test_other_languages_are_left_alone(path: str) -> None:
    assert_flags(
        RULE, "All les mills : old ! All des mills ?\n\n" * 12 + "Le rest: no.\n", path=path
    )


@pytest.mark.parametrize("piece", ["a : ", "a: les b : ", ":a", "« ", "&nbsp;: ", "!"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, " les " + piece * size, "fr/a.md"), 500)
