"""What holds for every rule: the harness is the contract, not the reviewer."""

import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_origin, get_type_hints

import pytest

import contentlint_rules
from contentlint import Document, Example, Help, Part, ProjectRule, Rule, Violation
from contentlint.fix import Applicability
from contentlint.proof import objection
from contentlint.source import read
from contentlint.suppression import UnusedSuppression
from contentlint.testing import assert_flags, repaired, unmark, violations
from contentlint_rules import RULES

ALL = (*RULES, UnusedSuppression)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
METADATA = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
    if rule.family == "metadata"
]
PAGES = sorted((Path(__file__).parent.parent / "examples").rglob("*.md*"))
JARGON = re.compile(
    r"\b(?:token|node|AST|delimiter|diagnostic|regex|code ?point|violation)s?\b", re.IGNORECASE
)


def built(rule: type[Rule], example: Example) -> Rule:
    return rule(**example.options)


@cache
def _document(path: str, text: str) -> Document:
    """Return a page that all rules look at, so that it is parsed once and not a hundred times."""
    return Document(path, text)


def found_by(rule: Rule, text: str, path: str) -> list[Violation]:
    """Return what a rule finds in a text that it concerns, by place."""
    if not rule.concerns(text):
        return []
    if isinstance(rule, ProjectRule) or "\ud800" <= max(text, default="") <= "\udfff":
        return violations(rule, text, path)
    return sorted(rule.check(_document(path, text)), key=lambda violation: violation.span)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_are_true(rule: type[Rule], example: Example) -> None:
    if example.bad is None:
        assert example.good is not None
        assert_flags(built(rule, example), example.good, path=example.path, files=example.files)
        return
    found = assert_flags(
        built(rule, example),
        example.bad,
        example.good if example.fixed else None,
        path=example.path,
        files=example.files,
    )
    assert found
    if example.good is not None and not rule.repairs:
        assert violations(built(rule, example), example.good, example.path, example.files) == []


@pytest.mark.parametrize("form", ["archetypes/{name}", ".github/{name}", "{folder}_template.md"])
@pytest.mark.parametrize(("rule", "example"), METADATA)
def test_what_new_pages_are_made_from_is_left_alone(
    rule: type[Rule], example: Example, form: str
) -> None:
    """Front matter that somebody fills in later says nothing yet."""
    text, _ = unmark(example.bad or example.good or "")
    folder, slash, name = example.path.rpartition("/")
    path = form.format(folder=folder + slash, name=name)
    assert violations(built(rule, example), text, path, example.files) == []


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_safe_fixes_are_proved(rule: type[Rule], example: Example) -> None:
    text, _ = unmark(example.bad or example.good or "")
    document = Document(example.path, text)
    for violation in violations(built(rule, example), text, example.path, example.files):
        if violation.fix and violation.fix.applicability is Applicability.SAFE:
            assert objection(document, violation.fix, rule.changes, invents=rule.repairs) is None


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_a_rule_says(rule: type[Rule], example: Example) -> None:
    """Words of writing; places inside the text; a fix that has a title."""
    text, _ = unmark(example.bad or example.good or "")
    for violation in violations(built(rule, example), text, example.path, example.files):
        assert violation.span.end <= len(text)
        assert not JARGON.search(violation.message)
        assert not violation.message.endswith(".")
        assert violation.fix is None or (
            violation.fix.title and violation.fix.edits[-1].span.end <= len(text)
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nothing_is_found_twice(rule: type[Rule]) -> None:
    for example in rule.examples:
        text, _ = unmark(example.bad or example.good or "")
        flagged = violations(built(rule, example), text, example.path, example.files)
        found = [(one.span, one.message) for one in flagged]
        assert len(found) == len(set(found))


def _texts() -> Iterator[tuple[str, str]]:
    for rule in RULES:
        for example in rule.examples:
            yield example.path, unmark(example.bad or example.good or "")[0]
    for page in PAGES:
        yield page.name, read(str(page)).text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_triggers_hide_nothing(rule: type[Rule]) -> None:
    """With and without a look at its triggers, a rule finds the same."""
    for path, text in _texts():
        if not rule().concerns(text):
            assert violations(rule(), text, path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_repairing_is_done_once(rule: type[Rule]) -> None:
    for path, text in _texts():
        for least in (Applicability.SAFE, Applicability.UNSAFE):
            once = repaired(text, found_by(rule(), text, path), least)
            found = found_by(rule(), once, path) if once != text else []
            fixes = [one.fix for one in found if one.fix and one.fix.applicability >= least]
            assert repaired(once, found, least) == once, fixes


HOSTILE = [
    "",
    "\0",
    "\ud800",
    "\ufeff",
    "---",
    "---\n",
    "---\n---",
    "+++\n+++\n",
    "{",
    "{}",
    "[](",
    "[]()" * 3000,
    "**" * 5000,
    "* **a " * 3000,
    "_a " * 5000,
    "[" * 5000,
    "](" * 5000,
    "[a](<b" * 3000,
    "[cite: " * 3000,
    "【4†" * 3000,
    "√©" * 5000,
    "Ã" * 5000,
    "---\na: " + "[" * 5000 + "\n---\n",
    "---\na: &a [*a]\n---\n",
    "---\nreadingTime: " + "9" * 5000 + "\n---\na",
    "a" * 100_000,
    "\r" * 1000,
    "`" * 3001,
    "```\n" * 1001,
    "> " * 1000 + "**a",
    "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n",
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_text_breaks_a_rule(rule: type[Rule]) -> None:
    for text in HOSTILE:
        for path in ("page.md", "page.mdx"):
            for violation in found_by(rule(), text, path):
                assert violation.span.end <= len(text)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_rule_is_its_page(rule: type[Rule]) -> None:
    paragraphs = inspect.cleandoc(rule.__doc__ or "").split("\n\n")
    assert len(paragraphs) >= 3
    assert paragraphs[0].endswith(".")
    assert "\n" not in paragraphs[0]
    assert re.search(r"\bfix", paragraphs[-1])
    assert not JARGON.search(rule.__doc__ or "")
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    assert dataclasses.is_dataclass(rule)
    assert rule.__dataclass_params__.frozen  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        rule().surplus = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_option_is_explained(rule: type[Rule]) -> None:
    hints = get_type_hints(rule, include_extras=True)
    for option in dataclasses.fields(rule):
        hint = hints[option.name]
        assert get_origin(hint) is Annotated, option.name
        (told,) = [extra for extra in hint.__metadata__ if isinstance(extra, Help)]
        assert told.text.endswith(".")
        assert option.default is not dataclasses.MISSING or (
            option.default_factory is not dataclasses.MISSING
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_shows_both_sides(rule: type[Rule]) -> None:
    assert any(example.bad for example in rule.examples)
    assert any(example.bad is None for example in rule.examples)
    texts = [(example.bad or example.good, str(example.options)) for example in rule.examples]
    assert len(texts) == len(set(texts))


def test_a_rule_that_fixes_says_what_it_may_change() -> None:
    for rule in RULES:
        fixes = any(example.bad and example.good and example.fixed for example in rule.examples)
        assert fixes == (rule.changes is not Part.NOTHING), rule.name


def _rules_in_files() -> dict[str, Any]:
    found = {}
    for module in pkgutil.walk_packages(contentlint_rules.__path__, "contentlint_rules."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if (
                isinstance(value, type)
                and issubclass(value, Rule)
                and value.__module__ == module.name
            ):
                found[f"{module.name}.{name}"] = value
    return found


def test_every_rule_is_listed() -> None:
    assert set(_rules_in_files().values()) == set(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_stands_in_a_file_of_its_name(rule: type[Rule]) -> None:
    package, _, module = rule.__module__.rpartition(".")
    assert module == rule.name.replace("-", "_")
    assert {one.family for one in RULES if one.__module__.startswith(f"{package}.")} == {
        rule.family
    }
    tests = Path(__file__).parent / "rules" / f"test_{module}.py"
    assert tests.is_file()


def test_no_family_is_named_like_a_rule() -> None:
    assert not {rule.family for rule in ALL} & {rule.name for rule in ALL}


def test_project_rules_say_nothing_of_one_document() -> None:
    for rule in RULES:
        if issubclass(rule, ProjectRule):
            assert list(rule().check(Document("page.md", "text"))) == []
