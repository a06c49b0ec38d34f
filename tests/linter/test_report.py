import json

import pytest

from contentlint import Diagnostic, Edit, Fix, Position, Severity, Span, Violation
from contentlint.discovery import Failure
from contentlint.report import Report, is_fixable, packed, statistics, unpacked


def _one(severity=Severity.ERROR, fix=None, rule="swap", note=""):
    violation = Violation(Span(3, 5), "“é” 💥", fix, Severity.WARNING)
    place = Position(1, 4), Position(1, 6)
    return Diagnostic("a.md", rule, "toys", severity, violation, *place, "f00", note)


_SAFE = Fix.safe("Do", Edit.deletion(Span(3, 4)), Edit.insertion(5, "x"))
_UNSAFE = Fix.unsafe("Do", Edit.deletion(Span(3, 4)))


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ([], Severity.INFO, 0),
        ([Severity.INFO], Severity.WARNING, 0),
        ([Severity.INFO], Severity.INFO, 1),
        ([Severity.INFO, Severity.WARNING], Severity.WARNING, 1),
        ([Severity.WARNING], Severity.ERROR, 0),
        ([Severity.ERROR], None, 0),
    ],
)
def test_the_exit_code_follows_the_severity(severities, fail_on, code):
    assert Report(tuple(map(_one, severities))).exit_code(fail_on) == code


def test_undone_work_is_worse_than_any_finding():
    report = Report((_one(),), errors=(Failure("b.md", "gone"),))
    assert report.exit_code(None) == report.exit_code(Severity.ERROR) == 2


def test_the_summary_counts():
    found = (_one(fix=_SAFE), _one(Severity.WARNING, _UNSAFE), _one(Severity.INFO))
    assert Report(found, (_one(),), files=7).summary == (7, 1, 1, 1, 1, 1)


def test_a_fix_that_was_held_back_repairs_nothing():
    assert is_fixable(_one(fix=_SAFE))
    assert not is_fixable(_one(fix=_SAFE, note="it would change a table"))
    assert not is_fixable(_one(fix=_UNSAFE))


def test_statistics_put_the_most_frequent_first():
    found = [_one(rule="b"), _one(fix=_SAFE, rule="b"), _one(rule="c"), _one(rule="a")]
    assert statistics(found) == [("b", 2, 1), ("a", 1, 0), ("c", 1, 0)]


@pytest.mark.parametrize("fix", [None, _SAFE, _UNSAFE])
def test_a_finding_travels_as_json(fix):
    one = _one(fix=fix, note="why")
    assert unpacked("a.md", json.loads(json.dumps(packed(one)))) == one
