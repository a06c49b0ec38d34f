"""Lines that look like headings: all that are, and hardly more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import Document


def lines(text: str) -> list[tuple[int, str]]:
    return [(line.level, line.words) for line in Document("page.md", text).heading_lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# A\n\ntext\n\n## B ##  \n", [(1, "A"), (2, "B")]),
        ("#\n\n##  \r\n### ###", [(1, ""), (2, ""), (3, "")]),
        ("# C#\n## \tD #\\#\n", [(1, "C#"), (2, "D #\\#")]),
        ("#tag\n####### seven\n\\# no\na # b\n", []),
        ("> # A\n> - ## B\n1. # C\n   # D\n", [(1, "A"), (2, "B"), (1, "C"), (1, "D")]),
        ("A\n===\nB\nC\n-\n\n---\n", [(1, "A"), (2, "C")]),
        ("> A\n> --- \n- B\n  ===\n", [(2, "A"), (1, "B")]),
        ("A\r\n===\r\n# B\r\n", [(1, "A"), (1, "B")]),
        ("# A\rtext\r## B\rC\r---\r", [(1, "A"), (2, "B"), (2, "C")]),
        ("---\ntitle: a\n---\n---\n# A\n", [(1, "A")]),
        ("===\n# A\n", [(1, "A")]),
        ("---\na: b\n---\nA\n===\n", [(1, "A")]),
        ("  1.\n===\n", [(1, "1.")]),
    ],
)
def test_heading_lines(text: str, expected: list[tuple[int, str]]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\n# A\n```\n# B\n", [(1, "B")]),
        ("````\n```\n# A\n````\n# B\n", [(1, "B")]),
        ("```\n~~~\n# A\n```\n# B\n~~~\n", [(1, "B")]),
        ("~~~ sh\n# A\n~~~ no\n# B\n~~~~  \n# C\n", [(1, "C")]),
        ("- ```sh\n  # A\n  ```\n\n# B\n", [(1, "B")]),
        ("> ```\n> # A\n> ```\n\n# B\n", [(1, "B")]),
        ("```astro\n---\na\n---\n```\n", []),
        ("```\n# never closed\n", [(1, "never closed")]),
        ("``` a ` b\n# A\n```\n# B\n", [(1, "A"), (1, "B")]),
        ("a ```\n# A\n```\n# B\n```\n", [(1, "A")]),
    ],
)
def test_what_stands_in_fences_is_left_out(text: str, expected: list[tuple[int, str]]) -> None:
    assert lines(text) == expected


def test_places() -> None:
    document = Document("page.md", "---\na: b\n---\n> # One #\n\nTwo\n---\n\n```\nc\n```  \n")
    assert [document.text[line.start : line.end] for line in document.heading_lines] == [
        "# One #",
        "Two\n---",
    ]
    assert [document.text[start:end] for start, end in document.fence_lines] == ["```\nc\n```"]


PIECES = [
    "# ",
    "##",
    "#",
    "a",
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "===",
    "---",
    "-",
    "\r\n",
    "*b*",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_heading_is_among_them(text: str) -> None:
    document = Document("page.md", text)
    for heading in document.headings:
        assert any(
            line.level == heading.level
            and line.start < heading.span.end
            and heading.span.start <= line.end
            for line in document.heading_lines
        ), heading


@pytest.mark.parametrize(
    "piece", ["# a\n", "#", "- ", "> ", "```\n", "~~~\n```\n", "a\n-\n", " ", "=\n"]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: Document("page.md", piece * size).heading_lines, 2000)
