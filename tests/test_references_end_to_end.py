"""References of all kinds, from the page to the finding, with the registers on loopback.

Everything runs as people run it: the command asks the registers, writes the lock, and a check reads
it without asking anybody.
"""

import importlib.util
import io
import json
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from contentlint import cli

TESTS = Path(__file__).parent


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"served_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


REGISTERS = _module(TESTS / "web" / "registers.py")
NAMES = ("crossref", "datacite", "doi", "wayback")
LANDING = "<title>A journal</title><main>" + "<p>What the mills grind, year by year.</p>" * 30
MILL = (
    "10.5555/mill.1",
    "The mill and its river in dry years",
    ["Nora Weiss", "Karl Müller"],
    2019,
)
RYE = ("10.5555/rye(2021)7", "How rye is sown where nothing else grows", ["Ada Kern"], 2021)
ARXIV = ("10.48550/arxiv.2101.00001", "Wheels that turn by themselves", ["Tom Ray"], 2021)
FIXED = datetime.now(UTC).year
DAYS = ("20150101", "20190701", "20231224")
UPDATED = {"date-parts": [[2022, 3, 1]]}
Told = list[tuple[str, str, str]]


def _named(host: str, port: object, *_: object, **__: object) -> list[object]:
    """Look up a name where there is no net: what nobody serves here is on a port that is closed.

    That of doi.org is public, since archives are told of nothing else. It is not asked: its
    register on loopback is.
    """
    ip = "8.8.8.8" if host == "doi.org" else "127.0.0.1"
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port or 0))]


class Desk:
    """A folder with pages, and the command in it."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capfd = folder, capfd
        self.options: list[str] = []
        self.code: object = 0

    def write(self, text: str, name: str = "page.md") -> None:
        (self.folder / name).write_text(text, "utf-8")

    def run(self, *words: str) -> str:
        sys.argv = ["contentlint", *words]
        self.capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = self.capfd.readouterr()
        self.code = end.value.code or 0
        assert self.code in (0, 1), out + err
        return out

    def update(self, *words: str) -> None:
        self.run("cite", "update", "--allow", "127.0.0.1", *self.options, *words)

    def check(self, name: str = "page.md") -> Told:
        """Return the findings on a page: rule, severity, and what stands there."""
        found = json.loads(self.run("check", "--format", "json", name))["diagnostics"]
        text = (self.folder / name).read_text("utf-8")
        mine = [one for one in found if one["rule"] in _RULES]
        return [
            (one["rule"], one["severity"], text[one["offset"] : one["end_offset"]]) for one in mine
        ]

    def messages(self) -> list[str]:
        found = json.loads(self.run("check", "--format", "json", "page.md"))["diagnostics"]
        return [one["message"] for one in found if one["rule"] in _RULES]

    def told(self, text: str) -> Told:
        """Return what is found on a page, once its sources were asked."""
        self.write(text)
        self.update()
        return self.check()

    @property
    def lock(self) -> dict[str, dict[str, object]]:
        text = (self.folder / "contentlint.lock").read_text("utf-8")
        found: dict[str, dict[str, object]] = json.loads(text)["sources"]
        return found


_RULES = (
    "reference-mismatch",
    "unregistered-doi",
    "noticed-source",
    "dead-link",
    "title-drift",
    "year-mismatch",
    "author-mismatch",
)


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "getaddrinfo", _named)
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Desk(tmp_path, capfd)


@contextmanager
def registers(desk: Desk, works: list[object], **more: object) -> Iterator[list[str]]:
    """Serve registers with some works; give what they are asked, as it comes."""
    known = REGISTERS.Registers(works, limits={}, landing=LANDING, **more)
    with known.serve() as endpoints:
        desk.options = [
            word for name in NAMES for word in ("--endpoint", f"{name}={getattr(endpoints, name)}")
        ]
        yield known.asked


@pytest.fixture
def held(desk: Desk) -> Iterator[list[str]]:
    """Registers with three works."""
    works = [REGISTERS.crossref(*MILL), REGISTERS.crossref(*RYE), REGISTERS.datacite(*ARXIV)]
    with registers(desk, works) as asked:
        yield asked


def sources(*entries: str) -> str:
    return "It turns.\n\n## Sources\n\n" + "".join(f"- {one}\n" for one in entries)


GOOD = "Weiss, N., & Müller, K. (2019). The mill and its river in dry years. *Mills*, 3(2), 4–9."


@pytest.mark.parametrize(
    "entry",
    [
        GOOD + " https://doi.org/10.5555/mill.1",
        GOOD + " <http://dx.doi.org/10.5555/MILL.1>",
        GOOD + " doi:10.5555/mill.1",
        GOOD + " DOI 10.5555/mill.1.",
        "Weiss N, Müller K. The mill and\n  its river in dry years. 2019;3. doi:10.5555/mill.1",
        "N. Weiss et al., “The mill and its river in dry yaers,” 2020, doi: 10.5555/mill.1.",
        "[The mill and its river in dry years](https://doi.org/10.5555/mill.1), Weiss et al., 2019",
        "Weiss (2018): <https://doi.org/10.5555/mill.1>",
        "Kern, A. (2021). How rye is sown where nothing else grows. https://doi.org/10.5555/rye(2021)7",
        "Ray, T. (2021). Wheels that turn by themselves. https://arxiv.org/abs/2101.00001v3",
        "Ray, T. (2023). Wheels that turn by themselves. *J. Wheels*, 3. arXiv:2101.00001",
    ],
)
def test_a_reference_that_fits_its_record(desk: Desk, held: list[str], entry: str) -> None:
    assert desk.told(sources(entry)) == []
    assert any("/works/" in one or "/dois/" in one for one in held)
    (one,) = desk.lock.values()
    assert list(one["claims"].values()) == [[]]  # type: ignore[attr-defined]


def spoilt(*pairs: tuple[str, str]) -> str:
    entry = GOOD + " https://doi.org/10.5555/mill.1"
    for old, new in pairs:
        assert old in entry
        entry = entry.replace(old, new)
    return sources(entry)


OTHERS = ("Weiss, N., & Müller, K.", "Rossi, G., & Okafor, N.")
OTHER_TITLE = ("The mill and its river in dry years", "On the shoeing of oxen")


@pytest.mark.parametrize(
    ("text", "severity", "place"),
    [
        (spoilt(("2019", "2012")), "warning", "2012"),
        (spoilt(OTHER_TITLE, OTHERS), "error", ""),
        (spoilt(OTHERS), "warning", ""),
        (
            spoilt(("river in dry", "bridge in wet")),
            "warning",
            "its bridge in wet",
        ),
        (spoilt(("Weiss, N., & Müller, K.", "Weiss, N., Müller, K., & Okafor, N.")), "info", ""),
        (spoilt(("*Mills*", "*Journal of Bakeries*")), "info", "Journal of Bakeries"),
    ],
)
def test_a_reference_that_does_not(desk: Desk, text: str, severity: str, place: str) -> None:
    work = REGISTERS.crossref(*MILL, venue="Mills")
    with registers(desk, [work]):
        ((rule, level, found),) = desk.told(text)
    assert (rule, level) == ("reference-mismatch", severity)
    assert place in found


def test_what_is_told_names_both_sides(desk: Desk, held: list[str]) -> None:
    desk.told(spoilt(OTHER_TITLE, OTHERS))
    (message,) = desk.messages()
    assert message == (
        "10.5555/mill.1 is another work, “The mill and its river in dry years” by Nora Weiss; Karl "
        "Müller (2019); here stands “On the shoeing of oxen” by G. Rossi; N. Okafor (2019): look "
        "up which of the two is meant"
    )
    desk.told(spoilt(("2019", "2012")))
    (message,) = desk.messages()
    assert message == (
        "The record of 10.5555/mill.1 has the year “2019”, and here stands “2012”: look up which "
        "is right"
    )
    assert held


@pytest.mark.parametrize(
    "link",
    [
        "https://link.mills.example/article/10.5555/mill.1",
        "https://mills.example/doi/full/10.5555/mill.1?journal=a",
        "https://mills.example/doi/pdf/10.5555/mill.1.pdf#page=2",
        "https://mills.example/article?id=10.5555%2Fmill.1&type=printable",
    ],
)
def test_a_publishers_address_holds_the_doi(desk: Desk, held: list[str], link: str) -> None:
    desk.options += ["--allow", "mills.example"]
    text = spoilt(("2019", "2012")).replace("https://doi.org/10.5555/mill.1", f"<{link}>")
    found = [one for one in desk.told(text) if one[0] != "dead-link"]
    assert found == [("reference-mismatch", "warning", "2012")]
    assert "/crossref/works/10.5555/mill.1" in held


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("Weiss, N. (2019). The mill. https://doi.org/10.5555/none", ("error", "https://doi.org/10.5555/none")),
        ("Weiss, N. (2019). The mill. doi:10.5555/none.", ("error", "10.5555/none")),
        (f"Weiss, N. ({FIXED}). The mill. doi:10.5555/none", ("warning", "10.5555/none")),
    ],
)  # fmt: skip
def test_a_doi_that_nobody_has(
    desk: Desk, held: list[str], entry: str, found: tuple[str, str]
) -> None:
    assert desk.told(sources(entry)) == [("unregistered-doi", *found)]
    (message,) = desk.messages()
    assert message.startswith("No register knows 10.5555/none. ")
    assert ("too new" in message) == (found[0] == "warning")
    assert any("/api/handles/" in one for one in held)


def test_only_doi_org_says_that_there_is_none(desk: Desk, held: list[str]) -> None:
    other = "Weiss (2019): <https://mills.example/doi/10.5555/none>"
    arxiv = "Ray, T. (2021). Wheels that turn. https://doi.org/10.48550/arXiv.2101.00001v2"
    found = desk.told(sources(other, arxiv))
    assert "unregistered-doi" not in {rule for rule, *_ in found}
    assert held


def test_a_register_that_does_not_answer_is_no_knowledge(desk: Desk) -> None:
    known = REGISTERS.crossref(*MILL)
    down = REGISTERS.Holding(known.doi, known.record, trouble="torn")
    text = spoilt(("2019", "2012"))
    with registers(desk, [known]):
        assert len(desk.told(text)) == 1
    with registers(desk, [down]):
        desk.update("--all")
        assert desk.check() == [("reference-mismatch", "warning", "2012")]
        desk.write(text.replace("2012", "2011"))
        desk.update("--all")
        assert desk.check() == []
    with registers(desk, [known]):
        desk.update()
        assert desk.check() == [("reference-mismatch", "warning", "2011")]


BIB = """@article{{weiss, author = {{Wei{{\\ss}}, Nora and M{{\\"u}}ller, Karl}}, year = {year},
  title = {{The {{Mill}} and its river: in dry years}},
  doi = {{10.5555/mill.1}}, journal = {{Mills}}}}
"""


def test_a_work_that_is_cited_by_its_key(desk: Desk, held: list[str]) -> None:
    desk.write(BIB.format(year=2019), "refs.bib")
    page = "---\nbibliography: refs.bib\n---\nIt turns [@weiss], and turns [see @weiss, p. 3].\n"
    assert desk.told(page) == []
    desk.write(BIB.format(year=2011), "refs.bib")
    assert desk.check() == []
    desk.update()
    assert desk.check() == [("reference-mismatch", "warning", "[@weiss]")]
    assert held
    desk.write(BIB.format(year=2011).replace("mill.1", "none"), "refs.bib")
    desk.update()
    assert desk.check() == [("unregistered-doi", "error", "[@weiss]")]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("retraction", [("noticed-source", "error", "https://doi.org/10.5555/mill.1")]),
        ("withdrawal", [("noticed-source", "error", "https://doi.org/10.5555/mill.1")]),
        (
            "expression_of_concern",
            [("noticed-source", "warning", "https://doi.org/10.5555/mill.1")],
        ),
        ("correction", [("noticed-source", "info", "https://doi.org/10.5555/mill.1")]),
        ("new_edition", []),
    ],
)
def test_what_became_of_a_work(desk: Desk, kind: str, found: Told) -> None:
    update = {"type": kind, "DOI": "10.5555/notice", "updated": UPDATED, "source": "publisher"}
    work = REGISTERS.crossref(*MILL, **{"updated-by": [update]})
    with registers(desk, [work]):
        assert desk.told("It turns ([Weiss](https://doi.org/10.5555/mill.1)).\n") == found
        assert desk.told(sources(GOOD + " doi:10.5555/mill.1")) == [
            (*one[:2], "10.5555/mill.1") for one in found
        ]


def test_a_retraction_since_the_last_look_is_told(desk: Desk) -> None:
    known = REGISTERS.crossref(*MILL)
    update = {"type": "retraction", "DOI": "10.5555/notice", "updated": UPDATED}
    with registers(desk, [known]):
        assert desk.told(sources(GOOD + " doi:10.5555/mill.1")) == []
        same = desk.run("cite", "verify", "--allow", "127.0.0.1", *desk.options)
    with registers(desk, [REGISTERS.crossref(*MILL, **{"updated-by": [update]})]):
        changed = desk.run("cite", "verify", "--allow", "127.0.0.1", *desk.options)
    assert "retracted" not in same
    assert "The work was retracted on 2022-03-01." in changed
    assert desk.code == 1


def test_a_preprint_that_was_published_since(desk: Desk) -> None:
    later = {
        "is-preprint-of": [{"id-type": "doi", "id": "10.5555/mill.2", "asserted-by": "subject"}]
    }
    work = REGISTERS.crossref(*MILL, type="posted-content", relation=later)
    with registers(desk, [work]):
        place = "https://doi.org/10.5555/mill.1"
        assert desk.told(sources(f"{GOOD} {place}")) == [("noticed-source", "info", place)]
        assert "The preprint has appeared as 10.5555/mill.2" in desk.messages()[0]


@pytest.mark.parametrize(
    ("date", "copy"),
    [("2019-06-30", "20190701"), ("2024-01-02T10:00:00Z", "20231224"), ("", "20231224")],
)
def test_a_dead_source_is_replaced_by_the_copy_of_the_pages_day(
    desk: Desk, date: str, copy: str
) -> None:
    url, times = (
        "https://doi.org/10.5555/gone",
        ["20150101000000", "20190701000000", "20231224000000"],
    )
    head = f"---\ntitle: Mills\ndate: {date}\n---\n" if date else "# Mills\n\n"
    with registers(desk, [], snapshots={url: times}) as asked:
        desk.write(f"{head}It turns ([the survey]({url})).\n")
        desk.update()
        assert desk.lock[url]["archive"] == f"https://web.archive.org/web/{copy}000000/{url}"
    assert sum("/wayback/" in one for one in asked) == 1


def test_prose_is_no_reference(desk: Desk, held: list[str]) -> None:
    text = "In 2009, [the deaths of 2012](https://doi.org/10.5555/mill.1) were counted.\n"
    assert desk.told(text) == []
    text = "As [Rossi and Okafor (2012)](https://doi.org/10.5555/mill.1) say.\n"
    assert desk.told(text) == [("reference-mismatch", "warning", "2012")]
    text = f"## Read on\n\n{GOOD.replace('2019', '2012')} https://doi.org/10.5555/mill.1\n"
    assert desk.told(text) == [("reference-mismatch", "warning", "2012")]
    text = text.replace("(2012).", "(2012) tell of the mill, and")
    assert desk.told(text) == []
    assert held


def test_an_entry_with_two_works_is_left_alone(desk: Desk, held: list[str]) -> None:
    both = GOOD.replace("2019", "2012") + " doi:10.5555/mill.1, as in doi:10.5555/rye(2021)7"
    assert desk.told(sources(both)) == []
    assert len(desk.lock) == 2
    assert held
