"""What a page says of a source itself, and the source says otherwise: its author, title, year."""

import pytest

from contentlint import Severity, key_of
from contentlint.testing import assert_flags
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations.author_mismatch import AuthorMismatch
from contentlint_rules.citations.title_drift import TitleDrift
from contentlint_rules.citations.year_mismatch import YearMismatch

KINDS = {"author": AuthorMismatch(), "title": TitleDrift(), "year": YearMismatch()}
TEXT = f"See [the long report of rye]({REPORT}) here.\n"
WORDS = "See the long report of rye here."
FLAGGED = f"See [⟦the long report of rye⟧]({REPORT}) here.\n"


def files(kind: str, support: str, found: str = "Wheat") -> dict[str, str]:
    return locked(claims={WORDS: fact(kind, "the long report of rye", support, found)})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("support", "level"), [("absent", Severity.WARNING), ("near", Severity.INFO)]
)
def test_it_is_told_where_the_source_is_named(kind: str, support: str, level: Severity) -> None:
    (found,) = assert_flags(KINDS[kind], FLAGGED, files=files(kind, support))
    assert found.level is level
    assert found.fix is None
    assert "(mill.test), read on 2026-11-20," in found.message
    assert "“Wheat”" in found.message


@pytest.mark.parametrize("kind", KINDS)
def test_where_nothing_was_found_instead(kind: str) -> None:
    (found,) = assert_flags(KINDS[kind], FLAGGED, files=files(kind, "absent", ""))
    assert "“”" not in found.message


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("support", ["supported", "elsewhere", "unknown"])
def test_silent(kind: str, support: str) -> None:
    assert_flags(KINDS[kind], TEXT, files=files(kind, support))
    assert_flags(KINDS[kind], TEXT)


@pytest.mark.parametrize("kind", KINDS)
def test_evidence_of_another_sentence_or_kind_is_none(kind: str) -> None:
    other = locked(claims={f"{WORDS} ": fact("number", "17", "absent")})
    assert key_of(f"{WORDS} ") == key_of(WORDS)
    assert_flags(KINDS[kind], TEXT, files=other)
    assert_flags(KINDS[kind], TEXT, files=locked(claims={"Other.": fact(kind, "the", "absent")}))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("written", "flagged"),
    [
        ("long report", f"See [the ⟦long report⟧ of rye]({REPORT}) here.\n"),
        ("See the", f"See ⟦[the long report of rye]({REPORT})⟧ here.\n"),
        ("See", f"⟦See⟧ [the long report of rye]({REPORT}) here.\n"),
        ("", f"See ⟦[the long report of rye]({REPORT})⟧ here.\n"),
        pytest.param(
            "rye|" * 2_000_000, f"See ⟦[the long report of rye]({REPORT})⟧ here.\n", id="long"
        ),
    ],
)
def test_the_words_that_are_meant_are_shown(kind: str, written: str, flagged: str) -> None:
    known = locked(claims={WORDS: {**fact(kind, "a", "absent", "b"), "written": written}})
    assert_flags(KINDS[kind], flagged, files=known)
