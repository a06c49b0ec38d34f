"""Numbers in brackets against the page's own list of sources."""

import pytest

from contentlint import Document
from contentlint.citations.sources import expanded, is_title, listed, sourced
from contentlint.testing import assert_flags, violations
from contentlint_rules.citations.missing_source import MissingSource

RULE = MissingSource()
LIST = "1. Weiss\n2. Kern\n3. Ott\n"


def page(text: str, entries: str = LIST, title: str = "## Sources") -> str:
    return f"# The mill\n\n{text}\n\n{title}\n\n{entries}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One [1], two [2], four ⟦[4]⟧.", "no source 4 under “Sources”, which has 1–3"),
        ("One [1], two [2]⟦[4]⟧.", "no source 4"),
        ("One [1], ⟦[2, 4, 6]⟧.", "are no sources 4, 6"),
        ("One [1], ⟦[2–5]⟧.", "are no sources 4–5"),
        ("One[1], two[2], four⟦[4]⟧.", "no source 4"),
        ("One [1], two [2]\n\n## More\n\n> four ⟦[12]⟧", "no source 12"),
    ],
)
def test_a_number_without_a_source(text: str, words: str) -> None:
    (violation,) = assert_flags(RULE, page(text))
    assert words in violation.message


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ("[1] Weiss\n\n[2] Kern\n\n[3] Ott\n", "## References"),
        ("\\[1\\] Weiss\n\n\\[2\\] Kern\n\n\\[3\\] Ott\n", "## **References**"),
        ("1. Weiss\n1. Kern\n1. Ott\n", "### Références :"),
        ("1) Weiss\n2) Kern\n3) Ott\n", "## 5. Quellen"),
        ("1. Weiss\n   https://mill.org/\n2. Kern\n\n   More.\n3. Ott\n", "## Works Cited"),
        (LIST, "参考文献\n----"),
        (LIST + "\n## After\n\nAnd [2].\n", "## Bibliografía"),
    ],
)
def test_lists_in_many_forms(entries: str, title: str) -> None:
    assert_flags(RULE, page("One [1], two [2], four ⟦[4]⟧.", entries, title))


@pytest.mark.parametrize(
    ("text", "entries", "title"),
    [
        ("One [1], two [2], three [3].", LIST, "## Sources"),
        ("One [1], two [2], four [4].", LIST, "## The wheel"),
        ("One [1], two [2], four [4].", "- Weiss\n- Kern\n", "## Sources"),
        ("One [1], two [2], four [4].", "[1] Weiss\n\n2. Kern\n\n3. Ott\n", "## Sources"),
        ("One [1], two [2], four [4].", "1. Weiss\n", "## Sources"),
        ("One [1], seven [7], eight [8].", LIST, "## Sources"),
        ("From [0] to [1], [2] and [4].", LIST, "## Sources"),
        ("One [1], two [2], `[4]` [4](a.md) [^4] ![4] \\[4]: a[4](b).", LIST, "## Sources"),
        ("One [1], two [2], [4].\n\n[4]: https://mill.org/", LIST, "## Sources"),
        ("One [1], two [2].\n\n```\n[4]\n```", LIST, "## Sources"),
        ("In [2020] one [1], two [2].", LIST, "## Sources"),
        ("One [1], and four [4].", LIST, "## Sources"),
        ("One [1], two [2], four [4].\n\n## Sources\n\nA.", LIST, "## References"),
        ("One [1], two [2], four [4].", "```\n1. Weiss\n2. Kern\n```\n", "## Sources"),
    ],
)
def test_silent(text: str, entries: str, title: str) -> None:
    assert_flags(RULE, page(text, entries, title))


def test_numbers_are_counted_as_markdown_counts_them() -> None:
    found = sourced(Document("page.md", page("One [4], two [5].", "4. Weiss\n9. Kern\n")))
    assert found
    assert [entry.number for entry in found.entries] == [4, 5]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1", [1]),
        ("1, 3;4", [1, 3, 4]),
        ("2-4", [2, 3, 4]),
        ("2 – 4,9", [2, 3, 4, 9]),
        ("4-2", [4, 2]),
        ("1-999", [1, 999]),
    ],
)
def test_what_brackets_stand_for(written: str, numbers: list[int]) -> None:
    assert list(expanded(written)) == numbers


def test_brackets_of_which_most_have_no_source_are_none() -> None:
    entries = "1. Weiss\n2. Kern"
    assert violations(RULE, page("One [1], two [2], three [7], four [8].", entries))
    assert not violations(RULE, page("One [1], two [2], [7], [8], nine [9].", entries))
    assert not violations(RULE, page("One [1], none [0], two [2], three [7].", entries))


def test_numbers_are_named_in_runs() -> None:
    assert listed([3, 1, 2, 7, 7, 9]) == "1–3, 7, 9"


@pytest.mark.parametrize(
    "words", ["Sources", "SOURCES:", "**Sources**", "7. Sources", "Références", "出典"]
)
def test_titles(words: str) -> None:
    assert is_title(words)


@pytest.mark.parametrize("words", ["", "Sources of the river", "**", "Source code", "3"])
def test_no_titles(words: str) -> None:
    assert not is_title(words)


def test_hostile_text_takes_linear_time(linear) -> None:  # type: ignore[no-untyped-def]
    def work(size: int) -> None:
        for part in ("[1", "[1,", "[1-2]", "[1][", "1. a\n", "[1] a\n"):
            violations(RULE, page(part * size + " [1] [2]", part * size))

    linear(work, 200)
