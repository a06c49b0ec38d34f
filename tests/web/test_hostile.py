"""Every address has one verdict, whatever its server does, in bounded time and memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hostile
import pytest

from contentlint.citations.visit import Verdict, Visit
from contentlint.web.policy import Policy
from contentlint.web.visiting import visits

CASES = hostile.all_cases(0)
NOW = datetime(2026, 11, 29, tzinfo=UTC)
VISITOR = """
import json, resource, sys, time
from datetime import datetime, UTC
import hostile
from contentlint.web.policy import Policy
from contentlint.web.visiting import visits

given = json.load(sys.stdin)
policy = Policy(gap=0, connect=2, total=4, budget=40, patience=2, allowed=tuple(given["allowed"]))
found = visits(given["urls"], policy, now=datetime.now(UTC), lookup=hostile.lookup)
status = open("/proc/self/status").read() if sys.platform == "linux" else ""
peak = int(status.partition("VmHWM:")[2].split()[0]) if "VmHWM" in status else 0
told = {
    url: [str(one.verdict), one.reason, bool(one.paper and one.paper.whole)]
    for url, one in found.items()
}
print(json.dumps({"found": told, "kib": peak}))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[hostile.Hostile]:
    with hostile.Hostile() as server:
        yield server


@pytest.fixture(scope="module")
def seen(server: hostile.Hostile) -> dict[str, Visit]:
    """What comes of all that takes no time or memory."""
    urls = {case.name: server.url(case) for case in server.cases if case.kind != "hostile"}
    policy = Policy(gap=0, connect=5, total=10, budget=60, patience=2, allowed=server.allowed)
    found = visits(urls.values(), policy, now=NOW, lookup=hostile.lookup)
    return {name: found[url] for name, url in urls.items()}


def named(*kinds: str) -> list[str]:
    return [case.name for case in CASES if case.kind in kinds]


def case_of(name: str) -> hostile.Case:
    return next(case for case in CASES if case.name == name)


@pytest.mark.parametrize("name", named("", "forbidden"))
def test_each_has_its_verdict(name: str, seen: dict[str, Visit]) -> None:
    case, visit = case_of(name), seen[name]
    assert visit.verdict in case.verdict.split("|"), visit.reason
    assert case.reason in visit.reason
    assert visit.fragment_missing is case.missing
    assert visit.reason.endswith((".", "”."))
    assert visit.reason.isprintable()
    assert (visit.paper is None) is (name in EMPTY or not visit.verdict.is_readable)


EMPTY = ("no-content", "empty")


def test_nobody_went_where_nobody_may_go(server: hostile.Hostile, seen: dict[str, Visit]) -> None:
    assert {seen[name].verdict for name in named("forbidden")} == {Verdict.REFUSED}
    assert server.trespassers == 0


def test_the_forbidden_place_would_answer(server: hostile.Hostile) -> None:
    """Else the test before proves nothing."""
    policy = Policy(gap=0, allowed=(*server.allowed, f"127.0.0.1:{server.forbidden}"))
    (url,) = (server.url(case) for case in server.cases if case.name == "to-octal")
    visit = visits([url], policy, now=NOW, lookup=hostile.lookup)[url]
    assert (visit.verdict, visit.paper and visit.paper.title) == (Verdict.MOVED, "Secrets")
    assert server.trespassers == 1
    server.trespassers = 0


def test_what_a_page_says_is_read(seen: dict[str, Visit]) -> None:
    for name in ("charset-wrong", "charset-none", "charset-utf16"):
        paper = seen[name].paper
        assert paper is not None
        assert paper.title == ("Été" if name == "charset-wrong" else "Steel")
    escapes = seen["escapes"].paper
    assert escapes is not None
    assert escapes.title == "[2J::error::x ##[error] \u202e 31m"


def test_a_chain_is_told_in_full(seen: dict[str, Visit]) -> None:
    visit = seen["chain-5"]
    assert len(visit.hops) == 6
    assert (visit.permanent, visit.final, visit.hops[-1]) == (True, visit.hops[-1], visit.final)


@pytest.fixture(scope="module")
def ordeal(server: hostile.Hostile, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All cases at once in a process of its own: what came of them, its peak memory, its time."""
    urls = [*map(server.url, server.cases), *map(server.secure, server.tls)]
    paths = [str(Path(hostile.__file__).parent), *sys.path]
    trust = server.trust(tmp_path_factory.mktemp("trust"))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "SSL_CERT_FILE": str(trust)}
    given = json.dumps({"urls": urls, "allowed": server.allowed})
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", VISITOR],
        input=given,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {**json.loads(done.stdout), "seconds": time.monotonic() - started, "server": server}


@pytest.mark.parametrize("name", named("hostile"))
def test_the_hostile_have_their_verdicts(name: str, ordeal: dict[str, Any]) -> None:
    case = case_of(name)
    verdict, reason, whole = ordeal["found"][ordeal["server"].url(case)]
    assert verdict in case.verdict.split("|"), reason
    assert case.reason in reason
    assert whole <= (name in WHOLE)


WHOLE = {"later", "later-date", "reset-once", "too-long"}
"""All others end too early, or are cut."""


@pytest.mark.parametrize(
    ("fault", "verdict", "words"),
    [
        ("fine", "alive", "200"),
        ("untrusted", "tls", "issuer"),
        ("expired", "tls", "expired"),
        ("other-name", "tls", "other-name.test"),
        ("no-tls", "tls|failed|timeout", ""),
    ],
)
def test_certificates(fault: str, verdict: str, words: str, ordeal: dict[str, Any]) -> None:
    found, reason, _ = ordeal["found"][ordeal["server"].secure(fault)]
    assert found in verdict.split("|"), reason
    assert words in reason


def test_all_of_it_ends_and_takes_little_memory(ordeal: dict[str, Any]) -> None:
    assert len(ordeal["found"]) == len(CASES) + len(ordeal["server"].tls)
    assert ordeal["seconds"] < 45
    if sys.platform == "linux":
        assert 0 < ordeal["kib"] < 150 * 1024
    assert ordeal["server"].trespassers == 0
