"""Pages that rest on one source as a whole."""

from contentlint import is_year, rests_on

FOUR = {"78 %": {"supported"}, "55 %": {"supported"}, "1,7 %": {"supported"}, "280": {"supported"}}


def test_most_figures_of_a_page_stand_at_its_source() -> None:
    assert rests_on(FOUR)
    assert rests_on({**FOUR, "17 %": {"near"}})
    assert rests_on({**FOUR, "17 %": {"absent"}, "19 %": {"absent"}})
    assert rests_on({**FOUR, **{f"{n} %": {"near"} for n in range(4)}})
    assert not rests_on({**FOUR, **{f"{n} %": {"absent"} for n in range(3)}})
    assert not rests_on({**FOUR, "17 %": {"absent"}, **{f"{n} %": {"near"} for n in range(3)}})
    assert not rests_on({figure: FOUR[figure] for figure in list(FOUR)[:3]})


def test_years_do_not_count_and_neither_does_what_is_not_known() -> None:
    years = {str(year): {"supported"} for year in range(2019, 2026)}
    assert not rests_on(years)
    assert rests_on({**FOUR, **{str(year): {"absent"} for year in range(1990, 2020)}})
    assert rests_on({**FOUR, **{f"{n} %": {"unknown"} for n in range(9)}})
    assert (is_year("2025"), is_year("280"), is_year("2025 $")) == (True, False, False)
