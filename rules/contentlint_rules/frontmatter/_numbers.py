"""Numbers that are none, and numbers of which something is lost."""

import re
from collections.abc import Callable, Iterator

from contentlint import Fix, Meaning, Violation, pattern
from contentlint_rules.frontmatter._readings import Value, digits, spoken
from contentlint_rules.frontmatter._switches import milder
from contentlint_rules.frontmatter._well_known import RANKS, is_date, is_name, is_text, is_version

_NUMERIC = pattern(r"[-+]?[.\d]")
_SIXTIES = pattern(r"[-+]?\d+(?::\d+)+(?:\.\d*)?")
_LEADING_ZERO = pattern(r"[-+]?0\d{1,40}")
_EXPONENT = pattern(r"\d{2,}[eE]\d+|\d[eE]\d{2,}")
_GROUPED = pattern(r"[-+]?\d{1,3}(?:(?:,\d{3})+|(?:_\d{3})+)(?:\.\d+)?")
_JOINED = pattern(r"[-+]?\d[\d.]*[,_][\d,_.]*")
_PREFIXED = pattern(r"[-+]?0[xXoObB]\w+|[-+]?\.\d+|\+\d+")
_LONG = pattern(r"[-+]?[1-9]\d{15,40}")
_TRAILING_ZERO = pattern(r"\d+\.\d*0")
_STRICT = frozenset({"Hugo", "Jekyll", "MkDocs"})
"""Generators to whose parsers ``08`` is text: no number of base eight."""

_DATE = pattern(r"\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?")
_JAVASCRIPT = frozenset({"Astro", "VitePress", "Gatsby", "Docusaurus", "Eleventy"})


def numbers(value: Value) -> Iterator[Violation]:
    """Yield values that are read as another number than was written, or as one where text is."""
    if not value.plain or not _NUMERIC.match(value.written):
        return
    if _DATE.fullmatch(value.written):
        yield from _title_as_date(value)
        return
    for form, judge in _FORMS:
        if form.fullmatch(value.written):
            found = judge(value)
            if found:
                yield found
                return
    yield from _title_as_number(value)


def _sixties(value: Value) -> Violation | None:
    read = value.misread(_is_number)
    return value.says(spoken(read), "put it in quotes", value.quoted()) if read else None


def _leading_zero(value: Value) -> Violation | None:
    plain = int(value.written)
    if value.key in RANKS and value.generator in _STRICT:
        return _rank(value, plain)
    read = value.misread(lambda one: _is_number(one) and one.value != plain)
    if read:
        fix = value.quoted(Fix.safe if is_name(value) else Fix.suggestion)
        return value.says(spoken(read), "put it in quotes, or leave out the zero", fix)
    read = value.misread(_is_number) if is_name(value) else None
    return milder(value.says(spoken(read), "put it in quotes", value.quoted())) if read else None


def _rank(value: Value, plain: int) -> Violation | None:
    """A place in an order is a number; what is text sorts elsewhere, or not at all."""
    read = value.misread(lambda one: one.value != plain)
    if read is None:
        return None
    lost = value.generator == "Hugo" and read.kind == "text"
    reading = "text, which counts as 0" if lost else spoken(read)
    fix = value.rewritten(plain, Fix.safe if read.kind == "text" else Fix.suggestion)
    found = value.says(reading, f"write {plain}", fix)
    return found if value.generator == "Hugo" else milder(found)


def _exponent(value: Value) -> Violation | None:
    read = value.misread(_is_number)
    if read is None:
        return None
    fix = value.quoted(Fix.safe if is_name(value) else Fix.suggestion)
    return milder(value.says(spoken(read), "put it in quotes if it is text", fix))


def _joined(value: Value) -> Violation | None:
    """A comma or an underscore that does not part thousands is lost with its meaning."""
    if _GROUPED.fullmatch(value.written) and not is_name(value):
        return None
    read = value.misread(_is_number)
    return value.says(spoken(read), "put it in quotes", value.quoted(Fix.unsafe)) if read else None


def _prefixed(value: Value) -> Violation | None:
    read = value.misread(_is_number) if is_name(value) else None
    return milder(value.says(spoken(read), "put it in quotes", value.quoted())) if read else None


def _long(value: Value) -> Violation | None:
    exact = value.written.lstrip("+")
    read = value.misread(lambda one: _is_number(one) and digits(one.value) != exact)
    if read is None:
        return None
    return value.says(spoken(read), "put it in quotes", value.quoted(Fix.unsafe))


def _trailing_zero(value: Value) -> Violation | None:
    read = value.misread(_is_number) if is_version(value) else None
    if read is None or (value.written.endswith(".0") and value.generator not in _JAVASCRIPT):
        return None
    return milder(value.says(spoken(read), "put it in quotes", value.quoted()))


def _title_as_number(value: Value) -> Iterator[Violation]:
    """Astro refuses a page whose title is no text."""
    if value.generator == "Astro" and value.on_top and value.key in ("title", "description"):
        read = value.misread(_is_number)
        if read:
            advice = f"put it in quotes, as a {value.key} has to be text"
            yield value.says(spoken(read), advice, value.quoted())


def _title_as_date(value: Value) -> Iterator[Violation]:
    """A date of JavaScript shows with its weekday and its time zone, or as an error."""
    if value.generator in _JAVASCRIPT and not is_date(value):
        read = value.misread(lambda one: one.kind == "time") if is_text(value) else None
        if read:
            advice = "put it in quotes, or it shows with a time of day"
            yield milder(value.says(spoken(read), advice, value.quoted()))


def _is_number(read: Meaning) -> bool:
    return read.kind == "number"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Value], Violation | None]], ...] = (
    (_SIXTIES, _sixties),
    (_LEADING_ZERO, _leading_zero),
    (_EXPONENT, _exponent),
    (_JOINED, _joined),
    (_PREFIXED, _prefixed),
    (_LONG, _long),
    (_TRAILING_ZERO, _trailing_zero),
)
