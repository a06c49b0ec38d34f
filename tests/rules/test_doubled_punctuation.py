"""Which signs that follow one another are flagged."""

import pytest

from contentlint.fix import Applicability
from contentlint.testing import assert_flags, violations
from contentlint_rules.prose.doubled_punctuation import DoubledPunctuation

RULE = DoubledPunctuation()


@pytest.mark.parametrize(
    "marked",
    [
        "The mill⟦..⟧\n",
        "The mill⟦..⟧ It grinds.\n",
        "The mill (old, etc.)⟦..⟧ It grinds.\n",
        "The mill⟦..⟧",
        "The mill⟦..⟧\r\nIt grinds.\r\n",
        "The mill⟦,.⟧ It grinds.\n",
        "The mill⟦,.⟧",
        "The mill⟦. .⟧ It grinds.\n",
        "> - The mill⟦..⟧\n",
        "| The mill⟦,,⟧ it |\n| - |\n",
        "**The mill⟦..⟧**\n\n[The dam⟦..⟧](/b)\n".replace("⟦..⟧**", "..**").replace("⟦..⟧]", "..]"),
    ],
)
def test_flagged(marked: str) -> None:
    assert_flags(RULE, marked)


def test_two_commas_were_one() -> None:
    marked = "The mill⟦,,⟧ the dam\n"
    assert_flags(RULE, marked, "The mill, the dam\n", least=Applicability.UNSAFE)


SILENT = (
    "The mill... it . . . grinds .... Ah... It rests. . . and\n",
    "../mill and a..b, 1..5, 1.. 5, x[1..] and then.. so\n",
    "What?! No!! Yes!? Etc., i.e., U.S., Jr.,\n",
    "`a,, b..`\n\n```\na,, b..\nCOPY . .\n```\n",
    "const [,, a] = b; f(a,,b)\n",
    "---\ntitle: a..\n---\n",
    "{{ a.. }} <b title='a,, b'>c</b>\n",
    "就这样冒泡泡了. . 。。o o\n",
    "&nbsp;; &lt;;\n",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_a_glance_sees_the_end() -> None:
    assert RULE.concerns("The mill..")
    assert RULE.concerns("The mill,.")
    assert not RULE.concerns("The mill.")


@pytest.mark.parametrize("piece", ["a..\n", "a,, ", "a. . ", "..", ", . ,."])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 1_000)
