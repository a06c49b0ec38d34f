from datetime import date

import pytest

from contentlint import Document, Severity
from contentlint.engine import lint
from contentlint.rule import Configured
from contentlint.suppression import Suppressions, UnusedSuppression
from contentlint.testing import mark
from contentlint_rules.citations.unsupported_number import UnsupportedNumber
from contentlint_rules.links.bare_url import BareUrl


def lines(text: str, rule: str = "a", family: str = "f", path: str = "page.md") -> list[int]:
    document = Document(path, text)
    suppressions = Suppressions(document)
    numbers = range(1, len(document.lines) + 1)
    return [number for number in numbers if suppressions.silences(rule, family, number)]


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        ("<!-- contentlint-disable-next-line a -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line a: it is meant so -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line b, a: both -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line b -->\nx\ny", []),
        ("<!-- contentlint-disable-next-line f -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line -->\nx\ny", [2]),
        ("<!--contentlint-disable-next-line a-->\nx", [2]),
        ("x <!-- contentlint-disable-line a -->\ny", [1]),
        ("x\n<!-- contentlint-disable-file a -->\ny", [1, 2, 3]),
        ("x\n<!-- contentlint-disable a -->\ny\n<!-- contentlint-enable a -->\nz", [2, 3, 4]),
        ("x\n<!-- contentlint-disable a -->\ny\n<!-- contentlint-enable -->\nz", [2, 3, 4]),
        ("x\n<!-- contentlint-disable a -->\ny\n<!-- contentlint-enable b -->\nz", [2, 3, 4, 5]),
        ("x\n<!-- contentlint-disable -->\ny\n<!-- contentlint-enable a -->\nz", [2, 3, 4]),
        ("<!-- contentlint-disable -->\ny\n<!-- contentlint-enable b -->\nz", [1, 2, 3, 4]),
        ("{/* contentlint-disable-next-line a: meant */}\nx\ny", [2]),
        ("---\nt: x # contentlint-disable-line a: meant\n---\ny", [2]),
        ("---\n# contentlint-disable-next-line a\nt: x\n---\ny", [3]),
        ("```\n<!-- contentlint-disable-file a -->\n```\n", []),
        ("`<!-- contentlint-disable-file a -->`\n", []),
        ("<!-- contentlint-ignore a -->\nx", []),
        ("<!-- contentlint-disable-next-line a until 2027-03-01: it moves -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line a, b until 2027-03-01 -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line until 2027-03-01 -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line b until 2027-03-01: a -->\nx\ny", []),
        ("<!-- contentlint-disable-next-line a until spring: it moves -->\nx\ny", [2]),
        ("<!-- contentlint-disable-next-line until-a: it moves -->\nx\ny", []),
        ("# contentlint-disable-file a\n", []),
    ],
)
def test_what_a_comment_silences(text: str, silenced: list[int]) -> None:
    assert lines(text) == silenced


def unused(text: str, silenced_line: int | None, ran: list[tuple[str, str]]) -> str:
    document = Document("page.md", text)
    suppressions = Suppressions(document)
    if silenced_line is not None:
        assert suppressions.silences("a", "f", silenced_line)
    return mark(text, [one.span for one in suppressions.unused(ran)])


ONE = "<!-- contentlint-disable-line a -->"


def test_a_comment_of_use_is_not_reported() -> None:
    assert unused(ONE, 1, [("a", "f")]) == ONE


def test_a_useless_comment_is_reported() -> None:
    assert unused(ONE, None, [("a", "f")]) == f"⟦{ONE}⟧"


def test_a_comment_for_a_rule_that_did_not_run_is_not_reported() -> None:
    assert unused(ONE, None, [("b", "f")]) == ONE


def test_a_useless_comment_for_all_rules() -> None:
    text = "<!-- contentlint-disable-file -->"
    (one,) = Suppressions(Document("page.md", text)).unused([("a", "f")])
    found = one.useless()
    assert "any rule" in found.message
    assert found.fix is not None
    assert found.fix.title == "Remove the comment"


@pytest.mark.parametrize(("day", "silenced"), [(1, [2]), (2, [])])
def test_a_comment_with_a_day_silences_until_that_day_is_over(
    day: int, silenced: list[int]
) -> None:
    text = "<!-- contentlint-disable-next-line a until 2027-03-01: it moves -->\nx\ny"
    suppressions = Suppressions(Document("page.md", text), date(2027, 3, day))
    assert [line for line in (1, 2, 3) if suppressions.silences("a", "f", line)] == silenced
    assert [one.names for one in suppressions.over()] == ([] if silenced else [("a",)])
    assert list(suppressions.unused()) == []


def test_another_comment_that_still_holds_silences_too() -> None:
    over = "<!-- contentlint-disable-line a until 2027-03-01 -->"
    text = f"<!-- contentlint-disable-file a -->\nx {over}"
    suppressions = Suppressions(Document("page.md", text), date(2028, 1, 1))
    assert suppressions.silences("a", "f", 2)


@pytest.mark.parametrize("written", ["spring", "2027-13-01", "2027", "20270301", "2027-3-1", ""])
def test_what_is_no_day_is_told_and_silences_for_good(written: str) -> None:
    text = f"<!-- contentlint-disable-next-line a until {written}: it moves -->\nx"
    suppressions = Suppressions(Document("page.md", text), date(2099, 1, 1))
    (one,) = suppressions.directives
    assert (one.names, one.until, one.unclear) == (("a",), None, written)
    assert suppressions.silences("a", "f", 2)
    assert suppressions.expiry is None
    assert f"“until {written}”" in one.endless().message


def test_a_comment_for_what_only_the_lock_tells_is_never_useless() -> None:
    text = "<!-- contentlint-disable-line {}: derived from 55 % and 78 % -->"
    rules = [Configured(one(), Severity.ERROR) for one in (UnsupportedNumber, BareUrl)]
    rules.append(Configured(UnusedSuppression(), Severity.WARNING))
    for name, told, left in (
        ("unsupported-number", 0, False),
        ("unsupported-number, bare-url", 0, False),
        ("citations", 0, True),
        ("bare-url", 1, False),
    ):
        linted = lint(Document("page.md", text.format(name)), rules)
        assert len(linted.diagnostics) == told
        assert (UnusedSuppression.name in linted.facts) == left


def test_the_first_of_several_days() -> None:
    text = "\n".join(
        f"<!-- contentlint-disable-line a until {day} -->" for day in ("2028-01-01", "2027-03-01")
    )
    assert Suppressions(Document("page.md", text)).expiry == date(2027, 3, 1)
