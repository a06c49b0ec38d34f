"""What a page calls a source, when it was published and by whom: doubted only without a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.evidence import Match, Support
from contentlint.citations.titles import author, title, year, year_of
from contentlint.citations.visit import Paper
from contentlint.citations.wording import Wording

TEXT = (
    "The mill on the river was built by the people of the town and it is still in use. The wheel"
    " turns slower with every year, and nobody knows what they will do when the dam is old.\n"
) * 4
FRENCH = (
    "Le moulin est sur la rivière depuis que la ville a été construite par les gens du pays, et la"
    " roue tourne plus lentement chaque année, dit le gardien qui est avec les siens.\n"
) * 4
COPPER, CANAL = "Why the Price of Copper Has Doubled for Us", "Moulins de la rivière et du canal"
MILL = Paper(
    TEXT, ("Old mills of the river and their water | County News", "Old mills of the river")
)


def titled(named: str, paper: Paper = MILL, sentence: str = "") -> Match | None:
    compared = title(named, paper, Wording(paper.text), sentence)
    return compared and compared.match


def dated(named: str, paper: Paper, sentence: str = "") -> Match | None:
    compared = year(named, paper, sentence)
    assert compared is None or compared.written in named
    return compared and compared.match


@pytest.mark.parametrize(
    "named",
    [
        "Old mills of the river and their water",
        "OLD MILLS — of the river, and their wáter",
        "J. Okafor, “Old mills of the river and their water”, County News, 2024.",
        "Okafor, J. (2024). Old mills of the river. County News. https://news.example/mills",
        "County News: the story of all the old mill buildings",
    ],
)
def test_a_title_that_shares_words_is_supported(named: str) -> None:
    match = titled(named)
    assert match is not None
    assert match.support is Support.SUPPORTED
    assert "Old mills" in match.found


def test_one_word_of_a_short_title_is_enough() -> None:
    paper = Paper(TEXT, ("Copper mines abroad",))
    assert titled(COPPER, paper) == Match(Support.SUPPORTED, "Copper mines abroad")


def test_two_words_of_a_long_title_are_enough() -> None:
    name = "Copper doubled: miners, smelters, traders, brokers, wires, pipes, roofs, coins, bells"
    assert titled(COPPER, Paper(TEXT, (name,))) == Match(Support.SUPPORTED, name)


def test_a_name_in_no_language_leaves_it_certain() -> None:
    names = ("Old mills of the river and their water", "Rye weir dam wheel")
    assert titled(COPPER, Paper(TEXT, names)) == Match(Support.ABSENT, names[0])


@pytest.mark.parametrize(
    "named",
    [
        "How the Price of Copper Has Doubled Since the Summer",
        "[3] Reuters, “The price of copper has doubled since summer”, 3 May 2024",
        "The Price of Copper Has Doubled Since Summer",
    ],
)
def test_a_title_that_shares_nothing_is_absent(named: str) -> None:
    assert titled(named) == Match(Support.ABSENT, MILL.title)


@pytest.mark.parametrize(
    "named",
    [
        "",
        "here",
        "County News",
        "a study of copper",
        "https://news.example/the-price-of-copper-has-doubled-since-the-summer",
        "The people of the town built the wheel, 2024",
        "click here for the summary of all prices that doubled",
        "County statement of copper price changes, 2024",
    ],
)
def test_what_is_no_title_or_may_be_meant_is_left_alone(named: str) -> None:
    match = titled(named)
    assert match is None or match.support is Support.SUPPORTED


def test_one_word_in_common_is_enough_for_a_title_without_marks() -> None:
    paper = Paper(TEXT, ("Old wooden mills of the long river and its clean water",))
    named = "What traders say of the river and copper prices"
    assert titled(f"{named}, 2024", paper) is None
    assert titled(f"“{named}”, 2024", paper) == Match(Support.ABSENT, paper.title)


def test_words_of_a_running_sentence_are_a_title_only_if_set_as_one() -> None:
    loose = "the price of copper has doubled since the summer"
    assert titled(loose, sentence=f"They say that {loose}.") is None
    assert titled(f"“{loose}”", sentence=f"They say “{loose}”.") == Match(
        Support.ABSENT, MILL.title
    )
    capital = "The Price of Copper Has Doubled Since Summer"
    assert titled(capital, sentence=f"In {capital} they say so.") == Match(
        Support.ABSENT, MILL.title
    )


@pytest.mark.parametrize(
    ("named", "paper"),
    [
        ("« Le prix du cuivre a doublé depuis la fin de l’été »", MILL),
        ("[2] Der Preis von Kupfer hat sich seit dem Sommer verdoppelt", MILL),
        ("Kupfer Preise Verdoppelung Sommer, 2024", MILL),
        (COPPER, Paper(FRENCH, (CANAL,))),
        (COPPER, Paper(TEXT, (CANAL,))),
    ],
)  # fmt: skip
def test_a_title_in_another_language_is_unknown(named: str, paper: Paper) -> None:
    match = titled(named, paper)
    assert match is not None
    assert match.support is Support.UNKNOWN


@pytest.mark.parametrize("names", [(), ("Home",), ("News",), ("Untitled document",)])
def test_a_source_without_a_title_has_none_to_compare(names: tuple[str, ...]) -> None:
    assert (
        titled("How the Price of Copper Has Doubled Since the Summer", Paper(TEXT, names)) is None
    )


def test_the_title_of_a_pdf_is_often_that_of_a_template() -> None:
    paper = Paper(TEXT, ("Annual report layout version final",), kind="pdf")
    assert titled("How the Price of Copper Has Doubled Since the Summer", paper) is None


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("Okafor, J. (2024). Old mills.", "2024"),
        ("Okafor, J. (2024, March 5). Old mills.", "2024"),
        ("Okafor, J. (2024a). Old mills.", "2024"),
        ("Le Monde (mars 2024)", "2024"),
        ("Old mills, County News, 12 March 2024", "2024"),
        ("Old mills, County News, March 12, 2024", "2024"),
        ("Vieux moulins, Le Pays, 1er août 2023", "2023"),
        ("Alte Mühlen, Tagblatt, 3. Dezember 2021", "2021"),
        ("Viejos molinos, 4 de enero de 2022", "2022"),
        ("Old mills, 12 March 2024 (accessed 3 May 2025)", "2024"),
        ("Vieux moulins, 12 mars 2024, consulté le 3 mai 2025", "2024"),
        ("2025 annual report", "2025"),
        ("rapport 2025", "2025"),
        ("the report of 2025", "2025"),
    ],
)
def test_a_year_of_publication_is_known(named: str, found: str) -> None:
    given = year_of(named)
    assert given is not None
    assert given.written == found


@pytest.mark.parametrize(
    "named",
    [
        "",
        "Old mills",
        "Old mills 2024",
        "Outlook for 2050",
        "accessed 3 May 2025",
        "Consulté le 3 mai 2025",
        "https://news.example/(2024)/12",
        "Mills (2019), mines (2021)",
        "Mills (1985–2024)",
        "The 1990 census",
    ],
)
def test_any_other_year_is_none(named: str) -> None:
    assert year_of(named) is None


@pytest.mark.parametrize(
    ("paper", "match"),
    [
        (Paper(TEXT, published="2024-03-05"), Match(Support.SUPPORTED, "2024")),
        (Paper(TEXT, published="2019", updated="2024-01-01"), Match(Support.SUPPORTED, "2024")),
        (Paper(TEXT, ("Mills in 2024",), published="2021"), Match(Support.SUPPORTED, "2024")),
        (Paper(TEXT, canonical="/2024/", published="2021"), Match(Support.SUPPORTED, "2024")),
        (Paper(TEXT, published="2021-03-05"), Match(Support.ABSENT, "2021")),
        (Paper(TEXT, published="2023-12-30"), Match(Support.NEAR, "2023")),
        (Paper(TEXT, published="2026-03-05"), None),
        (Paper(TEXT), None),
        (Paper(TEXT, published="yesterday"), None),
        (Paper("March 2024\n" + TEXT, published="2021"), None),
        (Paper(TEXT * 9 + "Seen again in 2024", published="2021"), None),
        (Paper(TEXT, published="2021", kind="pdf"), None),
    ],
)  # fmt: skip
def test_a_year_is_compared_with_all_that_a_source_is_dated(
    paper: Paper, match: Match | None
) -> None:
    assert dated("Okafor, J. (2024). Old mills.", paper) == match


def test_a_report_of_a_year_may_come_out_the_year_before_or_after() -> None:
    assert dated("2024 report", Paper(TEXT, published="2023-11-01")) is None
    assert dated("2024 report", Paper(TEXT, published="2025-02-01")) is None
    assert dated("2024 report", Paper(TEXT, published="2022-02-01")) == Match(
        Support.ABSENT, "2022"
    )
    assert dated("Old mills", Paper(TEXT, published="2022-02-01")) is None


def test_a_date_in_a_sentence_may_be_that_of_anything() -> None:
    paper, named = Paper(TEXT, published="2020-12-11"), "the mill opens on March 5, 2024"
    assert dated(named, paper, f"They say that {named}.") is None
    assert dated(named, paper, named) == Match(Support.ABSENT, "2020")
    assert dated("the 2024 report", paper, "Read the 2024 report.") == Match(Support.ABSENT, "2020")


@pytest.mark.parametrize(
    ("named", "authors", "support"),
    [
        ("Okafor, J. (2024). Old mills.", ("Jane Okafor",), Support.SUPPORTED),
        (
            "[2] Okafor, J.-B. & Ek, M. (2024). Old mills.",
            ("M. Ek", "JB Okafor"),
            Support.SUPPORTED,
        ),
        ("Lefèvre, A. (2024). Old mills.", ("Anne Lefevre",), Support.SUPPORTED),
        ("van Dam, A. (2024). Old mills.", ("Anne van Dam",), Support.SUPPORTED),
        ("Okafor, J. (2024). Old mills.", ("Maria Ek", "Li Wei"), Support.ABSENT),
        ("Okafor, J. (2024). Old mills.", ("County News",), Support.ABSENT),
        ("Okafor, J. (2024). Old mills.", ("newsroom",), None),
        ("Okafor, J. (2024). Old mills.", ("The News of the County of Harlow",), None),
        ("Okafor, J. (2024). Old mills.", (), None),
        ("Town, J. (2024). Old mills.", ("Maria Ek",), None),
        ("Jane Okafor, Old mills", ("Maria Ek",), None),
        ("Old mills, A. story", ("Maria Ek",), None),
        ("", ("Maria Ek",), None),
    ],
)
def test_an_author_is_doubted_where_nobody_has_the_name(
    named: str, authors: tuple[str, ...], support: Support | None
) -> None:
    paper = Paper(TEXT, authors=authors)
    compared = author(named, paper, Wording(paper.text))
    assert (compared and compared.match.support) == support
    assert compared is None or compared.written in named


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=80))
def test_anything_may_be_named(named: str, name: str, sentence: str) -> None:
    paper = Paper(TEXT, (name,), (name,), name, name)
    source = Wording(paper.text)
    for compared in (
        title(named, paper, source, sentence),
        year(named, paper),
        author(named, paper, source),
    ):
        assert compared is None or compared.written in named


@given(st.text("aelmrsty é", min_size=12, max_size=60))
def test_a_source_is_never_doubted_under_its_own_name(name: str) -> None:
    match = titled(name, Paper(TEXT, (name, "Another name of the thing")))
    assert match is None or match.support is Support.SUPPORTED


@pytest.mark.parametrize(
    "unit", ["“", "(2024 ", "2024 ", "report ", "Okafor, ", "A.", "accessed ", "| ", "http://"]
)
def test_names_are_read_in_linear_time(unit: str, linear) -> None:
    def work(size: int) -> None:
        named = unit * (size // len(unit))
        title(named, MILL, Wording(TEXT))
        year(named, MILL)
        author(named, MILL, Wording(TEXT))

    linear(work, 8_000)
