"""The DOI that an address or a text holds, and no more than that."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.citations.identifiers import is_resolver, of_all_versions, register_of


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/ABC", "10.1000/abc"),
        ("https://www.doi.org/10.1000/182?x=1#page", "10.1000/182"),
        ("https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0;2-W", "10.1002/(sici)1<1::aid>3.0;2-w"),
        ("https://doi.org/10.1002/1:2<1::AID>3.0.CO;2-W", "10.1002/1:2<1::aid>3.0.co;2-w"),
        ("https://doi.org/10.1000%2F182", "10.1000/182"),
        ("https://doi.org/10.1000/a.full", "10.1000/a.full"),
        ("https://doi.org/10.48550/arXiv.2101.00001v2", "10.48550/arxiv.2101.00001"),
        ("https://arxiv.org/abs/2101.00001v3", "10.48550/arxiv.2101.00001"),
        ("http://www.arxiv.org/pdf/2101.00001.pdf", "10.48550/arxiv.2101.00001"),
        ("https://ARXIV.org/abs/math.GT/0309136", "10.48550/arxiv.math.gt/0309136"),
        ("https://arxiv.org/list/cs/new", ""),
        ("https://other.org/?u=https://arxiv.org/abs/2101.00001", ""),
        ("https://link.springer.com/article/10.1007/s11192-020-1", "10.1007/s11192-020-1"),
        ("https://link.springer.com/content/pdf/10.1007/s1-2-3.pdf", "10.1007/s1-2-3"),
        ("https://dl.acm.org/doi/10.1145/3.4#sec-2", "10.1145/3.4"),
        ("https://dl.acm.org/doi/pdf/10.1145/3.4?download=true", "10.1145/3.4"),
        ("https://www.frontiersin.org/articles/10.3389/fpsyg.2020.1/full", "10.3389/fpsyg.2020.1"),
        ("https://j.org/article?id=10.1371/journal.pone.01&type=pdf", "10.1371/journal.pone.01"),
        ("https://w.com/doi/10.1111/a.1/abstract/", "10.1111/a.1"),
        ("https://biorxiv.org/10.1101/2020.01.02.3456v2.full.pdf", "10.1101/2020.01.02.3456"),
        ("https://example.org/v10.1000/182", ""),
        ("https://example.org/a", ""),
        ("https://www.nature.com/articles/s41586-020-1", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_doi_of_an_address(url: str, doi: str) -> None:
    assert register_of(url) == doi


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://doi.org/10.1000/182", True),
        ("HTTP://DX.DOI.ORG/10.1000/182", True),
        ("https://doi.org/", False),
        ("https://doi.org.evil.example/10.1000/182", False),
        ("https://mydoi.org/10.1000/182", False),
        ("https://example.org/?u=https://doi.org/10.1000/182", False),
    ],
)
def test_only_doi_org_resolves(url: str, is_one: bool) -> None:
    assert is_resolver(url) is is_one


@pytest.mark.parametrize(
    ("doi", "whole"),
    [
        ("10.48550/arxiv.2101.00001v12", "10.48550/arxiv.2101.00001"),
        ("10.1101/2020.01.02.345678v1", "10.1101/2020.01.02.345678"),
        ("10.21203/rs.3.rs-1/v1", "10.21203/rs.3.rs-1/v1"),
        ("10.1000/wv1", "10.1000/wv1"),
    ],
)
def test_a_version_is_left_out_where_all_have_one_doi(doi: str, whole: str) -> None:
    assert of_all_versions(doi) == whole


@given(
    st.text(max_size=60), st.sampled_from(["", "https://doi.org/10.1000/", "https://arxiv.org/"])
)
def test_no_address_is_too_strange(text: str, start: str) -> None:
    found = register_of(start + text)
    assert not found or found.startswith("10.")


@pytest.mark.parametrize("piece", ["/full", ".pdf", "%2F", "(", "10.1000/", "v1"])
def test_it_takes_linear_time(
    piece: str, linear: Callable[[Callable[[int], object], int], None]
) -> None:
    linear(lambda size: register_of("https://a.org/10.1000/a" + piece * size), 200)
