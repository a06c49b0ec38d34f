"""Where front matter differs from its shape, with the repairs that are certain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from contentlint import FORMS, Applicability, Document, Edit, Entry, Fix, Severity, Span, Violation
from contentlint import FrontMatter as Block
from contentlint_rules.frontmatter._differences import (
    AS_WRITTEN,
    Difference,
    Instead,
    named,
    near,
    shown,
)
from contentlint_rules.frontmatter._names import date_fits, date_of, fits, slug_of, spelling
from contentlint_rules.frontmatter._schema import Shape
from contentlint_rules.frontmatter._template import MARKS

_SOUND = frozenset({"duplicate-key"})
"""Problems of a block that leave nothing of it unread."""
_IN_PARTS = _SOUND | {"syntax", "unclosed"}
"""Those that leave the values of other keys readable."""
_MOST_REWRITTEN = 30
"""Values for which another is offered at once: each is proved by reading the block again."""


@dataclass
class Findings:
    """One look at one block. ``extra`` is the severity of keys that nobody asked for, if any."""

    document: Document
    block: Block
    wanted: Shape
    extra: Severity | None
    _misspelt: Mapping[str, str] = field(default_factory=dict)
    _rewritten: int = 0

    def all(self) -> Iterator[Violation]:
        """Yield the differences, and a misspelt key instead of the one that it should be."""
        kinds = {problem.kind for problem in self.block.problems}
        if not kinds <= _IN_PARTS:
            return
        if kinds <= _SOUND:
            self._misspelt = misspelt(tuple(self.block.data), self.wanted.known)
        settled = {*self._misspelt, *self._misspelt.values()}
        refused: set[str] = set()
        for difference in self.wanted.compare(self.data):
            if kinds - _SOUND and (difference.missing or difference.unknown):
                continue
            if difference.path or not {difference.missing, difference.unknown} & settled:
                yield from self.located(difference)
                refused.add("" if difference.path else difference.unknown)
        yield from self.unknown(refused)
        yield from self.named_otherwise()
        yield from self.capitals()

    @cached_property
    def data(self) -> dict[str, Any]:
        """The values, less those of keys whose line is damaged."""
        if not self.block.problems:
            return self.block.data
        damaged = [one.related or one.span for one in self.block.problems if one.kind == "syntax"]
        lost = {
            entry.path[0]
            for entry in self.block.entries
            if any(span.overlaps(entry.key_span) or span == entry.key_span for span in damaged)
        }
        return {key: value for key, value in self.block.data.items() if key not in lost}

    @cached_property
    def places(self) -> dict[tuple[str | int, ...], Entry]:
        """The entries by their paths."""
        return {entry.path: entry for entry in self.block.entries}

    def nearest(self, path: tuple[str | int, ...]) -> Entry | None:
        """Return the entry of a path, or of the nearest one around it that has a place."""
        ends = range(len(path), 0, -1)
        return next((self.places[path[:end]] for end in ends if path[:end] in self.places), None)

    def unknown(self, refused: set[str]) -> Iterator[Violation]:
        """Yield keys that nobody asked for: a misspelt one always, others where it matters."""
        if not self._misspelt and self.extra is None:
            return
        known = {*self.wanted.known, *refused}
        for entry in self.block.entries:
            if len(entry.path) != 1 or entry.key in known:
                continue
            meant = self._misspelt.get(entry.key, "")
            message = f"“{entry.key}” is not a key of this front matter"
            if meant:
                yield self.misspelt_key(entry, meant, message)
            elif self.extra is not None:
                yield Violation(entry.key_span, message, level=self.extra)

    def misspelt_key(self, entry: Entry, meant: str, message: str) -> Violation:
        """Return a key that should be another; one that only looks otherwise is surely meant."""
        alike = spelling(entry.key) == spelling(meant)
        edit = self.block.renamed(entry, meant)
        make = Fix.safe if alike else Fix.unsafe
        fix = make(f"Write “{meant}”", edit) if edit else None
        level = self.extra or Severity.WARNING
        if meant in self.wanted.required:
            level = Severity.ERROR
        if self.document.site.generator == "Hugo" and entry.key.lower() == meant.lower():
            level = Severity.INFO  # Hugo does not tell capitals in keys apart
        return Violation(entry.key_span, f"{message}; did you mean “{meant}”?", fix, level)

    def located(self, difference: Difference) -> Iterator[Violation]:
        """Yield a difference at its place, unless a template fills that in."""
        if difference.missing:
            yield self.missing(difference)
            return
        if difference.unknown:
            entry = self.nearest((*difference.path, difference.unknown))
            yield Violation(entry.key_span if entry else self.block.opening, difference.message)
            return
        entry = self.nearest(difference.path)
        span = _shown(entry) if entry else self.block.opening
        if not any(mark in self.document[span] for mark in MARKS):
            exact = entry if entry and entry.path == difference.path else None
            fix = self.rewrite(exact, difference.instead) if exact else None
            yield Violation(span, difference.message, fix)

    def missing(self, difference: Difference) -> Violation:
        """Return a key that is missing, or has no value: what to add, and where."""
        path = (*difference.path, difference.missing)
        entry, default = self.places.get(path), difference.field.get("default")
        dated = difference.field.get("format") in ("x-date", "x-datetime", "date", "date-time")
        if entry:
            message = difference.message.replace("is missing", "is empty", 1)
            meant = None if default is None else Instead(default, Applicability.SAFE, dated)
            return Violation(entry.key_span, message, self.rewrite(entry, meant))
        holder = self.nearest(difference.path)
        if holder:
            return Violation(holder.key_span, difference.message)
        after = self.after(difference)
        where = f": add it below “{after[-1]}”" if after else ": add it"
        edit = (
            self.block.added(difference.missing, default, after, dated=dated)
            if default is not None
            else None
        )
        fix = Fix.safe(f"Add “{difference.missing}: {_said(default)}”", edit) if edit else None
        return Violation(self.block.opening, difference.message + where, fix)

    def after(self, difference: Difference) -> tuple[str, ...]:
        """Return the keys of the block below which a missing one goes, the last one last.

        Where nothing is said of it, it goes below the nearest of those that are asked for before.
        """
        told = difference.field.get("x-insert-after")
        if isinstance(told, list):
            here = [entry for entry in map(self.block.get, map(str, told)) if entry]
            return tuple(one.key for one in sorted(here, key=lambda one: one.value_span.end))
        order = self.wanted.known
        ahead = order[: order.index(difference.missing)] if difference.missing in order else ()
        return tuple([name for name in ahead if self.block.get(name)][-1:])

    def rewrite(self, entry: Entry, instead: Instead | None) -> Fix | None:
        """Return the fix that writes the value that was meant, if it can be written."""
        if instead is None or self._rewritten >= _MOST_REWRITTEN:
            return None
        self._rewritten += 1
        value = instead.value
        if value is AS_WRITTEN:
            value = self.document[entry.value_span]
        if isinstance(entry.path[-1], int) and value in self.siblings(entry):
            return None  # it would stand there twice
        dated = instead.dated and entry.style == "plain"
        edit = self.block.rewritten(entry, value, dated=dated or None)
        return Fix(f"Write “{_said(value)}”", (edit,), instead.sure) if edit else None

    def siblings(self, entry: Entry) -> Sequence[Any]:
        """Return what else the list of an item holds."""
        around = self.places.get(entry.path[:-1])
        return around.value if around and isinstance(around.value, list) else ()

    def named_otherwise(self) -> Iterator[Violation]:
        """Yield values that should fit the name of the file, and do not."""
        path = self.document.path
        for name in self.wanted.named:
            entry = self.block.get(name)
            value = entry.value if entry else None
            if entry is None or not isinstance(value, str) or value.startswith(MARKS):
                continue
            if FORMS["date"](value):
                if not date_fits(value, path):
                    message = (
                        f"“{name}” is {shown(value)}, but the file's name says {date_of(path)}"
                    )
                    yield Violation(entry.value_span, message)
            elif value and name not in self.wanted.dates and not fits(value, path):
                message = f"“{name}” is {shown(value)}, but the file is named “{slug_of(path)}”"
                yield Violation(entry.value_span, message)

    def capitals(self) -> Iterator[Violation]:
        """Yield “True” and “FALSE”: YAML knows them, though not every reader and template does."""
        if self.block.kind != "yaml" or not self.wanted.booleans:
            return
        for name in self.wanted.booleans & self.block.data.keys():
            entry = self.block.get(name)
            if entry and entry.tag == "bool":
                written = self.document[entry.value_span]
                words = written.lower()
                if written != words and words in ("true", "false"):
                    message = f"{named(entry.path)} is written “{written}”: “{words}” is usual"
                    fix = Fix.safe(f"Write “{words}”", Edit.replacement(entry.value_span, words))
                    yield Violation(entry.value_span, message, fix, Severity.INFO)


@lru_cache(maxsize=1024)
def misspelt(keys: tuple[str, ...], known: tuple[str, ...]) -> Mapping[str, str]:
    """Return the keys that nobody knows, each with the known and absent key that it resembles.

    Most pages of a site have the same keys, so the answers are kept.
    """
    absent = [name for name in known if name not in keys]
    found = {key: near(key, absent) for key in keys if key not in known}
    meant = list(found.values())
    return {key: name for key, name in found.items() if name and meant.count(name) == 1}


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shown(entry: Entry) -> Span:
    return entry.value_span if len(entry.value_span) else entry.key_span
