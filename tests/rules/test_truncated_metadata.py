"""Descriptions that a program cut off, told by the text that they were cut from."""

import pytest

from contentlint import OptionError, Severity
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.frontmatter.truncated_metadata import TruncatedMetadata

RULE = TruncatedMetadata()
TEXT = "The mill stands by the river since 1820, and grinds rye and wheat for all the villages."
HALF, WHOLE = TEXT.index("heat"), TEXT.index(" wheat")
SHORT, LONG = 39, TEXT.index("ages.")


def cut(
    length: int, mark: str, *, key: str = "description", text: str = TEXT, flagged: bool = True
) -> str:
    page = f"---\n{key}: ⟦{TEXT[:length]}{mark}⟧\n---\n\n{text}\n"
    return page if flagged else unmark(page)[0]


@pytest.mark.parametrize("mark", ["…", "...", " ...", " […]", " (...)", "&hellip;"])
def test_marks(mark: str) -> None:
    (found,) = assert_flags(RULE, cut(HALF, mark))
    assert "is cut off in a word, which goes on with “heat”" in found.message
    assert found.level is Severity.ERROR


@pytest.mark.parametrize("key", ["title", "description", "summary", "excerpt"])
def test_keys(key: str) -> None:
    (found,) = assert_flags(RULE, cut(HALF, "…", key=key))
    assert found.message.startswith(f"“{key}”")


def test_in_a_sentence() -> None:
    (found,) = assert_flags(RULE, cut(WHOLE, "..."))
    assert "in a sentence" in found.message
    assert found.level is Severity.INFO
    assert_flags(RULE, cut(SHORT, "...", flagged=False))
    assert_flags(RULE, cut(SHORT + 1, "..."))


def test_without_a_mark() -> None:
    (found,) = assert_flags(RULE, cut(LONG, ""))
    assert "goes on with “ages”" in found.message
    assert_flags(RULE, cut(LONG + 4, "", flagged=False))
    assert_flags(RULE, cut(LONG + 4, "", text=f"{TEXT[:-1]} here.", flagged=False))
    assert_flags(RULE, cut(HALF, "", flagged=False))


@pytest.mark.parametrize(
    "text",
    [
        "The **mill** stands by the [river](https://example.org/a) since 1820,\nand grinds rye and "
        "wheat.",
        "# The mill\n\nSince long ago. The mill stands  by the _river_ since 1820, and grinds rye "
        "and `wheat`.",
        "The mill stands by the ![river](r.png) since 1820, and grinds <b>rye</b> and wheat.",
    ],
)
def test_signs_of_markdown_are_no_words(text: str) -> None:
    assert_flags(RULE, cut(HALF, "…", text=text))


@pytest.mark.parametrize(
    "page",
    [
        f"---\ndescription: {TEXT[:HALF]}…\n---\n\nSomething else.\n",
        f"---\ndescription: {TEXT[:HALF]}…\n---\n",
        f"---\ndescription: {TEXT[:-1]}…\n---\n\n{TEXT}\n",
        f"---\ndescription: {TEXT}\n---\n\n{TEXT}\n",
        f"---\ndescription: {TEXT[:HALF]}…\n---\n\n{TEXT[:HALF]}… as they said.\n",
        "---\ndescription: The mill sta…\n---\n\nThe mill stands.\n",
        f"---\ndescription: '{{{{ a }}}} {TEXT[:HALF]}…'\n---\n\n{TEXT}\n",
        f"---\nnote: {TEXT[:HALF]}…\n---\n\n{TEXT}\n",
        f"{TEXT[:HALF]}…\n\n{TEXT}\n",
        f"---\ntitle: {TEXT[:HALF]}\n---\n\n{TEXT}\n",
    ],
)
def test_what_is_left_alone(page: str) -> None:
    assert_flags(RULE, page)


def test_the_same_words_may_stand_elsewhere_before() -> None:
    before = f"Rye and w are not rye and w.\n\n{'The dam is new. ' * 20}\n\n"
    assert_flags(RULE, cut(HALF, "…", text=before + TEXT))


def test_a_long_word_is_not_shown_whole() -> None:
    text = TEXT[:HALF] + "x" * 40
    (found,) = assert_flags(RULE, cut(HALF, "…", text=text))
    assert f"“{'x' * 20}…”" in found.message


def test_curly_and_straight_apostrophes_are_one() -> None:
    words = "It stands by the river, and it is the miller{}s mill that gri"
    page = f"---\ndescription: ⟦{words.format('’')}…⟧\n---\n\n{words.format(chr(39))}nds.\n"
    assert_flags(RULE, page)


def test_scripts_without_blanks_between_words() -> None:
    text = (
        "水車小屋は川のそばに建っていて、今もライ麦を挽いています。" * 2
        + "村の人々は毎週ここへ来る。"
    )
    begun = text[: text.index("々")]
    assert_flags(RULE, f"---\ndescription: {begun * 2}\n---\n\n{begun}{text}\n")
    (found,) = assert_flags(RULE, f"---\ndescription: ⟦{begun}…⟧\n---\n\n{text}\n")
    assert "in a sentence" in found.message


def test_options() -> None:
    assert_flags(TruncatedMetadata(keys=("lead",)), cut(HALF, "…", key="lead"))
    with pytest.raises(OptionError):
        TruncatedMetadata(keys=())


def test_time_is_linear(linear) -> None:
    head = f"---\ndescription: {'a' * 50}…\n---\n"
    for hostile in ("[a", "](", "<a ", "*_`", "[a](" + "b" * 9, "a"):
        linear(lambda size, text=hostile: violations(RULE, head + text * size), 1_000)
