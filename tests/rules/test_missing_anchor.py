"""What the rule missing-anchor flags, and what it leaves alone."""

import pytest

from contentlint import Applicability, Example, OptionError
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.links.missing_anchor import MissingAnchor

RULE = MissingAnchor()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    rule = MissingAnchor(**example.options)
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(rule, example.bad or example.good or "", fixed, files=example.files)


@pytest.mark.parametrize(
    "marked",
    [
        "[a](⟦#b⟧)\n\n# c\n",
        "[a][d] [b][e]\n\n# c\n\n[d]: ⟦#f⟧\n[e]: #c\n",
        '<a href="⟦#b⟧">a</a>\n\n# c\n',
        "![a](⟦#b⟧)\n",
        "[a](⟦#caf%C3%A9⟧)\n\n# the\n",
    ],
)
def test_links_that_lead_nowhere(marked: str) -> None:
    assert_flags(RULE, marked)


def test_one_heading_that_is_near_is_where_the_fix_leads() -> None:
    marked, fixed = "[a](⟦#opening-hour⟧)\n\n# Opening hours!\n", "[a](#opening-hours)\n"
    assert_flags(RULE, marked, f"{fixed}\n# Opening hours!\n", least=Applicability.UNSAFE)
    (found,) = violations(RULE, "[a](#opening-hour)\n\n# Opening hours!\n")
    assert found.message.endswith("; “Opening hours!” is near")


@pytest.mark.parametrize(
    "anchor", ["L12", "L12C3-L14", "L1-L9", "L1-9", "L1C2-L3C4", "Top", "fn:1"]
)
def test_places_that_programs_make(anchor: str) -> None:
    assert_flags(RULE, f"[a](#{anchor})\n")


@pytest.mark.parametrize("anchor", ["l12", "L12-mill", "L1C", "L1C2", "L1L2", "L1C2-", "L1-L2C"])
def test_what_looks_like_a_line_and_is_none(anchor: str) -> None:
    assert_flags(RULE, f"[a](⟦#{anchor}⟧)\n")


def test_ignored() -> None:
    rule = MissingAnchor(ignored=("figure-*", "map"))
    marked = "[a](#figure-1) [b](⟦#a-figure-1⟧) [c](#map) [d](⟦#maps⟧) [e](mill.md#figure-2)\n"
    assert_flags(rule, marked, files={"mill.md": MILL})


def test_ignore_case() -> None:
    for ignore_case, place in ((True, "#Mill-Wheel"), (False, "⟦#Mill-Wheel⟧")):
        rule = MissingAnchor(by="github", ignore_case=ignore_case)
        marked = f"[a]({place}) [b](⟦#Mill_Wheel⟧) [c](#Old)\n\n# Mill wheel\n\n<a id='Old'></a>\n"
        fixed = marked.replace("⟦#Mill-Wheel⟧", "#mill-wheel").replace(
            "⟦#Mill_Wheel⟧", "#mill-wheel"
        )
        assert_flags(rule, marked, fixed)


def test_ignore_case_on_another_page() -> None:
    for ignore_case, place in ((True, "mill.md#Wheel"), (False, "⟦mill.md#Wheel⟧")):
        rule = MissingAnchor(by="github", ignore_case=ignore_case)
        fixed = None if ignore_case else "[a](mill.md#wheel) [b](mill.md#OLD)\n"
        assert_flags(rule, f"[a]({place}) [b](mill.md#OLD)\n", fixed, files={"mill.md": MILL})


def test_ids_are_no_part_of_other_names() -> None:
    assert_flags(RULE, '[a](⟦#b⟧) [c](#d)\n\n<p data-id="b" id="d">\n')


SILENT = {
    "GitHub": "[a](#être-là)\n\n# Être là ?\n",
    "Python": "[a](#etre-la)\n\n# Être là ?\n",
    "the second of a name": "[a](#b-1)\n\n# b\n\n# b\n",
    "numbers dropped": "[a](#mills)\n\n# 1. Mills\n",
    "capitals": "[a](#Opening-Hours)\n\n# Opening hours\n",
    "encoded": "[a](#caf%C3%A9)\n\n# Café\n",
    "link in the heading": "[a](#the-mill)\n\n# [The mill](https://mill.test/)\n",
    "markup in the heading": "[a](#grind-fine)\n\n# `grind` <b>fine</b>\n",
    "type in the heading": "[a](#list-item)\n\n# `List<Item>`\n",
    "name of its own": "[a](#mine)\n\n# The mill {#mine}\n",
    "HTML": '[a](#mine) [b](#yours)\n\n<a name="mine"></a><p id=yours>b</p>\n',
    "Kramdown": "[a](#mine)\n\nText\n{: #mine}\n",
    "sign spelt out": "[a](#builds-crab)\n\n# Builds 🦀\n",
    "script spelt out": "[a](#shui-che)\n\n# 水车\n",
    "by programs": "[a](#top) [b](#fn:1) [c](#L12) [d](#:~:text=a) [e](#/route)\n",
    "made by a template": "[a](#b)\n\n{% include c.md %}\n",
    "made by a component": "[a](#b)\n\n<Tabs />\n",
    "in code": "`[a](#b)`\n\n```\n[a](#b)\n```\n",
    "another page": "[a](c.md#b)\n",
    "nothing": "[a](#)\n",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize("piece", ["[a](#b) ", "[a](#", "# a\n", "](#%C3"])
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 200)


MILL = "# The mill\n\n## Wheel\n\n## 2. Café & bar\n\n<a id='old'></a>\n\nDam\n---\n"


@pytest.mark.parametrize(
    "marked",
    [
        "[a](mill.md#wheel) [b](mill.md#cafe-bar) [c](mill.md#old) [d](mill.md#dam)\n",
        "[a](⟦mill.md#weel⟧)\n",
        "[a][b]\n\n[b]: ⟦mill.md#sails⟧\n",
        '<a href="⟦mill.md#sails⟧">a</a>\n',
        "`[a](mill.md#sails)` <!-- [a](mill.md#sails) -->\n",
        "[a](mill.md#fn1) [b](mill.md#top) [c](mill.md#:~:text=dam)\n",
        "[a](other.md#sails)\n",
    ],
)
def test_places_on_other_pages(marked: str) -> None:
    assert_flags(RULE, marked, files={"mill.md": MILL})


def test_a_place_on_another_page_that_is_near() -> None:
    files = {"mill.md": MILL}
    (found,) = assert_flags(RULE, "[a](⟦mill.md#weel⟧)\n", files=files)
    assert "“mill.md” has no heading “weel”" in found.message
    fixed = "[a](mill.md#wheel)\n"
    assert_flags(RULE, "[a](⟦mill.md#weel⟧)\n", fixed, files=files, least=Applicability.UNSAFE)


@pytest.mark.parametrize("more", ["{{< include >}}\n", "--8<-- 'more.md'\n", "<More />\n"])
def test_a_page_with_parts_made_elsewhere(more: str) -> None:
    assert_flags(RULE, "[a](mill.md#sails)\n", files={"mill.md": MILL + more})


def _site(marked: str, headings: int, sign: str = "hugo.toml") -> list:
    """Check a page of a site with so many links that lead to headings as they should."""
    good = "".join(f"[{n}](#part-{n})\n\n## Part {n}\n\n" for n in range(headings))
    text = f"{marked}\n{good}## Opening hours\n"
    return (
        assert_flags(
            RULE,
            text,
            unmark(text)[0].replace("#Opening_hours", "#opening-hours"),
            path="content/a.md",
            files={sign: ""},
        )
        if "⟦" in marked
        else assert_flags(RULE, text, path="content/a.md", files={sign: ""})
    )


def test_how_a_site_spells_addresses_is_seen_from_its_links() -> None:
    (found,) = _site("[a](⟦#Opening_hours⟧)\n", 12)
    assert found.message == (
        "“#Opening_hours” leads nowhere: that heading has the address “#opening-hours”"
    )
    assert _site("[a](#Opening_hours)\n", 3) == []


def test_a_way_of_making_addresses_that_nobody_knows() -> None:
    with pytest.raises(OptionError, match="“fancy” is no way"):
        MissingAnchor(by="fancy")


def test_headings_of_another_page_that_only_its_parser_sees() -> None:
    files = {"b.md": "# Mill\n\n1. ## Big wheel\n"}
    assert_flags(RULE, "[a](b.md#big-wheel) [b](⟦b.md#dam⟧)\n", files=files)


@pytest.mark.parametrize("settings", ["", "toc:\n  slugify: mine\n"])
def test_who_makes_addresses_as_nobody_knows_is_not_corrected(settings: str) -> None:
    headings = "".join(f"## Wheel {n}\n" for n in range(20))
    links = "".join(f"[a](b.md#wheel-{n})\n" for n in range(20))
    files = {"mkdocs.yml": settings, "docs/b.md": f"## The mill\n{headings}"}
    text = f"{links}[a](b.md#The-mill)\n"
    marked = text if settings else text.replace("b.md#The-mill", "⟦b.md#The-mill⟧")
    fixed = None if settings else text.replace("The-mill", "the-mill")
    assert_flags(RULE, marked, fixed, path="docs/a.md", files=files)
