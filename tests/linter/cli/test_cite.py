"""contentlint cite without a network: what the lock says is shown, in every form."""

import csv
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from contentlint import Document
from contentlint import claims as claims_of
from contentlint.citations import store
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.excuses import fits
from contentlint.citations.lock import Entry, Lock, Notice, key_of
from contentlint.citations.visit import Verdict
from contentlint.cli.cite import person
from contentlint.cli.cite.asking import Wanted
from contentlint.cli.cite.records import may_be_told
from contentlint.config import Config, ConfigError
from contentlint.web.policy import Policy

REPORT = "https://mill.example/report"
GONE = "https://gone.example/"
SAID = "The report counts 17 % of the rye."
PAGE = f"""# Rye

[The report]({REPORT}#rye) counts 17 % of the rye.

It is [told elsewhere]({GONE}) that 44 wheels turn.
"""
NASTY = "\x1b[31m<script>alert(1)</script>\x07\u202e and more"


def number(support: Support, found: str = "", quote: str = "", why: str = "") -> Evidence:
    return Evidence(Kind.NUMBER, "17 %", support, found, quote, why)


def entry(evidence: Evidence, verdict: Verdict = Verdict.ALIVE, url: str = REPORT) -> Entry:
    claims = {key_of(SAID): (evidence,)}
    return Entry(
        url, verdict, "It answers.", "2026-11-20T10:00:00Z", title="A report", claims=claims
    )


NEAR = entry(number(Support.NEAR, "1.7 %", "Of the rye, 1.7 % was lost."))
DEAD = Entry(GONE, Verdict.DEAD, "There is no such page (404).", "2026-11-20T10:00:00Z")


@pytest.fixture
def cited(site, tmp_path):
    """A page that cites two sources, and a lock that knows of them."""

    def write(*entries: Entry, page: str = PAGE) -> None:
        site("a.md", page)
        store.save(tmp_path, Lock().having(entries))

    return write


def test_the_audit_tells_each_sentence_with_its_source(run, cited):
    cited(NEAR, DEAD)
    done = run("cite")
    assert done.code == 1
    assert re.search(r"(?m)^3:1 +near miss +17 % +1\.7 %: “Of the rye, 1\.7 %", done.out)
    assert re.search(r"(?m)^5:7 +dead +There is no such page", done.out)
    assert "2 citations of 2 sources in 1 page: 1 dead, 1 near miss.\n" in done.out


def test_what_is_so_of_the_source_itself_is_told_once_a_page(run, cited):
    first, then = (
        "[A report]({0}) counts 17 % of the rye.",
        "[This report]({0}) counts 18 % of oats.",
    )
    page = f"{first}\n\n{then}\n\nSee [A report]({{0}}).\n".format(REPORT)
    title = Evidence(Kind.TITLE, "A report", Support.SUPPORTED, "A report")
    figures = {"17 %": Support.SUPPORTED, "18 %": Support.ABSENT}
    known = {
        key_of(one.words): (
            *(Evidence(Kind.NUMBER, fact.written, figures[fact.written]) for fact in one.facts),
            title,
        )
        for one in claims_of(Document("a.md", page))
    }
    cited(replace(NEAR, claims=known), page=page)
    out = run("cite").out
    assert out.count("title: A report") == 2  # a sentence of which it is all is told with it
    assert re.search(r"(?m)^3:1 +not found +18 % +nothing like it stands there", out)
    assert json.loads(run("cite", "--format", "json").out)["citations"][1]["evidence"][1]


def test_all_is_well(run, cited):
    page = PAGE.partition("It is")[0]
    cited(entry(number(Support.SUPPORTED, "17 percent", "It was 17 percent.")), page=page)
    done = run("cite", "a.md")
    assert done.code == 0
    assert "1 supported." in done.out


def test_without_a_lock_it_says_how_to_get_one(run, site):
    site("a.md", PAGE)
    done = run("cite")
    assert done.code == 0
    assert "2 not asked" in done.out
    assert "contentlint cite update asks the sources" in done.err


def test_no_page_is_a_failure(run, site):
    assert run("cite").code == 2
    assert run("cite", "nowhere").code == 2
    assert run("cite", "show", "nowhere.md").code == 2


def test_a_command_that_is_none_and_an_option_alone_are_told(run, cited):
    cited(NEAR)
    done = run("cite", "updaet")
    assert done.code == 2
    assert "Did you mean “update”?" in done.err
    assert "Did you mean" not in run("cite", "nowhere").err
    done = run("cite", "update", "--since", "main")
    assert (done.code, "add --changed" in done.err) == (2, True)


def test_a_page_in_full(run, cited):
    quote = "Of the rye, 1.7 % was lost, " + "and more of it in wet years, " * 5 + "they say."
    cited(entry(number(Support.NEAR, "1.7 %", quote)), DEAD)
    done = run("cite", "show", "a.md")
    words = " ".join(re.sub(r"[│|]", " ", done.out).split())
    assert done.code == 1
    assert "they say." in words
    assert "…" not in words


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_the_table_fits(run, cited, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    cited(NEAR, DEAD)
    lines = run("cite").out.split("\n")
    assert max(map(len, lines[:-2])) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_colour_is_for_terminals(process, cited):
    cited(NEAR, DEAD)
    assert b"\x1b" not in process("cite").stdout
    assert b"\x1b" in process("cite", FORCE_COLOR="1").stdout
    assert b"\x1b" not in process("cite", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_terminal_without_unicode_gets_ascii(process, cited):
    cited(NEAR, DEAD)
    plain = process("cite", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
    assert plain.isascii()
    assert b"near miss" in plain
    assert b"\\u" not in plain


def test_columns_stay_where_letters_are_spelt_out(process, cited):
    quote = "Él: " + "é" * 5 + " 17 %."
    cited(entry(number(Support.SUPPORTED, "17 %", quote)), replace(DEAD, reason="Weg: é."))
    out = process("cite", PYTHONIOENCODING="ascii", COLUMNS="100").stdout.decode()
    rows = [line for line in out.split("\n") if "mill.example" in line or "gone.example" in line]
    assert all("\\xe9" in row for row in rows)
    assert len({max(row.find("mill.ex"), row.find("gone.ex")) for row in rows}) == 1, out


def test_what_was_found_is_seen_although_its_sentence_is_long(run, cited):
    quote = f"The society, {'which keeps a list, ' * 10}says that 17 percent of the rye was lost."
    cited(entry(number(Support.SUPPORTED, "17 percent", quote)))
    out = run("cite").out
    assert "“…" in out
    assert "17 percent" in out
    assert quote[:40] in " ".join(run("cite", "show").out.split())


def test_json_for_programs(run, cited):
    cited(NEAR, DEAD)
    done = run("cite", "--format", "json")
    found = json.loads(done.out)
    first, second = found["citations"]
    assert found["version"] == 1
    assert found["summary"] == {
        "pages": 1,
        "citations": 2,
        "sources": 2,
        "standings": {"dead": 1, "near miss": 1},
    }
    assert (first["line"], first["column"], first["standing"]) == (3, 1, "near miss")
    assert PAGE[first["offset"] : first["end_offset"]].startswith("[The report]")
    assert first["evidence"][0]["found"] == "1.7 %"
    assert first["source"]["verdict"] == "alive"
    assert (second["standing"], second["evidence"]) == ("dead", [])


def test_csv_for_spreadsheets(run, cited):
    cited(NEAR, DEAD)
    rows = list(csv.DictReader(io.StringIO(run("cite", "-f", "csv").out)))
    assert [(row["standing"], row["written"], row["found"]) for row in rows] == [
        ("near miss", "17 %", "1.7 %"),
        ("dead", "", ""),
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " =", "|", "%", "\t=", "\r"])
def test_no_cell_is_a_formula(run, cited, sign):
    evil = f"{sign}HYPERLINK(1)"
    cited(entry(number(Support.NEAR, evil, evil)), DEAD)
    (row, _) = csv.DictReader(io.StringIO(run("cite", "-f", "csv").out))
    assert row["found"].startswith("'")
    assert row["quote"].startswith("'")


@pytest.mark.parametrize("form", ["table", "csv", "html", "json"])
def test_remote_text_steers_nothing(run, cited, form):
    hostile = entry(number(Support.NEAR, NASTY, NASTY))
    cited(hostile, Entry(GONE, Verdict.DEAD, NASTY, "2026-11-20T10:00:00Z", title=NASTY))
    out = run("cite", "--format", form).out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)
    assert "alert(1)" in out
    if form == "html":
        assert "<script" not in out


@pytest.mark.parametrize("words", [("cite",), ("cite", "show"), ("cite", "-f", "csv")])
@pytest.mark.parametrize("width", [40, 57, 100])
def test_no_line_is_a_command_to_a_ci(run, cited, site, monkeypatch, words, width):
    evil = "::error file=a.md::" + "wheels turn ::error::and " * 12
    told = Notice("correction", evil, evil)
    hostile = replace(entry(number(Support.NEAR, evil, evil)), title=evil, notices=(told,))
    cited(hostile, Entry(GONE, Verdict.DEAD, evil, "2026-11-20T10:00:00Z", archive=evil))
    site("::error file=a.md::x.md", PAGE)
    monkeypatch.setenv("COLUMNS", str(width))
    out = run(*words).out
    assert "error" in out
    assert not [line for line in out.splitlines() if re.match(r"[^\w“]*::", line)]


def test_html_is_one_page_that_asks_for_nothing(run, cited, tmp_path):
    cited(NEAR, DEAD, page=PAGE.replace("wheels", 'wheels <b onclick="x()">'))
    done = run("cite", "--format", "html", "-o", "audit.html")
    page = (tmp_path / "audit.html").read_text("utf-8")
    assert (done.code, done.out) == (1, "")
    assert re.search(
        r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'", page
    )
    assert not re.search(
        r"(?i)<(script|img|link|iframe|object|embed)\b|\son\w+=|\bsrc=|url\(", page
    )
    assert set(re.findall(r'href="([^"]+)"', page)) == {f"{REPORT}#rye", GONE}
    assert "near miss" in page
    assert "Of the rye, 1.7 % was lost." in page


def test_its_style_is_the_one_that_its_policy_lets_in(run, cited):
    from base64 import b64encode
    from hashlib import sha256

    cited(NEAR)
    page = run("cite", "--format", "html").out
    style = re.search(r"(?s)<style>(.*?)</style>", page)[1]
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in page


class _Cells(HTMLParser):
    """The elements of a page, which are all closed in order, and what its cells say."""

    def __init__(self, page):
        super().__init__()
        self.open, self.cells, self.rows = [], [], 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.rows += tag == "tr"
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "td" in self.open:
            self.cells.append(data)


_MEASURED = """<!doctype html><title></title><iframe id="f" src="page.html" width="%d"></iframe>
<script>
document.getElementById("f").onload = event => {
  const page = event.target.contentDocument, root = page.documentElement
  const bad = getComputedStyle(page.querySelector(".bad")).color
  document.title = [root.scrollWidth <= root.clientWidth, bad, page.links.length].join(" ")
}
</script>"""


def _in_browser(browser, folder, width):
    """Return whether a page fits, the colour of what is bad, and how many links there are."""
    (folder / "frame.html").write_text(_MEASURED % width, "utf-8")
    words = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    own = (f"--user-data-dir={folder / 'profile'}", "--allow-file-access-from-files", "--dump-dom")
    command = (browser, *words, *quiet, *own, "--virtual-time-budget=5000", "frame.html")
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    return re.search(r"<title>(.*?)</title>", done.stdout)[1]


def test_it_is_read_on_a_desk_and_on_a_phone(run, cited, tmp_path):
    quote = f"Of the rye, 1.7 % was lost at {'Lostwithielmill' * 20}."
    cited(entry(number(Support.NEAR, "1.7 %", quote)), DEAD)
    page = run("cite", "--format", "html").out
    read = _Cells(page)
    assert (read.open, read.rows) == ([], 3)
    assert {"near miss", "dead", quote} <= set(read.cells)
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser:  # where there is none, the parser's word has to do
        (tmp_path / "page.html").write_text(page, "utf-8")
        for width in (1200, 360):
            assert _in_browser(browser, tmp_path, width) == "true rgb(192, 38, 45) 2"


def test_an_address_of_another_kind_is_no_link(run, cited):
    archived = Entry(
        GONE, Verdict.DEAD, "gone", "2026-11-20T10:00:00Z", archive="javascript:alert(1)"
    )
    cited(NEAR, archived)
    assert 'href="javascript' not in run("cite", "--format", "html").out


def test_what_its_author_answers_for_is_no_finding(run, cited):
    comment = "<!-- contentlint-disable-next-line unsupported-number: worked out -->\n"
    page = PAGE.partition("It is")[0].replace("[The", f"{comment}[The")
    cited(NEAR, page=page)
    done = run("cite")
    assert done.code == 0
    assert "1 answered for." in done.out


def test_what_another_source_has_is_not_missing(run, cited):
    other = "https://other.example/"
    page = f"[The report]({REPORT}) counts 17 % of the rye ([also]({other})).\n"
    said = claims_of(Document("a.md", page))[0].words
    claims = {key_of(said): (number(Support.SUPPORTED),)}
    good = Entry(other, Verdict.ALIVE, "It answers.", "2026-11-20T10:00:00Z", claims=claims)
    bad = Entry(
        REPORT,
        Verdict.ALIVE,
        "It answers.",
        "2026-11-20T10:00:00Z",
        claims={key_of(said): (number(Support.ABSENT),)},
    )
    cited(good, bad, page=page)
    done = run("cite")
    assert done.code == 0, done.out
    assert "other source" in done.out


def test_only_what_is_wanting(run, cited):
    cited(entry(number(Support.SUPPORTED)), DEAD)
    out = run("cite", "--quiet").out
    assert "dead" in out
    assert "supported" not in out
    cited(entry(number(Support.SUPPORTED)), page=PAGE.partition("It is")[0])
    done = run("cite", "--quiet")
    assert (done.code, done.out) == (0, "")


def test_how_to_ask_means_nothing_without_asking(run, cited):
    cited(NEAR)
    for command in (["cite"], ["check"]):
        done = run(*command, "--allow", "localhost")
        assert done.code == 2
        assert "--online" in done.err


def test_a_broken_lock_is_told(run, site):
    site("a.md", PAGE)
    site("contentlint.lock", "{")
    assert run("cite").code == 2
    assert "contentlint.lock" in run("cite").err


def test_the_plain_check_loads_nothing_of_it(process, cited):
    cited(NEAR, DEAD)
    names = "aiohttp|httpx|rich|typer|rapidfuzz|contentlint[.]web|contentlint[.]cli[.]cite"
    code = (
        "import sys; sys.argv = ['contentlint', 'check', 'a.md']\n"
        "from contentlint.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"import re; print([n for n in sys.modules if re.match('{names}', n)])"
    )
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]"), done.stdout


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("alow: []", "Did you mean “allow”"),
        ("secrets: {https://a.example/path: {A: b}}", "is no origin"),
        ("secrets: {a.example: {A: b}}", "is no origin"),
        ("endpoints: {crosref: https://a.example}", "Did you mean “crossref”"),
        ("endpoints: {crossref: ftp://a.example}", "is no web address"),
        ('secrets: {"https://a.example": {A: "b\\nc"}}', "single line"),
        ("allow: ['http://a b']", "“http://a b” is no host"),
        ("[", "not YAML"),
    ],
)
def test_own_settings_are_held_to_what_they_can_say(tmp_path, settings, told):
    file = tmp_path / "settings.yaml"
    file.write_text(settings, "utf-8")
    with pytest.raises(ConfigError, match=re.escape(told)):
        person.policy(person.load(file), Config({}), Wanted())


def test_own_settings_say_how_to_ask(tmp_path, monkeypatch):
    monkeypatch.setenv("WORD", "pass")
    file = tmp_path / "settings.yaml"
    file.write_text(
        "allow: [intranet.example, 10.1.0.0/16]\nmailto: a@example.org\n"
        "secrets: {'https://Intranet.example:8443': {Authorization: 'Basic ${WORD}'}}\n"
        "endpoints: {crossref: 'https://crossref.example/'}\n",
        "utf-8",
    )
    config = Config({}, web={"budget": 60.0, "at_once": 9999, "gap": 0.001})
    found = person.policy(
        person.load(file), config, Wanted(("localhost",), ("doi=http://d.example/",))
    )
    assert found.allowed == ("intranet.example", "10.1.0.0/16", "localhost")
    assert found.secrets == {"https://intranet.example:8443": {"Authorization": "Basic pass"}}
    assert (found.endpoints.crossref, found.endpoints.doi) == (
        "https://crossref.example",
        "http://d.example",
    )
    assert "mailto:a@example.org" in found.user_agent
    standard = type(found)()
    assert (found.budget, found.at_once, found.gap) == (60, standard.at_once, standard.gap)
    assert person.policy(person.load(file), config, Wanted(budget=900)).budget == 900
    assert "pass" not in repr(person.load(file))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://mill.example/a", True),
        ("http://93.184.216.34/", True),
        ("http://127.0.0.1/a", False),
        ("http://[::1]/a", False),
        ("http://wiki/a", False),
        ("http://wiki.corp/a", False),
        ("https://intranet.example/a", False),
        ("https://secret.example/a", False),
        ("http://u:p@mill.example/", False),
        ("http://[/", False),
        ("https://intranet.example.:8443/a", False),
        ("https://SECRET.example:443/a", False),
        ("http://secret.example./a", False),
        ("http://:p@mill.example/", False),
        ("http://0x7f.1/a", False),
        ("http://router.home.arpa/", False),
        ("http://[fd00::1]/", False),
        ("file:///etc/passwd", False),
    ],
)
def test_what_an_archive_may_be_told(url, told):
    policy = Policy(
        allowed=("intranet.example:443",), secrets={"https://secret.example": {"A": "b"}}
    )
    assert may_be_told(url, policy) is told


ANSWERED = f"""sources:
  "{REPORT[:-2]}*": {{reason: they turn programs away, until: %s}}
  {GONE}: {{reason: told to the publisher}}
"""


def test_a_source_that_the_project_answers_for_is_left_alone_until_its_day(run, cited, site):
    cited(NEAR, DEAD)
    site("contentlint.yaml", ANSWERED % "2999-12-31")
    assert run("check", "--select", "citations").out.startswith("1 file, no problems")
    done = run("cite")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("answered for") == 3
    assert "told to the publisher" in done.out
    for form in ("json", "csv", "html"):
        assert "turn programs away (until 2999-12-31)" in run("cite", "--format", form).out
    site("contentlint.yaml", ANSWERED % "2020-01-01")
    done = run("cite")
    assert done.code == 1
    assert "until 2020-01-01, and no longer do" in done.err
    assert run("check", "--select", "citations").code == 1


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ("mill.example: {reason: x}", "is no address of a source"),
        ("https://mill.example/: {}", "needs a reason"),
        ("https://mill.example/: {reason: x, untill: 2027-03-01}", "Did you mean “until”"),
        ("https://mill.example/: {reason: x, until: soon}", "a day as in 2027-03-01"),
    ],
)
def test_who_answers_for_a_source_says_why(run, cited, site, sources, told):
    cited(NEAR)
    site("contentlint.yaml", f"sources:\n  {sources}\n")
    done = run("check")
    assert done.code == 2
    assert told in done.err
    assert "contentlint.yaml:2" in done.err


@pytest.mark.parametrize(
    ("address", "url", "expected"),
    [
        ("https://mill.example/a", "https://mill.example/a", True),
        ("https://mill.example/a", "https://mill.example/ab", False),
        ("https://mill.example/*", "https://Mill.example/a/b?c=d", True),
        ("https://mill.example/*", "https://mill.example.org/a", False),
        ("https://*.example/*/b", "https://mill.example/a/b", True),
        ("https://*.example/*/b", "https://mill.example/a", False),
        ("https://a*a", "https://a", False),
        ("*" * 50_000 + "b", "a" * 50_000, False),
    ],
)
def test_which_sources_an_address_with_stars_is_about(address, url, expected):
    assert fits(address, url) is expected


@pytest.mark.parametrize(
    ("web", "told"),
    [
        ("allow: [10.0.0.1]", "cannot be said by a project"),
        ("secrets: {}", "cannot be said by a project"),
        ("endpoints: {}", "cannot be said by a project"),
        ("budgte: 3", "Did you mean “budget”"),
        ("budget: 0", "above 0"),
        ("budget: -3", "above 0"),
        ("at-once: 2.5", "whole number"),
        ("budget: true", "above 0"),
        ("budget: .nan", "above 0"),
        ("gap: .inf", "above 0"),
        ("gap: 1" + "0" * 400, "above 0"),
        ("at-once: 0", "above 0"),
    ],
)
def test_a_project_cannot_say_whom_to_trust(run, cited, site, web, told):
    cited(NEAR)
    site("contentlint.yaml", f"web:\n  {web}\n")
    done = run("check")
    assert done.code == 2
    assert told in done.err
    assert "contentlint.yaml:2" in done.err


def test_changed_pages_are_those_that_git_calls_so(site, tmp_path):
    from contentlint.cli.cite.changed import changed

    def git(*words):
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], check=True, capture_output=True)

    for name in ("same.md", "new name é.md", "gone.md"):
        site(name)
    git("init")
    git("add", ".")
    git("commit", "-m", "all")
    git("config", "core.fsmonitor", f"touch {tmp_path}/ran; false")
    site("new name é.md", "other")
    site("below/new.md")
    names = {str(tmp_path / "new name é.md"), str(tmp_path / "below" / "new.md")}
    assert changed("HEAD") == names
    assert not (tmp_path / "ran").exists(), "a checkout's program was run"


@pytest.mark.parametrize("ref", ["--output=x", "nowhere", ""])
def test_a_commit_that_is_none(run, cited, tmp_path, ref):
    cited(NEAR)
    done = run("cite", "update", "--changed", f"--since={ref}")
    assert done.code == 2
    assert "git" in done.err
    assert not (tmp_path / "x").exists()
