"""Sources on loopback, asked by the command as people run it: real requests, a real lock file."""

import importlib.util
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest

from contentlint import cli
from contentlint.citations.audit import Page
from contentlint.citations.judging import judged_together
from contentlint.citations.lock import Entry
from contentlint.citations.visit import Verdict
from contentlint.cli.cite.records import with_copies
from contentlint.web.policy import Endpoints, Policy

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[1]
SITE = ROOT / "examples" / "cited-site"
FILLER = (
    "The society has kept a list of mills for as long as anybody can remember, and every spring "
    "somebody walks from one to the next, knocks, and writes down what the miller says. What "
    "follows is what was written down this year, in the order in which the doors were opened. "
    "Names are left out where the miller asked for it, and so are places that nobody could find. "
    "Readers who know better are asked to write, since the list lives from their letters alone. "
    "It is read aloud in winter, by the stove, to whoever comes, and corrected there and then. "
    "A copy lies at the library beside the maps, and another hangs in the hall of the old school."
)


class Sources:
    """What a host answers, and who asked it. A body may be a text or seconds to wait for one."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str, dict[str, str]]] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.seconds: dict[str, float] = {}
        self.origin = ""

    def says(self, path: str, text: str, title: str = "The survey", status: int = 200) -> str:
        body = f"<title>{title}</title><main><h1>{title}</h1><p>{FILLER}</p><p>{text}</p></main>"
        self.pages[path] = status, body, {"Content-Type": "text/html; charset=utf-8"}
        return f"{self.origin}{path}"

    def records(self, path: str, data: object) -> None:
        self.pages[path] = 200, json.dumps(data), {"Content-Type": "application/json"}

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def sources() -> Iterator[Sources]:
    known = Sources()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            known.asked.append((self.path, headers))
            time.sleep(known.seconds.get(self.path, 0))
            status, body, headers = known.pages.get(self.path, (404, "nothing", {}))
            data = body.encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = _served().Server(("127.0.0.1", 0), Handler)
    known.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


class Command:
    """The command in a directory, with a person's own settings."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
        self.home, self.site = folder / "home", folder / "site"
        self.site.mkdir()
        self.monkeypatch, self.capfd = monkeypatch, capfd
        monkeypatch.chdir(self.site)
        monkeypatch.delenv("FORCE_COLOR", raising=False)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(self.home / "config"))
        monkeypatch.setenv("XDG_CACHE_HOME", str(self.home / "cache"))
        monkeypatch.setenv("COLUMNS", "120")

    def page(self, text: str, name: str = "a.md") -> Path:
        file = self.site / name
        file.write_text(text, "utf-8")
        return file

    def own(self, settings: str) -> None:
        file = self.home / "config" / "contentlint" / "settings.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(settings, "utf-8")

    @property
    def lock(self) -> dict[str, dict[str, object]]:
        text = (self.site / "contentlint.lock").read_text("utf-8")
        found: dict[str, dict[str, object]] = json.loads(text)["sources"]
        return found

    def start(self, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "contentlint", *words],
            cwd=self.site,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, *words: str, data: str = "") -> SimpleNamespace:
        stdin = io.TextIOWrapper(io.BytesIO(data.encode()), "utf-8")
        self.monkeypatch.setattr(sys, "stdin", stdin)
        self.monkeypatch.setattr(sys, "argv", ["contentlint", *words])
        self.capfd.readouterr()
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        out, err = self.capfd.readouterr()
        assert "Traceback" not in err
        return SimpleNamespace(code=code, out=out, err=err)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> Command:
    return Command(tmp_path, monkeypatch, capfd)


ALLOW = ("--allow", "127.0.0.1")


def cites(url: str, figure: str = "17 %") -> str:
    return f"[The survey of mills]({url}) says that {figure} of the wheels still turn.\n"


def test_what_is_seen_once_is_judged_offline_from_then_on(run: Command, sources: Sources) -> None:
    run.page(cites(sources.says("/a", "Of the wheels, 71 % still turn.")))
    updated = run("cite", "update", *ALLOW)
    assert (updated.code, updated.err) == (0, "")
    assert "1 of 1 sources asked: 1 alive." in updated.out
    sources.asked.clear()
    checked = run("check", "--ignore", "local-address")
    assert checked.code == 1
    assert "71 %" in checked.out
    assert "unsupported-number" in checked.out
    audited = run("cite")
    assert audited.code == 1
    assert re.search(r"near miss +17 % +71 %: “Of the wheels, 71 % still turn", audited.out)
    assert sources.asked == []


def test_a_check_may_ask_now_and_writes_no_lock(run: Command, sources: Sources) -> None:
    run.page(cites(sources.says("/a", "Of the wheels, 71 % still turn.")))
    words = ("check", "--online", *ALLOW, "--ignore", "local-address")
    done = run(*words)
    assert done.code == 1
    assert "unsupported-number" in done.out
    assert not (run.site / "contentlint.lock").exists()
    text = (run.site / "a.md").read_text("utf-8")
    assert run(*words, "-", data=text).out.count("unsupported-number  The source") == 1
    sources.says("/a", "Of the wheels, 17 % still turn.")
    assert run(*words).code == 0


def test_what_was_asked_is_not_asked_again_before_it_is_due(run: Command, sources: Sources) -> None:
    page = run.page(cites(sources.says("/a", "Of the wheels, 17 % still turn.")))
    run("cite", "update", *ALLOW)
    before = (run.site / "contentlint.lock").read_bytes()
    sources.asked.clear()
    assert "0 of 1 sources asked." in run("cite", "update", *ALLOW).out
    assert sources.asked == []
    assert (run.site / "contentlint.lock").read_bytes() == before
    page.write_text(page.read_text("utf-8").replace("still turn", "turn"), "utf-8")
    assert "1 of 1 sources asked: 1 alive." in run("cite", "update", *ALLOW).out
    assert "1 of 1 sources asked: 1 alive." in run("cite", "update", "--all", *ALLOW).out


def test_what_no_page_names_any_more_is_left_out(run: Command, sources: Sources) -> None:
    first, second = (sources.says(path, "Of the wheels, 17 % still turn.") for path in ("/a", "/b"))
    run.page(cites(first))
    page = run.page(cites(second), "b.md")
    run("cite", "update", *ALLOW)
    assert list(run.lock) == [first, second]
    page.write_text("Nothing.\n", "utf-8")
    run("cite", "update", "a.md", *ALLOW)
    assert list(run.lock) == [first, second]
    assert "1 that no page names any more left out" in run("cite", "update", *ALLOW).out
    assert list(run.lock) == [first]


def test_some_pages_keep_what_is_known_for_others(run: Command, sources: Sources) -> None:
    url = sources.says("/a", "Of the wheels, 17 % still turn, and 44 stand.")
    run.page(cites(url))
    run.page(cites(url, "44"), "b.md")
    run("cite", "update", *ALLOW)
    before = run.lock[url]["claims"]
    assert len(before) == 2  # type: ignore[arg-type]
    run("cite", "update", "--all", "a.md", *ALLOW)
    assert run.lock[url]["claims"] == before


def test_only_pages_that_git_calls_changed(run: Command, sources: Sources) -> None:
    urls = [sources.says(path, "Of the wheels, 17 % still turn.") for path in ("/a", "/b")]
    for name, url in zip(("a.md", "b.md"), urls, strict=True):
        run.page(cites(url), name)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init",), ("add", "a.md"), ("commit", "-m", "a")):
        subprocess.run(["git", *who, *words], cwd=run.site, check=True, capture_output=True)
    run("cite", "update", "--changed", *ALLOW)
    assert (sources.paths, list(run.lock)) == (["/b"], [urls[1]])


def test_what_changed_at_the_sources_is_told(run: Command, sources: Sources) -> None:
    run.page(cites(sources.says("/a", "Of the wheels, 17 % still turn.")))
    run("cite", "update", *ALLOW)
    before = (run.site / "contentlint.lock").read_bytes()
    same = run("cite", "verify", *ALLOW)
    assert (same.code, same.out) == (0, "1 sources asked, 0 changed.\n")
    sources.says("/a", "Of the wheels, 17 % still turn.", title="The new survey")
    retitled = run("cite", "verify", *ALLOW)
    assert retitled.code == 0
    assert "its title was “The survey”, now “The new survey”" in retitled.out
    sources.says("/a", "Of the wheels, 18 % still turn.")
    lost = run("cite", "verify", *ALLOW)
    assert lost.code == 1
    assert "“17 %” no longer stands there; it now says 18 %" in lost.out
    sources.says("/a", "", status=500)
    assert run("cite", "verify", *ALLOW).code == 0
    del sources.pages["/a"]
    gone = run("cite", "verify", *ALLOW)
    assert gone.code == 1
    assert "alive → dead" in gone.out
    assert (run.site / "contentlint.lock").read_bytes() == before


def test_an_address_that_is_not_public_is_asked_only_if_allowed(
    run: Command, sources: Sources
) -> None:
    url = sources.says("/a", "Of the wheels, 17 % still turn.")
    run.page(cites(url))
    refused = run("cite", "update")
    assert refused.code == 0
    assert (sources.asked, run.lock[url]["verdict"]) == ([], "refused")
    assert "cannot verify" in run("cite").out
    run.own(f"allow: [{url.partition('://')[2].partition('/')[0]}]\n")
    run("cite", "update")
    assert run.lock[url]["verdict"] == "alive"


def test_a_secret_goes_to_its_origin_only(run: Command, sources: Sources) -> None:
    origin = sources.origin
    run.page(cites(sources.says("/a", "Of the wheels, 17 % still turn.")))
    other = origin.replace("127.0.0.1", "localhost")
    run.page(cites(f"{other}/a"), "b.md")
    run.own(f"secrets:\n  {origin}:\n    Authorization: 'Bearer ${{MILL}}'\n")
    missing = run("cite", "update", *ALLOW)
    assert missing.code == 2
    assert re.search(r"settings\.yaml:3:5: there is no variable “MILL”", missing.err)
    run.monkeypatch.setenv("MILL", "secret-word")
    done = run("cite", "update", *ALLOW, "--allow", "localhost")
    sent = {headers["host"]: headers.get("authorization") for _, headers in sources.asked}
    assert sent == {
        origin.partition("://")[2]: "Bearer secret-word",
        other.partition("://")[2]: None,
    }
    everything = done.out + done.err + (run.site / "contentlint.lock").read_text("utf-8")
    assert "secret-word" not in everything


def test_when_the_time_is_up_what_is_known_is_kept(run: Command, sources: Sources) -> None:
    quick = sources.says("/a", "Of the wheels, 17 % still turn.")
    slow = sources.says("/b", "Of the wheels, 17 % still turn.")
    sources.seconds["/b"] = 8
    run.page(cites(quick) + "\n" + cites(slow))
    started = time.monotonic()
    done = run("cite", "update", *ALLOW, "--budget", "1")
    assert time.monotonic() - started < 7
    assert done.code == 2
    assert "1 source was not asked: the time was up (--budget gives more), or" in done.err
    assert list(run.lock) == [quick]


def test_judging_has_an_end_too(
    run: Command, sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = sources.says("/report", "It counts 17 % of the rye.")
    run.page("\n".join(cites(url, f"{17 + number} %") for number in range(8)))
    judged: list[int] = []

    def slow(*given: Any) -> Any:
        judged.append(1)
        time.sleep(0.3)
        return judged_together(*given)

    monkeypatch.setattr("contentlint.cli.cite.searching.judged_together", slow)
    done = run("cite", "update", *ALLOW, "--budget", "1")
    assert done.code == 2
    assert "1 source was not asked: the time was up" in done.err
    assert 0 < len(judged) < 8
    assert len(run.lock[url]["claims"]) == len(judged)  # type: ignore[arg-type]
    monkeypatch.setattr("contentlint.cli.cite.searching.judged_together", judged_together)
    assert run("cite", "update", *ALLOW).code == 0
    assert len(run.lock[url]["claims"]) == 8  # type: ignore[arg-type]


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(name: object, *_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.mark.usefixtures("offline")
def test_without_a_connection_nothing_is_dead_and_nothing_passes(run: Command) -> None:
    run.page(cites("https://mills.example/") + cites("https://taps.example/", "18 %"))
    told = "there is no connection to the internet: none of 2 sources was asked"
    for words in (("check", "--online"), ("cite", "update"), ("cite", "--online")):
        done = run(*words)
        assert (done.code, done.err) == (2, f"contentlint: {told}\n")
        assert "dead" not in done.out
    assert not (run.site / "contentlint.lock").exists()


def test_what_is_known_stays_while_there_is_no_connection(
    run: Command, sources: Sources, request: pytest.FixtureRequest
) -> None:
    url = sources.says("/a", "Of all mills 17 % stand.")
    run.page(cites(url))
    run("cite", "update", "--allow", "127.0.0.1")
    before = (run.site / "contentlint.lock").read_bytes()
    request.getfixturevalue("offline")
    run.page(cites("https://mills.example/"))
    for words in (("cite", "update"), ("cite", "verify")):
        done = run(*words)
        assert done.code == (2 if words[1] == "update" else 0), done
    assert (run.site / "contentlint.lock").read_bytes() == before
    run.page(cites("https://mills.example/"), "b.md")
    run.page(cites(url))
    done = run("cite", "update", "--all", "--allow", "127.0.0.1")
    assert done.code == 2
    assert "1 source was not asked: there is no connection to the internet" in done.err
    assert list(run.lock) == [url]


def test_control_c_keeps_what_is_known_and_ends_at_once(run: Command, sources: Sources) -> None:
    quick = sources.says("/a", "Of the wheels, 17 % still turn.")
    slow = sources.says("/b", "Of the wheels, 17 % still turn.")
    sources.seconds["/b"] = 15
    run.page(cites(quick) + "\n" + cites(slow))
    with run.start("cite", "update", *ALLOW) as process:
        deadline = time.monotonic() + 30
        while len(sources.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert time.monotonic() - started < 5
    assert process.returncode == 130
    assert "1 source was not asked: somebody stopped it" in err
    assert "Traceback" not in err
    assert list(run.lock) == [quick]


def test_a_check_that_is_stopped_tells_what_it_knows_and_ends_with_130(
    run: Command, sources: Sources
) -> None:
    url = sources.says("/b", "Of the wheels, 17 % still turn.")
    sources.seconds["/b"] = 15
    run.page(cites(url))
    with run.start("check", "--online", *ALLOW) as process:
        deadline = time.monotonic() + 30
        while not sources.asked and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "1 source was not asked: somebody stopped it" in err
    assert "1 file" in out


def test_a_sentence_beside_a_source_that_is_left_alone_is_looked_up_no_more_than_once(
    run: Command, sources: Sources
) -> None:
    url = sources.says("/a", "Of the wheels, 17 % still turn.")
    run.page(f"[The survey]({url}) and [a second](https://mills.example/) say that 17 % turn.\n")
    reason = "sources: {'https://mills.example/*': {reason: they ask not to}}\n"
    (run.site / "contentlint.yaml").write_text(reason, "utf-8")
    assert "1 of 1 sources asked" in run("cite", "update", *ALLOW).out
    assert "0 of 1 sources asked" in run("cite", "update", *ALLOW).out
    assert "2 answered for" in run("cite").out


def test_a_link_that_was_mended_keeps_what_was_seen_of_its_source(
    run: Command, sources: Sources
) -> None:
    url = sources.says("/a", "Of the wheels, 17 % still turn.")
    sources.pages["/a?fbclid=IwAR0"] = sources.pages["/a"]
    run.page(cites(f"{url}?fbclid=IwAR0"))
    run("cite", "update", *ALLOW)
    run("check", "--fix", "--select", "tracking-parameter")
    assert "fbclid" not in (run.site / "a.md").read_text("utf-8")
    assert "1 supported." in run("cite").out
    assert "1 sources asked, 0 changed." in run("cite", "verify", *ALLOW).out
    assert list(run.lock) == [f"{url}?fbclid=IwAR0"]
    run("cite", "update", *ALLOW)
    assert list(run.lock) == [url]


def test_who_meets_sources_that_are_not_public_is_told_how_to_ask_them(
    run: Command, sources: Sources
) -> None:
    run.page(cites(sources.says("/a", "Of the wheels, 17 % still turn.")))
    assert "1 source is not public: --allow HOST asks it" in run("cite", "update").out
    assert "not public" not in run("cite", "update", *ALLOW).out


def test_a_page_is_read_as_its_repair_will_have_it(run: Command, sources: Sources) -> None:
    url = sources.says("/a", "In Mähren, 17 % of the wheels still turn: “it turns – for now”.")
    good = f"Grüße aus Mähren! [Die Übersicht]({url}) sagt, dass 17 % der Räder sich drehen.\n"
    run.page(good.encode().decode("mac_roman"))
    run("cite", "update", *ALLOW)
    (found,) = json.loads(run("cite", "--format", "json").out)["citations"]
    assert found["standing"] == "supported"
    assert "Räder" in found["sentence"]
    damaged = (run.site / "a.md").read_text("utf-8")
    assert damaged[found["offset"] : found["end_offset"]].endswith(f"({url})")


def test_a_part_of_a_source_that_is_not_there(run: Command, sources: Sources) -> None:
    url = sources.says("/a", "<span id=wheels>Of the wheels, 17 % still turn.</span>")
    run.page(cites(f"{url}#wheels") + "\n" + cites(f"{url}#mills", "17"))
    run("cite", "update", *ALLOW)
    assert sources.paths == ["/a"]
    assert list(run.lock) == [url]
    assert run.lock[url]["missing"] == ["mills"]
    found = json.loads(run("check", "--format", "json", "--select", "missing-fragment").out)
    assert len(found["diagnostics"]) == 1


def test_a_work_that_is_cited_by_its_key(run: Command, sources: Sources) -> None:
    url = sources.says("/rye", "Of the wheels, 71 % still turn.", title="Rye")
    run.page(f"@misc{{weiss2021, title = {{Rye}}, url = {{{url}}}}}\n", "refs.bib")
    run.page("---\nbibliography: refs.bib\n---\nThere, 17 % of the wheels turn [@weiss2021].\n")
    run("cite", "update", *ALLOW)
    (found,) = json.loads(run("cite", "--format", "json").out)["citations"]
    assert (found["url"], found["standing"]) == (url, "near miss")
    told = json.loads(run("check", "--format", "json", "--select", "unsupported-number").out)
    assert [one["line"] for one in told["diagnostics"]] == [4]


def test_sentences_far_from_their_source_are_told_where_they_stand(
    run: Command, sources: Sources
) -> None:
    url = sources.says("/a", "Of all mills 17 % stand.", title="The survey of mills 2025")
    between = "Nobody knows why, and nobody asks about it either when spring comes. " * 8
    text = f"Of all mills 17 % stand.\n\n{between}\n\nOf all mills 19 % fall.\n\n{between}\n\n"
    file = run.page(f"{text}*Sources: [The survey of mills 2025]({url}).*\n")
    run("cite", "update", "--allow", "127.0.0.1")
    table = run("cite").out
    assert re.findall(r"(?m)^(\d+:\d+) +(.*?)  ", table) == [
        ("1:1", "supported"),
        ("5:1", "perhaps not"),
        ("9:11", "answers"),
    ]
    lines = file.read_text("utf-8").splitlines()
    for one in json.loads(run("cite", "--format", "json").out)["citations"]:
        line = lines[one["line"] - 1]
        assert file.read_text("utf-8")[one["offset"] :].startswith(line[one["column"] - 1 :])


def test_a_source_that_the_project_answers_for_is_not_asked(run: Command, sources: Sources) -> None:
    mine = sources.says("/mine", "Of all mills 17 % stand.")
    both = f"Of all mills [18 %]({mine}) stand, says [the other]({sources.origin}/other/a).\n"
    run.page(cites(mine) + "\n" + both)
    settings = f"sources:\n  {sources.origin}/other/*: {{reason: behind a wall}}\n"
    (run.site / "contentlint.yaml").write_text(settings, "utf-8")
    assert run("cite", "update", "--allow", "127.0.0.1").code == 0
    assert sources.paths == ["/mine"]
    assert "18 %" not in run("check", "--select", "citations").out
    (run.site / "contentlint.yaml").unlink()
    assert run("cite", "update", "--allow", "127.0.0.1").code == 0
    assert "18 %" in run("check", "--select", "citations").out


def test_what_one_of_two_sources_has_is_settled(run: Command, sources: Sources) -> None:
    one = sources.says("/a", "Of the wheels, 17 % still turn.")
    two = sources.says("/b", "Nothing of the kind.")
    text = (
        "That 17 % of the wheels still turn is [what the survey of mills found]({}) ([also]({}))."
    )
    run.page(text.format(one, two) + "\n")
    run("cite", "update", *ALLOW)
    sources.asked.clear()
    assert "0 of 2 sources asked." in run("cite", "update", *ALLOW).out
    assert run("cite").code == 0
    assert run("check", "--ignore", "local-address", "--fail-on", "info").code == 0
    run.page(cites(two), "b.md")
    assert "2 of 2 sources asked" in run("cite", "update", *ALLOW).out
    sources.says("/a", "Of the wheels, none turns.")
    sources.pages["/b"] = 503, "", {}
    run("cite", "update", "--all", *ALLOW)
    assert "another source of the sentence may have it" in run("cite", "show", "a.md").out


@pytest.fixture
def register(sources: Sources) -> list[str]:
    """A register that has one work, which was retracted; gives the options that lead there."""
    doi = "10.5555/rye.1"
    update = {"type": "retraction", "DOI": "10.5555/rye.2", "updated": {"date-parts": [[2024, 5]]}}
    work = {
        "DOI": doi,
        "title": ["Rye in wet years"],
        "author": [{"given": "Nora", "family": "Weiss"}],
        "issued": {"date-parts": [[2021]]},
        "updated-by": [update],
    }
    sources.records(f"/works/{doi}", {"status": "ok", "message": work})
    sources.records(f"/api/handles/{doi}", {"responseCode": 1, "handle": doi, "values": []})
    sources.records(f"/doiRA/{doi}", [{"DOI": doi, "RA": "Crossref"}])
    names = ("crossref", "datacite", "doi", "wayback")
    return [word for name in names for word in ("--endpoint", f"{name}={sources.origin}")]


def test_registers_are_asked_where_they_are_said_to_be(
    run: Command, sources: Sources, register: list[str]
) -> None:
    url = sources.says("/paper/10.5555/rye.1", "Of the wheels, 17 % still turn.")
    run.page(cites(url))
    assert run("cite", "update", *ALLOW, *register).code == 0
    (notice,) = run.lock[url]["notices"]  # type: ignore[misc]
    assert notice["kind"] == "retraction"
    assert "noticed-source" in run("check", "--ignore", "local-address").out
    assert run("cite", "update", "--endpoint", "crossreff=x").code == 2
    assert run("cite", "update", "--endpoint", "crossref").code == 2


def test_a_reference_is_held_against_the_record_of_its_identifier(
    run: Command, sources: Sources, register: list[str]
) -> None:
    url = sources.says("/paper/10.5555/rye.1", "Of the wheels, 17 % still turn.")
    entry = "- {} (2021). {}. <{}>\n"
    true, other = ("Weiss, N.", "Rye in wet years"), ("Kern, A.", "How oxen are shod in the alps")
    for names, standing in ((true, "answers"), (other, "not found")):
        run.page("Rye is sown here.\n\n## Sources\n\n" + entry.format(*names, url))
        run("cite", "update", "--all", *ALLOW, *register)
        (found,) = json.loads(run("cite", "--format", "json").out)["citations"]
        assert found["standing"] == standing, found
    told = run("check", "--ignore", "local-address")
    assert told.code == 1
    assert "reference-mismatch  10.5555/rye.1 is another work" in told.out


@pytest.mark.parametrize(
    "broken",
    [
        "contentlint.cli.cite.searching.judged_together",
        "contentlint.cli.cite.searching.Judge",
        "contentlint.web.verdicts.read",
        "contentlint.web.following._onward",
        "contentlint.cli.cite.looking.with_copies",
    ],
)
@pytest.mark.parametrize("command", [("cite", "update"), ("check", "--online")])
def test_what_breaks_here_is_told_and_the_rest_goes_on(
    run: Command, sources: Sources, monkeypatch: pytest.MonkeyPatch, broken: str, command: list[str]
) -> None:
    url = sources.says("/report", "It counts 17 % of the rye.")
    run.page(cites(url))

    def breaks(*_: object, **__: object) -> None:
        raise IndexError("out of \x1b[31mrange")

    monkeypatch.setattr(broken, breaks)
    done = run(*command, *ALLOW)
    assert done.code == 2
    told = done.err + done.out
    assert "IndexError: out of" in told
    assert "This is a bug." in told
    assert "\x1b" not in told
    if command[0] == "cite":
        assert (run.site / "contentlint.lock").is_file()


def test_an_archive_is_not_told_of_private_addresses(run: Command, sources: Sources) -> None:
    run.page(cites(f"{sources.origin}/gone"))
    run("cite", "update", *ALLOW, "--endpoint", f"wayback={sources.origin}")
    assert set(sources.paths) == {"/gone"}


def test_a_copy_of_the_day_of_the_page_is_looked_for(sources: Sources) -> None:
    url = "https://gone.example/a"
    copy = f"https://web.archive.org/web/20251001000000/{url}"
    closest = {"available": True, "status": "200", "url": copy, "timestamp": "20251001000000"}
    asked = f"/wayback/available?url={quote(url, safe='')}&timestamp=20251012"
    sources.records(asked, {"archived_snapshots": {"closest": closest}})
    dead = Entry(url, Verdict.DEAD, "Gone.", "2026-11-20T00:00:00Z")
    alive = Entry("https://here.example/", Verdict.ALIVE, "It answers.", "2026-11-20T00:00:00Z")
    origin = sources.origin.replace("127.0.0.1", "localhost")
    policy = Policy(allowed=("localhost",), endpoints=Endpoints(wayback=origin))
    page = Page("a.md", urls=(f"{url}#part", alive.url), date="2025-10-12")
    found = with_copies({one.url: one for one in (dead, alive)}, [page], policy)
    assert (found[url].archive, found[alive.url]) == (copy, alive)
    assert sources.paths == [asked]


def _served() -> ModuleType:
    file = ROOT / "benchmarks" / "citations" / "served.py"
    spec = importlib.util.spec_from_file_location("served", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def example(run: Command) -> Iterator[str]:
    """The example site with its sources served and asked; gives their origin."""
    served = _served()
    ignored = shutil.ignore_patterns("contentlint.lock")
    shutil.copytree(SITE, run.site, ignore=ignored, dirs_exist_ok=True)
    sources = run.site / "_sources"
    with served.serving(sources) as origin, served.registering(sources) as endpoints:
        served.lead_to(origin, sources, run.site / "content")
        run("cite", "update", *ALLOW, *endpoints)
        yield origin


def test_the_example_site_is_judged_figure_by_figure(run: Command, example: str) -> None:
    assert example
    found = json.loads(run("cite", "--format", "json", "content/fr/fontaines.md").out)
    looked = [each for one in found["citations"] for each in one["evidence"]]
    numbers = {one["written"]: one["support"] for one in looked if one["kind"] == "number"}
    text = (SITE / "content" / "fr" / "fontaines.md").read_text("utf-8").partition("---\n\n")[2]
    prose = re.sub(r"\]\([^)]*\)|\[\[1\]", " ", text)
    figures = re.findall(r"\d+(?:,\d+)?", prose)
    assert len(figures) == 11
    assert all(any(figure in written for written in numbers) for figure in figures)
    assert [name for name, support in numbers.items() if support != "supported"] == ["83 %"]


def test_the_example_has_the_lock_that_its_sources_give(run: Command, example: str) -> None:
    """GOLDEN=write accepts another one, once it was read."""
    text = (run.site / "contentlint.lock").read_text("utf-8")
    text = text.replace(f"{example}/", "https://")
    text = re.sub(r"http://127\.0\.0\.1:\d+/landing/", "https://press.example/", text)
    fresh = re.sub(r'"checked": "[^"]*"', '"checked": "2025-11-10T08:00:00Z"', text)
    committed = SITE / "contentlint.lock"
    if os.environ.get("GOLDEN") == "write":
        committed.write_text(fresh, "utf-8")
    assert fresh == committed.read_text("utf-8")


def test_the_example_is_judged_offline(run: Command) -> None:
    shutil.copytree(SITE, run.site, dirs_exist_ok=True)
    report = json.loads(run("check", "--format", "json").out)
    found = {(one["rule"], Path(one["path"]).name) for one in report["diagnostics"]}
    assert found == {
        ("unsupported-number", "fontaines.md"),
        ("unsupported-number", "mills.md"),
        ("dead-link", "taps.md"),
        ("moved-link", "taps.md"),
        ("noticed-source", "wheels.md"),
        ("reference-mismatch", "wheels.md"),
    }


def test_the_demonstration_finds_what_it_should() -> None:
    demo = [sys.executable, str(ROOT / "benchmarks" / "citations" / "demo.py")]
    done = subprocess.run(demo, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "near miss   83 %" in done.stdout


SAMPLE = ROOT.parent / "shared" / "corpus" / "sample" / "article.md"
REPORT = """
<p>In the year 2025 the price of using a model went on falling. Between November 2022 and October
2024 a query at the level of GPT-3.5 became more than 280 times cheaper: from $20.00 to $0.07 for a
million tokens, within two years. The cost of hardware falls by 30% a year, and its efficiency grows
by 40% each year. This is driven by increasingly capable small models.</p>
<p>The gap between open and closed models shrank from 8% to 1.7% on some benchmarks.</p>
<p>In 2025, 78% of organizations reported using AI, up from 55% the year before.</p>
<table><tr><th>Function</th><th>Share</th></tr>
<tr><td>Marketing and sales, more revenue</td><td>71%</td></tr>
<tr><td>Supply chain, more revenue</td><td>63%</td></tr>
<tr><td>Service operations, lower costs</td><td>49%</td></tr>
<tr><td>Supply chain, lower costs</td><td>43%</td></tr>
<tr><td>Software engineering, lower costs</td><td>41%</td></tr></table>
<p>Most estimate savings of less than 10%. Since 2022 optimism has grown by 10% in France, by 10% in
Germany and by 4% in the United States. In Asia between 77% and 83% are optimistic, in the West
between 36% and 40%.</p>
"""


@pytest.fixture
def sample(run: Command, sources: Sources) -> Path:
    """The sample page, repaired, with its report on loopback."""
    url = sources.says("/report", REPORT, title="The 2025 AI Index Report")
    text = SAMPLE.read_bytes().decode()
    text = text.replace("https://hai.stanford.edu/ai-index/2025-ai-index-report", url)
    page = run.page(text, "article.md")
    run("check", "--fix", "--quiet")
    return page


def _figures(run: Command) -> dict[str, set[str]]:
    run("cite", "update", *ALLOW)
    report = json.loads(run("cite", "--format", "json").out)
    found: dict[str, set[str]] = {}
    for one in report["citations"]:
        for each in one["evidence"]:
            if each["kind"] == "number":
                found.setdefault(each["written"], set()).add(each["support"])
    return found


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the page is not part of the project")
def test_every_figure_of_the_sample_is_judged(run: Command, sample: Path) -> None:
    found = _figures(run)
    text = sample.read_text("utf-8").partition("\n---\n")[2]
    shares = set(re.findall(r"(\d+(?:,\d+)?) ?%", text))
    assert len(shares) == 14
    assert all(found.get(f"{share} %") == {"supported"} for share in shares)
    for written in ("280 fois", "0,07 $", "20,00 $", "novembre 2022", "octobre 2024"):
        assert found[written] == {"supported"}
    assert all(supports <= {"supported", "elsewhere"} for supports in found.values())


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the page is not part of the project")
def test_a_changed_figure_of_the_sample_is_found(run: Command, sample: Path) -> None:
    text = sample.read_text("utf-8")
    sample.write_text(text.replace("280 fois", "208 fois").replace("**78 %", "**87 %"), "utf-8")
    found = _figures(run)
    assert "supported" not in found["208 fois"] | found["87 %"]
    told = json.loads(run("check", "--format", "json", "--select", "unsupported-number").out)
    flagged = {
        sample.read_text("utf-8")[one["offset"] : one["end_offset"]] for one in told["diagnostics"]
    }
    assert flagged == {"208 fois", "87 %"}
