"""Records are remote: what fits is taken, and whatever does not fit says nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.lock import Notice
from contentlint.citations.notices import notices_of, unmarked
from contentlint.citations.works import Name, Work, named, of_crossref, of_csl, of_datacite

CROSSREF = {
    "DOI": "10.1234/MILL.7",
    "type": "journal-article",
    "title": ["The <i>mill</i>\n   &amp;amp; its river"],
    "subtitle": ["A survey"],
    "original-title": ["Die Mühle und ihr Fluss"],
    "author": [
        {"given": "Nora", "family": "Weiss", "sequence": "first"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"name": "Mill Study Group"},
    ],
    "editor": [{"given": "Ada", "family": "Marsh"}],
    "container-title": ["Journal of Mills"],
    "short-container-title": ["J. Mills"],
    "published-print": {"date-parts": [[2022, 1]]},
    "published-online": {"date-parts": [[2021, 11, 30]]},
    "issued": {"date-parts": [[2021, 11, 30]]},
    "created": {"date-parts": [[2035, 1, 1]]},
}


def test_a_record_of_crossref():
    assert of_crossref(CROSSREF) == Work(
        titles=(
            "The mill & its river",
            "The mill & its river: A survey",
            "Die Mühle und ihr Fluss",
        ),
        subtitles=("A survey",),
        authors=(Name("Weiss", "Nora"), Name("van den Berg", "Jan"), Name("Mill Study Group")),
        others=(Name("Marsh", "Ada"),),
        years=(2021, 2022),
        venues=("Journal of Mills", "J. Mills"),
        kind="journal-article",
        doi="10.1234/mill.7",
    )


def test_a_preprint_of_crossref_is_known_by_its_type_and_its_server():
    record = {
        "type": "posted-content",
        "subtype": "preprint",
        "title": ["Mills"],
        "institution": [{"name": "MillRxiv"}],
        "posted": {"date-parts": [[2020]]},
    }
    work = of_crossref(record)
    assert work.preprint
    assert (work.venue, work.year) == ("MillRxiv", 2020)
    assert of_crossref({**record, "subtype": "other"}).preprint
    assert not of_crossref({**record, "subtype": "other", "type": "report"}).preprint


def test_csl_has_texts_where_crossref_has_lists():
    record = {
        "title": "The mill",
        "author": [{"literal": "Weiss, Nora"}, {"literal": "Mill Study Group"}, "Ray, Karl"],
        "issued": {"raw": "May 2021"},
        "container-title": "Journal of Mills",
        "event": "Mill Conference 2021",
    }
    work = of_csl(record)
    assert work.authors == (Name("Weiss", "Nora"), Name("Mill Study Group"), Name("Ray", "Karl"))
    assert (work.title, work.years) == ("The mill", (2021,))
    assert work.venues == ("Journal of Mills", "Mill Conference 2021")


DATACITE = {
    "doi": "10.48550/ARXIV.2101.00001",
    "titles": [
        {"title": "Rivers"},
        {"title": "and their mills", "titleType": "Subtitle"},
        {"title": "Flüsse", "titleType": "TranslatedTitle"},
    ],
    "creators": [
        {"name": "Ray, Karl", "givenName": "Karl", "familyName": "Ray"},
        {"name": "Marsh, Ada"},
        {"name": "Institute, of Rivers", "nameType": "Organizational"},
    ],
    "contributors": [
        {"name": "Weiss, Nora", "contributorType": "Editor"},
        {"name": "Somebody, Else", "contributorType": "DataCurator"},
    ],
    "publicationYear": 2020,
    "publisher": {"name": "arXiv"},
    "dates": [
        {"date": "2021-02-03T00:00:00Z", "dateType": "Available"},
        {"date": "1999", "dateType": "Updated"},
    ],
    "types": {"resourceTypeGeneral": "Preprint"},
    "container": {},
    "relatedItems": [{"relationType": "IsPublishedIn", "titles": [{"title": "Proc. Rivers"}]}],
}


def test_a_record_of_datacite():
    assert of_datacite(DATACITE) == Work(
        titles=("Rivers", "Flüsse", "Rivers: and their mills"),
        subtitles=("and their mills",),
        authors=(Name("Ray", "Karl"), Name("Marsh", "Ada"), Name("Institute, of Rivers")),
        others=(Name("Weiss", "Nora"),),
        years=(2020, 2021),
        venues=("Proc. Rivers", "arXiv"),
        kind="Preprint",
        doi="10.48550/arxiv.2101.00001",
        arxiv="2101.00001",
        preprint=True,
    )


def test_dates_that_are_none_say_nothing():
    dates: list[Any] = [
        {"date-parts": [[None]]},
        {"date-parts": []},
        {"date-parts": [[]]},
        {"date-parts": [["2021"]]},
        {"date-parts": [[20210]]},
        {"date-parts": [2021]},
        {"date-parts": "2021"},
        {"raw": "in press"},
        "2021",
    ]
    years = [of_csl({"title": "T", "issued": date}).years for date in dates]
    assert years == [(), (), (), (2021,), (), (2021,), (), (), ()]


def test_a_record_without_title_and_authors_is_no_work():
    assert not of_crossref({"DOI": "10.1234/x", "issued": {"date-parts": [[2021]]}})
    assert not of_datacite(None)
    assert of_csl({"title": "T"})


def test_control_characters_and_endless_texts_are_cut_off():
    work = of_csl({"title": "A\x1b[31m mill\x00\u202e", "container-title": "x" * 9_000})
    assert work.title == "A[31m mill"
    assert of_csl({"title": "क्\u200dष"}).title == "क्\u200dष"
    assert len(work.venue) == 2_000


def test_no_record_has_endless_titles_and_notices():
    updates = [{**retraction(kind="erratum"), "DOI": f"10.1234/{at}"} for at in range(99)]
    work = of_crossref({"title": [f"Mill {at}" for at in range(99)], "updated-by": updates})
    assert len(work.titles) == len(work.notices) == 12


def test_a_name_without_a_comma_stays_whole():
    assert named("Weiss, Nora") == Name("Weiss", "Nora")
    assert named("Nora Weiss") == Name("Nora Weiss")
    assert str(Name("Weiss", "Nora")) == "Nora Weiss"
    assert named("Weiss, ") == Name("Weiss")
    assert named(", Nora") == Name(", Nora")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("RETRACTED: The mill", "The mill"),
        ("RETRACTED ARTICLE: The mill", "The mill"),
        ("[Retracted] The mill", "The mill"),
        ("WITHDRAWN – The mill", "The mill"),
        ("Retracted papers and their mills", "Retracted papers and their mills"),
        ("Removed soil", "Removed soil"),
    ],
)
def test_what_registers_write_before_a_title_is_no_part_of_it(title: str, bare: str):
    assert unmarked(title) == bare
    assert of_csl({"title": title}).title == bare


def retraction(source: str = "publisher", kind: str = "retraction") -> dict[str, Any]:
    return {
        "type": kind,
        "label": "Retraction",
        "source": source,
        "DOI": "10.1234/Notice",
        "updated": {"date-parts": [[2022, 3, 4]], "timestamp": 1},
    }


def test_a_retraction_is_read_from_updated_by():
    assert notices_of({**CROSSREF, "updated-by": [retraction()]}) == (
        Notice(
            "retraction",
            "The work was retracted on 2022-03-04.",
            "https://doi.org/10.1234/notice",
        ),
    )


def test_a_notice_about_another_work_is_no_notice_about_this_one():
    assert not notices_of({**CROSSREF, "update-to": [retraction()]})
    named = {"title": ["Retracted: The mill"], "update-to": [retraction()]}
    assert not notices_of(named)


def test_publisher_and_retraction_watch_are_told_once():
    record = {"updated-by": [retraction("retraction-watch"), retraction()]}
    (notice,) = notices_of(record)
    assert "Retraction Watch" not in notice.says
    (alone,) = notices_of({"updated-by": [retraction("retraction-watch")]})
    assert "on 2022-03-04, says Retraction Watch." in alone.says


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("withdrawal", "withdrawal"),
        ("removal", "withdrawal"),
        ("expression_of_concern", "concern"),
        ("Expression of Concern", "concern"),
        ("partial_retraction", "retraction"),
        ("corrigendum", "correction"),
        ("erratum", "correction"),
        ("correction", "correction"),
        ("new_version", ""),
        ("crossmark_retraction", ""),
    ],
)
def test_kinds_of_updates(kind: str, told: str):
    notices = notices_of({"updated-by": [retraction(kind=kind)]})
    assert [one.kind for one in notices] == ([told] if told else [])


def test_the_words_of_notices():
    def says(kind: str, updated: object) -> str:
        return notices_of({"updated-by": [{"type": kind, "updated": updated}]})[0].says

    day = {"date-parts": [[2022, 3]]}
    assert says("expression_of_concern", day) == (
        "The work is under an expression of concern since 2022-03."
    )
    assert says("expression_of_concern", None) == "The work is under an expression of concern."
    for strange in ({"date-parts": [[2022, "3"]]}, {"date-parts": []}, {"date-parts": [7]}, "x"):
        assert says("erratum", strange) == "The work was corrected."
    assert says("partial_retraction", {"date-parts": [[0, 1]]}) == "The work was retracted in part."


def test_the_gravest_notice_stands_first_and_each_correction_is_told():
    again = {**retraction(kind="correction"), "DOI": "10.1234/second"}
    updates = [retraction(kind="correction"), again, retraction(kind="expression_of_concern")]
    kinds = [one.kind for one in notices_of({"updated-by": [*updates, retraction()]})]
    assert kinds == ["retraction", "concern", "correction", "correction"]


def test_a_title_alone_may_tell():
    (notice,) = notices_of({"title": ["RETRACTED: The mill"], "DOI": "10.1234/x"})
    assert notice.kind == "retraction"
    assert notice.says.startswith("Its register puts “RETRACTED” before its title")


def test_a_preprint_that_has_appeared():
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1234/Mill"}]}
    (notice,) = notices_of({"relation": relation})
    assert notice == Notice(
        "published",
        "The preprint has appeared as 10.1234/mill.",
        "https://doi.org/10.1234/mill",
    )
    assert not notices_of({"relation": {"has-preprint": [{"id-type": "doi", "id": "10.1234/x"}]}})
    assert not notices_of({"relation": {"is-preprint-of": [{"id-type": "uri", "id": "x"}]}})


@pytest.mark.parametrize("kind", ["IsVersionOf", "IsPreviousVersionOf", "IsVariantFormOf"])
def test_a_preprint_of_datacite_that_has_appeared(kind: str):
    related = [
        {
            "relationType": kind,
            "relatedIdentifier": "https://doi.org/10.1234/Mill",
            "relatedIdentifierType": "DOI",
        }
    ]
    (notice,) = notices_of({**DATACITE, "relatedIdentifiers": related})
    assert (notice.kind, notice.url) == ("published", "https://doi.org/10.1234/mill")
    dataset = {"doi": "10.5281/zenodo.1", "types": {"resourceTypeGeneral": "Dataset"}}
    assert not notices_of({**dataset, "relatedIdentifiers": related})


def test_a_reference_to_a_journal_tells_too():
    (notice,) = notices_of({**DATACITE, "journal_ref": "J. Mills 3 (2021) 4"})
    assert notice.says.startswith("The preprint has appeared in J. Mills 3 (2021) 4.")


def test_datacite_has_a_date_for_what_was_withdrawn():
    (notice,) = notices_of({**DATACITE, "dates": [{"date": "2023-04-05", "dateType": "Withdrawn"}]})
    assert notice.kind == "withdrawal"
    assert "on 2023-04-05" in notice.says


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ([2024], "2024"),
        ([2024, 5], "2024-05"),
        ([2024, 5, 6, 7], "2024-05-06"),
        ([2024, 1, 1], "2024-01-01"),
        ([9999], "9999"),
        ([10_000], ""),
        ([2024, 0], ""),
        ([2024, "5"], ""),
        ([], ""),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(parts: list[Any], day: str):
    update = {"type": "retraction", "DOI": "10.1/r", "updated": {"date-parts": [parts]}}
    (notice,) = notices_of({"updated-by": [update]})
    assert notice.says == f"The work was retracted{f' on {day}' if day else ''}."


@pytest.mark.parametrize(
    ("related", "count"),
    [
        ({"relationType": "IsPreviousVersionOf", "relatedIdentifierType": "DOI"}, 1),
        ({"relationType": "IsPreviousVersionOf", "relatedIdentifierType": "URL"}, 0),
        ({"relationType": "Cites", "relatedIdentifierType": "DOI"}, 0),
    ],
)
@pytest.mark.parametrize(
    ("more", "is_preprint"),
    [
        ({"doi": "10.48550/arxiv.2101.00001"}, True),
        ({"doi": "10.5281/zenodo.1", "types": {"resourceTypeGeneral": "Preprint"}}, True),
        ({"doi": "10.5281/zenodo.1", "types": {"resourceTypeGeneral": "Dataset"}}, False),
    ],
)
def test_only_preprints_appear_later(
    related: dict[str, str], count: int, more: dict[str, Any], is_preprint: bool
):
    record = {**more, "relatedIdentifiers": [{**related, "relatedIdentifier": "10.1234/later"}]}
    assert len(notices_of(record)) == (count if is_preprint else 0)


def test_a_mark_in_a_title_leads_to_the_work_itself():
    for key in ("DOI", "doi"):
        (notice,) = notices_of({key: "10.1234/A", "title": ["RETRACTED: The mill"]})
        assert notice.url == "https://doi.org/10.1234/a"


def test_the_day_of_a_withdrawal_has_no_time():
    dates = [{"dateType": "Withdrawn", "date": "2024-05-06T10:00:00Z"}]
    (notice,) = notices_of({"doi": "10.1234/a", "dates": dates})
    assert notice.says == "The work was withdrawn on 2024-05-06."


@pytest.mark.parametrize(
    ("year", "years"), [(1399, ()), (1400, (1400,)), (2200, (2200,)), (2201, ())]
)
def test_years_that_no_work_can_have(year: int, years: tuple[int, ...]):
    assert of_csl({"title": "A", "issued": {"date-parts": [[year]]}}).years == years


def test_a_name_that_is_nothing_but_a_comma():
    assert named(", Nora") == Name(", Nora")
    assert named("Weiss, ") == Name("Weiss")


def test_a_subtitle_that_the_title_holds_is_not_told_twice():
    assert of_csl({"title": "The mill: A survey", "subtitle": "A survey"}).titles == (
        "The mill: A survey",
    )
    assert of_csl({"title": "The mill"}).titles == ("The mill",)


@given(
    st.dictionaries(st.sampled_from([*CROSSREF, *DATACITE, "updated-by", "relation"]), _ANYTHING)
)
def test_no_record_is_too_strange(record: dict[str, Any]):
    for read in (of_crossref, of_csl, of_datacite):
        assert isinstance(read(record), Work)


@given(_ANYTHING)
def test_nothing_at_all_is_no_work(value: object):
    assert isinstance(of_crossref(value), Work)
    assert isinstance(of_datacite(value), Work)
