"""Which blanks before commas and full stops are flagged, and which are left alone."""

import pytest

from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.space_before_comma import SpaceBeforeComma

RULE = SpaceBeforeComma()


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("The mill⟦ ⟧, old.\n", "The mill, old.\n"),
        ("The mill⟦ ⟧,old.\n", "The mill, old.\n"),
        ("The mill⟦ ⟧. It grinds.\n", "The mill. It grinds.\n"),
        ("The mill⟦ ⟧.", "The mill."),
        ("The mill⟦ ⟧.\r\nAnd the dam⟦ ⟧.\r\n", "The mill.\r\nAnd the dam.\r\n"),
        ("The **mill**⟦ ⟧, old.\n", "The **mill**, old.\n"),
        (
            "The _mill_⟦ ⟧, [the dam](/b)⟦ ⟧, `x`⟦ ⟧. End.\n",
            "The _mill_, [the dam](/b), `x`. End.\n",
        ),
        ("> The mill⟦ ⟧, old.\n", "> The mill, old.\n"),
        ("- The mill (old)⟦ ⟧.\n  - And “new”⟦ ⟧.\n", "- The mill (old).\n  - And “new”.\n"),
        ("| The mill⟦ ⟧, old |\n| - |\n", "| The mill, old |\n| - |\n"),
        ("Мельница⟦ ⟧, старая⟦ ⟧.\n", "Мельница, старая.\n"),
        ("# The mill⟦ ⟧, old\n", "# The mill, old\n"),
        ("Page 12⟦ ⟧, line 3⟦ ⟧. The end.\n", "Page 12, line 3. The end.\n"),
    ],
)
def test_repairs(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed)


SILENT = (
    "It costs .5 or .NET, .env and ASP .NET too.\n",
    "`a , b` and\n\n```\na , b .\n```\n\n    a , b .\n",
    "A pause . . . and on . . .\n",
    "2 . Spring\n\n**3 . Autumn**\n",
    "Run git add --all . Then\n",
    "$ npm install .\n",
    "{{< mill a , b . >}} {% x , y %} <b title='a , b'>c</b>\n",
    "---\ntitle: a , b .\n---\n\nc\n",
    "$a , b$\n",
    "这个 , 那个 . 好\n",
    "على سبيل المثال , من\n",
    "a\n , b\n",
    "> , a\n",
    "The dot . is passed on.\n",
    "{: .wide title='a , b' }\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_an_expression_is_no_text() -> None:
    assert_flags(
        RULE,
        "The {a , b} mill<M n={[1 , 2]} />⟦ ⟧, it\n".replace("<M n={[1 , 2]} />", ""),
        "The {a , b} mill, it\n",
        path="a.mdx",
    )


def test_a_glance_sees_the_end() -> None:
    assert RULE.concerns("The mill .")
    assert not RULE.concerns("The mill.")


@pytest.mark.parametrize("piece", ["a ,", "a . ", " ,", "(a ,) `", ". . "])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size + "\n" * size), 1_500)
