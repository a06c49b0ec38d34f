import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

BAD = "See [cite_start]this.\n"
GOOD = "See this.\n"


def test_clean_findings_and_faults_have_their_exit_codes(run, site):
    site("good.md", GOOD)
    assert run("check", "good.md").code == 0
    site("bad.md", BAD)
    assert run("check", "bad.md").code == 1
    assert run("check", "bad.md", "--fail-on", "never").code == 0
    broken = run("check", "gone.md", "bad.md")
    assert broken.code == 2
    assert broken.err == "contentlint: gone.md: no such file or directory\n"
    assert "bad.md" in broken.out


def test_fail_on_takes_the_severity(run, site):
    site("bad.md", BAD)
    site("contentlint.yaml", "rules: {citation-marker: warning}\n")
    assert run("check", "--fail-on", "error").code == 0
    assert run("check", "--fail-on", "warning").code == 1
    site("contentlint.yaml", "rules: {citation-marker: info}\nfail-on: info\n")
    assert run("check").code == 1
    assert run("check", "--fail-on", "warning").code == 0


def test_the_working_directory_or_the_configured_paths_are_checked(
    run, site, tmp_path, monkeypatch
):
    site("content/bad.md", BAD)
    site("other/bad.md", BAD)
    assert "2 of 2 files" in run("check").out
    site("contentlint.yaml", "paths: [content]\n")
    assert run("check", "-f", "concise").out.startswith("content/bad.md:1:5: error citation-marker")
    monkeypatch.chdir(tmp_path / "other")
    assert run("check", "-f", "concise").out.startswith("../content/bad.md:1:5:")


def test_nothing_to_check_is_no_success(run, site):
    site("content/x.txt")
    found = run("check", "content")
    assert (found.code, found.out) == (2, "")
    assert found.err == ("contentlint: no Markdown file under content/. Nothing was checked.\n")
    site("content/a.md")
    site("content/b.md")
    site(".gitignore", "*.md\n")
    assert "under content/ (excluded: 2 by .gitignore). Nothing" in run("check", "content/").err
    assert "no Markdown file here (excluded: 2 by" in run("check").err
    assert run("check", "gone").err == (
        "contentlint: gone: no such file or directory\ncontentlint: Nothing was checked.\n"
    )
    both = run("check", "gone", "content")
    assert (both.code, both.err.count("\n")) == (2, 2)


def test_named_files_that_are_all_excluded_are_no_fault(run, site):
    site("a.md", BAD)
    site("contentlint.yaml", "exclude: [a.md]\n")
    found = run("check", "a.md")
    assert (found.code, found.out) == (0, "")
    assert "no Markdown file under a.md (excluded: 1 by “exclude”). Nothing" in found.err
    assert run("check").code == 2
    assert run("check", "a.md", "gone.md").code == 2


def test_absolute_paths_are_told_from_here(run, site, tmp_path):
    site("content/a.md", BAD)
    for path in (tmp_path, tmp_path / "content", tmp_path / "content" / "a.md"):
        assert run("check", "-f", "concise", path).out.startswith("content/a.md:1:5:")


def test_an_unreadable_file_is_told_and_the_others_are_checked(run, site):
    site("a.md", b"caf\xe9\n")
    site("b.md", BAD)
    os.mkfifo("c.md")
    Path("d.md").symlink_to("nowhere")
    found = run("check", "--format", "json")
    assert found.code == 2
    report = json.loads(found.out)
    found_in = [(one["path"], one["rule"]) for one in report["diagnostics"]]
    assert found_in == [("a.md", "invalid-encoding"), ("b.md", "citation-marker")]
    assert [one["path"] for one in report["errors"]] == ["a.md", "c.md", "d.md"]
    assert "byte 0xE9 at offset 3, line 1" in report["errors"][0]["message"]
    assert "contentlint: a.md: not UTF-8: byte 0xE9" in found.err
    assert run("check", "--fix").code == 2
    assert Path("a.md").read_bytes() == b"caf\xe9\n"
    assert Path("b.md").read_text() == GOOD


def test_fix_repairs_and_says_so(run, site):
    site("a.md", BAD)
    site("b.md", "\ufeff" + BAD.replace("\n", "\r\n"))
    found = run("check", "--fix", "--show-fixes")
    assert found.code == 0
    assert found.out.startswith("a.md\n  1:5       repaired  citation-marker  Remove the marker\n")
    assert found.out.endswith("s\n")
    assert "Repaired 3 places in 2 files.\n2 files, no problems left" in found.out
    assert Path("b.md").read_bytes() == b"See this.\r\n"
    assert run("check").code == 0


def test_what_only_the_encoding_changes_is_told(run, site):
    Path("a.md").write_bytes("café\n".encode("utf-16"))
    found = run("check", "--diff", "--select", "invalid-encoding")
    assert (found.code, found.out) == (
        1,
        "a.md: the same text, stored as UTF-8 without a byte order mark\n",
    )
    assert run("check", "--fix", "--select", "invalid-encoding").code == 0
    assert Path("a.md").read_bytes() == "café\n".encode()


def test_a_page_in_another_encoding_is_repaired_when_asked(run, site):
    Path("a.md").write_bytes("Été [cite_start]à Orléans\n".encode("cp1252"))
    assert run("check", "--fix").code == 2
    assert run("check", "--fix", "--unsafe-fixes").code == 0
    assert Path("a.md").read_text() == "Été à Orléans\n"


def test_no_page_in_another_encoding_passes(run, site):
    Path("a.md").write_bytes(b"caf\xe9\n")
    for words in (
        ["--fail-on", "never"],
        ["--ignore", "invalid-encoding"],
        ["--select", "residue"],
    ):
        assert run("check", *words).code == 2


def test_diff_shows_and_writes_nothing(run, site):
    site("a.md", "a\tb\n::x\n" + BAD)
    site("b.md", GOOD)
    found = run("check", "--diff")
    assert found.code == 1
    assert found.out == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n a\tb\n \\x3a:x\n-See [cite_start]this.\n"
        "+See this.\n \n"
    )
    assert found.err == "1 would be repaired in 1 of 2 files.\n"
    assert Path("a.md").read_text().endswith(BAD)
    assert run("check", "--diff", "b.md", "-q").code == 0
    assert run("check", "--diff", "--fix", "a.md").code == 1
    assert Path("a.md").read_text().endswith(BAD)
    site("c.md", b"\xff")
    assert run("check", "--diff").code == 2


def test_a_diff_keeps_line_breaks(run, site):
    site("a.md", BAD.replace("\n", "\r\n"))
    assert b"-See [cite_start]this.\r\n+See this.\r\n" in run("check", "--diff").out.encode()


def test_selecting_and_ignoring(run, site):
    site("a.md", BAD)
    assert run("check", "--ignore", "residue").code == 0
    assert run("check", "--select", "mojibake,malformed-link").code == 0
    assert run("check", "--select", "residue", "--select", "encoding").code == 1
    wrong = run("check", "--select", "citation-marke")
    assert wrong.code == 2
    assert wrong.err == (
        "contentlint: there is no rule or family named “citation-marke”. "
        "Did you mean “citation-marker”? `contentlint rules` lists them all.\n"
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["-", "a.md"], "- stands for standard input"),
        (["--stdin-filename", "x.md"], "needs the path -"),
        (["--unsafe-fixes"], "add --fix to do it"),
        (["--config", "x", "--no-config"], "contradict each other"),
        (["--config", "gone.yaml"], "gone.yaml: no such file"),
    ],
)
def test_contradictions_are_refused(run, site, words, problem):
    site("a.md", BAD)
    found = run("check", *words)
    assert found.code == 2
    assert problem in found.err


def test_settings_can_be_named_or_left_out(run, site):
    site("a.md", BAD)
    site("contentlint.yaml", "rules: {residue: off}\n")
    site("other.yaml", "rules: {residue: on}\n")
    assert run("check").code == 0
    assert run("check", "--no-config").code == 1
    assert run("check", "--config", "other.yaml").code == 1
    site("contentlint.yaml", "rules:\n  residu: off\n")
    wrong = run("check")
    assert wrong.code == 2
    assert wrong.err == (
        "contentlint: contentlint.yaml:2:3: there is no rule or family named “residu”. "
        "Did you mean “residue”?\n"
    )


def test_the_report_can_go_to_a_file(run, site, tmp_path):
    site("a.md", BAD)
    found = run("check", "-o", "report.json", "-f", "json")
    assert (found.code, found.out) == (1, "")
    assert json.loads(Path("report.json").read_text())["summary"]["errors"] == 1
    failed = run("check", "-o", tmp_path / "no" / "x")
    assert failed.code == 2
    assert "no such file or directory" in failed.err


def test_quiet_says_only_what_was_found(run, site):
    site("a.md", GOOD)
    assert run("check", "-q").out == ""
    site("a.md", BAD)
    assert "problem" not in run("check", "-q").out


def test_statistics_and_max_findings(run, site):
    site("a.md", BAD * 5)
    assert "5  citation-marker  5 can be repaired" in run("check", "--statistics").out
    assert "5 like this" in run("check").out
    assert run("check", "--max-findings", "0").out.count("│ See") == 5


def test_many_files_are_cached(run, site):
    for i in range(50):
        site(f"{i:02}.md", BAD if i % 10 == 0 else GOOD)
    first = run("check", "-f", "json")
    assert list(Path(os.environ["XDG_CACHE_HOME"]).rglob("*.sqlite"))
    second = run("check", "-f", "json")
    assert first.out == second.out == run("check", "-f", "json", "--no-cache").out
    assert json.loads(first.out)["summary"]["errors"] == 5
    site("03.md", BAD)
    assert json.loads(run("check", "-f", "json").out)["summary"]["errors"] == 6


def test_a_cache_that_cannot_be_is_done_without(run, site, monkeypatch):
    for i in range(50):
        site(f"{i:02}.md", GOOD)

    def failing(*_):
        raise OSError("no home")

    monkeypatch.setattr("contentlint.cache.Cache.__init__", failing)
    assert run("check").code == 0


def test_progress_is_only_for_a_terminal(run, site, monkeypatch):
    for i in range(50):
        site(f"{i:02}.md", GOOD)
    monkeypatch.setattr("contentlint.runner._TOLD_AFTER", 0.0)
    assert run("check", "--no-cache", "-j", "1").err == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True)
    found = run("check", "--no-cache", "-j", "1")
    assert "16 of 50 files" in found.err
    assert found.err.endswith("\r\x1b[K")
    assert run("check", "--no-cache", "-j", "1", "-q").err == ""


@pytest.mark.parametrize("words", [["-"], ["--stdin-filename", "x.md", "-"]])
def test_standard_input_is_checked(process, words):
    found = process("check", "-f", "concise", *words, data=BAD.encode())
    assert found.returncode == 1
    name = b"x.md" if len(words) > 1 else b"stdin.md"
    assert found.stdout.startswith(name + b":1:5: error citation-marker")


def test_standard_input_is_repaired_to_standard_output(process):
    data = b"\xef\xbb\xbf" + BAD.encode().replace(b"\n", b"\r\n")
    found = process("check", "--fix", "-", data=data)
    assert (found.returncode, found.stdout) == (0, b"See this.\r\n")
    assert b"Repaired 2 places" in found.stderr
    clean = process("check", "--fix", "-", data=b"ok\r\n")
    assert (clean.returncode, clean.stdout) == (0, b"ok\r\n")
    broken = process("check", "--fix", "-", data=b"caf\xe9\n")
    assert (broken.returncode, broken.stdout) == (2, b"caf\xe9\n")
    shown = process("check", "--diff", "-", data=BAD.encode())
    assert (shown.returncode, shown.stdout.count(b"\n")) == (1, 6)
    quoted = process("check", "-", data=b"caf\xe9\n")
    assert (quoted.returncode, quoted.stdout.count(b"invalid-encoding")) == (2, 2)


def test_a_closed_pipe_is_quiet(process, site):
    for i in range(300):
        site(f"{i:03}.md", BAD * 20)
    found = process(shell="check -f concise | head -1; echo ${PIPESTATUS[0]}")
    assert found.stderr == b""
    first, code = found.stdout.split(b"\n")[:2]
    assert first.startswith(b"000.md:1:5:")
    assert code == b"1"
    few = process(shell="check -f concise 000.md | true; echo ${PIPESTATUS[0]}")
    assert (few.stdout, few.stderr) == (b"1\n", b"")


def test_a_full_disk_is_told(process, site):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    site("a.md", BAD)
    found = process(shell="check > /dev/full")
    assert found.returncode == 2
    assert found.stderr.startswith(b"contentlint: the report could not be written: no space left")
    assert found.stderr.count(b"\n") == 1


def _slow(site):
    site("contentlint.yaml", "")
    for i in range(600):
        site(f"{i:03}.md", BAD * 2000)


def _spent(group):
    """Return the hundredths of a second that the processes of a group have worked."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                yield int(fields[11]) + int(fields[12])


def _at_work(process):
    """Wait until it must have started: a second of its own time, however busy the machine is."""
    if not Path("/proc/self/stat").exists():
        time.sleep(3)
        return
    while process.poll() is None and sum(_spent(process.pid)) < 100:
        time.sleep(0.05)


@pytest.mark.parametrize("words", [["-j", "1"], ["-j", "2"], ["-j", "1", "--fix"]])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_quietly_and_leaves_nothing_behind(site, tmp_path, words, number, code):
    _slow(site)
    whole = {BAD * 2000, GOOD * 2000}
    process = subprocess.Popen(
        [sys.executable, "-m", "contentlint", "check", "--no-cache", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    _at_work(process)
    os.killpg(process.pid, number)
    out, err = process.communicate(timeout=200)
    assert process.returncode in (code, -number)
    assert b"Traceback" not in err
    assert out == b""
    assert not [name for name in tmp_path.iterdir() if name.suffix == ".tmp"]
    assert {path.read_text() for path in tmp_path.glob("*.md")} <= whole


def test_hostile_names_and_content_reach_no_terminal(process, site):
    site("::error::\x1b[2J\u202e.md", "\x1b[31m ##[error] [cite_start]\u202e x\n::error::y\n")
    for name in ("text", "concise", "github", "json", "sarif"):
        found = process("check", "--format", name)
        assert found.returncode == 1
        out = found.stdout.decode()
        assert not set(out) & {"\x1b", "\u202e"}
        if name in ("text", "concise"):
            assert "##[" not in out
            assert not [line for line in out.split("\n") if line.lstrip().startswith("::")]


def test_strange_pages_end_well(process, site):
    site("nul.md", b"a\0b [cite_start]c\n")
    site("long.md", b"x" * 10_000_000)
    site("cr.md", b"a\rb\r")
    site("empty.md", b"")
    site("wide.md", "\ufeffé [cite_start]x\n".encode("utf-16"))
    site("nested.md", b"[" * 5000 + b"\n" + b"> " * 5000)
    found = process("check", "-f", "json")
    assert found.returncode == 1, found.stderr
    report = json.loads(found.stdout)
    assert {"nul.md", "wide.md"} <= {one["path"] for one in report["diagnostics"]}
    assert report["errors"] == []


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colour_is_asked_for_or_forbidden(process, site, environment, coloured):
    site("a.md", BAD)
    assert (b"\x1b[" in process("check", **environment).stdout) is coloured


def test_an_encoding_without_the_signs_gets_ascii(process, site):
    site("a.md", "é " + BAD)
    out = process("check", PYTHONIOENCODING="ascii").stdout
    assert b"          | \\xe9 See [cite_start]this.\n" in out


def test_a_terminal_gets_colour_and_its_width(site):
    import pty

    site("a.md", BAD)
    ours, theirs = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("COLUMNS", None)
    command = [sys.executable, "-m", "contentlint", "check"]
    subprocess.run(command, stdout=theirs, stderr=theirs, env=environment, check=False, timeout=200)
    os.close(theirs)
    out = b""
    while not out.endswith(b"tells more.\r\n"):
        out += os.read(ours, 65536)
    os.close(ours)
    assert b"\x1b[1;31m" in out
    quoted = [line for line in out.decode().split("\r\n") if "│" in line]
    assert quoted
    import re

    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in quoted) <= 50


def test_start_up_loads_nothing_that_takes_time(site):
    site("a.md", BAD)
    code = (
        "import sys; sys.argv = ['contentlint', 'check', '-q', 'a.md']\n"
        "from contentlint.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'typer', 'rich', 'asyncio', 'httpx', 'jsonschema', 'sqlite3'}\n"
        "heavy |= {'multiprocessing', 'importlib.metadata', 'pathspec', 'tomllib'}\n"
        "heavy |= {'platformdirs', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert found.stderr == b"[]\n"


def test_the_version_loads_next_to_nothing():
    code = (
        "import sys; sys.argv = ['contentlint', '--version']\n"
        "from contentlint.cli import main; main()\n"
        "print(sorted({'typer', 'yaml', 'pyromark', 'contentlint.engine'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.startswith(b"contentlint ")
    assert found.stdout.endswith(b"\n[]\n")


def test_a_heading_that_another_page_links_to_is_left_alone(run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    heading = "# Old [cite: 1]\n"
    Path("a.md").write_text(heading)
    Path("b.md").write_text("[a](a.md#old-cite-1)\n")
    Path("c.md").write_text("# New [cite: 1]\n")
    result = run("check", "--fix", "--no-cache", ".")
    assert result.code == 1
    assert Path("a.md").read_text() == heading
    assert Path("c.md").read_text() == "# New\n"
    assert "links lead to this heading" in result.out
