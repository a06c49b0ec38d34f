"""contentlint check and contentlint cite say the same of one site and its lock."""

import json

import pytest

from contentlint.citations import store
from contentlint.citations.evidence import Evidence, Kind, Support
from contentlint.citations.lock import Entry, Lock, key_of
from contentlint.citations.visit import Verdict
from contentlint.cli.cite.pages import gather
from contentlint.config import load
from contentlint.registry import installed

HOST = "https://mill.example"
DAY = "2026-11-20T10:00:00Z"
HELD, NEAR, GONE = Support.SUPPORTED, Support.NEAR, Support.ABSENT
TITLE = ((Kind.TITLE, "The mill", GONE, ""),)
RECORD = ((Kind.YEAR, "2012", GONE, "10.5555/mill"),)
FIGURES = "\n\n".join(f"It has {count:,} millstones." for count in range(4101, 4107))
ALONE = f"{FIGURES}\n\nIt has 7,777 wheels.\n\n## Sources\n\n- [The list]({HOST}/alone)\n"
SLIP = "<!-- contentlint-disable-next-line {}: so it is -->\n[The report]({}) counts 17 % of rye.\n"
LIST = "<!-- contentlint-disable-next-line reference-mismatch: the print -->\n"
LISTED = "## Sources\n\n{}- Weiss, N. (2012). The mill. <https://doi.org/10.5555/{}>\n"
MANY = "".join(f'  {HOST}/{name}: {{reason: "they ask not to"}}\n' for name in ("excused", "other"))
BIB = (
    "@article{{{0}, title={{The mill}}, author={{Weiss, N.}}, year={{2012}}, doi={{10.5555/{0}}}}}"
)

SAYS = "[The report]({}) counts 17 % of rye."
ASKED = {("unchecked-citation", "info")}
WRONG = {("unsupported-number", "error")}
DRIFTS = {("title-drift", "warning")}
DIFFERS = {("reference-mismatch", "warning")}

CASES = {
    # page: (its text, what its source was seen to have, what cite says, what check says)
    "held": (SAYS, {"17 %": HELD}, {"supported"}, set()),
    "near": (
        SAYS,
        {"17 %": NEAR},
        {"near miss"},
        WRONG,
    ),
    "gone": (
        SAYS,
        {"17 %": GONE},
        {"not found"},
        WRONG,
    ),
    "loose": ("The [mill]({}) is burnt; 17 % is left.", {"17 %": GONE}, {"perhaps not"}, set()),
    "aside": (SAYS, {"17 %": Support.ELSEWHERE}, {"elsewhere"}, set()),
    "dark": (SAYS, {"17 %": Support.UNKNOWN}, {"cannot verify"}, set()),
    "new": (
        SAYS,
        {},
        {"not asked"},
        ASKED,
    ),
    "bare": ("See [the report]({}).", {}, {"answers"}, set()),
    "dead": ("See [the report]({}).", Verdict.DEAD, {"dead"}, {("dead-link", "error")}),
    "shut": ("See [the report]({}).", Verdict.BLOCKED, {"cannot verify"}, set()),
    "unseen": ("See [the report]({}).", None, {"not asked"}, ASKED),
    "excused": (SAYS, {"17 %": GONE}, {"answered for"}, set()),
    "beside": (
        f"[The report]({{}}) and [the other report]({HOST}/other) count 17 % of rye.",
        {"17 %": GONE},
        {"answered for"},
        set(),
    ),
    "besidenew": (
        f"[The report]({{}}) and [the other report]({HOST}/other) count 17 % of rye.",
        {},
        {"answered for"},
        set(),
    ),
    "silent": (SLIP.format("unsupported-number", "{}"), {"17 %": NEAR}, {"answered for"}, set()),
    "alone": (
        ALONE,
        {**{f"{count:,}": HELD for count in range(4101, 4107)}, "7,777": GONE},
        {"supported", "not found", "answers"},
        {("unsupported-number", "warning")},
    ),
    "title": ("See [The mill]({}).", TITLE, {"not found"}, DRIFTS),
    "own": ("We went to [The mill]({}).", TITLE, {"not found"}, DRIFTS),
    "silenttitle": (
        f"We saw [The mill]({{}}).\n\n{SLIP.format('title-drift', '{}').replace('17 %', 'much')}",
        TITLE,
        {"answered for"},
        set(),
    ),
    "record": (
        LISTED.format("", "record"),
        RECORD,
        {"not found"},
        DIFFERS,
    ),
    "silentrecord": (LISTED.format(LIST, "silentrecord"), RECORD, {"answered for"}, set()),
    "moved": ("[The report]({}/new) counts 17 % of rye.", {"17 %": NEAR}, {"near miss"}, WRONG),
    "tracked": (SAYS, {"17 %": HELD}, {"supported"}, set()),
    "work": ("All is ground [@work].", RECORD, {"not found", "answers"}, DIFFERS),
}
OURS = {
    *("unsupported-number", "unsupported-quotation", "title-drift", "year-mismatch", "dead-link"),
    *("author-mismatch", "reference-mismatch", "unchecked-citation"),
}


def _url(name):
    of_work = name in {"record", "silentrecord", "work"}
    return f"https://doi.org/10.5555/{name}" if of_work else f"{HOST}/{name}"


def _evidence(claim, told):
    if isinstance(told, tuple):
        rest = {kind: (written, support, by) for kind, written, support, by in told}
        fits = claim.describes or not rest[next(iter(rest))][2]
        found = [Evidence(kind, *rest[kind][:2], by=rest[kind][2]) for kind in rest]
        return tuple(found) if fits else ()
    figures = told if isinstance(told, dict) else {}
    return tuple(
        Evidence(Kind.NUMBER, fact.written, figures[fact.written])
        for fact in claim.facts
        if fact.written in figures
    )


def _entry(name, told, claims):
    verdict = told if isinstance(told, Verdict) else Verdict.ALIVE
    known = {key_of(one.words): found for one in claims if (found := _evidence(one, told))}
    more = {"permanent": True, "final": f"{_url(name)}/new?utm_source=x"} if name == "moved" else {}
    url = _url(name) + ("?fbclid=abc" if name == "tracked" else "")
    if more:
        verdict = Verdict.MOVED
    return Entry(url, verdict, "So it is.", DAY, claims=known, **more)


@pytest.fixture
def told(run, site, tmp_path):
    """What cite and check say of each page."""
    for name, (text, *_) in CASES.items():
        site(f"{name}.md", f"# A mill\n\n{text.replace('{}', _url(name))}\n")
    site("refs.bib", BIB.format("work"))
    site("contentlint.yaml", f"select: [citations]\nsources:\n{MANY}")
    pages, _ = gather([f"{name}.md" for name in CASES], load(installed()))
    entries = [
        _entry(page.path.removesuffix(".md"), CASES[page.path.removesuffix(".md")][1], page.claims)
        for page in pages
        if CASES[page.path.removesuffix(".md")][1] is not None
    ]
    store.save(tmp_path, Lock().having(entries))
    cited = json.loads(run("cite", "-f", "json").out)["citations"]
    checked = json.loads(run("check", "-f", "json").out)
    return cited, checked


def test_each_page_is_told_the_same_by_both(told):
    cited, checked = told
    assert cited
    for name, (_, _, standings, findings) in CASES.items():
        path = f"{name}.md"
        assert {one["standing"] for one in cited if one["path"] == path} == standings, name
        found = {
            (one["rule"], one["severity"])
            for one in checked["diagnostics"]
            if one["path"] == path and one["rule"] in OURS
        }
        assert found == findings, name


STATES = (*Support, None, "nobody asked", Verdict.DEAD, Verdict.BLOCKED)
FORMS = {
    "sure": "Of the rye, 17 % is lost [1][2].\n\n## Sources\n\n1. [A]({0})\n2. [B]({1})",
    "either": "According to [a report]({0}), 17 % ([Kern]({1})) is lost while he sleeps.",
    "loose": "The [mill]({0}) and the [dam]({1}) are burnt; 17 % is left.",
}


def _seen(url, state, claims):
    support = state if isinstance(state, Support) else Support.ABSENT
    known = {
        key_of(one.words): tuple(Evidence(Kind.NUMBER, fact.written, support) for fact in one.facts)
        for one in claims
        if one.url == url and one.facts and state is not None
    }
    verdict = state if isinstance(state, Verdict) else Verdict.ALIVE
    return Entry(url, verdict, "So it is.", DAY, seen=DAY, claims=known)


@pytest.mark.parametrize("form", FORMS)
def test_whatever_two_sources_of_a_sentence_say_both_find_it_wanting_or_neither(
    run, site, tmp_path, form
):
    pairs = dict(enumerate((one, other) for one in STATES for other in STATES))
    for index in pairs:
        urls = (f"{HOST}/{index}/{side}" for side in "ab")
        site(f"{index}.md", f"# A mill\n\n{FORMS[form].format(*urls)}\n")
    site("contentlint.yaml", "select: [citations]\n")
    pages, _ = gather([f"{index}.md" for index in pairs], load(installed()))
    entries = [
        _seen(f"{HOST}/{index}/{side}", state, page.claims)
        for page, (index, states) in zip(pages, pairs.items(), strict=True)
        for side, state in zip("ab", states, strict=True)
        if state != "nobody asked"
    ]
    store.save(tmp_path, Lock().having(entries))
    cited = json.loads(run("cite", "-f", "json").out)["citations"]
    checked = json.loads(run("check", "-f", "json").out)["diagnostics"]
    wanting = {
        one["path"]
        for one in cited
        for each in one["evidence"]
        if each["standing"] in {"not found", "near miss"}
    }
    told = [one for one in checked if one["rule"] == "unsupported-number"]
    assert wanting == {one["path"] for one in told if one["severity"] != "info"}
    assert bool(wanting) is (form != "loose")
    dead = {one["path"] for one in cited if one["standing"] == "dead"}
    assert dead == {one["path"] for one in checked if one["rule"] == "dead-link"}
