import pytest

BROKEN = "L’été, déjà.\n".encode().decode("mac_roman")


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.txt"
    page.write_text(f"# Titre\n\n{BROKEN}", encoding="utf-8")
    return page


def test_it_shows_each_line_before_and_after_and_writes_nothing(run, page):
    found = run("repair", "page.txt")
    assert found.code == 1
    assert found.out.startswith("page.txt:3:1: certain: The whole file was UTF-8 read as Mac Roman")
    assert f"     3 - {BROKEN}       + L’été, déjà.\n" in found.out
    assert BROKEN in page.read_text("utf-8")


def test_it_writes_what_is_certain(run, page):
    found = run("repair", "page.txt", "--fix")
    assert (found.code, page.read_text("utf-8")) == (0, "# Titre\n\nL’été, déjà.\n")
    assert found.out.endswith("1 of 1 files were repaired.\n")
    assert run("repair", "page.txt").out == "page.txt: nothing to repair\n"


def test_what_is_likely_is_written_on_demand(run, page):
    page.write_text("Elle répète : â€œouiâ€\ufffd, déjà.\n", encoding="utf-8")
    assert run("repair", "page.txt", "--fix").code == 1
    assert "â€œ" in page.read_text("utf-8")
    assert ": likely: " in run("repair", "page.txt").out
    assert run("repair", "page.txt", "--fix", "--unsafe-fixes").code == 0
    assert page.read_text("utf-8") == "Elle répète : “oui”, déjà.\n"


def test_a_file_in_another_encoding_is_shown_as_it_would_read(run, page):
    page.write_bytes("Où étiez-vous l’été dernier, à la crémerie ?\n".encode("cp1252"))
    found = run("repair", "page.txt")
    assert found.code == 1
    assert "+ Où étiez-vous l’été dernier" in found.out
    assert run("repair", "page.txt", "--fix", "--unsafe-fixes").code == 0
    assert "Où étiez-vous" in page.read_text("utf-8")


def test_what_cannot_be_read_or_written_is_told(run, page):
    found = run("repair", "nowhere.md", "page.txt")
    assert found.code == 2
    assert "nowhere.md: " in found.err
    assert "page.txt:3:1: certain" in found.out
    found = run("repair", "nowhere.md", "--fix")
    assert found.code == 2
    assert "0 of 1 files" in found.out


def test_content_steers_no_terminal(run, page):
    page.write_text("\x1b[31mL’été".encode().decode("mac_roman"), encoding="utf-8")
    out = run("repair", "page.txt").out
    assert "\x1b" not in out
    assert "\\x1b[31m" in out
