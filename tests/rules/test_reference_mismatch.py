"""References that differ from the record of their work."""

import json
from collections.abc import Callable

import pytest

from contentlint import Document, Severity, claims, key_of
from contentlint.testing import assert_flags
from contentlint_rules.citations.reference_mismatch import ReferenceMismatch
from contentlint_rules.citations.title_drift import TitleDrift

RULE = ReferenceMismatch()
URL = "https://doi.org/10.5555/mill"
ENTRY = f"Weiss, N. (2012). The mill. *Mills*. <{URL}>"
PAGE = f"It turns.\n\n## Sources\n\n- {ENTRY}\n"
Lock = Callable[..., dict[str, str]]


@pytest.fixture
def lock() -> Lock:
    """Return a function that makes the lock of a page, with one difference of its reference."""

    def made(text: str, **evidence: str) -> dict[str, str]:
        keys = {key_of(one.words) for one in claims(Document("page.md", text)) if one.entry}
        told = {"by": "10.5555/mill", **evidence}
        entry = {"verdict": "alive", "reason": "It answers.", "checked": "2026-11-20T10:00:00Z"}
        sources = {URL: {**entry, "claims": {key: [told] for key in keys}}}
        return {"contentlint.lock": json.dumps({"version": 1, "sources": sources})}

    return made


@pytest.mark.parametrize(
    ("kind", "support", "written", "level", "says"),
    [
        ("work", "absent", "“Oxen” by Ada Ott", Severity.ERROR, "is another work, "),
        ("title", "absent", "The mill", Severity.WARNING, "has the title "),
        ("title", "near", "The mill", Severity.INFO, "has the title "),
        ("author", "absent", "N. Weiss", Severity.WARNING, "names as its authors "),
        ("year", "absent", "2012", Severity.WARNING, "has the year "),
        ("venue", "near", "Mills", Severity.INFO, "says that it appeared in "),
    ],
)
def test_each_part_has_its_words(
    lock: Lock, kind: str, support: str, written: str, level: Severity, says: str
) -> None:
    place = written if written in PAGE else f"<{URL}>"
    marked = PAGE.replace(place, f"⟦{place}⟧")
    files = lock(PAGE, kind=kind, support=support, written=written, found="The other {0} thing")
    (found,) = assert_flags(RULE, marked, files=files)
    assert found.level is level
    who = "10.5555/mill" if kind == "work" else "The record of 10.5555/mill"
    assert found.message.startswith(f"{who} {says}")
    assert ("this may be right" in found.message) is (support == "near")
    assert "The other {0} thing" in found.message
    assert written in found.message


@pytest.mark.parametrize(
    ("kind", "support"),
    [("year", "supported"), ("year", "unknown"), ("year", "elsewhere"), ("number", "absent")],
)
def test_what_does_not_differ_is_not_told(lock: Lock, kind: str, support: str) -> None:
    files = lock(PAGE, kind=kind, support=support, written="2012", found="2012")
    assert_flags(RULE, PAGE, files=files)


def test_records_and_pages_are_told_by_different_rules(lock: Lock) -> None:
    files = lock(PAGE, kind="title", support="absent", written="The mill", found="Oxen")
    assert_flags(TitleDrift(), PAGE, files=files)
    files = lock(PAGE, kind="title", support="absent", written="The mill", found="Oxen", by="")
    assert_flags(RULE, PAGE, files=files)


def test_a_corrected_reference_is_not_judged_by_the_old_one(lock: Lock) -> None:
    files = lock(PAGE, kind="year", support="absent", written="2012", found="2021")
    assert_flags(RULE, PAGE.replace("2012", "2021"), files=files)


def test_a_long_record_is_cut(lock: Lock) -> None:
    files = lock(PAGE, kind="title", support="absent", written="The mill", found="x" * 9_000)
    (found,) = assert_flags(RULE, PAGE.replace("The mill", "⟦The mill⟧"), files=files)
    assert len(found.message) < 500
