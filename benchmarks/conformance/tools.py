"""What the tools find on the pages of the suite: contentlint, and rumdl beside it."""

import dataclasses
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mapping import TABLE, Row
from suite import Finding, Page

from contentlint import Document, Rule, Violation
from contentlint.testing import violations
from contentlint_rules import RULES

Found = Mapping[str, frozenset[Finding]]
"""Findings by the page's name."""
_BY_NAME = {rule.name: rule for rule in RULES}


def missing(row: Row) -> list[str]:
    """Return what a row of the table names and this version of contentlint has not."""
    rules = [_BY_NAME.get(name) for name in row.ours]
    absent = [name for name, rule in zip(row.ours, rules, strict=True) if rule is None]
    known = {field.name for rule in rules if rule for field in dataclasses.fields(rule)}
    options = row.options({}).keys() - known if not absent else ()
    return [f"no rule “{name}”" for name in absent] + [f"no option “{name}”" for name in options]


def rows() -> tuple[Row, ...]:
    """Return the rows of the table of which everything is there."""
    return tuple(row for row in TABLE if not missing(row))


def _built(row: Row, page: Page) -> Iterator[Rule]:
    options = row.options(page.settings.get(row.rule, {}))
    for rule in (_BY_NAME[name] for name in row.ours):
        known = {field.name for field in dataclasses.fields(rule)}
        yield rule(**{name: value for name, value in options.items() if name in known})


def _violations(rule: Rule, document: Document) -> Iterable[Violation]:
    if not rule.concerns(document.text):
        return ()
    return violations(rule, document.text, document.path)


def contentlint(pages: Iterable[Page], crashes: list[str]) -> Found:
    """Return what contentlint finds, each rule set up as the page sets up markdownlint's.

    A rule that breaks is named in ``crashes``.
    """
    there = rows()
    return {page.name: frozenset(_on(page, there, crashes)) for page in pages}


def _on(page: Page, there: tuple[Row, ...], crashes: list[str]) -> Iterator[Finding]:
    document = Document(page.name, page.text)
    for row in there:
        try:
            for rule in _built(row, page):
                for one in _violations(rule, document):
                    yield from row.findings(page, one)
        except Exception as error:  # whatever it is, it is said, and the others go on
            crashes.append(f"{row.rule} broke on {page.name}: {type(error).__name__}: {error}")


def rumdl(folder: Path, pages: Iterable[Page]) -> Found | None:
    """Return what rumdl finds with all of its rules on; None where it is not installed."""
    beside = Path(sys.executable).with_name("rumdl")
    program = str(beside) if beside.exists() else shutil.which("rumdl")
    if program is None:
        return None
    names = [page.name for page in pages]
    rules = ",".join(row.rule for row in TABLE)
    flags = ["--no-config", "--no-cache", "--no-exclude", "--output-format", "json"]
    command = [program, "check", *flags, "--enable", rules, "--", *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    found: dict[str, set[Finding]] = {name: set() for name in names}
    for one in json.loads(done.stdout):
        found[Path(one["file"]).name].add(Finding(one["rule"], one["line"]))
    return {name: frozenset(findings) for name, findings in found.items()}
