"""The registers are real servers on loopback, and they have bad days."""

import socket
import time
from collections.abc import Iterable
from typing import Any

import pytest
from registers import Holding, Registers, crossref, datacite

from contentlint.web.policy import Endpoints, Policy
from contentlint.web.registers import (
    Registered,
    archived,
    copy_in,
    copy_url,
    gap_of,
    polite_query,
    registered,
)

MILL = crossref("10.1234/mill", "The mill", ["Nora Weiss"], 2021, venue="Journal of Mills")
RIVER = datacite("10.48550/arXiv.2101.00001", "Rivers", ["Karl Ray"], 2020)
FIELD = Holding(
    "10.2222/field(1)<2>", {"title": "Fields", "author": [{"literal": "Ada Marsh"}]}, "mEDRA"
)


def policy(endpoints: Endpoints, **more: Any) -> Policy:
    return Policy(
        endpoints=endpoints, allowed=("127.0.0.1",), **({"retries": 0, "gap": 0.0} | more)
    )


def asked(works: Iterable[Holding], *dois: str) -> list[Registered]:
    with Registers(works).serve() as endpoints:
        return list(registered(dois, policy(endpoints)).values())


def test_each_register_gives_its_works():
    mill, river, field = asked((MILL, RIVER, FIELD), MILL.doi.upper(), RIVER.doi.lower(), FIELD.doi)
    assert (mill.exists, mill.agency, mill.doi) == (True, "Crossref", "10.1234/MILL")
    assert mill.work
    assert mill.work.title == "The mill"
    assert mill.work.years == (2021,)
    assert (river.exists, river.agency) == (True, "DataCite")
    assert river.work
    assert river.work.preprint
    assert river.work.authors[0].family == "Ray"
    assert (field.exists, field.agency) == (True, "doi.org")
    assert field.work
    assert field.work.title == "Fields"


def test_only_doi_org_says_that_a_doi_does_not_exist():
    (nowhere,) = asked((MILL,), "10.9999/nowhere")
    assert nowhere == Registered("10.9999/nowhere", False, why="doi.org does not know it")
    unresolved = Holding("10.3333/x", {"title": "X"}, "mEDRA", "unresolved")
    (unknown,) = asked((unresolved,), unresolved.doi)
    assert unknown == Registered("10.3333/x", None, why="doi.org answered 404")


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        ("down", "Crossref answered 503"),
        ("busy", "Crossref answered 429"),
        ("html", "Crossref gave an answer that holds no record"),
        ("torn", "Crossref gave an answer that holds no record"),
        ("types", "Crossref gave an answer that holds no record"),
        ("empty", "Crossref gave an answer that holds no record"),
    ],
)
def test_a_register_on_a_bad_day_is_no_knowledge_and_no_alarm(trouble: str, why: str):
    (found,) = asked([Holding("10.1111/x", MILL.record, trouble=trouble)], "10.1111/x")
    assert found == Registered("10.1111/x", True, why=why)


def test_datacite_on_a_bad_day_is_no_alarm_either():
    (found,) = asked([Holding(RIVER.doi, RIVER.record, "DataCite", "types")], RIVER.doi)
    assert (found.exists, found.work) == (True, None)
    assert found.why == "DataCite gave an answer that holds no record"


def test_registers_that_do_not_answer_are_no_alarm():
    with Registers((MILL,)).serve() as endpoints:
        pass
    (found,) = registered([MILL.doi], policy(endpoints)).values()
    assert (found.exists, found.why) == (None, "doi.org gave no answer (closed)")
    (stopped,) = registered([MILL.doi], policy(endpoints, budget=0.0)).values()
    assert (stopped.exists, stopped.why) == (None, "there was no time left to ask doi.org")


def test_registers_on_private_addresses_are_refused_unless_allowed():
    with Registers((MILL,)).serve() as endpoints:
        (found,) = registered([MILL.doi], Policy(endpoints=endpoints, retries=0)).values()
    assert (found.exists, found.work) == (None, None)


@pytest.mark.parametrize("text", ["", "nonsense", "10.12/short", "https://doi.org/10.1234/mill"])
def test_what_is_no_doi_is_not_asked_for(text: str):
    held = Registers((MILL,))
    with held.serve() as endpoints:
        assert registered([text], policy(endpoints)) == {
            text: Registered(text, None, why="it is no DOI")
        }
    assert not held.asked


def test_one_request_is_enough_for_most_and_datacite_is_asked_first_for_its_own():
    held = Registers((MILL, RIVER))
    with held.serve() as endpoints:
        registered([MILL.doi, MILL.doi, RIVER.doi], policy(endpoints))
    assert sorted(held.asked) == [
        "/crossref/works/10.1234/mill",
        "/datacite/dois/10.48550/arXiv.2101.00001",
    ]


def test_crossref_is_told_whom_to_write_to():
    held = Registers((MILL,))
    named = "contentlint/1 (+https://e.org; mailto:nora@e.org)"
    with held.serve() as endpoints:
        registered([MILL.doi], policy(endpoints, user_agent=named))
    assert held.asked == ["/crossref/works/10.1234/mill?mailto=nora%40e.org"]
    assert held.agents == {named}
    assert not polite_query(Policy(user_agent="contentlint/1"))


def test_the_limit_that_crossref_tells_is_kept():
    limits = {"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s"}
    works = [crossref(f"10.1234/{number}", f"Mill {number}") for number in range(9)]
    with Registers(works, limits=limits).serve() as endpoints:
        start = time.monotonic()
        found = registered([one.doi for one in works], policy(endpoints))
    assert all(one.work for one in found.values())
    assert time.monotonic() - start >= 0.4


@pytest.mark.parametrize(
    ("limit", "interval", "gap"),
    [
        ("50", "1s", 0.02),
        ("3", "60s", 20.0),
        ("5", "1", 0.2),
        ("0", "1s", 0.0),
        ("many", "1s", 0.0),
    ],
)
def test_gap_of(limit: str, interval: str, gap: float):
    assert gap_of({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}) == gap
    assert gap_of({"x-rate-limit-limit": limit}) == 0.0


def _looked_up(name: str) -> list[str]:
    """Know what some names lead to."""
    known = {"e.org": ["93.184.216.34"], "wiki.e.org": ["10.0.0.7"]}
    if name == "gone.e.org":
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    if name not in known:
        raise socket.gaierror(socket.EAI_AGAIN, "ask again")
    return known[name]


def test_an_archive_is_not_told_of_what_is_reached_since_its_network_is_allowed():
    hosts = ("e.org", "wiki.e.org", "gone.e.org", "unknown.e.org", "10.0.0.7", "u:p@e.org")
    pages = {f"http://{host}/page": "" for host in hosts}
    with Registers((), {page: ["20230303120000"] for page in pages}).serve() as endpoints:
        found = archived(pages, policy(endpoints), _looked_up)
    assert set(found) == {"http://e.org/page", "http://gone.e.org/page"}


def test_the_copy_nearest_to_the_day_is_offered():
    page = "https://e.org/page?a=1&b=ü"
    times = ["20150101000000", "20230303120000"]
    with Registers((), {page: times, "https://e.org/down": ["down"]}).serve() as endpoints:
        rules = policy(endpoints)
        days = {page: "2016-02-03", "https://e.org/none": "", "https://e.org/down": ""}
        old = archived(days, rules, _looked_up)
        new = archived({page: "2022-11-05"}, rules, _looked_up)
        latest = archived({page: ""}, rules, _looked_up)
    assert old == {page: f"https://web.archive.org/web/20150101000000/{page}"}
    assert new == latest == {page: f"https://web.archive.org/web/20230303120000/{page}"}


def test_the_question_to_the_archive():
    rules = Policy()
    start = "https://archive.org/wayback/available?url="
    assert copy_url(rules, "https://e.org/?q=1", "2024-03-05T10:00:00Z").removeprefix(start) == (
        "https%3A%2F%2Fe.org%2F%3Fq%3D1&timestamp=20240305"
    )
    assert copy_url(rules, "https://e.org").removeprefix(start) == "https%3A%2F%2Fe.org"


GOOD = "http://web.archive.org/web/20240101000000/https://e.org/"


@pytest.mark.parametrize(
    "closest",
    [
        {"available": True, "status": "404", "url": GOOD},
        {"available": False, "status": "200", "url": GOOD},
        {"available": True, "status": "200", "url": "https://evil.example/web/2024/x"},
        {"available": True, "status": "200", "url": "javascript:alert(1)"},
        {"available": True, "status": "200", "url": 7},
        {"available": True, "status": "200", "url": GOOD + " x"},
        [],
        None,
    ],
)
def test_no_copy_is_offered_but_a_good_one_of_the_archive(closest: object):
    assert copy_in({"archived_snapshots": {"closest": closest}}) == ""
    good = {"available": True, "status": "200", "url": GOOD}
    assert copy_in({"archived_snapshots": {"closest": good}}).startswith("https://web.archive.org/")


@pytest.mark.parametrize("data", [None, 7, [], {}, {"archived_snapshots": []}, "text"])
def test_an_archive_that_says_nothing_offers_nothing(data: object):
    assert copy_in(data) == ""
