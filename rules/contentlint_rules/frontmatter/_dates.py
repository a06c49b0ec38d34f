"""Dates that are no day, or that the generator cannot read."""

from collections.abc import Iterator

from contentlint import (
    Fix,
    Violation,
    hugo_counts,
    hugo_reads,
    impossible,
    in_iso,
    jekyll_refuses,
    meaning,
    pattern,
)
from contentlint_rules.frontmatter._readings import Value, shortened
from contentlint_rules.frontmatter._spelt_dates import readings
from contentlint_rules.frontmatter._well_known import HUGO_DATES, is_date

_SMALL = pattern(r"\d\d?\D\d\d?\D")
"""Day and month, or month and day: which of them only one reading allows."""
_LIKE_DATE = pattern(r"\d{4}|\d{8}|\d{4}_\d\d?_\d\d?")


def dates(value: Value) -> Iterator[Violation]:
    """Yield a date that is no day, and one that the generator cannot read."""
    if not is_date(value) or value.entry.tag in ("seq", "map", "null"):
        return
    if value.block.kind != "yaml" and value.entry.tag not in ("str", "bool"):
        return
    day = impossible(value.text)
    if day:
        message = f"{value.name} is “{shortened(value.text)}”, but there is no such day"
        yield Violation(value.entry.value_span, message + _effect(value, day.instead))
    elif value.on_top and value.generator == "Hugo" and value.key in HUGO_DATES:
        yield from (_published(value) if value.entry.tag == "bool" else _of_hugo(value))
    elif value.on_top and value.generator == "Jekyll" and value.key == "date":
        yield from _of_jekyll(value)


def _effect(value: Value, later: str) -> str:
    """Say what the generator makes of a day that there is not."""
    generator = value.generator
    moved = value.misread(lambda one: one.kind == "time") if value.plain and generator else None
    if moved:
        return f", and {generator} reads {str(moved.value).partition('T')[0]}"
    if generator == "Hugo" and value.on_top and value.key in HUGO_DATES:
        return ", and Hugo stops there"
    if generator == "Jekyll" and value.on_top and value.key == "date":
        return f", and Jekyll reads {later}" if later else ", and Jekyll stops there"
    return ""


def _of_hugo(value: Value) -> Iterator[Violation]:
    counted = value.plain and meaning(value.written, "Hugo").kind == "number"
    if counted and _LIKE_DATE.fullmatch(value.written):
        day = hugo_counts(value.written.replace("_", ""))
        yield value.says(f"seconds since 1970, so {day}", _advice(value), _iso(value))
    elif not counted and not hugo_reads(value.text):
        message = f"{value.name} is “{shortened(value.text)}”, which Hugo cannot read as a date"
        yield Violation(value.entry.value_span, f"{message}: {_advice(value)}", _iso(value))


def _published(value: Value) -> Iterator[Violation]:
    """What Jekyll calls `published` is a date to Hugo, and a boolean ends the build."""
    message = f"{value.name} is “{value.written}”, which Hugo cannot read as a date"
    advice = ": write it with `draft` instead" if value.key == "published" else f": {_ADVICE}"
    yield Violation(value.entry.value_span, message + advice)


def _of_jekyll(value: Value) -> Iterator[Violation]:
    if jekyll_refuses(value.text):
        message = f"{value.name} is “{shortened(value.text)}”, which Jekyll cannot read as a date"
        yield Violation(value.entry.value_span, f"{message}: {_advice(value)}", _iso(value))


_ADVICE = "write it as 2025-01-31, or 2025-01-31T10:00:00"


def _advice(value: Value) -> str:
    iso = _only(value.text)
    return f"write {iso}" if iso else _ADVICE


def _iso(value: Value) -> Fix | None:
    """Return the fix that writes the date as all generators read it, if it can only be one."""
    only = _only(value.text)
    make = Fix.unsafe if _SMALL.match(value.text) else Fix.safe
    return value.rewritten(only, make, dated=value.entry.style == "plain") if only else None


def _only(text: str) -> str:
    """Return the only date that a text can mean, as all generators read it."""
    found = (in_iso(text),) if in_iso(text) else readings(text)
    return found[0] if len(found) == 1 and hugo_reads(found[0]) else ""
