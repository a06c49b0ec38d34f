"""What honest people write is no difference; what is another work is told as such."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.comparison import Difference, Part, compare, summary_of, told
from contentlint.citations.lock import Notice
from contentlint.citations.references import Reference, of_bibtex, of_text
from contentlint.citations.works import Name, Work

AUTHORS = (Name("Weiss", "Nora"), Name("Müller", "Karl Otto"), Name("García López", "José"))
MILL = Work(
    titles=("Seasonal wear of mill stones", "Seasonal wear of mill stones: a field study"),
    subtitles=("a field study",),
    authors=AUTHORS,
    years=(2020, 2021),
    venues=("Journal of Applied Mills", "J. Appl. Mills"),
    kind="journal-article",
    doi="10.1234/mill",
)
GOOD = Reference(
    title="Seasonal wear of mill stones: a field study",
    authors=AUTHORS,
    year=2021,
    doi="10.1234/mill",
    venue="Journal of Applied Mills",
)


def parts(reference: Reference, work: Work = MILL) -> list[tuple[str, bool]]:
    return [(str(one.part), one.sure) for one in compare(reference, work)]


def written(*names: str) -> tuple[Name, ...]:
    return of_bibtex({"author": " and ".join(names)}).authors


def test_a_reference_that_is_right():
    assert compare(GOOD, MILL) == ()
    assert compare(Reference(), MILL) == compare(GOOD, Work()) == ()


@pytest.mark.parametrize(
    "title",
    [
        "Seasonal wear of mill stones",
        "SEASONAL WEAR OF MILL STONES",
        "Seasonal wear of millstones — a field study",
        "“Seasonal wear of mill stones.”",
        "Seasonal waer of mill stones",
        "Saesonal wear of mill stones: a field study",
        "Seasonal wear of mill …",
        "The seasonal wear of mill stones: a field study"[4:],
        "",
        "…",
        "季節ごとの石臼の摩耗",
    ],
)
def test_titles_that_are_the_same(title: str):
    assert parts(replace(GOOD, title=title)) == []


@pytest.mark.parametrize(
    ("title", "sure"),
    [
        ("Seasonal wear of the mill stones", False),
        ("Seasonal wears of mill stones", False),
        ("Seasonal wear on mill stones", False),
        ("Seasonal wear of mill dams", True),
        ("Unseasonal wear of mill stones", True),
        ("Seasonal wear of mill stones in 1900", True),
        ("Nocturnal flight of coastal moths", True),
        ("Wear", True),
    ],
)
def test_titles_that_differ(title: str, sure: bool):
    assert parts(replace(GOOD, title=title)) == [("title", sure)]


@pytest.mark.parametrize(
    ("said", "record"),
    [
        ("Theory of β-decay in CO2", "Theory of <i>β</i>-decay in CO<sub>2</sub>"),
        ("Theory of beta decay", "Theory of β decay"),
        ("L'évaluation des moulins", "L’Evaluation des Moulins"),
        ("Straßen und Mühlen", "Strassen und Muehlen"),
        ("Modelling colour in mills", "Modeling color in mills"),
        ("The mill", "Chapter 3: The mill"),
        ("BERT", "BERT: what a mill learns"),
        ("Is the mill still running? A history", "Is the mill still running?"),
        ("Latent mills out", "${{\\mathrm {Latent}}}$ mills out"),
        ("A mill & a river", "A Mill and a River"),
    ],
)
def test_titles_in_other_spellings(said: str, record: str):
    from contentlint.citations.works import of_csl

    work = of_csl({"title": record, "author": [{"family": "Weiss", "given": "Nora"}]})
    assert parts(Reference(title=said), work) == []


@pytest.mark.parametrize(
    ("said", "record"),
    [
        ("Mills in 2019", "Mills in 2020"),
        ("Supervised mills learning", "Unsupervised mills learning"),
        ("On mills, part II", "On mills, part III"),
        ("Symmetric millstones", "Asymmetric millstones"),
    ],
)
def test_a_slip_that_turns_the_meaning_is_no_slip(said: str, record: str):
    assert parts(Reference(title=said), Work(titles=(record,))) == [("title", True)]


@pytest.mark.parametrize(
    "authors",
    [
        written("Weiss, N.", "Müller, K. O.", "García López, J."),
        written("Weiss N", "Muller KO", "Garcia Lopez J"),
        written("Nora Weiss", "Karl Mueller", "José García-López"),
        written("WEISS Nora", "MÜLLER Karl", "GARCIA José"),
        written("Weiß, N.", "Müler, Karl", "López, José García"),
        written("Weiss, Nora", "Müller, Karl Otto"),
        written("Weiss, Nora", "others"),
        written("N. Weiss"),
        (),
        written("Anonymous"),
        written("World Mill Organization"),
        written("Эмма Вайс"),
    ],
)
def test_authors_that_are_the_same(authors: tuple[Name, ...]):
    assert parts(replace(GOOD, authors=authors)) == []


@pytest.mark.parametrize(
    ("authors", "sure"),
    [
        (written("Nora Weiss", "Ada Marsh", "Tom Ray"), True),
        (written("Ada Marsh", "Tom Ray"), True),
        (written("John Doe"), True),
        (written("Nora Weiss", "Karl Müller", "Ada Marsh"), False),
        (written("Nora Weiss", "José García López"), False),
        (written("Karl Müller", "Nora Weiss", "José García López"), False),
        (written("Karl Müller"), False),
        (written("Ada Weiss"), False),
    ],
)
def test_authors_that_differ(authors: tuple[Name, ...], sure: bool):
    assert parts(replace(GOOD, authors=authors)) == [("author", sure)]


def test_one_surname_in_common_does_not_verify():
    wangs = replace(MILL, authors=(Name("Wang", "Lin"), Name("Li", "Mei"), Name("Chen", "Bo")))
    said = written("Yu Wang", "Ada Marsh", "Tom Ray")
    assert parts(replace(GOOD, authors=said), wangs) == [("author", True)]


def test_a_list_that_says_that_it_is_cut_may_leave_people_out():
    authors = (AUTHORS[0], AUTHORS[2])
    assert parts(replace(GOOD, authors=authors)) == [("author", False)]
    assert parts(replace(GOOD, authors=authors, complete=False)) == []


def test_editors_count_where_a_reference_names_them():
    book = replace(MILL, others=(Name("Marsh", "Ada"),), kind="book-chapter")
    assert parts(replace(GOOD, authors=written("Marsh, A.")), book) == []


def test_a_record_that_names_fewer_people_is_no_alarm():
    alone = replace(MILL, authors=AUTHORS[:1])
    assert parts(GOOD, alone) == [("author", False)]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (0, []),
        (2019, []),
        (2020, []),
        (2022, []),
        (2018, ["year"]),
        (2023, ["year"]),
        (2035, ["year"]),
    ],
)
def test_years(year: int, found: list[str]):
    assert parts(replace(GOOD, year=year)) == [(one, True) for one in found]


def test_a_preprint_may_appear_later_and_change_its_title():
    preprint = replace(MILL, preprint=True, venues=("MillRxiv",))
    assert parts(replace(GOOD, year=2024, venue="MillRxiv"), preprint) == []
    assert parts(replace(GOOD, year=2025, venue="MillRxiv"), preprint) == [("year", True)]
    renamed = replace(GOOD, title="How seasons wear down stones", venue="MillRxiv")
    assert parts(renamed, preprint) == [("title", False)]
    strange = replace(GOOD, title="Transformers for reasoning", venue="MillRxiv")
    assert parts(strange, preprint) == [("title", True)]


def test_a_title_that_shares_words_with_the_record_is_no_other_work():
    near = replace(MOTH, title="Seasonal wear of old millers and mill stones")
    assert parts(near) == [("title", True), ("author", True), ("year", True)]


def test_editions_have_years_of_their_own():
    book = replace(MILL, kind="book")
    assert parts(replace(GOOD, year=2005, venue="Mill Press"), book) == [("year", False)]


@pytest.mark.parametrize(
    ("said", "venues"),
    [
        ("J. Appl. Mills", MILL.venues),
        ("journal of applied mills", MILL.venues),
        ("The Journal of Applied Mills, Series B", MILL.venues),
        ("Applied Mills", MILL.venues),
        ("Proc. Natl. Acad. Mills", ("Proceedings of the National Academy of Mills",)),
        ("PNAM", ("Proceedings of the National Academy of Mills",)),
        ("J Appl Mills (Lond)", MILL.venues),
        ("arXiv preprint", MILL.venues),
        ("", MILL.venues),
        ("NeurIPS", ("Advances in Neural Information Processing Systems",)),
        ("CVPR", ("2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",)),
        ("EMNLP", ("Conference on Empirical Methods in Natural Language Processing",)),
        ("STOC", ("54th Annual ACM SIGACT Symposium on Theory of Computing",)),
        ("ECCV", ("Lecture Notes in Computer Science",)),
        ("WWW", ("Proceedings of the ACM Web Conference 2022",)),
        ("Proc. VLDB Endow.", ("Proceedings of the VLDB Endowment",)),
        ("Mach. Learn.", ("Machine Learning",)),
        ("石臼学会誌", MILL.venues),
        ("Mills", ()),
    ],
)
def test_venues_that_may_be_the_same(said: str, venues: tuple[str, ...]):
    assert parts(replace(GOOD, venue=said), replace(MILL, venues=venues)) == []


@pytest.mark.parametrize(
    "said", ["Annals of Moths", "CVPR", "Journal of Moths", "Science", "Applied Moths"]
)
def test_another_venue_is_a_hint(said: str):
    assert parts(replace(GOOD, venue=said)) == [("venue", False)]


def test_a_preprint_may_be_cited_by_where_it_appeared():
    preprint = replace(MILL, preprint=True, venues=("arXiv",))
    other = replace(GOOD, venue="Annals of Moths")
    assert parts(other, preprint) == [("venue", False)]
    assert parts(other, replace(preprint, arxiv="2101.00001")) == []
    assert parts(other, replace(preprint, notices=(Notice("published", "It has."),))) == []


MOTH = Reference(
    title="Nocturnal flight of coastal moths", authors=written("Ada Marsh", "Tom Ray"), year=2009
)


def test_another_work_needs_two_parts_that_speak_against_it():
    (other,) = compare(MOTH, MILL)
    assert other == Difference(
        Part.WORK,
        "“Nocturnal flight of coastal moths” by Ada Marsh; Tom Ray (2009)",
        "“Seasonal wear of mill stones” by Nora Weiss; Karl Otto Müller; José García López (2020)",
    )
    assert parts(replace(MOTH, authors=AUTHORS, year=2021)) == [("title", True)]
    assert parts(replace(MOTH, title=GOOD.title, year=2021)) == [("author", True)]
    assert parts(replace(MOTH, authors=())) == [("work", True)]
    assert parts(replace(MOTH, authors=(), year=0)) == [("title", True)]


def test_what_is_sure_stands_first():
    wrong = replace(GOOD, venue="Annals of Moths", year=1999)
    assert parts(wrong) == [("year", True), ("venue", False)]


TEXTS = (
    "Weiss, N., Müller, K. O., & García López, J. (2021). Seasonal wear of mill stones: A field"
    " study. *Journal of Applied Mills*, 3(2). https://doi.org/10.1234/mill",
    "N. Weiss et al., “Seasonal wear of mill stones,” J. Appl. Mills, 2021.",
    "Seasonal wear of mill stones, Weiss & al., Mill Weekly of 3 March 2021",
    "Weiss (2021): https://doi.org/10.1234/mill",
    "[Our report on stones](https://doi.org/10.1234/mill)",
    "Weiss N, Müller KO, García López J. Seasonal wear of mill stones. J Appl Mills. 2020;3:1-9.",
    "Weiss, N. (1999). Seasonal wear of mill stones. Mill Press, printed again 2021.",
    "Mill Board, annual report 1999, citing Weiss, 2021, on the seasonal wear of mill stones",
)


@pytest.mark.parametrize("text", TEXTS)
def test_running_text_that_is_right(text: str):
    assert parts(of_text(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marsh, A., & Ray, T. (2009). Nocturnal flight of moths. Moths, 3.", [("work", True)]),
        (TEXTS[0].replace("stones", "dams"), [("title", True)]),
        (TEXTS[0].replace("2021", "2011"), [("year", True)]),
        (
            TEXTS[0].replace("Müller, K. O.", "Ray, T.").replace("García López", "Marsh"),
            [("author", True)],
        ),
        (TEXTS[0].replace("Applied Mills", "Moths"), [("venue", False)]),
        ("Marsh, A. (2021). Seasonal wear of mill stones.", [("author", True)]),
    ],
)
def test_running_text_that_is_wrong(text: str, found: list[tuple[str, bool]]):
    assert parts(of_text(text)) == found


def test_a_year_that_is_part_of_the_title_is_not_that_of_the_work():
    census = Work(titles=("Mill census 2010",), years=(2014,), authors=AUTHORS)
    assert parts(of_text("Weiss, Nora: Mill census 2010."), census) == []
    assert parts(of_text("Weiss, Nora: Mill census, 2010."), census) == []
    assert parts(of_text("Weiss, Nora: Mill census 2011."), census) == [("title", True)]
    assert parts(of_text("Weiss, N. (2011). Mill census 2010. Mills."), census) == [("year", True)]


def test_sentences_for_the_author():
    said = [told(one) for one in compare(replace(GOOD, year=1999, venue="Science"), MILL)]
    assert said == [
        "The register has the year 2020/2021; the entry says 1999.",
        "The register has it in Journal of Applied Mills; the entry says Science.",
    ]
    assert told(compare(MOTH, MILL)[0]) == (
        "The identifier leads to “Seasonal wear of mill stones” by Nora Weiss; Karl Otto Müller;"
        " José García López (2020); the entry describes “Nocturnal flight of coastal moths” by Ada"
        " Marsh; Tom Ray (2009)."
    )
    assert summary_of(Work(titles=("The mill",))) == "“The mill”"


STRANGERS = written("Marsh, Ada", "Ray, Tom")


@pytest.mark.parametrize(
    ("title", "record"),
    [
        ("Moths eat stones", MILL.titles[0]),  # one word in common
        ("Moth wings", MILL.titles[0]),  # two words are enough for a title
    ],
)
def test_a_title_that_hardly_shares_a_word_is_of_another_work(title: str, record: str):
    other = replace(GOOD, title=title, authors=STRANGERS)
    assert parts(other, replace(MILL, titles=(record,))) == [("work", True)]


def test_a_title_of_one_word_says_too_little():
    assert ("work", True) not in parts(replace(GOOD, title="Moths", authors=STRANGERS))


@pytest.mark.parametrize(
    ("year", "other"), [(2018, False), (2017, True), (2023, False), (2024, True)]
)
def test_without_authors_a_year_must_be_further_off(year: int, other: bool):
    said = replace(GOOD, title="Moths of the northern coast", authors=(), year=year)
    assert (("work", True) in parts(said)) is other


def test_a_body_beside_people_is_no_stranger():
    said = replace(GOOD, authors=(*AUTHORS, Name("World Health Organization")))
    assert parts(said) == []
    alone = replace(GOOD, authors=(Name("World Health Organization"), AUTHORS[0]))
    assert parts(alone, replace(MILL, authors=AUTHORS[:1])) == []


def test_the_people_of_a_record_without_authors_are_its_editors():
    work = replace(MILL, authors=(), others=AUTHORS)
    assert parts(GOOD, work) == []
    (one,) = compare(replace(GOOD, authors=STRANGERS), work)
    assert (one.part, one.found) == (Part.AUTHOR, "Nora Weiss; Karl Otto Müller; José García López")
    (one,) = compare(replace(GOOD, authors=(AUTHORS[0], AUTHORS[2])), work)
    assert (one.said, one.found) == ("… José García López", "… Karl Otto Müller; José García López")


@pytest.mark.parametrize(
    ("names", "sure"),
    [
        ((AUTHORS[0], STRANGERS[0]), True),
        ((*AUTHORS[:2], STRANGERS[0]), False),
        ((*AUTHORS, STRANGERS[0]), False),
        ((AUTHORS[0], *STRANGERS), True),
    ],
)
def test_one_stranger_among_friends_is_a_hint(names: tuple[Name, ...], sure: bool):
    assert parts(replace(GOOD, authors=names)) == [("author", sure)]


@pytest.mark.parametrize(("named", "sure"), [(1, False), (4, False), (5, True)])
def test_few_strangers_in_a_crowd_are_a_hint(named: int, sure: bool):
    crowd = tuple(Name(f"Weiss{'abcdefgh'[at]}", "Nora") for at in range(8))
    work = replace(MILL, authors=(*crowd, Name("Ott", "Berta")))
    strangers = written("Marsh, Ada", "Ray, Tom", "Kern, Olga", "Berg, Jan", "Huber, Eva")
    said = (*crowd[:8], *strangers[:named])
    assert parts(replace(GOOD, authors=said), work) == [("author", sure)]


@pytest.mark.parametrize(
    ("names", "sure"),
    [
        (("Weiss, Olga", "Ray, Tom"), False),
        (("Weiss, Olga", "Ray, Tom", "Marsh, Ada"), True),
    ],
)
def test_families_that_are_known_make_it_a_hint(names: tuple[str, ...], sure: bool):
    assert parts(replace(GOOD, authors=written(*names))) == [("author", sure)]


def test_what_is_told_of_authors_begins_where_they_differ():
    five = written("Weiss, Nora", "Müller, Karl", "Ray, Tom", "Marsh, Ada", "Ott, Berta")
    work = replace(MILL, authors=five)
    (one,) = compare(replace(GOOD, authors=(five[0], five[2], five[3], five[4])), work)
    assert one == Difference(
        Part.AUTHOR,
        "… Tom Ray; Ada Marsh; Berta Ott",
        "… Karl Müller; Tom Ray; Ada Marsh et al.",
        sure=False,
    )
    (one,) = compare(replace(GOOD, authors=five[1:]), work)
    assert one.said == "Karl Müller; Tom Ray; Ada Marsh et al."


def test_the_only_author_needs_no_order():
    assert parts(replace(GOOD, authors=AUTHORS[:1]), replace(MILL, authors=AUTHORS[:1])) == []
    assert parts(replace(GOOD, authors=AUTHORS[1:2], complete=False)) == [("author", False)]


@pytest.mark.parametrize(
    ("authors", "sure"),
    [(STRANGERS, True), (AUTHORS, False), (AUTHORS[:1], False)],
    ids=["strangers", "the same", "the first"],
)
def test_a_preprint_may_be_renamed_by_its_own_authors(authors: tuple[Name, ...], sure: bool):
    title = "Seasonal wear of roofs and stones in the alps"
    preprint = replace(MILL, preprint=True, arxiv="2101.00001")
    found = dict(parts(replace(GOOD, title=title, authors=authors), preprint))
    assert found["title"] is sure


def test_a_title_cut_off_in_the_wrong_place_is_a_hint():
    title = "Moths eat stones"
    said = replace(GOOD, title=title, text=f"Weiss, N. (2021). {title}.")
    assert parts(said) == [("title", False)]
    assert parts(replace(said, text="")) == [("title", True)]


def test_braces_in_remote_text_are_only_text():
    (one,) = compare(replace(GOOD, title="{0} {said.__class__} moths"), MILL)
    assert "{said.__class__}" in told(one)


_TEXT = st.text(max_size=40) | st.sampled_from([GOOD.title, "mill", "Weiss", "", "{", "of"])
_NAMES = st.lists(st.builds(Name, _TEXT, _TEXT), max_size=4).map(tuple)


@given(_TEXT, _NAMES, _TEXT, _NAMES, st.integers(0, 3000), _TEXT)
def test_no_pair_is_too_strange(
    title: str, names: Any, other: str, people: Any, year: int, venue: str
):
    work = Work(titles=(other,), authors=people, years=(2000,), venues=(venue,))
    for text in ("", title):
        compare(Reference(title=title, authors=names, year=year, venue=venue, text=text), work)
    same = Work(titles=(title,), authors=names, years=(year,), venues=(venue,))
    assert compare(Reference(title=title, authors=names, year=year, venue=venue), same) == ()


def test_comparing_takes_linear_time(linear: Callable[[Callable[[int], object], int], None]):
    def hold(size: int) -> None:
        names = tuple(Name(f"Weiss{'abcdefghij'[at % 10]}{at}", "Nora") for at in range(size))
        strangers = tuple(Name(f"Marsh{at}", "Ada") for at in range(size))
        title = "wear of stones " * size
        said = Reference(title=title + "x", authors=names)
        compare(said, Work(titles=(title,), authors=names))
        compare(said, Work(titles=("moth " * size,), authors=strangers))

    linear(hold, 400)
