"""What a reader sees of marks of emphasis that do not work, and what they are left to be."""

import pytest

from contentlint import Applicability, Document, Violation
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
        ("A ⟦**wheel with\nblades\n**⟧ turns.\n", "A **wheel with\nblades** turns.\n"),
    ],
)
def test_a_likely_repair_is_unsafe(marked: str, fixed: str) -> None:
    assert_flags(RULE, marked, fixed, least=Applicability.UNSAFE)
    assert_flags(RULE, marked)


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
        ("水车⟦**「已修复」**⟧了。", "水车<strong>「已修复」</strong>了。"),
        ("⟦**水车。**⟧已修复", "<strong>水车。</strong>已修复"),
        ("A ⟦**“sure”**⟧thing\n", "A **“sure”** thing\n"),
        ("The wheel⟦**(old)**⟧ turns\n", "The wheel **(old)** turns\n"),
        ("⟦**std::**⟧vector\n", "**std::** vector\n"),
        ("⟦**Inc.**⟧founded\n", "**Inc.** founded\n"),
        ("Is it open? ⟦*We hope it is.*⟧Come in\n", "Is it open? *We hope it is.* Come in\n"),
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
        "⟦** “Sure”**⟧thing\n",
        "***a***\n\nCafe\u0301⟦**(old)**⟧ here\n",
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
        "| * many words* |\n|---|\n| ***a*** |\n",
        "重命名为***甲、***乙、完\n",
        "The old mill**** is open\n",
        "A* search and A* again, C* as well\n",
        "王**说李**来了，孩子他爹***\n",
        "“**大学”的门\n",
        "听的不是音乐，是**。\n",
        "*[HTML]: Hyper Text\n*[CSS]: Cascading\n",
        "*First line\n*Second line\n*Third line\n",
        "Fill in ____ and __ here __ now\n",
        "**Price*** is bold with a footnote\n",
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
        "x**(2)** y\n".replace("x", "3"),
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


@pytest.mark.parametrize("piece", ["**bold **text ", "**word x\n\n", "*a** b\n\n", "** ", "****"])
def test_many_marks_take_no_time(piece: str) -> None:
    found = violations(RULE, piece * 500)
    assert all(violation.span.end <= len(piece) * 500 for violation in found)
