"""What the rule byte-order-mark flags, and how its fix stores the file."""

import pytest

from contentlint import Applicability, Document, Example, Stored
from contentlint.engine import fix
from contentlint.rule import Configured
from contentlint.source import decode
from contentlint.testing import assert_flags, violations
from contentlint_rules.encoding.byte_order_mark import ByteOrderMark

RULE = ByteOrderMark()


@pytest.mark.parametrize("example", RULE.examples)
def test_examples(example: Example) -> None:
    assert_flags(RULE, example.bad or example.good or "", example.good if example.bad else None)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a⟦\ufeff⟧b\n\n⟦\ufeff⟧---\n", "ab\n\n---\n"),
        ("`a⟦\ufeff⟧b`\n", None),
        ("plain\n", None),
    ],
)
def test_places(text: str, fixed: str | None) -> None:
    assert_flags(RULE, text, fixed)


@pytest.mark.parametrize("text", ["---\ntitle: a\n---\n", ""])
def test_the_mark_at_the_start(text: str) -> None:
    source = decode(b"\xef\xbb\xbf" + text.encode(), "page.md")
    document = Document(source.path, source.text, source.stored)
    (found,) = RULE.check(document)
    assert found.message.startswith("The file begins with a byte order mark (U+FEFF)")
    done = fix(document, [Configured(RULE, RULE.severity)], Applicability.SAFE)
    assert (done.text, done.stored, len(done.applied)) == (text, Stored(), 1)
    assert not done.linted.diagnostics


def test_the_mark_of_another_encoding_is_another_rules_business() -> None:
    source = decode("a".encode("utf-16"), "page.md")
    assert not list(RULE.check(Document(source.path, source.text, source.stored)))
    assert not violations(RULE, "a\n")
