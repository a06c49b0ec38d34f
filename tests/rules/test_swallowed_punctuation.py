"""What the rule swallowed-punctuation flags, and how the address is put right."""

import pytest

from contentlint import Applicability, Document
from contentlint.proof import objection
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.links.swallowed_punctuation import SwallowedPunctuation

RULE = SwallowedPunctuation()
URL = "https://mill.test/hours"


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (f"见 ⟦{URL}。⟧\n", f"见 <{URL}>。\n"),
        (f"见⟦{URL}，后文⟧ a\n", f"见<{URL}>，后文 a\n"),
        (f"（⟦{URL}）⟧\r\n", f"（<{URL}>）\r\n"),
        (f"「⟦{URL}」⟧\n", f"「<{URL}>」\n"),
        (f"“⟦{URL}”⟧, he said\n", f"“<{URL}>”, he said\n"),
        (f"«⟦{URL}\xa0»⟧\n", f"«<{URL}>\xa0»\n"),
        (f"⟦{URL}\u202f⟧!\n".replace("⟧!", "⟧!"), f"<{URL}>\u202f!\n"),
        (f"(⟦{URL})and⟧ more\n", f"(<{URL}>)and more\n"),
        (f"(⟦{URL}),(b⟧)\n", f"(<{URL}>),(b)\n"),
        (f"(⟦{URL})を⟧見る\n".replace("⟧見る", "見る⟧"), f"(<{URL}>)を見る\n"),
        (f"⟦{URL}、⟧https://dam.test\n", f"<{URL}>、https://dam.test\n"),
        (f"⟦{URL}。(⟧⟦{URL})b⟧\n", f"<{URL}>。(<{URL}>)b\n"),
        ("⟦https://a.test/https://b.test。⟧\n", "<https://a.test/https://b.test>。\n"),
        (f"⟦{URL}?a=1。⟧\n", f"<{URL}?a=1>。\n"),
        (f"> - ⟦{URL}。⟧\n", f"> - <{URL}>。\n"),
        (f"| a |\n| - |\n| ⟦{URL}。⟧|\n", f"| a |\n| - |\n| <{URL}>。|\n"),
        (f"⟦{URL}。⟧ [a](b)，c\n", f"<{URL}>。 [a](b)，c\n"),
    ],
)
def test_what_is_certain_is_repaired(marked: str, fixed: str) -> None:
    text, _ = unmark(marked)
    for found in assert_flags(RULE, marked, fixed):
        assert found.fix is not None
        assert objection(Document("page.md", text), found.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (f"⟦{URL}—which⟧ is\n", f"<{URL}>—which is\n"),
        ("⟦https://mill.testを⟧\n", "<https://mill.test>を\n"),
        ("⟦https://mill.test/a.htmlを見る⟧\n", "<https://mill.test/a.html>を見る\n"),
        (f"⟦{URL}（旧）.pdf⟧\n", f"<{URL}>（旧）.pdf\n"),
    ],
)
def test_what_is_likely_is_unsafe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked)
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)


def test_an_address_that_was_cut_off_is_only_shown() -> None:
    assert_flags(RULE, f"⟦{URL}…⟧\n", least=Applicability.UNSAFE)


def test_mdx_knows_no_angle_brackets() -> None:
    assert_flags(RULE, f"⟦{URL}。⟧\n", f"[{URL}]({URL})。\n", path="page.mdx")


@pytest.mark.parametrize(
    "text",
    [
        f"{URL}. {URL}, {URL}! ({URL}) ({URL}). ({URL}), “{URL} ”\n",
        f"**{URL}** _{URL}_ '{URL}' {URL}</b> [{URL}]\n",
        "https://zh.mill.test/wiki/磨坊 https://日本語.test https://mill.test/時をかける/a\n",
        "https://mill.test/a_(b) https://mill.test/(a)b https://mill.test/a)\n",
        f"[a]({URL})，b <{URL}>。 [a]\n\n[a]: {URL}\n",
        f"[a（{URL}）](b) ![a {URL}。](b.png)\n",
        f"`{URL}。` and\n\n```\n{URL}。\n```\n",
        f"<a href='{URL}'>{URL}</a>。 <a href={URL}>a</a>。\n",
        f"[a]: {URL}。\n",
        f"url({URL}.png); and url({URL})\n",
        f'{{{{< a "{URL}。" >}}}}\n',
        f"---\na: {URL}。\n---\n",
        "https://。 and http:// and https://",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_the_message_says_what_is_swallowed() -> None:
    (found,) = violations(RULE, f"{URL}，后文")
    assert "“，后文”" in found.message


@pytest.mark.parametrize(
    "piece", ["https://", "(https://a)b", "https://a。", "(http://", "https://a((", "(https://a)"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)
