# ruff: noqa: E501
"""The rule that tells of text read with the wrong encoding."""

import pytest

from contentlint import Applicability, Document, Example, Severity
from contentlint.testing import assert_flags, repaired, violations
from contentlint_rules.encoding._codecs import CODECS
from contentlint_rules.encoding.mojibake import Mojibake

RULE = Mojibake()
BREAK = {codec.name: codec.break_once for codec in CODECS}
PAGE = """---
title: "La « réalité » 📉"
tags: [été, à-côté]
---

# L’été dernier — déjà

Où étiez-vous ? Le [café](https://example.com/café) coûte **2 €** à l’hôtel.

```
# même ici
```
"""


@pytest.mark.parametrize("example", Mojibake.examples, ids=lambda example: example.why)
def test_examples(example: Example) -> None:
    fixed = example.good if example.bad and example.fixed else None
    assert_flags(RULE, example.bad or example.good, fixed)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", BREAK)
def test_a_whole_page_is_one_finding(name: str, newline: str) -> None:
    page = PAGE.replace("\n", newline)
    found = violations(RULE, BREAK[name](page))
    assert len(found) == 1
    assert repaired(BREAK[name](page), found, Applicability.SAFE) == page


def test_a_whole_page_says_what_happened_and_where() -> None:
    (found,) = violations(RULE, BREAK["mac_roman"]("Plain.\n\nLa Révolution.\n\nDéjà là ?\n"))
    assert found.message == (
        "The whole file was UTF-8 read as Mac Roman and saved again (4 places on 2 lines): "
        "“R√©volution” reads “Révolution”, “D√©j√†” reads “Déjà”, “l√†” reads “là”"
    )
    assert found.fix.title == "Undo the wrong reading"
    assert len(found.fix.edits) == 4


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (["cp1252"], "UTF-8 read as Windows-1252 and saved again (2 places on 1 line)"),
        (["cp1252"] * 2, "read as Windows-1252 and saved again, twice over"),
        (["cp1252"] * 3, "read as Windows-1252 and saved again, three times over"),
        (["cp1252"] * 4, "read as Windows-1252 and saved again, many times over"),
        (["mac_roman", "cp1252"], "read as Mac Roman and then as Windows-1252 and saved again ("),
        (["cp437"], "DOS 437"),
        (["cp850"], "DOS 850"),
        (["cp1251"], "Windows-1251"),
    ],
)
def test_the_history_is_told(path: list[str], told: str) -> None:
    text = "Le château fermé.\n"
    for name in path:
        text = BREAK[name](text)
    (found,) = violations(RULE, text)
    assert told in found.message


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("Où est le ⟦chÃ¢teau⟧ ? Là, près du café à l’orée.", "Où est le château ? Là, près du café à l’orée."),
        ("À côté, ⟦lâ€™Ã©tÃ©⟧ où j’ai été.", "À côté, l’été où j’ai été."),
        ("À côté, ⟦dÃ©jÃ\xa0⟧ parti, où ⟦mÃªme⟧ été.", "À côté, déjà parti, où même été."),
        ("À côté «⟦r√©sum√©⟧» où j’ai été.", "À côté «résumé» où j’ai été."),
        ("É\u0300 où ⟦bient├┤t⟧-⟦apr├¿s⟧ été, à, là.", "É\u0300 où bientôt-après été, à, là."),
    ],
)  # fmt: skip
def test_in_a_clean_page_each_word_is_a_finding(marked: str, fixed: str) -> None:
    clean = "\nIl a été déjà là, où l’on a goûté des pâtes.\n" * 2
    found = assert_flags(RULE, clean + marked + clean, clean + fixed + clean)
    assert all("saved again" in violation.message for violation in found)


def test_one_place_is_singular() -> None:
    (found,) = violations(RULE, "Un chÃ¢teau.\n")
    assert "(1 place on 1 line): “chÃ¢teau” reads “château”" in found.message


def test_a_word_is_told_before_and_after() -> None:
    (found,) = violations(RULE, "Été, où l’on a dÃ©jÃ\xa0 été.\n")
    assert found.message == (
        "“dÃ©jÃ\xa0” reads “déjà”: it was UTF-8 read as Windows-1252 and saved again"
    )


def test_long_words_are_cut_in_the_message() -> None:
    (found,) = violations(RULE, "x" * 90 + BREAK["cp1252"]("é" * 90) + "x" * 90)
    assert len(found.message) < 250
    assert found.message.count("…") == 2


CLEAN = "Il a été déjà là, où l’on a goûté des pâtes.\n\n" * 2


@pytest.mark.parametrize(
    "shown",
    [
        "Au lieu du mot été on lit `Ã©tÃ©` là.",
        "```\nÃ©tÃ©\n```",
        "Voir là-bas : <https://example.com/Ã©tÃ©/> à lire.",
        "Voir [là](https://example.com/Ã©tÃ©/) à lire.",
        "Voir [là](<https://example.com/Ã©tÃ©/> 'à').",
        "Lu comme Latin-1, cela devient Ã©tÃ©, à tort.",
        "Mal décodé (UTF-8) :\nc’est ainsi que naît\n« Ã©tÃ© ».",
        "| écrit | lu |\n| --- | --- |\n| été | Ã©tÃ© |\n| ’ | â€™ |",
        "On obtient Ã©tÃ© au lieu de été là.",
    ],
)
def test_what_shows_damage_on_purpose_is_left_alone(shown: str) -> None:
    assert not violations(RULE, f"{CLEAN}{shown}\n\n{CLEAN}")


def test_a_page_about_mojibake_is_left_alone() -> None:
    assert not violations(RULE, f"# Mojibake : été\n\n{CLEAN}Un chÃ¢teau.\n")


def test_a_passage_about_encodings_ends_at_a_blank_line_or_after_ten_lines() -> None:
    about = "Le fichier était en UTF-8, là.\n"
    far = "Voilà, déjà.\n" * 10
    for between in ("\n", far):
        text = f"{CLEAN}{about}{between}Un ⟦chÃ¢teau⟧ à côté.\n"
        assert_flags(RULE, text, text.replace("⟦chÃ¢teau⟧", "château"))
        text = f"{CLEAN}Un ⟦chÃ¢teau⟧ à côté.\n{between}{about}"
        assert_flags(RULE, text, text.replace("⟦chÃ¢teau⟧", "château"))


def test_a_long_passage_about_encodings_is_left_alone() -> None:
    between = "Voilà, déjà.\n" * 9
    about = "Le fichier était en UTF-8, là.\n"
    assert not violations(RULE, f"{CLEAN}{about}{between}Un chÃ¢teau à côté.\n")
    assert not violations(RULE, f"{CLEAN}Un chÃ¢teau à côté.\n{between}{about}")


def test_code_in_a_broken_line_is_broken_as_well() -> None:
    line = "Un ⟦dÃ©but⟧ et un `⟦rÃ©sumÃ©⟧` ici.\n"
    assert_flags(RULE, CLEAN + line, CLEAN + "Un début et un `résumé` ici.\n")
    mixed = "Un ⟦dÃ©but⟧ là et un `rÃ©sumÃ©` ici.\n"
    assert_flags(RULE, CLEAN + mixed, CLEAN + "Un début là et un `rÃ©sumÃ©` ici.\n")


@pytest.mark.parametrize("path", ["page.md", "page.mdx"])
def test_clean_pages_are_silent_and_not_parsed(path: str) -> None:
    document = Document(path, PAGE)
    assert not list(RULE.check(document))
    assert "markdown" not in vars(document)


@pytest.mark.parametrize("text", ["", "\x00\x80\ud800", "Ã©\x00\ud800", "```\nÃ©", "Ã©" * 3000])
def test_nothing_raises(text: str) -> None:
    found = violations(RULE, text)
    assert not violations(RULE, repaired(text, found, Applicability.SAFE))


@pytest.mark.parametrize(
    "page",
    [
        "The name `JosÃ©` means that UTF-8 was read as Latin-1.\n",
        'The bytes E2 80 99 are shown as "â€™" by a program that expects cp1252.\n',
        "In our logs `cafÃ©` became `cafÃƒÂ©` after the second import.\n",
    ],
)
def test_a_page_with_nothing_but_what_it_shows_is_no_broken_page(page: str) -> None:
    assert not violations(RULE, page)


def test_a_short_broken_page_is_one() -> None:
    (found,) = violations(RULE, "# LÃ©gumes\n\nDÃ©jÃ\xa0 vu Ã\xa0 NoÃ«l.\n")
    assert found.message.startswith("The whole file")


def test_what_nobody_can_read_is_told_in_a_page_that_is_broken() -> None:
    text = PAGE.encode().decode("cp1252", "ignore") + "Un mot Ä.\n"
    *others, last = violations(RULE, text)
    assert all(one.fix for one in others)
    assert (last.level, last.fix, text[last.span.start]) == (Severity.INFO, None, "Ä")
    assert last.message.startswith("“Ä” begins like a damaged letter")
    assert not any(one.level is Severity.INFO for one in violations(RULE, f"{PAGE}Å, dÃ©jÃ\xa0\n"))
