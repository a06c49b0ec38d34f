"""Words, names and titles as references are compared by them."""

import pytest

from contentlint.citations._people import Person, look_up
from contentlint.citations._titles import Likeness, likeness, stands_in
from contentlint.citations._words import alike, initials, is_latin, within, words
from contentlint.citations.works import Name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Évaluation – β & x_1", ["levaluation", "beta", "and", "x", "1"]),
        ("ﬁne Ørsted Łódź Straße İı", ["fine", "orsted", "lodz", "strasse", "ii"]),
        ("co\u00adoperate e\u0301tude", ["cooperate", "etude"]),
        ("ä", ["a"]),
        ("αβγ-ς", ["alpha", "beta", "gamma", "sigma"]),
        ("石臼", ["石臼"]),
        ("—", []),
    ],
)
def test_words(text: str, folded: list[str]):
    assert words(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mill", "mill"),
        ("stones", "stnoes"),
        ("stones", "tones"[0:0] + "stoness"),
        ("river", "rivver"),
        ("mill", "milk"),
        ("restoration", "restroatoin"),
        ("mueller", "muller"),
        ("colour", "color"),
        ("modelling", "modeling"),
        ("organise", "organize"),
    ],
)
def test_words_that_are_alike(one: str, other: str):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("for", "fur"),
        ("2019", "2018"),
        ("covid19", "covid18"),
        ("river", "rover"[::-1]),
        ("stones", "strong"),
        ("typical", "atypical"),
        ("directed", "undirected"),
        ("mill", "milling"),
        ("restoration", "restaurants"),
        ("abcd", "badc"),
    ],
)
def test_words_that_are_not_alike(one: str, other: str):
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("ab", "ba", 1),
        ("abc", "acb", 1),
        ("abc", "cba", 2),
        ("a", "bc", 2),
    ],
)
def test_within(one: str, other: str, distance: int):
    assert within(one, other, distance)
    assert within(other, one, distance)
    assert not distance or not within(one, other, distance - 1)


def test_initials():
    assert initials("Karl Otto") == "ko"
    assert initials("AK Wang") == "akw"
    assert initials("WANG É.-Ł.") == "wel"
    assert initials("") == ""


def test_scripts():
    assert is_latin("Łódź 12 ế")
    assert is_latin("12")
    assert not is_latin("мельница a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Name("Weiss", "Nora"), Name("Weiss", "N."), True),
        (Name("Weiss", "Nora"), Name("Weiss", "A."), False),
        (Name("Weiss Nora"), Name("Weiss", "Nora"), True),
        (Name("Nora"), Name("Weiss", "Nora"), False),
        (Name("de la Cruz", "José"), Name("J. Delacruz"), True),
        (Name("Li", "Mei"), Name("Le", "Mei"), False),
        (Name("AK Wang"), Name("Wang", "Arthur Kairui"), True),
        (Name("BK Wang"), Name("Wang", "Arthur Kairui"), True),
        (Name("BC Wang"), Name("Wang", "Arthur Kairui"), False),
        (Name("Schaefer", "Ada"), Name("Schäfer", "Ada"), True),
        (Name("van den Berg", "Jan"), Name("Berg", "J. van den"), True),
        (Name("van den Berg", "Jan"), Name("van den Dam", "Jan"), False),
        (Name("Mei", "L."), Name("Li", "Mei"), True),
        (Name("Mei", "K."), Name("Li", "Mei"), False),
        (Name("Mei Lo"), Name("Li", "Mei"), False),
        (Name("", "0"), Name("", "0"), True),
    ],
)
def test_people(one: Name, other: Name, same: bool):
    assert Person(one).is_same(Person(other)) is same
    assert Person(other).is_same(Person(one)) is same


def test_everybody_is_found_once():
    record = (Name("Wang", "Lin"), Name("Wang", "Li"), Name("Ray", "Tom"))
    found = look_up((Name("Wang", "L."), Name("Wang", "L."), Name("Wang", "L.")), record)
    assert found.places == (0, 1, None)
    assert (found.count, found.strangers, found.among) == (2, (2,), 3)
    assert found.is_beginning
    assert not look_up((Name("Ray", "T."),), record).is_beginning


@pytest.mark.parametrize(
    ("said", "title", "expected"),
    [
        ("The wear of stones", "The wear of stones", Likeness.SAME),
        ("The wears of stones", "The wear of stones: a field study of mills", Likeness.NEARLY),
        ("Wear of stones at mills in the north", "Wear of stones in mills", Likeness.PARTLY),
        ("Wear of stones", "Flight of stones", Likeness.OTHER),
        ("Wear of stones", "Flight of moths", Likeness.NOTHING),
        ("Seasonal wear of old stones", "Seasonal wear of young stones", Likeness.NEAR),
        (
            "Wear of stones and dams",
            "Flight of coastal moths over dams and stones",
            Likeness.PARTLY,
        ),
        ("Wear of some big dams", "Flight of very big coastal moths at night", Likeness.OTHER),
    ],
)
def test_likeness(said: str, title: str, expected: Likeness):
    assert likeness(said, [title]) == expected
    assert likeness(said, ["nothing", title]) == expected
    assert likeness(said, []) == Likeness.SAME


def test_a_title_stands_in_a_text_whole_or_without_its_subtitle():
    text = "Weiss, The seasonal waer of mill stones (2021)"
    assert stands_in("Seasonal wear of mill stones", text)
    assert stands_in("Seasonal wear of mill stones: a field study", text)
    assert not stands_in("Wear of dams: seasonal wear of mill stones", text.replace("waer", "use"))
    assert not stands_in("Mill: wear of dams", text)
    assert not stands_in("", text)
