"""Descriptions that several pages have."""

import pytest

from contentlint import OptionError, Severity
from contentlint.testing import assert_flags
from contentlint_rules.frontmatter.duplicate_description import DuplicateDescription

RULE = DuplicateDescription()
TEXT = "---\ntitle: {}\ndescription: {}\n---\n"


def test_same_description() -> None:
    files = {"encode.md": TEXT.format("Encode", "Encodes text")}
    (found,) = assert_flags(RULE, TEXT.format("Decode", "⟦Encodes text⟧"), files=files)
    assert found.message == "“encode.md” has the same description: tell the pages apart"
    assert_flags(RULE, TEXT.format("Encode", "Decodes text"), files=files)
    assert RULE.severity is Severity.WARNING


def test_empty_ones_are_none() -> None:
    text = TEXT.format("a", "''")
    assert_flags(RULE, text, files={"b.md": text})


def test_options() -> None:
    marked = "---\nsummary: ⟦Encodes text⟧\n---\n"
    files = {"b.md": "---\nsummary: Encodes text\n---\n"}
    assert_flags(DuplicateDescription(keys=("summary",)), marked, files=files)
    with pytest.raises(OptionError):
        DuplicateDescription(keys=())
