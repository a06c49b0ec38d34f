import os
import stat
import subprocess
import sys

import pytest

from contentlint import source
from contentlint.source import UnreadableError, UnwritableError, decode, read, write

UTF8, LE, BE = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        ("caf\u00e9\r\n".encode(), "caf\u00e9\r\n", "utf-8"),
        (UTF8 + b"a", "a", "utf-8"),
        (LE + "é\n".encode("utf-16-le"), "é\n", "utf-16-le"),
        (BE + "é\n".encode("utf-16-be"), "é\n", "utf-16-be"),
        (LE + b"\0\0" + "é".encode("utf-32-le"), "é", "utf-32-le"),
        (b"\0\0" + BE + "é".encode("utf-32-be"), "é", "utf-32-be"),
        (b"a\0b\n", "a\0b\n", "utf-8"),
        (b"\0", "\0", "utf-8"),
        (b"\xef\xbc\x81", "！", "utf-8"),
    ],
)
def test_text_comes_out_and_goes_back_as_the_same_bytes(tmp_path, data, text, encoding):
    path = tmp_path / "page.md"
    path.write_bytes(data)
    found = read(str(path))
    assert (found.text, found.encoding) == (text, encoding)
    write(found.origin, text)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"ok\ncaf\xe9\n\0", r"not UTF-8: byte 0xE9 at offset 6, line 2\."),
        (LE + b"a", "not UTF-16-LE: byte 0x61 at offset 2"),
        ("plain text".encode("utf-16-le") + b"a", "looks like UTF-16 without a byte order mark"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data, problem):
    with pytest.raises(UnreadableError, match=problem):
        decode(data, "page.md")


@pytest.mark.parametrize(
    ("data", "text", "problem"),
    [
        (b"ok\ncaf\xe9\n", "ok\ncaf\udce9\n", "not UTF-8: byte 0xE9 at offset 6, line 2."),
        (UTF8 + b"\xff", "\udcff", "0xFF at offset 3, line 1"),
        (b"\xed\xa0\x80", "\udced\udca0\udc80", "0xED at offset 0, line 1"),
        ("plain text".encode("utf-16-le"), "plain text", ""),
        ("plain text".encode("utf-16-be"), "plain text", ""),
    ],
)
def test_bytes_that_are_no_text_stand_in_it(data, text, problem):
    source = decode(data, "page.md")
    assert source.text == text
    assert problem in source.problem
    assert source.stored.whole is (not problem)


def test_what_cannot_be_read_says_why(tmp_path):
    link = tmp_path / "link.md"
    link.symlink_to("nowhere")
    os.mkfifo(tmp_path / "fifo.md")
    cases = {
        "gone.md": "no such file",
        "link.md": "a link to a file that does not exist",
        "fifo.md": "not a file but a pipe",
        ".": "not a file but a directory",
        "a\0b": "no file can have this name",
    }
    for name, problem in cases.items():
        with pytest.raises(UnreadableError, match=problem):
            read(f"{tmp_path}/{name}")
    with pytest.raises(UnreadableError, match="not a file but a device"):
        read("/dev/zero")


def test_a_file_over_the_bound_is_refused_and_one_at_it_is_not(tmp_path):
    path = tmp_path / "page.md"
    path.write_bytes(b"x" * 100)
    assert len(read(str(path), largest=100).text) == 100
    with pytest.raises(UnreadableError, match="over 99 bytes"):
        read(str(path), largest=99)


def test_a_file_whose_size_is_not_told_is_read_whole():
    assert "MemTotal" in read("/proc/meminfo").text
    with pytest.raises(UnreadableError, match="over 10 bytes"):
        read("/proc/meminfo", largest=10)


def _read(tmp_path, content=b"old\n"):
    path = tmp_path / "page.md"
    path.write_bytes(content)
    return path, read(str(path)).origin


def test_mode_and_attributes_stay_and_nothing_else_is_left(tmp_path):
    path, origin = _read(tmp_path)
    path.chmod(0o640)
    try:
        os.setxattr(path, "user.note", b"mine")
        attributes = True
    except OSError:
        attributes = False
    write(origin, "new\n")
    assert path.read_bytes() == b"new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert not attributes or os.getxattr(path, "user.note") == b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["page.md"]


def test_a_link_stays_a_link(tmp_path):
    path, _ = _read(tmp_path)
    link = tmp_path / "link.md"
    link.symlink_to("page.md")
    write(read(str(link)).origin, "new\n")
    assert link.is_symlink()
    assert path.read_bytes() == b"new\n"


def _refused(path, origin, problem):
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(UnwritableError, match=problem):
        write(origin, "new\n")
    assert (path.read_bytes() if path.exists() else None) == before
    assert not list(path.parent.glob("*.tmp"))


def test_hard_links_are_refused(tmp_path):
    path, origin = _read(tmp_path)
    (tmp_path / "twin.md").hardlink_to(path)
    _refused(path, origin, "2 hard links")


def test_read_only_files_are_refused_even_to_root(tmp_path):
    path, origin = _read(tmp_path)
    path.chmod(0o444)
    _refused(path, origin, "read-only")


def test_a_file_changed_meanwhile_is_left_alone(tmp_path):
    path, origin = _read(tmp_path)
    path.write_bytes(b"theirs\n")
    _refused(path, origin, "somebody else changed it")


def test_a_file_gone_meanwhile_stays_gone(tmp_path):
    path, origin = _read(tmp_path)
    path.unlink()
    _refused(path, origin, "no such file")


def test_a_file_gone_at_the_last_moment_stays_gone(tmp_path, monkeypatch):
    path, origin = _read(tmp_path)
    monkeypatch.setattr(source, "_fill", lambda *_: path.unlink())
    with pytest.raises(UnwritableError, match="not changed: no such file"):
        write(origin, "new\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_fault_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, fault, call):
    path, origin = _read(tmp_path)

    def broken(*_):
        raise fault

    monkeypatch.setattr(os, call, broken)
    with pytest.raises((UnwritableError, KeyboardInterrupt)):
        write(origin, "new\n")
    monkeypatch.undo()
    assert path.read_bytes() == b"old\n"
    assert [each.name for each in tmp_path.iterdir()] == ["page.md"]


def test_short_writes_are_completed(tmp_path, monkeypatch):
    path, origin = _read(tmp_path)
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:3]))
    write(origin, "a longer text\n")
    assert path.read_bytes() == b"a longer text\n"


def test_text_that_the_encoding_lacks_is_refused(tmp_path):
    path, origin = _read(tmp_path)
    with pytest.raises(UnwritableError, match="cannot be written as utf-8"):
        write(origin, "\ud800")
    assert path.read_bytes() == b"old\n"


def test_a_kill_while_writing_leaves_the_old_or_the_new(tmp_path):
    path = tmp_path / "page.md"
    path.write_bytes(b"old\n" * 200_000)
    code = (
        "import sys; from contentlint.source import read, write\n"
        "origin = read(sys.argv[1]).origin; print('ready', flush=True)\n"
        "write(origin, 'new\\n' * 200_000)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert path.read_bytes() in (b"old\n" * 200_000, b"new\n" * 200_000)
