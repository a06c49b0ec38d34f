"""Which rule of ours is which of markdownlint's.

``TABLE`` has a row for each of markdownlint's rules whose faults readers see: our rule, our options
for what a page of the suite configures, and which of our messages mean the same. Only what both
mean is compared; where they part on purpose, differences.py says so.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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


def _field(said: Settings) -> str:
    """Return the field of the front matter that markdownlint's pattern for the title names."""
    pattern = _fitting(said.get("front_matter_title", "title"), "title")
    found = re.search(r"(?<!\\)[A-Za-z]\w+", pattern)
    return found[0] if found else ""


def _level(said: Settings) -> Options:
    return {"level": _fitting(said.get("level", 1), 1), "front_matter_title": _field(said)}


def _globs(pattern: Any) -> tuple[str, ...]:
    """Return alternatives that a pattern lists, as globs."""
    found = (f"*{one}*" for one in _fitting(pattern, "").split("|") if one)
    return tuple(one.replace("*^", "").replace("$*", "") for one in found)


def _prohibited(said: Settings) -> Options:
    """Return the words that say nothing; an empty list switches the rule off, as nothing is one."""
    words = ("click here", "here", "link", "more")
    return {"prohibited": _fitting(said.get("prohibited_texts", words), words) or ("",)}


def _first(page: Page, violation: Violation) -> Iterator[int]:
    yield page.line_at(violation.span.start)


_EDGED = re.compile(r"(?:\[|[*_]+)(\s*).*?(\s*)(?:\][(\[].*|\]|[*_]+\s?)", re.DOTALL)


def _edges(page: Page, violation: Violation) -> Iterator[int]:
    """Yield the lines that a blank inside of marks or brackets stands on; the first if none does."""
    start, end = violation.span.start, violation.span.end
    match = _EDGED.fullmatch(page.text, start, end)
    before, after = (match[1], match[2]) if match else ("", "")
    if match and before:
        yield page.line_at(match.start(1) + before.startswith("\n"))
    if match and after:
        yield page.line_at(match.end(2) - 1)
    if not (before or after):
        yield page.line_at(start)


@dataclass(frozen=True)
class Row:
    """One of markdownlint's rules and what is the same here.

    ``ours`` names our rules; ``options`` gives theirs for what a page configures. Of their findings
    those count whose message holds the pattern ``said`` and whose line holds ``text``; ``lines`` are
    those that markdownlint would name.
    """

    rule: str
    ours: tuple[str, ...]
    options: Callable[[Settings], Options] = _none
    said: str = ""
    text: str = ""
    lines: Callable[[Page, Violation], Iterator[int]] = _first

    def findings(self, page: Page, violation: Violation) -> Iterator[Finding]:
        """Yield what markdownlint would say; nothing where its rule is about something else."""
        if re.search(self.said, violation.message):
            for number in self.lines(page, violation):
                if re.search(self.text, page.line(number)):
                    yield Finding(self.rule, number)


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
        lambda said: {**_level(said), "title_shown": True if _field(said) else None},
    ),
    Row("MD026", ("heading-punctuation",), _copied(marks=("punctuation", ".,;:!。，；：！"))),
    Row("MD028", ("split-quote",)),
    Row(
        "MD031",
        ("missing-blank-line",),
        lambda said: {
            "around": ("fences",),
            "in_lists": _fitting(said.get("list_items", True), True),
        },
    ),
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
    Row("MD037", ("broken-emphasis",), lines=_edges),
    Row("MD039", ("link-text-blank",), lines=_edges),
    Row(
        "MD040",
        ("code-language",),
        _copied(allowed=("allowed_languages", ()), language_only=("language_only", False)),
    ),
    Row(
        "MD041",
        ("first-heading",),
        lambda said: {
            **_level(said),
            "preamble": _fitting(said.get("allow_preamble", False), False),
        },
    ),
    Row("MD042", ("empty-link",)),
    Row("MD045", ("image-alt",), _always(names=False)),
    Row(
        "MD051",
        ("missing-anchor",),
        lambda said: {
            "by": "github",
            "ignore_case": _fitting(said.get("ignore_case", False), False),
            "ignored": _globs(said.get("ignored_pattern", "")),
        },
    ),
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
        _prohibited,
    ),
)
