import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.web.answer import Trouble
from contentlint.web.asking import ask_json
from contentlint.web.failure import Failed
from contentlint.web.following import Web
from contentlint.web.manners import Manners, backoff, retry_after
from contentlint.web.policy import Policy

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("3", 3),
        (" 120 ", 120),
        ("1.5", 1),
        ("86400", 86_400),
        ("999999999999", 999_999_999_999),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("1e9", None),
        ("9" * 40, None),
        ("Sun, 01 Mar 2026 12:00:30 GMT", 30),
        ("Sunday, 01-Mar-26 12:00:30 GMT", 30),
        ("Sun Mar  1 12:00:30 2026", 30),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("Mon, 99 Foo 2026 12:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 251_629_934_399),
        ("Sun, 01 Mar 2026 12:00:00 -9999", None),
    ],
)
def test_what_retry_after_asks_for(text, seconds):
    headers = {"retry-after": text, "date": "Sun, 01 Mar 2026 12:00:00 GMT"}
    assert retry_after(headers) == seconds


def test_without_a_date_of_the_answer_ours_counts():
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    found = retry_after({"retry-after": soon, "date": "yesterday"})
    assert found is not None
    assert 55 < found <= 60


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_understood_or_not(after, date):
    found = retry_after({"retry-after": after, "date": date})
    assert found is None or found >= 0


def test_waits_grow_and_differ():
    waits = [{backoff(retried) for _ in range(20)} for retried in range(3)]
    assert all(len(each) > 10 for each in waits)
    assert max(waits[0]) < min(waits[1]) < max(waits[1]) < min(waits[2])


def times(site, path):
    return [each.at for each in site.asked if each.path == path]


def then(*replies):
    left = list(replies)

    async def says(request, writer):
        writer.write(left.pop(0) if len(left) > 1 else left[0])

    return says


@pytest.mark.parametrize("status", ["500 Oops", "502 Bad", "503 Busy", "429 Slow", "522 Down"])
def test_what_is_temporary_is_tried_again(site, ask, say, status):
    site.says["/"] = then(say("no", status), say("yes"))
    (answer,) = ask(f"{site.base}/")
    assert (answer.body, answer.tries, len(answer.hops)) == (b"yes", 2, 1)
    assert status[:3] in answer.detail
    first, second = times(site, "/")
    assert 0.3 < second - first < 1.2


@pytest.mark.parametrize(
    "status", ["400 Bad", "403 No", "404 Gone", "410 Gone", "501 No", "999 No"]
)
def test_what_is_for_good_is_not(site, ask, say, status):
    site.says["/"] = then(say("no", status), say("yes"))
    (answer,) = ask(f"{site.base}/")
    assert (answer.status, answer.tries) == (int(status[:3]), 1)


def test_tries_have_an_end(site, ask, say):
    site.says["/"] = say("no", "503 Busy")
    (answer,) = ask(f"{site.base}/", retries=1)
    assert (answer.status, answer.tries, answer.trouble) == (503, 2, None)
    assert answer.body == b"no"


def test_a_reset_and_a_silence_are_tried_again(site, ask, say):
    async def closes(request, writer):
        if len(times(site, request.path)) == 1:
            writer.close()
        else:
            writer.write(say("yes"))

    async def sleeps(request, writer):
        if len(times(site, request.path)) == 1:
            await asyncio.sleep(60)
        writer.write(say("yes"))

    async def stops(request, writer):
        if len(times(site, request.path)) == 1:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
            writer.close()
        else:
            writer.write(say("yes"))

    site.says = {"/closes": closes, "/sleeps": sleeps, "/stops": stops}
    found = ask(*(f"{site.base}{each}" for each in site.says), total=0.5)
    assert [each.body for each in found] == [b"yes"] * 3
    assert [len(each.hops) for each in found] == [1] * 3


def test_the_whole_host_waits_when_it_asks_to(site, ask, say):
    site.says["/busy"] = then(say("", "429 Slow", retry_after="1"), say("yes"))
    site.says |= {f"/{each}": say("x") for each in range(8)}
    urls = [f"{site.base}/busy", *(f"{site.base}/{each}" for each in range(8))]
    found = ask(*urls, per_host=3, gap=0.1)
    assert {each.status for each in found} == {200}
    assert "429" in found[0].detail
    asked = times(site, "/busy")
    assert asked[1] - asked[0] >= 1.0
    assert [each.path for each in site.asked if 0.25 < each.at - asked[0] < 0.95] == []
    assert len(site.asked) == 10


def test_another_host_does_not_wait(site, ask, say):
    ask.names = {"other.example": ["127.0.0.1"]}
    site.says["/busy"] = then(say("", "503 Slow", retry_after="1"), say("yes"))
    site.says["/x"] = say("x")
    ask(f"{site.base}/busy", f"http://other.example:{site.port}/x")
    assert times(site, "/x")[0] - times(site, "/busy")[0] < 0.9


@pytest.mark.parametrize("after", ["86400", "Fri, 31 Dec 9999 23:59:59 GMT", "999999999999"])
@pytest.mark.parametrize("status", ["429 Slow", "503 Busy"])
def test_nobody_waits_for_a_day(site, ask, say, status, after):
    site.says["/busy"] = say("", status, retry_after=after)
    urls = [f"{site.base}/busy", *(f"{site.base}/{each}" for each in range(50))]
    before = time.monotonic()
    first, *others = ask(*urls, per_host=1)
    assert time.monotonic() - before < 1
    assert (first.trouble, first.status) == (Trouble.PATIENCE, int(status[:3]))
    assert "asks to come back in" in first.detail
    assert {each.trouble for each in others} == {Trouble.PATIENCE}
    assert len(site.asked) == 1


def test_a_host_is_asked_by_so_many_at_once_and_so_far_apart(site, ask, say):
    async def slow(request, writer):
        await asyncio.sleep(0.1)
        writer.write(say("x"))

    site.says = {f"/{each}": slow for each in range(12)}
    urls = [f"{site.base}/{each}" for each in range(12)]
    ask(*urls, per_host=3)
    assert site.busiest == 3
    site.busiest = 0
    site.asked.clear()
    ask(*urls, per_host=12, gap=0.05)
    at = [each.at for each in site.asked]
    assert all(later - earlier > 0.03 for earlier, later in pairwise(at))


def test_a_host_that_many_lead_to_has_the_same_manners(site, ask, say):
    hosts = [f"h{each}.example" for each in range(12)]
    ask.names = {host: ["127.0.0.1"] for host in (*hosts, "end.example")}
    busy = [0, 0]

    async def end(request, writer):
        busy[0] += 1
        busy[1] = max(busy)
        await asyncio.sleep(0.1)
        busy[0] -= 1
        writer.write(say("x"))

    site.says["/go"] = say("", "302 Found", location=f"http://end.example:{site.port}/end")
    site.says["/end"] = end
    found = ask(*(f"http://{host}:{site.port}/go" for host in hosts), per_host=2)
    assert {each.body for each in found} == {b"x"}
    assert busy[1] == 2


def test_all_hosts_together_are_asked_by_so_many(site, ask, say):
    async def slow(request, writer):
        await asyncio.sleep(0.05)
        writer.write(say("x"))

    ask.names = {f"h{each}.example": ["127.0.0.1"] for each in range(20)}
    site.says = {"/": slow}
    found = ask(*(f"http://{name}:{site.port}/" for name in ask.names), at_once=4)
    assert {each.body for each in found} == {b"x"}
    assert site.busiest == 4


def test_a_host_that_says_too_many_is_asked_less_often(site, ask, say):
    site.says["/busy"] = then(say("", "429 Slow"), say("yes"))
    site.says |= {f"/{each}": say("x") for each in range(4)}
    ask(f"{site.base}/busy", *(f"{site.base}/{each}" for each in range(4)), per_host=1)
    at = [each.at for each in site.asked]
    assert all(later - earlier > 0.2 for earlier, later in pairwise(at))


def test_a_host_that_does_not_exist_is_looked_up_once(ask):
    looked = []
    known = ask.lookup
    ask.lookup = lambda name: (looked.append(name), known(name))[1]
    found = ask(*(f"http://gone.example/{each}" for each in range(100)))
    assert {each.trouble for each in found} == {Trouble.NO_HOST}
    assert looked == ["gone.example"]


def test_a_server_for_names_that_fails_is_asked_again_and_nothing_is_said_of_the_host(ask):
    import socket

    looked = []

    def lookup(name):
        looked.append(name)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    ask.lookup = lookup
    found = ask(*(f"http://some.example/{each}" for each in range(100)), retries=1)
    assert {each.trouble for each in found} == {Trouble.NO_NAMES}
    assert 2 <= len(looked) <= 4


def test_names_of_a_name_server_without_sense(ask):
    ask.names = {"none.example": [], "odd.example": ["no address", "::1%x", "999.1.1.1"]}
    none, odd = ask("http://none.example/", "http://odd.example/")
    assert none.trouble is Trouble.NO_HOST
    assert odd.trouble is Trouble.PRIVATE


def test_a_closed_port_is_tried_by_few(ask):
    ask.policy = type(ask.policy)(gap=0.0, allowed=("127.0.0.1",), retries=1)
    before = time.monotonic()
    found = ask(*(f"http://127.0.0.1:1/{each}" for each in range(100)))
    assert {each.trouble for each in found} == {Trouble.CLOSED}
    assert {each.detail for each in found} == {"Connection refused"}
    assert sum(each.tries for each in found) <= 2 * 6
    assert time.monotonic() - before < 2


def test_a_host_that_never_answers_is_asked_by_few(site, ask):
    async def never(request, writer):
        await asyncio.sleep(60)

    site.says = {f"/{each}": never for each in range(60)}
    before = time.monotonic()
    found = ask(*(f"{site.base}/{each}" for each in range(60)), total=0.4)
    assert {each.trouble for each in found} == {Trouble.TIMEOUT}
    assert len(site.asked) <= 12
    assert time.monotonic() - before < 4


def test_a_slow_host_has_its_time_and_no_more(site, ask, say):
    async def never(request, writer):
        await asyncio.sleep(60)

    site.says = {f"/{each}": never for each in range(30)}
    site.says["/first"] = say("x")
    urls = [f"{site.base}/first", *(f"{site.base}/{each}" for each in range(30))]
    before = time.monotonic()
    first, *others = ask(*urls, total=0.3, host_time=1.0, per_host=1, retries=0)
    assert time.monotonic() - before < 3
    assert first.body == b"x"
    assert {each.trouble for each in others} == {Trouble.TIMEOUT, Trouble.BUDGET}
    assert others[-1].trouble is Trouble.BUDGET
    assert "waited for" in others[-1].detail


def test_the_run_has_its_time_and_no_more(site, ask, say):
    async def slow(request, writer):
        await asyncio.sleep(0.3)
        writer.write(say("x"))

    async def never(request, writer):
        await asyncio.sleep(60)

    ask.names = {"other.example": ["127.0.0.1"]}
    site.says = {f"/{each}": slow for each in range(20)} | {"/never": never}
    urls = [
        f"http://other.example:{site.port}/never",
        *(f"{site.base}/{each}" for each in range(20)),
    ]
    before = time.monotonic()
    never, *others = ask(*urls, budget=1.0, per_host=1)
    assert time.monotonic() - before < 2
    assert never.trouble is Trouble.BUDGET
    assert "the run had 1 s" in never.detail
    assert [each.trouble for each in others[:2]] == [None, None]
    assert {each.trouble for each in others[5:]} == {Trouble.BUDGET}


def test_waiting_for_a_turn_is_not_waiting_for_the_page(site, ask, say):
    """Hosts that lead to each other hold no turns while they wait: nothing locks or is late."""
    ask.names = {"a.example": ["127.0.0.1"], "b.example": ["127.0.0.1"]}

    async def slow(request, writer):
        await asyncio.sleep(0.05)
        writer.write(say("x"))

    async def lead(request, writer):
        other = "b" if request.headers["host"].startswith("a") else "a"
        location = f"http://{other}.example:{site.port}/end{request.path[3:]}"
        writer.write(say("", "302 Found", location=location))

    for each in range(20):
        site.says[f"/go{each}"], site.says[f"/end{each}"] = lead, slow
    urls = [f"http://{host}.example:{site.port}/go{n}" for host in "ab" for n in range(20)]
    found = ask(*urls, per_host=1, total=1.0)
    assert {each.body for each in found} == {b"x"}


@pytest.mark.parametrize(
    ("trouble", "last", "ports"),
    [
        (Trouble.GARBLED, True, set()),
        (Trouble.TLS, True, set()),
        (Trouble.NO_HOST, False, {0}),
        (Trouble.NO_NAMES, True, {0}),
        (Trouble.NO_NAMES, False, set()),
        (Trouble.CLOSED, True, {80}),
        (Trouble.CLOSED, False, set()),
        (Trouble.TIMEOUT, True, set()),
    ],
)
def test_one_failure_shuts_a_host_only_where_nobody_is_there(trouble, last, ports):
    async def go():
        manners = Manners(Policy())
        host = manners.host("mill.test")
        manners.failed(host, 80, Failed(trouble), 0.1, last=last)
        return set(host.dead)

    assert asyncio.run(go()) == ports


def test_a_host_that_answered_once_is_not_shut():
    async def go():
        manners = Manners(Policy())
        host = manners.host("mill.test")
        manners.heard(host, 200, 0.1)
        for _ in range(9):
            manners.failed(host, 80, Failed(Trouble.CLOSED), 0.1, last=True)
            manners.failed(host, 80, Failed(Trouble.TIMEOUT), 0.1, last=True)
        return host.dead

    assert asyncio.run(go()) == {}


def test_registers_are_asked_in_the_same_way(site, ask, say):
    site.says["/one"] = say('{"a": [1]}', content_type="application/json")
    site.says["/bad"] = say("{nothing", content_type="application/json")
    site.says["/deep"] = say("[" * 100_000, content_type="application/json")
    site.says["/late"] = say("", "429 Slow", retry_after="9999")
    names = ("one", "bad", "deep", "missing", "late")
    urls = [*(f"{site.base}/{each}" for each in names), "http://10.0.0.1/", "urn:x"]

    async def go():
        async with Web(ask.policy, ask.lookup) as web:
            return [await ask_json(web, url, {"X-Mail": "me@h"}) for url in urls]

    found = asyncio.run(go())
    one, bad, deep, missing, late, inside, odd = found
    assert [each.url for each in found] == urls
    assert (one.status, one.data, one.trouble) == (200, {"a": [1]}, None)
    assert one.headers["content-type"] == "application/json"
    assert (bad.status, bad.data) == (200, None)
    assert (deep.status, deep.data) == (200, None)
    assert (missing.status, missing.data) == (404, None)
    assert late.trouble is Trouble.PATIENCE
    assert inside.trouble is Trouble.PRIVATE
    assert odd.trouble is Trouble.ADDRESS
    assert {each.headers["accept"] for each in site.asked} == {"application/json"}
    assert {each.headers["x-mail"] for each in site.asked} == {"me@h"}


def test_a_register_within_a_run(site, ask, say):
    site.says["/"] = say('{"b": 2}', content_type="application/json")

    async def go():
        async with Web(ask.policy) as web:
            return await ask_json(web, f"{site.base}/", {"Accept": "application/x+json"})

    assert asyncio.run(go()).data == {"b": 2}
    assert site.asked[0].headers["accept"] == "application/x+json"
