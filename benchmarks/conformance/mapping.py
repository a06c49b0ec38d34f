"""Which rule of ours is which of markdownlint's, and where we differ on purpose.

``TABLE`` has a row for each of markdownlint's rules whose faults readers see: our rule, our options
for what a page of the suite configures, and which of our messages mean the same. Only what both
mean is compared; where they part, ``DIFFERENCES`` says so, each with its reason, and the report
counts what it excuses.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from suite import Finding, Page, Settings

from contentlint import Violation

Options = Mapping[str, Any]


def _none(_: Settings) -> Options:
    return {}


def _always(**options: Any) -> Callable[[Settings], Options]:
    return lambda _: options


def _fitting(value: Any, default: Any) -> Any:
    """Return a value as our options have it; the default where the page has one of a wrong type."""
    value = tuple(value) if isinstance(value, list) else value
    return value if default is None or isinstance(value, type(default)) else default


def _copied(**pairs: tuple[str, Any]) -> Callable[[Settings], Options]:
    """Take values over from markdownlint's options: ours = theirs, and what holds without it."""

    def options(said: Settings) -> Options:
        return {
            ours: _fitting(said.get(theirs, default), default)
            for ours, (theirs, default) in pairs.items()
        }

    return options


def _first(page: Page, violation: Violation) -> int:
    return page.line_at(violation.span.start)


@dataclass(frozen=True)
class Row:
    """One of markdownlint's rules and what is the same here.

    ``ours`` names our rules; ``options`` gives theirs for what a page configures. Of their findings
    those count whose message holds the pattern ``said`` and whose line holds ``text``; ``line`` is
    the one that markdownlint would name.
    """

    rule: str
    ours: tuple[str, ...]
    options: Callable[[Settings], Options] = _none
    said: str = ""
    text: str = ""
    line: Callable[[Page, Violation], int] = _first

    def finding(self, page: Page, violation: Violation) -> Finding | None:
        """Return what markdownlint would say; None where its rule is about something else."""
        number = self.line(page, violation)
        if not re.search(self.said, violation.message):
            return None
        return Finding(self.rule, number) if re.search(self.text, page.line(number)) else None


_CLOSED = r"^\s{0,3}#+.*[^\s#].*#\s*$"
"""A heading that has “#” at its end too."""


TABLE = (
    Row("MD001", ("skipped-heading-level",)),
    Row("MD011", ("malformed-link",), said="brackets of this link are in the wrong order"),
    Row("MD018", ("heading-blank",), text=rf"^(?!{_CLOSED[1:]})"),
    Row("MD020", ("heading-blank",), text=_CLOSED),
    Row("MD022", ("missing-blank-line",), _always(around=("headings",))),
    Row(
        "MD024", ("duplicate-heading",), lambda said: {"everywhere": not said.get("siblings_only")}
    ),
    Row(
        "MD025",
        ("multiple-titles",),
        lambda said: {"title_shown": True if said.get("front_matter_title", "title") else None},
    ),
    Row("MD026", ("heading-punctuation",), _copied(marks=("punctuation", ".,;:!。，；：！"))),
    Row("MD028", ("split-quote",)),
    Row("MD031", ("missing-blank-line",), _always(around=("fences",))),
    Row("MD032", ("missing-blank-line",), _always(around=("lists",))),
    Row(
        "MD033",
        ("raw-html",),
        _copied(
            allowed=("allowed_elements", ()), allowed_in_tables=("table_allowed_elements", None)
        ),
    ),
    Row("MD034", ("bare-url",)),
    Row(
        "MD036",
        ("bold-heading",),
        _copied(marks=("punctuation", ".,;:!?。，；：！？"), italic=("", True), labels=("", True)),
    ),
    Row("MD037", ("broken-emphasis",)),
    Row("MD039", ("link-text-blank",)),
    Row(
        "MD040",
        ("code-language",),
        _copied(allowed=("allowed_languages", ()), language_only=("language_only", False)),
    ),
    Row("MD041", ("first-heading",)),
    Row("MD042", ("empty-link",)),
    Row("MD045", ("image-alt",), _always(names=False)),
    Row("MD051", ("missing-anchor",), _always(by="github")),
    Row(
        "MD052",
        ("missing-reference",),
        _copied(
            everywhere=("", True),
            shortcuts=("shortcut_syntax", False),
            ignored=("ignored_labels", ("x",)),
        ),
    ),
    Row(
        "MD053",
        ("unused-reference", "duplicate-reference"),
        _copied(ignored=("ignored_definitions", ("//",))),
    ),
    Row("MD056", ("table-columns",)),
    Row("MD058", ("missing-blank-line",), _always(around=("tables",))),
    Row(
        "MD059",
        ("link-text",),
        _copied(prohibited=("prohibited_texts", ("click here", "here", "link", "more"))),
    ),
)


@dataclass(frozen=True)
class Difference:
    """Where we differ on purpose, and why.

    ``more`` is True for findings that we have and markdownlint does not, False for those that it
    has and we do not. ``rules`` are markdownlint's, ``pages`` a pattern of file names, ``lines``
    their numbers (none: all), ``text`` a pattern that the line holds.
    """

    rules: tuple[str, ...]
    reason: str
    more: bool = False
    pages: str = "*"
    lines: tuple[int, ...] = ()
    text: str = ""

    def excuses(self, page: Page, finding: Finding, *, more: bool) -> bool:
        """Whether a finding that only one side has is meant to be so."""
        return (
            more == self.more
            and finding.rule in self.rules
            and fnmatch(page.name, self.pages)
            and (not self.lines or finding.line in self.lines)
            and re.search(self.text, page.line(finding.line)) is not None
        )


DIFFERENCES: tuple[Difference, ...] = ()
