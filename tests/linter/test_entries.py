"""Entries of lists of sources are told apart, and are claims with all that they say."""

import pytest

from contentlint import Document, claims

ONE = "Weiss, N. (2021). The mill. https://doi.org/10.1000/1"
TWO = "Kern, A. (2020). The dam. doi:10.1000/2"


def entries(text: str, head: str = "It turns.\n\n## Sources\n\n") -> dict[str, str]:
    found = claims(Document("page.md", head + text))
    return {one.url: " ".join(one.entry.split()) for one in found}


BOTH = {"https://doi.org/10.1000/1": ONE, "https://doi.org/10.1000/2": TWO}


@pytest.mark.parametrize(
    "text",
    [
        f"- {ONE}\n- {TWO}\n",
        f"{ONE}\n\n{TWO}\n",
        f"{ONE}  \n{TWO}\n",
        f"{ONE}\\\n{TWO}\n",
        f"{ONE}<br>\n{TWO}\n",
        f"- {ONE}\n\n- {TWO}\n".replace("The mill", "The\n  mill"),
    ],
)
def test_each_entry_is_one(text: str) -> None:
    assert entries(text) == BOTH


def test_numbers_part_entries() -> None:
    found = entries(f"[1] {ONE}\n[2] {TWO}\n")
    assert {url: entry[4:] for url, entry in found.items()} == BOTH


def test_lines_that_nothing_parts_are_left_alone() -> None:
    assert set(entries(f"{ONE}\n{TWO}\n").values()) == {""}


def test_one_work_under_two_addresses_is_one() -> None:
    text = f"- {ONE}, <http://dx.doi.org/10.1000/1>\n"
    assert all("The mill" in entry for entry in entries(text).values())


def test_notes_are_entries() -> None:
    found = claims(Document("page.md", f"It turns.[^a]\n\n[^a]: {ONE}\n"))
    assert [one.entry.strip() for one in found if one.describes] == [f"[^a]: {ONE}"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (ONE, True),
        ("Weiss N, Kern A. The mill. J Mills. 2021;3(2):4. https://doi.org/10.1000/1", True),
        ("Weiss (2021) says that it turns, as https://doi.org/10.1000/1 has it.", False),
        ("Weiss, N. (2021). The mill. https://mill.org/1", False),
    ],
)
def test_a_reference_has_its_form_wherever_it_stands(text: str, is_one: bool) -> None:
    found = claims(Document("page.md", f"# Read on\n\n{text}\n"))
    assert any(one.describes for one in found) is is_one


@pytest.mark.parametrize(
    "written",
    ["10.1000/a\\_b", "10.1002/1096<1::AID>3", "10.1002/1096&lt;1", "10.1016/j.\n  jmil.2020.1"],
)
def test_an_identifier_that_may_go_on_is_left_alone(written: str) -> None:
    assert entries(f"- Weiss (2021): doi:{written}\n") == {}
    assert len(entries("- Weiss (2021): doi:10.1000/182.\n- Kern\n")) == 1


def test_an_identifier_is_a_source_in_a_list_only() -> None:
    assert entries(f"{TWO}\n", "") == {}
    assert entries("`doi:10.1000/2` and [10.1000/3](/here)\n") == {}
    assert list(entries("Ray, T. Wheels. arXiv:2101.00001v2\n")) == [
        "https://arxiv.org/abs/2101.00001"
    ]
