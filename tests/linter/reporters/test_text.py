from dataclasses import replace

import pytest

from contentlint.report import Report
from contentlint.reporters.text import render

PAGE = {"a.md": "# A\n\nSee foo, perhaps.\n"}


def test_a_report_says_what_and_how_and_what_to_do(shown):
    assert (
        shown("text", PAGE, width=60, again="'my dir'")
        == """\
a.md  (quoted as it reads once its encoding is repaired)
  3:5     error    swap   “foo” stands here
          │ See foo, perhaps.
          │     ‾‾‾
          │ becomes See bar, perhaps.               safe fix
  3:10    warning  maybe  Say it
          │ See bar, perhaps.
          │          ‾‾‾‾‾‾‾                      unsafe fix

2 problems in 1 of 1 file (1 error, 1 warning) in 0.2 s.
1 can be repaired now:  contentlint check --fix 'my dir'     (look first:  --diff)
1 more can likely be repaired:  --fix --unsafe-fixes     (look first:  --diff)
contentlint explain swap  tells more.
"""
    )


def test_without_unicode_it_is_drawn_in_ascii(shown):
    out = shown("text", {"a.md": "é foo …\n"}, unicode=False, width=60)
    assert out.startswith("""\
a.md
  1:3     error    swap  "foo" stands here
          | \\xe9 foo .
          |      ^^^
          | becomes \\xe9 bar .                      safe fix
""")
    assert out.isascii()


def test_nothing_wrong_is_one_line_or_none(shown):
    assert shown("text", {"a.md": "", "b.md": ""}) == "2 files, no problems, 0.2 s\n"
    assert shown("text", {"a.md": ""}, quiet=True) == ""
    assert "1 file not checked" in shown("text", {"a.md": ""}, errors=(("b.md", "gone"),))


def test_equal_findings_are_one(shown):
    page = {"a.md": "foo\n" * 5 + "perhaps\n"}
    out = shown("text", page)
    assert out.count("“foo” stands here") == 1
    assert "“foo” stands here (5 like this: also at 2:1, 3:1 and 2 more)\n" in out
    assert "6 problems in 1 of 1 file (5 errors, 1 warning)" in out
    assert shown("text", page, max_findings=0).count("“foo” stands here\n") == 5
    assert shown("text", page, max_findings=5).count("“foo” stands here\n") == 5
    assert "(4 like this: also at 2:1, 3:1 and 1 more)" in shown("text", {"a.md": "foo\n" * 4})


def test_three_are_shown_one_by_one(shown):
    assert shown("text", {"a.md": "foo\n" * 3}).count("“foo” stands here\n") == 3


def test_a_fold_of_three_has_no_more(shown):
    out = shown("text", {"a.md": "foo\n" * 3}, max_findings=2)
    assert "(3 like this: also at 2:1, 3:1)" in out


def test_findings_are_by_file(shown):
    both = shown("text", {"a.md": "foo\n", "b.md": "foo\n"}, quiet=True)
    assert both.index("a.md\n") < both.index("b.md\n")


def _view(shown, monkeypatch, **changes):
    """Render what shown() would, with the view changed."""
    import contentlint.reporters.text as module

    real = module.render
    monkeypatch.setattr(module, "render", lambda view: real(replace(view, **changes)))
    return shown


def test_a_page_that_shrank_or_is_gone_is_not_quoted(shown, monkeypatch):
    _view(shown, monkeypatch, text_of=lambda path: None)
    assert "│" not in shown("text", PAGE)
    monkeypatch.undo()
    _view(shown, monkeypatch, text_of=lambda path: "x")
    assert "│" not in shown("text", PAGE)


def test_a_fix_held_back_says_why(shown, config):
    from contentlint.runner import Run, Task

    report = Run(Task(config)).over_text(b"foo\n", "a.md")
    held = replace(report.diagnostics[0], note="it would change\na table")
    out = shown("text", {"a.md": "foo\n"}, report=replace(report, diagnostics=(held,)))
    assert "│ not repaired: it would change\\na table\n" in out
    assert "safe fix" not in out
    assert "can be repaired" not in out


def test_after_a_repair_it_says_what_was_done(shown, config):
    from contentlint import Applicability
    from contentlint.runner import Run, Task

    report = Run(Task(config, Applicability.SAFE)).over_text(b"foo perhaps\n", "a.md")
    report = replace(report, seconds=0.25)
    after = {"a.md": "bar perhaps\n"}
    out = shown("text", after, report=report, repaired=True, show_fixes=True, width=60)
    assert (
        out
        == """\
a.md
  1:1       repaired  swap  Swap it

a.md
  1:5     warning  maybe  Say it
          │ bar perhaps
          │     ‾‾‾‾‾‾‾                           unsafe fix

Repaired 1 place in 1 file.
1 problem left in 1 of 1 file (1 warning) in 0.2 s.
1 more can likely be repaired:  --fix --unsafe-fixes     (look first:  --diff)
contentlint explain maybe  tells more.
"""
    )
    clean = replace(report, diagnostics=())
    out = shown("text", after, report=clean, repaired=True)
    assert out == "Repaired 1 place in 1 file.\n1 file, no problems left, 0.2 s\n"


def test_statistics_count_by_rule(shown):
    out = shown("text", {"a.md": "foo foo perhaps\n"}, statistics=True, quiet=True)
    assert out == "2  swap   2 can be repaired\n1  maybe\n\n"
    assert shown("text", {"a.md": ""}, statistics=True, quiet=True) == ""


def test_colour_only_adds_colour(shown):
    import re

    plain, coloured = shown("text", PAGE), shown("text", PAGE, colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_hostile_names_and_content_steer_nothing(shown, config, name):
    from contentlint.runner import Run, Task

    path = "::error::\x1b[2Ja\u202e\udce9##[x.md"
    report = Run(Task(config)).over_text(b"\x1b[31m \xe2\x80\xae foo ##[error]\n::x\n", path)
    bad = replace(
        report.diagnostics[0].violation, message="\x1b[0m\n::error::forged\r##[error]\u2066"
    )
    report = replace(report, diagnostics=(replace(report.diagnostics[0], violation=bad),))
    text = "\x1b[31m \u202e foo ##[error]\n::x\n"
    from contentlint.reporters import View
    from contentlint.reporters import render as rendered

    view = View(report=report, registry=config.registry, text_of={path: text}.get)
    out = rendered(name, view)
    assert not set(out) & {"\x1b", "\r", "\u202e", "\u2066", "\udce9"}
    assert "##[" not in out
    commands = [line for line in out.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (1 if name == "github" else 0)


def test_an_empty_report_renders():
    from contentlint.reporters import View

    assert render(View(report=Report(), registry={})) == "0 files, no problems, 0.0 s\n"
