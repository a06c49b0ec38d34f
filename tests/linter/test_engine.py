from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest

from contentlint import (
    Document,
    Edit,
    Fix,
    Found,
    Part,
    Position,
    Project,
    ProjectRule,
    Rule,
    Severity,
    Site,
    Span,
    Violation,
)
from contentlint.engine import fix, lint, lint_project
from contentlint.fix import Applicability
from contentlint.rule import Configured
from contentlint.suppression import UnusedSuppression
from contentlint.testing import mark
from contentlint.tree import Tree

SAFE, UNSAFE, SUGGESTION = (
    Applicability.SAFE,
    Applicability.UNSAFE,
    Applicability.SUGGESTION,
)


@dataclass(frozen=True, kw_only=True)
class Swap(Rule):
    """A rule that wants one word for another."""

    name: ClassVar[str] = "swap"
    family: ClassVar[str] = "test"
    changes: ClassVar[Part] = Part.TEXT | Part.METADATA
    word: str = "bad"
    better: str = "ba"
    sure: Applicability = SAFE
    level: Severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Violation]:
        at = document.text.find(self.word)
        while at >= 0:
            span = Span(at, at + len(self.word))
            edit = Edit.replacement(span, self.better)
            yield Violation(span, f"{self.word}!", Fix("swap", (edit,), self.sure), self.level)
            at = document.text.find(self.word, at + 1)


@dataclass(frozen=True, kw_only=True)
class Back(Swap):
    """Its opposite."""

    name: ClassVar[str] = "back"


@dataclass(frozen=True, kw_only=True)
class Repair(Swap):
    """A repair of the raw text."""

    name: ClassVar[str] = "repair"
    family: ClassVar[str] = "encoding"
    repairs: ClassVar[bool] = True
    changes: ClassVar[Part] = ~Part.NOTHING
    word: str = "√©"
    better: str = "é"


@dataclass(frozen=True, kw_only=True)
class Broken(Rule):
    """A rule with a fault."""

    name: ClassVar[str] = "broken"
    family: ClassVar[str] = "test"

    def check(self, document: Document) -> Iterator[Violation]:
        yield Violation(Span(0, 1), "first")
        raise RuntimeError("no luck")


def on(*rules: Rule, severity: Severity = Severity.ERROR) -> list[Configured]:
    return [Configured(rule, severity) for rule in rules]


def shown(text: str, *rules: Rule) -> str:
    found = lint(Document("page.md", text), on(*rules)).diagnostics
    return mark(text, [one.span for one in found])


def test_a_violation_is_signed() -> None:
    document = Document("a/b.md", "x\nis bad\n")
    (one,) = lint(document, on(Swap(), severity=Severity.WARNING)).diagnostics
    assert (one.path, one.rule, one.family) == ("a/b.md", "swap", "test")
    assert (one.start, one.end) == (Position(2, 4), Position(2, 7))
    assert (one.message, one.severity) == ("bad!", Severity.WARNING)


@pytest.mark.parametrize(
    ("level", "severity", "expected"),
    [
        (Severity.INFO, Severity.ERROR, Severity.INFO),
        (Severity.ERROR, Severity.WARNING, Severity.WARNING),
    ],
)
def test_a_violation_can_only_be_milder(
    level: Severity, severity: Severity, expected: Severity
) -> None:
    (one,) = lint(Document("p.md", "bad"), on(Swap(level=level), severity=severity)).diagnostics
    assert one.severity is expected


def test_findings_are_in_the_order_of_the_text() -> None:
    found = lint(Document("p.md", "one bad two bad"), on(Swap(word="two"), Swap())).diagnostics
    assert [one.message for one in found] == ["bad!", "two!", "bad!"]


def test_fingerprints_tell_equals_apart_and_outlive_moves() -> None:
    def prints(text: str) -> list[str]:
        return [one.fingerprint for one in lint(Document("p.md", text), on(Swap())).diagnostics]

    first = prints("bad bad")
    assert len(set(first)) == 2
    assert prints("a new line\n\nbad and bad") == first
    assert prints("worse bad")[0] == first[0]


def test_a_crash_names_the_rule_and_stops_nobody() -> None:
    linted = lint(Document("p.md", "bad"), on(Broken(), Swap()))
    assert [one.rule for one in linted.diagnostics] == ["swap"]
    assert linted.crashes == ("the rule “broken” broke: RuntimeError: no luck",)


def test_triggers_save_the_look() -> None:
    class Never(Broken):
        triggers: ClassVar[tuple[str, ...]] = ("zzz",)

    assert lint(Document("p.md", "bad"), on(Never())).crashes == ()
    assert len(lint(Document("p.md", "zzz"), on(Never())).crashes) == 1


def test_suppressed_findings_are_gone_and_useless_comments_reported() -> None:
    used = "<!-- contentlint-disable-line swap -->"
    useless = "<!-- contentlint-disable-file back -->"
    text = f"bad {used}\n{useless}\n"
    found = lint(Document("p.md", text), on(Swap(), Back(word="zz"), UnusedSuppression()))
    assert [(one.rule, text[one.span.start : one.span.end]) for one in found.diagnostics] == [
        ("unused-suppression", useless)
    ]


def test_rules_read_the_repaired_text_and_report_places_on_disk() -> None:
    assert shown("d√©j√© vu", Repair(), Swap(word="jé v")) == "d⟦√©⟧⟦j⟦√©⟧ v⟧u"
    assert shown("d√©j√© vu", Swap(word="jé v")) == "d√©j√© vu"


def test_a_silenced_repair_is_no_repair() -> None:
    text = "<!-- contentlint-disable-file repair -->\nd√©j vu"
    assert shown(text, Repair(), Swap(word="dé")) == text


def test_a_fix_through_a_damaged_word_takes_the_repair_along() -> None:
    document = Document("p.md", "d√©j√© vu")
    rule = Swap(word="éj", better="!")
    (one,) = [d for d in lint(document, on(Repair(), rule)).diagnostics if d.rule == "swap"]
    assert one.fix is not None
    assert one.fix.edits == (Edit(Span(1, 4), "!"),)


@dataclass(frozen=True, kw_only=True)
class Twice(Rule):
    """Two edits in one word."""

    name: ClassVar[str] = "twice"
    family: ClassVar[str] = "test"

    def check(self, document: Document) -> Iterator[Violation]:
        if (at := document.text.find("ééé")) >= 0:
            edits = Edit.replacement(Span(at, at + 1), "a"), Edit.deletion(Span(at + 2, at + 3))
            yield Violation(Span(at, at + 3), "!", Fix("both", edits))


def test_two_edits_in_one_damaged_word_become_one() -> None:
    document = Document("p.md", "d√©√©√©.")
    rules = on(Repair(word="√©√©√©", better="ééé"), Twice())
    (one,) = [d for d in lint(document, rules).diagnostics if d.rule == "twice"]
    assert one.fix is not None
    assert one.fix.edits == (Edit(Span(1, 7), "aé"),)


def test_fix_repairs_and_is_done() -> None:
    document = Document("p.md", "one bad two bad\n")
    fixed = fix(document, on(Swap()))
    assert (fixed.text, fixed.problem) == ("one ba two ba\n", "")
    assert [one.span for one in fixed.applied] == [Span(4, 7), Span(12, 15)]
    assert fix(Document("p.md", fixed.text), on(Swap())).text == fixed.text


@pytest.mark.parametrize(
    ("sure", "least", "text"),
    [
        (SAFE, SAFE, "ba"),
        (UNSAFE, SAFE, "bad"),
        (UNSAFE, UNSAFE, "ba"),
        (SUGGESTION, UNSAFE, "bad"),
    ],
)
def test_only_what_is_sure_enough_is_done(
    sure: Applicability, least: Applicability, text: str
) -> None:
    assert fix(Document("p.md", "bad"), on(Swap(sure=sure)), least).text == text


def test_the_repair_goes_first_and_places_are_those_of_the_first_text() -> None:
    document = Document("p.md", "√©√© bad, éa\n")
    fixed = fix(document, on(Swap(word="bad, éa", better="bad"), Repair()))
    assert fixed.text == "éé bad\n"
    assert [(one.rule, one.span) for one in fixed.applied] == [
        ("repair", Span(0, 2)),
        ("repair", Span(2, 4)),
        ("swap", Span(5, 12)),
    ]


def test_an_overlapping_fix_waits_for_the_next_pass() -> None:
    rules = on(Swap(word="abc", better="bc"), Back(word="cd", better="c"))
    assert fix(Document("p.md", "abcd"), rules).text == "bc"


def test_rules_that_undo_each_other_leave_the_page_alone() -> None:
    rules = on(Swap(word="one two", better="two one"), Back(word="two one", better="one two"))
    fixed = fix(Document("p.md", "one two"), rules)
    assert fixed.text == "one two"
    assert fixed.applied == ()
    assert fixed.problem.endswith("back, swap")
    assert [one.rule for one in fixed.linted.diagnostics] == ["swap"]


def test_a_fix_that_changes_more_than_it_may_is_held_back() -> None:
    class Careless(Swap):
        changes: ClassVar[Part] = Part.NOTHING

    document = Document("p.md", "a bad word")
    fixed = fix(document, on(Careless()))
    assert fixed.text == document.text
    (one,) = fixed.linted.diagnostics
    assert one.note == "it would change words that a reader sees"


@dataclass(frozen=True, kw_only=True)
class Same(ProjectRule):
    """No two pages have the same first line."""

    name: ClassVar[str] = "same"
    family: ClassVar[str] = "test"
    broken: bool = field(default=False)

    def collect(self, document: Document) -> Any:
        return document.text.partition("\n")[0]

    def check_project(self, project: Project) -> Iterator[Found]:
        if self.broken:
            raise RuntimeError("no luck")
        seen: dict[str, str] = {}
        for path, line in project.facts.items():
            if line in seen:
                yield Found(path, Violation(Span(0, len(line)), f"as in {seen[line]}"))
            seen.setdefault(line, path)


PAGES = {
    "a.md": "√©t\n",
    "b.md": "√©t\nb",
    "c.md": "c\n",
    "d.md": "√©t\n<!-- contentlint-disable-file same -->",
}


@dataclass
class Shelf:
    """Pages that are in no file."""

    pages: Mapping[str, str]
    files: Tree = field(default_factory=Tree)
    shelf: dict[str, Any] = field(default_factory=dict)
    now: datetime = datetime(2027, 3, 1, 12, tzinfo=UTC)

    def load(self, path: str) -> Document:
        return Document(path, self.pages.get(path, ""))

    def site(self, path: str) -> Site:
        return Site()

    def absolute(self, path: str) -> str:
        return f"/{path}"

    def shown(self, path: str) -> str:
        return path.removeprefix("/")


def project(*rules: Rule) -> tuple[list[tuple[str, str, Span]], tuple[str, ...]]:
    configured = on(*rules)
    facts = {path: lint(Document(path, text), configured).facts for path, text in PAGES.items()}
    found, crashes = lint_project(facts, lambda path: tuple(configured), Shelf(PAGES))
    return [(one.path, one.message, one.span) for one in found], crashes


def test_a_project_rule_sees_all_pages() -> None:
    assert project(Same(), Repair(), Swap()) == ([("b.md", "as in a.md", Span(0, 3))], ())


@dataclass(frozen=True, kw_only=True)
class Shy(Same):
    """As Same, but it keeps silent where another has spoken."""

    name: ClassVar[str] = "shy"
    yields_to: ClassVar[tuple[str, ...]] = ("same", "repair")


def test_a_project_rule_yields_to_others_and_to_what_was_found_in_one_page() -> None:
    assert [one for one, _, _ in project(Shy())[0]] == ["b.md", "d.md"]
    assert project(Same(), Shy())[0] == project(Same())[0]
    configured = on(Repair(), Shy())
    linted = {path: lint(Document(path, text), configured) for path, text in PAGES.items()}
    facts = {path: one.facts for path, one in linted.items()}
    told = {path: one.diagnostics for path, one in linted.items()}
    assert {one.rule for each in told.values() for one in each} == {"repair"}
    assert lint_project(facts, lambda path: configured, Shelf(PAGES), told)[0] == ()


def test_a_project_rule_finds_nothing_in_one_page() -> None:
    assert lint(Document("a.md", "a"), on(Same())).diagnostics == ()


def test_a_project_rule_may_crash() -> None:
    assert project(Same(broken=True)) == ([], ("the rule “same” broke: RuntimeError: no luck",))


def test_an_insertion_at_the_edge_of_a_fix_waits() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Put(Swap):
        """An insertion."""

        name: ClassVar[str] = "put"

        def check(self, document: Document) -> Iterator[Violation]:
            if "ba" in document.text and "!" not in document.text:
                at = document.text.index("ba")
                yield Violation(Span(at, at + 1), "!", Fix.safe("put", Edit.insertion(at, "!")))

    fixed = fix(Document("p.md", "a bad word"), on(Swap(), Put()))
    assert fixed.text == "a !ba word"


def test_many_fixes_take_no_time(linear) -> None:
    def work(size: int) -> None:
        fixed = fix(Document("p.md", "bad\n\n" * size), on(Swap(sure=UNSAFE)), UNSAFE)
        assert fixed.text == "ba\n\n" * size

    linear(work, 700)


def test_one_bad_fix_among_many_is_found_and_held_back() -> None:
    class Careful(Swap):
        changes: ClassVar[Part] = Part.TEXT

    text = "bad " * 40 + "`bad` " + "bad " * 40 + "\n"
    fixed = fix(Document("p.md", text), on(Careful()))
    assert fixed.text == text.replace("bad ", "ba ")
    (one,) = fixed.linted.diagnostics
    assert one.note == "it would change code that it should not touch"


def test_a_fix_that_clashed_with_a_refused_one_is_made() -> None:
    class Careless(Swap):
        changes: ClassVar[Part] = Part.NOTHING

    rules = on(Careless(word="one bad", better="x"), Back(word="bad word", better="ba word"))
    assert fix(Document("p.md", "one bad word"), rules).text == "one ba word"


def test_a_paragraph_of_many_fixes_is_proved_at_once(linear) -> None:
    def work(size: int) -> None:
        assert fix(Document("p.md", "bad " * size), on(Swap())).text == "ba " * size

    linear(work, 700)


def test_a_tangled_paragraph_is_given_up_at_once(linear) -> None:
    def work(size: int) -> None:
        text = "[a] bad " * size + "\n\na bad word\n"
        fixed = fix(Document("p.md", text), on(Swap()))
        assert fixed.text == text.replace("a bad word", "a ba word")
        assert "too tangled" in fixed.linted.diagnostics[0].note

    linear(work, 11_000)


def test_repairs_are_whole_or_not_made() -> None:
    """Two repairs that clash: the later one takes no part in what the other rules read."""

    @dataclass(frozen=True, kw_only=True)
    class Wide(Repair):
        """Two edits, one of which clashes with the other repair."""

        name: ClassVar[str] = "wide"

        def check(self, document: Document) -> Iterator[Violation]:
            if "√©x" in document.text:
                at = document.text.index("√©x")
                edits = Edit.replacement(Span(at + 1, at + 3), "?"), Edit.insertion(at + 4, "?")
                yield Violation(Span(at, at + 3), "!", Fix("wide", edits))

    assert shown("a√©x√b", Repair(), Wide(), Swap(word="éx√b")) == "a⟦⟦⟦√©⟧x⟧√b⟧"


@dataclass(frozen=True, kw_only=True)
class Modest(Swap):
    """A rule that says nothing where another does."""

    name: ClassVar[str] = "modest"
    yields_to: ClassVar[tuple[str, ...]] = ("swap",)
    word: str = "a"


def test_one_rule_yields_to_another_at_the_same_place() -> None:
    document = Document("page.md", "bad a")
    both = [Configured(rule, Severity.ERROR) for rule in (Modest(), Swap())]
    found = [(one.rule, one.span.start) for one in lint(document, both).diagnostics]
    assert found == [("swap", 0), ("modest", 4)]
    alone = lint(document, [Configured(Modest(), Severity.ERROR)]).diagnostics
    assert [one.span.start for one in alone] == [1, 4]
