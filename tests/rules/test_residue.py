"""What holds for the whole residue family, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint import Rule, Severity, Span, check_text, fix_text
from contentlint.fix import Applicability
from contentlint.testing import unmark, violations
from contentlint_rules import RULES

FAMILY = [rule() for rule in RULES if rule.family == "residue"]
PIECES = [
    *(unmark(example.bad)[0] for rule in FAMILY for example in rule.examples if example.bad),
    *("a", "The mill is old. ", "\n", "\n\n", "- ", "# ", "> ", "| ", "`", "```\n", "**", "  \n"),
    *("[cite: 1]", "[cite_start]", "\u200b", " ", "\t", "\r\n", "水车", "<b>", "(", ")"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
BLANKS = " \t\r\n\xa0\u202f\u3000>"


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_repairing_is_done_once(text: str) -> None:
    once = fix_text(text).text
    assert fix_text(once).text == once


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_was_not_reported_stays(text: str) -> None:
    """But for blanks and the marks of quotes next to it, and marks of what would be empty."""
    for rule in FAMILY:
        found = [
            one for one in violations(rule, text) if one.fix and "places like" not in one.message
        ]
        for one in found:
            assert one.fix is not None
            if one.fix.applicability is Applicability.SAFE:
                spans = [each.span for each in found if each.fix == one.fix]
                for edit in one.fix.edits:
                    assert not _outside(text, edit.span, spans), (rule.name, one, text)


def _outside(text: str, edited: Span, reported: list[Span]) -> str:
    """Return the characters of an edit that are neither reported nor blank nor empty marks."""
    return "".join(
        text[at]
        for at in range(edited.start, edited.end)
        if not any(span.start <= at < span.end for span in reported)
    ).strip(BLANKS + "()[]*_^,;，、&?`~")


def test_one_place_gives_one_finding() -> None:
    for rule in FAMILY:
        for example in rule.examples:
            text = unmark(example.bad or example.good or "")[0]
            loud = [
                one
                for one in check_text(text, path=example.path)
                if one.fix or one.severity > Severity.INFO
            ]
            spans = [one.span for one in loud]
            for index, span in enumerate(spans):
                assert not any(span.overlaps(other) for other in spans[:index]), (rule.name, text)


@pytest.mark.parametrize("rule", FAMILY, ids=lambda rule: rule.name)
def test_the_others_say_nothing_of_its_examples(rule: Rule) -> None:
    for other in FAMILY:
        if other is not rule:
            for example in rule.examples:
                text = unmark(example.bad or example.good or "")[0]
                found = [one for one in violations(other, text) if one.level > Severity.INFO]
                assert found == [] or rule.name in other.yields_to, (other.name, text)
