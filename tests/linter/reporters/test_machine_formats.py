import json
from dataclasses import replace

import pytest

from contentlint import Severity
from contentlint._version import __version__
from contentlint.reporters import View, render, sarif
from contentlint.runner import Run, Task

PAGE = {"a b.md": "é foo\nperhaps\nwow!\n"}


def _report(config, path, text):
    return Run(Task(config)).over_text(text.encode(), path)


def test_concise_is_a_line_a_finding(shown):
    assert shown("concise", PAGE) == (
        "a b.md:1:3: error swap: “foo” stands here\n"
        "a b.md:2:1: warning maybe: Say it\n"
        "a b.md:3:4: info quiet: Loud\n"
    )


def test_json_has_exactly_what_was_promised(shown):
    out = shown("json", PAGE, errors=(("caf\udce9.md", "gone"),))
    assert out.isascii()
    found = json.loads(out)
    fingerprints = [one.pop("fingerprint") for one in found["diagnostics"]]
    assert len(set(fingerprints)) == 3
    assert found == {
        "version": __version__,
        "summary": {
            "files": 1,
            "errors": 1,
            "warnings": 1,
            "infos": 1,
            "fixable": 1,
            "fixed": 0,
        },
        "diagnostics": [
            {
                "path": "a b.md",
                "rule": "swap",
                "family": "toys",
                "severity": "error",
                "message": "“foo” stands here",
                "line": 1,
                "column": 3,
                "end_line": 1,
                "end_column": 6,
                "offset": 2,
                "end_offset": 5,
                "fix": {
                    "title": "Swap it",
                    "applicability": "safe",
                    "edits": [{"offset": 2, "end_offset": 5, "content": "bar"}],
                },
            },
            {
                "path": "a b.md",
                "rule": "maybe",
                "family": "toys",
                "severity": "warning",
                "message": "Say it",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 8,
                "offset": 6,
                "end_offset": 13,
                "fix": {
                    "title": "Cut it",
                    "applicability": "unsafe",
                    "edits": [{"offset": 6, "end_offset": 13, "content": ""}],
                },
            },
            {
                "path": "a b.md",
                "rule": "quiet",
                "family": "others",
                "severity": "info",
                "message": "Loud",
                "line": 3,
                "column": 4,
                "end_line": 3,
                "end_column": 5,
                "offset": 17,
                "end_offset": 18,
                "fix": None,
            },
        ],
        "errors": [{"path": "caf\\udce9.md", "message": "gone"}],
    }


def test_github_gets_its_commands(shown):
    out = shown("github", {"a,b:c%.md": "foo\n"}, errors=(("x.md", "50 %\r\n"), ("", "crash")))
    assert out == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=3,title=swap"
        "::“foo” stands here\n"
        "::error file=x.md,title=contentlint::50 %25%0D%0A\n"
        "::error title=contentlint::crash\n"
    )
    assert shown("github", {"a.md": "perhaps!\n"}).startswith("::warning file=a.md")
    assert "\n::notice " in shown("github", {"a.md": "perhaps!\n"})


def test_github_gets_no_columns_across_lines(config):
    report = _report(config, "a.md", "foo\n")
    one = replace(report.diagnostics[0], end=report.diagnostics[0].end._replace(line=2))
    view = View(report=replace(report, diagnostics=(one,)), registry=config.registry)
    assert "::error file=a.md,line=1,endLine=2,title=swap::" in render("github", view)


def test_sarif_tells_all(shown, registry):
    log = json.loads(shown("sarif", PAGE, errors=(("x.md", "gone"), ("", "crash"))))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["maybe", "quiet", "swap"]
    assert run["tool"]["driver"]["rules"][1]["defaultConfiguration"]["level"] == "note"
    swap, maybe, quiet = run["results"]
    assert (swap["level"], maybe["level"], quiet["level"]) == ("error", "warning", "note")
    assert run["tool"]["driver"]["rules"][swap["ruleIndex"]]["id"] == "swap"
    place = swap["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b.md", "uriBaseId": "ROOT"}
    assert place["region"] == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6}
    (change,) = swap["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": place["region"], "insertedContent": {"text": "bar"}}
    ]
    assert "fixes" not in quiet
    assert list(swap["partialFingerprints"]) == ["contentlint/v1"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert told == ["x.md: gone", "crash"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("caf\udce9é.md", {"uri": "caf%E9%C3%A9.md", "uriBaseId": "ROOT"}),
        ("../a.md", {"uri": "../a.md"}),
        ("/tmp/a#b.md", {"uri": "/tmp/a%23b.md"}),
        ("a\\b.md", {"uri": "a/b.md", "uriBaseId": "ROOT"}),
    ],
)
def test_sarif_names_files_by_uris(config, path, location):
    view = View(report=_report(config, path, "foo\n"), registry=config.registry)
    (result,) = json.loads(render("sarif", view))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location
    assert "fixes" not in result


def test_sarif_leaves_out_the_least_severe_and_says_so(shown, monkeypatch):
    monkeypatch.setattr(sarif, "MOST", 2)
    (run,) = json.loads(shown("sarif", {"a.md": "! perhaps foo foo\n"}))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "error"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "2 findings beyond the 2 most severe were left out."
    assert run["invocations"][0]["executionSuccessful"] is True


def test_sarif_names_a_rule_that_is_not_registered(config):
    report = _report(config, "a.md", "foo\n")
    log = json.loads(render("sarif", View(report=report, registry={})))
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "swap"}]


def test_the_severity_of_a_finding_and_not_of_its_rule_is_told(config):
    report = _report(config, "a.md", "foo\n")
    lowered = replace(report.diagnostics[0], severity=Severity.INFO)
    view = View(report=replace(report, diagnostics=(lowered,)), registry=config.registry)
    assert json.loads(render("sarif", view))["runs"][0]["results"][0]["level"] == "note"
