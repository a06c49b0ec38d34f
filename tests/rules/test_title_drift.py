"""What a page says of a source itself, and the source says otherwise: its title."""

import pytest

from contentlint import Document, Severity, claims, key_of
from contentlint.testing import assert_flags
from contentlint_rules.citations._examples import REPORT, fact, locked
from contentlint_rules.citations.title_drift import TitleDrift

RULE = TitleDrift()
TEXT = f"See [the long report of rye]({REPORT}) here.\n"
WORDS = "See the long report of rye here."
FLAGGED = f"See [⟦the long report of rye⟧]({REPORT}) here.\n"


def files(support: str, found: str = "Wheat") -> dict[str, str]:
    return locked(claims={WORDS: fact("title", "the long report of rye", support, found)})


@pytest.mark.parametrize(
    ("support", "level"), [("absent", Severity.WARNING), ("near", Severity.INFO)]
)
def test_it_is_told_where_the_source_is_named(support: str, level: Severity) -> None:
    (found,) = assert_flags(RULE, FLAGGED, files=files(support))
    assert found.level is level
    assert found.fix is None
    assert "(mill.test), read on 2026-11-20," in found.message
    assert "“Wheat”" in found.message


def test_where_nothing_was_found_instead() -> None:
    (found,) = assert_flags(RULE, FLAGGED, files=files("absent", ""))
    assert "“”" not in found.message


@pytest.mark.parametrize("support", ["supported", "elsewhere", "unknown"])
def test_silent(support: str) -> None:
    assert_flags(RULE, TEXT, files=files(support))
    assert_flags(RULE, TEXT)


def test_evidence_of_another_sentence_or_kind_is_none() -> None:
    other = locked(claims={f"{WORDS} ": fact("number", "17", "absent")})
    assert key_of(f"{WORDS} ") == key_of(WORDS)
    assert_flags(RULE, TEXT, files=other)
    assert_flags(RULE, TEXT, files=locked(claims={"Other.": fact("title", "the", "absent")}))


@pytest.mark.parametrize(
    ("written", "flagged"),
    [
        ("long report", f"See [the ⟦long report⟧ of rye]({REPORT}) here.\n"),
        ("See the", f"See ⟦[the long report of rye]({REPORT})⟧ here.\n"),
        ("See", f"⟦See⟧ [the long report of rye]({REPORT}) here.\n"),
        ("", f"See ⟦[the long report of rye]({REPORT})⟧ here.\n"),
        ("rye|" * 2_000_000, f"See ⟦[the long report of rye]({REPORT})⟧ here.\n"),
    ],
)
def test_the_words_that_are_meant_are_shown(written: str, flagged: str) -> None:
    known = locked(claims={WORDS: {**fact("title", "a", "absent", "b"), "written": written}})
    assert_flags(RULE, flagged, files=known)


def test_a_source_that_is_cited_often_is_told_once_in_the_list() -> None:
    text = (
        f"It turns [1] at night [2]. It stands in winter [1].\n\n{'Rain falls. ' * 20}\n\n"
        "## Sources\n\n"
        f"1. Weiss, [⟦Rye and wheat⟧]({REPORT})\n2. Kern, <https://weir.test/>\n"
    )
    words = ("It turns at night.", "It stands in winter.", "Weiss, Rye and wheat")
    evidence = fact("title", "Rye and wheat", "absent", "Ten mills to visit")
    known = locked(claims=dict.fromkeys(words, evidence))
    plain = text.replace("⟦", "").replace("⟧", "")
    keys = {key_of(one.words) for one in claims(Document("page.md", plain)) if one.url == REPORT}
    assert keys == {key_of(one) for one in words}
    assert_flags(RULE, text, files=known)
