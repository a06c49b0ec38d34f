"""Which bibliographies a page has read: its own, never the rest of the disk."""

import os
from pathlib import Path

import pytest

from contentlint.citations.bibliography import Bibliography, bibliography
from contentlint.document import Document
from contentlint.ground import Disk
from contentlint.sites import Sites

BOOK = "@book{weiss, title={The mill}, url={https://m.example/}}\n"


def cited(home: Path, named: str, page: str = "docs/a.md") -> Bibliography:
    """Return what a page of a checkout has read that names a bibliography."""
    ground = Disk(Sites(home=str(home)))
    document = Document(page, f"---\nbibliography: {named}\n---\nIt turns [@weiss].\n")
    return bibliography(document, ground.absolute(page), ground.files, ground.load)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "secret.bib").write_text(BOOK)
    (tmp_path / "checkout" / "docs").mkdir(parents=True)
    return tmp_path / "checkout"


def test_what_lies_beside_a_page_or_above_it_in_the_checkout_is_read(home: Path) -> None:
    for place, named in (("docs", "refs.bib"), (".", "../top.bib"), ("docs", "./x/../refs.bib")):
        (home / place / named.rpartition("/")[2]).write_text(BOOK)
        found = cited(home, named)
        assert (set(found.works), found.sure) == ({"weiss"}, True)


@pytest.mark.parametrize(
    "named",
    [
        *("../../secret.bib", "{top}/secret.bib", "link.bib", "folder/secret.bib", "pipe.bib"),
        *("../../../../../../../../etc/passwd", "..\\..\\secret.bib", "docs", "a\\0b.bib"),
    ],
)
def test_nothing_else_is(home: Path, named: str) -> None:
    (home / "docs" / "link.bib").symlink_to(home.parent / "secret.bib")
    (home / "docs" / "folder").symlink_to(home.parent)
    os.mkfifo(home / "docs" / "pipe.bib")
    found = cited(home, named.replace("{top}", str(home.parent)))
    assert not found.works


def test_links_that_stay_inside_are_followed(home: Path) -> None:
    (home / "real.bib").write_text(BOOK)
    (home / "docs" / "link.bib").symlink_to(home / "real.bib")
    assert set(cited(home, "link.bib").works) == {"weiss"}
    (home.parent / "away").symlink_to(home)
    assert set(cited(home.parent / "away", "link.bib").works) == {"weiss"}


def test_no_more_are_read_than_anybody_has(home: Path) -> None:
    for number in range(70):
        (home / "docs" / f"{number}.bib").write_text(BOOK)
    named = "[" + ", ".join(f"{number}.bib" for number in range(70)) + "]"
    assert len(cited(home, named).files) == 50
