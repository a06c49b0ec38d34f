"""References are read in the forms that people write, and left alone where that is not certain."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.references import (
    Reference,
    doi_of,
    of_bibtex,
    of_csl_reference,
    of_text,
)
from contentlint.citations.works import Name

WEISS, MUELLER, RAY = Name("Weiss", "N."), Name("Müller", "K."), Name("Ray", "T.")


def said(reference: Reference) -> tuple[str, list[str], int]:
    return reference.title, [str(name) for name in reference.authors], reference.year


APA = "Weiss, N., & Müller, K. (2023). The mill and its river. Journal of Mills, 12(3), 4–9."


@pytest.mark.parametrize(
    ("text", "title", "authors", "year"),
    [
        (APA, "The mill and its river", ["N. Weiss", "K. Müller"], 2023),
        (
            "Weiss, N. (2023, March 5). Is the mill still running? Mill Weekly. https://m.example/a",
            "Is the mill still running",
            ["N. Weiss"],
            2023,
        ),
        (
            "[3] N. Weiss, K. Müller and T. Ray, “The mill and its river,” J. Mills, vol. 3, 2021.",
            "The mill and its river",
            ["N. Weiss", "K. Müller", "T. Ray"],
            2021,
        ),
        (
            "Weiss N, Müller K, Ray TK, et al. The mill and its river. J Mills. 2021;12(3):4-9.",
            "The mill and its river",
            ["N Weiss", "K Müller", "TK Ray"],
            2021,
        ),
        (
            "WEISS Nora, MÜLLER Karl, « Le moulin et sa rivière », Revue des moulins, 2021, p. 3.",
            "Le moulin et sa rivière",
            ["WEISS Nora", "MÜLLER Karl"],
            2021,
        ),
        (
            "- Weiss, Nora; Müller, Karl (Hrsg.): Die Mühle am Fluss. Verlag, Ort 2021.",
            "Die Mühle am Fluss",
            ["Nora Weiss", "Karl Müller"],
            2021,
        ),
        (
            'Weiss, Nora, and Karl Müller. "The mill and its river." Journal of Mills 3 (2021): 4.',
            "The mill and its river",
            ["Nora Weiss", "Karl Müller"],
            2021,
        ),
        (
            "Nora van den Berg und Karl Müller: „Die Mühle am Fluss“, in: Mühlen 3 (2021)",
            "Die Mühle am Fluss",
            ["Nora van den Berg", "Karl Müller"],
            2021,
        ),
        (
            "1. [The mill and its river in summer](https://e.org/a_(b)), 2021",
            "The mill and its river in summer",
            [],
            2021,
        ),
        (
            '<a name="f">5</a>: Fox, Ada, and Tom Ray. 2016. “The mill and its river.” Mills.<br/>',
            "The mill and its river",
            ["Ada Fox", "Tom Ray"],
            2016,
        ),
        (
            "Stoa, Ryan, The mill (August 30, 2019). Mills, Issue 2 (2020), Available from it",
            "",
            [],
            2020,
        ),
        ('It ends in [simulating what we call "river mill events"](https://e.org)', "", [], 0),
        ("([Weiss _et al._ in Mills, 2016](https://e.org/a)). It is new, 2016", "", [], 2016),
        ("Eurostat, 2023, energy statistics, read in 2024", "", [], 0),
        ("https://e.org/2021/a", "", [], 0),
        ("", "", [], 0),
    ],
)
def test_a_reference_in_running_text(text: str, title: str, authors: list[str], year: int):
    assert said(of_text(text)) == (title, authors, year)


def test_a_journal_is_read_where_a_volume_follows_it():
    assert of_text(APA).venue == "Journal of Mills"
    assert not of_text("Weiss, N. (2023). The mill and its river. Mill Press.").venue


@pytest.mark.parametrize(
    "text",
    ["Weiss et al.: „Die Mühle“", "Weiss N, … Ray T. A. B.", "Weiss u. a.", "Weiss and others"],
)
def test_a_list_of_authors_that_is_cut_is_known(text: str):
    assert not of_text(text).complete
    assert of_text(APA).complete


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("See https://doi.org/10.1234/ab.(2023)5).", "10.1234/ab.(2023)5"),
        ("doi:10.1234/AB_c;", "10.1234/ab_c"),
        ("[x](https://doi.org/10.1234/abc)", "10.1234/abc"),
        ("https://doi.org/10.1234%2Fabc", "10.1234/abc"),
        ("**10.1234/abc**", "10.1234/abc"),
        ("«10.1234/abc»", "10.1234/abc"),
        ("110.1234/abc and 10.12/abc", ""),
        ("DOI: [10.1234/abc](https://doi.org/10.1234/abc)", "10.1234/abc"),
        ("[![DOI](https://z.org/10.1234/abc.svg)](https://doi.org/10.1234/abc)", "10.1234/abc"),
        ("none", ""),
    ],
)
def test_doi_of(text: str, doi: str):
    assert doi_of(text) == doi


def test_identifiers_in_running_text():
    text = (
        "A. arXiv:2101.01234v2. PMID: 1234567. ISBN 978-3-16-148410-0. https://e.org/a, read"
        " (accessed 3 March 2024)"
    )
    reference = of_text(text)
    assert (reference.arxiv, reference.pmid) == ("2101.01234v2", "1234567")
    assert (reference.isbn, reference.url) == ("9783161484100", "https://e.org/a")
    assert reference.register == "10.48550/arxiv.2101.01234"
    assert reference.text == "A. . . . read"
    assert of_text("https://arxiv.org/abs/math/0601001").arxiv == "math/0601001"
    assert Reference(doi="10.1/x", arxiv="2101.01234").register == "10.1/x"
    assert not Reference().register


def test_an_entry_of_bibtex():
    reference = of_bibtex(
        {
            "Author": r"M{\"u}ller, Karl and {World Mill and River Board}"
            r" and Jos\'e Garc{\'\i}a 0002 and Ray, Jr., Tom and others",
            "title": r"{BERT}: $\alpha$-Rays \& {\emph{Sun}} --- a na{\"\i}ve <i>test</i>",
            "year": "2020",
            "journal": r"Journal of {M}ills",
            "eprint": "2101.00001",
            "archivePrefix": "arXiv",
            "isbn": "978-3-16-148410-0",
        }
    )
    assert reference == Reference(
        title="BERT: α-Rays & Sun — a naïve test",
        authors=(
            Name("Müller", "Karl"),
            Name("World Mill and River Board"),
            Name("José García"),
            Name("Ray", "Tom"),
        ),
        complete=False,
        year=2020,
        arxiv="2101.00001",
        isbn="9783161484100",
        venue="Journal of Mills",
    )


@pytest.mark.parametrize(
    ("fields", "doi"),
    [
        ({"doi": "https://doi.org/10.1234/A"}, "10.1234/a"),
        ({"doi": r"10.1234/a\_b"}, "10.1234/a_b"),
        ({"url": "https://doi.org/10.1234/a"}, "10.1234/a"),
        ({"note": "doi: 10.1234/a."}, "10.1234/a"),
        ({"title": "10.1234/a"}, ""),
    ],
)
def test_where_bibtex_has_its_doi(fields: dict[str, str], doi: str):
    assert of_bibtex(fields).doi == doi


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"{\'E}tude", "Étude"),
        (r"\'{E}tude", "Étude"),
        (r"{\c c}a", "ça"),
        (r"{\v{S}}koda", "Škoda"),
        (r"stra{\ss}e", "straße"),
        (r"\o re", "øre"),
        (r"100\,\% of $x_1$", "100 % of x_1"),
        ("A---B--C", "A—B–C"),
        ("``The'' mill", "“The” mill"),
        ("plain 50 % and 'quoted'", "plain 50 % and 'quoted'"),
        (r"\unknown{mill} \LaTeX", "mill"),
    ],
)
def test_latex(written: str, plain: str):
    assert of_bibtex({"title": written}).title == plain


@pytest.mark.parametrize(
    ("fields", "arxiv"),
    [
        ({"eprint": "2101.01234", "archiveprefix": "arXiv"}, "2101.01234"),
        ({"eprint": "2101.01234", "eprinttype": "arxiv"}, "2101.01234"),
        ({"archiveprefix": "arXiv", "journal": "arXiv:2101.01234"}, "2101.01234"),
        ({"eprint": "2101.01234"}, ""),
        ({"eprint": "2101.01234", "archiveprefix": "PubMed"}, ""),
    ],
)
def test_where_bibtex_has_its_arxiv_number(fields: dict[str, str], arxiv: str):
    assert of_bibtex(fields).arxiv == arxiv


def test_an_address_stands_for_itself_in_latex():
    fields = {"url": "https://e.org/~weiss/a--b", "title": "By~night, https://e.org/~a--b -- c"}
    reference = of_bibtex(fields)
    assert reference.url == "https://e.org/~weiss/a--b"
    assert reference.title == "By night, https://e.org/~a--b – c"


def test_an_entry_of_csl_json():
    reference = of_csl_reference(
        {
            "title": "The mill",
            "author": [{"family": "Weiss", "given": "Nora"}],
            "issued": {"date-parts": [["2021", 3]]},
            "DOI": "10.1234/A",
            "container-title": "Journal of Mills",
            "PMID": "123456",
            "URL": 7,
        }
    )
    assert said(reference) == ("The mill", ["Nora Weiss"], 2021)
    assert (reference.doi, reference.pmid) == ("10.1234/a", "123456")
    assert reference.venue == "Journal of Mills"
    assert of_csl_reference(None) == Reference()


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str):
    assert len(of_text(text).text) <= len(text)
    assert isinstance(of_bibtex({"title": text, "author": text, "doi": text}), Reference)


@pytest.mark.parametrize(
    "piece",
    ["Weiss A, ", "Weiss, A., ", "«a ", "[a](http://e.org/(", "(2021", "a.", "{\\'", " and "],
)
def test_reading_takes_linear_time(
    piece: str, linear: Callable[[Callable[[int], object], int], None]
):
    def read(size: int) -> None:
        of_text(piece * size)
        of_bibtex({"author": piece * size, "title": piece * size})

    linear(read, 2_000)
